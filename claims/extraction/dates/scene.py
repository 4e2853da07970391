"""The day of what the text tells around an utterance: the same speaker a moment before, the sentence before that sets
the scene, the heading above, the time at which a live report's entry begins."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import islice

from spacy.tokens import Token

from claims.extraction.dates.frame import Frame, sentence_at
from claims.extraction.dates.moment import basis, counts_from_a_day, moment
from claims.extraction.dates.words import one_of, words
from claims.records import Attribution, Precision, Said, SaidReading, Span, TimeExpression

DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DATE = re.compile(r"\d{4}\b")
_SCENE = re.compile(rf"\b{one_of([*words('scenes', 'said'), *words('occasions', 'said')])}\b", re.IGNORECASE)
_OTHER_TIMES = frozenset(words("other_times", "said"))
_LATER = frozenset(words("later", "said"))
_AUXILIARIES = frozenset({"is", "was", "are", "were", "be", "been"})
_RELATIVE = re.compile(r"\b(?:who|which|whose|after|before|since|until|ahead\s+of|following)\b[^,;]*\Z", re.IGNORECASE)
_POSSESSED = re.compile(r"\b(?:his|her|their|its)\s+(?P<thing>\w+)\s+(?:on\s+)?\Z", re.IGNORECASE)
_OCCASION = re.compile(rf"\b{one_of(words('occasions', 'said'))}\b", re.IGNORECASE)
_DOCUMENT = re.compile(rf"\b{one_of(words('documents', 'said'))}\b", re.IGNORECASE)
_ELSEWHERE = re.compile(r"(?:In|At|During|On)\s+(?!(?:the|that|this|response|reply)\s+(?:same\b|\w+\s*,))")
_TOLD_TO = re.compile(r"(?:told|tells)\s+(?:the\s+)?([A-Z]\w+(?:\s+[A-Z0-9]\w*)*)")
_GATHERING = re.compile(rf"\b{one_of(words('gatherings', 'said'))}\b", re.IGNORECASE)
_MET = re.compile(rf"\b{one_of(words('came_together', 'said'))}\b", re.IGNORECASE)
_BEFORE_WHOM = re.compile(rf"\b{one_of(words('stand_before', 'said'))}\s+before\b", re.IGNORECASE)
_SUBORDINATE = re.compile(r"\b(?:that|which|whether)\b")  # whoever is named behind these is not the one who acts
_MONTH = re.compile(r"\d{4}-\d\d")
_LONG_BEFORE = 30  # days
_FARTHEST = 4_000  # characters
_RIGHT_BEFORE = 400  # characters
_FOLLOWERS = r"(?!['’]?s?\s+(?:campaign|supporters|aides|office|spokes\w+|team|lawyers?)\b)"
NOT_YET = re.compile(
    r"\b(?:will|would|could|may|might|due|expected|scheduled|plans?|planned|until|next|called\s+off|cancell?ed|postponed|scrapped)\b",
    re.IGNORECASE,
)
_PARAGRAPHS_BACK = 2
_LOOKED_AT = 3  # attributions back

type Tell = Callable[
    [Frame, Sequence[TimeExpression], dt.date | None, Sequence[SaidReading | None]], SaidReading | None
]


def same_speaker_goes_on(
    frame: Frame, times: Sequence[TimeExpression], _published: dt.date | None, previous: Sequence[SaidReading | None]
) -> SaidReading | None:
    """Lane said on Monday that nothing was decided. Lane told reporters that it would be soon. -> Monday

    In the same paragraph or the two behind it, as long as no other day is named in between."""
    one = frame.attribution
    if one is None or one.speaker is None or not tells_a_past(frame):
        return None
    for index in range(len(previous) - 1, max(-1, len(previous) - 1 - _LOOKED_AT), -1):
        other, reading = frame.around.found[index], previous[index]
        if reading is None or not _same_speaker(one, other):
            continue
        if not _is_carried_on(frame, reading, times) or _opens_another_scene(frame) or _tells_another(frame, other):
            return None
        return SaidReading(reading.said, reading.basis, "same_speaker_goes_on")
    return None


def _opens_another_scene(frame: Frame) -> bool:
    """'In a letter to MPs, Lane said': what opens the sentence is another place than that of the words before."""
    start = min([frame.cue.start, *(span.start for span in frame.source)])
    opening = Span(frame.sentence.start, start).of(frame.text)
    return (
        _ELSEWHERE.match(opening) is not None and (_OCCASION.search(opening) or _DOCUMENT.search(opening)) is not None
    )


def _tells_another(frame: Frame, other: Attribution) -> bool:
    """'Told Sky News on Monday … told the Washington Post': two audiences with names of their own."""
    here, there = (_TOLD_TO.match(frame.text, cue.start) for cue in (frame.cue, other.cue[0]))
    return here is not None and there is not None and here[1] != there[1]


def _is_carried_on(frame: Frame, reading: SaidReading, times: Sequence[TimeExpression]) -> bool:
    if reading.basis is None or reading.said.precision not in (Precision.DAY, Precision.MINUTE):
        return False
    if _names_an_earlier_time(frame, reading, times):
        return False
    if (
        not reading.basis.end <= frame.cue.start
        or _paragraphs(frame.text, reading.basis.end, frame.cue.start) > _PARAGRAPHS_BACK
    ):
        return False
    return not any(
        _DATE.match(time.value) and time.rule != "pointed_period"
        for time in times_between(frame, times, reading.basis.end, frame.cue.start)
    )


def _names_an_earlier_time(frame: Frame, reading: SaidReading, times: Sequence[TimeExpression]) -> bool:
    """'Lane agreed on Friday. She had refused to in July. Lane told ...': right before, in anybody's indirect words."""
    if reading.basis is None or reading.said.start is None:
        return False
    start = max(reading.basis.end, frame.sentence.start - _RIGHT_BEFORE)
    first = bisect_left(times, start, key=lambda time: time.span.start)
    last = bisect_left(times, frame.sentence.start, key=lambda time: time.span.start)
    long_before = (reading.said.start - dt.timedelta(days=_LONG_BEFORE)).isoformat()
    return any(
        _MONTH.match(time.value) and time.value[:7] <= long_before[:7] and not frame.around.is_quoted(time.span.start)
        for time in times[first:last]
    )


