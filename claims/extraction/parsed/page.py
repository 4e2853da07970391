"""One parsed text with what is asked of it again and again: its quoted passages, sentences and paragraphs."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cached_property
from itertools import accumulate
from typing import Any

from spacy.tokens import Doc, Token

from claims.extraction.parsed.passages import Passage, find_passages, paragraphs
from claims.records import Span

_CLOCK = re.compile(r"\d{1,2}[.:]\d\d(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:GMT|BST|UTC|E[SD]T))?[\s:–—-]+(?=\w)", re.I)
LONGEST_SENTENCE = 250
"""Words after which a sentence ends, whatever stands there: nobody writes a longer one, and rules look at a sentence
from every word in it."""


class Page:
    """A parsed text. Positions are code points; token numbers are called numbers."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.tokens = list(doc)
        self.text = doc.text
        self.paragraphs = list(paragraphs(self.text))
        self.passages = find_passages(self.text, self.paragraphs)
        self._passage_starts = [passage.span.start for passage in self.passages]
        self._paragraph_starts = [part.start for part in self.paragraphs]
        self._kept: dict[Callable[[Page], Any], Any] = {}

    def kept[Value](self, work: Callable[["Page"], Value]) -> Value:
        """What a function makes of the page, worked out when it is first asked for."""
        if work not in self._kept:
            self._kept[work] = work(self)
        found: Value = self._kept[work]
        return found

    @cached_property
    def words(self) -> list[str]:
        """The text of each token in lower case."""
        return [token.lower_ for token in self.tokens]

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.idx for token in self.tokens]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        starts: list[int] = []
        clocks = {part.start: end for part in self.paragraphs if (end := _clock_end(self.text, part))}
        behind_clock = -1
        for token in self.tokens:
            if token.idx in clocks:
                behind_clock = self.token_at(clocks[token.idx])
            if (token.i == behind_clock and token.i) or (
                token.is_sent_start and (_can_begin(token) or token.i - starts[-1] > LONGEST_SENTENCE)
            ):
                starts.append(token.i)
        return starts

    @cached_property
    def _letters_before(self) -> array[int]:
        return array("I", accumulate(map(str.isalnum, self.text), initial=0))

    def letters(self, start: int, end: int) -> int:
        """How many letters and digits stand in a stretch."""
        return self._letters_before[end] - self._letters_before[start] if start < end else 0

    def token_at(self, position: int) -> int:
        """The number of the last token that begins at or before `position`."""
        return max(bisect_right(self._token_starts, position) - 1, 0)

    def passage_at(self, position: int) -> Passage | None:
        """The quoted passage around a position, its marks included."""
        found = bisect_right(self._passage_starts, position) - 1
        if found >= 0 and position < self.passages[found].span.end:
            return self.passages[found]
        return None

    def tokens_between(self, start: int, end: int) -> list[Token]:
        """The tokens that begin in the stretch, without white space."""
        first, last = bisect_left(self._token_starts, start), bisect_left(self._token_starts, end)
        return [token for token in self.tokens[first:last] if not token.is_space]

    def passages_between(self, start: int, end: int) -> list[Passage]:
        """The passages that begin in the stretch, in text order."""
        first, last = bisect_right(self._passage_starts, start - 1), bisect_right(self._passage_starts, end - 1)
        return self.passages[first:last]

    def passage_before(self, position: int) -> Passage | None:
        """The nearest passage that ends at or before a position."""
        found = bisect_right(self._passage_starts, position - 1) - 1
        while found >= 0 and self.passages[found].span.end > position:
            found -= 1
        return self.passages[found] if found >= 0 else None

    def paragraph_at(self, position: int) -> Span:
        found = bisect_right(self._paragraph_starts, position) - 1
        return self.paragraphs[max(found, 0)]

    def paragraph_after(self, part: Span) -> Span:
        """The next paragraph; the last one is its own."""
        following = bisect_right(self._paragraph_starts, part.start)
        return self.paragraphs[following] if following < len(self.paragraphs) else part

    def sentence_start(self, number: int) -> int:
        """The number of the token that begins the sentence of token `number`."""
        return self._sentence_starts[bisect_right(self._sentence_starts, number) - 1]

    def sentence_end(self, number: int) -> int:
        """The number after the last token of the sentence of token `number`."""
        following = bisect_right(self._sentence_starts, number)
        return self._sentence_starts[following] if following < len(self._sentence_starts) else len(self.tokens)

    def quoted(self, token: Token) -> bool:
        return self.passage_at(token.idx) is not None

    def stretch(self, first: int, last: int) -> Span:
        """The characters of the tokens from number `first` to `last`, both included."""
        end = self.tokens[last]
        return Span(self.tokens[first].idx, end.idx + len(end))


def width(spans: tuple[Span, ...] | list[Span]) -> int:
    """How many characters the spans have together."""
    return sum(span.end - span.start for span in spans)


class Cover:
    """Stretches of a text, asked again and again whether they touch another one. Fast on any number of them."""

    _WIDTH = 500

    def __init__(self) -> None:
        self._shelves: dict[int, list[Span]] = {}

    def add(self, spans: tuple[Span, ...]) -> None:
        for span in spans:
            for shelf in range(span.start // self._WIDTH, span.end // self._WIDTH + 1):
                self._shelves.setdefault(shelf, []).append(span)

    def touches(self, span: Span) -> bool:
        """Whether a character of `span` is covered."""
        shelves = range(span.start // self._WIDTH, span.end // self._WIDTH + 1)
        return any(a < span.end and span.start < b for shelf in shelves for a, b in self._shelves.get(shelf, ()))


def _clock_end(text: str, part: Span) -> int | None:
    """Where the words begin behind the time that opens an entry of a live page: '14.20 | The mayor says …'"""
    match = _CLOCK.match(text, part.start, part.end)
    return match.end() if match else None


def _can_begin(token: Token) -> bool:
    """Whether a sentence can begin here: the parser also breaks one before a name that it doesn't know."""
    before = token.nbor(-1) if token.i else None
    return before is None or not before.text[-1].isalnum()
