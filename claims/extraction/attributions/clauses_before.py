"""What was said in a clause before its cue or around it, and in one that "as the mayor said" is put into."""

from spacy.tokens import Token

from claims.extraction.attributions.clauses import (
    bare,
    finite,
    is_time,
    reporting_clause,
    subject_of,
    sums_up,
)
from claims.extraction.attributions.cues import Cue
from claims.extraction.attributions.introducing import has_content_of_its_own
from claims.extraction.attributions.quoted_speech import names_a_show, resumed
from claims.extraction.attributions.turned_down import turned_down
from claims.extraction.parsed.labels import AUXILIARY, NOMINAL, OBJECT, RELATIVE
from claims.extraction.parsed.page import Page
from claims.records import Span

_ASKED = frozenset({"asked", "pressed", "quizzed", "questioned", "challenged"})
_NEVER_FIRST = frozenset({"after", "when", "while", "as", "because", "since", "before", "until", "to", "last", "about"})
_OPENS_TIME = frozenset({"when", "where", "after", "because", "while", "before", "since", "until"})
"""What makes a clause behind a comma one of time or place: 'It began in May, | when they all urged a change.'"""
_PAUSES = frozenset({",", "–", "—", "―"})
_AS_WITHIN = 14
"""Words from 'as' to its verb."""
_AS_TAIL = 8
"""Words from the verb of 'as the mayor said on Monday,' to the comma."""
_OPENING = 1
"""Words before 'as' at the beginning of a sentence: 'But as …', '(As …'."""
_DASHES = frozenset({"-", "–", "—", "―", "--"})
_SHORT = 3
"""Letters of 'BBC': no town of a dateline has a name as short."""
_DATELINE = 14
"""Words among which a dateline ends."""
_CLOSERS = frozenset({",", ".", ")", "]", "-", "--", "–", "—", ";"})


def clause_around(cue: Cue, page: Page) -> list[Span] | None:
    """The tax, she said, would be cut. -> The tax | would be cut"""
    if not cue.frames & {"clause"} or not finite(cue.token):
        return None
    start, end = reporting_clause(cue.token, page)
    closed = cue.last.i + 1 < len(page.doc) and cue.last.nbor(1).text in _PAUSES
    if closed and start == cue.token.idx:
        start = _behind_comma(cue.token.i, page)
    before, after = _before(page, start), cue.last.i + 1 if closed else page.token_at(end)
    if before is None or page.tokens[after].text not in _PAUSES or (not closed and has_content_of_its_own(cue, page)):
        return None
    if start == cue.token.idx and not _a_sentence(page, before):
        return None
    limit = page.sentence_end(cue.token.i)
    following = page.tokens[after + 1] if after + 1 < limit else None
    if following is None or following.tag_ == "VBG" or following.dep_ == "cc" or following.i >= limit - 1:
        return None
    if turned_down(following) is not None:
        return None
    rest = _to_end(page, following.i, limit)
    return [_from_relative(before, page), rest] if rest.start < rest.end else None


def _from_relative(before: Span, page: Page) -> Span:
    """From the relative clause on that the cue interrupts: 'the bridge, | which, she said, is safe'"""
    for token in reversed(page.tokens_between(*before)):
        if token.lower_ in RELATIVE and token.tag_ in ("WP", "WDT") and token.i and token.nbor(-1).text == ",":
            return Span(token.idx, before.end)
        if token.text == ",":
            return before
    return before


def clause_then_quotation(cue: Cue, page: Page) -> list[Span] | None:
    """They would not wait, he added, "unless somebody paid". -> They would not wait | "unless somebody paid" """
    around = clause_around(cue, page)
    if around is None or not _a_sentence(page, around[0]):
        return None
    passage = next(iter(page.passages_between(around[1].start, around[1].start + 1)), None)
    begun = passage is not None and passage.words.of(page.text).lstrip()[:1].islower()
    return around if begun else None


