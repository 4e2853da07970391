"""What the entity recogniser makes of a name for which capitals alone speak.

It is asked for single sentences, and only for those that hold such a name: on every sentence it would cost a third of
the time. A sentence is asked about once, by itself, so that the answer depends on nothing around it. A pipeline without
a recogniser is never asked, and then nothing is known."""

from collections.abc import Iterable
from enum import Enum

from spacy.tokens import Doc

from claims.extraction.parsed.page import Page
from claims.extraction.parsed.parsing import Recogniser
from claims.records import Span

_MOST = 100
"""Sentences of one page that it is asked about; of those after them nothing is known."""


class Seen(Enum):
    """What the recogniser sees in a stretch: a person, an organisation, a country or town, something else, or a part
    of it alone ("Had | Jones"). NOTHING: it is silent about it, or was not asked."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"
    PART = "part"
    NOTHING = "nothing"


_LABELS = {"PERSON": Seen.PERSON, "PER": Seen.PERSON, "ORG": Seen.ORGANISATION, "GPE": Seen.PLACE}


class Entities:
    """The entities of a page, sentence by sentence."""

    def __init__(self, page: Page, recogniser: Recogniser | None) -> None:
        self._page = page
        self._recogniser = recogniser
        self._known: dict[int, list[tuple[Span, str]]] = {}

    def look(self, positions: Iterable[int]) -> None:
        """Reads the sentences around some positions, all at once: that is faster than one by one."""
        if self._recogniser is None:
            return
        asked = {self._start(position) for position in positions} - self._known.keys()
        ordered = sorted(asked)[: max(_MOST - len(self._known), 0)]
        if not ordered:
            return
        for start, doc in zip(ordered, self._recogniser(map(self._sentence, ordered)), strict=True):
            offset = self._page.doc[start].idx
            self._known[start] = [
                (Span(offset + one.start_char, offset + one.end_char), one.label_) for one in doc.ents
            ]

    def seen(self, span: Span) -> Seen:
        """What stands in a stretch."""
        self.look([span.start])
        for entity, label in self._known.get(self._start(span.start), ()) if len(self._page.doc) else ():
            if entity.start <= span.start and span.end <= entity.end:
                return _LABELS.get(label, Seen.OTHER)
            if entity.start < span.end and span.start < entity.end:
                return Seen.PART
        return Seen.NOTHING

    def _start(self, position: int) -> int:
        return self._page.sentence_start(self._page.token_at(position))

    def _sentence(self, start: int) -> Doc:
        """The sentence as a document of its own, from its words."""
        tokens = self._page.doc[start : self._page.sentence_end(start)]
        return Doc(
            self._page.doc.vocab,
            words=[token.text for token in tokens],
            spaces=[bool(token.whitespace_) for token in tokens],
        )
