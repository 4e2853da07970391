"""Which day in the cue's own sentence is that of the utterance: the rules, in the order in which they are believed."""

import re
from collections.abc import Callable
from itertools import dropwhile, takewhile

from spacy.tokens import Token

from claims.extraction.dates.frame import Frame, is_before_whom, is_finite
from claims.extraction.dates.words import one_of, words
from claims.records import TimeExpression

_CLOSING = frozenset(words("closing", "said"))
_CLOSING_BEFORE_THE_CUE = _CLOSING - {"that", "by", "about", "over", "from"}
_CLOSING_BUT_BEFORE = _CLOSING - {"before"}
_PARTICIPLES = frozenset(words("participles", "said"))
_DOCUMENT = re.compile(rf"\b{one_of(words('documents', 'said'))}\b", re.IGNORECASE)
_BESIDE = frozenset({"on", "in", "at", "late", "early", "earlier", "again", "also", "only", ","})
_WITH_A_DOCUMENT = _PARTICIPLES | _BESIDE
_AT_ONCE = frozenset({"as", "when", "while"})
_BEGINS_BY = re.compile(r"and (?:\w+ )?(?:began|started|opened|ended|finished|closed|concluded) by")
_ASKED = frozenset(words("asked", "said"))
_TOWARDS = frozenset(words("towards", "said"))
_EARLIER_THAN_THE_VERB = frozenset({"after", "despite", "since"})
_FARTHEST = 15  # words between a cue and a date behind it

type Dates = Callable[[Frame, TimeExpression], bool]


def document_of_its_date(frame: Frame, time: TimeExpression) -> bool:
    """A survey of March 2011 found that ... -> March 2011: a document speaks when it is written"""
    if not any(_DOCUMENT.search(span.of(frame.text)) for span in frame.source[:1]):
        return False
    if frame.source[0].start > frame.cue.start:
        return _of_a_document_behind(frame, time)
    if not frame.source[0].start <= time.span.start < frame.cue.start:
        return False
    before = frame.tokens(frame.source[0].start, time.span.start)
    between = frame.tokens(time.span.end, frame.cue.start)
    return not any(is_finite(token) for token in before) and not any(is_finite(token) for token in between)


def _of_a_document_behind(frame: Frame, time: TimeExpression) -> bool:
    """According to a survey released Monday: the day right behind the document, or behind what was done with it."""
    if not frame.in_source(time.span.start):
        return False
    words_before = frame.tokens_of_source(time)
    behind = [token for token in words_before if _DOCUMENT.fullmatch(token.text)][-1:]
    if not behind:
        return any(_DOCUMENT.match(frame.text, time.span.end + 1) for _ in words_before[:1])
    since = [token for token in words_before if token.i > behind[0].i]
    return all(
        token.lower_ in _PARTICIPLES or token.lower_ in _BESIDE or token.is_punct
        for token in _without_the_addressee(since)
    )


def _without_the_addressee(tokens: list[Token]) -> list[Token]:
    """'Sent to the mayor on': without 'to the mayor'."""
    to = next((index for index, token in enumerate(tokens) if token.lower_ in ("to", "by")), len(tokens))
    whom = list(takewhile(lambda token: token.pos_ in ("ADP", "PART", "DET", "ADJ", "NOUN", "PROPN") and
                          token.lower_ not in _BESIDE, tokens[to:]))  # fmt: skip
    return tokens[:to] + tokens[to + len(whom) :]


def beside_the_cue(frame: Frame, time: TimeExpression) -> bool:
    """She denied on Tuesday that ...; Jones yesterday said that ..."""
    between = [token.lower_ for token in frame.between(time)]
    if not between and frame.cue.of(frame.text)[:1].isalpha() and time.span.end <= frame.cue.start:
        return True
    return all(word in _BESIDE for word in between) and not _closed(frame, time)


def behind_the_cue(frame: Frame, time: TimeExpression) -> bool:
    """He told a radio station in an interview broadcast on Sunday that ..."""
    between = frame.between(time)
    if time.span.start < frame.cue.end or len(between) > _FARTHEST:
        return False
    return not any(_parts(token) for token in between)


def before_the_cue(frame: Frame, time: TimeExpression) -> bool:
    """On Monday the mayor said ...; Speaking in Leeds on Monday, the mayor said ...; During Monday's debate ..."""
    if time.span.end > frame.cue.start or _closed(frame, time):
        return False
    return not any(
        is_finite(token) or token.lower_ in _CLOSING_BEFORE_THE_CUE for token in _without_asides(frame.between(time))
    )


def opens_the_sentence(frame: Frame, time: TimeExpression) -> bool:
    """On Monday the mayor spoke of losses, but added: ... (the second verb has no subject of its own)"""
    if time.span.end > frame.cue.start or _closed(frame, time) or any(map(is_finite, frame.segment_before(time))):
        return False
    return _joined_to_the_verb_before(frame) and _is_first_phrase(frame, time)


def verb_before_shares(frame: Frame, time: TimeExpression) -> bool:
    """The firm apologised on Friday, saying that ...; She left on Monday and told them ...; and began by saying ..."""
    if time.span.end > frame.cue.start or {"who", "which", "that"} & {t.lower_ for t in frame.segment_before(time)}:
        return False
    says = frame.tokens(frame.cue.start, frame.cue.end)[:1]
    between = [token for token in frame.between(time) if token.text != ","]
    if _BEGINS_BY.fullmatch(" ".join(token.lower_ for token in between)):
        return True
    if any(token.lower_ in _EARLIER_THAN_THE_VERB for token in between[-1:]):
        return False
    return not any(map(is_finite, between)) and (
        _joined_to_the_verb_before(frame) or any(token.tag_ == "VBG" or token.lower_.endswith("ing") for token in says)
    )


