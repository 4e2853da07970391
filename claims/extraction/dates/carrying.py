"""The cases in which an utterance without a date of its own takes one that the text has given before."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from claims.extraction.dates.frame import Frame, sentence_at
from claims.extraction.dates.moment import basis, moment
from claims.extraction.dates.words import one_of, words
from claims.records import Attribution, Precision, SaidReading, Span, TimeExpression

_ANSWER = re.compile(rf"{one_of(words('answers', 'said'))}\b", re.IGNORECASE)
_CONTINUING = re.compile(rf"{one_of(words('continuing', 'said'))}\b", re.IGNORECASE)
_CONTINUING_ADVERBS = frozenset(words("continuing_adverbs", "said"))
_OTHER_TIMES = frozenset(words("other_times", "said"))
_OCCASION = re.compile(rf"\b{one_of(words('occasions', 'said'))}\b", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:asked|pressed|questioned|challenged|quizzed|put to)\b", re.IGNORECASE)
_OPENING_QUESTION = re.compile(
    r"(?:\b(?-i:Asked|Pressed|Questioned|Challenged|Quizzed)|\bwhen\s+(?:asked|pressed))\Z", re.IGNORECASE
)
_PLUPERFECT = re.compile(r"\bhad\s+(?:been\s+|also\s+|already\s+|earlier\s+)?\w+(?:ed|en|ld|id|wn)\b", re.IGNORECASE)
_NAME = re.compile(r"(?<!\w)(?!They\b)[A-Z][\w’'-]{3,}")
_SOON_AFTER = re.compile(
    r"(?:(?:just\s+)?(?:a\s+few\s+|several\s+)?(?:minutes|moments|hours)\s+(?:later|afterwards)|later\s+(?:that|in\s+the)\s+day)\b",
    re.IGNORECASE,
)
_ASIDE = 120  # characters
_NEAR = 2_000  # characters
_AROUND = 300  # characters
_PARAGRAPHS_BACK = 2
_CARRIED = ("answer_in_a_dated_scene", "answer_in_the_same_scene", "continued")
_UNDATED_BETWEEN = 3

type Carry = Callable[
    [Frame, Sequence[TimeExpression], dt.date | None, Sequence[SaidReading | None]], SaidReading | None
]


def answer_in_a_dated_scene(
    frame: Frame,
    times: Sequence[TimeExpression],
    published: dt.date | None,
    _previous: Sequence[SaidReading | None],
) -> SaidReading | None:
    """At a hearing yesterday, the chair asked about fees. (new paragraph) Smith replied: ... -> yesterday

    The scene is the nearest sentence before, at most two paragraphs back, that has a day, an occasion and a question.
    No other day may be named in between, unless in a sentence that looks back ("had told")."""
    if not _ANSWER.match(frame.cue.of(frame.text)) or _speaks_of_another_time(frame):
        return None
    for time in reversed(_days_before(frame, times)):
        sentence = sentence_at(frame.text, time.span)
        words_of_it = sentence.of(frame.text)
        if _OCCASION.search(words_of_it) and _ASKED.search(words_of_it):
            said = moment(time, published)
            return SaidReading(said, basis(frame.text, time), "answer_in_a_dated_scene") if said else None
        if not _PLUPERFECT.search(words_of_it):
            return None
    return None


def _days_before(frame: Frame, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The days named outside quotation marks since two paragraphs before the one of the cue."""
    start = frame.cue.start
    for _ in range(_PARAGRAPHS_BACK + 1):
        start = len(frame.text[: max(0, frame.text.rfind("\n", 0, max(start - 1, 0)))].rstrip())
    named = [time for time in times if start <= time.span.start and time.span.end <= frame.sentence.start]
    return [time for time in named if re.match(r"\d{4}-\d\d-\d\d", time.value)]


def answer_in_the_same_scene(
    frame: Frame,
    times: Sequence[TimeExpression],
    _published: dt.date | None,
    previous: Sequence[SaidReading | None],
) -> SaidReading | None:
    """(after the example above) Jones was asked about fines. He answered: ... -> still yesterday

    Over three undated attributions at most, and as long as the text names no other day."""
    if not _ANSWER.match(frame.cue.of(frame.text)) or _speaks_of_another_time(frame):
        return None
    last = next((reading for reading in reversed(previous[-_UNDATED_BETWEEN:]) if reading), None)
    if last is None or last.basis is None or last.rule not in _CARRIED:
        return None
    if _day_named_between(times, last.basis.end, frame.cue.start):
        return None
    return SaidReading(last.said, last.basis, "answer_in_the_same_scene")


def _day_named_between(times: Sequence[TimeExpression], start: int, end: int) -> bool:
    return any(start <= time.span.start < end and re.match(r"\d{4}-\d\d-\d\d", time.value) for time in times)


