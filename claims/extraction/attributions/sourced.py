"""The value that the rules pass on: an attribution whose speaker and date nobody has asked for yet."""

from dataclasses import dataclass

from spacy.tokens import Token

from claims.records import Mode, Span


@dataclass(frozen=True, slots=True)
class Sourced:
    """An attribution in the making: what was found, and the head and extent of its source."""

    content: tuple[Span, ...]
    cue: Span
    head: Token | None
    source: Span | None
    mode: Mode
    rule: str
    frames: frozenset[str]
    word: str