def _same_speaker(one: Attribution, other: Attribution) -> bool:
    return bool(one.speaker and other.speaker and one.speaker.name == other.speaker.name)


def sentence_before_sets_the_scene(
    frame: Frame, times: Sequence[TimeExpression], published: dt.date | None, _previous: Sequence[SaidReading | None]
) -> SaidReading | None:
    """Lane took the stage in Leeds on Monday. "We have won," Lane said. -> Monday

    The last day named before, in this paragraph or the one before, if its sentence names the speaker and tells that
    somebody spoke, appeared or was asked; right behind a sentence about a debate or a hearing, whoever speaks."""
    if not tells_a_past(frame) or _opens_another_scene(frame):
        return None
    start = paragraph_before(frame.text, frame.cue.start)
    named = [time for time in times_between(frame, times, start, frame.sentence.start) if DAY.match(time.value)]
    said = moment(named[-1], published) if named and counts_from_a_day(named[-1], times) else None
    if said is None or said.start is None or not _sets_the_scene(frame, named[-1]):
        return None
    return SaidReading(said, basis(frame.text, named[-1]), "sentence_before_sets_the_scene")


def _sets_the_scene(frame: Frame, time: TimeExpression) -> bool:
    sentence = sentence_at(frame.text, time.span)
    words_of_it = sentence.of(frame.text)
    before = frame.text[sentence.start : time.span.start]
    if _RELATIVE.search(_BEFORE_WHOM.sub("", before)) or _dates_a_thing(before) or NOT_YET.search(words_of_it):
        return False
    tokens = frame.tokens(sentence.start, sentence.end)
    right_before = (
        not frame.text[sentence.end : frame.sentence.start].strip()
        and "\n" not in frame.text[sentence.end : frame.sentence.start]
    )
    past = any(token.tag_ == "VBD" for token in tokens if not frame.around.is_reported(token.idx))
    if not past or frame.attribution is None:
        return False
    if right_before and (_GATHERING.search(words_of_it) or _MET.search(words_of_it)):
        return True
    if _SCENE.search(words_of_it) is None:
        return False
    return names_the_speaker(frame, sentence) or (right_before and _tells_the_role(frame, words_of_it))


def _dates_a_thing(before: str) -> bool:
    """'Stood by his comment on Monday' dates the comment; 'in his speech on Monday' dates the speech and its words."""
    thing = _POSSESSED.search(before)
    return thing is not None and not _OCCASION.search(thing["thing"])


def names_the_speaker(frame: Frame, sentence: Span) -> bool:
    """The speaker's last name in the sentence, outside anybody's words."""
    if frame.attribution is None:
        return False
    speaker = frame.attribution.speaker
    if speaker is None:
        return _is_a_pronoun(frame) and not frame.text[sentence.end : frame.sentence.start].strip()
    last_name = re.compile(rf"\b{re.escape(speaker.name.split()[-1])}\b{_FOLLOWERS}")
    told = sentence.of(frame.text)
    subordinate = _SUBORDINATE.search(told)
    names = last_name.finditer(told, 0, subordinate.start() if subordinate else len(told))
    found = (sentence.start + name.start() for name in names)
    return any(not frame.around.is_reported(position) for position in found)


def _tells_the_role(frame: Frame, sentence: str) -> bool:
    """'On Monday the union's president addressed the rally. The law was weak, Lane said' (Lane is the president)."""
    role = frame.attribution.role.role if frame.attribution and frame.attribution.role else None
    if not role or re.search(r"\b(?:of|for|to|at)\b", role):
        return False
    title = re.escape(role.split()[-1])
    return re.search(rf"\bthe\s+(?:[\w’'.-]+\s+){{0,3}}?{title}\b{_FOLLOWERS}", sentence, re.IGNORECASE) is not None


