"""Where statements are reported and how the wordings differ: what a report has beyond a page. Pure."""

import datetime as dt
from collections.abc import Iterable

from claims.reports import wording
from claims.text.differences import Kind, Piece, differences
from claims.timeline.entries import Entry, Rendering

AROUND = " \t\n\"'“”‘’«»„‚,.;:…"

COMPARABLE = 6_000
"""Characters: comparing longer texts word by word takes too long to wait for."""

type Text = tuple[int, int]
"""A captured text: the number of its article and of its version."""


def text_of(rendering: Rendering) -> Text | None:
    return (rendering.source.article, rendering.source.version) if rendering.source else None


def sources_of(entries: Iterable[Entry]) -> tuple[Rendering, ...]:
    """One rendering of each captured text, in the order that gives the sources their numbers: by publication, so that
    they run with time, then by article and version. An unknown day comes last."""
    found: dict[Text, Rendering] = {}
    for rendering in (one for entry in entries for one in entry.renderings):
        if text := text_of(rendering):
            found.setdefault(text, rendering)
    return tuple(found[text] for text in sorted(found, key=lambda text: (*_publication(found[text]), *text)))


def _publication(rendering: Rendering) -> tuple[dt.date, str]:
    return rendering.published or dt.date.max, rendering.source.published_time if rendering.source else ""


def compared(words: str, wanted: str) -> tuple[tuple[Piece, ...], str]:
    """`words` in pieces, those marked as added that `wanted` has not, and what differs in words.

    The marks around the whole (quotation marks, a comma before the closing one) belong to the article's own sentence
    and count as no difference."""
    start, end = _edges(words)
    inner, model = words[start:end], wanted[slice(*_edges(wanted))]
    if inner == model:
        return (Piece(words),), "The same words"
    if max(len(inner), len(model)) > COMPARABLE:
        return (Piece(words),), "Too long to be compared word by word"
    pieces = differences(model, inner)
    return _placed(pieces, words, start), wording.differences_told(pieces)


def _placed(pieces: Iterable[Piece], words: str, at: int) -> tuple[Piece, ...]:
    """`words`, letter by letter as they were printed, with what was added to the model marked."""
    placed, kept = [], 0
    for piece in pieces:
        text = "" if piece.kind == Kind.LEFT_OUT else piece.text.strip()
        at = words.index(text, at)
        if text and piece.kind == Kind.ADDED:
            placed += [Piece(words[kept:at]), Piece(text, Kind.ADDED)]
            kept = at + len(text)
        at += len(text)
    return tuple(piece for piece in (*placed, Piece(words[kept:])) if piece.text)


def _edges(words: str) -> tuple[int, int]:
    start = len(words) - len(words.lstrip(AROUND))
    return start, max(len(words.rstrip(AROUND)), start)
