"""Lengths of time: three weeks, the past two years, years-long; and ages, which are none."""

import re

from claims.extraction.dates.context import Context
from claims.extraction.dates.rule import NO_TIME, Reading, Rule, duration, rule
from claims.extraction.dates.values import duration as length
from claims.extraction.dates.words import (
    FIGURES,
    NUMBER,
    NUMBERS,
    UNIT,
    UNITS,
    first_words,
    number,
    one_of,
    unit,
    words,
)

_SOME = one_of(words("some"))
_BETWEEN = rf"(?:{one_of(words('between'))}[-\s]+){{0,4}}"


def _counted(group: str) -> str:
    """A pattern for 'three', 'a few', 'half a', with the groups some, half and count, each ending with `group`."""
    return rf"(?:(?:a\s+(?:very\s+)?)?(?P<some{group}>{_SOME})|half\s+(?P<half{group}>a|an)|(?P<count{group}>{NUMBER}))"


COUNT_STARTS = [*NUMBERS, "hundred", "half", *first_words(words("some")), FIGURES]
PERIOD = rf"{_counted('')}[-\s]+{_BETWEEN}(?P<unit>{UNIT})(?![-\s]old)"
_HALVES = {"Y": "6M", "D": "T12H", "H": "30M", "m": "30S"}
_WINDOW = r"(?:the|these|those|his|her|its|their)"
_SPAN_WORD = r"past|last|previous|next|coming|first|final|following|preceding|opening|closing"
_BEHIND_A_LENGTH = re.compile(r"['’]s?\s|\s+(?:or\s+(?:so|two|more)|after|before|since|to\s+[a-z])\b", re.IGNORECASE)
_BEFORE_A_LENGTH = frozenset(words("before_a_length"))


@rule(
    rf"{NUMBER}[-\s]+(?:years?|months?|weeks?|days?)[-\s]+olds?\b|{NUMBER}\s+(?:years|months|weeks|days)\s+(?:old|of\s+age)\b"
    rf"|aged?\s+(?:between\s+)?{NUMBER}",
    COUNT_STARTS,
    "age",
    "aged",
)
def age(_match: re.Match[str], _context: Context) -> Reading:
    """A 12-year-old girl -> no time expression"""
    return NO_TIME


@rule(
    rf"(?P<count>{NUMBER})[-\s]+(?P<unit>year|month|week|day)s?[-\s]+old(?=\s+(?:[a-z]+\s+)?{one_of(words('aged_things'))}\b)"
    rf"|(?P<some>{UNIT})-old\b",
    COUNT_STARTS,
    [f"{word}s" for word in UNITS],
)
def age_of_a_thing(match: re.Match[str], _context: Context) -> Reading | None:
    """The 8-month-old truce held. -> P8M; a decades-old feud -> PXE"""
    _, designator = unit(match["unit"] or match["some"])
    count = number(match["count"]) if match["count"] else None
    return duration(length(count, designator)) if designator != "WE" else None


@rule(
    rf"(?P<count>{NUMBER})(?:\s+1/2|[-\s]and[-\s]a[-\s]half)[-\s]+(?P<unit>{UNIT})(?![-\s]old|\s+ago\b)"
    rf"|(?:an?|one)\s+(?P<one>{UNIT})\s+and\s+a\s+half(?!\s+ago\b)",
    COUNT_STARTS,
)
def and_a_half(match: re.Match[str], _context: Context) -> Reading | None:
    """The works took two and a half years. -> P2Y6M; a year and a half -> P1Y6M"""
    _, designator = unit(match["unit"] or match["one"])
    count = number(match["count"]) if match["count"] else 1
    if count is None or designator not in _HALVES:
        return None
    return duration(length(count, designator) + _HALVES[designator])


@rule(
    r"half[-\s](?:a[-\s]|of\s+a\s+)?century\b(?!\s+ago)|(?P<quarter>quarter)(?:[-\s]|\s+of\s+a\s+)century\b",
    "half",
    "quarter",
)
def part_of_a_century(match: re.Match[str], _context: Context) -> Reading:
    """A half-century of peace -> P50Y; a quarter of a century -> P25Y"""
    return duration("P25Y" if match["quarter"] else "P50Y")


@rule(PERIOD, COUNT_STARTS)
def period(match: re.Match[str], context: Context) -> Reading | None:
    """The strike lasted three full weeks. -> P3W"""
    if match["count"] and match["count"].lower() in ("a", "an") and not _is_length(match, context):
        return None
    value = _length(match)
    return duration(value) if value else None


def _is_length(match: re.Match[str], context: Context) -> bool:
    """'A second' is mostly a numeral, and in 'forty flights a week' the week is a rate."""
    if match["unit"].lower() in ("second", "quarter", "night", "weekend", "century"):
        return False
    return context.preceding_word(match.start()) in _BEFORE_A_LENGTH or bool(
        _BEHIND_A_LENGTH.match(context.text, match.end())
    )


def how_many(some: str | None, count: str | None) -> int | None:
    """'three' is 3, 'a couple of' is 2, 'several' is not known."""
    if some and some.lower().startswith("couple"):
        return 2
    return number(count) if count else None


