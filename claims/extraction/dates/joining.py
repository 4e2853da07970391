"""Neighbours that speak of one time: "Thursday evening", "9 a.m. Tuesday", "Thursday, 26 April"."""

import re

from claims.extraction.dates.words import DAY_PARTS, one_of
from claims.records import Span, TimeExpression, TimeType

_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_CLOCK = re.compile(r"(?:\d{4}-\d\d-\d\d|XXXX-XX-XX)T(?P<time>\d\d:\d\d|[A-Z]{2})\Z")
_BETWEEN = re.compile(r"(?:,?\s+|\s*\(|,?\s+on\s+|,?\s+(?:in|at)\s+)\Z", re.IGNORECASE)
PART_BEHIND = re.compile(rf"\s+(?P<part>{one_of(DAY_PARTS)})\b(?!s)", re.IGNORECASE)


def joined(text: str, left: TimeExpression, right: TimeExpression) -> TimeExpression | None:
    """One expression over both where they name a clock time and its day, or a weekday and its date; else None."""
    if not _BETWEEN.fullmatch(text[left.span.end : right.span.start]):
        return None
    span = Span(left.span.start, right.span.end)
    rule = f"{left.rule}+{right.rule}"
    if (clock := _CLOCK.match(left.value)) and _DAY.match(right.value):
        return TimeExpression(span, TimeType.TIME, f"{right.value}T{clock['time']}", rule)
    if _DAY.match(left.value) and (clock := _CLOCK.match(right.value)):
        return TimeExpression(span, TimeType.TIME, f"{left.value}T{clock['time']}", rule)
    if left.rule in ("plain_weekday", "pointed_weekday") and right.rule in _CALENDAR_DAYS:
        return TimeExpression(span, TimeType.DATE, right.value, rule)
    if left.rule == "plain_month" and right.rule == "spoken_year":
        return TimeExpression(span, TimeType.DATE, right.value + left.value[4:], rule)
    return None


_CALENDAR_DAYS = frozenset({"month_day", "day_month", "month_ordinal", "ordinal_month", "iso_day", "figures_day"})


def with_part_of_day(text: str, day: TimeExpression) -> TimeExpression:
    """'Thursday' grows over an 'evening' behind it."""
    match = PART_BEHIND.match(text, day.span.end)
    if match is None or not _DAY.match(day.value):
        return day
    value = f"{day.value}T{DAY_PARTS[match['part'].lower()]}"
    return TimeExpression(Span(day.span.start, match.end()), TimeType.TIME, value, f"{day.rule}+part")
