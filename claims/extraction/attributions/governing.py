"""The source of a verb that has no subject of its own: who governs what it hangs on.

A rule takes a cue and answers with the head of the source's noun phrase, or None, as in `sources`."""

from collections.abc import Sequence

from spacy.tokens import Token

from claims.extraction.attributions.clauses import object_of, reports_anew, subject_of
from claims.extraction.attributions.content import Found
from claims.extraction.attributions.cues import is_reporting, lexicon
from claims.extraction.parsed.labels import (
    ADVERBIAL_CLAUSE,
    CLAUSE,
    LOOSE,
    NOMINAL,
    NOUN_CLAUSE,
    OBJECT,
    OPEN_CLAUSE,
    by_whom,
    is_passive,
)
from claims.extraction.parsed.page import Page
from claims.extraction.parsed.word_lists import words

_MAX_STEPS = 8
_ASKED = frozenset({"asked", "pressed", "quizzed", "questioned", "challenged"})
_SETS_OFF = frozenset({",", "despite"})
_LEANING = ADVERBIAL_CLAUSE | OPEN_CLAUSE | LOOSE | CLAUSE | {"conj", "pcomp", "acl", "obl", "prep", "acomp"}
_CLOSING = frozenset({"”", '"', "''", "’", "'"})
_MAKING_DO = words("making_do")
_ISSUING = words("issuing")
_PLACED = frozenset({"at", "in", "with", "during"})


def modified_noun(what: Found, _page: Page) -> Token | None:
    """a letter warning that … -> letter; the mayor sent a letter warning that … -> mayor"""
    verb = what.cue.token
    noun = verb.head
    if verb.dep_ not in NOUN_CLAUSE or verb.tag_ != "VBG" or noun.i != verb.i - 1 or noun.pos_ != "NOUN":
        return None
    return _issuer(noun) or noun


def _issuer(noun: Token) -> Token | None:
    """Who put a letter out, or spoke at a meeting."""
    verb = noun.head
    if noun.dep_ in OBJECT and verb.lower_ in _ISSUING:
        return by_whom(verb) if is_passive(verb) else subject_of(verb) or _subject_above(verb)
    if noun.dep_ == "pobj" and verb.lower_ in _PLACED and verb.head.pos_ == "VERB":
        return subject_of(verb.head) or _subject_above(verb.head)
    return None


def with_somebody(what: Found, page: Page) -> Token | None:
    """It ended with Mr Hill calling for a vote -> Hill"""
    verb = what.cue.token
    if verb.tag_ != "VBG" or verb.i < 2:
        return None
    number = verb.i - 1
    while number > 0 and (page.tokens[number].tag_ in ("NNP", "NNPS") or page.tokens[number].text == "."):
        number -= 1
    return page.tokens[verb.i - 1] if page.tokens[number].lower_ == "with" and number < verb.i - 1 else None


def same_speaker(what: Found, page: Page) -> Token | None:
    """The mayor said that … and added that … -> mayor, for 'added'; she insisted that …, claiming that …"""
    verb = what.cue.token
    number = _before(verb, page)
    joined = number > 0 and page.tokens[number].dep_ == "cc" and is_reporting(verb)
    if not joined and not (verb.tag_ == "VBG" and page.tokens[number].text == "," and reports_anew(verb)):
        return None
    if not joined and subject_of(verb.head) is not None and not _is_reported(verb.head):
        return subject_of(verb.head)
    earlier = [t for t in page.tokens[page.sentence_start(verb.i) : number] if is_reporting(t) and not page.quoted(t)]
    earlier = [token for token in earlier if token.tag_ == verb.tag_ or not joined]
    return subject_of(earlier[0]) if earlier else None


def _before(verb: Token, page: Page) -> int:
    """The number of the conjunction or comma before a verb, closing marks and adverbs passed over."""
    number = verb.i - 1
    while number > 0 and page.tokens[number].tag_ == "RB":
        number -= 1
    if number > 0 and page.tokens[number].text in _CLOSING and page.tokens[number - 1].text == ",":
        number -= 1
    return number


def made_to(what: Found, _page: Page) -> Token | None:
    """The flood drove the people to demand a bridge -> people"""
    verb = what.cue.token
    if verb.tag_ != "VB" or verb.head.lower_ not in _MAKING_DO:
        return None
    made = object_of(verb.head)
    return made if made is not None and made.i < verb.i else None


def governing_subject(what: Found, page: Page) -> Token | None:
    """The mayor spoke for an hour, saying that … -> mayor"""
    verb = what.cue.token
    if is_passive(verb) or verb.pos_ == "NOUN" or _was_asked(verb):
        return None
    return _subject_above(verb, set_off=verb.tag_ == "VBG" and page.tokens[_before(verb, page)].lower_ in _SETS_OFF)


def _was_asked(verb: Token) -> bool:
    """'(When) asked whether …, she said': who answers did not ask."""
    return verb.lower_ in _ASKED and verb.tag_ != "VBG" and all(child.lower_ == "when" for child in verb.lefts)


def _subject_above(cue: Token, *, set_off: bool = False) -> Token | None:
    """The subject of the nearest verb above. What a comma sets off belongs to the whole sentence, not to a clause that
    is reported in it: 'She said he was tired, suggesting that …'"""
    verb = _governor(cue)
    for _ in range(_MAX_STEPS):
        if verb is None:
            return None
        subject = subject_of(verb)
        if set_off and _is_reported(verb):
            verb = verb.head
        elif subject is not None and subject.i != cue.i:
            return subject
        else:
            verb = _governor(verb)
    return None


def _governor(verb: Token) -> Token | None:
    """What a verb leans on. In 'saying that most backed it and accused the council' the report ended before 'and'."""
    above = verb.head
    if above == verb or verb.dep_ not in _LEANING or (verb.dep_ == "prep" and above.pos_ in NOMINAL):
        return None
    if verb.dep_ == "conj" and above.dep_ in CLAUSE and (is_reporting(above.head) or reports_anew(above.head)):
        return above.head
    return above


def _is_reported(verb: Token) -> bool:
    """Whether a clause is what a verb reports: 'insisted that he has won'."""
    frames = lexicon().frames.get(lexicon().bases.get(verb.head.lower_, ""), ())
    return verb.dep_ in CLAUSE and verb.head != verb and "clause" in frames


def carried_over(what: Found, page: Page) -> Token | None:
    """The mayor said that … . Adding, "…" -> mayor"""
    verb = what.cue.token
    first = page.sentence_start(verb.i)
    if verb.tag_ != "VBG" or verb.i != first or first == 0 or not reports_anew(verb):
        return None
    return _first_subject(page.tokens[page.sentence_start(first - 1) : first])


def main_subject(what: Found, page: Page) -> Token | None:
    """The mayor left early, calling it a day -> mayor, where the tree hangs the participle elsewhere"""
    verb = what.cue.token
    if verb.tag_ not in ("VBG", "VBD") or verb.pos_ == "NOUN":
        return None
    return _first_subject(page.tokens[page.sentence_start(verb.i) : verb.i])


def _first_subject(tokens: Sequence[Token]) -> Token | None:
    """The subject of the main verb; where that is none, of the first that reports."""
    verbs = [*(one for one in tokens if one.dep_ == "ROOT"), *filter(is_reporting, tokens)]
    subjects = (subject_of(one) for one in verbs)
    return next((one for one in subjects if one is not None and one.i <= tokens[-1].i), None)
