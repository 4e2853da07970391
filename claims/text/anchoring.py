"""Where quoted words stand in a text: exactly, and once. Likeness never counts, for "We have targets" is nearly
"We don't have targets". Pure; nothing here raises."""

from claims.records import Span

CONTEXT_LENGTH = 32
"""Code points of prefix and suffix around a quotation (W3C Web Annotation, TextQuoteSelector)."""


def find_exact(words: str, text: str) -> Span | None:
    """Where `words` stand in `text`, or None unless they stand there exactly once."""
    start = text.find(words)
    if start == -1 or text.find(words, start + 1) != -1:
        return None
    return Span(start, start + len(words))


def only_place(words: str, text: str) -> Span | None:
    """As `find_exact`, and None as well where they begin or end inside a word."""
    place = find_exact(words, text)
    return None if place is None or any(_cuts_a_word(text, edge) for edge in place) else place


def around(text: str, span: Span) -> dict[str, str]:
    """Prefix and suffix of a span."""
    before = text[max(0, span.start - CONTEXT_LENGTH) : span.start]
    return {"prefix": before, "suffix": text[span.end : span.end + CONTEXT_LENGTH]}


def _cuts_a_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
