"""The people of one text: everybody whose full name is printed, where they are named, and what they are called."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from claims.extraction.parsed.page import Page
from claims.extraction.speakers.entities import Entities, Seen
from claims.extraction.speakers.introductions import Introduction, introduced
from claims.extraction.speakers.lexicon import (
    FEMALE_ROLES,
    GIVEN,
    MALE_ROLES,
    SUFFIXES,
    TITLES,
    TITLES_FEMALE,
    TITLES_KEPT,
    TITLES_MALE,
)
from claims.extraction.speakers.names import Printed, gender_of_given, has_age_or_who, printed_names, span_of
from claims.extraction.speakers.words import Words
from claims.records import Span


@dataclass(slots=True, eq=False)
class Person:
    """Somebody with a full name. `gender` is 'm', 'f' or unknown; `named` is where the full name stands.

    `sure` says that more than capitals speaks for a person, `listed` that the given name is a known one."""

    names: tuple[str, ...]
    named: Span
    gender: str = ""
    honour: str = ""
    sure: bool = False
    listed: bool = False
    introductions: list[Introduction] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Ann Jones; Sir Bob Jones"""
        words = [_printed(word) for word in self.names]
        return " ".join([self.honour, *words] if self.honour else words).replace(" ,", ",")

    @property
    def surname(self) -> str:
        return _surname(self.names)

    @property
    def endings(self) -> list[tuple[str, ...]]:
        """What is left of the name in a later mention: of Lily Eskelsen García 'Eskelsen García' and 'García'."""
        own = _folded(self.names)
        return [own[n:] for n in range(1, len(own))]

    def is_also(self, names: tuple[str, ...]) -> bool:
        """Whether another full name can be this person's: with more in the middle, an initial, Ken for Kenneth."""
        own, other = _folded(self.names), _folded(names)
        return own[-1] == other[-1] and _same_given(own[0], other[0])


