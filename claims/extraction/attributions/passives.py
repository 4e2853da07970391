"""What was said, told in the passive: the subject of the verb is part of what somebody asked, called, said or did."""

from spacy.tokens import Token

from claims.extraction.attributions.clauses import clause_span, is_infinitive, is_time, right_child, subject_of
from claims.extraction.attributions.cues import Cue
from claims.extraction.attributions.occasions_behind import without_occasion
from claims.extraction.parsed.labels import (
    ADVERBIAL_CLAUSE,
    CLAUSE,
    NOUN_CLAUSE,
    OBJECT,
    OPEN_CLAUSE,
    by_whom,
    is_passive,
)
from claims.extraction.parsed.page import Page
from claims.records import Span

_BLAMES = frozenset({"for", "of", "as", "over"})
_HELD = frozenset({"clause", "belief", "desire", "finding"})
_DONE = frozenset({"matter", "stance"})
_WORDLESS = frozenset({"PRP", "WDT", "WP"})


def told_to_do(cue: Cue, page: Page) -> list[Span] | None:
    """The council was asked to close the bridge. -> The council | to close the bridge"""
    return _subject_and_infinitive(cue, page) if "demand" in cue.frames else None


def said_to_be(cue: Cue, page: Page) -> list[Span] | None:
    """The bridge is said to be safe. -> The bridge | to be safe"""
    return _subject_and_infinitive(cue, page) if cue.frames & _HELD else None


def _subject_and_infinitive(cue: Cue, page: Page) -> list[Span] | None:
    subject = _subject(cue)
    clause = right_child(cue.token, OPEN_CLAUSE | CLAUSE | ADVERBIAL_CLAUSE)
    if subject is None or clause is None or clause.i < cue.token.i or not is_infinitive(clause):
        return None
    return [clause_span(subject, page), clause_span(clause, page)]


def _subject(cue: Cue) -> Token | None:
    """The subject before a verb in the passive."""
    subject = subject_of(cue.token) if is_passive(cue.token) else None
    return subject if subject is not None and subject.i < cue.token.i else None


def accused_of(cue: Cue, page: Page) -> list[Span] | None:
    """The mayor was accused of closing the bridge. -> The mayor | of closing the bridge"""
    accused = _subject(cue) if "blame" in cue.frames else None
    if accused is None:
        return None
    for child in cue.token.rights:
        if child.dep_ == "prep" and child.lower_ in _BLAMES and not any(map(is_time, child.children)):
            return [clause_span(accused, page), _of_what(clause_span(child, page), page)]
    return None


def _of_what(span: Span, page: Page) -> Span:
    """Without where somebody was blamed: 'of being out of touch | during an angry session in the Commons'"""
    last = without_occasion(page.token_at(span.start), page.token_at(span.end - 1) + 1, page) - 1
    return Span(span.start, page.tokens[last].idx + len(page.tokens[last]))


def called_something(cue: Cue, page: Page) -> list[Span] | None:
    """The bridge was called a disgrace by the mayor. -> The bridge | a disgrace"""
    if not cue.frames & {"naming", "naming_as"} or cue.token.tag_ != "VBN":
        return None
    thing = _named(cue, page)
    part = next((child for child in cue.token.rights if _names(child, cue)), None)
    if thing is None or part is None:
        return None
    name = clause_span(part, page)
    quoted = page.passages_between(name.start, name.end)
    if not quoted and by_whom(cue.token) is None:
        return None
    return [thing, Span(name.start, max([name.end, *(passage.span.end for passage in quoted)]))]


def _names(part: Token, cue: Cue) -> bool:
    if "naming_as" in cue.frames and part.lower_ == "as":
        return True
    return "naming" in cue.frames and part.left_edge.i == cue.last.i + 1 and part.dep_ in OBJECT | OPEN_CLAUSE | CLAUSE


def _named(cue: Cue, page: Page) -> Span | None:
    """What is called something: the subject, or the noun before a participle: 'a bridge | described as …'"""
    subject = _subject(cue)
    if subject is not None:
        return clause_span(subject, page)
    noun = cue.token.head
    if cue.token.dep_ not in NOUN_CLAUSE or noun.i != cue.token.i - 1:
        return None
    return page.stretch(noun.left_edge.i, noun.i)


def reported_by(cue: Cue, page: Page) -> list[Span] | None:
    """The plan was announced by the council. -> The plan. 'It was announced by the council' has no words to show."""
    thing = _subject(cue) if cue.frames & _DONE else None
    if thing is None or thing.tag_ in _WORDLESS or by_whom(cue.token) is None:
        return None
    return [clause_span(thing, page)]
