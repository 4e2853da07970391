"""Asks of every attribution of a text whom its source means."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from claims.extraction.parsed.page import Page
from claims.extraction.parsed.parsing import Recogniser
from claims.extraction.speakers.answers import UNSURE, Answer, Context
from claims.extraction.speakers.entities import Entities
from claims.extraction.speakers.implied import implied_source, is_no_source
from claims.extraction.speakers.people import People
from claims.extraction.speakers.relays import find_relay
from claims.extraction.speakers.resolving import resolved
from claims.extraction.speakers.salience import Spoken
from claims.extraction.speakers.same_document import with_one_name_each
from claims.extraction.speakers.source import Source
from claims.extraction.speakers.words import words_of
from claims.records import FurtherSpeaker, RelayReading, RoleReading, Span, SpeakerKind, SpeakerReading


class Found(Protocol):
    """What is asked of an attribution: its reported words, cue and source, each a tuple of spans in text order."""

    @property
    def content(self) -> tuple[Span, ...]: ...

    @property
    def cue(self) -> tuple[Span, ...]: ...

    @property
    def source(self) -> tuple[Span, ...]: ...


class Named(NamedTuple):
    """Who speaks in an attribution and as what, and the other sources of the same report. Unsure is None."""

    speaker: SpeakerReading | None = None
    role: RoleReading | None = None
    further: tuple[FurtherSpeaker, ...] = ()
    relay: RelayReading | None = None


def name_speakers(page: Page, found: Sequence[Found], recogniser: Recogniser | None = None) -> list[Named]:
    """Who speaks in each attribution, in the order given."""
    words, entities = words_of(page.text), Entities(page, recogniser)
    people = People(page, words, entities)
    context = Context(page, words, people, entities, [span for one in found for span in _reported(one)])
    sources = [_source(number, one, context) for number, one in enumerate(found)]
    answers = [UNSURE] * len(found)
    for source in sorted((one for one in sources if one is not None), key=lambda one: one.span):
        answers[source.number] = _answer(source, context)
    answers = with_one_name_each(answers, sources)
    cues = sorted(one.cue[0] for one in found if one.cue)
    relays = [_relay(one, cues, context) for one in found]
    return [
        Named(answer.speaker, answer.role, answer.further, relay) for answer, relay in zip(answers, relays, strict=True)
    ]


def _reported(one: Found) -> tuple[Span, ...]:
    """The reported words, without who was asked by nobody named: '[Ann Jones] was asked [to leave]. She …'"""
    asked = not one.source and len(one.content) > 1 and one.cue and one.content[0].end <= one.cue[0].start
    return one.content[1:] if asked else one.content


def _relay(one: Found, cues: Sequence[Span], context: Context) -> RelayReading | None:
    if not one.cue:
        return None
    place = bisect_left(cues, one.cue[0])
    others = [*cues[max(place - 1, 0) : place], *cues[place + 1 : place + 2]]
    return find_relay(one.cue[0], one.source, one.content, others, context.page, context.words)


def _source(number: int, one: Found, context: Context) -> Source | None:
    """The printed source; where that is none, the name at the cue."""
    span = one.source[0] if one.source else None
    if one.cue and (span is None or is_no_source(span, context.words)):
        span = implied_source(one.cue[0], context) or span
    source = Source(number, span, one.content, context.words) if span is not None else None
    return source if source is not None and len(source.phrase) else None


def _answer(source: Source, context: Context) -> Answer:
    answer = resolved(source, context)
    context.spoken.append(Spoken(source.span, source.text, answer))
    if answer.speaker is not None and answer.speaker.kind != SpeakerKind.PERSON:
        context.others.append(answer.speaker)
    return answer
