"""Records as extraction would hand them over, written by the words they are about instead of by offsets."""

import datetime as dt
from typing import Any

from claims.records import (
    Attribution,
    Extraction,
    Mode,
    Remainder,
    RemainderKind,
    RoleReading,
    Said,
    SaidReading,
    Span,
    SpeakerKind,
    SpeakerReading,
)


def span(text: str, words: str) -> Span:
    """Where `words` first stand in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))


def attribution(text: str, *words: str, **changes: Any) -> Attribution:
    """Somebody's words, in one piece or several."""
    details: dict[str, Any] = {"mode": Mode.DIRECT, "confidence": 0.8, "rule": "quoted words and a cue"}
    if "said" in changes:
        changes["said"] = SaidReading(Said.on(dt.date(2018, 4, 25)), span(text, changes["said"]), "weekday")
    if "speaker" in changes:
        name = changes["speaker"]
        changes["speaker"] = SpeakerReading(name, SpeakerKind.PERSON, span(text, name), "surname")
    if "role" in changes:
        changes["role"] = RoleReading(changes["role"], span(text, changes["role"]))
    for part in ("cue", "source"):
        details[part] = (span(text, changes.pop(part)),) if part in changes else ()
    if "question" in changes:
        changes["question"] = span(text, changes["question"])
    return Attribution(content=tuple(span(text, piece) for piece in words), **{**details, **changes})


def extraction(*attributions: Attribution, missed: tuple[Span, ...] = ()) -> Extraction:
    remainder = tuple(Remainder(place, RemainderKind.QUOTED_WORDS) for place in missed)
    return Extraction(attributions=attributions, remainder=remainder)
