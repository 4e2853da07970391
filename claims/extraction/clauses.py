"""Where a reporting clause and a reported clause begin and end."""

from spacy.tokens import Token

from claims.extraction.labels import AUXILIARY, OBJECT, SUBJECT
from claims.extraction.page import Page
from claims.extraction.quotations import trimmed
from claims.records import Span

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NEW_REPORT = frozenset({"adding", "saying", "noting", "calling", "citing", "according", "telling"})
_ADJUNCT_STOPS = frozenset(",.;:?!–—―\"“”''``()[]")


def finite(token: Token) -> bool:
    """Whether a verb form carries tense: 'said', 'will'; not 'saying', 'to say'."""
    return token.tag_ in _FINITE


def right_child(token: Token, labels: frozenset[str]) -> Token | None:
    return next((child for child in token.rights if child.dep_ in labels), None)


def subject_of(token: Token) -> Token | None:
    """The verb's own subject."""
    return next((child for child in token.children if child.dep_ in SUBJECT), None)


def object_of(token: Token) -> Token | None:
    """The last object before any clause: in 'told him the story' the story."""
    return next((child for child in token.rights if child.dep_ in OBJECT), None)


def reporting_clause(token: Token, page: Page) -> tuple[int, int]:
    """(start, end) of 'she said on Monday' or 'said the mayor, who is new': the verb, its subject and what is short
    around it, without any reported clause. Positions are code points."""
    return _start(token, page), _end(token, page)


def _start(token: Token, page: Page) -> int:
    first = token
    floor = page.sentence_start(token.i)
    for child in token.lefts:
        if child.dep_ in SUBJECT or child.dep_ in AUXILIARY or child.dep_ == "advmod":
            edge = child.left_edge
            if edge.i < first.i and edge.i >= floor and not _crosses(edge, token, page):
                first = edge
    return first.idx


def _crosses(edge: Token, token: Token, page: Page) -> bool:
    """Whether a quoted passage that is more than a nickname lies between."""
    return any(passage.span.end - passage.span.start > 25 for passage in page.passages_between(edge.idx, token.idx))


def _end(token: Token, page: Page) -> int:
    limit = page.sentence_end(token.i)
    number = token.i + 1
    inverted = next((child for child in token.rights if child.dep_ in SUBJECT), None)
    if inverted is not None and inverted.i <= token.i + 12:
        number = max(number, min(inverted.right_edge.i + 1, limit))
    while number < limit and page.doc[number].text not in _ADJUNCT_STOPS and not page.doc[number].is_space:
        number += 1
    last = page.doc[number - 1]
    return last.idx + len(last) if number >= len(page.doc) else page.doc[number].idx


def clause_span(head: Token, page: Page) -> Span:
    """The words of a clause or phrase, from its left edge to its right edge, as far as they belong to it."""
    first, last = head.left_edge, head.right_edge
    limit = page.sentence_end(head.i)
    end = _cut(head, first.i, min(last.i + 1, limit), page)
    stretch = page.stretch(first.i, max(end - 1, first.i))
    within = page.paragraph_at(first.idx)
    return _bare(page.text, stretch.start, min(stretch.end, within.end))


def _cut(head: Token, first: int, end: int, page: Page) -> int:
    """The number after the last token, before a new reporting clause: '…, adding that', '…, according to'."""
    for number in range(max(first + 1, head.i), end - 1):
        token = page.doc[number]
        if token.lower_ in _NEW_REPORT and page.doc[number - 1].text == "," and not page.quoted(token):
            return number - 1
    return end


def _bare(text: str, start: int, end: int) -> Span:
    """Without white space, commas and full stops at the edges."""
    span = trimmed(text, start, end)
    while span.end > span.start and text[span.end - 1] in ",;:.–—":
        span = trimmed(text, span.start, span.end - 1)
    while span.start < span.end and text[span.start] in ",;:.–—":
        span = trimmed(text, span.start + 1, span.end)
    return span
