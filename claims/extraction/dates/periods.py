"""Months, quarters, halves of years and seasons."""

import re

from claims.extraction.dates.context import Context
from claims.extraction.dates.days import short_year
from claims.extraction.dates.rule import Reading, Rule, date, rule
from claims.extraction.dates.values import year_of_month, year_of_pointed_month, year_of_quarter, year_of_season
from claims.extraction.dates.words import (
    FIGURES,
    MONTH,
    MONTH_NAME,
    MONTHS,
    SEASON,
    SEASONS,
    YEAR,
    named,
    ordinal,
    words,
)
from claims.extraction.dates.years import decade_value

_BEFORE_MONTH, _BEFORE_MAY = frozenset(words("before")), frozenset(words("before_may"))
_MONTHS_THAT_ARE_NAMES = {"april", "june", "august", "march"}
_BY_WHOM = re.compile(r"(?:ed|en|wn|one|made|said|built|told|held|led)\s+by\s+\Z")
_BEHIND_A_NAME = re.compile(
    r"\s+(?:for|of|on|in|to|and|was|is|were|has|had|will|against|through|that|who|which|said)\b"
)
_HALVES = {"first": "H1", "second": "H2", "last": "H2", "latter": "H2"}


@rule(rf"(?P<month>{MONTH})(?:\s+of)?(?:,?\s+(?P<year>{YEAR})|\s+['’](?P<short>\d\d)\b)", MONTHS)
def month_and_year(match: re.Match[str], _context: Context) -> Reading | None:
    """The office opened in June 2011. -> 2011-06"""
    year = match["year"] or short_year(match["short"])
    return date(f"{year}-{named(MONTHS, match['month']):02d}") if match["month"][0].isupper() else None


@rule(rf"(?P<month>{MONTH_NAME})", MONTHS)
def plain_month(match: re.Match[str], context: Context) -> Reading | None:
    """The office will open in June. -> the next June after publication"""
    name, before = match["month"], context.preceding_word(match.start())
    if not name[0].isupper() or not _is_month(name, before, match):
        return None
    month = named(MONTHS, name)
    if context.published is None:
        return date(f"XXXX-{month:02d}")
    if (stated := _stated(before)) > 0:
        return date(f"{year_of_pointed_month(context.published, month, stated)}-{month:02d}")
    direction = stated or context.direction(*match.span())
    return date(f"{year_of_month(context.published, month, direction)}-{month:02d}")


def _stated(before: str) -> int:
    return {"last": -1, "past": -1, "since": -1, "next": 1, "until": 1, "till": 1}.get(before, 0)


def _is_month(name: str, before: str, match: re.Match[str]) -> bool:
    """Mrs May, April Shaw and the Million March are none."""
    if name.lower() == "may":
        return before in _BEFORE_MAY or (before == "by" and not _BY_WHOM.search(match.string[: match.start()][-30:]))
    if before in _BEFORE_MONTH:
        return True
    behind = match.string[match.end() : match.end() + 12]
    if name.lower() not in _MONTHS_THAT_ARE_NAMES:
        return True
    if before in ("the", "a", "this"):
        return re.match(r"\s+[a-z\d]", behind) is not None and not _BEHIND_A_NAME.match(behind)
    return before != "s" and not re.match(r"\s+(?:[A-Z][a-z]|for\b|of\b|on\b)", behind)


@rule(
    rf"(?P<which>last|this|this\s+past|this\s+coming|next|the\s+previous)\s+(?P<month>{MONTH_NAME})",
    ("last", "this", "next", "the"),
)
def pointed_month(match: re.Match[str], context: Context) -> Reading | None:
    """He was elected last June. -> the June before publication"""
    if not match["month"][0].isupper():
        return None
    month, which = named(MONTHS, match["month"]), match["which"].lower().split()
    if context.published is None:
        return date(f"XXXX-{month:02d}")
    if which == ["this"]:
        return date(f"{context.published.year}-{month:02d}")
    direction = 1 if {"next", "coming"} & {*which} else -1
    return date(f"{year_of_pointed_month(context.published, month, direction)}-{month:02d}")


@rule(
    rf"(?:(?P<which>last|this|this\s+past|this\s+coming|next|the\s+past|the)\s+)?(?P<season>{SEASON})"
    rf"(?:(?:\s+of)?,?\s+(?P<year>{YEAR}))?",
    ("last", "this", "next", "the"),
    SEASONS,
)
def season(match: re.Match[str], context: Context) -> Reading | None:
    """The rule was relaxed last summer. -> 2017-SU, read in the spring of 2018"""
    name = SEASONS[match["season"].lower()]
    if match["year"]:
        return date(f"{match['year']}-{name}")
    if not _is_season(match, context) or context.published is None:
        return None
    which = (match["which"] or "").lower().split()
    back, ahead = {"last", "past"} & {*which}, {"next", "coming"} & {*which}
    direction = -1 if back else 1 if ahead else 0 if "this" in which else context.direction(*match.span())
    pointed = bool(back or ahead)
    return date(f"{year_of_season(context.published, name, direction, pointed=pointed)}-{name}")


