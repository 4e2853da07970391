"""Reported words whose subject or object stands before the cue as 'what' or 'which': "what she called a disgrace"."""

from spacy.tokens import Token

from claims.extraction.attributions.clauses import clause_span, finite, subject_of
from claims.extraction.attributions.cues import Cue
from claims.extraction.parsed.labels import CLAUSE, OBJECT, OPEN_CLAUSE
from claims.extraction.parsed.page import Page
from claims.records import Span

_FRONTED = frozenset({"what", "which", "whom", "who", "that"})
_WITHIN = 10
"""Words from 'which' to its cue."""


def what_somebody_calls(cue: Cue, page: Page) -> list[Span] | None:
    """what she called a disgrace -> what | a disgrace; which they described as late -> which | as late"""
    word = fronted(cue, page) if cue.frames & {"naming", "naming_as"} else None
    part = next((child for child in cue.token.rights if _names(child, cue)), None)
    if word is None or part is None:
        return None
    name = clause_span(part, page)
    end = max((passage.span.end for passage in page.passages_between(*name)), default=name.end)
    return [_span(word), Span(name.start, max(end, name.end))]


def _names(part: Token, cue: Cue) -> bool:
    if "naming_as" in cue.frames and part.lower_ == "as":
        return True
    near = part.left_edge.i == cue.last.i + 1
    return "naming" in cue.frames and near and part.dep_ in OBJECT | OPEN_CLAUSE | CLAUSE


def with_fronted(cue: Cue, spans: list[Span], page: Page) -> list[Span]:
    """The spans with the 'which' that belongs to them: 'which critics said was late' -> which | was late"""
    word = fronted(cue, page) if spans and spans[0].start > cue.token.idx else None
    if word is None:
        return spans
    first = page.tokens[page.token_at(spans[0].start)]
    inside = spans[0].start <= word.head.idx < spans[0].end
    return [_span(word), *spans] if inside or finite(first) else spans


def fronted(cue: Cue, page: Page) -> Token | None:
    """The 'what' or 'which' before a cue and its subject that is not the subject itself."""
    subject = subject_of(cue.token)
    if subject is None or not subject.i < cue.token.i:
        return None
    first = max(page.sentence_start(cue.token.i), subject.i - _WITHIN)
    for number in range(min(subject.left_edge.i, subject.i) - 1, first - 1, -1):
        token = page.tokens[number]
        if token.lower_ in _FRONTED and token.tag_ in ("WP", "WDT"):
            return token
        if token.is_punct or token.pos_ not in ("ADV", "DET", "ADJ", "PART"):
            return None
    return None


def _span(token: Token) -> Span:
    return Span(token.idx, token.idx + len(token))