def _same_given(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if short.endswith("."):
        return short[0] == long[0]
    if len(short) < 3 or gender_of_given(one) != gender_of_given(other):
        return short == long
    return long.startswith(short)


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a person is named, in full or by surname."""

    person: Person
    span: Span
    printed: Printed


class People:
    """Everybody in one text and every place where they are named, in text order."""

    def __init__(self, page: Page, words: Words, entities: Entities) -> None:
        self.words = words
        self._entities = entities
        names = list(printed_names(words))
        short = [name for name in names if not name.full]
        self.all: list[Person] = []
        self._surnames: dict[str, list[Person]] = {}
        self.mentions = [self._add(name, page) for name in names if name.full]
        self._keep_likely(short)
        self._endings = _by_key((ending, person) for person in self.all for ending in person.endings)
        self._given = _by_key((_folded(person.names)[:1], person) for person in self.all)
        self.mentions += [mention for name in short if (mention := self._again(name, page))]
        self.mentions.sort(key=lambda mention: mention.span)
        self.starts = [mention.span.start for mention in self.mentions]

    def _add(self, name: Printed, page: Page) -> Mention:
        person = self._known(name)
        if person is None:
            person = Person(name.names, span_of(name, self.words), gender_of_given(name.names[0]))
            person.listed = name.names[0].lower() in GIVEN
            self.all.append(person)
            self._surnames.setdefault(person.surname, []).append(person)
        person.sure = person.sure or name.sure or has_age_or_who(name, self.words)
        return self._described(Mention(person, span_of(name, self.words), name), page)

    def _known(self, name: Printed) -> Person | None:
        same = self._surnames.get(_surname(name.names), ())
        known = next((one for one in same if one.is_also(name.names)), None)
        if known is None and (not name.sure or len(name.names) == 1):
            return next((one for one in same if _folded(name.names) in one.endings), None)
        return known

    def _described(self, mention: Mention, page: Page) -> Mention:
        """The mention, after its person has taken title and roles from it."""
        person, title = mention.person, mention.printed.title
        if title in TITLES_KEPT and not person.honour:
            person.honour = title.capitalize()
        found = introduced(mention.printed, self.words, page)
        if found is not None:
            person.introductions.append(found)
        person.gender = person.gender or _gender_of(title, found)
        return mention

    def _keep_likely(self, short: Iterable[Printed]) -> None:
        """Forgets those of whom nothing but capitals says that they are people.

        A role speaks for somebody, a Ms Jones or a lone Jones elsewhere, and before both the entity recogniser."""
        again = {_folded(name.names) for name in short}
        titled = {_folded(name.names) for name in short if name.title in TITLES}
        doubtful = [person for person in self.all if not person.sure]
        where = self._first_mentions(doubtful)
        self._entities.look(span.start for spans in where.values() for span in spans)
        for person in doubtful:
            seen = {self._entities.seen(span) for span in where[person]}
            described = bool(person.introductions) or any(ending in titled for ending in person.endings)
            named_again = any(ending in again for ending in person.endings)
            person.sure = Seen.PERSON in seen or (
                not (Seen.PART in seen and self._opens_sentence(person))
                and (described or (named_again and (person.listed or Seen.GROUP not in seen)))
            )
        self.mentions = [mention for mention in self.mentions if mention.person.sure]
        self.all = [person for person in self.all if person.sure]

    def _opens_sentence(self, person: Person) -> bool:
        return self.words.begins_sentence(self.words.number_at(person.named.start))

    def _first_mentions(self, doubtful: list[Person]) -> dict[Person, list[Span]]:
        """Where each is named in full, at most twice: what the recogniser is asked about."""
        where: dict[Person, list[Span]] = {person: [] for person in doubtful}
        for mention in self.mentions:
            if len(where.get(mention.person, "12")) < 2:
                where[mention.person].append(mention.span)
        return where

    def _again(self, name: Printed, page: Page) -> Mention | None:
        found = self.called(name, before=self.words[name.first].start)
        return self._described(Mention(found, span_of(name, self.words), name), page) if found else None

    def meant_by(self, name: Printed, before: int) -> Person | None:
        """Whom a printed name means at a place, where that is known."""
        if not name.full:
            return self.called(name, before)
        known = self._known(name)
        return known if known is not None and known.sure else None

    def called(self, name: Printed, before: int) -> Person | None:
        """The one person whom a surname or a given name means at a place; None where it can be two."""
        names = _folded(name.names)
        found = [one for one in self._endings.get(names, ()) if _fits(one.gender, name.title)]
        if not found and name.title in ("", "sir", "dame"):
            found = [one for one in self._given.get(names, ()) if not name.title or one.honour.lower() == name.title]
        if len(found) > 1:
            found = [one for one in found if one.named.start < before]
        return found[0] if len(found) == 1 else None


def _by_key(pairs: Iterable[tuple[tuple[str, ...], Person]]) -> dict[tuple[str, ...], list[Person]]:
    found: dict[tuple[str, ...], list[Person]] = {}
    for key, person in pairs:
        found.setdefault(key, []).append(person)
    return found


def _gender_of(title: str, found: Introduction | None) -> str:
    if title in TITLES_MALE or (found and found.office in MALE_ROLES):
        return "m"
    return "f" if title in TITLES_FEMALE or (found and found.office in FEMALE_ROLES) else ""


def _fits(gender: str, title: str) -> bool:
    if title in TITLES_MALE:
        return gender != "f"
    return gender != "m" if title in TITLES_FEMALE else True


def _folded(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(lower for name in names if (lower := name.lower()) not in SUFFIXES)


def _surname(names: tuple[str, ...]) -> str:
    return _folded(names)[-1] if _folded(names) else names[-1].lower()


def _printed(word: str) -> str:
    """WALLACE -> Wallace; McCAIN and D.J. stay."""
    return word.capitalize() if len(word) > 2 and word.isupper() and word.isalpha() and word != "III" else word
