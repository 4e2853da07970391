"""Whom a source means. A rule takes a source and answers with the speaker, or with None where it does not know.

The first rule that answers is believed. An answer without a reading is an answer too: that nobody can tell."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from claims.extraction.page import Page
from claims.extraction.speakers.introductions import Introduction, after_party
from claims.extraction.speakers.lexicon import (
    DISTINGUISHING,
    DOCUMENT_ENDS,
    DOCUMENTS,
    FEMALE_ROLES,
    GROUPS,
    MALE_ROLES,
    OFFICES,
    ORGANISATION_NOUNS,
    ORGANISATION_WORDS,
    ORGANISATIONS,
    ROLE_ADJECTIVES,
    TITLES_KEPT,
    VOICES,
    same_office,
)
from claims.extraction.speakers.names import Printed
from claims.extraction.speakers.people import People, Person
from claims.extraction.speakers.salience import PRONOUNS, Antecedent, Spoken, antecedent
from claims.extraction.speakers.source import OWN, SOME, Source
from claims.extraction.speakers.words import Word, Words
from claims.records import RoleReading, Span, SpeakerKind, SpeakerReading


@dataclass(frozen=True, slots=True)
class Answer:
    """A speaker and a role; the person, where it is one."""

    speaker: SpeakerReading | None = None
    role: RoleReading | None = None
    person: Person | None = None


UNSURE = Answer()


@dataclass(slots=True)
class Context:
    """What is known of a text while its sources are read in order."""

    page: Page
    words: Words
    people: People
    contents: list[Span]
    spoken: list[Spoken] = field(default_factory=list)
    others: list[SpeakerReading] = field(default_factory=list)
    """The organisations and documents that spoke so far."""


Rule = Callable[[Source, Context], Answer | None]


# ------------------------------------------------------------------ people


def several_people(source: Source, context: Context) -> Answer | None:
    """Ann Jones and the mayor -> nobody can tell which"""
    for name in source.names():
        person = context.people.meant_by(name, source.span.end)
        if person is not None and _goes_on_with_another(name, source, context):
            return UNSURE
    return None


def _goes_on_with_another(name: Printed, source: Source, context: Context) -> bool:
    number = after_party(name.end, source.words)
    after = source.words.text_at(number) if number < source.phrase.stop else ""
    if after != ",":
        return after in ("and", "&", "or")
    following = (other for other in source.names() if other.begin == name.end + 1)
    return any(context.people.meant_by(other, source.span.end) is not None for other in following)


def full_name(source: Source, context: Context) -> Answer | None:
    """Home Secretary Ann Jones -> Ann Jones"""
    for name in source.names():
        person = context.people.meant_by(name, source.span.end) if name.full else None
        if person is not None:
            return _person(person, _with_honour(name, source.words), "full_name", source)
    return None


def _with_honour(name: Printed, words: Words) -> Span:
    return words.span(name.first - (name.title in TITLES_KEPT), name.end)


def surname(source: Source, context: Context) -> Answer | None:
    """Ms Jones -> Ann Jones, if one Jones alone is in the text whom Ms fits"""
    for name in source.names():
        person = None if name.full else context.people.meant_by(name, source.span.end)
        if person is not None:
            return _person(person, person.named, "surname", source)
    return None


def relative_pronoun(source: Source, context: Context) -> Answer | None:
    """Ann Jones, the union's leader, who said -> Ann Jones"""
    if source.text.lower() != "who":
        return None
    number = source.phrase.start - 1
    number -= source.words.text_at(number) == ","
    end = source.words[number].end if number >= 0 else 0
    for mention in reversed(context.people.mentions):
        described = (one.span.end for one in mention.person.introductions)
        if mention.span.end == end or (mention.span.end < end and end in described):
            return _person(mention.person, mention.span, "relative_pronoun", source)
    return UNSURE


def pronoun(source: Source, context: Context) -> Answer | None:
    """she -> the woman who spoke last, or the last subject"""
    gender = PRONOUNS.get(source.text.lower())
    if gender is None:
        return None
    found = _antecedent(source, gender, context)
    if found is None or found.person is None:
        return UNSURE
    found.person.gender = found.person.gender or gender
    return _person(found.person, found.basis, f"pronoun_{found.rule}", source)


