"""Words as a typesetter can take them: no characters that a page has no place for, no line that turns others around."""

import re
import unicodedata

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_REORDERING = {"R", "AL", "AN", "RLE", "LRE", "RLO", "LRO", "RLI", "LRI", "FSI", "PDF", "PDI"}


def printable(text: str) -> str:
    """The text without the characters that PDF/UA forbids, each line kept from turning its neighbours around."""
    text = _UNPRINTABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\ufeff", ""))
    return "\n".join(map(_isolated, text.split("\n")))


def _isolated(line: str) -> str:
    """Between FIRST STRONG ISOLATE and its end where the line has letters or signs that run from right to left.

    Unicode Standard Annex 9: an isolate also ends every embedding and override that was left open within it."""
    return f"\u2068{line}\u2069" if any(unicodedata.bidirectional(char) in _REORDERING for char in line) else line
