"""An article's text cut into segments, so that a page can show quotations, their cues and sources, and the remainder.

Pure: text and marks in, segments out. Marks may nest and overlap as they like; the segments joined are the text."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from claims.records import Span

BLANK = re.compile(r"[^\S\n]*\n\s*")


class Part(StrEnum):
    """What a marked stretch is to its quotation; a remainder belongs to none."""

    CONTENT = "content"
    SOURCE = "source"
    CUE = "cue"
    REMAINDER = "remainder"


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked stretch. `of` is the quotation's number, None for a remainder; `note` says what is remarkable."""

    span: Span
    part: Part
    of: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same marks throughout, the longest mark first.

    `opens` are the quotations that begin here; `blank` is the white space between two paragraphs."""

    start: int
    text: str
    marks: tuple[Mark, ...] = ()
    opens: tuple[int, ...] = ()
    blank: bool = False

    @property
    def quotations(self) -> tuple[int, ...]:
        """The quotations whose words stand here, the innermost last."""
        return tuple(mark.of for mark in self.marks if mark.part is Part.CONTENT and mark.of is not None)

    @property
    def about(self) -> tuple[tuple[Part, int | None], ...]:
        """The other parts that stand here: (part, quotation)."""
        return tuple((mark.part, mark.of) for mark in self.marks if mark.part is not Part.CONTENT)


Paragraph = tuple[Segment, ...]


def paragraphs(text: str, marks: Iterable[Mark]) -> tuple[Paragraph, ...]:
    """The text as paragraphs of segments; a blank segment closes every paragraph but the last.

    All segments' texts joined are `text` again. Marks outside the text are cut to it."""
    found: list[Paragraph] = []
    current: list[Segment] = []
    for segment in segments(text, marks):
        current.append(segment)
        if segment.blank:
            found.append(tuple(current))
            current = []
    return (*found, tuple(current)) if current else tuple(found)


def segments(text: str, marks: Iterable[Mark]) -> Iterator[Segment]:
    """The text in order, cut wherever a mark begins or ends and around what separates paragraphs."""
    within = sorted(_within(text, marks), key=lambda mark: mark.span.start)
    blanks = {match.start(): match.end() for match in BLANK.finditer(text)}
    opened: set[int] = set()
    for start, end, active in _sweep(_cuts(len(text), within, blanks), within):
        blank = start in blanks
        opens = () if blank else tuple(_content(active) - opened)
        opened.update(opens)
        yield Segment(start, text[start:end], active, tuple(sorted(opens)), blank)


def _within(text: str, marks: Iterable[Mark]) -> Iterator[Mark]:
    for mark in marks:
        start, end = max(mark.span.start, 0), min(mark.span.end, len(text))
        if start < end:
            yield Mark(Span(start, end), mark.part, mark.of, mark.note)


def _cuts(length: int, marks: list[Mark], blanks: dict[int, int]) -> list[int]:
    """Every offset where something begins or ends. A blank is never cut: what ends inside it ends with it."""
    edges = {0, length, *blanks, *blanks.values()}
    edges.update(edge for mark in marks for edge in mark.span)
    starts = list(blanks)
    return sorted(edge for edge in edges if not _inside_blank(edge, starts, blanks))


def _inside_blank(edge: int, starts: list[int], blanks: dict[int, int]) -> bool:
    before = bisect_left(starts, edge) - 1
    return before >= 0 and edge < blanks[starts[before]]


def _sweep(cuts: list[int], marks: list[Mark]) -> Iterator[tuple[int, int, tuple[Mark, ...]]]:
    """(start, end, marks that stand there, longest first) for each stretch between two cuts."""
    active: list[Mark] = []
    reached = 0
    for start, end in pairwise(cuts):
        while reached < len(marks) and marks[reached].span.start <= start:
            active.append(marks[reached])
            reached += 1
        active = [mark for mark in active if mark.span.end > start]
        yield start, end, tuple(sorted(active, key=lambda mark: mark.span.start - mark.span.end))


def _content(marks: tuple[Mark, ...]) -> set[int]:
    return {mark.of for mark in marks if mark.part is Part.CONTENT and mark.of is not None}
