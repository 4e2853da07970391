"""The sentence that a cue stands in, without the reported words: where a date of the utterance can stand."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

from claims.extraction.dates.layout import layout
from claims.extraction.dates.surroundings import NOTHING, Surroundings
from claims.extraction.dates.words import words
from claims.extraction.parsed.labels import FINITE
from claims.records import Attribution, Span, TimeExpression

_ABBREVIATIONS = frozenset(words("abbreviations", "said"))
_PARTICIPLES = frozenset(words("participles", "said"))
_STAND_BEFORE = frozenset(words("stand_before", "said"))
_SENTENCE_END = re.compile(r"[.!?]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])")
_LONGEST = 1_000  # characters of a sentence on one side of the cue; keeps endless ones from costing endless time
_AUXILIARIES = frozenset(words("backward")) | {"is", "are", "will", "would", "says", "can", "could", "may"}


@dataclass(frozen=True)
class Frame:
    """One attribution in its document. Spans are characters; a sentence never runs over a line break."""

    doc: Doc
    content: tuple[Span, ...]
    cue: Span
    source: tuple[Span, ...]
    around: Surroundings = NOTHING
    attribution: Attribution | None = None

    @cached_property
    def sentence(self) -> Span:
        return sentence_at(self.text, self.cue, self.content)

    @cached_property
    def text(self) -> str:
        return layout(self.doc)[0]

    @cached_property
    def _found(self) -> dict[tuple[int, int], list[Token]]:
        return {}

    def tokens(self, start: int, end: int) -> list[Token]:
        """The tokens that begin between two characters and belong to no reported words. Rules ask for the same."""
        if (start, end) not in self._found:
            self._found[start, end] = self._between(start, end)
        return self._found[start, end]

    def _between(self, start: int, end: int) -> list[Token]:
        starts = layout(self.doc)[1]
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        found: list[Token] = []
        for begin, stop in self._numbers_of_content:
            if begin < last and first < stop:
                found += [token for token in self.doc[first : max(begin, first)] if not token.is_space]
                first = stop
        return found + [token for token in self.doc[first : max(last, first)] if not token.is_space]

    @cached_property
    def _numbers_of_content(self) -> list[tuple[int, int]]:
        """From which token to before which one each piece of the reported words reaches."""
        starts = layout(self.doc)[1]
        return [(bisect_left(starts, start), bisect_left(starts, end)) for start, end in sorted(self.content)]

    def tokens_of_source(self, time: TimeExpression) -> list[Token]:
        """The words of the source in front of a time."""
        return self.tokens(self.source[0].start, time.span.start)

    def in_content(self, position: int) -> bool:
        return any(span.start <= position < span.end for span in self.content)

    def in_source(self, position: int) -> bool:
        return any(span.start <= position < span.end for span in self.source)

    @cached_property
    def _beside(self) -> dict[Span, list[Token]]:
        return {}

    def between(self, time: TimeExpression) -> list[Token]:
        """What stands between a time and the cue, but for the source and for anybody's reported words."""
        if time.span not in self._beside:
            self._beside[time.span] = self._between_cue_and(time)
        return self._beside[time.span]

    def _between_cue_and(self, time: TimeExpression) -> list[Token]:
        start, end = sorted((self.cue, time.span))
        tokens = self.tokens(start.end, end.start)
        return [one for one in tokens if not (self.in_source(one.idx) or self.around.is_reported(one.idx))]

    def segment_before(self, time: TimeExpression) -> list[Token]:
        """The words before a time, back to the comma, colon or dash before it."""
        before = self.tokens(self.sentence.start, time.span.start)
        for index in range(len(before) - 1, -1, -1):
            if before[index].text in (",", ";", ":", "–", "—", "-", "--"):
                return before[index + 1 :]
        return before


def is_before_whom(token: Token) -> bool:
    """'Appeared before the committee': where, not when."""
    return token.lower_ == "before" and token.i > 0 and token.nbor(-1).lower_ in _STAND_BEFORE


def is_finite(token: Token) -> bool:
    """A verb that opens a clause of its own; where there are no tags, what looks like one."""
    if token.lower_ in _PARTICIPLES:
        return False
    if token.tag_:
        return token.tag_ in FINITE
    return token.lower_ in _AUXILIARIES or _looks_past(token)


def _looks_past(token: Token) -> bool:
    """'spotted', but not 'spotted by a rival'."""
    following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    return token.lower_.endswith("ed") and token.text.islower() and len(token) > 4 and following != "by"


def sentence_at(text: str, place: Span, content: tuple[Span, ...] = ()) -> Span:
    """The sentence around `place`; what ends inside the reported words ends no sentence."""
    first, last = max(0, place.start - _LONGEST), min(len(text), place.end + _LONGEST)
    start = max(first, text.rfind("\n", first, place.start) + 1)
    end = text.find("\n", place.end, last)
    end = last if end < 0 else end
    for match in _SENTENCE_END.finditer(text, start, end):
        if _abbreviates(text, match.start()) or any(span.start <= match.start() < span.end - 1 for span in content):
            continue
        if match.end() <= place.start:
            start = match.end()
        elif match.start() >= place.end:
            return Span(start, match.end())
    return Span(start, end)


def _abbreviates(text: str, stop: int) -> bool:
    """The full stop of 'Mr.', 'U.S.' and 'Nov.' ends no sentence."""
    word = re.search(r"[^\W\d_]*\Z", text[max(0, stop - 12) : stop])
    return text[stop] == "." and word is not None and (len(word.group()) == 1 or word.group().lower() in _ABBREVIATIONS)
