"""Headings that tell the day, and the times at which a live report's entries begin."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.extraction.dates.words import WEEKDAY_NAME, one_of, words
from claims.records import Span, TimeExpression

_LINE = re.compile(r"[^\n]+")
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?!T\d)")
_LONGEST_HEADING = 60  # characters
_STAMP = re.compile(
    r"\s*[\[(]?(?P<hour>[01]?\d|2[0-3])(?:[.:](?P<minute>[0-5]\d))?\s*(?P<half>[ap]\.?m\.?|(?<=[.:]\d\d)|(?<=[.:]\d\d\s))"
    r"(?:\s+(?-i:GMT|BST|[A-Z]{1,2}[DS]?T)\b)?[\])]?(?P<alone>\s*\Z|\s*[-–—:|]\s+|\s+(?=[A-Z“\"‘']))",
    re.IGNORECASE,
)
_ENTRIES = 3  # times that a live report begins its entries with, at least
_AROUND_A_DAY = re.compile(rf"(?:on|{WEEKDAY_NAME}|updated|,|\s|:|[-–—|])*", re.IGNORECASE)
_OCCASION = re.compile(rf"\b{one_of(words('occasions', 'said'))}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Section:
    """What stands below a heading or an entry's time, up to the next: its day, where known, and its time of day."""

    start: int
    end: int
    day: dt.date | None
    clock: dt.time | None
    basis: Span


def find_sections(text: str, times: Sequence[TimeExpression], published: dt.date | None) -> list[Section]:
    """The sections of a text in text order. A live report's entries are of the day of the heading above them, else of
    the day of publication; of no day where its times run past midnight."""
    openings = [*_dated_headings(text, times, published), *_entries(text, published)]
    openings.sort(key=lambda section: section.start)
    ends = [*(section.start for section in openings[1:]), len(text)][: len(openings)]
    day, sections = published, []
    for section, end in zip(openings, ends, strict=True):
        day = day if section.clock else section.day
        sections.append(Section(section.start, end, section.day and day, section.clock, section.basis))
    return sections


def _dated_headings(text: str, times: Sequence[TimeExpression], published: dt.date | None) -> Iterator[Section]:
    """A short line that is a day, or names an occasion and its day: 'Wednesday 25 April', 'Tuesday's hearing'."""
    for time in times:
        day = _DAY.match(time.value)
        start = text.rfind("\n", 0, time.span.start) + 1
        end = text.find("\n", time.span.end)
        if not day or time.span.start - start > _LONGEST_HEADING or not 0 <= end - start <= _LONGEST_HEADING:
            continue
        read = dt.date.fromisoformat(day[1])
        if _is_heading(text[start : time.span.start], text[time.span.end : end]) and (
            not published or read <= published
        ):
            yield Section(end, end, read, None, time.span)


def _is_heading(before: str, behind: str) -> bool:
    if _AROUND_A_DAY.fullmatch(before) and _AROUND_A_DAY.fullmatch(behind):
        return True
    return bool(_OCCASION.search(before + behind)) and not re.search(r"[.!?,;“”\"]\s*\Z|[“”\"]", behind)


def _entries(text: str, published: dt.date | None) -> list[Section]:
    """The entries of a live report: lines that begin with a time of day, three at least."""
    found = []
    for line in _LINE.finditer(text):
        if stamp := _STAMP.match(line.group()):
            basis = Span(line.start() + stamp.start("hour"), line.start() + stamp.start("alone"))
            found.append(Section(basis.end, basis.end, published, _clock(stamp), basis))
    if len(found) < _ENTRIES or not _same_day([section.clock for section in found if section.clock]):
        return []
    return found


def _clock(stamp: re.Match[str]) -> dt.time:
    hour = int(stamp["hour"])
    if stamp["half"] and hour <= 12:
        hour = hour % 12 + 12 * (stamp["half"][0].lower() == "p")
    return dt.time(hour, int(stamp["minute"] or 0))


def _same_day(clocks: list[dt.time]) -> bool:
    """Whether the times only rise or only fall: past midnight they would jump."""
    pairs = list(pairwise(clocks))
    return all(one <= other for one, other in pairs) or all(one >= other for one, other in pairs)