def when_it_was_said(frame: Frame, time: TimeExpression) -> bool:
    """The anger grew on Friday as the mayor attacked the plan; It came at Friday's debate, when the mayor said ..."""
    if time.span.end > frame.cue.start or _closed(frame, time, of_another_verb=True):
        return False
    tokens = [token for token in frame.between(time) if token.text not in (",", "—", "–")]
    if tokens[:1] and tokens[0].lower_ in ("'s", "’s"):
        tokens = list(dropwhile(lambda token: token.pos_ in ("PART", "ADJ", "NOUN", "PROPN"), tokens))
    between = [token.lower_ for token in tokens]
    return bool(between) and between[0] in _AT_ONCE and all(word in _AT_ONCE or word.endswith("ly") for word in between)


def while_something_happened(frame: Frame, time: TimeExpression) -> bool:
    """ "It is over," she said as the crowd moved through the city on Sunday."""
    between = frame.between(time)
    if time.span.start < frame.cue.end or not 1 < len(between) <= _FARTHEST or between[0].lower_ not in _AT_ONCE:
        return False
    if any(token.lower_ in _CLOSING or token.text in (":", ";") for token in between[1:]):
        return False
    return {"VBD"} == {token.tag_ for token in between if is_finite(token)} - {"VBN", ""}


def clause_before_a_colon(frame: Frame, time: TimeExpression) -> bool:
    """The plan set off a row on Friday: unions said they were not asked."""
    between = frame.between(time)
    if time.span.end > frame.cue.start or not between or between[0].text != ":":
        return False
    return not any(is_finite(token) or token.lower_ in _CLOSING for token in between[1:])


def main_verb_shares(frame: Frame, time: TimeExpression) -> bool:
    """On Tuesday the mayor took to the stage to say ...; On Tuesday the mayor shrugged before saying ..."""
    if time.span.end > frame.cue.start or _closed(frame, time) or any(map(is_finite, frame.segment_before(time))):
        return False
    before = frame.tokens(time.span.end, frame.cue.start)
    says = frame.tokens(frame.cue.start, frame.cue.end)[:1]
    if not says or any(token.tag_ in ("WP", "WDT", "IN") and token.lower_ in _CLOSING_BUT_BEFORE for token in before):
        return False
    purpose = before[-1:] and before[-1].lower_ == "to" and any(token.lower_ in _TOWARDS for token in before)
    return bool(purpose or says[0].tag_ == "VBG") and sum(map(is_finite, before)) == 1 and _is_first_phrase(frame, time)


RULES: tuple[Dates, ...] = (
    document_of_its_date,
    beside_the_cue,
    behind_the_cue,
    before_the_cue,
    opens_the_sentence,
    verb_before_shares,
    when_it_was_said,
    while_something_happened,
    clause_before_a_colon,
    main_verb_shares,
)


def _parts(token: Token) -> bool:
    """A word that begins another clause, so that a date behind it is not the cue's."""
    if token.lower_ in _PARTICIPLES or token.is_title:
        return False
    return is_finite(token) or token.tag_ in ("VBG", "VB", "VBN") or token.lower_ in _CLOSING or token.lower_ in (
        "and", "but", "or", ":", ";", "as", "while", "when", "to")  # fmt: skip


def _closed(frame: Frame, time: TimeExpression, *, of_another_verb: bool = False) -> bool:
    """'After resigning on Monday', 'who left on Monday': the date of something else.

    `of_another_verb`: a verb of its own in front of the day closes nothing ("it came on Monday, when ...")."""
    if frame.cue.end <= time.span.start:
        return False
    segment = [token for token in frame.segment_before(time) if token.idx >= 0 and not _is_cue(frame, token.idx)]
    if segment and segment[0].lower_ in _ASKED:
        return False
    if any(token.lower_ in _CLOSING and not is_before_whom(token) for token in segment):
        return True
    return (
        not of_another_verb
        and any(map(is_finite, segment))
        and not any(token.lower_ in ("when", "as", "while") for token in segment)
    )


def _without_asides(tokens: list[Token]) -> list[Token]:
    """The words between a day and its verb, without asides: 'on Monday, in a move that …, Lane said'."""
    kept: list[Token] = []
    opened: int | None = None
    for token in tokens:
        if token.text == "," and opened is not None and len(kept) > opened + 1 and _opens_an_aside(kept[opened + 1]):
            del kept[opened:]
        if token.text == ",":
            opened = len(kept)
        kept.append(token)
    return kept


def _opens_an_aside(token: Token) -> bool:
    return token.tag_ in ("IN", "WDT", "WP", "WRB", "VBG", "VBN")


def _is_cue(frame: Frame, position: int) -> bool:
    return frame.cue.start <= position < frame.cue.end


def _joined_to_the_verb_before(frame: Frame) -> bool:
    before = [token for token in frame.tokens(frame.sentence.start, frame.cue.start) if token.tag_ != "RB"]
    return bool(before) and before[-1].lower_ in ("and", "but", "then", "also", "later")


def _is_first_phrase(frame: Frame, time: TimeExpression) -> bool:
    return not any(token.text == "," for token in frame.tokens(frame.sentence.start, time.span.start))
