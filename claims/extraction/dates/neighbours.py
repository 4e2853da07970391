"""The day of an utterance that its neighbours tell: the document that speaks was dated there, or the rally where
somebody speaks; others spoke there for whom or with whom somebody speaks; or the article's first sentence says when
what the headline reports was said.

What a speaker merely did in the sentence before dates nothing: 'Lane arrived on Friday. "It is hot," he said.'"""

import datetime as dt
import re
from collections.abc import Sequence

from claims.extraction.dates.frame import Frame, sentence_at
from claims.extraction.dates.moment import basis, counts_from_a_day, moment
from claims.extraction.dates.scene import (
    DAY,
    NOT_YET,
    Tell,
    names_the_speaker,
    paragraph_before,
    tells_a_past,
    times_between,
)
from claims.extraction.dates.words import one_of, words
from claims.records import Precision, SaidReading, Span, SpeakerKind, TimeExpression

_DOCUMENT = rf"(?P<document>{one_of(words('documents', 'said'))})"
_THE_DOCUMENT = re.compile(rf"(?:the|this|that|its|his|her|their)\s+{_DOCUMENT}\Z", re.IGNORECASE)
_THE_GATHERING = re.compile(rf"\b(?:the|that)\s+(?P<gathering>{one_of(words('gatherings', 'said'))})\b", re.IGNORECASE)
_LAWMAKERS = frozenset(words("lawmakers", "said"))
_OF_A_LAWMAKER = re.compile(rf"{one_of(words('titles_of_lawmakers', 'said'))}\s", re.IGNORECASE)
_ISSUED = rf"\b{one_of(words('issuing', 'said'))}\b"
_IS_A_SPAN = re.compile(r"\b(?:from|between|to|and|through)\s+\Z", re.IGNORECASE)  # days of asking, not of telling
_NEAR = 80  # characters between a document and its day
_LONGEST_HEADLINE = 160  # characters
_LEAD = 700  # characters in which the first sentence that tells the day must stand
_RELATIVE = re.compile(r"\b(?:who|which|whose|after|since|until|ahead\s+of|following)\b[^,;]*\Z", re.IGNORECASE)


def same_document_speaks(
    frame: Frame, times: Sequence[TimeExpression], published: dt.date | None, _previous: Sequence[SaidReading | None]
) -> SaidReading | None:
    """The council published a report on Monday. The report found that ... -> Monday

    The last date before, in this paragraph or the one before, that stands beside a document of the same kind."""
    source = frame.source[0].of(frame.text) if frame.source else ""
    named = _THE_DOCUMENT.match(source)
    if named is None or not tells_a_past(frame, present=True):
        return None
    start = paragraph_before(frame.text, frame.cue.start)
    for time in reversed(times_between(frame, times, start, frame.sentence.start)):
        if _stands_beside(frame.text, time, named["document"]) and counts_from_a_day(time, times):
            said = moment(time, published)
            return SaidReading(said, basis(frame.text, time), "same_document_speaks") if said else None
    return None


def _stands_beside(text: str, time: TimeExpression, document: str) -> bool:
    """Whether a time is a thing's: 'a letter sent on Monday', 'Monday's rally', 'on Monday they sent a letter'."""
    sentence, word = sentence_at(text, time.span), rf"\b{re.escape(document)}\b"
    if _IS_A_SPAN.search(text[max(0, time.span.start - 8) : time.span.start]):
        return False
    before = text[max(sentence.start, time.span.start - _NEAR) : time.span.start]
    behind = text[time.span.end : min(sentence.end, time.span.end + _NEAR)]
    if re.search(rf"{word}(?:(?!\b(?:who|which|that|after|before|since)\b)[^.;:“”\"])*\Z", before, re.IGNORECASE):
        return True
    if re.match(rf"['’]s\s+(?:[\w-]+\s+){{0,2}}{word}", behind, re.IGNORECASE):
        return True
    return re.match(rf"[^.;:“”\"]*?{_ISSUED}[^.;:,“”\"]*{word}", behind, re.IGNORECASE) is not None


def same_gathering(
    frame: Frame, times: Sequence[TimeExpression], published: dt.date | None, _previous: Sequence[SaidReading | None]
) -> SaidReading | None:
    """Lane spoke at a rally on Tuesday. ... Moss, who attended the rally, said ... -> Tuesday

    The last day before, in this paragraph or the one before, that stands beside a gathering of the same kind."""
    own = [frame.tokens(frame.sentence.start, frame.cue.start), frame.tokens(frame.cue.end, frame.sentence.end)]
    said_here = " ".join(token.text for tokens in own for token in tokens[-_NEAR:])
    gathering = _THE_GATHERING.search(said_here)
    if gathering is None or not tells_a_past(frame):
        return None
    start = paragraph_before(frame.text, frame.cue.start)
    for time in reversed(times_between(frame, times, start, frame.sentence.start)):
        if not DAY.match(time.value):
            continue
        said = moment(time, published) if _stands_beside(frame.text, time, gathering["gathering"]) else None
        return SaidReading(said, basis(frame.text, time), "same_gathering") if said else None
    return None


