"""A text as words and marks with their positions. Cheaper than the parsed tokens, and it never depends on the parser:
names are read from capitals and from words that stand in lists."""

import re
from bisect import bisect_left
from functools import cached_property, lru_cache
from typing import NamedTuple

from claims.records import Span

_WORD = re.compile(
    r"""(?:(?<=Media\ )|(?<=Image\ ))caption(?=[A-Z])
    |(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Prof|Rev|Hon|St|Jr|Sr|Gen|Col|Lt|Capt|Sgt|Adm|Fr)\.
    |(?:[^\W\d_]\.)+(?=[\s,\w-])
    |[^\W\d_]\w*(?:[-’'](?!s\b)\w+)*
    |[’']s\b
    |\d+(?:[,./]\d+)*\w*
    |\n
    |[^\w\s]""",
    re.VERBOSE,
)
_BREAKS = frozenset('.!?:;•–—"“”‘*|') | {"\n"}


class Word(NamedTuple):
    """A word or a mark of the text. A line break is a word of its own."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def possessive(self) -> bool:
        return self.text in ("'s", "’s")


class Words:
    """The words of a text, by number and by position."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.all = [Word(match[0], *match.span()) for match in _WORD.finditer(text)]
        self._starts = [word.start for word in self.all]

    def __getitem__(self, number: int) -> Word:
        return self.all[number]

    def __len__(self) -> int:
        return len(self.all)

    def text_at(self, number: int) -> str:
        """The word in lower case; nothing outside the text."""
        return self.all[number].lower if 0 <= number < len(self.all) else ""

    def number_at(self, position: int) -> int:
        """The number of the first word that begins at or after a position."""
        return bisect_left(self._starts, position)

    def between(self, span: Span) -> range:
        return range(self.number_at(span.start), self.number_at(span.end))

    def begins_sentence(self, number: int) -> bool:
        return number == 0 or self.all[number - 1].text in _BREAKS

    def span(self, first: int, end: int) -> Span:
        """From word `first` to before word `end`."""
        return Span(self.all[first].start, self.all[end - 1].end)

    @cached_property
    def headline_end(self) -> int:
        """The number after the first line's last word where all its long words have capitals; else 0."""
        end = next((n for n, word in enumerate(self.all) if word.text == "\n"), 0)
        long = [word.capital for word in self.all[:end] if len(word.text) > 4]
        return end if len(long) > 2 and sum(long) > 0.8 * len(long) else 0

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that the text has in small letters."""
        return frozenset(word.text for word in self.all if word.text[0].islower())

    def is_possessive(self, number: int) -> bool:
        """Whether word `number` is the mark of a genitive: 's, or the apostrophe of "Sanders' "."""
        if not 0 <= number < len(self.all):
            return False
        word = self.all[number]
        if word.possessive:
            return True
        before = self.all[number - 1]
        return word.text in ("'", "’") and before.end == word.start and before.text[-1] == "s"


@lru_cache(maxsize=1)
def words_of(text: str) -> Words:
    """The words of a text, which is asked about twice before the next one comes."""
    return Words(text)
