"""Reads when reported words were spoken: which time expression dates the utterance, and on what day that was.

Only words of the cue's own sentence count, outside the reported words; what is inside them never dates them. A date
is the utterance's where a rule below says so, the first rule that holds decides, and its name goes with the answer.
Without such words the date is unknown, with two exceptions, both narrow: an answer belongs to the question that
the text has just dated, and what somebody "added" belongs to the utterance before (both in `carrying`). For these the
caller hands in the readings of the attributions before this one, in text order, as `previous`. Nothing is ever dated
by the publication alone, and nothing after it."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import takewhile

from spacy.tokens import Doc, Token

from claims.extraction.dates.carrying import CARRYING_RULES
from claims.extraction.dates.frame import Frame, is_finite
from claims.extraction.dates.moment import basis, moment
from claims.extraction.dates.words import one_of, words
from claims.records import SaidReading, Span, TimeExpression

_CLOSING = frozenset(words("closing", "said"))
_EARLIER = frozenset({"earlier", "previous", "previously", "once"})
_SCHEDULED = frozenset(words("scheduled", "said"))
_PARTICIPLES = frozenset(words("participles", "said"))
_DOCUMENT = re.compile(rf"\b{one_of(words('documents', 'said'))}\b", re.IGNORECASE)
_BESIDE = frozenset({"on", "in", "at", "late", "early", "earlier", "again", "also", "only", ","})
_WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DETERMINER = re.compile(r"\b(?:the|a|an|his|her|its|their|our|my)\s+\Z", re.IGNORECASE)
_CANDIDATES = 6  # the dates nearest to a cue that are looked at
_FARTHEST = 15  # words between a cue and a date behind it

type Dates = Callable[[Frame, TimeExpression], bool]


def read_said(
    doc: Doc,
    content: tuple[Span, ...],
    cue: tuple[Span, ...],
    source: tuple[Span, ...],
    times: tuple[TimeExpression, ...],
    published: dt.date | None,
    previous: Sequence[SaidReading | None] = (),
) -> SaidReading | None:
    """When the reported words were spoken, or None where the text does not tell.

    `times` are those of the whole text, in text order; `previous` the readings of the attributions before this one."""
    if not cue:
        return None
    frame = Frame(doc, content, Span(cue[0].start, cue[-1].end), source)
    if _is_scheduled(frame) or _names_another_time(frame):
        return None
    return _own(frame, times, published) or _carried(frame, times, published, previous)


def _is_scheduled(frame: Frame) -> bool:
    """'The minister will say' is no utterance yet."""
    before = frame.tokens(frame.sentence.start, frame.cue.start)[-2:]
    return any(token.lower_ in _SCHEDULED - {"to"} for token in before)


def _names_another_time(frame: Frame) -> bool:
    """'An earlier announcement', 'had previously said': some day before, not named by what stands near."""
    return any(token.lower_ in _EARLIER for token in frame.tokens(frame.cue.start, frame.cue.end))


def _own(frame: Frame, times: Sequence[TimeExpression], published: dt.date | None) -> SaidReading | None:
    near = sorted(_candidates(frame, times), key=lambda time: _distance(frame.cue, time.span))[:_CANDIDATES]
    for rule in RULES:
        for time in near:
            said = moment(time, published) if _may_date(rule, frame, time) and rule(frame, time) else None
            if said is not None:
                return SaidReading(said, basis(frame.text, time), rule.__name__)
    return None


def _may_date(rule: Dates, frame: Frame, time: TimeExpression) -> bool:
    """'Lee, the 2008 winner, said': what describes the source or a thing dates neither. Documents are their dates."""
    if rule is document_of_its_date:
        return True
    return not (_within_source(frame, time) or _describes_a_thing(frame.text, time))


def _within_source(frame: Frame, time: TimeExpression) -> bool:
    """But an opening phrase that was taken for a part of the source may well hold the date of the utterance.

    So may the day that a source begins with: 'On [Monday Lee] said', '[Monday's hearing] was told'."""
    if not frame.in_source(time.span.start):
        return False
    if time.span.start == frame.source[0].start and _WHOLE_DAY.match(time.value):
        return False
    first = frame.tokens(frame.source[0].start, frame.source[0].end)[:1]
    return not any(token.tag_ in ("VBG", "IN") or token.lower_.endswith("ing") for token in first)


