"""Rules for sources that are no people: organisations and those who speak for them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, pairwise

from claims.extraction.speakers.answers import UNSURE, Answer, Context
from claims.extraction.speakers.by_name import is_lone_person
from claims.extraction.speakers.by_reference import antecedent_of, role_description
from claims.extraction.speakers.entities import Seen
from claims.extraction.speakers.lexicon import (
    DOCUMENTS,
    FEMALE_ROLES,
    GROUPS,
    MALE_ROLES,
    NO_ORGANISATIONS,
    NOT_NAMES,
    OFFICES,
    ORGANISATION_NOUNS,
    ORGANISATION_WORDS,
    ORGANISATIONS,
    PEOPLE_OF,
    TITLES,
    VOICES,
)
from claims.extraction.speakers.names import Printed
from claims.extraction.speakers.person import Person
from claims.extraction.speakers.salience import PRONOUNS
from claims.extraction.speakers.source import OWN, Source, is_of_the_office
from claims.extraction.speakers.words import Word, Words
from claims.records import FurtherSpeaker, RoleReading, Span, SpeakerKind, SpeakerReading

_NO_NAME = frozenset({"the", "a", "an", "one", "another", "this", "that", "its", "his", "her", "their"})
_SMALL = frozenset({"of", "for", "and", "the", "&", "on", "to", "in", "de"})
_PARAGRAPHS_BACK, _LATEST = 3, 10
"""How many paragraphs and how many of the last sources are looked at for the spokesman who is named again."""


def spokesperson(source: Source, context: Context) -> Answer | None:
    """a spokesman for the Home Office -> Home Office; a spokesman for Ann Jones -> Spokesman for Ann Jones

    An organisation speaks through its spokesman, so that it is the speaker. A person's spokesman is somebody else, and
    without a name of his own is called after whom he speaks for."""
    head = next((n for n in (source.head, source.core.stop - 1) if source.words[n].lower in VOICES), None)
    if head is None:
        return None
    after = source.words.text_at(head + 1) in ("for", "of") and head + 2 < source.core.stop
    numbers = range(head + 2, source.core.stop) if after else range(source.core.start, head)
    voice = source.words[head]
    role = RoleReading(voice.text, Span(voice.start, voice.end))
    whose = len(numbers) > 0 and source.words[numbers.start].lower in OWN
    name = _organisation_name(source.bare(numbers), source, context) if len(numbers) and not whose else None
    name = name or (_firm_behind(numbers, source, context) if after else None)
    if name is not None and not _has_title(name, source) and not _has_a_voice(numbers, source, context):
        return Answer(SpeakerReading(name.of(source.words.text), SpeakerKind.ORGANISATION, name, "spokesperson"), role)
    principals = _principals(numbers, source, context) if len(numbers) else []
    if not principals:
        return _spokesperson_again(source, head, context) or UNSURE
    called = [
        SpeakerReading(
            f"{_one_of(voice.text).capitalize()} for {one.name}", SpeakerKind.PERSON, source.span, "spokesperson"
        )
        for one in principals
    ]
    several = called if _one_of(voice.text) != voice.text else called[:1]
    return Answer(several[0], role, further=tuple(FurtherSpeaker(one, role) for one in several[1:]))


def _firm_behind(numbers: range, source: Source, context: Context) -> Span | None:
    """a spokesman for the company, Vantor Energy -> Vantor Energy; not: a spokesman for the company, Bob Hill"""
    words, behind = source.words, range(numbers.stop + 1, source.phrase.stop)
    if not behind or words.text_at(numbers.stop) != "," or words[numbers.start].lower != "the" or len(numbers) > 3:
        return None
    if words[numbers.stop - 1].lower not in ORGANISATION_NOUNS or not _is_name(behind, words):
        return None
    name = _organisation_name(behind, source, context)
    known = name is not None and (_is_organisation(behind, words) or context.entities.seen(name) is Seen.ORGANISATION)
    return name if known else None


def _spokesperson_again(source: Source, head: int, context: Context) -> Answer | None:
    """A spokeswoman for Ann Jones said so. The spokeswoman added -> the same one; another one stands between them"""
    words, begin = source.words, source.span.start
    if not source.definite or head != source.phrase.start + 1 or len(source.phrase) > 2:
        return None
    for _ in range(_PARAGRAPHS_BACK):
        begin = context.page.paragraph_at(max(begin - 2, 0)).start
    for one in islice(reversed(context.spoken), _LATEST):
        printed = [words[n].lower for n in words.between(one.span)]
        role = one.answer.role.role.lower().split() if one.answer.role is not None else []
        if one.span.start >= begin and any(_is_same_voice(words[head].lower, word) for word in (*printed, *role)):
            return replace(one.answer, further=()) if one.answer.speaker is not None else UNSURE
    return None


def _is_same_voice(voice: str, other: str) -> bool:
    """spokesman, spokesperson; not: spokesman, spokeswoman"""
    return other in VOICES and (voice == other or voice.endswith("person") or other.endswith("person"))


def _one_of(voices: str) -> str:
    """spokesmen -> spokesman"""
    return re.sub("men$", "man", re.sub("people$|persons$", "person", voices))


def _principals(numbers: range, source: Source, context: Context) -> list[Person]:
    """Whom somebody speaks for: Ms Jones, the Jones of 'a Jones spokesman', the 'her' of 'her spokesman', the mayor of
    whom the text tells the name; two where 'spokesmen' speak."""
    words = source.words
    gender = PRONOUNS.get(words[numbers.start].lower) if len(numbers) == 1 else None
    if gender is not None:
        found = antecedent_of(source, gender, context)
        return [found.person] if found is not None and found.person is not None else []
    end = numbers.stop - 1 if words.is_possessive(numbers.stop - 1) else numbers.stop
    whom = Source(source.number, words.span(numbers.start, max(end, numbers.start + 1)), (), words)
    people: list[Person] = []
    for name in (*whom.names, *_named_behind(numbers, source)):
        person = context.people.meant_by(name, source.span.end)
        if person is not None or is_lone_person(name, context) or _has_a_voice(numbers, source, context):
            people.append(person or context.people.add(name))
    described = role_description(whom, context) if whom.definite and not people else None
    return [described.person] if described is not None and described.person is not None else people


def _named_behind(numbers: range, source: Source) -> Iterator[Printed]:
    """a spokesman for the mayor, Ann Jones -> Ann Jones"""
    words = source.words
    if is_of_the_office(range(source.phrase.start, numbers.stop), words) and numbers.stop + 1 < source.phrase.stop:
        yield from Source(source.number, words.span(numbers.stop + 1, source.phrase.stop), (), words).names


def _has_a_voice(numbers: range, source: Source, context: Context) -> bool:
    """Lane's spokeswoman said he was ill: one word of which the recogniser or a 'he' that is not she makes a person"""
    words = source.words
    if len(numbers) != 2 or not words.is_possessive(numbers.stop - 1) or not words[numbers.start].text.istitle():
        return False
    if words[numbers.start].lower in NOT_NAMES or _is_organisation(numbers[:1], words):
        return False
    voice = words.text_at(numbers.stop)
    own = "m" if voice in MALE_ROLES else "f" if voice in FEMALE_ROLES else ""
    spoken_of = PRONOUNS.get(words.text_at(words.number_at(source.content[0].start)), own)
    return spoken_of != own or context.entities.seen(words.span(numbers.start, numbers.start + 1)) is Seen.PERSON


