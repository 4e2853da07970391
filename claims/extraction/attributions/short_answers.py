"""What was said in one word: 'Asked whether she would go, she said no.'"""

from claims.extraction.attributions.cues import Cue
from claims.extraction.parsed.page import Page
from claims.extraction.parsed.word_lists import words
from claims.records import Span

_ENDS = frozenset({",", ".", ";", "!", "–", "—", "and", "but", "because", "when", "as"})


def yes_or_no(cue: Cue, page: Page) -> list[Span] | None:
    """Asked whether it was safe, she said no. -> no"""
    number = cue.last.i + 1
    if cue.word not in words("answering") or number + 1 >= len(page.doc):
        return None
    word, following = page.tokens[number], page.tokens[number + 1]
    if word.lower_ not in words("yes_or_no") or not (following.lower_ in _ENDS or following.is_space):
        return None
    return [Span(word.idx, word.idx + len(word))]