def _antecedent(source: Source, gender: str, context: Context) -> Antecedent | None:
    return antecedent(
        source.span.start, gender, source.content, context.contents, context.spoken, context.people, context.page
    )


def role_description(source: Source, context: Context) -> Answer | None:
    """the home secretary -> whom the text calls home secretary"""
    office = source.words[source.head].lower
    if office not in OFFICES or source.words[source.phrase.start].lower in OWN | SOME:
        return None
    described = [one for one in context.people.all if _is_called(one, source)]
    if len(described) == 1:
        basis = next(one.span for one in described[0].introductions if _matches(one, source))
        return _person(described[0], basis, "role_description", source)
    return UNSURE if described else None


def _is_called(person: Person, source: Source) -> bool:
    return any(_matches(one, source) for one in person.introductions)


def _matches(introduction: Introduction, source: Source) -> bool:
    """Whether a description says nothing that an introduction does not say, and both are about one office."""
    asked, told = _office(source.words[source.head].lower), _office(introduction.office)
    own = {source.words[n].lower for n in source.bare(source.core)} - {source.words[source.head].lower}
    own |= {"prime"} if source.words[source.head].lower == "pm" else set()
    there = set(introduction.role.lower().replace("’s", " ").replace("'s", " ").split())
    if asked != told or (there ^ own) & DISTINGUISHING:
        return False
    return own - ROLE_ADJECTIVES - {"'s", "’s", "of", "the", "for"} <= there


def _office(word: str) -> str:
    return same_office().get(word, word)


def last_subject_described(source: Source, context: Context) -> Answer | None:
    """Ann Jones left. The home secretary said -> Ann Jones, if the text gives her no other role"""
    office = source.words[source.head].lower
    if not source.definite or office not in OFFICES or source.head != source.phrase.stop - 1:
        return None
    if not source.words.begins_sentence(source.phrase.start):
        return None
    found = _antecedent(source, "m" if office in MALE_ROLES else "f" if office in FEMALE_ROLES else "", context)
    if found is None or found.person is None or found.person.introductions:
        return None
    role = _role_in(source)
    found.person.introductions.append(Introduction(role.role, role.basis, office))
    return _person(found.person, found.basis, "last_subject_described", source)


def _role_in(source: Source) -> RoleReading:
    numbers = source.bare(source.core)
    span = source.words.span(numbers.start, numbers.stop)
    return RoleReading(" ".join(span.of(source.words.text).split()), span)


def _person(person: Person, basis: Span, rule: str, source: Source) -> Answer:
    return Answer(SpeakerReading(person.name, SpeakerKind.PERSON, basis, rule), _role_of(person, source), person)


def _role_of(person: Person, source: Source) -> RoleReading | None:
    """The role printed with this source; else the one that the text gave the person first."""
    here = [one for one in person.introductions if source.span.start <= one.span.start < source.span.end]
    found = (here or sorted(person.introductions, key=lambda one: one.span))[:1]
    return RoleReading(found[0].role, found[0].span) if found else None


# ------------------------------------------------------------------ documents and organisations


def document(source: Source, context: Context) -> Answer | None:
    """A report by the inspector published in May -> Report by the inspector"""
    head = source.words[source.head]
    if head.lower not in DOCUMENTS or (head.capital and source.head > source.phrase.start):
        return None
    numbers = source.bare(source.core)
    stop = next((n for n in numbers if n > source.head and source.words[n].lower in DOCUMENT_ENDS), numbers.stop)
    span = source.words.span(numbers.start, stop)
    known = _known_document(head.lower, context) if len(numbers) == 1 and source.definite else None
    return _other(known or SpeakerReading(_opened(span.of(source.words.text)), SpeakerKind.DOCUMENT, span, "document"))


def _known_document(noun: str, context: Context) -> SpeakerReading | None:
    """The document that was named at length before: 'the report'."""
    return next((one for one in reversed(context.others) if noun in one.name.lower().split()), None)


def _opened(name: str) -> str:
    name = " ".join(name.split())
    return name[0].upper() + name[1:]


