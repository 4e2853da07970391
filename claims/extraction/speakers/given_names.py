"""What the words of a name tell by themselves, in several languages: which is a given one, which goes with the next."""

import re
from collections.abc import Sequence

from claims.extraction.parsed.word_lists import listed
from claims.extraction.speakers.lexicon import EITHER, FEMALE, GIVEN, MALE, NO_ORGANISATIONS, PARTICLES
from claims.extraction.speakers.spellings import plain

_PLAIN = frozenset(map(plain, GIVEN))
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")
_HYPHENATED = re.compile(r"[A-Z]\w+-[a-z]\w+")
_ARTICLE = 3
"""Letters of an article before a surname: al-, d'."""
_LONGEST = 4
"""Words of a name, the small ones not counted."""


def is_given(word: str) -> bool:
    """Ann, Mária, Anna-Karin"""
    return plain(word) in _PLAIN or ("-" in word and plain(word.split("-")[0]) in _PLAIN)


def gender_of_given(given: str) -> str:
    """'m', 'f', or nothing where a name is both or unknown."""
    lower = given.lower()
    if lower in EITHER or (lower in MALE) == (lower in FEMALE):
        return ""
    return "m" if lower in MALE else "f"


def is_glued(word: str) -> bool:
    """al-Hassan, d'Angelo: a surname that begins with a small letter"""
    article, _, name = word.replace("’", "-").replace("'", "-").partition("-")
    return word[0].islower() and len(article) <= _ARTICLE and name[:1].isupper()


def are_initials(word: str) -> bool:
    """J., J.D., and not U.S."""
    letters = word.replace(".", "").lower()
    return bool(_INITIALS.fullmatch(word)) and letters not in NO_ORGANISATIONS | {"un", "eu"}


def surname_first(names: Sequence[str]) -> bool:
    """Park Geun-hye, Nguyễn Văn Minh; and Xolani Jones, whose first word is no given name"""
    if not 2 <= len(names) <= 3 or "-" in names[0]:
        return False
    family = plain(names[0]) in listed("names", "family_names_first")
    return family or is_hyphenated(names[-1]) or (len(names) == 2 and not is_given(names[0]))


def is_hyphenated(word: str) -> bool:
    """Geun-hye: a given name of East Asia"""
    return bool(_HYPHENATED.fullmatch(word))


def within_length(names: Sequence[str]) -> tuple[str, ...]:
    """The first words of a name that is too long for one: Juan Carlos de la Cruz has three."""
    counted, end = 0, 0
    for number, name in enumerate(names):
        counted += name not in PARTICLES
        if counted > _LONGEST:
            break
        end = number + 1
    while end > 1 and names[end - 1] in PARTICLES:
        end -= 1
    return tuple(names[:end])