def counted_length(count: int, designator: str) -> str:
    """Decades, centuries and quarters are counted in years and months, for ISO 8601 has no letters for them."""
    in_letters = {"E": (10, "Y"), "C": (100, "Y"), "Q": (3, "M")}
    if count > 1 and designator in in_letters:
        times, designator = in_letters[designator]
        count *= times
    return length(count, designator)


def _length(match: re.Match[str]) -> str | None:
    per_unit, designator = unit(match["unit"])
    if designator == "WE":
        return None
    if match["half"]:
        return {"Y": "P6M", "H": "PT30m".upper(), "D": "PT12H", "E": "P5Y", "C": "P50Y"}.get(designator)
    count = how_many(match["some"], match["count"])
    if count is not None:
        return counted_length(count * per_unit, designator)
    if match["some"]:
        return length(None, designator)
    figures = match["count"].replace("½", ".5")
    return length(None, designator).replace("X", figures)


@rule(
    rf"(?:{_WINDOW}\s+)?(?:{_SPAN_WORD})\s+{_counted('')}[-\s]+{_BETWEEN}(?P<unit>{UNIT})(?![-\s]old)"
    rf"|{_WINDOW}\s+{_counted('2')}[-\s]+"
    rf"{_BETWEEN}(?P<unit2>{UNIT})(?![-\s]old)",
    _WINDOW.strip("(?:)").split("|"),
    _SPAN_WORD.split("|"),
)
def window(match: re.Match[str], _context: Context) -> Reading | None:
    """The past two years have been hard. -> P2Y"""
    groups = match.groupdict()
    found = {name: groups[name] or groups[f"{name}2"] for name in ("some", "half", "count", "unit")}
    per_unit, designator = unit(found["unit"])
    count = how_many(found["some"], found["count"])
    if designator == "WE" or found["half"] or (found["count"] or "").lower() in ("a", "an"):
        return None
    return duration(counted_length(count * per_unit, designator) if count else length(None, designator))


@rule(
    rf"(?:the\s+)?(?P<which>coming|upcoming|past|last|next|first|final|previous|closing|opening)\s+(?P<unit>{UNIT})"
    r"(?:\s+and\s+(?:weeks|months|years))?",
    "the",
    "coming",
    "upcoming",
    "past",
    "last",
    "next",
    "first",
    "final",
    "previous",
    "closing",
    "opening",
)
def open_window(match: re.Match[str], _context: Context) -> Reading | None:
    """We shall know in the coming weeks. -> PXW; over the past year -> P1Y"""
    per_unit, designator = unit(match["unit"])
    if match["unit"].lower().endswith("s") and designator != "WE":
        return duration(length(None, designator))
    whole = match.group().lower().startswith("the") and match["which"].lower() == "past"
    return duration(length(per_unit, designator)) if whole and designator != "WE" else None


@rule(rf"the\s+(?P<unit>{UNIT})\s+(?:ahead|to\s+come)\b", "the")
def ahead(match: re.Match[str], _context: Context) -> Reading | None:
    """The months ahead will be lean. -> PXM"""
    per_unit, designator = unit(match["unit"])
    return duration(length(None if match["unit"].lower().endswith("s") else per_unit, designator))


@rule(
    rf"(?P<unit>{UNIT})(?:-long\b)?(?!\s+(?:ago|earlier|later|before|of\s+age|old)\b)",
    UNITS,
    [f"{word}s" for word in UNITS],
)
def bare_units(match: re.Match[str], context: Context) -> Reading | None:
    """They waited for years. -> PXY; a years-long wait"""
    _, designator = unit(match["unit"])
    if designator == "WE" or not match["unit"].lower().endswith("s"):
        return None
    whole = match.group().lower().endswith("-long") or (
        designator not in "SQ" and context.preceding_word(match.start()) in ("for", "in", "within", "over", "after")
    )
    return duration(length(None, designator)) if whole else None


@rule(rf"the\s+(?:(?:early|intervening)\s+)?(?P<unit>{UNIT})(?P<since>\s+that\s+followed\b)?", "the")
def over_the_years(match: re.Match[str], context: Context) -> Reading | None:
    """Over the years the bridge had moved. -> PXY; in the weeks that followed -> PXW"""
    if context.text[match.end() : match.end() + 4].lower() == " of ":
        return None
    over = context.preceding_word(match.start()) in ("over", "through", "throughout", "during", "down")
    if not match["unit"].lower().endswith("s") or not (over or match["since"] or "early" in match.group().lower()):
        return None
    _, designator = unit(match["unit"])
    return duration(length(None, designator)) if designator not in ("WE", "S", "Q") else None


@rule(rf"(?:the\s+)?(?P<unit>{one_of(UNITS)})-?long\b", "the", UNITS, [f"{word}long" for word in UNITS])
def unit_long(match: re.Match[str], _context: Context) -> Reading | None:
    """A weeklong visit -> P1W"""
    per_unit, designator = unit(match["unit"])
    return duration(length(per_unit, designator)) if designator != "WE" else None


DURATION_RULES: tuple[Rule, ...] = (
    age_of_a_thing,
    age,
    and_a_half,
    part_of_a_century,
    period,
    window,
    open_window,
    ahead,
    bare_units,
    over_the_years,
    unit_long,
)
