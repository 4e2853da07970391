"""Times of day. Alone they belong to the day last named, else to the day of publication."""

import re

from claims.extraction.dates.context import Context
from claims.extraction.dates.rule import Reading, Rule, rule, time
from claims.extraction.dates.words import FIGURES, NUMBERS, number, one_of

_ZONE = r"(?:\s*\(?(?-i:[A-Z]{1,3}[DS]?T|GMT|UTC|BST|local\s+time|Eastern(?:\s+time)?|Pacific(?:\s+time)?)\b\)?)?"
_HOURS = one_of(word for word, value in NUMBERS.items() if 1 <= value <= 12 and len(word) > 2)


@rule(
    rf"(?P<hour>\d{{1,2}}|{_HOURS})(?:[:.](?P<minute>[0-5]\d))?\s*(?P<half>[ap])(?:\.\s?m\b\.?|m\b){_ZONE}",
    FIGURES,
    NUMBERS,
)
def twelve_hours(match: re.Match[str], context: Context) -> Reading | None:
    """Polls close at 10.30pm. -> T22:30 of the day last named"""
    hour = number(match["hour"])
    if hour is None or not 1 <= hour <= 12:
        return None
    afternoon = match["half"].lower() == "p"
    return at_time(context, hour % 12 + 12 * afternoon, int(match["minute"] or 0))


@rule(rf"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:]){_ZONE}", FIGURES)
def twenty_four_hours(match: re.Match[str], context: Context) -> Reading | None:
    """The train left at 14:05. -> T14:05 of the day last named"""
    return at_time(context, int(match["hour"]), int(match["minute"]))


@rule(r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s+(?:GMT|BST|UTC|hours|hrs|local\s+time)\b", FIGURES)
def military(match: re.Match[str], context: Context) -> Reading | None:
    """A statement is due at 1630 GMT. -> T16:30"""
    return at_time(context, int(match["hour"]), int(match["minute"]))


@rule(
    rf"(?P<hour>\d{{1,2}}|{_HOURS})(?:\s+o['’]clock)?\s+(?:in\s+the\s+(?P<part>morning|afternoon|evening)|at\s+(?P<night>night))\b"
    rf"|(?P<alone>\d{{1,2}}|{_HOURS})\s+o['’]clock",
    FIGURES,
    NUMBERS,
)
def o_clock(match: re.Match[str], context: Context) -> Reading | None:
    """They were woken at five in the morning. -> T05:00"""
    hour = number(match["hour"] or match["alone"])
    if hour is None or hour > 12:
        return None
    late = (match["part"] or match["night"] or "").lower() in ("afternoon", "evening", "night")
    return at_time(context, hour % 12 + 12 if late else hour, 0)


@rule(rf"(?P<name>noon|midday|midnight){_ZONE}\b", "noon", "midday", "midnight")
def noon(match: re.Match[str], context: Context) -> Reading | None:
    """The siege ended at noon. -> T12:00"""
    if context.preceding_word(match.start()) == "high":
        return None
    return at_time(context, 0 if match["name"].lower() == "midnight" else 12, 0)


def at_time(context: Context, hour: int, minute: int) -> Reading:
    day = context.reference_day()
    return time(f"{day.isoformat() if day else 'XXXX-XX-XX'}T{hour:02d}:{minute:02d}")


CLOCK_RULES: tuple[Rule, ...] = (twelve_hours, twenty_four_hours, military, o_clock, noon)
