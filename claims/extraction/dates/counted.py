"""Points in time counted from another: two years ago, a week later, a year earlier."""

import datetime as dt
import re

from claims.extraction.dates.context import Context
from claims.extraction.dates.durations import COUNT_STARTS, PERIOD, counted_length, how_many
from claims.extraction.dates.rule import Reading, Rule, date, duration, rule
from claims.extraction.dates.values import at_grain, shifted
from claims.extraction.dates.words import (
    NUMBER,
    UNIT,
    UNITS,
    number,
    unit,
)

_FINER_THAN_A_DAY = frozenset("SmH")


@rule(
    rf"(?:{PERIOD}|(?P<bare>{UNIT}))(?:\s+or\s+(?:so|more|two))?\s+(?:ago\b|back(?=\s*[,.;:)]|\s+(?:and|but|when|that)\b))",
    COUNT_STARTS,
    UNITS,
    [f"{word}s" for word in UNITS],
)
def ago(match: re.Match[str], context: Context) -> Reading | None:
    """The mine closed three years ago. -> 2015, read in 2018"""
    if how_many(match["some"], match["count"]) is None or context.published is None:
        return date("PAST_REF")
    return _counted(context.published, match, -1)


@rule(
    rf"(?:(?P<count>{NUMBER})[-\s]and[-\s]a[-\s]half[-\s]+(?P<unit>years|decades)|(?:a|one)\s+(?P<one>year|decade)\s+and\s+a\s+half"
    rf"|(?P<half>(?:a\s+)?half[-\s](?:a[-\s]|of\s+a\s+)?)(?:century|(?P<decade>decade))"
    rf"|(?P<quarter>(?:a\s+)?quarter(?:[-\s]|\s+of\s+a\s+))century)\s+ago\b",
    COUNT_STARTS,
    "quarter",
)
def and_a_half_ago(match: re.Match[str], context: Context) -> Reading | None:
    """The mine closed two and a half years ago. -> 2015, read in April 2018; half a century ago -> 1968"""
    if context.published is None:
        return date("PAST_REF")
    if match["half"] or match["quarter"]:
        months = 60 if match["decade"] else 600 if match["half"] else 300
    else:
        count = number(match["count"]) if match["count"] else 1
        if count is None:
            return None
        months = (12 * count + 6) * (10 if "decade" in (match["unit"] or match["one"]).lower() else 1)
    return date(at_grain(shifted(context.published, -months, "M"), "Y"))


@rule(
    rf"{PERIOD}\s+(?P<side>earlier|previously|later|afterwards|hence|from\s+now|from\s+today|on)\b(?!\s+than)",
    COUNT_STARTS,
)
def earlier_or_later(match: re.Match[str], context: Context) -> Reading | None:
    """She left in 2010 and came back two years later. -> 2012"""
    side = match["side"].lower()
    if not match["count"] or (side == "on" and context.text[match.end() :][:1] not in ",.;"):
        return None
    if side in ("hence",) or side.startswith("from"):
        return _counted(context.published, match, 1) if context.published else date("FUTURE_REF")
    step = -1 if side in ("earlier", "previously") else 1
    if unit(match["unit"])[1] == "Y" and (value := _years_from_a_period(context, match, step)):
        return value
    if unit(match["unit"])[1] in "MY" and (value := _months_from_a_month(context, match, step)):
        return value
    reference = context.reference_day()
    if step > 0 and reference == context.published and context.direction(*match.span()) <= 0:
        return _unanchored(match)
    return _counted(reference, match, step) if reference else None


def _months_from_a_month(context: Context, match: re.Match[str], step: int) -> Reading | None:
    """Three months after May 2003 is August 2003; a year after it is 2004."""
    month = context.last_value(r"\d{4}-\d\d(?:-\d\d)?\Z")
    if month is None or len(month) > 7:
        return None
    return _counted(dt.date(int(month[:4]), int(month[5:]), 1), match, step)


def _unanchored(match: re.Match[str]) -> Reading | None:
    """'Two years later she left', where nothing tells later than what, has a length and no year."""
    per_unit, designator = unit(match["unit"])
    count = how_many(match["some"], match["count"])
    return duration(counted_length(count * per_unit, designator)) if count and designator != "WE" else None


def _years_from_a_period(context: Context, match: re.Match[str], step: int) -> Reading | None:
    """A year before the third quarter is the third quarter; a year before 2014 is 2013."""
    count = number(match["count"])
    value = context.reported_quarter() or context.last_value(r"\d{4}\Z")
    if count is None or value is None:
        return None
    return date(f"{int(value[:4]) + step * count:04d}{value[4:]}")


@rule(
    r"(?:the\s+)?(?:a\s+)?year[-\s](?:ago|earlier)\b(?:[-\s]+(?:period|quarter|level|figure|month|third\s+quarter)s?\b)?",
    "the",
    "a",
    "year",
)
def year_ago(_match: re.Match[str], context: Context) -> Reading | None:
    """Profit in the third quarter fell from a year ago. -> the same quarter of the year before"""
    if context.published is None:
        return date("PAST_REF")
    same = context.reported_quarter()
    if same is None:
        return date(f"{context.published.year - 1}")
    return date(f"{int(same[:4]) - 1}{same[4:]}")


def _counted(start: dt.date, match: re.Match[str], step: int) -> Reading | None:
    """Counting hours stays on the day; counting years names a year, counting weeks a week."""
    per_unit, designator = unit(match["unit"])
    count = how_many(match["some"], match["count"])
    if designator in _FINER_THAN_A_DAY:
        return date(at_grain(start, "D"))
    if count is None:
        return None
    if designator in "EC":
        count, designator = count * (10 if designator == "E" else 100), "Y"
    return date(at_grain(shifted(start, step * count * per_unit, designator), designator))


COUNTED_RULES: tuple[Rule, ...] = (year_ago, and_a_half_ago, ago, earlier_or_later)
