"""Rules that read whom a source means from what stands before it: 'she', 'who', 'the home secretary', 'it'."""

from dataclasses import replace

from claims.extraction.speakers.answers import UNSURE, Answer, Context, about_person
from claims.extraction.speakers.introductions import Introduction
from claims.extraction.speakers.lexicon import (
    DISTINGUISHING,
    EPITHETS,
    FEMALE_ROLES,
    MALE_ROLES,
    OFFICES,
    ROLE_ADJECTIVES,
    SPEAKING,
    same_office,
)
from claims.extraction.speakers.people import Mention
from claims.extraction.speakers.person import Person
from claims.extraction.speakers.salience import (
    PRONOUNS,
    Antecedent,
    antecedent,
    is_plural,
    is_spoken_of,
    mentions_between,
    window_before,
)
from claims.extraction.speakers.source import OWN, SOME, Source
from claims.records import FurtherSpeaker, RoleReading, Span

_SAY_NO_MORE = frozenset({"'s", "’s", "of", "the", "for", "-", "year-old"})
"""What a description can have that an introduction has not: 'the 43-year-old former mayor'."""


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
            return about_person(mention.person, mention.span, "relative_pronoun", source)
    return UNSURE


def pronoun(source: Source, context: Context) -> Answer | None:
    """she -> the woman who spoke last, or the last subject"""
    gender = PRONOUNS.get(source.text.lower())
    if gender is None:
        return None
    topic = _topic(source, context)
    if topic is not None and topic.person.gender in ("", gender):
        return about_person(topic.person, topic.span, "pronoun_topic", source)
    found = antecedent_of(source, gender, context)
    if found is None:
        return _only_one(source, gender, context) or UNSURE
    if found.person is None:
        return _of_two(found.basis, gender, source, context) or found.answer
    found.person.gender = found.person.gender or gender
    return about_person(found.person, found.basis, f"pronoun_{found.rule}", source)


def _topic(source: Source, context: Context) -> Mention | None:
    """As for Ann Jones, she said -> Ann Jones"""
    words, end = source.words, source.phrase.start - 1
    if words.text_at(end) != ",":
        return None
    last = context.people.mentions_before(source.span.start)
    topics = (words.text_at(one.printed.first - 2 - bool(one.printed.title)) == "as" for one in last)
    return last[0] if any(topics) and last[0].printed.end == end else None


def _only_one(source: Source, gender: str, context: Context) -> Answer | None:
    """I asked Ann Jones about it. She said -> Ann Jones, subject or not, where nobody else fits"""
    near = mentions_between(window_before(source.span.start, context.page), context.people)
    fits = [one for one in near if one.person.gender in ("", gender)]
    if len({one.person for one in fits}) != 1 or fits[-1].person.gender != gender or is_spoken_of(fits[-1], source):
        return None
    return about_person(fits[-1].person, fits[-1].span, "pronoun_only_one", source)


def _of_two(unnamed: Span, gender: str, source: Source, context: Context) -> Answer | None:
    """Jones said so. She added -> Ann Jones, where the text has Bob Jones, too"""
    for name in Source(0, unnamed, (), source.words).names:
        fits = [one for one in context.people.possible(name) if one.gender == gender]
        if len(fits) == 1:
            return about_person(fits[0], fits[0].named, "pronoun_of_two", source)
    return None


def antecedent_of(source: Source, gender: str, context: Context) -> Antecedent | None:
    return antecedent(
        source.span.start, gender, source.content, context.contents, context.spoken, context.people, context.page
    )


def they(source: Source, context: Context) -> Answer | None:
    """Ann Jones and Bob Hill said …. They added -> both; so after an organisation, if nobody else spoke since"""
    words = source.words
    if len(source.phrase) > 1 or words[source.phrase.start].lower not in ("they", "their", "both"):
        return None
    pair = _pair_before(source, context)
    if pair is not None:
        return pair
    last = context.spoken[-1] if context.spoken else None
    if last is None or last.span.start < context.page.paragraph_at(source.span.start).start - 400:
        return UNSURE
    several = last.answer.further or not last.answer.somebody
    return replace(last.answer, person=None) if several else UNSURE


