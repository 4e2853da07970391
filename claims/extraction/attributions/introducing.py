"""What stands behind a cue: the conjunction that opens its report, and whether anything of its own hangs on it."""

from spacy.tokens import Token

from claims.extraction.attributions.clauses import RECIPIENTS, finite, is_time, right_child, subject_of
from claims.extraction.attributions.cues import Cue
from claims.extraction.parsed.labels import CLAUSE, OBJECT, OPEN_CLAUSE, is_passive
from claims.extraction.parsed.page import Page
from claims.extraction.parsed.word_lists import words

_BREAKS = frozenset(".;:?!–—―")
_ASKED = frozenset({"why", "how", "what", "when", "where"})
"""What opens a question behind 'was asked by the council'."""
_CONJUNCTION_WITHIN = 15
"""Words behind a cue among which its 'that' is looked for."""


def has_content_of_its_own(cue: Cue, page: Page) -> bool:
    """Whether more than its subject and short adjuncts hang on the right of a reporting verb."""
    subject = subject_of(cue.token)
    takes_object = subject is not None and subject.i < cue.token.i and cue.word not in RECIPIENTS and not cue.quotes
    taken = CLAUSE | OPEN_CLAUSE | (OBJECT if takes_object else frozenset())
    if any(child.dep_ in taken and not is_time(child) for child in cue.token.rights):
        return True
    return conjunction(cue, page) is not None


def conjunction(cue: Cue, page: Page) -> int | None:
    """The number of 'that' (or 'whether', 'if') close behind a cue, with nothing but to whom and when in between."""
    wanted = ("that", "whether", "if") if "question" in cue.frames else ("that", "whether")
    first, limit = cue.last.i + 1, page.sentence_end(cue.token.i) - 1
    for number in range(first, min(first + _CONJUNCTION_WITHIN, limit)):
        token, before = page.tokens[number], page.tokens[number - 1]
        near = number == cue.last.i + 1
        if token.lower_ in wanted and (token.tag_ == "IN" or token.dep_ == "mark" or near or _joins(token, cue)):
            pointing = token.tag_ == "DT" and token.head.i == number + 1
            aside = page.tokens[cue.last.i + 1].text == "," != before.text
            return None if pointing or aside else number
        if token.lower_ in _ASKED and "question" in cue.frames and is_passive(cue.token):
            return number
        if finite(token) or token.tag_ == "TO" or token.text in _BREAKS or (before.text == "," and token.tag_ == "VBG"):
            return None
    return None


def _joins(that: Token, cue: Cue) -> bool:
    """Whether a 'that' which the tagger took for a pronoun opens what was said: 'said at the fair that roads will …'"""
    opened = that.nbor(1).pos_ in ("NOUN", "PROPN", "PRON", "DET") and not finite(that.nbor(1))
    return that.tag_ == "WDT" and opened and cue.word in words("plain") and right_child(cue.token, CLAUSE) is None
