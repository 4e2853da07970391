"""The sentence on either side of a quotation, by the rules of the day. Frozen: see this package's head.

The database cuts the stretch out of the article's text, so that no whole article has to be read for it."""

import re

from django.db.models import F
from django.db.models.functions import Greatest, Least, Substr

_END = re.compile(r"""(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bSt)(?<!\b[A-Z])[.!?…]["'”’)\]]*\s+|\n\s*\n""")
_MARKS = re.compile(r"""[\s"'“”‘’.,;:)\]]*""")
_LONGEST = 400
_STRETCH = 4 * _LONGEST

STRETCHES = {
    "ahead": Substr("version__text", Greatest(F("start") - _STRETCH, 0) + 1, Least(F("start"), _STRETCH)),
    "behind": Substr("version__text", F("end") + 1, _STRETCH),
}
"""Annotations of a quotation: as much text before and after it as the rules look at. Both count code points."""


def sentence_before(ahead: str) -> str:
    """The beginning of the sentence in which a quotation starts, or the sentence before it if there is none."""
    ends = [match.end() for match in _END.finditer(ahead)]
    for end in reversed([0, *ends]):
        if not _MARKS.fullmatch(ahead[end:]):
            return _from_the_right(ahead[end:].lstrip())
    return ""


def sentence_after(behind: str) -> str:
    """The rest of the sentence in which a quotation ends, or the sentence after it if nothing is left."""
    for match in _END.finditer(behind):
        if not _MARKS.fullmatch(behind[: match.start()]):
            return _from_the_left(behind[: match.end()].rstrip())
    return _from_the_left(behind.rstrip())


def _from_the_right(words: str) -> str:
    return words if len(words) <= _LONGEST else f"… {words[-_LONGEST:].partition(' ')[2]}"


def _from_the_left(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rpartition(' ')[0]} …"
