"""Somebody with a name: how it is printed, and which other printings can mean the same person."""

from dataclasses import dataclass, field
from functools import lru_cache

from claims.extraction.speakers.given_names import gender_of_given
from claims.extraction.speakers.introductions import Introduction
from claims.extraction.speakers.lexicon import PARTICLES, SUFFIXES
from claims.extraction.speakers.spellings import misspelt, plain
from claims.records import Span

Names = tuple[str, ...]


@dataclass(slots=True, eq=False)
class Person:
    """Somebody with a full name. `gender` is 'm', 'f' or unknown; `named` is where the full name stands.

    `sure` says that more than capitals speaks for a person, `listed` that the given name is a known one. `spellings`
    counts how often each printing of the name stands in the text, once there are several."""

    names: Names
    named: Span
    gender: str = ""
    honour: str = ""
    sure: bool = False
    listed: bool = False
    introductions: list[Introduction] = field(default_factory=list)
    spellings: dict[Names, int] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Ann Jones; Sir Bob Jones"""
        words = [_printed(word) for word in self.names]
        return " ".join([self.honour, *words] if self.honour else words).replace(" ,", ",")

    @property
    def surname(self) -> str:
        return surname_of(self.names)

    @property
    def endings(self) -> list[Names]:
        """What is left of the name in a later mention: of Lily Eskelsen García 'eskelsen garcia' and 'garcia'. Of a
        name that is a surname alone (van den Berg), all."""
        every = [folded(names) for names in (self.names, *self.spellings)]
        given = self.names[0] not in PARTICLES
        return list(dict.fromkeys(own[n:] for own in every for n in range(min(given, len(own) - 1), len(own))))

    def is_called(self, names: Names) -> bool:
        """Whether folded names are one of the endings, without making all of them."""
        wanted = len(names)
        every = (folded(own) for own in (self.names, *self.spellings))
        return any(own[-wanted:] == names and (wanted < len(own) or wanted == 1) for own in every) if names else False

    def is_also(self, names: Names) -> bool:
        """Whether another full name can be this person's: with more in the middle, an initial, Ken for Kenneth."""
        own, other = folded(self.names), folded(names)
        if own[-1] != other[-1] or _particles(own) != _particles(other):
            return False
        return _same_given(own[0], other[0]) and not _father_and_son(self.names, names)

    def is_misspelt(self, names: Names) -> bool:
        """Whether another full name is a slip for this one: Marco and Mario Hill, Anna Lindqvist and Lindquist."""
        own, other = folded(self.names), folded(names)
        if len(own) != len(other) or len(own) < 2:
            return False
        if _particles(own) != _particles(other):
            return False
        if own[-1] == other[-1]:
            return misspelt(own[0], other[0], least=5)
        return own[0] == other[0] and misspelt(own[-1], other[-1], least=5)

    def spelt_as_most(self) -> None:
        """Takes the printing that the text has most often; of two, the first."""
        if self.spellings:
            self.names = max(self.spellings, key=lambda names: self.spellings[names])


def _particles(names: Names) -> Names:
    """Ida van der Voss -> van der: without them it is another family"""
    first = len(names) - 1
    while first > 1 and names[first - 1] in PARTICLES:
        first -= 1
    return names[first:-1]


def _father_and_son(one: Names, other: Names) -> bool:
    """Bob J. Hill and Bob Hill Jr.; but Bob R. Hill Jr. and Bob Hill are one"""
    junior, senior = (one, other) if _is_junior(one) else (other, one)
    return _is_junior(junior) and not _is_junior(senior) and len(folded(senior)) > len(folded(junior))


def _is_junior(names: Names) -> bool:
    return plain(names[-1]).rstrip(".") == "jr"


def _same_given(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if short.endswith("."):
        return short[0] == long[0]
    if len(short) < 3 or gender_of_given(one) != gender_of_given(other):
        return short == long
    return long.startswith(short)


@lru_cache(maxsize=20_000)
def folded(names: Names) -> Names:
    """In lower case, without accents and Jr."""
    return tuple(lower for name in names if (lower := plain(name)) not in SUFFIXES)


def surname_of(names: Names) -> str:
    return folded(names)[-1] if folded(names) else plain(names[-1])


def first_of(names: Names) -> str:
    """The given name, in lower case."""
    return next(iter(folded(names)), plain(names[0]))


def _printed(word: str) -> str:
    """WALLACE -> Wallace; McCAIN and D.J. stay."""
    return word.capitalize() if len(word) > 2 and word.isupper() and word.isalpha() and word != "III" else word
