"""What hangs behind a report and turns it down: ', a claim that the mayor denies', ', which he disputes', ', something
denied by the council'. It is no part of the report."""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Token

from claims.extraction.attributions.cues import lexicon
from claims.extraction.parsed.labels import FINITE, NOMINAL
from claims.extraction.parsed.word_lists import listed
from claims.records import Stance

_TAIL = 16
"""Words of 'a claim that the mayor's office has repeatedly and angrily denied', at most."""
_NOUN_WITHIN = 4
"""Words from 'a' to the noun of 'a very old claim'."""
_VERBAL = FINITE | {"VBN", "VB", "NNS"}
"""Also as the tagger misreads it: 'a claim the mayor rejects'."""


class TurnedDown(NamedTuple):
    """The verb that turns a report down, its base form, the head of who does, and the first word that can name it."""

    verb: Token
    base: str
    who: Token
    first: Token


def turned_down(opening: Token) -> TurnedDown | None:
    """Who denies what stands before the comma before `opening`, the 'which' or 'a' of such a tail; else None."""
    tail = _tail(opening)
    start = _past_what_it_sums_up(tail)
    verb = next((token for token in tail[start:] if _base(token) in _verbs(opening)), None) if start else None
    if verb is None or verb.tag_ not in _VERBAL or _has_an_object(verb, tail):
        return None
    who = _who(verb, tail[start:])
    return TurnedDown(verb, _base(verb), who, tail[start]) if who is not None else None


def _tail(opening: Token) -> Sequence[Token]:
    """The words up to the next mark."""
    if opening.lower_ not in ("which", "a", "an", "something"):
        return []
    found = list(opening.doc[opening.i : opening.i + _TAIL])
    stop = next((n for n, token in enumerate(found) if token.is_space or (token.is_punct and token.text != "-")), None)
    return found[:stop]


def _past_what_it_sums_up(tail: Sequence[Token]) -> int:
    """How many words 'which' or 'a claim that' are; none where something else stands there."""
    if not tail or tail[0].lower_ == "which":
        return len(tail[:1])
    wanted = listed("stances", "nouns", "claims") | {"something"}
    noun = next((n for n, token in enumerate(tail[: _NOUN_WITHIN + 1]) if token.lower_ in wanted), None)
    if noun is None:
        return 0
    opened = noun + 1 < len(tail) and tail[noun + 1].lower_ in ("that", "which")
    return noun + 1 + opened


def _verbs(opening: Token) -> frozenset[str]:
    """What turns a claim down; 'which' may stand for a plan as well, that one rejects and does not deny."""
    return listed("stances", "words" if opening.lower_ == "which" else "claim", Stance.DENIES)


def _base(token: Token) -> str:
    return lexicon().bases.get(token.lower_, "")


def _has_an_object(verb: Token, tail: Sequence[Token]) -> bool:
    """which the mayor denies | building"""
    following = verb.nbor(1) if verb.i < tail[-1].i else None
    return following is not None and (
        following.tag_ in ("VBG", "DT", "PRP$", "TO", "IN")
        and following.lower_ not in ("as", "on", "in", "at", "by", "during", "since", "when", "this", "last")
    )


def _who(verb: Token, tail: Sequence[Token]) -> Token | None:
    """The mayor denies, which the mayor has denied -> mayor; denied by the mayor -> mayor. None where somebody else
    says that it is denied: 'which the mayor said the council denies'."""
    before = [token for token in tail if token.i < verb.i]
    behind = [token for token in tail if token.i > verb.i]
    if behind and behind[0].lower_ == "by":
        return next((child for child in behind[0].rights if child.pos_ in NOMINAL), None)
    if any(token.tag_ in FINITE and token.pos_ != "AUX" for token in before):
        return None
    nominal = [token for token in before if token.pos_ in NOMINAL]
    return next((token for token in nominal if token.head == verb), nominal[-1] if nominal else None)
