"""What was said without a clause or quotation: to do something, something of somebody, about something, a thing."""

from spacy.tokens import Token

from claims.extraction.attributions.clauses import (
    bare,
    clause_span,
    cut,
    finite,
    is_infinitive,
    is_time,
    object_of,
    right_child,
    subject_of,
    to_do_behind,
)
from claims.extraction.attributions.cues import Cue, lexicon
from claims.extraction.attributions.quoted_speech import quotation_before
from claims.extraction.parsed.labels import (
    ADVERBIAL_CLAUSE,
    AUXILIARY,
    CLAUSE,
    MARKER,
    NOUN_CLAUSE,
    OBJECT,
    OPEN_CLAUSE,
    RELATIVE,
    SUBJECT,
    by_whom,
    is_passive,
    prepositional,
)
from claims.extraction.parsed.page import Page
from claims.extraction.parsed.word_lists import words
from claims.records import Span

_NAMES = OBJECT | OPEN_CLAUSE | CLAUSE | {"obl:unmarked", "npadvmod", "appos"}
_OF_THINGS = frozenset(
    {"with", "between", "about", "against", "of", "for", "over", "toward", "towards", "into", "from"}
)
"""What the parser hangs on the verb where it belongs to the thing: 'denied any link with targets'."""
_AS = frozenset({"as"})
_LIKE = frozenset({"to", "with"})
_BLAMES = frozenset({"for", "of", "as", "over"})


def somebody_to_do(cue: Cue, page: Page) -> list[Span] | None:
    """She urged the council to act. -> the council to act"""
    if "demand" not in cue.frames or is_passive(cue.token):
        return None
    clause = right_child(cue.token, OPEN_CLAUSE | CLAUSE | ADVERBIAL_CLAUSE)
    if clause is None or not is_infinitive(clause):
        return _linear_infinitive(cue, page)
    span = clause_span(clause, page)
    asked = object_of(cue.token)
    if asked is not None and asked.i < clause.i and " " not in cue.word:
        span = Span(asked.left_edge.idx, span.end)
    if " " in cue.word and any(noun.left_edge.i == cue.last.i + 1 for _, noun in prepositional(cue.token)):
        span = Span(cue.last.nbor(1).idx, span.end)
    return [span]


def to_do(cue: Cue, page: Page) -> list[Span] | None:
    """She promised to act. -> to act"""
    if not cue.frames & {"commitment", "desire"}:
        return None
    clause = right_child(cue.token, OPEN_CLAUSE | CLAUSE | ADVERBIAL_CLAUSE)
    if clause is not None and is_infinitive(clause):
        return [_with_condition(_with_never(clause_span(clause, page), cue, page), page)]
    following = [token.lower_ for token in page.tokens[cue.last.i + 1 : cue.last.i + 3]]
    return _linear_infinitive(cue, page) if "to" in following and following[0] in ("to", "not", "never") else None


def _with_never(span: Span, cue: Cue, page: Page) -> Span:
    """With what turns the words around before their 'to': 'promised | never again to sell data'"""
    first, start = cue.last.i + 1, page.token_at(span.start)
    before = " ".join(token.lower_ for token in page.tokens[first:start])
    return Span(page.tokens[first].idx, span.end) if before in words("turned_before_to") else span


def _with_condition(span: Span, page: Page) -> Span:
    """With what a promise or threat hangs on: 'threatened to close the bridge | unless the town paid'"""
    number = page.token_at(span.end - 1) + 1
    condition = page.tokens[number] if number < len(page.doc) else None
    if condition is None or condition.lower_ not in ("unless", "if") or condition.head.i < number:
        return span
    return Span(span.start, max(span.end, clause_span(condition.head, page).end))