def _has_title(span: Span, source: Source) -> bool:
    """Mr Jones, of whom the text prints no more"""
    names = Source(0, span, (), source.words).names
    return len(names) == 1 and names[0].title in TITLES and not names[0].full


def _organisation_name(numbers: range, source: Source, context: Context) -> Span | None:
    """The capitalised words that are no person's name: 'Home Office', 'Jones campaign', 'Department of Health'."""
    words = source.words
    while len(numbers) > 1 and words.is_possessive(numbers.stop - 1):
        numbers = numbers[:-1]
    numbers = _behind_heading(numbers, words)
    if not numbers or not words[numbers.start].capital or not _is_name(numbers, words):
        return None
    if all(words[n].lower in _NO_NAME for n in numbers):
        return None
    if words.span(numbers.start, numbers.stop).of(words.text).lower() in NO_ORGANISATIONS:
        return None
    names = Source(0, words.span(numbers.start, numbers.stop), (), words).names
    if any(context.people.meant_by(name, source.span.end) is not None for name in names):
        return None
    return words.span(numbers.start, numbers.stop)


def _behind_heading(numbers: range, words: Words) -> range:
    """NEWS IN BRIEF The Green Party -> Green Party"""
    inner = [n for n in numbers if words[n].text == "The" and words[n - 1].text.isupper()]
    return range(inner[-1] + 1, numbers.stop) if inner and inner[-1] + 1 < numbers.stop else numbers


