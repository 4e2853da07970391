"""What a source does to the words: asserts, denies, asks, promises, demands. Read from the cue and what it takes.

The words are data: lexicon/stances.toml. What is not sure has no stance."""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import takewhile, zip_longest
from typing import NamedTuple

from spacy.tokens import Token

from claims.extraction.attributions.clauses import finite, object_of, subject_of
from claims.extraction.attributions.cues import inflected, lexicon
from claims.extraction.attributions.sourced import Sourced
from claims.extraction.parsed.labels import AUXILIARY, CLAUSE, COORDINATION, OBJECT, OPEN_CLAUSE
from claims.extraction.parsed.page import Page
from claims.extraction.parsed.word_lists import listed, lists
from claims.records import Manner, Span, Stance

_DEEDS = frozenset({"somebody_to_do", "told_to_do", "to_do", "doing"})
_THINGS = frozenset(
    {
        "somebody_something",
        "about_something",
        "somebody_for_something",
        "some_thing",
        "speech_noun",
        "up_to_quotation",
        "reported_by",
    }
)
_MORE = frozenset({"only", "just", "merely"})
"""'Not only denied it but …': no negation."""
_STANCES, _MANNERS = tuple(Stance), tuple(Manner)
_IS = frozenset({"is", "are", "'s", "’s", "'re", "’re"})
_INVERTED = frozenset({"did", "does", "do", "has", "have", "had", "would", "will", "could", "should", "was", "is"})
_LEAD = 12
"""Words before a cue among which 'not once did' and 'it is unclear whether' are looked for."""
_RUN_UP = 8
"""Words before a cue among which its 'not' is looked for."""


@cache
def _listed(table: str, name: str) -> frozenset[str]:
    return listed("stances", table, name) if name in lists("stances")[table] else frozenset()


class Attitude(NamedTuple):
    """What a source does to the words. `negated`: the cue says that nothing was said: 'did not say that …', 'never
    mentioned', 'nobody said'. 'May say' and 'if she says' leave it open, and are not negated."""

    stance: Stance | None
    manner: Manner | None
    negated: bool


def find_attitude(one: Sourced, page: Page) -> Attitude:
    """The attitude of an attribution: neither stance nor manner where its cue is negated or leaves open what was
    said."""
    cue = page.tokens[page.token_at(one.cue.start)]
    negated = any(rule(cue, one) for rule in NEGATIONS)
    if negated or left_open(cue, one):
        return Attitude(None, None, negated)
    asked = _in_a_question(cue, page)
    return Attitude(_stance(cue, one, page, asked=asked), None if asked else _manner(one), negated=False)


def _stance(cue: Token, one: Sourced, page: Page, *, asked: bool) -> Stance | None:
    """The stance, or None where the cue doesn't tell. `asked`: it stands in a question."""
    stance = _of_cue(cue, one)
    if stance == Stance.ASKS:
        return stance
    if asked or (stance != Stance.DENIES and _is_question(one, page)):
        return None
    if stance == Stance.ASSERTS and one.word in _listed("must", Stance.DEMANDS) and _must(one, page):
        return Stance.DEMANDS
    return stance


def _manner(one: Sourced) -> Manner | None:
    """Whether an attribution admits or confirms something. 'Did not confirm' and 'may admit' do neither."""
    word = " ".join(one.word.lower().split())
    return next((manner for manner in _MANNERS if word in _listed("manner", manner)), None)


def _of_cue(cue: Token, one: Sourced) -> Stance | None:
    word, table = " ".join(one.word.lower().split()), _taken(cue, one)
    return next((stance for stance in _STANCES if table and word in _listed(table, stance)), None)


def _taken(cue: Token, one: Sourced) -> str | None:
    """The table of the lexicon for what a cue takes here; None for what one is refused: 'denied him a visa'"""
    if one.rule in _DEEDS:
        return "deed"
    if one.rule == "taken_up":
        return "claim"
    if one.rule not in _THINGS:
        return "words"
    things = {child.lower_ for child in cue.rights if child.dep_ in OBJECT}
    if things & _listed("nouns", "refused"):
        return None
    thing = object_of(cue)
    return "claim" if thing is not None and thing.lower_ in _listed("nouns", "claims") else "thing"


