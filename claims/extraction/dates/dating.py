"""The said dates of all attributions of one text."""

import datetime as dt
from collections.abc import Sequence

from spacy.tokens import Doc

from claims.extraction.dates.carrying import with_the_answer
from claims.extraction.dates.inferring import by_publication
from claims.extraction.dates.layout import layout
from claims.extraction.dates.said import is_scheduled, read_said
from claims.extraction.dates.sections import find_sections
from claims.extraction.dates.surroundings import Surroundings
from claims.records import Attribution, SaidReading, TimeExpression


def read_all_said(
    doc: Doc, found: Sequence[Attribution], times: tuple[TimeExpression, ...], published: dt.date | None
) -> list[SaidReading | None]:
    """When the words of each attribution were spoken, in text order; one can lean on those before it.

    Only when all are read does the day of publication stand in where the text tells nothing, so that nothing ever
    leans on what was inferred. What is yet to be said has no date."""
    around = Surroundings(found, find_sections(layout(doc)[0], times, published))
    said: list[SaidReading | None] = []
    for one in found:
        said.append(read_said(doc, one.content, one.cue, one.source, times, published, said, around))
    said = with_the_answer(layout(doc)[0], found, said)
    inferred = by_publication(published)
    return [
        reading or (None if is_scheduled(doc, one.content, one.cue, one.source) else inferred)
        for one, reading in zip(found, said, strict=True)
    ]