def _behind_comma(number: int, page: Page) -> int:
    """Where the words right before a verb begin, back to the nearest comma: ', the mayor | said,'"""
    for first in range(number - 1, max(number - 8, 0), -1):
        if page.tokens[first].is_punct:
            return page.tokens[first + 1].idx
    return page.tokens[number].idx


def _inverted(cue: Cue, page: Page) -> bool:
    """Whether a verb stands right behind a comma and before its subject: '…, said one of the ministers.'"""
    limit = page.sentence_end(cue.token.i)
    if cue.token.i == 0 or cue.token.nbor(-1).text != "," or cue.last.i + 1 >= limit or "clause" not in cue.frames:
        return False
    subject = subject_of(cue.token)
    if subject is not None and subject.i < cue.token.i:
        return False
    rest = page.tokens[cue.last.i + 1 : limit]
    comma = next((number for number, token in enumerate(rest) if token.text == ","), len(rest))
    rest = rest[: max(comma, 1)]
    return rest[0].pos_ in NOMINAL | {"ADJ"} and not any(finite(token) or token.text == "that" for token in rest)


def _to_end(page: Page, first: int, limit: int) -> Span:
    end = page.tokens[limit - 1]
    return bare(
        page.text, page.tokens[first].idx, min(end.idx + len(end), page.paragraph_at(page.tokens[first].idx).end)
    )


def _before(page: Page, start: int) -> Span | None:
    """What stands between the beginning of the sentence and the comma before the reporting clause."""
    number = page.token_at(start)
    if number == 0 or page.tokens[number - 1].text not in (",", "–", "—", "―", "?", "!"):
        return None
    if page.tokens[number].lower_ in ("a", "an") and sums_up(page.tokens[number]):
        return None
    first = past_dateline(page.sentence_start(number), page)
    if first >= number - 1:
        return None
    return Span(page.tokens[first].idx, page.tokens[number - 1].idx)


def past_dateline(first: int, page: Page) -> int:
    """The number of the first word behind a dateline: 'LEEDS, May 3 (Reuters) — | The bridge is safe'"""
    if not (page.tokens[first].is_upper and len(page.tokens[first]) > _SHORT):
        return first
    for token in page.tokens[first + 1 : min(first + _DATELINE, page.sentence_end(first) - 1)]:
        if token.text in _DASHES and token.nbor(-1).whitespace_ and token.whitespace_:
            return token.i + 1
        if finite(token):
            break
    return first


def clause_before(cue: Cue, page: Page) -> list[Span] | None:
    """The tax would be cut, she said. -> The tax would be cut"""
    if not cue.frames & {"clause", "belief", "finding"} or not (finite(cue.token) or cue.quotes):
        return None
    more = resumed(cue, page)
    if not _inverted(cue, page) and not more and has_content_of_its_own(cue, page):
        return None
    start, end = reporting_clause(cue.token, page)
    before = _before(page, start)
    if before is None or not (_a_sentence(page, before) or _a_headline(page, before)):
        return None
    if page.tokens[page.token_at(before.end) + 1].lower_ in _OPENS_TIME:
        return None
    if more:
        return [before, *more]
    closing = page.tokens[min(page.token_at(end), len(page.doc) - 1)]
    show = next(iter(page.passages_between(closing.idx, closing.idx + 1)), None)
    if show is not None and names_a_show(show, page):
        return [before]
    if closing.text not in ".,;?!:" and not closing.is_space and closing.i + 1 < page.sentence_end(cue.token.i):
        return None
    return [before]


def clause_before_anyway(cue: Cue, page: Page) -> list[Span] | None:
    """It would be hard for the towns and the ports, union officials told reporters. (Where the tree misses it.)"""
    if "clause" not in cue.frames or not finite(cue.token):
        return None
    rest = [token for token in page.tokens[cue.last.i + 1 : page.sentence_end(cue.token.i)] if token.is_alpha]
    if len(rest) > 4 or any(finite(token) or token.lower_ in RELATIVE for token in rest):
        return None
    start = _behind_comma(cue.token.i, page)
    subject, before = page.tokens_between(start, cue.token.idx), _before(page, start)
    if before is None or not _a_sentence(page, before) or not any(token.pos_ in NOMINAL for token in subject):
        return None
    opens = subject[0].lower_ in RELATIVE | _NEVER_FIRST or subject[0].tag_ in ("CC", "IN", "WRB", "RB", "VBG", "VBN")
    return None if opens or any(map(finite, subject)) else [before]


