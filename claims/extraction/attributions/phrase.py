"""What a cue that is no verb reports: the value that the rules for labels, posts and phrases answer with."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from claims.extraction.parsed.page import Page
from claims.records import Span


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a phrase reports, with the source's words and, where it is a word of the sentence, its head."""

    content: tuple[Span, ...]
    cue: Span
    source: Span | None
    head: Token | None
    rule: str


Rule = Callable[[Page], Iterator[Phrase]]
