"""Cues that are no verbs: 'according to', 'Name: words', '"…" — Name', and a colon that announces a quotation."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from spacy.tokens import Token

from claims.extraction.attributions.clauses import bare, finite, finite_clause, subject_of
from claims.extraction.attributions.clauses_before import past_dateline
from claims.extraction.attributions.labelled_lines import labelled_line, quoted_heading
from claims.extraction.attributions.phrase import Phrase, Rule
from claims.extraction.attributions.posts import letter, marked_post, signed_post, statement
from claims.extraction.parsed.labels import COORDINATION, NOMINAL
from claims.extraction.parsed.page import Page
from claims.extraction.parsed.passages import trimmed
from claims.records import Span

_SIGNATURE = re.compile(r"[.\s]*(?P<dash>[―—–]|--?)\s*(?P<name>[^\W\d_][\w.'’ -]{1,50})(?=[.,]?\s*(?:\n|$))")
_LONGEST_SOURCE = 60
"""Words of whom something is according to, at most."""
_DEEPEST = 25


def according_to(page: Page) -> Iterator[Phrase]:
    """The plan is dead, according to the mayor. -> The plan is dead"""
    for number, (word, following) in enumerate(pairwise(page.words)):
        if word == "according" and following == "to" and not page.quoted(page.tokens[number]):
            yield from _reported_by(page.tokens[number], page)


def _reported_by(token: Token, page: Page) -> Iterator[Phrase]:
    first, limit = page.sentence_start(token.i), page.sentence_end(token.i)
    end = _noun_phrase_end(token.i + 2, limit, page, initial=token.i <= first + 1)
    if end <= token.i + 2:
        return
    source = page.stretch(token.i + 2, end - 1)
    content = [span for span in (_lead(first, token.i, page), _rest(end, limit, page)) if span is not None]
    if len(content) == 2 and not _goes_on(token.i, end, page):
        content = content[:1]
    if content:
        nominal = [t for t in page.tokens[token.i + 2 : end] if t.pos_ in NOMINAL] or [page.tokens[token.i + 2]]
        head = min(nominal, key=_depth)
        yield Phrase(tuple(content), page.stretch(token.i, token.i + 1), source, head, "according_to")


def _goes_on(cue: int, end: int, page: Page) -> bool:
    """Whether the report goes on behind its source: 'The plan, according to the mayor, | is dead', '… | and so is …'.
    After a whole sentence what follows tells more about the source: ', the mayor of Leeds', ', which asked people'."""
    if page.tokens[end].text != "," or end + 1 >= len(page.doc):
        return False
    following = page.tokens[end + 1]
    lead = page.tokens[page.sentence_start(cue) : cue]
    return following.dep_ in COORDINATION or not any(finite(token) for token in lead)


def _depth(token: Token) -> int:
    """How far from the root of its tree; what is deeper than any sentence is all the same."""
    return sum(1 for _ in islice(token.ancestors, _DEEPEST))


def _noun_phrase_end(first: int, limit: int, page: Page, *, initial: bool) -> int:
    """The number after the noun phrase that follows 'according to'."""
    number, limit = first, min(limit, first + _LONGEST_SOURCE)
    while number < limit:
        token = page.tokens[number]
        if token.text in ".;:?!–—" or token.is_space or (page.quoted(token) and not initial):
            break
        if token.text == "," and not (initial and _apposition_follows(number, limit, page)):
            behind = _end_of_name(number + 1, limit, page)
            named = any(one.pos_ == "PROPN" for one in page.tokens[first:number])
            return number if named or behind == number + 1 else behind
        number += 1
    return number


def _end_of_name(first: int, limit: int, page: Page) -> int:
    """'according to her lawyer, | Bob Hill, …': the number behind a name of two words or more; `first` if none is"""
    end = first
    while end < limit and page.tokens[end].pos_ == "PROPN":
        end += 1
    return end if end > first + 1 and (end >= limit or page.tokens[end].text in (",", ".")) else first


def _apposition_follows(comma: int, limit: int, page: Page) -> bool:
    """'according to Smith, the mayor, the plan …': whether the words after this comma still name the source."""
    token = page.tokens[comma + 1] if comma + 1 < limit else None
    return token is not None and token.head.i < comma and token.dep_ == "appos"


def _lead(first: int, end: int, page: Page) -> Span | None:
    """The sentence up to the phrase, or the whole quotation that ends there."""
    first = past_dateline(first, page)
    if end <= first:
        return None
    span = trimmed(page.text, page.tokens[first].idx, page.tokens[end].idx)
    span = Span(span.start, span.end - 1) if page.text[span.end - 1] == "," else span
    return span if any(c.isalpha() for c in span.of(page.text)) else None


def _rest(end: int, limit: int, page: Page) -> Span | None:
    """The sentence after the phrase and its comma."""
    while end < limit and page.tokens[end].text in (",", "–", "—"):
        end += 1
    if limit - end < 3:
        return None
    return bare(page.text, page.tokens[end].idx, page.tokens[limit - 1].idx + len(page.tokens[limit - 1]))


def signed_quotation(page: Page) -> Iterator[Phrase]:
    """ "We are ready." — Ann Jones -> "We are ready." """
    for passage in page.passages:
        match = _SIGNATURE.match(page.text, passage.span.end)
        if match and all(word[0].isupper() or len(word) < 4 for word in match.group("name").split()):
            head = page.tokens[page.token_at(match.end("name") - 1)]
            name, dash = Span(*match.span("name")), Span(*match.span("dash"))
            yield Phrase((passage.span,), dash, name, head, "signed_quotation")


def colon_before_quotation(page: Page) -> Iterator[Phrase]:
    """The mayor was blunt: "We are ready." -> "We are ready." """
    for passage in page.passages:
        before = page.text[: passage.span.start].rstrip(" \t\n\r\xa0")
        if before.endswith(":") and not passage.continues:
            verb = _main_verb(page.token_at(len(before) - 1), page)
            subject = subject_of(verb) if verb is not None else None
            if verb is not None and subject is not None and not page.quoted(subject):
                cue = Span(verb.idx, len(before))
                yield Phrase(
                    (passage.span,),
                    cue,
                    page.stretch(subject.left_edge.i, subject.i),
                    subject,
                    "colon_before_quotation",
                )


def _main_verb(colon: int, page: Page) -> Token | None:
    """The verb on which the sentence before a colon hangs."""
    stretch = page.tokens[page.sentence_start(colon) : colon]
    numbers = {token.i for token in stretch}
    tops = [t for t in stretch if (t.head.i not in numbers or t.head == t) and subject_of(t) is not None]
    return next((top for top in tops if finite_clause(top)), None)


RULES: tuple[Rule, ...] = (
    according_to,
    labelled_line,
    quoted_heading,
    marked_post,
    signed_post,
    letter,
    statement,
    signed_quotation,
    colon_before_quotation,
)


def find_phrases(page: Page) -> Iterator[Phrase]:
    """The attributions that a phrase introduces."""
    for rule in RULES:
        yield from rule(page)