def _a_headline(page: Page, span: Span) -> bool:
    """A headline leaves its auxiliaries out: 'Targets set in 2015, report finds'."""
    if page.paragraph_at(span.start) != page.paragraphs[0] or page.passages_between(*span):
        return False
    return any(token.tag_ in ("VBN", "VBG", "TO") for token in page.tokens_between(*span))


def _a_sentence(page: Page, span: Span) -> bool:
    """Whether a stretch has a verb with tense outside its relative clauses, or is an order: 'Let us build it'."""
    tokens = page.tokens_between(span.start, span.end)
    if next((token.tag_ for token in tokens if token.is_alpha), "") == "VB":
        return True
    if _was_asked(tokens):
        return False
    return sum(map(finite, tokens)) > sum(token.lower_ in ("who", "which") for token in tokens)


def _was_asked(tokens: list[Token]) -> bool:
    """Whether a stretch is no more than the question: '(When) asked whether she would go'."""
    asked = next((token for token in tokens[:2] if token.tag_ == "VBN" and token.lower_ in _ASKED), None)
    return asked is not None and all(asked.is_ancestor(token) for token in tokens if finite(token))


def as_somebody_says(cue: Cue, page: Page) -> list[Span] | None:
    """As the mayor noted, the bridge is safe. The bridge is safe, as the mayor noted. -> the bridge is safe"""
    if "clause" not in cue.frames or not (finite(cue.token) or cue.token.tag_ == "VBN"):
        return None
    opening, closing = _as(cue, page), _after_as(cue, page)
    if opening is None or closing is None or has_content_of_its_own(cue, page):
        return None
    first, limit = page.sentence_start(cue.token.i), page.sentence_end(cue.token.i)
    before = page.tokens_between(page.tokens[first].idx, page.tokens[opening].idx)
    spans = [bare(page.text, page.tokens[first].idx, page.tokens[opening].idx)] if len(before) > _OPENING else []
    if closing + 2 < limit and page.tokens[closing].text == "," and (not spans or not _a_sentence(page, spans[0])):
        bracket = page.tokens[first].text == "(" and page.tokens[limit - 1].text == ")"
        spans.append(_to_end(page, closing + 1, limit - bracket))
    return spans if any(_a_sentence(page, span) for span in spans) else None


def _as(cue: Cue, page: Page) -> int | None:
    """The number of the 'as' that opens a cue's clause, behind a mark or at the beginning of the sentence."""
    first = page.sentence_start(cue.token.i)
    for number in range(cue.token.i - 1, max(first - 1, cue.token.i - _AS_WITHIN), -1):
        token = page.tokens[number]
        if token.lower_ == "as":
            before = page.tokens[max(number - 1, first)]
            opens = number - first <= _OPENING or before.text in _CLOSERS | {"("}
            return number if opens and number + 1 < cue.token.i else None
        if token.text in ",;:()" or (finite(token) and token.dep_ not in AUXILIARY):
            return None
    return None


def _after_as(cue: Cue, page: Page) -> int | None:
    """The number of the mark that ends 'as the mayor said on Monday'; None where more than an adjunct follows."""
    limit = page.sentence_end(cue.token.i)
    for number in range(cue.last.i + 1, min(cue.last.i + 1 + _AS_TAIL, limit)):
        token = page.tokens[number]
        if (token.text in _CLOSERS and token.tag_ != "HYPH") or token.is_space:
            return number
        if finite(token) or (token.dep_ in OBJECT and not is_time(token)) or page.quoted(token):
            return None
    return limit - 1 if limit - cue.last.i <= _AS_TAIL else None
