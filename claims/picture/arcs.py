"""Arcs between marks, one for each pair: over their own lane or across others, clear of what stands in between."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from claims.picture.columns import PlacedColumn
from claims.timeline.entries import Entry, Pair

type Point = tuple[float, float]

ARCH, ARCH_STEP, MOST_ARCHES = 20.0, 15.0, 4
BENDS = (0.55, 0.85, 0.25, 1.1, 0.0)
CLEARANCE, DISC_ROOM = 15.0, 19.0
ALONG = tuple(step / 16 for step in range(1, 16))
FROM_THE_MIDDLE = (0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8)


def _weights(t: float) -> tuple[float, float, float, float]:
    """How much each of a curve's four points counts at t, from 0 to 1."""
    return (1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3


WEIGHTS = tuple(map(_weights, ALONG))


@dataclass(frozen=True, slots=True)
class Mark:
    """One statement in its place, or several where the picture sums up."""

    entries: tuple[Entry, ...]
    x: float
    y: float
    column: PlacedColumn


@dataclass(frozen=True, slots=True)
class Arc:
    """A pair, or several of one finding between the same two marks.

    `rise` is how high an arch over its own lane stands. `bend` is how far a bow across lanes climbs before it turns to
    the side, as a share of the way."""

    pairs: tuple[Pair, ...]
    start: Mark
    end: Mark
    rise: float = ARCH
    bend: float = BENDS[0]

    @property
    def stays_in_lane(self) -> bool:
        return self.start.y == self.end.y

    @property
    def length(self) -> float:
        return abs(self.end.x - self.start.x) + abs(self.end.y - self.start.y)

    def control_points(self) -> tuple[Point, Point, Point, Point]:
        """A cubic curve: an arch over the lane, or a bow that leaves and reaches its lanes upright."""
        start, end = (self.start.x, self.start.y), (self.end.x, self.end.y)
        if self.stays_in_lane:
            lift = self.start.y - self.rise * 4 / 3
            return start, (self.start.x, lift), (self.end.x, lift), end
        way = self.end.y - self.start.y
        aside = 30 if abs(self.end.x - self.start.x) < 16 else 0
        first = (self.start.x + aside, self.start.y + way * self.bend)
        return start, first, (self.end.x + aside, self.end.y - way * (1.1 - self.bend)), end

    def at(self, t: float) -> Point:
        """The point of the curve at t, from 0 to 1."""
        points, weights = self.control_points(), _weights(t)
        return (
            sum(w * x for w, (x, _) in zip(weights, points, strict=True)),
            sum(w * y for w, (_, y) in zip(weights, points, strict=True)),
        )


def arcs_between(pairs: tuple[Pair, ...], marks: tuple[Mark, ...]) -> tuple[Arc, ...]:
    """From short to long. Pairs inside one summed-up mark have no arc of their own."""
    place_of = {entry.key: mark for mark in marks for entry in mark.entries}
    joined: dict[tuple[object, ...], list[Pair]] = {}
    for pair in pairs:
        start, end = place_of[pair.earlier.key], place_of[pair.later.key]
        if start is not end:
            joined.setdefault((pair.finding, start.x, start.y, end.x, end.y), []).append(pair)
    arcs = [Arc(tuple(same), place_of[same[0].earlier.key], place_of[same[0].later.key]) for same in joined.values()]
    return tuple(_parted(sorted(arcs, key=lambda arc: arc.length), marks))


def rise(level: int) -> float:
    """The height of the arch that has `level` others of its lane under it."""
    return ARCH + ARCH_STEP * min(level, MOST_ARCHES - 1)


def clear_spots(arcs: Iterable[Arc], marks: Iterable[Mark]) -> list[tuple[Arc, Point]]:
    """For each arc the point nearest its middle where a disc covers neither a mark nor another disc."""
    taken = [(mark.x, mark.y) for mark in marks]
    spots = []
    for arc in arcs:
        candidates = [arc.at(t) for t in FROM_THE_MIDDLE]
        spot = next((point for point in candidates if _apart(point, taken) >= DISC_ROOM), candidates[0])
        taken.append(spot)
        spots.append((arc, spot))
    return spots


def _parted(arcs: list[Arc], marks: tuple[Mark, ...]) -> Iterator[Arc]:
    """Each arch of a lane stands above the shorter ones; each bow keeps clear of the marks that it passes."""
    arches: Counter[float] = Counter()
    for arc in arcs:
        if arc.stays_in_lane:
            yield replace(arc, rise=rise(arches[arc.start.y]))
            arches[arc.start.y] += 1
        else:
            yield _bent(arc, list(_passed(arc, marks)))


def _passed(arc: Arc, marks: tuple[Mark, ...]) -> Iterator[Point]:
    """The marks that stand between the arc's two, whichever way it bends."""
    left, right = sorted((arc.start.x, arc.end.x))
    top, bottom = sorted((arc.start.y, arc.end.y))
    for mark in marks:
        between = left - CLEARANCE <= mark.x <= right + CLEARANCE and top <= mark.y <= bottom
        if between and mark is not arc.start and mark is not arc.end:
            yield mark.x, mark.y


def _bent(arc: Arc, others: list[Point]) -> Arc:
    """The first bend that keeps clear of all other marks, or else the one that comes least close."""
    best, widest = arc, 0.0
    for bend in BENDS:
        bent = replace(arc, bend=bend)
        room = _room(bent, others, widest)
        if room >= CLEARANCE:
            return bent
        if room > widest:
            best, widest = bent, room
    return best


def _room(arc: Arc, others: list[Point], enough: float) -> float:
    """How close the curve comes to the nearest of the others; no more than `enough` where it comes that close."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = arc.control_points()
    least, end = math.inf, enough * enough
    for first, second, third, fourth in WEIGHTS:
        x = first * ax + second * bx + third * cx + fourth * dx
        y = first * ay + second * by + third * cy + fourth * dy
        for other, height in others:
            apart = (x - other) ** 2 + (y - height) ** 2
            if apart < least:
                least = apart
        if least <= end:
            break
    return math.sqrt(least)


def _apart(point: Point, others: list[Point]) -> float:
    """The distance to the nearest of the others."""
    x, y = point
    return math.sqrt(min(((x - a) ** 2 + (y - b) ** 2 for a, b in others), default=math.inf))
