"""Periods that are pointed at: last week, this year, the quarter, the following month; and words that only point."""

import re

from claims.extraction.dates.context import Context
from claims.extraction.dates.rule import Reading, Rule, date, duration, rule, time
from claims.extraction.dates.values import at_grain, shifted, year_of_month
from claims.extraction.dates.words import (
    DAY_OF_MONTH,
    DAY_PART,
    DAY_PARTS,
    MONTH,
    MONTHS,
    VAGUE,
    first_words,
    named,
    one_of,
    unit,
    words,
)

_PERIOD_END = re.compile(rf"\s+end(?:ed|ing)\s+(?:on\s+)?(?:{DAY_OF_MONTH}\s+)?(?P<month>{MONTH})", re.IGNORECASE)
_POSSESSIVES = frozenset(words("possessives"))
_MODALS = frozenset({"will", "would", "may", "might", "could", "can", "to", "ll"})
_ENDS_A_PHRASE = re.compile(
    r"[.,;:!?)'\"’”]|$|(?:and|but|is|was|that|to|of|on|in|when|as|for|with|away|he|she|it|they)\b", re.IGNORECASE
)
_STEPS = {"last": -1, "past": -1, "this past": -1, "next": 1, "coming": 1, "this coming": 1, "this": 0,
          "the current": 0,
          "this current": 0, "the present": 0, "the coming": 1, "the last": -1, "this same": 0, "the latest": -1,
          "the next": 1, "the full": 0}  # fmt: skip
_GRAINS = r"(?P<grain>week|weekend|fortnight|month|quarter|year|decade|century)\b"
_FISCAL = r"(?:(?:fiscal|financial|calendar|academic|tax)\s+)?"
_POINTS_ONLY = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


@rule(rf"(?P<which>{one_of(_STEPS)})\s+{_FISCAL}{_GRAINS}(?!-)", first_words(_STEPS))
def pointed_period(match: re.Match[str], context: Context) -> Reading | None:
    """The vote is next month. -> 2018-05, read in April 2018"""
    step = _STEPS[" ".join(match["which"].lower().split())]
    per_unit, designator = unit(match["grain"])
    if match["grain"][0].isupper():
        return None
    if context.published is None:
        return date(_POINTS_ONLY[step])
    if designator == "Q" and match["which"].lower().endswith("latest"):
        return date(context.reported_quarter() or at_grain(shifted(context.published, -1, "Q"), "Q"))
    if designator == "W" and per_unit == 2:
        return None
    return date(at_grain(shifted(context.published, step * per_unit, designator), designator))


@rule(
    r"the\s+(?:(?P<latest>latest)\s+)?(?P<grain>weekend|week|month|quarter|year|period)\b(?!-|\s+(?:before|after|of|to\s+come|ahead|in\s+which|when|that))",
    "the",
)
def the_period(match: re.Match[str], context: Context) -> Reading | None:
    """Prices rose over the weekend. -> the weekend before, from Sunday to Wednesday; else the one of the week"""
    grain = match["grain"].lower()
    if match["latest"]:
        quarter = context.reported_quarter() if grain in ("period", "quarter") else None
        return date(quarter) if quarter else None
    if context.published is None or grain == "period":
        return None
    if grain == "year" and _PERIOD_END.match(context.text, match.end()):
        return duration("P1Y")
    if grain == "quarter" and (end := _PERIOD_END.match(context.text, match.end())):
        month = named(MONTHS, end["month"])
        return date(f"{year_of_month(context.published, month, -1)}-Q{(month + 2) // 3}")
    if grain == "quarter":
        return date(context.reported_quarter() or f"{context.published.year}-QX")
    if grain == "weekend":
        back = context.direction(*match.span()) <= 0 and context.published.isoweekday() <= 3
        return date(at_grain(shifted(context.published, -7 if back else 0, "D"), "WE"))
    if grain in ("month", "week") and context.preceding_word(match.start()) not in ("in", "of", "during", "for", "s"):
        return None
    return date(at_grain(context.published, unit(grain)[1]))


@rule(
    r"(?:(?:earlier|later)\s+)?(?P<which>that|the\s+same|the\s+previous|the\s+following|the\s+next|the\s+preceding)\s+"
    r"(?:(?:fiscal|financial|calendar)\s+)?(?P<grain>week|weekend|month|quarter|year)\b",
    "that",
    "the",
    "earlier",
    "later",
)
def carried_period(match: re.Match[str], context: Context) -> Reading | None:
    """He won in 2004 and resigned the following year. -> 2005"""
    step = {"previous": -1, "preceding": -1, "following": 1, "next": 1}.get(match["which"].lower().split()[-1], 0)
    grain = unit(match["grain"])[1]
    if grain == "Q" and step == 0 and (value := context.last_value(r"\d{4}-Q\d")):
        return date(value)
    if grain == "Y" and (value := context.last_value(r"\d{4}\b")):
        return date(f"{int(value[:4]) + step}")
    reference = context.reference_day()
    return date(at_grain(shifted(reference, step, grain), grain)) if reference else None


@rule(
    r"(?:the\s+)?year[-\s]end\b|(?:the\s+)?year['’]s\s+end\b|(?:the\s+)?end\s+of\s+(?:the|this)\s+year\b|mid-?year\b",
    "the",
    "year",
    "end",
    "mid",
    "midyear",
)
def end_of_year(match: re.Match[str], context: Context) -> Reading | None:
    """The deal should close around year-end. -> 2018-12, read in 2018"""
    if context.published is None:
        return None
    written = match.group().lower()
    year = context.published.year
    if written.startswith("mid"):
        return date(f"{year}-06")
    return date(f"{year}") if "end of" in written else date(f"{year}-12")


