"""The wide picture laid out: a lane for each speaker, a mark for each statement in its column."""

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

from claims.picture.arcs import Arc, Mark, arcs_between, rise
from claims.picture.columns import PlacedColumn, columns, place, sums_up
from claims.timeline.arranging import Lane, Timeline
from claims.timeline.entries import Voice

NAMES_WIDTH = 178.0
HEAD = 62.0
LANE = 42.0
MOST_LANES = 14


@dataclass(frozen=True, slots=True)
class Row:
    """A lane with its names, one a line, and the height of its line."""

    voices: tuple[Voice, ...]
    label: tuple[str, ...]
    y: float


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
    right = max((column.reach for column in placed), default=width)
    return Layout(max(width, right), height, placed, rows, marks, arcs_between(timeline.pairs, marks), merged)


def _rows(timeline: Timeline) -> tuple[Row, ...]:
    rows, y = [], HEAD
    for voices in _grouped(timeline.lanes):
        label, keys = _label(voices), {voice.key for voice in voices}
        arches = sum({pair.earlier.speaker.key, pair.later.speaker.key} <= keys for pair in timeline.pairs)
        y += max(LANE + (rise(arches - 1) + 2 if arches else 0), 16.0 * len(label) + 14)
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
    words = voices[0].heading if len(voices) == 1 else f"{len(voices)} other speakers"
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