def _describes_a_thing(text: str, time: TimeExpression) -> bool:
    return not _WHOLE_DAY.match(time.value) and bool(
        _DETERMINER.search(text[max(0, time.span.start - 8) : time.span.start])
    )


def _candidates(frame: Frame, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    start, end = frame.sentence
    first = bisect_left(times, start, key=lambda time: time.span.start)
    inside = takewhile(lambda time: time.span.end <= end, times[first:])
    return [time for time in inside if not frame.in_content(time.span.start)]


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


def _carried(
    frame: Frame,
    times: Sequence[TimeExpression],
    published: dt.date | None,
    previous: Sequence[SaidReading | None],
) -> SaidReading | None:
    for rule in CARRYING_RULES:
        reading = rule(frame, times, published, previous)
        if reading is not None:
            return reading
    return None


# ------------------------------------------------------------------------------------------ the rules


def document_of_its_date(frame: Frame, time: TimeExpression) -> bool:
    """A survey of March 2011 found that ... -> March 2011: a document speaks when it is written"""
    if not any(_DOCUMENT.search(span.of(frame.text)) for span in frame.source[:1]):
        return False
    if not frame.source[0].start <= time.span.start < frame.cue.start:
        return False
    before = frame.tokens(frame.source[0].start, time.span.start)
    between = frame.tokens(time.span.end, frame.cue.start)
    return not any(is_finite(token) for token in before) and not any(is_finite(token) for token in between)


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
        is_finite(token) or token.lower_ in _CLOSING - {"that", "by", "about", "over", "from"}
        for token in frame.between(time)
    )


def opens_the_sentence(frame: Frame, time: TimeExpression) -> bool:
    """On Monday the mayor spoke of losses, but added: ... (the second verb has no subject of its own)"""
    if time.span.end > frame.cue.start or _closed(frame, time) or any(map(is_finite, frame.segment_before(time))):
        return False
    return _joined_to_the_verb_before(frame) and _is_first_phrase(frame, time)


def verb_before_shares(frame: Frame, time: TimeExpression) -> bool:
    """The firm apologised on Friday, saying that ...; She resigned on Monday and told reporters ..."""
    if time.span.end > frame.cue.start or {"who", "which", "that"} & {t.lower_ for t in frame.segment_before(time)}:
        return False
    says = frame.tokens(frame.cue.start, frame.cue.end)[:1]
    between = [token for token in frame.between(time) if token.text != ","]
    return not any(map(is_finite, between)) and (
        _joined_to_the_verb_before(frame) or any(token.tag_ == "VBG" or token.lower_.endswith("ing") for token in says)
    )


RULES: tuple[Dates, ...] = (
    document_of_its_date,
    beside_the_cue,
    behind_the_cue,
    before_the_cue,
    opens_the_sentence,
    verb_before_shares,
)


def _parts(token: Token) -> bool:
    """A word that begins another clause, so that a date behind it is not the cue's."""
    if token.lower_ in _PARTICIPLES:
        return False
    return is_finite(token) or token.tag_ in ("VBG", "VB", "VBN") or token.lower_ in _CLOSING or token.lower_ in (
        "and", "but", "or", ":", ";", "as", "while", "when", "to")  # fmt: skip


def _closed(frame: Frame, time: TimeExpression) -> bool:
    """'After resigning on Monday', 'who left on Monday': the date of something else."""
    if frame.cue.end <= time.span.start:
        return False
    segment = [token for token in frame.segment_before(time) if token.idx >= 0 and not _is_cue(frame, token.idx)]
    if any(token.lower_ in _CLOSING for token in segment):
        return True
    return any(map(is_finite, segment)) and not any(token.lower_ in ("when", "as", "while") for token in segment)


def _is_cue(frame: Frame, position: int) -> bool:
    return frame.cue.start <= position < frame.cue.end


def _joined_to_the_verb_before(frame: Frame) -> bool:
    before = [token for token in frame.tokens(frame.sentence.start, frame.cue.start) if token.tag_ != "RB"]
    return bool(before) and before[-1].lower_ in ("and", "but", "then", "also", "later")


def _is_first_phrase(frame: Frame, time: TimeExpression) -> bool:
    return not any(token.text == "," for token in frame.tokens(frame.sentence.start, time.span.start))
