"""What was said: the stretches of text that a cue reports. One rule for each way English has of reporting words.

A rule takes a cue and its page and answers with the spans of the content, in text order, or None."""

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from claims.extraction.clauses import clause_span, finite, object_of, reporting_clause, right_child
from claims.extraction.cues import Cue
from claims.extraction.labels import ADVERBIAL_CLAUSE, CLAUSE, LOOSE, OBJECT, OPEN_CLAUSE, is_passive, prepositional
from claims.extraction.page import Page
from claims.extraction.quotations import Passage, trimmed
from claims.records import Span

_GAP = " \t\u00a0,–—―-"
_ENDS_SPEECH = ",.?!…—–-:;*]"
_CONJUNCTIONS = frozenset({"that", "if", "whether", "how", "why", "what", "who", "when", "where", "which"})


@dataclass(frozen=True, slots=True)
class Found:
    """A cue with what it reports, and the name of the rule that found it."""

    cue: Cue
    content: tuple[Span, ...]
    rule: str


Rule = Callable[[Cue, Page], list[Span] | None]


def quotation_before(cue: Cue, page: Page) -> list[Span] | None:
    """ "We are ready," said the mayor. -> "We are ready," """
    if not cue.frames & {"clause", "quotation", "question"}:
        return None
    start, _ = reporting_clause(cue.token, page)
    passage = page.passage_before(start)
    if passage is None or not _abuts(page, passage, start):
        return None
    return [Span(_sentence_with(page, passage), passage.span.end)]


def _abuts(page: Page, passage: Passage, start: int) -> bool:
    """Whether a passage ends like speech right before the reporting clause."""
    gap = page.text[passage.span.end : start]
    return not gap.strip(_GAP) and bool(gap.strip() or page.text[passage.words.end - 1] in _ENDS_SPEECH)


def _sentence_with(page: Page, passage: Passage) -> int:
    """Where the sentence around the beginning of a passage begins: 'The plan is "dead," she said.' -> The"""
    number = page.token_at(passage.span.start)
    start = max(page.doc[page.sentence_start(number)].idx, page.paragraph_at(passage.span.start).start)
    lead = page.text[start : passage.span.start].rstrip()
    if (
        not lead
        or lead[-1] in ".?!:"
        or not any(c.isalpha() for c in lead)
        or page.passages_between(start, passage.span.start)
    ):
        return passage.span.start
    return start


def quotation_after(cue: Cue, page: Page) -> list[Span] | None:
    """The mayor told reporters on Monday: "We are ready." -> "We are ready." """
    if not cue.frames & {"clause", "quotation", "question", "belief", "finding"}:
        return None
    after = cue.last.idx + len(cue.last)
    part = page.paragraph_at(cue.token.idx)
    passage = next(iter(page.passages_between(after, part.end)), None)
    if passage is None or not _leads_to(page, cue, passage):
        return None
    lead = page.text[after : passage.span.start].split()
    start = passage.span.start
    if lead and lead[-1].strip(",:").lower() in _CONJUNCTIONS:
        start = page.text.rindex(lead[-1], after, start)
    return [Span(start, _end_with(page, cue, passage))]


def _leads_to(page: Page, cue: Cue, passage: Passage) -> bool:
    """Whether nothing but to whom, where and when stands between a cue and the passage after it."""
    last = page.token_at(passage.span.start)
    between = [token for token in page.doc[cue.last.i + 1 : last] if not token.is_space]
    if not between:
        return True
    if any(token.text in ".?!;" or finite(token) for token in between):
        return False
    if between[-1].text in (",", ":", "―", "—", "–"):
        return len(between) < 30
    return len(between) == 1 and between[0].lower_ in (_CONJUNCTIONS | {"simply", "only", "bluntly", "flatly"})


def _end_with(page: Page, cue: Cue, passage: Passage) -> int:
    """The end of the passage, or of the clause that it stands at the beginning of."""
    clause = right_child(cue.token, CLAUSE)
    if clause is not None and clause.left_edge.idx <= passage.span.start + 1:
        return max(passage.span.end, clause_span(clause, page).end)
    return passage.span.end


def clause_around(cue: Cue, page: Page) -> list[Span] | None:
    """The tax, she said, would be cut. -> The tax | would be cut"""
    if not cue.frames & {"clause"} or not finite(cue.token):
        return None
    start, end = reporting_clause(cue.token, page)
    before, after = _before(page, start), page.token_at(end)
    if before is None or page.doc[after].text not in (",", "–", "—", "―"):
        return None
    limit = page.sentence_end(cue.token.i)
    following = page.doc[after + 1] if after + 1 < limit else None
    if following is None or following.tag_ == "VBG" or following.dep_ == "cc" or following.i >= limit - 1:
        return None
    return [before, _to_end(page, following.i, limit)]


def _to_end(page: Page, first: int, limit: int) -> Span:
    end = page.doc[limit - 1]
    return trimmed(page.text, page.doc[first].idx, min(end.idx + len(end), page.paragraph_at(page.doc[first].idx).end))


def _before(page: Page, start: int) -> Span | None:
    """What stands between the beginning of the sentence and the comma before the reporting clause."""
    number = page.token_at(start)
    if number == 0 or page.doc[number - 1].text not in (",", "–", "—", "―", "?", "!"):
        return None
    first = page.sentence_start(number)
    if first >= number - 1:
        return None
    return Span(page.doc[first].idx, page.doc[number - 1].idx)