def doing(cue: Cue, page: Page) -> list[Span] | None:
    """She proposed closing the bridge. -> closing the bridge"""
    if not cue.frames & {"matter", "commitment"} or is_passive(cue.token) or cue.last.i + 1 >= len(page.doc):
        return None
    verb = cue.last.nbor(1)
    return [clause_span(verb, page)] if verb.tag_ == "VBG" and verb.dep_ in _NAMES | ADVERBIAL_CLAUSE else None


def _linear_infinitive(cue: Cue, page: Page) -> list[Span] | None:
    """'to …' close behind the cue, where the tree hangs it elsewhere; with who is asked, if anybody."""
    for number in range(cue.last.i + 1, min(cue.last.i + 9, page.sentence_end(cue.token.i) - 1)):
        token = page.tokens[number]
        if token.lower_ == "to" and token.tag_ == "TO":
            first = page.tokens[cue.last.i + 1]
            end = cut(number, min(max(token.head.right_edge.i, number + 1) + 1, page.sentence_end(cue.token.i)), page)
            return [bare(page.text, first.idx, page.tokens[end - 1].idx + len(page.tokens[end - 1]))]
        if finite(token) or token.is_punct:
            return None
    return None


def somebody_something(cue: Cue, page: Page) -> list[Span] | None:
    """She called the plan a disgrace. -> the plan a disgrace"""
    if "naming" not in cue.frames or is_passive(cue.token) or _merely_named(cue, page):
        return None
    parts = [child for child in cue.token.rights if child.dep_ in _NAMES and not is_time(child)]
    if not parts:
        return None
    first = min(part.left_edge.i for part in parts)
    if cue.word == "find" and page.tokens[first].lower_.endswith(("self", "selves")):  # 'found himself caught'
        return None
    end = cut(first, min(max(part.right_edge.i for part in parts) + 1, page.sentence_end(cue.token.i)), page)
    names = page.passages_between(page.tokens[first].idx, page.tokens[end - 1].idx + 2)
    if len(parts) < 2 and not names and parts[0].dep_ not in CLAUSE | OPEN_CLAUSE:
        return None
    last = page.tokens[end - 1].idx + len(page.tokens[end - 1])
    return [bare(page.text, page.tokens[first].idx, max([last, *(name.span.end for name in names)]))]


def _merely_named(cue: Cue, page: Page) -> bool:
    """'a man named Tom Hill', 'a stream called the Leck': a name, which nobody in particular gives."""
    name = page.tokens[min(cue.token.i + 1, len(page.doc) - 1)]
    holder = cue.token.i > 0 and cue.token.nbor(-1) == cue.token.head and cue.token.head.pos_ == "NOUN"
    return holder and cue.token.tag_ == "VBN" and not page.quoted(name) and by_whom(cue.token) is None


def _refused(cue: Cue) -> bool:
    """'those denied leave', 'have been deported or denied access': what somebody did not get."""
    if cue.token.tag_ == "VBN" and cue.token.i and cue.token.nbor(-1).lower_ == "those":
        return True
    if cue.token.tag_ not in ("VBN", "VBD") or any(child.dep_ in AUXILIARY | SUBJECT for child in cue.token.lefts):
        return False
    joined = cue.token.dep_ == "conj" and is_passive(cue.token.head)
    return joined or (cue.token.tag_ == "VBN" and cue.token.dep_ in NOUN_CLAUSE)


def somebody_for_something(cue: Cue, page: Page) -> list[Span] | None:
    """She blamed the council for the delay. -> the council for the delay; described it as late -> it as late"""
    if not cue.frames & {"naming_as", "blame", "comparing"} or is_passive(cue.token):
        return None
    thing = object_of(cue.token)
    if thing is None or thing.i < cue.token.i:
        return None
    between = _LIKE if "comparing" in cue.frames else _BLAMES if "blame" in cue.frames else _AS
    if cue.word in words("only_with") and not any(
        part.lower_ in between for part in (*cue.token.rights, *thing.rights)
    ):
        return None
    return [Span(thing.left_edge.idx, _with_phrases(cue, thing, between, page))]


