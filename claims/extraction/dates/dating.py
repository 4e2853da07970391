"""The said dates of all attributions of one text."""

import datetime as dt
from collections.abc import Sequence

from spacy.tokens import Doc

from claims.extraction.dates.carrying import with_the_answer
from claims.extraction.dates.frame import Frame
from claims.extraction.dates.inferring import by_publication
from claims.extraction.dates.layout import layout
from claims.extraction.dates.said import is_scheduled, said_in
from claims.extraction.dates.sections import find_sections
from claims.extraction.dates.surroundings import Surroundings
from claims.records import Attribution, SaidReading, Span, TimeExpression


def read_all_said(
    doc: Doc, found: Sequence[Attribution], times: tuple[TimeExpression, ...], published: dt.date | None
) -> list[SaidReading | None]:
    """When the words of each attribution were spoken, in text order; one can lean on those before it.

    Only when all are read does the day of publication stand in where the text tells nothing, so that nothing ever
    leans on what was inferred. What is yet to be said has no date."""
    around = Surroundings(found, find_sections(layout(doc)[0], times, published))
    frames = [
        Frame(doc, one.content, Span(one.cue[0].start, one.cue[-1].end), one.source, around, one) if one.cue else None
        for one in found
    ]
    said: list[SaidReading | None] = []
    for frame in frames:
        said.append(said_in(frame, times, published, said) if frame else None)
    said = with_the_answer(layout(doc)[0], found, said)
    inferred = by_publication(published)
    return [
        reading or (None if frame and is_scheduled(frame) else inferred)
        for frame, reading in zip(frames, said, strict=True)
    ]
