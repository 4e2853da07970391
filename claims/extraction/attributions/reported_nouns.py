"""What was said, told by a noun: her claim that …, his promise to …, calls for …; or to raise concerns about …"""

from spacy.tokens import Token

from claims.extraction.attributions.clauses import clause_span, finite, is_infinitive, is_time, object_of, to_do_behind
from claims.extraction.attributions.cues import Cue, lexicon
from claims.extraction.parsed.labels import ADVERBIAL_CLAUSE, MARKER, NOUN_CLAUSE, POSSESSOR, is_passive, prepositional
from claims.extraction.parsed.page import Page
from claims.extraction.parsed.word_lists import words
from claims.records import Span

_CLAUSES = NOUN_CLAUSE | ADVERBIAL_CLAUSE
_ABOUT = (("nouns_to_do", "nouns_for"), ("nouns_of_speech", "nouns_about"), ("nouns_of_what", "nouns_of"))
_THAT_WITHIN = 10
"""Words behind a noun among which its 'that' is looked for."""


def speech_noun(cue: Cue, page: Page) -> list[Span] | None:
    """She raised concerns about the plan. -> concerns about the plan"""
    if "light" not in cue.frames or is_passive(cue.token):
        return None
    thing = object_of(cue.token)
    if thing is None or thing.lower_ not in words("speech_nouns") or thing.i < cue.token.i:
        return None
    span = clause_span(thing, page)
    for preposition, noun in prepositional(cue.token):
        if preposition in ("about", "over", "against", "on", "that") and noun.i > thing.i:
            span = Span(span.start, max(span.end, clause_span(noun, page).end))
    return [span] if span.end > thing.idx + len(thing) + 3 else None


def noun_clause(cue: Cue, page: Page) -> list[Span] | None:
    """her claim on Monday that the tax would be cut -> that the tax would be cut"""
    if "noun" not in cue.frames or cue.word in words("nouns_held"):
        return None
    opening = _that(cue, page)
    if opening is None:
        return None
    span = clause_span(opening.head, page)
    return [Span(span.start, min(span.end, _where_the_sentence_goes_on(cue, opening.head, page)))]


def _where_the_sentence_goes_on(cue: Cue, verb: Token, page: Page) -> int:
    """Where the verb of the whole sentence stands that the tree took into the clause: 'His claim that he fell | shocked
    Leeds' has no other."""
    following = verb.nbor(1) if verb.i + 1 < len(page.doc) else verb
    bare_root = cue.token.dep_ == "ROOT" and verb.pos_ == "VERB" and finite(verb)
    return following.idx - 1 if bare_root and following.lower_.endswith("ed") else len(page.text)


def _that(cue: Cue, page: Page) -> Token | None:
    """The 'that' of a noun's clause: right behind it, or behind by whom, when and where."""
    for number in range(cue.token.i + 1, min(cue.token.i + _THAT_WITHIN, page.sentence_end(cue.token.i) - 1)):
        token = page.tokens[number]
        if token.lower_ == "that" and token.dep_ in MARKER and token.head.i > number:
            holder = token.head.head
            near = number == cue.token.i + 1 or holder == cue.token or holder.lower_ not in lexicon().bases
            return token if near else None
        if finite(token) or token.is_punct:
            return None
    return None


def noun_to_do(cue: Cue, page: Page) -> list[Span] | None:
    """his promise last month to build a bridge -> to build a bridge; her call for us to build it -> us to build it"""
    if "noun" not in cue.frames or cue.word not in words("nouns_to_do") or _nobodys(cue):
        return None
    clause = next((child for child in cue.token.rights if child.dep_ in _CLAUSES and is_infinitive(child)), None)
    if clause is None:
        return None
    span, first = clause_span(clause, page), clause.left_edge
    opened = first.lower_ in words("nouns_for") and first.i < clause.i
    return [Span(first.nbor(1).idx if opened else span.start, span.end)]


def _nobodys(cue: Cue) -> bool:
    """'a plan to build a bridge', which nobody in particular has: such a noun tells words only of its holder."""
    return cue.word in words("nouns_held") and not any(child.dep_ in POSSESSOR for child in cue.token.lefts)


def noun_about(cue: Cue, page: Page) -> list[Span] | None:
    """their calls for a new bridge -> a new bridge; his comments on the bridge -> the bridge"""
    wanted = _prepositions(cue)
    for preposition, noun in prepositional(cue.token):
        if (
            preposition in wanted
            and noun.i > cue.token.i
            and not is_time(noun)
            and noun.lower_ not in words("unsaid_things")
        ):
            span = clause_span(noun, page)
            return [Span(span.start, to_do_behind(span.end, page))]
    return None


def _prepositions(cue: Cue) -> frozenset[str]:
    """What stands between a noun and what it is about or asks for; nothing for another cue."""
    if "noun" not in cue.frames:
        return frozenset()
    return frozenset[str]().union(*(words(between) for nouns, between in _ABOUT if cue.word in words(nouns)))