def _is_question(one: Sourced, page: Page) -> bool:
    """'"Is it safe?" she said', 'will say whether it is safe', 'demands to know why': asserts or demands nothing."""
    words = one.content[0].of(page.text)
    last = next((c for c in reversed(words) if c.isalnum() or c in "?.!"), "")
    behind = one.content[0].start > one.cue.start
    return last == "?" or (behind and words.startswith(("whether ", "if ", "to know ")))


def _in_a_question(cue: Token, page: Page) -> bool:
    """Did she say that the bridge was safe?"""
    end = page.sentence_end(cue.i)
    last = next((page.tokens[number] for number in range(end - 1, cue.i, -1) if not page.tokens[number].is_space), cue)
    return last.text == "?" and not page.quoted(last)


def _must(one: Sourced, page: Page) -> bool:
    """Whether the first verb is 'must', or the 'be' or 'go' of 'that he be sacked', 'that he go'. 'Must have been used'
    only concludes."""
    tokens = page.tokens_between(*one.content[0])
    for token, following in zip_longest(tokens, tokens[1:]):
        if finite(token) or token.lower_ == "be" or token.tag_ == "VB":
            concludes = following is not None and following.lower_ == "have"
            return (token.lower_ in ("must", "be") and not concludes) or _is_wished(token)
    # Without any tense to the tagger: 'that the mayor resign'
    return bool(tokens) and tokens[0].lower_ == "that" and all(token.tag_ != "VBN" for token in tokens)


def _is_wished(verb: Token) -> bool:
    """The 'go' of 'that she go', which has the form of no tense behind its subject."""
    before = verb.nbor(-1) if verb.i else verb
    one = before.lower_ in ("he", "she", "it") or before.tag_ in ("NN", "NNP")
    return one and verb.tag_ in ("VB", "VBP") and not before.is_upper


# ------------------------------------------------------------------ cues behind which nothing was said


def negated(cue: Token, one: Sourced) -> bool:
    """She did not say that the bridge was safe. Without saying so. She failed to say so. She did not want to say so."""
    if _behind(cue, one.content, _negations()) or _shares_negation(cue, one.content) or _yet_to(cue):
        return True
    return cue.dep_ in OPEN_CLAUSE and cue.head.i < cue.i and _behind(cue.head, one.content, _negations())


def _yet_to(cue: Token) -> bool:
    """She has yet to say so. She stopped short of saying so."""
    before = [token.lower_ for token in cue.doc[max(cue.i - 3, 0) : cue.i]]
    return before[-2:] == ["yet", "to"] or before[-2:] == ["short", "of"]


def left_open(cue: Token, one: Sourced) -> bool:
    """She may say that the bridge was safe. If she says so. She will, is to or is due to say so."""
    return _planned(cue) or _behind(cue, one.content, _listed("unsaid", "open"))


def _planned(cue: Token) -> bool:
    """'Is to say', 'is due to tell'; not 'it is unfair to say', which has another word before 'to'."""
    before = [token.lower_ for token in cue.doc[max(cue.i - 3, 0) : cue.i]]
    if before[-1:] != ["to"] or len(before) < 2:
        return False
    return before[-2] in _IS or (before[0] in _IS and before[-2] in _listed("unsaid", "planned"))


def kept_silent(cue: Token, one: Sourced) -> bool:
    """She refused to say whether the bridge was safe. Her refusal to say so."""
    word, rule = one.word.lower(), one.rule
    if not (
        (rule == "to_do" and word in _listed("unsaid", "verbs"))
        or (rule == "noun_to_do" and word in _listed("unsaid", "silences"))
    ):
        return False
    verb = next((token for token in cue.doc[cue.i + 1 : cue.i + _RUN_UP] if token.tag_ == "VB"), cue)
    return lexicon().bases.get(verb.lower_) in lexicon().frames


def by_nobody(cue: Token, one: Sourced) -> bool:
    """Nobody said that the bridge was safe. Not all say so. (But No 10 did.)"""
    subject = subject_of(cue) or one.head
    if subject is None:
        return False
    first = subject.left_edge
    number = first.i + 1 < len(first.doc) and (first.nbor(1).is_digit or first.nbor(1).text == ".")
    few = first.lower_ == "not" and first.i < cue.i and first.nbor(1).lower_ not in _MORE
    nobody = first.lower_ in _listed("unsaid", "nobody") and not number
    hardly = first.lower_ == "hardly" and first.nbor(1).lower_.startswith("any")
    return (nobody or few or hardly) and not _inside(first, one.content)


