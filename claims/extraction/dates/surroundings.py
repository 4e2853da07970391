"""What else the text reports, so that a day inside anybody's words dates nothing, and who spoke before."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from claims.extraction.dates.sections import Section
from claims.records import Attribution, Mode, Span


@dataclass(frozen=True)
class Surroundings:
    """The attributions of one text, in text order, and the sections that a time or a day stands above."""

    found: Sequence[Attribution] = ()
    sections: Sequence[Section] = ()

    def is_reported(self, position: int) -> bool:
        """Whether `position` lies in anybody's reported words."""
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and position < self._reported[index].end

    def is_quoted(self, position: int) -> bool:
        """Whether `position` lies in words that somebody's quotation marks enclose."""
        index = bisect_right(self._quoted, position, key=lambda span: span.start) - 1
        return index >= 0 and position < self._quoted[index].end

    def section_at(self, position: int) -> Section | None:
        index = bisect_right(self.sections, position, key=lambda section: section.start) - 1
        return self.sections[index] if index >= 0 and position < self.sections[index].end else None

    @cached_property
    def _reported(self) -> list[Span]:
        return merged(span for one in self.found for span in one.content)

    @cached_property
    def _quoted(self) -> list[Span]:
        return merged(span for one in self.found if one.mode == Mode.DIRECT for span in one.content)

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self._reported]


NOTHING = Surroundings()
"""Where nothing but the one attribution is known."""


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same characters as spans in order, none touching another."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return result
