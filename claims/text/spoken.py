"""From printed quotation to spoken words: the marks around them belong to the paper, not to the speaker. Pure."""

import re
from collections.abc import Iterable

OPENING, CLOSING = '“"„«', '”"“»'
AGAIN = re.compile(rf"(\n\s*)[{OPENING}]")
"""A paragraph of a long quotation opens its marks again, though the one before never closed them."""


def spoken(pieces: Iterable[str]) -> str:
    """The words of a direct quotation, its pieces joined by a space, without the marks and the comma that close them.

    ['“We have,” ', '“no list,”'] is 'We have, no list'. Marks inside the words stay, as does every apostrophe."""
    return " ".join(_bare(piece) for piece in pieces).rstrip(",; ")


def _bare(piece: str) -> str:
    words = AGAIN.sub(r"\1", piece.strip())
    if words[:1] in ("‘", "'") and words[-1:] in ("’", "'") and len(words) > 1:
        return words[1:-1]
    opens = words[:1] in tuple(OPENING)
    words = words[1:] if opens else words
    closes = words[-1:] in tuple(CLOSING) and (opens or not any(mark in words for mark in OPENING if mark != '"'))
    return words[:-1] if closes else words