def no_noun(cue: Token, one: Sourced) -> bool:
    """There was no claim that the bridge was safe."""
    return "noun" in one.frames and any(child.lower_ == "no" for child in cue.lefts)


def untrue(cue: Token, _one: Sourced) -> bool:
    """It is not true that she said the bridge was safe. It is false that she said so."""
    verb = cue.head
    if cue.dep_ not in CLAUSE or verb.i > cue.i or not any(child.lower_ == "that" for child in cue.lefts):
        return False
    said_of_it = {child.lower_ for child in (*verb.children, verb) if child.i < cue.i}
    if said_of_it & _listed("unsaid", "untrue"):
        return True
    return bool(said_of_it & _listed("unsaid", "true")) and bool(said_of_it & _negations())


def unsaid_before(cue: Token, one: Sourced) -> bool:
    """Not once did she say so. Rather than say so. It is unclear whether she said so. Had she said so, …"""
    words = [token.lower_ for token in _up_to(cue, one.content)]
    for size in (1, 2, 3):
        if " ".join(words[-size:]) in _listed("unsaid", "straight"):
            return True
        for first in range(len(words) - size):
            phrase = " ".join(words[first : first + size])
            if phrase in _listed("unsaid", "doubts"):
                return True
            if phrase in _listed("unsaid", "opening") and words[first + size] in _INVERTED:
                return True
    return "had" in words[:-1] and cue.tag_ in ("VBN", "VBD") and _had_she(cue, words)


def _up_to(cue: Token, content: tuple[Span, ...]) -> list[Token]:
    """The words before a cue, back to the next mark."""
    straight = (cue.doc[number] for number in range(cue.i - 1, max(cue.i - _LEAD, 0) - 1, -1))
    return list(takewhile(lambda token: not (token.is_punct or token.is_space or _inside(token, content)), straight))[
        ::-1
    ]


def _had_she(cue: Token, words: list[str]) -> bool:
    """Whether the words before a cue are 'had she', at the beginning, behind a mark or behind what would have been."""
    had = words.index("had")
    first = cue.doc[cue.i - len(words) + had]
    if had:
        return "would" in words[:had] and first.nbor(1).tag_ in ("NNP", "PRP", "DT", "PRP$")
    return first.i == 0 or first.text == "Had" or first.nbor(1).tag_ in ("NNP", "PRP", "DT", "PRP$")


Rule = Callable[[Token, Sourced], bool]
NEGATIONS: tuple[Rule, ...] = (negated, kept_silent, by_nobody, no_noun, untrue, unsaid_before)


def _behind(verb: Token, content: tuple[Span, ...], listed: frozenset[str]) -> bool:
    """Whether one of these words stands before a verb and turns it. 'Without saying so, she called …' turns another."""
    return any(
        token.lower_ in listed
        and not _inside(token, content)
        and token.nbor(1).lower_ not in _MORE
        and not (token.head == verb and token.right_edge.i > token.i)
        for token in _before(verb)
    )


@cache
def _negations() -> frozenset[str]:
    verbs = {form for verb in _listed("unsaid", "verbs") for form in inflected(verb)}
    return _listed("unsaid", "negations") | verbs


def _before(verb: Token) -> Iterator[Token]:
    """What hangs on the left of a verb, and the verbal words straight before it, wherever the tree hangs them."""
    yield from verb.lefts
    straight = (verb.doc[number] for number in range(verb.i - 1, max(verb.i - _RUN_UP, 0) - 1, -1))
    yield from takewhile(_runs_up, straight)


def _runs_up(token: Token) -> bool:
    return token.pos_ in ("ADV", "AUX", "PART") or token.lower_ in _negations()


def _shares_negation(cue: Token, content: tuple[Span, ...]) -> bool:
    """'did not confirm or deny', 'never said or hinted': the second verb has the first one's 'not'."""
    if cue.dep_ != "conj" or subject_of(cue) is not None or any(child.dep_ in AUXILIARY for child in cue.lefts):
        return False
    joined = {child.lower_ for child in cue.lefts if child.dep_ in COORDINATION}
    return ("or" in joined or cue.tag_ == "VB") and "but" not in joined and _behind(cue.head, content, _negations())


def _inside(token: Token, content: tuple[Span, ...]) -> bool:
    return any(start <= token.idx < end for start, end in content)
