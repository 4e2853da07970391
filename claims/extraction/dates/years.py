"""Years, decades and centuries, in figures and in words."""

import re

from claims.extraction.dates.context import Context
from claims.extraction.dates.rule import NO_TIME, Reading, Rule, date, rule
from claims.extraction.dates.words import (
    FIGURES,
    NUMBERS,
    ORDINAL,
    ORDINALS,
    YEAR,
    number,
    one_of,
    ordinal,
    words,
)

_COUNTED = one_of(words("counted")) + r"\b"
_BEFORE_A_NUMBER = frozenset(words("before_a_number"))
_BESIDE_A_YEAR = ("mid", "post", "pre", "late", "early")
_SPOKEN_HUNDREDS = "eighteen|nineteen|twenty"


@rule(
    rf"(?:(?:the\s+)?(?:(?:fiscal|financial|tax|academic|calendar)\s+)?year\s+)?(?P<first>{YEAR})\s?[-/–]\s?"
    rf"(?P<second>{YEAR}|\d\d)\b(?![-/]\d)",
    FIGURES,
    "the",
    "fiscal",
    "financial",
    "tax",
    "academic",
    "year",
)
def year_pair(match: re.Match[str], _context: Context) -> Reading | None:
    """The budget for 2012-13 was cut. -> 2012/2013, the interval of ISO 8601"""
    first = int(match["first"])
    second = int(match["second"] if len(match["second"]) == 4 else match["first"][:2] + match["second"])
    return date(f"{first}/{second}") if first < second else None


@rule(
    rf"(?:the\s+)?(?:(?:(?:fiscal|financial|calendar|tax)\s+year|fiscal|year)\s+(?P<year>{YEAR})"
    rf"|(?P<before>{YEAR})\s+(?:fiscal|financial|calendar|tax|academic)\s+year\b)",
    ("the", "fiscal", "financial", "calendar", "tax", "year", FIGURES),
)
def fiscal_year(match: re.Match[str], _context: Context) -> Reading | None:
    """The surplus of fiscal 2009, of the 2009 fiscal year -> 2009"""
    return date(match["year"] or match["before"])


@rule(r"FY\s?['’]?(?P<year>20\d\d|\d\d)\b", "fy")
def short_fiscal_year(match: re.Match[str], _context: Context) -> Reading | None:
    """The surplus of FY09 -> 2009"""
    return date("20" + match["year"][-2:])


@rule(rf"(?P<year>{YEAR})(?!s\b|(?<=0)['’]s\b|\s+{_COUNTED}|[-–]\d|%|\s?(?:m|k|km|GMT|BST|am|pm)\b)", FIGURES)
def plain_year(match: re.Match[str], context: Context) -> Reading | None:
    """They had met before in 1993. -> 1993"""
    start = match.start()
    before = context.preceding_word(start)
    if start and context.text[start - 1] in "$£€#@.,:/-–+" and before not in _BESIDE_A_YEAR:
        return None
    return date(match["year"]) if before not in _BEFORE_A_NUMBER else None


@rule(
    rf"(?P<hundreds>{_SPOKEN_HUNDREDS})[-\s]+(?P<rest>(?:{one_of(w for w, n in NUMBERS.items() if n >= 20)})"
    rf"(?:[-\s](?:{one_of(w for w, n in NUMBERS.items() if 1 <= n <= 9 and len(w) > 2)}))?|"
    rf"{one_of(w for w, n in NUMBERS.items() if 10 <= n <= 19)})\b(?!\s*(?:percent|per\b|thousand|people))",
    _SPOKEN_HUNDREDS.split("|"),
)
def spoken_year(match: re.Match[str], _context: Context) -> Reading | None:
    """In nineteen eighty-four he moved abroad (a transcript). -> 1984"""
    rest = number(match["rest"])
    hundreds = number(match["hundreds"])
    return date(f"{hundreds}{rest:02d}") if rest is not None and rest >= 10 else None


@rule(
    r"(?:the\s+year\s+)?two\s+thousand(?:\s+(?:and\s+)?(?P<ones>one|two|three|four|five|six|seven|eight|nine|ten))?\b"
    rf"(?!\s+{_COUNTED})",
    "the",
    "two",
)
def two_thousand(match: re.Match[str], context: Context) -> Reading | None:
    """Since the year two thousand and four (a transcript) -> 2004"""
    if not match.group().lower().startswith("the") and context.preceding_word(match.start()) not in (
        "in",
        "since",
        "by",
    ):
        return None
    return date(f"{2000 + (number(match['ones']) or 0 if match['ones'] else 0)}")


@rule(
    r"(?:the\s+)?(?:(?:early|late|mid)[-\s]+)?(?P<decade>(?:1[5-9]|20)\d0['’]?s|['’]\d0s|\d0s)\b",
    "the",
    FIGURES,
    "early",
    "late",
    "mid",
)
def decade(match: re.Match[str], context: Context) -> Reading | None:
    """Wages stood still through the 1970s. -> 197. 'In her sixties', 'in his 60s' is an age"""
    written = match["decade"]
    if written[0].isdigit() and len(written) == 3:
        before = context.preceding_word(match.start())
        if before in ("his", "her", "their", "my", "our", "your", "early", "mid", "late"):
            return NO_TIME
        if not match.group().lower().startswith("the") and not context.last_value(r"\d{3}\Z"):
            return None
    return date(decade_value(written))


def decade_value(written: str) -> str:
    """'1970s', '70s and ''70s as 197: two figures below 20 are of this century."""
    figures = re.sub(r"\D", "", written)
    return figures[:3] if len(figures) == 4 else ("20" if figures < "20" else "19") + figures[0]


_DECADE_WORDS = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}


@rule(rf"the\s+(?:(?:early|late|mid)[-\s]+)?(?:(?:nineteen[-\s])?(?P<decade>{'|'.join(_DECADE_WORDS)}))\b", "the")
def spelled_decade(match: re.Match[str], _context: Context) -> Reading:
    """A song of the sixties -> 196"""
    return date(f"19{_DECADE_WORDS[match['decade'].lower()]}")


@rule(rf"(?:the\s+)?(?P<ordinal>{ORDINAL})[-\s]+(?:century|centuries)\b", "the", FIGURES, ORDINALS, "twenty")
def century(match: re.Match[str], _context: Context) -> Reading:
    """A law of the 18th century -> 17, as its years begin"""
    return date(f"{ordinal(match['ordinal']) - 1:02d}")


YEAR_RULES: tuple[Rule, ...] = (
    year_pair,
    fiscal_year,
    short_fiscal_year,
    plain_year,
    spoken_year,
    two_thousand,
    decade,
    spelled_decade,
    century,
)
