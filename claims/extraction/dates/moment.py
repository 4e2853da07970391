"""From a time expression to a said date: how exactly it tells the day, and never a day after publication."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile

from claims.records import Said, Span, TimeExpression

_MINUTE = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)\Z")
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T[A-Z]{2})?\Z")
_COUNTING = re.compile(r"(?:part_of_)?carried_|earlier_or_later|within")
_COUNTED_FROM = 400  # characters
_MONTH = re.compile(r"(\d{4})-(\d\d)\Z")
_YEAR = re.compile(r"(\d{4})\Z")


def moment(time: TimeExpression, published: dt.date | None) -> Said | None:
    """The minute, day, month or year that the expression names; None for weeks, lengths and mere pointers.

    Spoken words are past: a weekday that its sentence seemed to put after publication is the one before it, and any
    other date after publication is none."""
    said = _named(time)
    if said is None or published is None or said.start is None or said.start <= published:
        return said
    week_before = said.until - dt.timedelta(days=7)
    return Said.on(week_before) if time.rule.startswith("plain_weekday") and week_before <= published else None


def _named(time: TimeExpression) -> Said | None:
    try:
        return _said(time)
    except ValueError:
        return None


def _said(time: TimeExpression) -> Said | None:
    if match := _MINUTE.match(time.value):
        day = dt.date.fromisoformat(match[1])
        return Said.at(dt.datetime.combine(day, dt.time(int(match[2]), int(match[3])))) if "+" in time.rule else None
    if match := _DAY.match(time.value):
        return Said.on(dt.date.fromisoformat(match[1]))
    if match := _MONTH.match(time.value):
        return Said.in_month(int(match[1]), int(match[2]))
    if match := _YEAR.match(time.value):
        return Said.in_year(int(match[1]))
    return None


def counts_from_a_day(time: TimeExpression, times: Sequence[TimeExpression]) -> bool:
    """'The same day' is known only where a day was named before; by itself it is no day of publication."""
    if not _COUNTING.match(time.rule):
        return True
    first = bisect_left(times, time.span.start - _COUNTED_FROM, key=lambda other: other.span.start)
    before = takewhile(lambda other: other.span.start < time.span.start, times[first:])
    return any(_DAY.match(other.value) for other in before)


def basis(text: str, time: TimeExpression) -> Span:
    """The expression with its preposition: 'on Wednesday', 'in December 2015'."""
    start, end = time.span
    before = re.search(r"\b(?:on|in|at|from|of)\s+\Z", text[max(0, start - 8) : start], re.IGNORECASE)
    possessive = text[end : end + 2] in ("'s", "’s")
    return Span(start - len(before.group()), end) if before and not possessive else time.span
