"""What a rule is asked, and how it answers about a person."""

from collections.abc import Callable
from dataclasses import dataclass, field

from claims.extraction.parsed.page import Page
from claims.extraction.speakers.answer import UNSURE as UNSURE
from claims.extraction.speakers.answer import Answer as Answer
from claims.extraction.speakers.entities import Entities
from claims.extraction.speakers.people import People
from claims.extraction.speakers.person import Person
from claims.extraction.speakers.salience import Spoken, is_plural
from claims.extraction.speakers.source import Source
from claims.extraction.speakers.words import Words
from claims.records import RoleReading, Span, SpeakerKind, SpeakerReading


@dataclass(slots=True)
class Context:
    """What is known of a text while its sources are read in order."""

    page: Page
    words: Words
    people: People
    entities: Entities
    contents: list[Span]
    spoken: list[Spoken] = field(default_factory=list)
    others: list[SpeakerReading] = field(default_factory=list)
    """The organisations and documents that spoke so far."""


Rule = Callable[[Source, Context], Answer | None]


def about_person(person: Person, basis: Span, rule: str, source: Source) -> Answer:
    return Answer(SpeakerReading(person.name, SpeakerKind.PERSON, basis, rule), _role_of(person, source), person)


def _role_of(person: Person, source: Source) -> RoleReading | None:
    """The role printed with this source; else the one that the text gave the person first."""
    here = [one for one in person.introductions if source.span.start <= one.span.start < source.span.end]
    found = min(here or person.introductions, key=lambda one: (is_plural(one.office), one.span), default=None)
    return RoleReading(found.role, found.span) if found else None