def _with_phrases(cue: Cue, thing: Token, prepositions: frozenset[str], page: Page) -> int:
    """Where an object ends, with the phrases behind it that belong to what is said of it."""
    end = clause_span(thing, page).end
    for preposition, noun in prepositional(cue.token):
        if preposition in prepositions and noun.left_edge.i > thing.i and not is_time(noun):
            end = max(end, clause_span(noun, page).end)
    quality = next((child for child in cue.token.rights if child.lower_ == "as" and child.i > thing.i), None)
    if quality is not None and "as" in prepositions and end < quality.idx:
        end = max(end, clause_span(quality, page).end)  # 'described it as safe'
    return end


def about_something(cue: Cue, page: Page) -> list[Span] | None:
    """She called for new elections. -> new elections"""
    if "about" not in cue.frames or quotation_before(_verb_alone(cue), page):
        return None
    wanted = cue.last.lower_
    for preposition, noun in prepositional(cue.token):
        if preposition == wanted and noun.i > cue.last.i and not is_time(noun):
            span = Span(page.tokens[cue.last.i + 1].idx, clause_span(noun, page).end)
            return [Span(span.start, to_do_behind(span.end, page))]
    return None


def _verb_alone(cue: Cue) -> Cue:
    """The cue without its preposition: '"Safe," she wrote of the bridge' reports what stands in front of it."""
    word = cue.word.split()[0]
    return Cue(cue.token, word, lexicon().frames.get(word, frozenset()), cue.token)


def some_thing(cue: Cue, page: Page) -> list[Span] | None:
    """She announced new elections. -> new elections"""
    if not cue.frames & {"matter", "stance"} or is_passive(cue.token) or _refused(cue):
        return None
    thing = object_of(cue.token)
    if thing is None or thing.i < cue.token.i or (cue.word == "address" and thing.lower_ in words("audiences")):
        return None
    held = _clause_of(thing) if cue.word in words("voicing") and thing.lower_ not in words("doubts") else None
    if held is not None:
        return [clause_span(held, page)]
    return [Span(clause_span(thing, page).start, _with_phrases(cue, thing, _OF_THINGS, page))]


def _clause_of(thing: Token) -> Token | None:
    """The clause that says what a thought is: 'expressed concern | that the bridge is old'"""
    clauses = (child for child in thing.rights if child.dep_ in NOUN_CLAUSE | CLAUSE)
    return next((one for one in clauses if one.left_edge.lower_ == "that" and one.left_edge.dep_ in MARKER), None)


def report_shows(cue: Cue, page: Page) -> list[Span] | None:
    """A poll showed her ahead, 32 to 25. -> her ahead, 32 to 25; the figures to the sentence's end are the poll's."""
    if cue.word not in words("showing") or is_passive(cue.token) or _paper(cue) is None:
        return None
    parts = [child for child in cue.token.rights if child.dep_ in OBJECT | CLAUSE | OPEN_CLAUSE | {"prep"}]
    if not parts or parts[0].dep_ == "prep" or is_time(parts[0]):
        return None
    first = parts[0].left_edge.i
    limit = page.sentence_end(cue.token.i)
    within = limit if finite(cue.token) else min(max(part.right_edge.i for part in parts) + 1, limit)
    end = cut(first, max(within, first + 1), page)
    return [bare(page.text, page.tokens[first].idx, page.tokens[end - 1].idx + len(page.tokens[end - 1]))]


def _paper(cue: Cue) -> Token | None:
    """The poll, study or record that shows something: the subject, or the noun before a participle."""
    holder = subject_of(cue.token) or (cue.token.head if cue.token.dep_ in NOUN_CLAUSE else None)
    if holder is not None and holder.lower_ in RELATIVE:
        holder = cue.token.head
    return holder if holder is not None and holder.i < cue.token.i and holder.lower_ in words("papers") else None
