"""Reads when reported words were spoken: which time expression dates the utterance, and on what day that was.

The cue's own sentence is asked first (`sentence`), outside anybody's reported words: what is inside these never dates
anything. The first rule that holds decides, and its name goes with the answer. Else the day can be carried over from
the question or the utterance before (`carrying`) or from what stands around (`scene`): the same speaker's utterance,
the sentence that sets the scene, the heading above, a live report's time. For these the caller hands in the readings of
the attributions before this one and the text's attributions and headings. Nothing is dated after its publication."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile

from spacy.tokens import Doc

from claims.extraction.dates.carrying import CARRYING_RULES
from claims.extraction.dates.frame import Frame
from claims.extraction.dates.moment import basis, counts_from_a_day, moment
from claims.extraction.dates.neighbours import NEIGHBOUR_RULES
from claims.extraction.dates.scene import SCENE_RULES
from claims.extraction.dates.sentence import RULES, beside_the_cue, document_of_its_date
from claims.extraction.dates.surroundings import NOTHING, Surroundings
from claims.extraction.dates.words import words
from claims.records import SaidReading, Span, TimeExpression

_EARLIER = frozenset({"earlier", "previous", "previously", "once"})
_SCHEDULED = frozenset(words("scheduled", "said"))
_EVENTS = frozenset(words("occasions", "said") + words("events", "said"))
_PLANNED = frozenset(words("planned", "said"))
_IS = frozenset({"is", "are", "'s", "’s", "'re", "’re"})
_VAGUE = re.compile(r"PAST_REF|\d{4}-W\d\d")
_WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DETERMINER = re.compile(r"\b(?:the|a|an|his|her|its|their|our|my|to|into|for|than|like)\s+\Z", re.IGNORECASE)
_CANDIDATES = 6  # the dates nearest to a cue that are looked at


def read_said(
    doc: Doc,
    content: tuple[Span, ...],
    cue: tuple[Span, ...],
    source: tuple[Span, ...],
    times: tuple[TimeExpression, ...],
    published: dt.date | None,
    previous: Sequence[SaidReading | None] = (),
    around: Surroundings = NOTHING,
) -> SaidReading | None:
    """When the reported words were spoken, or None where the text does not tell.

    `times` are those of the whole text, in text order; `previous` the readings of the attributions before this one;
    `around` all attributions of the text and the headings that it has."""
    if not cue:
        return None
    one = around.found[len(previous)] if len(previous) < len(around.found) else None
    return said_in(
        Frame(doc, content, Span(cue[0].start, cue[-1].end), source, around, one), times, published, previous
    )


def said_in(
    frame: Frame, times: tuple[TimeExpression, ...], published: dt.date | None, previous: Sequence[SaidReading | None]
) -> SaidReading | None:
    """When the words of a frame were spoken: `read_said`, for whoever has one."""
    near = sorted(_candidates(frame, times), key=lambda time: _distance(frame.cue, time.span))[:_CANDIDATES]
    if is_scheduled(frame) or _names_another_time(frame, near[:1]):
        return None
    return _own(frame, near, times, published) or _carried(frame, times, published, previous)


def is_scheduled(frame: Frame) -> bool:
    """Whether the words are yet to be spoken, or may never be: 'will say', 'is to say', 'is due to tell'."""
    before = [token.lower_ for token in frame.tokens(frame.sentence.start, frame.cue.start)[-4:]]
    if before[-1:] == ["to"] and (not _PLANNED.isdisjoint(before) or not _IS.isdisjoint(before[-3:-1])):
        return True
    return not _SCHEDULED.isdisjoint(before[-2:])


def _names_another_time(frame: Frame, nearest: Sequence[TimeExpression]) -> bool:
    """'An earlier announcement', 'had previously said', 'said last week': a day that is not named."""
    if any(token.lower_ in _EARLIER for token in frame.tokens(frame.cue.start, frame.cue.end)):
        return True
    return any(_VAGUE.match(time.value) and beside_the_cue(frame, time) for time in nearest)


def _own(
    frame: Frame, near: Sequence[TimeExpression], times: Sequence[TimeExpression], published: dt.date | None
) -> SaidReading | None:
    """By one of the dates in the cue's sentence, `near`est first. Documents are their dates, whatever else these do."""
    dating = [time for time in near if _may_date(frame, time, times)]
    for rule in RULES:
        for time in near if rule is document_of_its_date else dating:
            said = moment(time, published) if rule(frame, time) else None
            if said is not None:
                return SaidReading(said, basis(frame.text, time), rule.__name__)
    return None


def _may_date(frame: Frame, time: TimeExpression, times: Sequence[TimeExpression]) -> bool:
    """'Lee, the 2008 winner, said': what describes the source or a thing dates neither."""
    if time.rule == "eleventh_of_september":
        return False
    if _within_source(frame, time) or _describes_a_thing(frame.text, time):
        return False
    return counts_from_a_day(time, times)


def _within_source(frame: Frame, time: TimeExpression) -> bool:
    """But an opening phrase that was taken for a part of the source may well hold the date of the utterance.

    So may the day that a source begins or ends with: 'On [Monday Lee] said', '[the mayor on Monday] said'."""
    if not frame.in_source(time.span.start):
        return False
    if _WHOLE_DAY.match(time.value) and (time.span.start == frame.source[0].start or _ends_the_source(frame, time)):
        return False
    first = frame.tokens(frame.source[0].start, frame.source[0].end)[:1]
    return not any(token.tag_ in ("VBG", "IN") or token.lower_.endswith("ing") for token in first)


def _ends_the_source(frame: Frame, time: TimeExpression) -> bool:
    """'[The mayor on Monday] said', '[Lee Sunday night] said', but not '[the winner of the vote on Monday] said'."""
    before = frame.tokens_of_source(time)
    plain = not any(token.lower_ != "of" and token.tag_ in ("IN", "VBN", "VBG", "VBD", "WP") for token in before[:-1])
    if time.span.end < frame.source[0].end or not before:
        return False
    if all(token.is_title for token in before):
        return True
    if len(before) < 2 or before[-1].lower_ != "on":
        return False
    return plain and before[-2].lower_ not in _EVENTS


def _describes_a_thing(text: str, time: TimeExpression) -> bool:
    return not _WHOLE_DAY.match(time.value) and bool(
        _DETERMINER.search(text[max(0, time.span.start - 12) : time.span.start])
    )


def _candidates(frame: Frame, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    start, end = frame.sentence
    first = bisect_left(times, start, key=lambda time: time.span.start)
    inside = takewhile(lambda time: time.span.end <= end, times[first:])
    return [time for time in inside if not _in_reported_words(frame, time) and not _in_the_cue(frame, time)]


def _in_reported_words(frame: Frame, time: TimeExpression) -> bool:
    return frame.in_content(time.span.start) or frame.around.is_reported(time.span.start)


def _in_the_cue(frame: Frame, time: TimeExpression) -> bool:
    """'Listed the needs of 2016:' has a year among its words that is no day of speaking."""
    return frame.cue.start <= time.span.start < frame.cue.end


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


def _carried(
    frame: Frame,
    times: Sequence[TimeExpression],
    published: dt.date | None,
    previous: Sequence[SaidReading | None],
) -> SaidReading | None:
    for rule in (*CARRYING_RULES, *SCENE_RULES, *NEIGHBOUR_RULES):
        reading = rule(frame, times, published, previous)
        if reading is not None:
            return reading
    return None
