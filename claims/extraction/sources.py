"""Who is printed as the source of reported words: the noun phrase, before anybody asks whom it means.

A rule takes a cue and answers with the head of the source's noun phrase, or None."""

from collections.abc import Callable

from spacy.tokens import Token

from claims.extraction.clauses import object_of, subject_of
from claims.extraction.cues import Cue
from claims.extraction.labels import ADVERBIAL_CLAUSE, LOOSE, NOUN_CLAUSE, OPEN_CLAUSE, by_whom, is_passive
from claims.extraction.page import Page
from claims.records import Span

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "NUM"})
_STOPS = frozenset('"“”()[]–—―:;')
_MAX_STEPS = 6

Rule = Callable[[Cue], Token | None]


def own_subject(cue: Cue) -> Token | None:
    """The mayor said -> mayor"""
    if is_passive(cue.token):
        return None
    return subject_of(cue.token)


def agent(cue: Cue) -> Token | None:
    """was accused by the mayor of lying -> mayor"""
    return by_whom(cue.token) if is_passive(cue.token) or cue.token.tag_ == "VBN" else None


def swallowed_subject(cue: Cue) -> Token | None:
    """ "…," said the mayor, where the parser took the mayor for an object -> mayor"""
    following = cue.token.i + 1
    if following >= len(cue.token.doc) or any(
        child.i < cue.token.i for child in cue.token.children if child.dep_ == "aux"
    ):
        return None
    thing = object_of(cue.token)
    before = cue.token.nbor(-1).text if cue.token.i else ""
    if (
        thing is not None
        and thing.pos_ in _NOMINAL
        and before[-1:] in ",\"”’'?!—–―-"
        and thing.left_edge.i == following
    ):
        return thing
    return None


def modified_noun(cue: Cue) -> Token | None:
    """a letter warning that … -> letter"""
    head = cue.token.head
    if cue.token.dep_ in NOUN_CLAUSE and cue.token.tag_ == "VBG" and head.pos_ in _NOMINAL:
        return head
    return None


def governing_subject(cue: Cue) -> Token | None:
    """The mayor spoke for an hour, saying that … -> mayor"""
    verb = cue.token
    for _ in range(_MAX_STEPS):
        if verb.head is verb:
            return None
        if verb.dep_ not in ADVERBIAL_CLAUSE | OPEN_CLAUSE | NOUN_CLAUSE | LOOSE | {"conj", "ccomp", "pcomp", "ROOT"}:
            return None
        verb = verb.head
        if verb.pos_ in _NOMINAL and subject_of(verb) is None:
            return verb if cue.token.dep_ in NOUN_CLAUSE else None
        subject = subject_of(verb)
        if subject is not None and subject.i != cue.token.i:
            return subject
    return None


def noun_before(cue: Cue) -> Token | None:
    """The nominal right before the verb, where the parser found no subject at all: 'Smith, 43, said' -> Smith"""
    number = cue.token.i - 1
    doc = cue.token.doc
    while number >= 0 and doc[number].pos_ in ("ADV", "AUX", "PUNCT") and doc[number].text not in '."”“':
        number -= 1
    if number >= 0 and doc[number].pos_ in ("PROPN", "PRON", "NOUN"):
        token = doc[number]
        while (
            token.head.i < cue.token.i
            and token.head.pos_ in ("PROPN", "NOUN")
            and token.head is not token
            and token.head.i != token.i
        ):
            if token.sent.start > token.head.i:
                break
            token = token.head
        return token
    return None


RULES: tuple[Rule, ...] = (own_subject, agent, swallowed_subject, modified_noun, governing_subject, noun_before)


def find_source(cue: Cue) -> Token | None:
    """The head of the source's noun phrase, by the first rule that knows."""
    for rule in RULES:
        head = rule(cue)
        if head is not None:
            return head
    return None


def source_span(head: Token, cue: Token, content: tuple[Span, ...], page: Page) -> Span:
    """The whole noun phrase of `head`, appositions included, as far as it reaches neither the cue nor the content."""
    first, last = head.left_edge.i, head.right_edge.i
    first = max(first, page.sentence_start(head.i))
    last = min(last, page.sentence_end(head.i) - 1)
    if cue.i > head.i:
        last = min(last, cue.i - 1)
    elif cue.i < head.i:
        first = max(first, cue.i + 1)
    for number in range(head.i - 1, first - 1, -1):
        if page.doc[number].text in _STOPS or page.doc[number].is_space or _inside(page.doc[number], content):
            first = number + 1
            break
    for number in range(head.i + 1, last + 1):
        token = page.doc[number]
        if (token.text in _STOPS and token.text not in "()") or token.is_space or _inside(token, content):
            last = number - 1
            break
    while last > head.i and (page.doc[last].is_punct or page.doc[last].is_space) and page.doc[last].text != ")":
        last -= 1
    return page.stretch(min(first, head.i), max(last, head.i))


def _inside(token: Token, content: tuple[Span, ...]) -> bool:
    return any(start <= token.idx < end for start, end in content)
