"""Which capitalised words are the name of a person, and which part of them is the name.

A rule takes a run of capitalised words and answers with the name in it, or None. No trained recogniser is needed:
given names stand in a list, titles and offices show where a name begins, words of organisations that there is none."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from claims.extraction.speakers.given_names import is_given, is_glued, is_hyphenated, within_length
from claims.extraction.speakers.lexicon import (
    NOT_NAMES,
    OFFICES,
    OPENINGS,
    ORGANISATION_WORDS,
    PARTICLES,
    POSTNOMINALS,
    SPOKE,
    SUFFIXES,
    SURNAMES_TOO,
    TITLES,
    TITLES_PEERAGE,
    TITLES_ROYAL,
    VOICES,
)
from claims.extraction.speakers.words import Word, Words
from claims.records import Span

_MOST_CAPITALS = 3
_OFFICES_ALONE, _NEVER_LAST = OFFICES - SURNAMES_TOO, NOT_NAMES - SURNAMES_TOO
_GENTLE = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss"})


@dataclass(frozen=True, slots=True)
class Printed:
    """A name as printed. `names` are its words without titles; `title` is the word right before them, in lower case.

    `full` says that it has a given name; `sure` that this was read from a list or a title, not from capitals alone.
    `first` and `end` are the numbers of its words, `begin` the number where its run of capitals begins."""

    names: tuple[str, ...]
    title: str
    full: bool
    sure: bool
    begin: int
    first: int
    end: int


Run = range
Rule = Callable[[Run, Words], Printed | None]


def printed_names(words: Words) -> Iterator[Printed]:
    """Every name of a text that could be a person's, in text order."""
    headline = words.headline_end
    for run in runs(headline, len(words), words):
        name = name_in(run, words)
        if name is not None:
            yield name
    for run in runs(0, headline, words):
        yield from _names_in_headline(run, words)


def name_in(run: Run, words: Words) -> Printed | None:
    """The name in one run of capitalised words, by the first rule that sees one."""
    run = _without_postnominals(_without_opening(run, words), words)
    for rule in RULES if run else ():
        name = rule(run, words)
        if name is not None:
            return name
    return None


def _names_in_headline(run: Run, words: Words) -> Iterator[Printed]:
    """Ann Jones Calls Bob Smith A Liar -> Ann Jones, Bob Smith: where all words have capitals, lists alone help."""
    number = run.start
    while number < run.stop - 1:
        name = given_name(range(number, number + 2), words) if is_given(words[number].text) else None
        if name is not None:
            yield replace(name, sure=False)
        number += 2 if name else 1


def runs(number: int, limit: int, words: Words) -> Iterator[Run]:
    """Stretches of capitalised words from `number` to before `limit`: 'Home Secretary Ann Jones', 'Bill de Vere'."""
    everything = words.all
    while number < limit:
        if not everything[number].text[0].isupper():
            number += 1
            continue
        first = number
        while (number < limit and _in_run(everything[number])) or _bridges(number, words):
            number += 1
        number = max(number, first + 1)
        yield range(first, number)


def _in_run(word: Word) -> bool:
    """A capital, but not that of 'I' and 'I've': the next sentence begins there."""
    return word.text[0].isupper() and word.text not in ("I", "I’ve", "I've", "I’m", "I'm", "I’ll", "I'll")


def _bridges(number: int, words: Words) -> bool:
    """Whether a small word, or a comma before Jr., stands inside a name."""
    if number + 1 >= len(words) or number == 0:
        return False
    word, following = words[number], words[number + 1]
    if is_glued(word.text):
        return words[number - 1].capital or words[number - 1].text in PARTICLES
    if word.text in PARTICLES:
        return following.capital or following.text in PARTICLES or is_glued(following.text)
    return word.text == "," and following.lower in ("jr", "jr.", "sr", "sr.")


def _without_opening(run: Run, words: Words) -> Run:
    """Without the first word where it has its capital from the beginning of a sentence."""
    first = run.start
    while first < run.stop and _opens(first, words):
        first += 1
    return range(first, run.stop)


def _without_postnominals(run: Run, words: Words) -> Run:
    """Ann Jones MP -> Ann Jones"""
    end = run.stop
    while end > run.start + 1 and words[end - 1].lower in POSTNOMINALS:
        end -= 1
    return range(run.start, end)


def _opens(number: int, words: Words) -> bool:
    lower = words[number].lower
    if lower in (
        "will",
        "may",
        "can",
        "could",
        "would",
        "should",
        "did",
        "does",
        "is",
        "are",
        "was",
        "has",
        "have",
        "had",
    ):
        return words.begins_sentence(number) and number + 1 < len(words) and words[number + 1].capital
    if is_given(lower) or lower in TITLES or lower in OFFICES:
        return False
    if lower in OPENINGS:
        return True
    if not words.begins_sentence(number) or not lower.endswith(("ing", "ed")):
        return False
    if number + 1 >= len(words) or words[number].text in words.names_within:
        return False
    return not (words[number + 1].capital and words.text_at(number + 2) in SPOKE)


