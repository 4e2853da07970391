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
_GENITIVES = frozenset({"'s", "’s", "'", "’"})
_BREAKS = frozenset('.!?:;•–—"“”‘*|') | {"\n"}


class Word(NamedTuple):
    """A word or a mark of the text, also in lower case. A line break is a word of its own. `capital`: it begins with
    one."""

    text: str
    start: int
    end: int
    lower: str
    capital: bool

    @property
    def possessive(self) -> bool:
        return self.text in ("'s", "’s")


class Words:
    """The words of a text, by number and by position."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(_WORD.finditer(text))
        texts = [match[0] for match in found]
        self._starts = [match.start() for match in found]
        self._lower = [word.lower() for word in texts]
        ends, capitals = [match.end() for match in found], [word[0].isupper() for word in texts]
        self.all = list(map(Word, texts, self._starts, ends, self._lower, capitals))

    def __getitem__(self, number: int) -> Word:
        return self.all[number]

    def __len__(self) -> int:
        return len(self.all)

    def text_at(self, number: int) -> str:
        """The word in lower case; nothing outside the text."""
        return self._lower[number] if 0 <= number < len(self._lower) else ""

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
        return frozenset(text for text in {word.text for word in self.all} if text[0].islower())

    @cached_property
    def names_within(self) -> frozenset[str]:
        """The words that stand right behind another capital within a sentence: the Manning of 'Peter Manning'."""
        numbers = range(max(self.headline_end, 1), len(self.all))
        return frozenset(
            self.all[n].text
            for n in numbers
            if self.all[n].capital and self.all[n - 1].capital and not self.all[n].text.isupper()
        )

    def is_possessive(self, number: int) -> bool:
        """Whether word `number` is the mark of a genitive: 's, or the apostrophe of "Sanders' "."""
        text = self.text_at(number)
        if text not in _GENITIVES:
            return False
        before = self.all[number - 1]
        return len(text) == 2 or (before.end == self.all[number].start and before.text[-1] == "s")


@lru_cache(maxsize=1)
def words_of(text: str) -> Words:
    """The words of a text, which is asked about twice before the next one comes."""
    return Words(text)