def spokesperson(source: Source, context: Context) -> Answer | None:
    """a spokesman for the Home Office -> Home Office; a Downing Street spokeswoman -> Downing Street"""
    head = next((n for n in (source.head, source.core.stop - 1) if source.words[n].lower in VOICES), None)
    if head is None:
        return None
    after = source.words.text_at(head + 1) in ("for", "of") and head + 2 < source.core.stop
    numbers = range(head + 2, source.core.stop) if after else range(source.core.start, head)
    name = _organisation_name(source.bare(numbers), source, context) if len(numbers) else None
    if name is None:
        return UNSURE
    voice = source.words[head]
    role = RoleReading(voice.text, Span(voice.start, voice.end))
    return Answer(SpeakerReading(name.of(source.words.text), SpeakerKind.ORGANISATION, name, "spokesperson"), role)


def _organisation_name(numbers: range, source: Source, context: Context) -> Span | None:
    """The capitalised words that are no person's name: 'Home Office', 'Jones campaign', 'Department of Health'."""
    words = source.words
    while len(numbers) > 1 and words.is_possessive(numbers.stop - 1):
        numbers = numbers[:-1]
    if not numbers or not words[numbers.start].capital or not _is_name(numbers, words):
        return None
    names = list(Source(0, words.span(numbers.start, numbers.stop), (), words).names())
    if any(context.people.meant_by(name, source.span.end) is not None for name in names):
        return None
    return words.span(numbers.start, numbers.stop)


def _is_name(numbers: range, words: Words) -> bool:
    return all(
        words[n].capital
        or words[n].lower in _SMALL
        or (n == numbers.stop - 1 and words[n].lower in ORGANISATION_NOUNS)
        or words.is_possessive(n)
        or words[n].text in ("-", "'", "’")
        or words[n].text.isdigit()
        for n in numbers
    )


_SMALL = frozenset({"of", "for", "and", "the", "&", "on", "to", "in", "de"})


def organisation(source: Source, context: Context) -> Answer | None:
    """the Home Office -> Home Office"""
    numbers = source.bare(source.core)
    name = _organisation_name(numbers, source, context)
    if name is None or not _is_organisation(numbers, source.words):
        return None
    return _other(SpeakerReading(name.of(source.words.text), SpeakerKind.ORGANISATION, name, "organisation"))


def _is_organisation(numbers: range, words: Words) -> bool:
    printed = [words[n] for n in numbers]
    text = " ".join(word.lower for word in printed)
    if text in ORGANISATIONS:
        return True
    if printed[-1].lower in GROUPS or _two_names(printed):
        return False
    if printed[-1].lower in ORGANISATION_NOUNS:
        return True
    if len(printed) > 1 and any(word.lower in ORGANISATION_WORDS for word in printed):
        return True
    return len(printed) == 1 and _acronym(printed[0].text) and words.text_at(numbers.stop) != ":"


def _two_names(printed: list[Word]) -> bool:
    """Fox News and NBC News"""
    return any(
        word.lower == "and" and before.lower in ORGANISATION_WORDS and printed[-1].lower in ORGANISATION_WORDS
        for before, word in pairwise(printed)
    )


def _acronym(text: str) -> bool:
    return 2 <= len(text) <= 8 and text.isupper() and text not in ("US", "UK", "USA", "CEO", "MP", "PM", "TV")


def thing_again(source: Source, context: Context) -> Answer | None:
    """it -> the organisation or document that spoke last"""
    if source.text.lower() != "it":
        return None
    near = context.page.paragraph_at(source.span.start).start - 400
    return next((_other(one) for one in context.others[-1:] if one.basis.start > near), UNSURE)


def _other(reading: SpeakerReading) -> Answer:
    return Answer(reading)


RULES: tuple[Rule, ...] = (
    relative_pronoun,
    pronoun,
    thing_again,
    several_people,
    full_name,
    surname,
    document,
    role_description,
    spokesperson,
    last_subject_described,
    organisation,
)


def resolved(source: Source, context: Context) -> Answer:
    """Who a source is, by the first rule that knows."""
    for rule in RULES:
        answer = rule(source, context)
        if answer is not None:
            return answer
    return UNSURE
