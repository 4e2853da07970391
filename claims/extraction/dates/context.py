"""What a rule may look at around an expression: publication date, tense, and the times read so far."""

import datetime as dt
import re
from bisect import bisect_right

from spacy.tokens import Doc

from claims.extraction.dates.layout import layout
from claims.extraction.dates.values import at_grain
from claims.extraction.dates.words import words
from claims.records import TimeExpression, TimeType

_FORWARD = frozenset(words("forward"))
_BACKWARD = frozenset(words("backward"))
_ABOUT_TO = frozenset(("is", "are", "set", "ready", "poised", "likely"))
_NOT = frozenset({"not", "n't", "n’t", "neither", "nor", "none", "no", "nobody"})
_SET, _IS = frozenset({"set", "billed", "booked"}), frozenset({"is", "are"})
_TELLS = frozenset(words("tells"))
_SENTENCE_ENDS = frozenset(".!?;:") | {"\n\n", "\n"}
_WORDS_BEFORE, _WORDS_AFTER = 16, 9
_WORDS_TO_A_PLAN = 8
_LATELY = 100  # expressions
_CARRIED = 400  # characters: a date named further back is not what "that year" or "a day later" counts from


class Context:
    """One text while it is read. `found` grows from left to right, `position` is the character read."""

    def __init__(self, doc: Doc, published: dt.date | None) -> None:
        self.doc = doc
        self.text, self._starts = layout(doc)
        self.published = published
        self.found: list[TimeExpression] = []
        self.position = 0

    def direction(self, start: int, end: int, *, planned: bool = False) -> int:
        """-1 where the words around say past, +1 future, 0 where they say nothing. The words before count first.

        `planned`: a verb in the present says future as well ("the vote is on Friday")."""
        first, after = bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1)
        before = range(first - 1, max(first - 1 - _WORDS_BEFORE, -1), -1)
        behind = range(after, min(after + _WORDS_AFTER, len(self.doc)))
        return self._nearest_tense(before, planned=planned) or self._nearest_tense(behind)

    def _nearest_tense(self, positions: range, *, planned: bool = False) -> int:
        for count, position in enumerate(positions):
            token = self.doc[position]
            planned = planned and count < _WORDS_TO_A_PLAN and token.text != ","
            if token.lower_ in _SENTENCE_ENDS or token.text.startswith("\n\n"):
                return 0
            if self._could_not(position):
                return -1
            if planned and self._is_planned(position):
                return 1
            if token.lower_ in _FORWARD or self._is_to_do(position):
                return -1 if self._had(position) else 1
            if token.lower_ in _BACKWARD or token.tag_ == "VBD" or self._looks_past(position):
                return -1
        return 0

    def _is_to_do(self, position: int) -> bool:
        """'The rules to be published on Friday', 'she is to speak on Friday', 'set to speak on Friday'."""
        before = self.doc[max(0, position - 2) : position]
        if not before or before[-1].lower_ != "to":
            return False
        return self.doc[position].lower_ == "be" or before[0].lower_ in _ABOUT_TO

    def _could_not(self, position: int) -> bool:
        """'Neither could be reached on Friday' tells a past; 'he could leave on Friday' a future."""
        if self.doc[position].lower_ != "could":
            return False
        beside = {token.lower_ for token in self.doc[max(0, position - 5) : position + 2]}
        return not beside.isdisjoint(_NOT)

    def _is_planned(self, position: int) -> bool:
        token = self.doc[position]
        if token.lower_ in _SET and position and self.doc[position - 1].lower_ in _IS:
            return True
        return token.tag_ in ("VBZ", "VBP") and token.lower_ not in _TELLS

    def _had(self, position: int) -> bool:
        """'Had been due on Friday' is past, however much 'due' looks ahead."""
        return any(token.lower_ in ("had", "previously") for token in self.doc[max(0, position - 3) : position])

    def _looks_past(self, position: int) -> bool:
        """A participle, or what looks like one where there are no tags: 'planned', but not 'to be planned'."""
        token = self.doc[position]
        named = token.is_title or len(token) < 5
        if token.tag_ not in ("", "VBN") or (not token.tag_ and (named or not token.lower_.endswith("ed"))):
            return False
        return position == 0 or self.doc[position - 1].lower_ != "be"

    def is_past_verb(self, position: int) -> bool:
        """Whether the next word behind `position` tells a past: 'became', 'released'."""
        following = bisect_right(self._starts, position)
        return following < len(self.doc) and self.doc[following].tag_ in ("VBD", "VBN")

    def preceding_word(self, position: int) -> str:
        """The word that ends right before `position`, lower case; empty where there is none on the line."""
        match = re.search(r"([^\W_]+)['’.]?[ \t-]*\Z", self.text[max(0, position - 30) : position])
        return match.group(1).lower() if match else ""

    def last_value(self, pattern: str) -> str | None:
        """The latest DATE or TIME value not far back that `pattern` matches from its beginning."""
        for times in reversed(self.found):
            if times.span.end < self.position - _CARRIED:
                return None
            if times.type in (TimeType.DATE, TimeType.TIME) and re.match(pattern, times.value):
                return times.value
        return None

    def reported_quarter(self) -> str | None:
        """The latest quarter named so far that had ended by the day of publication: what a company reports on."""
        if self.published is None:
            return None
        present = at_grain(self.published, "Q")
        lately = (times.value for times in self.found[-_LATELY:])
        return max((value for value in lately if re.fullmatch(r"\d{4}-Q\d", value) and value < present), default=None)

    def reference_day(self) -> dt.date | None:
        """The latest day named, else the day of publication."""
        value = self.last_value(r"\d{4}-\d\d-\d\d")
        return dt.date.fromisoformat(value[:10]) if value else self.published
