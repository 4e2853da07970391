"""One source as it is asked about: its words, the head of its phrase, and the names in it that can be the speaker."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from claims.extraction.parsed.word_lists import listed
from claims.extraction.speakers.lexicon import OF_OFFICES, OFFICES, OPENINGS, POSTNOMINALS, ROLE_ADJECTIVES
from claims.extraction.speakers.names import Printed, joins_capitals, name_in, runs
from claims.extraction.speakers.words import Words
from claims.records import Span

OWN = frozenset({"his", "her", "their", "its", "our", "my", "your", "whose"})
SOME = frozenset({"a", "an", "one", "another"})
DETERMINERS = OWN | SOME | {"the", "this", "that", "these", "those"}
PREPOSITIONS = listed("names", "prepositions")
_AFTER_NAME = PREPOSITIONS | frozenset(
    {"", ",", "(", ")", "–", "—", "-", "--", "who", "whose", "and", "or", "himself", "herself", "also", ":", ".", "\n"}
)
_EACH = frozenset({"both", "each", "all", "alike"})
"""What can stand behind the names of several: 'Ann Jones and Bob Hill both said'."""
_OF_SOMEBODY = frozenset({"for", "to", "of"})
_LONGEST_TITLE = 25
"""Words before a name that are looked at: no title has more, and a page of capitals is one endless title."""
_LONGEST_OFFICE = 6
"""Words of 'the shadow home affairs minister'."""
_TITLE_WORDS = OFFICES | ROLE_ADJECTIVES
_ENDS_OF_OFFICES = frozenset(office.split()[-1] for office in OF_OFFICES)
_CUTS = frozenset({",", "(", "–", "—", ":", ";", "who", "whose", "which", "that", "where"})


@dataclass(frozen=True)
class Source:
    """`number` is the attribution's place among all; `phrase` the numbers of the words, without a first
    'by' and a last genitive or 'both': 'by Ann Jones', 'Ann Jones's | plan', 'Ann Jones and Bob Hill | both'."""

    number: int
    span: Span
    content: tuple[Span, ...]
    words: Words

    @cached_property
    def phrase(self) -> range:
        numbers = self.words.between(self.span)
        while len(numbers) > 1 and self.words[numbers.start].lower in PREPOSITIONS:
            numbers = numbers[1:]
        while len(numbers) > 1 and (
            self.words.is_possessive(numbers.stop - 1) or self.words[numbers.stop - 1].lower in _EACH
        ):
            numbers = numbers[:-1]
        return numbers

    @cached_property
    def text(self) -> str:
        return self.span.of(self.words.text)

    @cached_property
    def core(self) -> range:
        """The phrase up to its first comma, bracket or relative clause."""
        words, start = self.words, self.phrase.start
        stop = next((n for n in self.phrase if n > start and words[n].lower in _CUTS), self.phrase.stop)
        return range(start, stop)

    @cached_property
    def head(self) -> int:
        """The number of the word that the phrase is about: in 'a report by the inspector' report."""
        stop = next((n for n in self.core[1:] if self.words[n].lower in PREPOSITIONS), self.core.stop)
        return max(stop - 1, self.core.start)

    @property
    def definite(self) -> bool:
        return self.words[self.phrase.start].lower == "the"

    def bare(self, numbers: range) -> range:
        """Words without their determiner."""
        return numbers[1:] if len(numbers) > 1 and self.words[numbers.start].lower in DETERMINERS else numbers

    @cached_property
    def names(self) -> tuple[Printed, ...]:
        """The names of which the phrase can be about: not 'Jones's aide', 'a Jones aide', 'an aide to Jones'."""
        return tuple(self._names())

    def _names(self) -> Iterator[Printed]:
        for run in runs(self.phrase.start, self.phrase.stop, self.words):
            name = name_in(run, self.words)
            if name is not None and self._stands_alone(name):
                yield name

    def _stands_alone(self, name: Printed) -> bool:
        words, after = self.words, name.end
        while after < self.phrase.stop and words[after].lower in POSTNOMINALS:
            after += 1
        if after < self.phrase.stop and words[after].lower not in _AFTER_NAME:
            return False
        first = begin_of_title(name.begin, words)
        if first > self.phrase.start and words[first - 1].text == ",":
            return not is_of_the_office(range(self.phrase.start, first - 1), words)
        return not any(words[n].lower in PREPOSITIONS for n in range(self.phrase.start, first))


def is_of_the_office(numbers: range, words: Words) -> bool:
    """A spokesman for the mayor, | Ann Jones: the name behind it is the mayor's. But: a spokesman for the council, her
    spokesman"""
    if len(numbers) < 4 or words[numbers.start].lower not in SOME or words[numbers.stop - 1].lower not in OFFICES:
        return False
    farthest = max(numbers.start + 1, numbers.stop - _LONGEST_OFFICE)
    the = next(
        (n for n in range(numbers.stop - 2, farthest, -1) if not words[n].text.isalpha() or words[n].text == "the"), 0
    )
    return words.text_at(the) == "the" and words.text_at(the - 1) in _OF_SOMEBODY


def begin_of_title(number: int, words: Words) -> int:
    """Where the words right before a name begin: 'Bank of England governor', 'the leader, Labour's'."""
    number -= max(_of_office(number, words) - 1, 0)
    farthest = max(number - _LONGEST_TITLE, 0)
    while number > farthest and _in_title(number - 1, words):
        number -= _of_office(number - 1, words) or 1
    return number


def _of_office(number: int, words: Words) -> int:
    """How many words an office has that ends there with 'of' in it: secretary of state."""
    if words.text_at(number) not in _ENDS_OF_OFFICES:
        return 0
    lengths = (n for n in (3, 4) if " ".join(map(words.text_at, range(number - n + 1, number + 1))) in OF_OFFICES)
    return next(lengths, 0)


def _in_title(number: int, words: Words) -> bool:
    word = words[number]
    if word.lower in _TITLE_WORDS or words.is_possessive(number) or _of_office(number, words):
        return True
    return joins_capitals(number, words) or (word.capital and word.lower not in OPENINGS)