def _is_a_pronoun(frame: Frame) -> bool:
    return bool(frame.source) and frame.source[0].of(frame.text).lower() in ("he", "she", "they")


def heading_above(
    frame: Frame, times: Sequence[TimeExpression], _published: dt.date | None, _previous: Sequence[SaidReading | None]
) -> SaidReading | None:
    """Wednesday 25 April (a line of its own) "We have no targets," Lane said. -> 25 April"""
    section = frame.around.section_at(frame.cue.start)
    if section is None or section.day is None or section.clock or not tells_a_past(frame, present=True):
        return None
    if any(DAY.match(time.value) for time in times_between(frame, times, section.start, frame.cue.start)):
        return None
    return SaidReading(Said.on(section.day), section.basis, "heading_above")


def live_entry(
    frame: Frame, times: Sequence[TimeExpression], _published: dt.date | None, _previous: Sequence[SaidReading | None]
) -> SaidReading | None:
    """14.20 Lane says that nothing is decided (an entry of a live report). -> the day of it, at 14.20

    What is told in the past tense was said on that day at the latest when it was told: the day alone."""
    section = frame.around.section_at(frame.cue.start)
    if section is None or section.day is None or section.clock is None or not tells_a_past(frame, present=True):
        return None
    named = times_between(frame, times, section.start, frame.sentence.end)
    if any(DAY.match(time.value) and time.value[:10] < section.day.isoformat() for time in named):
        return None
    if any(time.value == "PAST_REF" and time.span.start >= frame.sentence.start for time in named):
        return None
    present = any(token.tag_ in ("VBZ", "VBP", "VBG") for token in frame.tokens(*frame.cue))
    said = Said.at(dt.datetime.combine(section.day, section.clock)) if present else Said.on(section.day)
    return SaidReading(said, section.basis, "live_entry")


SCENE_RULES: tuple[Tell, ...] = (
    live_entry,
    same_speaker_goes_on,
    sentence_before_sets_the_scene,
    heading_above,
)


def tells_a_past(frame: Frame, *, present: bool = False, label: bool = False) -> bool:
    """'Said', with no word of another time around it: not 'has said', 'once said', 'later defended'.

    `present`: 'says' counts too; `label`: so does a colon behind a name."""
    cue = frame.tokens(*frame.cue)
    if _is_a_clause_of_time(frame):
        return False
    before = frame.tokens(frame.sentence.start, frame.cue.start)[-3:]
    tags = {token.tag_ for token in cue}
    if label and frame.cue.of(frame.text).strip() == ":":
        return True
    if not tags & ({"VBD", "VBZ", "VBP", "VBG"} if present else {"VBD"}) and not _is_past_participle(before, tags):
        return False
    around = [*frame.tokens(frame.sentence.start, frame.cue.start), *cue, *_behind(frame)]
    return not any(
        (token.lower_ in _OTHER_TIMES or token.lower_ in _LATER)
        and not frame.in_source(token.idx)
        and not frame.around.is_reported(token.idx)
        for token in around
    )


def _is_a_clause_of_time(frame: Frame) -> bool:
    """'After Lane accused him, he left': what came before was said before."""
    start = min([frame.cue.start, *(span.start for span in frame.source)])
    before = frame.tokens(frame.sentence.start, start)[-1:]
    return any(token.lower_ in ("after", "before", "since", "until", "once") for token in before)


def _is_past_participle(before: list[Token], tags: set[str]) -> bool:
    return "VBN" in tags and not any(token.lower_ in _OTHER_TIMES or token.lower_ in _AUXILIARIES for token in before)


def _behind(frame: Frame) -> list[Token]:
    behind = frame.tokens(frame.cue.end, frame.sentence.end)
    return list(islice((token for token in behind if not frame.around.is_reported(token.idx)), 4))


def times_between(frame: Frame, times: Sequence[TimeExpression], start: int, end: int) -> list[TimeExpression]:
    """The times between two characters that stand in nobody's words."""
    first = bisect_left(times, start, key=lambda time: time.span.start)
    last = bisect_left(times, end, key=lambda time: time.span.start)
    return [time for time in times[first:last] if not frame.around.is_reported(time.span.start)]


def _paragraphs(text: str, start: int, end: int) -> int:
    """How many ends of paragraphs lie between: lines that are not empty."""
    return len(re.findall(r"\n\s*(?=\S)", text[start:end]))


def paragraph_before(text: str, position: int) -> int:
    """Where the paragraph before the one of `position` begins, or what of it is near."""
    farthest = max(0, position - _FARTHEST)
    own = max(farthest, text.rfind("\n", farthest, position) + 1)
    blank = farthest + len(text[farthest:own].rstrip())
    return max(farthest, text.rfind("\n", farthest, blank) + 1)
