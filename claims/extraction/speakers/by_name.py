"""Rules that read who a source is from a name that is printed in it."""

from claims.extraction.speakers.answers import Answer, Context, about_person
from claims.extraction.speakers.entities import Seen
from claims.extraction.speakers.lexicon import OFFICES, TITLES, TITLES_KEPT
from claims.extraction.speakers.names import Printed, span_of
from claims.extraction.speakers.source import Source
from claims.extraction.speakers.words import Words
from claims.records import Span


def full_name(source: Source, context: Context) -> Answer | None:
    """Home Secretary Ann Jones -> Ann Jones"""
    for name in source.names():
        person = context.people.meant_by(name, source.span.end) if name.full else None
        if person is not None:
            return about_person(person, _with_honour(name, source.words), "full_name", source)
    return None


def _with_honour(name: Printed, words: Words) -> Span:
    return words.span(name.first - (name.title in TITLES_KEPT), name.end)


def surname(source: Source, context: Context) -> Answer | None:
    """Ms Jones -> Ann Jones, if one Jones alone is in the text whom Ms fits"""
    for name in source.names():
        person = None if name.full else context.people.meant_by(name, source.span.end)
        if person is not None:
            return about_person(person, person.named, "surname", source)
    return None


def surname_alone(source: Source, context: Context) -> Answer | None:
    """President Jones, of whom the text prints no more -> Jones"""
    for name in source.names():
        if not name.full and not context.people.is_known(name) and is_lone_person(name, context):
            person = context.people.add_surname(name)
            return about_person(person, person.named, "surname_alone", source)
    return None


def is_lone_person(name: Printed, context: Context) -> bool:
    """Whether a title, the recogniser or a transcript ('JONES:') says that a lone name is a person's."""
    if len(name.names) > 2:
        return False
    if name.title in TITLES | OFFICES:
        return True
    transcript = name.names[0].isupper() and len(name.names[0]) > 3 and context.words.text_at(name.end) == ":"
    return transcript or context.entities.seen(span_of(name, context.words)) is Seen.PERSON