def speaks_for_them(
    frame: Frame, _times: Sequence[TimeExpression], _published: dt.date | None, previous: Sequence[SaidReading | None]
) -> SaidReading | None:
    """The council denied it on Monday. "It is false," said Kim Lane, a spokesman of the council. -> Monday

    From the sentence right before, where an organisation spoke that is named beside the cue."""
    reading = previous[-1] if previous else None
    if reading is None or reading.basis is None or reading.said.precision != Precision.DAY or not frame.source:
        return None
    other = frame.around.found[len(previous) - 1] if frame.attribution else None
    if other is None or other.speaker is None or other.speaker.kind != SpeakerKind.ORGANISATION:
        return None
    sentence = sentence_at(frame.text, other.cue[0], other.content)
    if frame.text[sentence.end : frame.sentence.start].strip() or sentence.start >= frame.sentence.start:
        return None
    here = frame.tokens(frame.source[0].start, min(frame.sentence.end, frame.source[-1].end + _NEAR))
    named = other.speaker.name in " ".join(token.text for token in here)
    return SaidReading(reading.said, reading.basis, "speaks_for_them") if named and tells_a_past(frame) else None


def one_of_those_who_spoke(
    frame: Frame, _times: Sequence[TimeExpression], _published: dt.date | None, previous: Sequence[SaidReading | None]
) -> SaidReading | None:
    """Some councillors warned on Monday that ... Kim Lane, a councillor from Leeds, said ... -> Monday

    From the sentence right before, where several spoke, to one who is called one of them."""
    reading = previous[-1] if previous else None
    if reading is None or reading.basis is None or reading.said.precision != Precision.DAY or not frame.source:
        return None
    if frame.attribution is None:
        return None
    other = frame.around.found[len(previous) - 1]
    sentence = sentence_at(frame.text, other.cue[0], other.content)
    if frame.text[sentence.end : frame.sentence.start].strip() or sentence.start >= frame.sentence.start:
        return None
    several = _those(frame, other.source)
    if several is None or not tells_a_past(frame):
        return None
    here = Span(frame.sentence.start, max(frame.cue.end, frame.source[-1].end)).of(frame.text)
    called = re.search(rf"\b(?:an?|one\s+of\s+the|another)\s+(?:[\w’'-]+\s+){{0,3}}{re.escape(several)}s?\b", here)
    titled = several.lower() in _LAWMAKERS and _OF_A_LAWMAKER.match(frame.source[0].of(frame.text))
    return SaidReading(reading.said, reading.basis, "one_of_those_who_spoke") if called or titled else None


def _those(frame: Frame, source: tuple[Span, ...]) -> str | None:
    """'Councillor' for 'some councillors of the ruling party': the plural that a source begins with, as one of it."""
    for token in frame.tokens(source[0].start, source[0].end) if source else ():
        if token.tag_ in ("IN", "WP", "WDT", ",", "NNP"):
            return None
        if token.tag_ in ("NNS", "NNPS"):
            return token.text.removesuffix("s")
    return None


def headline_of_the_lead(
    frame: Frame, times: Sequence[TimeExpression], published: dt.date | None, _previous: Sequence[SaidReading | None]
) -> SaidReading | None:
    """Lane: The bridge is safe (the headline). On Monday Kim Lane told the council that ... -> Monday

    The first day that the paragraph below tells, if its sentence names the speaker."""
    end = frame.text.find("\n", frame.cue.end, frame.cue.end + _LONGEST_HEADLINE)
    if end < 0 or not _is_headline(frame, end) or not tells_a_past(frame, present=True, label=True):
        return None
    below = times_between(frame, times, end, min(len(frame.text), end + _LEAD))
    first = next((time for time in below if DAY.match(time.value)), None)
    said = moment(first, published) if first else None
    if first is None or said is None or "\n" in frame.text[end : first.span.start].strip():
        return None
    sentence = sentence_at(frame.text, first.span)
    if _RELATIVE.search(frame.text[sentence.start : first.span.start]) or NOT_YET.search(sentence.of(frame.text)):
        return None
    if not names_the_speaker(frame, sentence) and not _names_the_source(frame, sentence):
        return None
    return SaidReading(said, basis(frame.text, first), "headline_of_the_lead")


def _names_the_source(frame: Frame, sentence: Span) -> bool:
    """Whether the name that a headline prints stands in a sentence, where nobody knows whose it is."""
    name = frame.source[0].of(frame.text).split()[-1:] if frame.source else []
    return bool(name) and name[0].istitle() and name[0] in sentence.of(frame.text)


def _is_headline(frame: Frame, end: int) -> bool:
    """A short line that begins the text."""
    if end > 2 * _LONGEST_HEADLINE:
        return False
    start = frame.text.rfind("\n", 0, frame.cue.start) + 1
    return not frame.text[:start].strip() and end - start <= _LONGEST_HEADLINE


NEIGHBOUR_RULES: tuple[Tell, ...] = (
    same_document_speaks,
    same_gathering,
    one_of_those_who_spoke,
    speaks_for_them,
    headline_of_the_lead,
)
