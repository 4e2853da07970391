"""The words of time from the lexicon, as lookups and as pieces of regular expressions."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

_LEXICON: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent.parent / "lexicon" / "dates.toml").read_text(encoding="utf-8")
)

MONTHS: dict[str, int] = _LEXICON["months"] | _LEXICON["month_abbreviations"]
WEEKDAYS: dict[str, int] = _LEXICON["weekdays"] | _LEXICON["weekday_abbreviations"]
SEASONS: dict[str, str] = _LEXICON["seasons"]
SEASON_MONTHS: dict[str, int] = _LEXICON["season_months"]
DAY_PARTS: dict[str, str] = _LEXICON["day_parts"]
UNITS: dict[str, tuple[int, str]] = {word: (count, unit) for word, (count, unit) in _LEXICON["units"].items()}
NUMBERS: dict[str, int] = _LEXICON["numbers"]
ORDINALS: dict[str, int] = _LEXICON["ordinals"]
HOLIDAYS: dict[str, tuple[int, int]] = {word: (month, day) for word, (month, day) in _LEXICON["holidays"].items()}
VAGUE: dict[str, str] = _LEXICON["vague"]


def words(name: str, table: str = "words") -> tuple[str, ...]:
    """A plain list of the lexicon by its name."""
    return tuple(_LEXICON[table][name])


def one_of(choices: Iterable[str]) -> str:
    """A pattern for any of `choices`, the longest first; a space in a choice is any white space."""
    longest_first = sorted(choices, key=len, reverse=True)
    return "(?:" + "|".join(_spaced(choice) for choice in longest_first) + ")"


def _spaced(choice: str) -> str:
    return r"\s+".join(re.escape(word).replace("'", "['’]") for word in choice.split())


def first_words(choices: Iterable[str]) -> frozenset[str]:
    """The first word of each choice: what an expression that begins with one of them begins with."""
    return frozenset(re.match(r"[^\W_]+", choice).group() for choice in choices if choice[0].isalnum())  # type: ignore[union-attr]


# A number in figures ("12", "1,200"); the key under which rules that begin with one are filed.
FIGURES = "#"

_TENS = one_of(word for word, value in NUMBERS.items() if value >= 20)
_ONES = one_of(word for word, value in NUMBERS.items() if 1 <= value <= 9 and len(word) > 2)
NUMBER_WORD = rf"(?:{_TENS}(?:[-\s]{_ONES})?|(?:(?:a|one)\s+)?hundred|{one_of(NUMBERS)}(?:\s+hundred)?)\b"
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}(?:\.\d+)?(?:½)?|{NUMBER_WORD})"
ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)\b|{one_of(ORDINALS)}\b|twenty-{one_of(ORDINALS)}\b|thirty-first\b)"

WEEKDAY_NAME = one_of(_LEXICON["weekdays"]) + r"\b"
WEEKDAY = rf"(?:{WEEKDAY_NAME}|{one_of(_LEXICON['weekday_abbreviations'])}\b\.?)"
MONTH_NAME = one_of(_LEXICON["months"]) + r"\b"
MONTH = rf"(?:{MONTH_NAME}|{one_of(_LEXICON['month_abbreviations'])}\b\.?)"
SEASON = one_of(SEASONS) + r"\b"
DAY_PART = one_of(DAY_PARTS) + r"\b"
UNIT = rf"(?:{one_of(word for word in UNITS if word != 'centuries')}s?|centuries)\b"
YEAR = r"(?:1[4-9]\d\d|20\d\d)(?!\d|[,.]\d)"
DAY_OF_MONTH = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?![,.:/]\d|%)"


def number(written: str) -> int | None:
    """The whole number that figures or words stand for: '1,200', 'twenty-five', 'a hundred'. None for a fraction."""
    plain = written.lower().replace(",", "").replace("½", "")
    if plain.isdigit():
        return int(plain)
    if plain.replace(".", "", 1).isdigit():
        return None
    return _spelled(re.split(r"[-\s]+", plain))


def _spelled(parts: list[str]) -> int | None:
    total = 0
    for part in parts:
        if part == "hundred":
            total = (total or 1) * 100
        elif part in NUMBERS:
            total += NUMBERS[part]
        else:
            return None
    return total


def ordinal(written: str) -> int:
    """'3rd', 'third', 'twenty-third' as 3, 3, 23. ValueError where it is none."""
    plain = written.lower()
    if figures := re.match(r"\d+", plain):
        return int(figures.group())
    tens, _, ones = plain.rpartition("-")
    return (NUMBERS[tens] if tens else 0) + ORDINALS[ones]


def named(table: dict[str, int], written: str) -> int:
    """The number of a month or weekday, whole or abbreviated, in any case, with or without a full stop."""
    return table[written.lower().rstrip(".")]


def unit(written: str) -> tuple[int, str]:
    """How many of which ISO 8601 designator a unit's name stands for: 'fortnights' is (2, 'W')."""
    plain = written.lower()
    return UNITS[plain] if plain in UNITS else UNITS[plain.removesuffix("s")]
