"""The wide picture: a lane for each speaker, a mark for each statement, an arc for each pair."""

import textwrap
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from claims.entries import Entry, Pair, Voice
from claims.picture.columns import PlacedColumn, columns, place, sums_up
from claims.timeline import Lane, Timeline

NAMES_WIDTH = 178.0
HEAD = 62.0
LANE = 42.0
ARCH, ARCH_STEP, MOST_ARCHES = 20.0, 15.0, 4
MOST_LANES = 14


@dataclass(frozen=True, slots=True)
class Row:
    """A lane with its names, one a line, and the height of its line."""

    voices: tuple[Voice, ...]
    label: tuple[str, ...]
    y: float


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

    `rise` is how high an arch over its own lane stands: of the arches of one lane, the longer the higher."""

    pairs: tuple[Pair, ...]
    start: Mark
    end: Mark
    rise: float = ARCH

    @property
    def stays_in_lane(self) -> bool:
        return self.start.y == self.end.y

    def at(self, t: float) -> tuple[float, float]:
        """The point of the curve at t, from 0 to 1."""
        points = self.control_points()
        weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
        return (
            sum(w * x for w, (x, _) in zip(weights, points, strict=True)),
            sum(w * y for w, (_, y) in zip(weights, points, strict=True)),
        )

    def control_points(self) -> tuple[tuple[float, float], ...]:
        """A cubic curve: an arch over the lane, or a bow that leaves and reaches its lanes upright."""
        start, end = (self.start.x, self.start.y), (self.end.x, self.end.y)
        if self.stays_in_lane:
            lift = self.start.y - self.rise * 4 / 3
            return start, (self.start.x, lift), (self.end.x, lift), end
        middle = (self.end.y - self.start.y) * 0.55
        aside = 30 if abs(self.end.x - self.start.x) < 16 else 0
        first, second = (self.start.x + aside, self.start.y + middle), (self.end.x + aside, self.end.y - middle)
        return start, first, second, end


@dataclass(frozen=True, slots=True)
class Layout:
    width: float
    height: float
    columns: tuple[PlacedColumn, ...]
    rows: tuple[Row, ...]
    marks: tuple[Mark, ...]
    arcs: tuple[Arc, ...]
    merged: bool


def lay_out(timeline: Timeline, width: float) -> Layout:
    """Places everything in a picture at least `width` user units wide."""
    merged = sums_up(timeline)
    placed = place(columns(timeline), NAMES_WIDTH, width - NAMES_WIDTH, merged)
    rows = _rows(timeline)
    marks = tuple(_marks(placed, rows, merged))
    height = (rows[-1].y if rows else HEAD) + LANE / 2 + 6
    right = placed[-1].end if placed else width
    return Layout(max(width, right), height, placed, rows, marks, _arcs(timeline.pairs, marks), merged)


def _rows(timeline: Timeline) -> tuple[Row, ...]:
    rows, y = [], HEAD
    for voices in _grouped(timeline.lanes):
        label, keys = _label(voices), {voice.key for voice in voices}
        arches = sum({pair.earlier.speaker.key, pair.later.speaker.key} <= keys for pair in timeline.pairs)
        y += max(LANE + (_rise(arches - 1) + 2 if arches else 0), 16.0 * len(label) + 14)
        rows.append(Row(voices, label, y - LANE / 2))
    return tuple(rows)


def _grouped(lanes: tuple[Lane, ...]) -> list[tuple[Voice, ...]]:
    """A lane each, or the last of too many together in one."""
    single: list[tuple[Voice, ...]] = [(lane.voice,) for lane in lanes]
    if len(single) <= MOST_LANES:
        return single
    rest = tuple(voice for voices in single[MOST_LANES - 1 :] for voice in voices)
    return [*single[: MOST_LANES - 1], rest]


def _label(voices: tuple[Voice, ...]) -> tuple[str, ...]:
    words = voices[0].name if len(voices) == 1 else f"{len(voices)} other speakers"
    return tuple(textwrap.wrap(words, 21, max_lines=3, placeholder=" …") or [words])


def _marks(placed: tuple[PlacedColumn, ...], rows: tuple[Row, ...], merged: bool) -> Iterable[Mark]:
    heights = {voice.key: row.y for row in rows for voice in row.voices}
    for column in placed:
        if not merged:
            for i, entry in enumerate(column.column.entries):
                yield Mark((entry,), column.slot_x(i), heights[entry.speaker.key], column)
            continue
        for y in sorted(set(heights.values())):
            together = tuple(entry for entry in column.column.entries if heights[entry.speaker.key] == y)
            if together:
                yield Mark(together, column.x + column.width / 2, y, column)


def _arcs(pairs: tuple[Pair, ...], marks: tuple[Mark, ...]) -> tuple[Arc, ...]:
    """Pairs inside one summed-up mark have no arc of their own."""
    place_of = {entry.key: mark for mark in marks for entry in mark.entries}
    joined: dict[tuple[object, ...], list[Pair]] = {}
    for pair in pairs:
        start, end = place_of[pair.earlier.key], place_of[pair.later.key]
        if start is not end:
            joined.setdefault((pair.finding, start.x, start.y, end.x, end.y), []).append(pair)
    arcs = [Arc(tuple(same), place_of[same[0].earlier.key], place_of[same[0].later.key]) for same in joined.values()]
    return tuple(_nested(sorted(arcs, key=_length)))


def _nested(arcs: list[Arc]) -> Iterable[Arc]:
    """From short to long: each arch of a lane stands above those before it."""
    arches: Counter[float] = Counter()
    for arc in arcs:
        if arc.stays_in_lane:
            yield replace(arc, rise=_rise(arches[arc.start.y]))
            arches[arc.start.y] += 1
        else:
            yield arc


def _rise(level: int) -> float:
    return ARCH + ARCH_STEP * min(level, MOST_ARCHES - 1)


def clear_spots(layout: Layout, room: float = 19.0) -> list[tuple[Arc, tuple[float, float]]]:
    """For each arc the point nearest its middle where a disc covers neither a mark nor another disc."""
    taken = [(mark.x, mark.y) for mark in layout.marks]
    spots = []
    for arc in layout.arcs:
        candidates = [arc.at(t) for t in (0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8)]
        free = [p for p in candidates if all((p[0] - x) ** 2 + (p[1] - y) ** 2 >= room**2 for x, y in taken)]
        spot = (free or candidates)[0]
        taken.append(spot)
        spots.append((arc, spot))
    return spots


def _length(arc: Arc) -> float:
    return abs(arc.end.x - arc.start.x) + abs(arc.end.y - arc.start.y)