def _is_season(match: re.Match[str], context: Context) -> bool:
    """'A fall in prices' and 'to spring' are none; 'in the fall' and 'this spring' are."""
    if match["which"] and match["which"].lower() != "the":
        return True
    before = context.preceding_word(match.start())
    followed = re.match(
        r"\s*(?:[.,;:)'’]|$|and\b|when\b|but\b|after\b|of\s+(?:last|this|next)\b)",
        match.string[match.end() : match.end() + 12],
    )
    plain_spring = match["season"] == "spring"
    if match["season"].lower() in ("fall", "spring") or match["season"][0].isupper():
        return (
            (bool(match["which"]) or plain_spring)
            and before in ("in", "during", "over", "until", "by")
            and followed is not None
        )
    return before in (
        "in",
        "during",
        "over",
        "until",
        "by",
        "since",
        "through",
        "early",
        "late",
        "mid",
        "every",
        "into",
        "throughout",
    )


@rule(
    rf"(?:the\s+)?(?:(?:fiscal|financial|company['’]s|current|(?P<front>{YEAR})|(?P<whose>this|last|next)\s+year['’]s)\s+)?"
    rf"(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th|final)"
    rf"(?:[-\s]+(?:fiscal|financial))?[-\s]+(?P<part>quarter|half)\b"
    rf"(?:(?:\s+of)?\s+(?:(?:fiscal\s+)?(?P<year>{YEAR})|(?P<pointed>this|last|next)\s+year\b))?",
    ("the", "fiscal", "financial", "current", "company", "first", "second", "third", "fourth", "final", FIGURES),
    ("this", "last", "next"),
)
def part_of_year(match: re.Match[str], context: Context) -> Reading | None:
    """Sales slid in the third quarter. -> 2017-Q3, read in February 2018"""
    which = {"final": "fourth"}.get(match["ordinal"].lower(), match["ordinal"])
    year = match["year"] or match["front"] or _pointed_year(match["pointed"] or match["whose"], context)
    if match["part"].lower() == "half":
        return _half_of_year(match["ordinal"].lower(), year)
    quarter = ordinal(which)
    if year is None and context.published is not None:
        year = str(year_of_quarter(context.published, quarter, context.direction(*match.span())))
    return date(f"{year or 'XXXX'}-Q{quarter}")


def _pointed_year(which: str | None, context: Context) -> str | None:
    """'This year', 'last year', 'next year'."""
    if which is None or context.published is None:
        return None
    return str(context.published.year + {"last": -1, "next": 1}.get(which.lower(), 0))


def _half_of_year(ordinal: str, year: str | None) -> Reading | None:
    """'The first half' alone may be that of a match."""
    half = _HALVES.get(ordinal)
    return date(f"{year}-{half}") if half and year else None


@rule(
    rf"(?:the\s+)?(?:(?P<year>{YEAR})|(?P<whose>this|last|next)\s+year['’]s)\s+(?:quarter|period)\b",
    ("the", FIGURES, "this", "last", "next"),
)
def same_quarter(match: re.Match[str], context: Context) -> Reading | None:
    """Sales in the third quarter fell; in the 2011 period they had risen. -> 2011-Q3"""
    year, quarter = match["year"] or _pointed_year(match["whose"], context), context.reported_quarter()
    return date(f"{year}{quarter[4:]}") if year and quarter else None


@rule(
    rf"the\s+(?P<half>first|second|last|latter)\s+half\s+of\s+(?:the\s+)?(?:(?P<year>{YEAR})(?!s)|"
    rf"(?P<decade>(?:\d\d)?\d0['’]?s|['’]\d0s)|(?P<this>the\s+year|this\s+year)\b)",
    "the",
)
def half_of_period(match: re.Match[str], context: Context) -> Reading | None:
    """The scheme ran through the second half of 2016. -> 2016-H2"""
    if match["decade"]:
        return date(decade_value(match["decade"]))
    year = match["year"] or (context.published and f"{context.published.year}")
    return date(f"{year}-{_HALVES[match['half'].lower()]}") if year else None


@rule(r"(?:the\s+)?(?:Q(?P<quarter>[1-4]))(?:\s+(?:of\s+)?(?P<year>20\d\d|19\d\d))?\b", "the", "q")
def lettered_quarter(match: re.Match[str], context: Context) -> Reading | None:
    """Growth in Q2 2013 -> 2013-Q2"""
    quarter = int(match["quarter"])
    if match["year"]:
        return date(f"{match['year']}-Q{quarter}")
    if context.published is None:
        return None
    return date(f"{year_of_quarter(context.published, quarter, context.direction(*match.span()))}-Q{quarter}")


PERIOD_RULES: tuple[Rule, ...] = (
    month_and_year,
    plain_month,
    pointed_month,
    season,
    half_of_period,
    part_of_year,
    same_quarter,
    lettered_quarter,
)
