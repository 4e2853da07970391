"""What has the shape of a report and is none: deeds, idioms, names, works of fiction, views that nobody holds.

A rule takes an attribution whose words stand outside quotation marks, and its cue, and answers whether it goes."""

from collections.abc import Callable

from spacy.tokens import Token

from claims.extraction.attributions.clauses import finite, is_time, subject_of
from claims.extraction.attributions.sourced import Sourced
from claims.extraction.parsed.labels import AUXILIARY, prepositional
from claims.extraction.parsed.page import Page
from claims.extraction.parsed.word_lists import words
from claims.records import Mode

_VIEWS = frozenset({"belief", "desire", "stance", "commitment", "matter", "finding", "adjective"})
_OF_THE_WRITER = frozenset({"note", "point out", "remember", "recall", "mention", "say", "stress", "emphasize"})
_THE_DAY = 2
"""Words of a source that is nothing but a time."""
_CLAUSES = frozenset({"clause_after", "clause_before"})


def is_noise(one: Sourced, page: Page) -> bool:
    """Whether nobody would call this a report."""
    if one.mode != Mode.INDIRECT:
        return False
    cue = page.tokens[page.token_at(one.cue.start)]
    return any(rule(one, cue, page) for rule in RULES)


def held_by_nobody(one: Sourced, _cue: Token, _page: Page) -> bool:
    """The council is expected to meet. It is worth noting that the bridge is old."""
    if one.head is not None and one.head.lower_ == "it" and (one.word in _OF_THE_WRITER or "adjective" in one.frames):
        return True
    return one.head is None and one.source is None and not one.frames - _VIEWS


def mere_pronoun(one: Sourced, _cue: Token, page: Page) -> bool:
    """She promised it. He liked them. 'She denied it' tells what happened to a claim, and stays."""
    return (
        one.word not in words("of_claims")
        and len(one.content) == 1
        and one.content[0].of(page.text).lower() in words("empty")
    )


def unnamed(one: Sourced, _cue: Token, page: Page) -> bool:
    """An official, who asked not to be named"""
    said = one.content[-1].of(page.text).lower().split()
    return "be" in said[:-1] and said[said.index("be") + 1] in words("unnamed")


def deed(one: Sourced, cue: Token, _page: Page) -> bool:
    """They decided to sell it. She prefers to walk. He took on the council."""
    if one.rule == "to_do":
        return one.word in words("deeds")
    return one.rule == "somebody_for_something" and one.word in words("deeds_on") and cue.pos_ != "NOUN"


def answered(one: Sourced, cue: Token, _page: Page) -> bool:
    """They responded to the challenge: by deeds. But: responded to the criticism"""
    if one.word != "respond to":
        return False
    things = [noun for preposition, noun in prepositional(cue) if preposition == "to"]
    return bool(things) and things[0].lower_ not in words("answered")


def perceived(one: Sourced, cue: Token, page: Page) -> bool:
    """They left after seeing it fall. He saw the bridge close."""
    if one.word not in words("perceiving"):
        return False
    if one.word == "see" and one.rule in _CLAUSES:
        return not page.text[one.content[0].start :].startswith("that ")
    return cue.tag_ == "VBG" and cue.i > 0 and cue.nbor(-1).tag_ == "IN"


def thing_of_another_sense(one: Sourced, cue: Token, _page: Page) -> bool:
    """claimed a prize; reported losses; echoed calls for a bridge; questioned a man"""
    kind = words(f"not_{one.word}") if one.word in words("senses") and one.rule == "some_thing" else frozenset[str]()
    thing = next((child for child in cue.rights if child.dep_ in ("dobj", "obj")), None)
    return thing is not None and thing.lower_ in kind


def evidence(one: Sourced, _cue: Token, _page: Page) -> bool:
    """The letter contradicted the evidence."""
    a_person = one.head is not None and one.head.pos_ in ("PROPN", "PRON") and one.head.lower_ != "it"
    return one.word == "contradict" and not a_person


def time_passes(one: Sourced, _cue: Token, page: Page) -> bool:
    """As the day went on, she was pressed to explain."""
    if one.head is None or one.source is None or not is_time(one.head):
        return False
    return one.head.pos_ == "NOUN" and len(one.source.of(page.text).split()) <= _THE_DAY


def mere_name(one: Sourced, cue: Token, page: Page) -> bool:
    """His group, called the Friends of the Bridge, met."""
    if one.rule != "somebody_something" or cue.tag_ != "VBN" or cue.i == 0 or cue.nbor(-1).text != ",":
        return False
    if any(child.dep_ in AUXILIARY or child == subject_of(cue) for child in cue.lefts):
        return False
    tokens = [token for token in page.tokens_between(*one.content[0]) if token.is_alpha]
    return sum(token.is_title for token in tokens) > 1 and not any(map(finite, tokens))


def fiction(one: Sourced, _cue: Token, _page: Page) -> bool:
    """The novel describes a town as a prison."""
    return one.head is not None and one.head.lower_ in words("fiction")


Rule = Callable[[Sourced, Token, Page], bool]
RULES: tuple[Rule, ...] = (
    held_by_nobody,
    mere_pronoun,
    unnamed,
    deed,
    answered,
    perceived,
    thing_of_another_sense,
    evidence,
    time_passes,
    mere_name,
    fiction,
)
