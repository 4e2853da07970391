"""What stands around a quotation in its article: as much as a reader may see who is not of the newsroom.

An article's text belongs to its publisher, so that is a sentence either side and no more."""

import re

_END = re.compile(r"""(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bSt)(?<!\b[A-Z])[.!?…]["'”’)\]]*\s+|\n\s*\n""")
_MARKS = re.compile(r"""[\s"'“”‘’.,;:)\]]*""")
_LONGEST = 400


def sentence_before(text: str, start: int) -> str:
    """The beginning of the sentence in which a quotation starts, or the sentence before it if there is none."""
    ahead = text[max(0, start - 4 * _LONGEST) : start]
    ends = [match.end() for match in _END.finditer(ahead)]
    for end in reversed([0, *ends]):
        if not _MARKS.fullmatch(ahead[end:]):
            return _from_the_right(ahead[end:].lstrip())
    return ""


def sentence_after(text: str, end: int) -> str:
    """The rest of the sentence in which a quotation ends, or the sentence after it if nothing is left."""
    behind = text[end : end + 4 * _LONGEST]
    for match in _END.finditer(behind):
        if not _MARKS.fullmatch(behind[: match.start()]):
            return _from_the_left(behind[: match.end()].rstrip())
    return _from_the_left(behind.rstrip())


def _from_the_right(words: str) -> str:
    return words if len(words) <= _LONGEST else f"… {words[-_LONGEST:].partition(' ')[2]}"


def _from_the_left(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rpartition(' ')[0]} …"