def _is_name(numbers: range, words: Words) -> bool:
    return all(
        words[n].capital
        or words[n].lower in _SMALL
        or (n == numbers.stop - 1 and words[n].lower in ORGANISATION_NOUNS)
        or words.is_possessive(n)
        or (n == numbers.stop - 2 and words.is_possessive(n - 1) and words[n + 1].lower == "ministry")
        or words[n].text in ("-", "'", "’")
        or words[n].text.isdigit()
        for n in numbers
    )


def organisation(source: Source, context: Context) -> Answer | None:
    """the Home Office -> Home Office"""
    numbers = source.bare(source.core)
    name = _organisation_name(numbers, source, context)
    if name is None or not _is_organisation(numbers, source.words):
        return None
    return Answer(SpeakerReading(name.of(source.words.text), SpeakerKind.ORGANISATION, name, "organisation"))


def recognised(source: Source, context: Context) -> Answer | None:
    """Allergan, Germany -> the same, where the entity recogniser sees an organisation or a country"""
    numbers = source.bare(source.core)
    name = _organisation_name(numbers, source, context)
    if name is None or not _can_be_asked(numbers, source, context):
        return None
    seen = context.entities.seen(name)
    dateline = source.words[numbers.start].text.isupper() and len(source.words[numbers.start].text) > 4
    if seen is Seen.ORGANISATION or (seen is Seen.PLACE and not dateline):
        return Answer(SpeakerReading(name.of(source.words.text), SpeakerKind.ORGANISATION, name, "recognised"))
    return None


def _can_be_asked(numbers: range, source: Source, context: Context) -> bool:
    """Not Ms Hill, Activists, Senate Republicans, CNN Poll, a plural, or a word that the text has in small letters too;
    nor several words of a headline, whose capitals say nothing."""
    words = source.words
    printed = [words[n] for n in numbers]
    last = context.page.tokens[context.page.token_at(printed[-1].start)]
    if printed[0].lower in TITLES | OFFICES or _is_group(printed) or printed[-1].lower in DOCUMENTS:
        return False
    if last.tag_ not in ("NNP", "NNPS") or any(context.people.is_known(name) for name in source.names):
        return False
    return printed[-1].lower not in words.small if len(printed) == 1 else numbers.stop > words.headline_end


def _is_organisation(numbers: range, words: Words) -> bool:
    printed = [words[n] for n in numbers]
    text = " ".join(word.lower for word in printed)
    if text in ORGANISATIONS:
        return True
    if _is_group(printed) or _two_names(printed) or _member(printed):
        return False
    if len(printed) > 1 and printed[-1].lower in ORGANISATION_NOUNS:
        return True
    if len(printed) > 1 and any(word.lower in ORGANISATION_WORDS for word in printed):
        return True
    return len(printed) == 1 and _acronym(printed[0].text) and words.text_at(numbers.stop) != ":"


def _is_group(printed: list[Word]) -> bool:
    """Senate Republicans, Leaders of the Senate; not: National Union of Teachers"""
    small = [word.lower for word in printed]
    return (small[-1] in GROUPS and "of" not in small) or (small[0] in PEOPLE_OF and len(small) > 1)


def _member(printed: list[Word]) -> bool:
    """the Green Party's Xolba Hill"""
    marks = [n for n, word in enumerate(printed) if word.possessive]
    after = printed[marks[-1] + 1 :] if marks else []
    return bool(after) and not any(word.lower in ORGANISATION_WORDS | ORGANISATION_NOUNS for word in after)


def _two_names(printed: list[Word]) -> bool:
    """Fox News and NBC News"""
    return any(
        word.lower == "and" and before.lower in ORGANISATION_WORDS and printed[-1].lower in ORGANISATION_WORDS
        for before, word in pairwise(printed)
    )


def _acronym(text: str) -> bool:
    return 2 <= len(text) <= 8 and text.isupper() and text.lower() not in NO_ORGANISATIONS
