"""Neighbours that speak of one time: "Thursday evening", "9 a.m. Tuesday", "Thursday, 26 April", "June last year"."""

import datetime as dt
import re

from claims.extraction.dates.words import DAY_PARTS, one_of
from claims.records import Span, TimeExpression, TimeType

_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_CLOCK = re.compile(r"(?:\d{4}-\d\d-\d\d|XXXX-XX-XX)T(?P<time>\d\d:\d\d|[A-Z]{2})\Z")
_WEEK = re.compile(r"(\d{4})-W(\d\d)\Z")
_YEAR = re.compile(r"\d{4}\Z")
_OF_YEAR = re.compile(r",?\s+(?:of\s+)?", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:,?\s+|\s*\(|,?\s+on\s+|,?\s+(?:in|at)\s+)\Z", re.IGNORECASE)
PART_BEHIND = re.compile(rf"\s+(?P<part>{one_of(DAY_PARTS)})\b(?!s)", re.IGNORECASE)


def joined(text: str, left: TimeExpression, right: TimeExpression) -> TimeExpression | None:
    """One expression over both where they name a clock time and its day, a weekday and its date, or a month and which
    year; else None."""
    between = text[left.span.end : right.span.start]
    if right.rule == "pointed_period" and _YEAR.match(right.value) and _OF_YEAR.fullmatch(between):
        return _in_a_pointed_year(left, right)
    of_a_week = right.rule == "pointed_period" and _OF_YEAR.fullmatch(between)
    if not of_a_week and not _BETWEEN.fullmatch(between):
        return None
    span = Span(left.span.start, right.span.end)
    rule = f"{left.rule}+{right.rule}"
    if left.rule == "plain_weekday" and (week := _WEEK.match(right.value)) and right.rule == "pointed_period":
        day = dt.date.fromisocalendar(int(week[1]), int(week[2]), dt.date.fromisoformat(left.value).isoweekday())
        return TimeExpression(span, TimeType.DATE, day.isoformat(), rule)
    if (clock := _CLOCK.match(left.value)) and _DAY.match(right.value):
        return TimeExpression(span, TimeType.TIME, f"{right.value}T{clock['time']}", rule)
    if _DAY.match(left.value) and (clock := _CLOCK.match(right.value)):
        return TimeExpression(span, TimeType.TIME, f"{left.value}T{clock['time']}", rule)
    if left.rule in ("plain_weekday", "pointed_weekday") and right.rule in _CALENDAR_DAYS:
        return TimeExpression(span, TimeType.DATE, right.value, rule)
    if left.rule == "plain_month" and right.rule == "spoken_year":
        return TimeExpression(span, TimeType.DATE, right.value + left.value[4:], rule)
    return None


def _in_a_pointed_year(left: TimeExpression, right: TimeExpression) -> TimeExpression | None:
    """'June next year', '31 May this year', 'the spring of last year'."""
    if not _YEAR.match(right.value) or left.rule not in _WITHIN_A_YEAR or not left.value[:4].isdigit():
        return None
    value = right.value + left.value[4:]
    return TimeExpression(Span(left.span.start, right.span.end), TimeType.DATE, value, f"{left.rule}+year")


_WITHIN_A_YEAR = frozenset({"plain_month", "season", "part_of_year", "month_day", "day_month", "month_ordinal"})
_CALENDAR_DAYS = frozenset({"month_day", "day_month", "month_ordinal", "ordinal_month", "iso_day", "figures_day"})


def with_part_of_day(text: str, day: TimeExpression) -> TimeExpression:
    """'Thursday' grows over an 'evening' behind it."""
    match = PART_BEHIND.match(text, day.span.end)
    if match is None or not _DAY.match(day.value):
        return day
    value = f"{day.value}T{DAY_PARTS[match['part'].lower()]}"
    return TimeExpression(Span(day.span.start, match.end()), TimeType.TIME, value, f"{day.rule}+part")