def after_title(run: Run, words: Words) -> Printed | None:
    """Home Secretary Ann Jones -> Ann Jones; Mr Jones -> Jones; Sen. Al Jones -> Al Jones"""
    end = _end_of_name(run, words)
    starts = [n + 1 for n in range(run.start, end - 1) if _is_title(n, run, words)]
    if not starts or _foreign(range(starts[-1], end), words, after_given=True):
        return None
    first, title = starts[-1], words[starts[-1] - 1].lower
    names = tuple(words[n].text for n in range(first, run.stop) if words[n].text != ",")
    full = _has_given(words[first], title) if end - first > 1 else _is_whole(names[0], title)
    return Printed(within_length(names), title, full, full or title in TITLES, run.start, first, run.stop)


def _is_whole(name: str, title: str) -> bool:
    """Pope Francis, Lord Hill: a title with one name that is all people are called by."""
    return title in TITLES_PEERAGE or (title in TITLES_ROYAL and is_given(name))


def _end_of_name(run: Run, words: Words) -> int:
    """Where the surname ends: before Jr. and the like."""
    end = run.stop
    while end > run.start + 1 and (words[end - 1].lower in SUFFIXES or words[end - 1].text == ","):
        end -= 1
    return end


def _is_title(number: int, run: Run, words: Words) -> bool:
    lower = words[number].lower
    if lower in TITLES:
        return True
    surname = lower in SURNAMES_TOO and number > run.start and is_given(words[number - 1].text)
    return lower in OFFICES and not surname


def _has_given(word: Word, title: str) -> bool:
    if title in _GENTLE and not is_given(word.text):
        return False
    return word.lower not in PARTICLES


def given_name(run: Run, words: Words) -> Printed | None:
    """Florida Republican Ann Jones -> Ann Jones; but not: Ann Jones Foundation"""
    end = _end_of_name(run, words)
    first = next((n for n in range(run.start, end - 1) if is_given(words[n].text)), None)
    if first is None or _foreign(range(first + 1, end), words, after_given=True) or _asks(first, words):
        return None
    if words[end - 1].lower in _OFFICES_ALONE:
        return None
    names = tuple(words[n].text for n in range(first, run.stop) if words[n].text != ",")
    return Printed(within_length(names), "", True, True, run.start, first, run.stop)


def _asks(number: int, words: Words) -> bool:
    """Will Jones go? Here 'Will' is no name."""
    return words[number].lower == "will" and words.begins_sentence(number)


def _foreign(run: Run, words: Words, *, after_given: bool = False) -> bool:
    """Whether words can't be a surname: an organisation's, a place's. Some can after a given name: Ann West."""
    if not run or (after_given and words[run.stop - 1].lower in SURNAMES_TOO and len(run) < 3):
        return not run
    return any(
        words[n].lower in ORGANISATION_WORDS or words[n].lower in NOT_NAMES or words[n].text.startswith("@")
        for n in run
        if not words[n].text.endswith(".")
    )


def two_capitals(run: Run, words: Words) -> Printed | None:
    """Xolani Jones -> Xolani Jones, perhaps: nothing but capitals says so"""
    end = _end_of_name(run, words)
    counted = [n for n in range(run.start, end) if words[n].text not in PARTICLES]
    if not 2 <= len(counted) <= _MOST_CAPITALS or words[run.start].lower in PARTICLES:
        return None
    if _foreign(range(run.start, end), words) and not is_hyphenated(words[run.start + 1].text):
        return None
    if any(words[n].text.isupper() and len(words[n].text) > 2 for n in run) and not words[run.start].text.isupper():
        return None
    return Printed(tuple(words[n].text for n in run if words[n].text != ","), "", True, False, run.start, *_ends(run))


def _ends(run: Run) -> tuple[int, int]:
    return run.start, run.stop


def one_capital(run: Run, words: Words) -> Printed | None:
    """Jones -> Jones, if somebody of that name is in the text; also: Republican Jones"""
    first = run.start
    while first < run.stop - 1 and words[first].lower in NOT_NAMES:
        first += 1
    if run.stop - first > 3 or (words[first].lower in NOT_NAMES and words[first].lower not in SURNAMES_TOO):
        return None
    if run.stop - first > 1 and words[run.stop - 1].lower in _NEVER_LAST:
        return None
    return Printed(tuple(words[n].text for n in range(first, run.stop)), "", False, False, run.start, first, run.stop)


RULES: tuple[Rule, ...] = (after_title, given_name, two_capitals, one_capital)


def span_of(name: Printed, words: Words) -> Span:
    return words.span(name.first, name.end)


def has_age_or_who(name: Printed, words: Words) -> bool:
    """Xolani Jones, 34, … and Xolani Jones, who …: only people have an age and are 'who'"""
    number = name.end + (words.text_at(name.end) == ",")
    aged = number > name.end and words.text_at(number).isdigit() and len(words.text_at(number)) == 2
    return aged or words.text_at(number) in ("who", "whose")


def joins_capitals(number: int, words: Words) -> bool:
    """Bank of England, Transport for London; not the 'of' of: Friends of Ann Jones, Spokesmen for Ann Jones"""
    if words[number].lower not in ("of", "for") or number < 1 or number + 1 >= len(words):
        return False
    before = words[number - 1]
    if before.lower in VOICES:
        return False
    known = before.lower in OFFICES or before.lower in ORGANISATION_WORDS
    return words[number + 1].capital and before.capital and (known or not words.begins_sentence(number - 1))
