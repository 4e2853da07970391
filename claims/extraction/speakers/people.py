"""The people of one text: everybody whose full name is printed, where they are named, and what they are called."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from claims.extraction.parsed.page import Page
from claims.extraction.speakers.entities import Entities
from claims.extraction.speakers.given_names import gender_of_given, is_given, surname_first
from claims.extraction.speakers.introductions import Introduction, introduced
from claims.extraction.speakers.lexicon import (
    FEMALE_ROLES,
    MALE_ROLES,
    OFFICES,
    TITLES,
    TITLES_FEMALE,
    TITLES_KEPT,
    TITLES_MALE,
)
from claims.extraction.speakers.likelihood import Doubtful, is_likely
from claims.extraction.speakers.names import Printed, has_age_or_who, printed_names, span_of
from claims.extraction.speakers.person import Names, Person, first_of, folded, surname_of
from claims.extraction.speakers.spellings import Slips
from claims.extraction.speakers.words import Words
from claims.records import Span

_OFTEN = 3
_MOST = 20
"""People of one given name or one surname among whom a slip of the pen is looked for: no article has more."""
_LONGEST_IN_HEADLINE = 3
"""Words: where all have capitals, more of them before a name are the headline, not a role."""


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
        self._page, self._entities = page, entities
        names = list(printed_names(words))
        short = [name for name in names if not name.full]
        self.all: list[Person] = []
        self._surnames: dict[str, list[Person]] = {}
        self._firsts: dict[str, list[Person]] = {}
        self.mentions = [self._add(name) for name in names if name.full]
        self._keep_likely(short)
        self._in_full = Counter(mention.person for mention in self.mentions)
        self._settle_spellings(short)
        self._index()
        self._unknown: dict[Names, list[Printed]] = {}
        for name in short:
            mention = self._again(name)
            if mention is not None:
                self.mentions.append(mention)
            else:
                self._unknown.setdefault(folded(name.names), []).append(name)
        self._sort()

    def _add(self, name: Printed) -> Mention:
        person = self._known(name) or self._misspelt(name)
        if person is None:
            gender = "" if surname_first(name.names) else gender_of_given(name.names[0])
            person = Person(name.names, span_of(name, self.words), gender)
            person.listed = is_given(name.names[0])
            self._keep(person)
        person.sure = person.sure or name.sure or has_age_or_who(name, self.words)
        return self._described(Mention(person, span_of(name, self.words), name))

    def _keep(self, person: Person) -> None:
        self.all.append(person)
        self._surnames.setdefault(person.surname, []).append(person)
        self._firsts.setdefault(first_of(person.names), []).append(person)

    def _known(self, name: Printed) -> Person | None:
        same = self._surnames.get(surname_of(name.names), [])[:_MOST]
        if name.title in TITLES_KEPT:
            same = [one for one in same if _fits(one.gender, name.title)]
        known = next((one for one in same if one.is_also(name.names)), None)
        if known is None and (not name.sure or len(name.names) == 1):
            return next((one for one in same if one.is_called(folded(name.names))), None)
        return known

    def _misspelt(self, name: Printed) -> Person | None:
        """Whom a name means with a slip in it; both printings are kept for the vote."""
        found = self._slip_for(name)
        if found is not None and len(found.spellings) < _MOST:
            found.spellings.setdefault(found.names, 0)
            found.spellings.setdefault(name.names, 0)
            same = self._surnames.setdefault(surname_of(name.names), [])
            if found not in same[:_MOST]:
                same.append(found)
        return found

    def _slip_for(self, name: Printed) -> Person | None:
        """The person for whose full name another one is a slip: one of its two words is the same."""
        same_first = self._firsts.get(first_of(name.names), [])[:_MOST]
        same_last = self._surnames.get(surname_of(name.names), [])[:_MOST]
        return next((one for one in (*same_first, *same_last) if one.is_misspelt(name.names)), None)

    def _settle_spellings(self, short: Iterable[Printed]) -> None:
        """The most frequent printing of a name that has several is taken for the right one."""
        doubtful = [person for person in self.all if person.spellings]
        printed = [mention.printed.names for mention in self.mentions if mention.person.spellings] if doubtful else []
        printed += [name.names for name in short] if doubtful else []
        for person in doubtful:
            for spelling in person.spellings:
                own = folded(spelling)
                person.spellings[spelling] = sum(folded(names) in (own, own[1:]) for names in printed)
            person.spelt_as_most()

    def _described(self, mention: Mention) -> Mention:
        """The mention, after its person has taken title and roles from it."""
        person, title = mention.person, mention.printed.title
        if title in TITLES_KEPT and not person.honour:
            person.honour = title.capitalize()
        found = introduced(mention.printed, self.words, self._page)
        in_headline = mention.printed.end <= self.words.headline_end
        if found is not None and in_headline and len(found.role.split()) > _LONGEST_IN_HEADLINE:
            found = None
        if found is not None:
            person.introductions.append(found)
        person.gender = person.gender or _gender_of(title, found)
        return mention

    def _keep_likely(self, short: Iterable[Printed]) -> None:
        """Forgets those of whom nothing but capitals says that they are people."""
        again = {folded(name.names) for name in short}
        titled = {folded(name.names) for name in short if name.title in TITLES}
        doubtful = [person for person in self.all if not person.sure]
        where = self._first_mentions(doubtful)
        self._entities.look(mention.span.start for mentions in where.values() for mention in mentions)
        for person in doubtful:
            person.sure = is_likely(self._doubt(where[person], again, titled))
        self.mentions = [mention for mention in self.mentions if mention.person.sure]
        self.all = [person for person in self.all if person.sure]

    def _doubt(self, mentions: list[Mention], again: set[Names], titled: set[Names]) -> Doubtful:
        person, first = mentions[0].person, mentions[0].printed.first
        return Doubtful(
            person,
            seen=frozenset(self._entities.seen(mention.span) for mention in mentions),
            described=bool(person.introductions) or any(ending in titled for ending in person.endings),
            again=any(ending in again for ending in person.endings),
            opening=self.words.begins_sentence(first) or self.words.text_at(first - 1) == "the",
            possessed=self.words.is_possessive(first - 1),
            rival=len(self._surnames[person.surname]) > 1,
        )

    def _first_mentions(self, doubtful: list[Person]) -> dict[Person, list[Mention]]:
        """Where each is named in full, at most twice: what the recogniser is asked about."""
        where: dict[Person, list[Mention]] = {person: [] for person in doubtful}
        for mention in self.mentions:
            if mention.person in where and len(where[mention.person]) < 2:
                where[mention.person].append(mention)
        return where

    def _index(self) -> None:
        self._endings = _by_key((ending, person) for person in self.all for ending in person.endings)
        self._slips = Slips[Person]()
        for person in self.all:
            self._slips.add(person.surname, person)
        self._given = _by_key((folded(person.names)[:1], person) for person in self.all)

    def _sort(self) -> None:
        self.mentions.sort(key=lambda mention: mention.span)
        self.starts = [mention.span.start for mention in self.mentions]

    def _again(self, name: Printed) -> Mention | None:
        found = self.called(name, before=self.words[name.first].start)
        return self._described(Mention(found, span_of(name, self.words), name)) if found else None

    def meant_by(self, name: Printed, before: int) -> Person | None:
        """Whom a printed name means at a place, where that is known."""
        if not name.full:
            return self.called(name, before)
        known = self._known(name) or self._slip_for(name)
        return known if known is not None and known.sure else None

    def called(self, name: Printed, before: int) -> Person | None:
        """The one person whom a surname or a given name means at a place; None where it can be two."""
        found = self._candidates(name)
        if len(found) >= _MOST:
            return None
        if len(found) > 1:
            found = [one for one in found if one.named.start < before]
        if len(found) > 1:
            found = self._foremost(found, name.title)
        return found[0] if len(found) == 1 else None

    def _candidates(self, name: Printed) -> list[Person]:
        names = folded(name.names)
        found = [one for one in self._endings.get(names, [])[:_MOST] if _fits(one.gender, name.title)]
        if not found and name.title in {""} | TITLES_KEPT:
            found = [
                one for one in self._given.get(names, [])[:_MOST] if not name.title or one.honour.lower() == name.title
            ]
        if not found and name.title:
            found = [one for one in self._given.get(names, [])[:_MOST] if surname_first(one.names)]
        if not found and len(names) == 1:
            found = self._slips.like(names[0], least=6)
        return found

    def _foremost(self, found: list[Person], title: str) -> list[Person]:
        """Of two Joneses the one who is President, before such a title; else the one whom the text is about.

        That is who is named in full twice or so, where the others are named in passing: her husband, Bob Jones. Who is
        named in full again and again is the one whom 'Jones' does not mean."""
        if title in OFFICES:
            return [one for one in found if any(title == own.office for own in one.introductions)]
        first, *others = sorted(found, key=lambda one: -self._in_full[one])
        times, second = self._in_full[first], max(self._in_full[one] for one in others)
        return [first] if 2 * second <= times <= _OFTEN else found

    def mentions_before(self, position: int) -> list[Mention]:
        """The last mention before a position, if there is one."""
        number = bisect_left(self.starts, position)
        return self.mentions[max(number - 1, 0) : number]

    def possible(self, name: Printed) -> list[Person]:
        """Everybody whom a surname could mean."""
        return self._candidates(name)

    def is_known(self, name: Printed) -> bool:
        """Whether somebody in the text could be meant, be it one or two."""
        return bool(self._candidates(name))

    def add(self, name: Printed) -> Person:
        """Somebody who is known from where they speak: President Jones, Mr Jones."""
        person = Person(name.names, span_of(name, self.words), sure=True)
        self._keep(person)
        self._slips.add(person.surname, person)
        for ending in person.endings:
            self._endings.setdefault(ending, []).append(person)
        self._given.setdefault(folded(person.names)[:1], []).append(person)
        again = self._unknown.pop(folded(name.names), ())
        self.mentions += [found for one in again if (found := self._again(one))]
        if again:
            self._sort()
        return person


def _by_key(pairs: Iterable[tuple[Names, Person]]) -> dict[Names, list[Person]]:
    found: dict[Names, list[Person]] = {}
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
