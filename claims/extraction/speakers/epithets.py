"""'The businessman', 'the Florida Republican': somebody named shortly before, called by what they are.

Within one story such a word goes back to the person whom the last sentences name: the only one whom it fits; of
several, the only one who is called so elsewhere."""

from claims.extraction.speakers.answers import UNSURE, Answer, Context, about_person
from claims.extraction.speakers.lexicon import EPITHETS, FEMALE_ROLES, MALE_ROLES, PARTIES, same_office
from claims.extraction.speakers.people import Mention
from claims.extraction.speakers.person import Person
from claims.extraction.speakers.salience import is_spoken_of, mentions_between, window_before
from claims.extraction.speakers.source import SOME, Source
from claims.extraction.speakers.words import Words
from claims.records import Span

_ELECTED = frozenset({"senator", "governor", "congressman", "congresswoman", "lawmaker", "president", "mayor"})


def epithet(source: Source, context: Context) -> Answer | None:
    """Bob Hill left. The businessman said -> Bob Hill, where he is the only one near"""
    word = source.words[source.head].lower
    if word not in EPITHETS or not source.definite or source.head != source.phrase.stop - 1:
        return None
    near = window_before(source.span.start, context.page)
    if _is_introduced(word, near, source):
        return UNSURE
    fitting = [
        one
        for one in mentions_between(near, context.people)
        if _fits(one.person, source) and not is_spoken_of(one, source)
    ]
    called = [one for one in fitting if _is_called(one.person, word)]
    for mentions in (fitting, called):
        if len({one.person for one in mentions}) == 1:
            return about_person(mentions[-1].person, mentions[-1].span, "epithet", source)
    return None


def aged(source: Source, context: Context) -> Answer | None:
    """Ann Jones, 43, left. The 43-year-old said -> Ann Jones"""
    words, first = source.words, source.phrase.start
    if not source.definite or words.text_at(first + 3) != "year-old":
        return None
    age = words.text_at(first + 1)
    found = [one for one in context.people.mentions if _has_age(one, age, words)]
    if len({one.person for one in found}) != 1 or found[0].span.start > source.span.start:
        return None
    return about_person(found[0].person, found[0].span, "aged", source)


def _has_age(mention: Mention, age: str, words: Words) -> bool:
    """Ann Jones, 43, or Ann Jones (43)"""
    end = mention.printed.end
    return words.text_at(end) in (",", "(") and words.text_at(end + 1) == age


def _is_introduced(word: str, near: Span, source: Source) -> bool:
    """A businessman from Leeds came: then 'the businessman' is he, and has no name"""
    words = source.words
    numbers = [n for n in words.between(near) if words[n].lower == word]
    return any(words.text_at(m) in SOME for n in numbers for m in range(n - 3, n))


def _fits(person: Person, source: Source) -> bool:
    """Whether nothing that the text says of somebody speaks against the words of the source."""
    word = source.words[source.head].lower
    gender = "m" if word in MALE_ROLES else "f" if word in FEMALE_ROLES else ""
    if gender and person.gender and gender != person.gender:
        return False
    offices = {_office(one.office) for one in person.introductions} & _ELECTED
    if _office(word) in _ELECTED and offices and _office(word) not in offices:
        return False
    asked = _party({source.words[n].lower for n in source.core})
    told = _party({part for one in person.introductions for part in one.role.lower().split()})
    return asked is None or told is None or asked == told


def _party(words: set[str]) -> int | None:
    return next((number for number, party in enumerate(PARTIES) if words & party), None)


def _office(word: str) -> str:
    return same_office().get(word, word)


def _is_called(person: Person, word: str) -> bool:
    """Whether somebody of several is called by this very word elsewhere."""
    return any(_office(word) == _office(one.office) for one in person.introductions)
