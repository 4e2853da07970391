"""What comes again and again (the SETs of TIMEX3): daily, every other week, on Mondays, twice a month."""

import re

from claims.extraction.dates.context import Context
from claims.extraction.dates.durations import COUNT_STARTS
from claims.extraction.dates.rule import Reading, Rule, repeated, rule
from claims.extraction.dates.values import duration as length
from claims.extraction.dates.words import (
    DAY_PART,
    DAY_PARTS,
    MONTH_NAME,
    MONTHS,
    NUMBER,
    ORDINAL,
    UNIT,
    WEEKDAY_NAME,
    WEEKDAYS,
    named,
    number,
    one_of,
    unit,
)

_AMOUNT = re.compile(r"[\d%](?:\s*(?:percent|per cent|million|billion|[a-z]+))?\s+\Z")
_REPEATED = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "biweekly": "P2W", "monthly": "P1M",
    "quarterly": "P1Q", "yearly": "P1Y", "annually": "P1Y", "hourly": "PT1H", "bimonthly": "P2M",
}  # fmt: skip


@rule(rf"{one_of(_REPEATED)}\b", _REPEATED)
def adverb_of_repetition(match: re.Match[str], context: Context) -> Reading | None:
    """The figures are checked weekly. -> P1W. The Daily Post is a paper, a quarterly report a kind of report"""
    word, behind = match.group(), context.text[match.end() : match.end() + 3]
    if re.match(r"\s+[A-Z]", behind) or (word == "quarterly" and re.match(r"\s+\w", behind)):
        return None
    if word == "annually" and _AMOUNT.search(context.text, max(0, match.start() - 30), match.start()):
        return None
    return repeated(_REPEATED[word.lower()])


@rule(
    rf"(?:every|each)\s+(?:(?P<other>other)\s+|(?P<few>few|several)\s+|(?P<count>{NUMBER})\s+|{ORDINAL}\s+)?"
    rf"(?:(?P<unit>{UNIT})|(?P<weekday>{WEEKDAY_NAME})(?:\s+(?P<part>{DAY_PART}))?|(?P<alone>{DAY_PART})"
    rf"|(?P<month>{MONTH_NAME}))",
    "every",
    "each",
)
def every(match: re.Match[str], _context: Context) -> Reading | None:
    """The council meets every second Tuesday. -> XXXX-WXX-2"""
    if match["weekday"]:
        part = f"T{DAY_PARTS[match['part'].lower()]}" if match["part"] else ""
        return repeated(f"XXXX-WXX-{named(WEEKDAYS, match['weekday'])}{part}")
    if match["month"]:
        return repeated(f"XXXX-{named(MONTHS, match['month']):02d}")
    if match["alone"]:
        return repeated(f"XXXX-XX-XXT{DAY_PARTS[match['alone'].lower()]}")
    per_unit, designator = unit(match["unit"])
    if match["few"]:
        return repeated(length(None, designator)) if designator != "WE" else None
    count = 2 if match["other"] else number(match["count"]) if match["count"] else 1
    return repeated(length((count or 1) * per_unit, designator)) if designator != "WE" else repeated("XXXX-WXX-WE")


@rule(
    rf"(?P<weekday>{WEEKDAY_NAME[:-2]}s\b)(?:\s+(?P<part>{DAY_PART}))?|(?P<one>{WEEKDAY_NAME})\s+(?P<parts>{DAY_PART[:-2]}s\b)",
    WEEKDAYS,
    [f"{word}s" for word in WEEKDAYS],
)
def weekdays_in_general(match: re.Match[str], _context: Context) -> Reading:
    """The library is shut on Mondays. -> XXXX-WXX-1; on Monday nights -> XXXX-WXX-1TNI"""
    name = match["one"] or match["weekday"][:-1]
    part = match["part"] or (match["parts"] or "")[:-1]
    return repeated(f"XXXX-WXX-{named(WEEKDAYS, name)}" + (f"T{DAY_PARTS[part.lower()]}" if part else ""))


@rule(
    rf"(?:once|twice|(?:{NUMBER})\s+times)\s+(?:a|an|each|every|per)\s+(?P<unit>{UNIT})", "once", "twice", COUNT_STARTS
)
def times_a_unit(match: re.Match[str], _context: Context) -> Reading:
    """The board sits twice a month. -> P1M"""
    per_unit, designator = unit(match["unit"])
    return repeated(length(per_unit, designator))


REPETITION_RULES: tuple[Rule, ...] = (adverb_of_repetition, every, weekdays_in_general, times_a_unit)
