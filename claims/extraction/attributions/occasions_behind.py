"""Where a report was made, told right behind it, is no part of it."""

from claims.extraction.attributions.clauses import is_time
from claims.extraction.parsed.page import Page
from claims.extraction.parsed.word_lists import words

_OCCASION_TAIL = 9
"""Words of 'interview with the Echo on Monday'."""
_OCCASION = 6
"""Words of 'during an earlier committee hearing'."""
_LATELY = frozenset({"last", "this", "earlier"})


def without_occasion(first: int, end: int, page: Page) -> int:
    """The number after the report's last word, without where it was made: '… was closed | during an earlier hearing'"""
    last = _noun_of_occasion(first, end, page)
    for number in range(last - 1, max(last - _OCCASION + 1, first + 2), -1):
        token = page.tokens[number]
        if token.lower_ in ("at", "in", "during"):
            return number
        if token.pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "PART"):
            break
    return end


def _noun_of_occasion(first: int, end: int, page: Page) -> int:
    """The number of the 'interview' of '… in an interview with the Echo on Monday', or of the first word of all."""
    for number in range(end - 1, max(end - _OCCASION_TAIL, first), -1):
        token = page.tokens[number]
        if token.lower_ in words("occasions") or (token.lower_ == "letter" and token.nbor(1).lower_ == "to"):
            return number if number == end - 1 or not any(t.tag_ == "MD" for t in page.tokens[first:number]) else first
        name = token.pos_ in ("ADP", "DET", "PROPN", "NUM") or token.lower_ == "to" or token.text[0].isupper()
        if not name and not is_time(token) and token.lower_ not in _LATELY:
            return first
    return first
