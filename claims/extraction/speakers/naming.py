"""Asks of every attribution of a text whom its source means."""

from collections.abc import Sequence
from typing import Protocol

from claims.extraction.page import Page
from claims.extraction.speakers.answers import UNSURE, Answer, Context
from claims.extraction.speakers.people import People
from claims.extraction.speakers.resolving import resolved
from claims.extraction.speakers.salience import Spoken
from claims.extraction.speakers.source import Source
from claims.extraction.speakers.words import Words
from claims.records import RoleReading, Span, SpeakerKind, SpeakerReading


class Found(Protocol):
    """What is asked of an attribution: its reported words and its source, each a tuple of spans in text order."""

    @property
    def content(self) -> tuple[Span, ...]: ...

    @property
    def source(self) -> tuple[Span, ...]: ...


def name_speakers(page: Page, found: Sequence[Found]) -> list[tuple[SpeakerReading | None, RoleReading | None]]:
    """The speaker and the role of each attribution, in the order given. Unsure is None."""
    words = Words(page.text)
    context = Context(page, words, People(page, words), [span for one in found for span in one.content])
    answers = [UNSURE] * len(found)
    for number in sorted((n for n, one in enumerate(found) if one.source), key=lambda n: found[n].source[0]):
        answers[number] = _answer(number, found[number], context)
    return [(answer.speaker, answer.role) for answer in answers]


def _answer(number: int, one: Found, context: Context) -> Answer:
    source = Source(number, one.source[0], one.content, context.words)
    if not len(source.phrase):
        return UNSURE
    answer = resolved(source, context)
    basis = answer.speaker.basis if answer.speaker is not None else source.span
    context.spoken.append(Spoken(source.span, source.text, answer.person, basis))
    if answer.speaker is not None and answer.speaker.kind != SpeakerKind.PERSON:
        context.others.append(answer.speaker)
    return answer
