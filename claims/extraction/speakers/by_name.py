"""Rules that read who a source is from a name that is printed in it."""

from collections.abc import Iterator
from itertools import islice

from claims.extraction.parsed.word_lists import words
from claims.extraction.speakers.answers import UNSURE, Answer, Context, about_person
from claims.extraction.speakers.entities import Seen
from claims.extraction.speakers.given_names import is_given
from claims.extraction.speakers.lexicon import OFFICES, PARTICLES, TITLES, TITLES_KEPT
from claims.extraction.speakers.names import Printed, span_of
from claims.extraction.speakers.person import Person
from claims.extraction.speakers.salience import mentions_between
from claims.extraction.speakers.source import Source
from claims.extraction.speakers.words import Words
from claims.records import Span

_NOBODY = words("askers") | {"q", "a", "the court", "the witness", "the clerk", "the defendant"}
_NEAR, _LATEST = 2000, 20
"""How many characters of a paragraph and how many of the last sources are looked at for who is near."""


def label_of_nobody(source: Source, _context: Context) -> Answer | None:
    """MODERATOR: Q: the label of a transcript that tells what somebody does there -> nobody"""
    return UNSURE if source.text.rstrip(".").lower() in _NOBODY else None


def full_name(source: Source, context: Context) -> Answer | None:
    """Home Secretary Ann Jones -> Ann Jones"""
    for name in source.names:
        person = context.people.meant_by(name, source.span.end) if name.full else None
        if person is not None:
            return about_person(person, _with_honour(name, source.words), "full_name", source)
    return None


def _with_honour(name: Printed, words: Words) -> Span:
    return words.span(name.first - (name.title in TITLES_KEPT), name.end)


def surname(source: Source, context: Context) -> Answer | None:
    """Ms Jones -> Ann Jones, if one Jones alone is in the text whom Ms fits"""
    for name in source.names:
        person = None if name.full else context.people.meant_by(name, source.span.end)
        if person is not None:
            return about_person(person, person.named, "surname", source)
    return None


def surname_nearby(source: Source, context: Context) -> Answer | None:
    """Ann Jones came. Jones said -> Ann Jones, though Bob Jones is further off in the text"""
    for name in source.names:
        possible = [] if name.full else context.people.possible(name)
        for near in _paragraphs(source.span.start, context) if len(possible) > 1 else ():
            found = {one: basis for one, basis in _named_in(near, context) if one in possible}
            if found:
                return about_person(*found.popitem(), "surname_nearby", source) if len(found) == 1 else UNSURE
    return None


def _paragraphs(position: int, context: Context) -> Iterator[Span]:
    """The paragraph up to a position, and the one before it."""
    first = context.page.paragraph_at(position).start
    yield Span(max(first, position - _NEAR), position)
    if first > 0:
        yield Span(max(context.page.paragraph_at(max(first - 2, 0)).start, first - _NEAR), first)


def _named_in(near: Span, context: Context) -> Iterator[tuple[Person, Span]]:
    """Who is named in full there, or spoke."""
    for mention in mentions_between(near, context.people):
        if mention.printed.full:
            yield mention.person, mention.span
    for one in islice(reversed(context.spoken), _LATEST):
        if one.answer.person is not None and near.start <= one.span.start < near.end:
            yield one.answer.person, one.basis


def named_here(source: Source, context: Context) -> Answer | None:
    """The Echo's Xolani Jones; Carla Jones: a full name that only stands where it speaks -> Xolani Jones"""
    words = source.words
    for name in source.names:
        listed, possessed = is_given(name.names[0]), words.is_possessive(name.first - 1)
        whole = name.end - name.first == len(source.phrase) == 2
        if (
            not name.full
            or len(name.names) < 2
            or not (listed or possessed)
            or (name.end <= words.headline_end and not whole)
        ):
            continue
        if listed or context.entities.seen(span_of(name, words)) not in (Seen.ORGANISATION, Seen.PLACE):
            person = context.people.add(name)
            return about_person(person, person.named, "named_here", source)
    return None


def surname_alone(source: Source, context: Context) -> Answer | None:
    """President Jones, of whom the text prints no more -> Jones"""
    for name in source.names:
        if not name.full and not context.people.is_known(name) and is_lone_person(name, context):
            person = context.people.add(name)
            return about_person(person, person.named, "surname_alone", source)
    return None


def is_lone_person(name: Printed, context: Context) -> bool:
    """Whether a title, the recogniser or a transcript ('JONES:') says that a lone name is a person's."""
    if sum(word not in PARTICLES for word in name.names) > 2:
        return False
    if name.title in TITLES | OFFICES:
        return True
    transcript = name.names[0].isupper() and len(name.names[0]) > 3 and context.words.text_at(name.end) == ":"
    return transcript or context.entities.seen(span_of(name, context.words)) is Seen.PERSON
