"""Text in, attributions out: the story of extraction, read top to bottom."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from claims.extraction.attributions.confidence import confidence
from claims.extraction.attributions.finding import find_attributions
from claims.extraction.attributions.questions import find_questions
from claims.extraction.attributions.remainder import find_remainder
from claims.extraction.attributions.sourced import Sourced
from claims.extraction.attributions.stance import find_attitude
from claims.extraction.dates import find_times, read_all_said
from claims.extraction.limits import beyond_the_limit
from claims.extraction.occasions import find_occasions
from claims.extraction.parsed.page import Page
from claims.extraction.parsed.parsing import BLOCK, Recogniser, blocks, load_pipeline, readable, recogniser
from claims.extraction.speakers import name_speakers
from claims.extraction.version import VERSION as VERSION
from claims.records import Attribution, Extraction, Said, Span, TimeExpression

LEAST = 0.42
"""What is less likely than this is no suggestion; its cue and quoted words are left to the remainder."""

Article = tuple[str, dt.date | None]


@cache
def load(model: str | Path | None = None) -> "Extractor":
    """The extractor over the shipped pipeline, or over any installed spaCy pipeline by name or path.

    OSError where there is no such pipeline. Takes a second the first time, nothing after."""
    return Extractor(load_pipeline(str(model) if model else None))


class Extractor:
    """Reads texts. One instance serves a whole process; it keeps nothing between texts."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._recogniser = recogniser(nlp)

    def read(self, text: str, published: dt.date | None = None) -> Extraction:
        """Attributions, times and remainder of one text. `published` anchors 'on Thursday'; None leaves it open."""
        return next(self.read_many([(text, published)]))

    def read_many(self, articles: Iterable[Article], batch_size: int = 8) -> Iterator[Extraction]:
        """The same for many (text, published), in order. Faster than one by one."""
        parts: list[Extraction] = []
        for batch in _batches(_pieces(articles), batch_size):
            for doc, piece in self._nlp.pipe(batch, as_tuples=True, batch_size=batch_size):
                parts.append(_moved(read_doc(doc, piece.published, self._recogniser), piece.offset))
                if piece.last:
                    yield replace(_joined(parts), unread=piece.unread)
                    parts = []


class Piece(NamedTuple):
    """What is parsed at once belongs to an article of this day and begins there at `offset`; `last` ends what is read
    of it, and `unread` is the rest."""

    published: dt.date | None
    offset: int
    last: bool
    unread: tuple[Span, ...]


def _pieces(articles: Iterable[Article]) -> Iterator[tuple[str, Piece]]:
    for text, published in articles:
        rest = beyond_the_limit(text)
        read = text[: rest.start] if rest else text
        for block in blocks(read):
            last = block.end == len(read)
            yield readable(block.of(read)), Piece(published, block.start, last, (rest,) if rest else ())


def _batches(pieces: Iterator[tuple[str, Piece]], size: int) -> Iterator[list[tuple[str, Piece]]]:
    """At most `size` pieces at once and not many more characters than a block has: memory stays flat."""
    batch: list[tuple[str, Piece]] = []
    for piece in pieces:
        batch.append(piece)
        if len(batch) == size or sum(len(text) for text, _ in batch) > BLOCK:
            yield batch
            batch = []
    if batch:
        yield batch


def read_doc(doc: Doc, published: dt.date | None, recogniser: Recogniser | None = None) -> Extraction:
    """What one parsed text says. The recogniser is asked for the few names that nothing else speaks for."""
    page = Page(doc)
    times = find_times(doc, published)
    likely = [(one, sure) for one in find_attributions(page) if (sure := confidence(one, page)) >= LEAST]
    questions = find_questions(page, [one for one, _ in likely])
    found = [_attribution(one, sure, question, page) for (one, sure), question in zip(likely, questions, strict=True)]
    found = _named(page, found, recogniser)
    found = _dated(doc, found, times, published)
    found = _placed(page, found, times)
    return Extraction(tuple(found), times, find_remainder(page, found))


def _attribution(one: Sourced, sure: float, question: Span | None, page: Page) -> Attribution:
    attitude = find_attitude(one, page)
    return Attribution(
        content=one.content,
        cue=(one.cue,),
        source=(one.source,) if one.source else (),
        mode=one.mode,
        confidence=sure,
        rule=one.rule,
        question=question,
        stance=attitude.stance,
        negated=attitude.negated,
        manner=attitude.manner,
    )


def _named(page: Page, found: list[Attribution], recogniser: Recogniser | None) -> list[Attribution]:
    """The attributions with who spoke, and as what; "she" leans on those before it."""
    named = zip(found, name_speakers(page, found, recogniser), strict=True)
    return [replace(one, **who._asdict()) for one, who in named]


def _dated(
    doc: Doc, found: list[Attribution], times: tuple[TimeExpression, ...], published: dt.date | None
) -> list[Attribution]:
    """The attributions with the date that their words were spoken on."""
    said = read_all_said(doc, found, times, published)
    return [replace(one, said=reading) if reading else one for one, reading in zip(found, said, strict=True)]


def _placed(page: Page, found: list[Attribution], times: tuple[TimeExpression, ...]) -> list[Attribution]:
    """The attributions with where their words were said."""
    occasions = zip(found, find_occasions(page, found, times), strict=True)
    return [replace(one, occasion=occasion) if occasion else one for one, occasion in occasions]


def _joined(parts: list[Extraction]) -> Extraction:
    if len(parts) == 1:
        return parts[0]
    return Extraction(
        tuple(one for part in parts for one in part.attributions),
        tuple(one for part in parts for one in part.times),
        tuple(one for part in parts for one in part.remainder),
    )


def _moved[Value](value: Value, offset: int) -> Value:
    """The same value with every Span in it moved by `offset` code points."""
    if offset == 0:
        return value
    if isinstance(value, Span):
        return Span(value.start + offset, value.end + offset)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(_moved(part, offset) for part in value)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, Said):
        return replace(value, **{f.name: _moved(getattr(value, f.name), offset) for f in fields(value)})  # type: ignore[type-var]
    return value
