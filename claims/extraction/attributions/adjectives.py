"""Where somebody stands, told by an adjective: she is confident that …, they are critical of …"""

from claims.extraction.attributions.clauses import clause_span, is_time, right_child
from claims.extraction.attributions.cues import Cue
from claims.extraction.parsed.labels import CLAUSE, prepositional
from claims.extraction.parsed.page import Page
from claims.extraction.parsed.word_lists import words
from claims.records import Span


def of_a_mind(cue: Cue, page: Page) -> list[Span] | None:
    """She is confident that the bridge is safe. -> that the bridge is safe; is wary of the bridge -> the bridge"""
    if "adjective" not in cue.frames:
        return None
    clause = right_child(cue.token, CLAUSE)
    if clause is not None:
        return [clause_span(clause, page)]
    if cue.word in words("feelings"):
        return None
    for preposition, noun in prepositional(cue.token):
        if preposition in words("minded_about") and noun.i > cue.token.i and not is_time(noun):
            return [clause_span(noun, page)]
    return None
