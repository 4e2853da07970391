"""Rules that read which organisation a source means from what stands before it: 'it', 'which', 'the company'."""

from collections.abc import Iterator
from dataclasses import replace

from claims.extraction.speakers.answers import UNSURE, Answer, Context
from claims.extraction.speakers.entities import Seen
from claims.extraction.speakers.lexicon import KINDS, ORGANISATION_NOUNS
from claims.extraction.speakers.names import Run, runs
from claims.extraction.speakers.organisations import organisation, recognised
from claims.extraction.speakers.salience import window_before
from claims.extraction.speakers.source import Source
from claims.extraction.speakers.words import Words
from claims.records import Span, SpeakerKind, SpeakerReading

_NEAR = 400
"""Characters before a paragraph within which a thing must have spoken that is meant again."""
_SMALL = frozenset({"of", "for", "and", "the", "&"})


def thing_again(source: Source, context: Context) -> Answer | None:
    """it -> the organisation or document that spoke last"""
    if source.text.lower() not in ("it", "its"):
        return None
    near = context.page.paragraph_at(source.span.start).start - _NEAR
    return next((Answer(one) for one in context.others[-1:] if one.basis.start > near), UNSURE)


def kind_again(source: Source, context: Context) -> Answer | None:
    """The Printers' Union said. The union added -> Printers' Union; Verizon pays well. The company said -> Verizon"""
    kind = source.words[source.head].lower
    if not source.definite or len(source.phrase) != 2 or kind not in KINDS | ORGANISATION_NOUNS:
        return None
    near = context.page.paragraph_at(source.span.start).start - 2 * _NEAR
    spoke = [one for one in context.others[-1:] if one.basis.start > near and one.kind is SpeakerKind.ORGANISATION]
    if spoke and spoke[-1].name.lower().split()[-1] == kind:
        return Answer(spoke[-1])
    return _only_company(source, context) if kind in KINDS else None


def _only_company(source: Source, context: Context) -> Answer | None:
    """The only organisation that the last sentences name."""
    words, near = source.words, window_before(source.span.start, context.page)
    named = (Source(source.number, words.span(run.start, run.stop), (), words) for run in _runs_in(near, words))
    found = {one.name: one for part in named if (one := _as_organisation(part, context)) is not None}
    return Answer(replace(found.popitem()[1], rule="kind_again")) if len(found) == 1 else None


def _runs_in(near: Span, words: Words) -> Iterator[Run]:
    numbers = words.between(near)
    return runs(numbers.start, numbers.stop, words)


def _as_organisation(part: Source, context: Context) -> SpeakerReading | None:
    found = organisation(part, context) or recognised(part, context)
    if found is None or found.speaker is None or context.entities.seen(found.speaker.basis) is Seen.PLACE:
        return None
    return found.speaker


def relative_thing(source: Source, context: Context) -> Answer | None:
    """They asked the Leeds Police Department, which said -> Leeds Police Department"""
    if source.text.lower() != "which":
        return None
    number = source.phrase.start - 1
    number -= source.words.text_at(number) == ","
    first = _first_of_name(number, source.words)
    if first is None:
        return UNSURE
    named = Source(source.number, source.words.span(first, number + 1), source.content, source.words)
    found = _as_organisation(named, context)
    return Answer(replace(found, rule="relative_thing")) if found is not None else UNSURE


def _first_of_name(last: int, words: Words) -> int | None:
    """Where the run of capitals begins that ends with a word."""
    if last < 0 or not words[last].capital:
        return None
    first = last
    while first > 1 and (words[first - 1].capital or words[first - 1].lower in _SMALL):
        first -= 1
    return next(number for number in range(first, last + 1) if words[number].capital)