def clause_before(cue: Cue, page: Page) -> list[Span] | None:
    """The tax would be cut, she said. -> The tax would be cut"""
    if not cue.frames & {"clause", "belief"} or right_child(cue.token, CLAUSE) is not None or not finite(cue.token):
        return None
    start, end = reporting_clause(cue.token, page)
    before = _before(page, start)
    if before is None or not any(
        finite(token) for token in page.doc[page.token_at(before.start) : page.token_at(start)]
    ):
        return None
    closing = page.doc[min(page.token_at(end), len(page.doc) - 1)]
    if closing.text not in ".,;?!:" and not closing.is_space and closing.i + 1 < page.sentence_end(cue.token.i):
        return None
    return [before]


def clause_after(cue: Cue, page: Page) -> list[Span] | None:
    """She said the tax would be cut. -> the tax would be cut"""
    if not cue.frames & {"clause", "question", "belief", "finding"}:
        return None
    clause = right_child(cue.token, CLAUSE)
    if clause is None and "clause" in cue.frames:
        clause = _clause_in_disguise(cue)
    return [clause_span(clause, page)] if clause is not None else None


def _clause_in_disguise(cue: Cue) -> Token | None:
    """A clause that the parser took for a loose part or an object: 'said the party wins'."""
    for child in cue.token.rights:
        if child.dep_ in LOOSE | ADVERBIAL_CLAUSE and finite_clause(child) and child.left_edge.i <= cue.last.i + 8:
            if any(c.dep_ == "mark" and c.lower_ not in ("that", "if", "whether") for c in child.children):
                continue
            if child.left_edge.i > cue.last.i + 1 and child.left_edge.nbor(-1).text == ",":
                continue
            return child
    return None


def finite_clause(head: Token) -> bool:
    return finite(head) or any(
        child.dep_ in ("aux", "cop", "aux:pass", "auxpass") and finite(child) for child in head.children
    )


def somebody_to_do(cue: Cue, page: Page) -> list[Span] | None:
    """She urged the council to act. -> the council to act"""
    if "demand" not in cue.frames or is_passive(cue.token):
        return None
    clause = right_child(cue.token, OPEN_CLAUSE | CLAUSE | ADVERBIAL_CLAUSE)
    if clause is None or not _infinitive(clause):
        return None
    span = clause_span(clause, page)
    asked = object_of(cue.token)
    if asked is not None and asked.i < clause.i and " " not in cue.word:
        span = Span(asked.left_edge.idx, span.end)
    return [span]


def _infinitive(clause: Token) -> bool:
    return any(child.lower_ == "to" and child.i < clause.i for child in clause.children)


def to_do(cue: Cue, page: Page) -> list[Span] | None:
    """She promised to act. -> to act"""
    if not cue.frames & {"commitment", "desire"}:
        return None
    clause = right_child(cue.token, OPEN_CLAUSE | CLAUSE | ADVERBIAL_CLAUSE)
    return [clause_span(clause, page)] if clause is not None and _infinitive(clause) else None


def somebody_something(cue: Cue, page: Page) -> list[Span] | None:
    """She called the plan a disgrace. -> the plan a disgrace"""
    if "naming" not in cue.frames or is_passive(cue.token):
        return None
    thing = object_of(cue.token)
    name = right_child(cue.token, OPEN_CLAUSE | CLAUSE)
    if thing is None or name is None:
        objects = [child for child in cue.token.rights if child.dep_ in OBJECT]
        if len(objects) < 2:
            return None
        thing, name = objects[0], objects[1]
    first = min(thing.left_edge.idx, name.left_edge.idx)
    return [Span(first, max(clause_span(name, page).end, clause_span(thing, page).end))]


def somebody_as(cue: Cue, page: Page) -> list[Span] | None:
    """She described the plan as a disgrace. -> the plan as a disgrace"""
    return _object_with(cue, page, "naming_as", ("as",))


def somebody_for(cue: Cue, page: Page) -> list[Span] | None:
    """She blamed the council for the delay. -> the council for the delay"""
    return _object_with(cue, page, "blame", ("for", "of", "as", "over", "with", "on"))


def _object_with(cue: Cue, page: Page, frame: str, prepositions: tuple[str, ...]) -> list[Span] | None:
    if frame not in cue.frames or is_passive(cue.token):
        return None
    thing = object_of(cue.token)
    if thing is None:
        return None
    end = clause_span(thing, page).end
    for preposition, noun in prepositional(cue.token):
        if preposition in prepositions and noun.i > thing.i:
            end = max(end, clause_span(noun, page).end)
    return [Span(thing.left_edge.idx, end)]


def about_something(cue: Cue, page: Page) -> list[Span] | None:
    """She called for new elections. -> new elections"""
    if "about" not in cue.frames:
        return None
    wanted = cue.last.lower_
    for preposition, noun in prepositional(cue.token):
        if preposition == wanted and noun.i > cue.last.i:
            return [Span(page.doc[cue.last.i + 1].idx, clause_span(noun, page).end)]
    return None


def some_thing(cue: Cue, page: Page) -> list[Span] | None:
    """She announced new elections. -> new elections"""
    if not cue.frames & {"matter", "stance"} or is_passive(cue.token):
        return None
    thing = object_of(cue.token)
    return [clause_span(thing, page)] if thing is not None and thing.i > cue.token.i else None


RULES: tuple[Rule, ...] = (
    quotation_before,
    quotation_after,
    clause_around,
    clause_before,
    clause_after,
    somebody_to_do,
    to_do,
    somebody_something,
    somebody_as,
    about_something,
    somebody_for,
    some_thing,
)


def find_content(cue: Cue, page: Page) -> Found | None:
    """What `cue` reports, by the first rule that knows."""
    for rule in RULES:
        spans = rule(cue, page)
        if spans:
            return Found(cue, tuple(spans), rule.__name__)
    return None