def continued(
    frame: Frame,
    _times: Sequence[TimeExpression],
    _published: dt.date | None,
    previous: Sequence[SaidReading | None],
) -> SaidReading | None:
    """Smith said on Monday: ... She added: ... -> Monday: whoever adds or replies speaks on

    Only from the attribution right before, where that one has a day, and not over more than two paragraphs, unless
    that one was carried itself; and to nobody whom the text names for the first time."""
    last = _utterance_before(frame, previous)
    if last is None or last.basis is None or last.said.precision not in (Precision.DAY, Precision.MINUTE):
        return None
    if not _goes_on(frame):
        return None
    near = frame.text.count("\n\n", last.basis.end, frame.cue.start) <= _PARAGRAPHS_BACK
    if last.basis.start > frame.cue.start or not (near or last.rule in _CARRIED) or _speaks_of_another_time(frame):
        return None
    return SaidReading(last.said, last.basis, "continued") if _spoke_before(frame, last.basis) else None


def _utterance_before(frame: Frame, previous: Sequence[SaidReading | None]) -> SaidReading | None:
    """The reading of the attribution before, or before the question or the aside that this one's sentence begins with:
    'Asked whether …, she replied', 'Lane, who has since called it a farce, then said'."""
    if previous and previous[-1] is None and len(previous) <= len(frame.around.found):
        cue = frame.around.found[len(previous) - 1].cue[0]
        asked = _ASKED.match(cue.of(frame.text)) is not None
        if cue.start >= frame.sentence.start and (asked or _in_an_aside(frame, cue)):
            return previous[-2] if len(previous) > 1 else None
    return previous[-1] if previous else None


def hours_later(
    frame: Frame,
    times: Sequence[TimeExpression],
    _published: dt.date | None,
    previous: Sequence[SaidReading | None],
) -> SaidReading | None:
    """The firm denied on Monday that ... Hours later, it said ... -> still Monday"""
    last = next((reading for reading in reversed(previous[-_UNDATED_BETWEEN:]) if reading), None)
    if last is None or last.basis is None or last.said.precision not in (Precision.DAY, Precision.MINUTE):
        return None
    if not _SOON_AFTER.match(frame.text, frame.sentence.start):
        return None
    between = frame.cue.start - last.basis.end
    if not 0 <= between <= _NEAR or "\n" in frame.text[last.basis.end : frame.cue.start].strip():
        return None
    if _day_named_between(times, last.basis.end, frame.cue.start):
        return None
    return SaidReading(last.said, last.basis, "hours_later")


def _spoke_before(frame: Frame, basis: Span) -> bool:
    """Whether the speaker is no newcomer: a pronoun, or a name that the text since the date, or around it, has used."""
    source = frame.source[0].of(frame.text) if frame.source else ""
    if not source or re.match(r"(?:an?|another|one|some|others?)\b", source, re.IGNORECASE):
        return False
    names = _NAME.findall(re.split(r"[,(]", source)[0])
    here = min(frame.cue.start, frame.source[0].start) if frame.source else frame.cue.start
    since = frame.text[max(0, basis.start - _AROUND) : here]
    return not names or any(re.search(rf"\b{re.escape(name)}\b", since) for name in names)


def _goes_on(frame: Frame) -> bool:
    """'Added', 'also said', 'later told them'; but what somebody 'later defended' was said before."""
    before = {token.lower_ for token in frame.tokens(frame.sentence.start, frame.cue.start)[-2:]}
    says = frame.cue.of(frame.text).lower()
    if "then" in before and says in ("said", "asked"):
        return True
    if before & {"later", "then"} and not (_CONTINUING.match(says) or says.startswith("told")):
        return False
    return bool(_CONTINUING.match(says)) or bool(before & _CONTINUING_ADVERBS)


def _speaks_of_another_time(frame: Frame) -> bool:
    """'had added', 'earlier told': some other day, not named."""
    words_around = frame.tokens(frame.sentence.start, frame.sentence.end)
    outside = [token for token in words_around if not _in_an_aside(frame, Span(token.idx, token.idx + 1))]
    return any(token.lower_ in _OTHER_TIMES for token in outside if not frame.in_source(token.idx))


def _in_an_aside(frame: Frame, place: Span) -> bool:
    """Whether a place lies between ', who' and the comma after it, in front of the cue."""
    start = max(frame.sentence.start, place.start - _ASIDE)
    before = frame.text[start : place.start]
    opened = before.rfind(", who ")
    if opened < 0 or place.start >= frame.cue.start or "," in before[opened + 1 :]:
        return False
    return "," in frame.text[place.end : frame.cue.start]


def with_the_answer(
    text: str, found: Sequence[Attribution], said: Sequence[SaidReading | None]
) -> list[SaidReading | None]:
    """'Asked by the chair on Monday whether …, Lane replied …': a question without a day has that of its answer."""
    result = list(said)
    for index, (one, answer) in enumerate(pairwise(found)):
        dated = said[index + 1]
        if (
            said[index] is not None
            or dated is None
            or not _OPENING_QUESTION.search(text[max(0, one.cue[0].end - 20) : one.cue[0].end])
        ):
            continue
        if answer.cue[0].end <= sentence_at(text, one.cue[0], (*one.content, *answer.content)).end:
            result[index] = SaidReading(dated.said, dated.basis, "question_of_a_dated_answer")
    return result


CARRYING_RULES: tuple[Carry, ...] = (answer_in_a_dated_scene, answer_in_the_same_scene, continued, hours_later)
