"""The time axis: a column for each day, month or year on which something was said, so that 25 and 26 April have as
much room as 2015. Where that makes too many columns they are merged, to months and then to years."""

from dataclasses import dataclass
from itertools import groupby

from claims.records import Precision, Said
from claims.text.dates import silence
from claims.timeline.arranging import Section, Timeline
from claims.timeline.entries import Entry

SINGLE_LIMIT = 60
MOST_COLUMNS, MOST_SUMS = 20, 36
SILENCE_WIDTH, NEXT_DOOR, NARROWEST = 66.0, 10.0, 80.0
SLOTS = tuple(float(slot) for slot in range(60, 20, -1))
SUM_WIDTH, SUM_GAP = 40.0, 3.0
LETTERS = (9.5, 8.5)
"""Room of one letter in either line of a label, in user units: that of a wide font, as nobody knows the reader's."""


@dataclass(frozen=True, slots=True)
class Column:
    """A stretch of the axis: what was said in it, its two-line label, the silence before it."""

    entries: tuple[Entry, ...]
    said: Said | None
    label: tuple[str, str]
    anchor: str
    silence: str = ""


@dataclass(frozen=True, slots=True)
class PlacedColumn:
    """A column with its left edge and width in user units; `slot` is the room of one statement."""

    column: Column
    x: float
    width: float
    slot: float

    @property
    def end(self) -> float:
        return self.x + self.width

    @property
    def middle(self) -> float:
        return self.x + self.width / 2

    @property
    def reach(self) -> float:
        """How far to the right the column or its label goes; a label may be wider than its column."""
        lines = zip(self.column.label, LETTERS, strict=True)
        return max(self.end, self.middle + max(len(line) * letter for line, letter in lines) / 2)

    def slot_x(self, index: int) -> float:
        """The middle of the slot with that index, the slots being centred in the column."""
        taken = self.slot * len(self.column.entries)
        return self.x + (self.width - taken) / 2 + self.slot * (index + 0.5)


def columns(timeline: Timeline) -> tuple[Column, ...]:
    """One column a section, or fewer where that would be more than can be read."""
    sections = timeline.sections
    if len(sections) <= MOST_COLUMNS:
        return tuple(map(_of_section, sections))
    months = _grouped(sections, Precision.MONTH)
    fit = len(months) <= (MOST_SUMS if sums_up(timeline) else MOST_COLUMNS)
    return _merged(months, Precision.MONTH) if fit else _merged(_grouped(sections, Precision.YEAR), Precision.YEAR)


def sums_up(timeline: Timeline) -> bool:
    """Whether the picture counts statements instead of drawing each."""
    return len(timeline.entries) > SINGLE_LIMIT


def place(columns: tuple[Column, ...], left: float, width: float, merged: bool) -> tuple[PlacedColumn, ...]:
    """Columns from `left` on, sharing `width` between them, or wider than that where they need it."""
    before = [_room_before(column, merged) if i else 0.0 for i, column in enumerate(columns)]
    slot = next((slot for slot in SLOTS if sum(_needed(columns, slot)) + sum(before) <= width), SLOTS[-1])
    needed = [SUM_WIDTH] * len(columns) if merged else _needed(columns, slot)
    spare = max(width - sum(before) - sum(needed), 0) / max(len(columns), 1)
    placed, x = [], left
    for column, gap, own in zip(columns, before, needed, strict=True):
        placed.append(PlacedColumn(column, x + gap, own + spare, slot))
        x += gap + own + spare
    return tuple(placed)


def _needed(columns: tuple[Column, ...], slot: float) -> list[float]:
    return [max(len(column.entries) * slot + 28, NARROWEST) for column in columns]


def _room_before(column: Column, merged: bool) -> float:
    if merged:
        return SUM_GAP + 12 * bool(column.silence)
    return SILENCE_WIDTH if column.silence else NEXT_DOOR


def _of_section(section: Section) -> Column:
    entries = tuple(line.entry for line in section.lines)
    return Column(entries, section.said, _label(section.said), section.anchor, section.silence)


def _label(said: Said | None) -> tuple[str, str]:
    if said is None:
        return "Date", "unknown"
    match said.precision:
        case None:
            return f"By {said.until.day} {said.until:%b}", str(said.until.year)
        case Precision.YEAR:
            return str(said.until.year), ""
        case Precision.MONTH:
            return f"{said.until:%b}", str(said.until.year)
        case _:
            return f"{said.until:%a} {said.until.day} {said.until:%b}", str(said.until.year)


def _grouped(sections: tuple[Section, ...], precision: Precision) -> list[list[Section]]:
    """Sections that stand in one month, or year, together; what is open or unknown stays what it is."""
    return [list(group) for _, group in groupby(sections, key=lambda section: _stretch(section.said, precision))]


def _stretch(said: Said | None, precision: Precision) -> object:
    """The same for the dates that come together. Comparing numbers costs less than comparing dates of dates."""
    if said is None or said.precision is None:
        return said
    by_year = precision == Precision.YEAR or said.precision == Precision.YEAR
    return (said.until.year, 0) if by_year else (said.until.year, said.until.month)


def _merged(groups: list[list[Section]], precision: Precision) -> tuple[Column, ...]:
    merged: list[Column] = []
    for members in groups:
        said = _widened(members[0].said, precision)
        entries = tuple(line.entry for member in members for line in member.lines)
        before = merged[-1].said if merged else None
        quiet = silence(before, said) if before and said else ""
        merged.append(Column(entries, said, _label(said), members[0].anchor, quiet))
    return tuple(merged)


def _widened(said: Said | None, precision: Precision) -> Said | None:
    if said is None or said.precision is None:
        return said
    if precision == Precision.YEAR or said.precision == Precision.YEAR:
        return Said.in_year(said.until.year)
    return Said.in_month(said.until.year, said.until.month)