@rule(
    r"(?:the\s+)?(?:end|turn|start|beginning|close)\s+of\s+the\s+(?P<grain>decade|century)\b|(?P<short>week|month)['’]s\s+end\b",
    "the",
    ("end", "turn", "start", "beginning", "close", "week", "month"),
)
def end_of_period(match: re.Match[str], context: Context) -> Reading | None:
    """The bridge should open by the end of the decade. -> 201, read in 2018; by month's end -> 2018-04"""
    grain = unit(match["grain"] or match["short"])[1]
    return date(at_grain(context.published, grain)) if context.published else None


@rule(r"the\s+(?P<grain>year|month|week)\s+(?P<side>before\s+last|after\s+next)\b", "the")
def before_last(match: re.Match[str], context: Context) -> Reading | None:
    """They moved the year before last. -> 2016, read in 2018"""
    grain, step = unit(match["grain"])[1], -2 if match["side"].lower().startswith("before") else 2
    return date(at_grain(shifted(context.published, step, grain), grain)) if context.published else None


@rule(r"(?P<ending>(?:earlier|later)\s+)?in\s+the\s+(?P<grain>day|week|month|year)\b", "earlier", "later")
def within(match: re.Match[str], context: Context) -> Reading | None:
    """Earlier in the week she had denied it. -> the week of publication"""
    grain = unit(match["grain"])[1]
    day = context.reference_day() if grain == "D" else context.published
    return date(at_grain(day, grain)) if day else None


@rule(
    r"(?P<which>last\s+night|tonight|overnight|this\s+(?P<part>morning|afternoon|evening|lunchtime))\b",
    "last",
    "tonight",
    "overnight",
    "this",
)
def part_of_today(match: re.Match[str], context: Context) -> Reading | None:
    """The minister resigned this morning. -> 2018-04-26TMO"""
    written = match["which"].lower()
    day = context.reference_day() if written == "overnight" else context.published
    if day is None:
        return None
    back = written.startswith(("last", "overnight"))
    part = DAY_PARTS[match["part"].lower()] if match["part"] else "NI"
    return time(f"{shifted(day, -1 if back else 0, 'D').isoformat()}T{part}")


@rule(
    rf"(?:the\s+|mid[-\s]?|early\s+|late\s+)(?:(?:early|late)\s+)?(?P<part>{DAY_PART})", "the", "mid", "early", "late"
)
def part_of_named_day(match: re.Match[str], context: Context) -> Reading | None:
    """The troops left on Monday; in the morning the town was quiet. -> the morning of the day last named"""
    before = context.preceding_word(match.start())
    if before not in ("in", "by", "during", "through", "until", "of", "late", "early", "throughout", "at"):
        return None
    reference = context.reference_day()
    return time(f"{reference.isoformat()}T{DAY_PARTS[match['part'].lower()]}") if reference else None


@rule(
    rf"(?P<which>that|the\s+same|the\s+next|the\s+following|the\s+previous)\s+(?P<part>{DAY_PART})"
    rf"|the\s+(?P<eve>morning|afternoon|evening|night)\s+before\b(?=\s*[,.;]|\s+and\b)",
    ("that", "the"),
)
def part_of_carried_day(match: re.Match[str], context: Context) -> Reading | None:
    """They met on 3 May and left the next morning. -> the morning of 4 May; that evening -> the evening of 3 May"""
    reference = context.reference_day()
    if reference is None:
        return None
    which = match["which"].lower().split()[-1] if match["which"] else "previous"
    step = {"next": 1, "following": 1, "previous": -1}.get(which, 0)
    return time(f"{shifted(reference, step, 'D').isoformat()}T{DAY_PARTS[(match['part'] or match['eve']).lower()]}")


@rule(r"one\s+day|some\s?day", "one", "some", "someday")
def some_day(match: re.Match[str], context: Context) -> Reading | None:
    """The tunnel will one day be finished. -> FUTURE_REF"""
    return date("FUTURE_REF") if context.preceding_word(match.start()) in _MODALS else None


@rule(
    rf"(?P<core>{one_of(VAGUE)})\b(?:\s+(?P<units>days|weeks|months|years|decades)(?:\s+and\s+(?:days|weeks|months|years))?\b)?",
    first_words(VAGUE),
)
def vague(match: re.Match[str], context: Context) -> Reading | None:
    """Now the rule has changed. -> PRESENT_REF; in recent weeks -> PAST_REF"""
    plain = " ".join(match["core"].lower().split())
    before, behind = (
        context.preceding_word(match.start()),
        context.text[match.end() : match.end() + 14].lstrip().lower(),
    )
    if plain == "previously":
        before = "" if match.group()[0].isupper() else "in a sentence"
    if plain == "soon" and context.is_past_verb(match.end()):
        return None
    return date(VAGUE[plain]) if _points(plain, before, behind) else None


def _points(plain: str, before: str, behind: str) -> bool:
    """'As soon as', 'shortly after', 'past mistakes' and 'the future king' point at no time."""
    match plain:
        case "soon":
            return before not in ("as", "too", "how", "so") and not behind.startswith(("as ", "after", "enough"))
        case "previously":
            return not before and behind[:1].isalpha() | behind.startswith(",")
        case "shortly":
            return behind.startswith((".", ",", ";"))
        case "future":
            return before in _POSSESSIVES and _ENDS_A_PHRASE.match(behind) is not None
        case "the past" | "the future":
            return _ENDS_A_PHRASE.match(behind) is not None
    return True


RELATIVE_RULES: tuple[Rule, ...] = (
    pointed_period,
    the_period,
    carried_period,
    end_of_year,
    end_of_period,
    before_last,
    within,
    part_of_today,
    part_of_named_day,
    part_of_carried_day,
    some_day,
    vague,
)