def _pair_before(source: Source, context: Context) -> Answer | None:
    """Ann Jones and Bob Hill were in the room. They said -> both, who open the sentence right before"""
    words, page = context.words, context.page
    token = page.tokens[page.token_at(source.span.start)]
    start = page.sentence_start(token.i)
    if source.span.start != page.tokens[start].idx or start == 0:
        return None
    begin = page.tokens[page.sentence_start(start - 1)].idx
    if context.spoken and context.spoken[-1].span.start >= begin:
        return None
    people = list(mentions_between(Span(begin, source.span.start), context.people))
    if len(people) != 2 or people[0].person is people[1].person:
        return None
    first, second = people
    opens = first.span.start == begin and words.text_at(first.printed.end) == "and"
    if not opens or second.printed.first != first.printed.end + 1:
        return None
    one = about_person(first.person, first.span, "they_both", source)
    other = about_person(second.person, second.span, "they_both", source)
    if one.speaker is None or other.speaker is None:
        return None
    return replace(one, person=None, further=(FurtherSpeaker(other.speaker, other.role),))


def role_description(source: Source, context: Context) -> Answer | None:
    """the home secretary -> whom the text calls home secretary"""
    office = source.words[source.head].lower
    if office not in OFFICES or is_plural(office) or source.words[source.phrase.start].lower in OWN | SOME:
        return None
    described = [one for one in context.people.all if _is_called(one, source)]
    if len(described) == 1:
        basis = next(one.span for one in described[0].introductions if _matches(one, source))
        return about_person(described[0], basis, "role_description", source)
    return None


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
    own -= {word for word in own if word.isdigit()} | ROLE_ADJECTIVES | _SAY_NO_MORE
    return own <= there


def _office(word: str) -> str:
    return same_office().get(word, word)


def last_subject_described(source: Source, context: Context) -> Answer | None:
    """Ann Jones left. The home secretary said -> Ann Jones, if the text gives her no other role"""
    office = source.words[source.head].lower
    if not source.definite or office not in OFFICES | EPITHETS or source.head != source.phrase.stop - 1:
        return None
    if not source.words.begins_sentence(source.phrase.start) or any(
        _is_called(one, source) for one in context.people.all
    ):
        return None
    found = antecedent_of(source, "m" if office in MALE_ROLES else "f" if office in FEMALE_ROLES else "", context)
    if found is None or found.person is None or found.person.introductions:
        return None
    role = _role_in(source)
    found.person.introductions.append(Introduction(role.role, role.basis, office))
    return about_person(found.person, found.basis, "last_subject_described", source)


def _role_in(source: Source) -> RoleReading:
    numbers = source.bare(source.core)
    span = source.words.span(numbers.start, numbers.stop)
    return RoleReading(" ".join(span.of(source.words.text).split()), span)


def one_of_several_speaks(source: Source, context: Context) -> Answer | None:
    """Backbenchers, including Ann Jones, cheered, with Ms Jones saying so, and called for talks -> Ann Jones"""
    if not is_plural(source.words[source.head].lower):
        return None
    between = Span(source.span.end, max(source.span.end, source.content[0].start))
    speaking = [
        mention
        for mention in mentions_between(between, context.people)
        if _is_one_of(mention.person, source) and _with_one_saying(mention, context)
    ]
    if len(speaking) != 1:
        return None
    return about_person(speaking[0].person, speaking[0].span, "one_of_several_speaks", source)


def _is_one_of(person: Person, source: Source) -> bool:
    return any(source.span.start <= one.span.start < source.span.end for one in person.introductions)


def _with_one_saying(mention: Mention, context: Context) -> bool:
    name = mention.printed
    before = context.words.text_at(name.first - 1 - (name.title != ""))
    return before == "with" and context.words.text_at(name.end) in SPEAKING
