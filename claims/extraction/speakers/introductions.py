"""What a person is when the text names them: 'Home Secretary Ann Jones', 'Ann Jones, the union's general secretary'.

A rule takes a printed name and answers with the words of the role around it, or None."""

from collections.abc import Callable
from dataclasses import dataclass

from claims.extraction.parsed.labels import RELATIVE
from claims.extraction.parsed.page import Page
from claims.extraction.speakers.lexicon import (
    NOT_NAMES,
    OFFICES,
    OPENINGS,
    ORGANISATIONS,
    POSTNOMINALS,
    ROLE_ADJECTIVES,
    TITLES,
    VOICES,
)
from claims.extraction.speakers.names import Printed, joins_capitals
from claims.extraction.speakers.words import Words
from claims.records import Span

_DETERMINERS = frozenset(
    {"a", "an", "the", "his", "her", "their", "its", "our", "my", "this", "that", "one", "another"}
)
_SOME = frozenset({"a", "an", "one", "another"})
_JOINTS = frozenset({"of", "for", "to", "on", "in", "at", "and", "with", "from", "the", "a", "an", "&"})
_ENDS = frozenset(',.;:?!()[]"“”–—‘') | {"\n"}
_QUOTES = frozenset("'‘’")
_OPENS_ITS_CLAUSE = RELATIVE | {"where", "when"}
_NOT_NAMES = NOT_NAMES - OPENINGS
_LONGEST = 22
_LONGEST_LIST = 40
"""Words of names between 'including' and a name, at most."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """A role as printed, where it stands, and the word for the office in it ('secretary'), in lower case."""

    role: str
    span: Span
    office: str


Rule = Callable[[Printed, Words, Page], range | None]


def before_the_name(name: Printed, words: Words, page: Page) -> range | None:
    """Labour's shadow home secretary Ann Jones -> Labour's shadow home secretary; not: the judge Jones attacked"""
    end = _before_titles(name, words)
    if end < 1 or not (words[end - 1].lower in OFFICES or _of_state(end, words)):
        return None
    first = _begin_of_phrase(end, words, page)
    if not name.full and words.text_at(first - 1) in _DETERMINERS and not words[end - 1].capital:
        return None
    return range(first, end)


def _of_state(end: int, words: Words) -> bool:
    """Secretary of State"""
    return words[end - 1].capital and words.text_at(end - 2) == "of" and words.text_at(end - 3) in OFFICES


def _before_titles(name: Printed, words: Words) -> int:
    """The number of the word at which the name begins, its Mr or Sir included."""
    number = name.first
    while number > 0 and words[number - 1].lower in TITLES:
        number -= 1
    return number


def _begin_of_phrase(end: int, words: Words, page: Page) -> int:
    """Goes back over 'former', 'home affairs', 'the party's', 'Secretary of'; stops at a verb or a preposition."""
    first = end - 1
    while first > 0 and end - first < 10 and _modifies(first - 1, words, page):
        first -= 1
    while first < end - 1 and (words[first].lower in _JOINTS or words.is_possessive(first)):
        first += 1
    return first


def _modifies(number: int, words: Words, page: Page) -> bool:
    word = words[number]
    if word.lower in ("of", "for"):
        return words.text_at(number - 1) in OFFICES or joins_capitals(number, words)
    if words.is_possessive(number):
        return number > 0 and words[number - 1].text[-1].isalnum()
    if word.text == "-" or not word.text[0].isalnum() or word.lower in _DETERMINERS or word.lower in _JOINTS:
        return False
    if word.capital:
        known = word.lower in ORGANISATIONS or word.lower in _NOT_NAMES
        return known or not words.begins_sentence(number) or _noun_or_adjective(word.start, page)
    ranked = word.lower in VOICES and words[number + 1].lower in OFFICES  # Home Office spokesman | Colonel Ann Jones
    return ranked or _noun_or_adjective(word.start, page, noun=not words[number + 1].capital)


def _noun_or_adjective(position: int, page: Page, *, noun: bool = True) -> bool:
    """Whether a word can stand before an office; before a capitalised one ('senior Labour MP') no noun does."""
    token = page.tokens[page.token_at(position)]
    if token.lower_ in ROLE_ADJECTIVES or (noun and token.is_title and token.tag_ == "VB"):
        return True
    return token.pos_ in (("NOUN", "PROPN", "ADJ", "NUM") if noun else ("ADJ",)) and token.tag_ not in ("VBD", "VBZ")


def after_the_name(name: Printed, words: Words, page: Page) -> range | None:
    """Ann Jones, general secretary of the Teachers' Union, -> general secretary of the Teachers' Union"""
    comma = after_party(name.end, words)
    first = _after_age(comma, words)
    if words.text_at(comma) not in (",", "(", "–", "—") or first >= len(words):
        return None
    end = _end_of_apposition(first, words, page)
    if words.text_at(first) in _DETERMINERS:
        first += 1
    head = _head(first, end, words)
    if head is None or not _is_role(head, words) or not _closed(end, words):
        return None
    return range(first, end)


def _closed(number: int, words: Words) -> bool:
    """Whether an apposition ends in a mark or 'who'. A verb right after it makes it the subject of what follows."""
    return (
        number >= len(words)
        or words[number].text in _ENDS
        or words[number].text in _QUOTES
        or (words[number].lower in _OPENS_ITS_CLAUSE)
    )


def after_party(number: int, words: Words) -> int:
    """After '(D-N.Y.)' or ', R-Ky.': a short bracket with a party in it."""
    if words.text_at(number) == "(":
        close = next((n for n in range(number, min(number + 8, len(words))) if words[n].text == ")"), None)
        return close + 1 if close is not None else number
    if words.text_at(number) == "," and words.text_at(number + 1)[:2] in ("r-", "d-", "i-"):
        return number + 2 + (words.text_at(number + 2) == ".")
    return number


def _after_age(comma: int, words: Words) -> int:
    """After ', 34,'."""
    if words.text_at(comma + 1).isdigit() and words.text_at(comma + 2) == ",":
        return comma + 3
    return comma + 1


def _end_of_apposition(first: int, words: Words, page: Page) -> int:
    """The number after 'director general for border, immigration and citizenship'."""
    end = _end_of_part(first, words, page)
    if words.text_at(end) != "," or not any(words[n].lower in _JOINTS for n in range(first, end)):
        return end
    listed = _end_of_part(end + 1, words, page)
    return listed if _is_rest_of_list(end + 1, listed, words, page) else end


def _is_rest_of_list(first: int, end: int, words: Words, page: Page) -> bool:
    """Whether ', immigration and citizenship,' goes on with a list of things, up to the next comma."""
    inside = [words[n].lower for n in range(first, min(end, len(words)))]
    return (
        3 <= len(inside) <= 5
        and "and" in inside[1:-1]
        and words.text_at(end) == ","
        and all(_listable(n, words, page) for n in range(first, end))
    )


def _listable(number: int, words: Words, page: Page) -> bool:
    return words[number].lower == "and" or (not words[number].capital and _noun_or_adjective(words[number].start, page))


def _end_of_part(first: int, words: Words, page: Page) -> int:
    number = first
    while number < len(words) and number - first < _LONGEST and not _ends(number, words, page):
        number += 1
    return number


def _ends(number: int, words: Words, page: Page) -> bool:
    word = words[number]
    if words.is_possessive(number):
        return False
    if word.text in _ENDS or word.text in _QUOTES or word.lower in _OPENS_ITS_CLAUSE:
        return True
    return not word.capital and page.tokens[page.token_at(word.start)].tag_ in ("VBD", "VBZ", "MD", "VBP")


def _head(first: int, end: int, words: Words) -> int | None:
    """The number of the noun that a phrase is about: the last word before 'of', 'for' and the like."""
    stop = next((n for n in range(first, end) if words[n].lower in _JOINTS and words[n].lower != "&"), end)
    return stop - 1 if stop > first else None


def _is_role(number: int, words: Words) -> bool:
    return words[number].lower in OFFICES


def apart_before_the_name(name: Printed, words: Words, page: Page) -> range | None:
    """Her Labour frontbench colleague, Ann Jones, -> Labour frontbench colleague; an aide to the mayor, Ann Jones, ->
    mayor"""
    comma = _before_possessor(_before_titles(name, words), words) - 1
    if comma < 2 or words[comma].text != "," or words.text_at(name.end) == "and":
        return None
    first = comma
    while first > 0 and comma - first < 14 and not _ends_backwards(first - 1, words, page):
        first -= 1
    if words[first].lower in _SOME and words.text_at(comma - 2) == "the" and _is_role(comma - 1, words):
        return range(comma - 1, comma)
    determined = words[first].lower in _DETERMINERS
    if not (determined or words.is_possessive(first + 1)) or _belongs_to_name_before(first, words):
        return None
    first += determined
    head = _head(first, comma, words)
    return range(first, comma) if head is not None and _is_role(head, words) else None


def _before_possessor(number: int, words: Words) -> int:
    """Before the 'Labour's' of: the committee's chair, Labour's Ann Jones"""
    if not words.is_possessive(number - 1):
        return number
    number -= 1
    while number > 0 and words[number - 1].capital:
        number -= 1
    return number


def _belongs_to_name_before(first: int, words: Words) -> bool:
    """After Bob Hill, the mayor, Jones left: there the mayor is Hill."""
    return words.text_at(first - 1) == "," and first > 1 and words[first - 2].capital


def _ends_backwards(number: int, words: Words, page: Page) -> bool:
    return _ends(number, words, page) or words.begins_sentence(number + 1)


def one_of_several(name: Printed, words: Words, page: Page) -> range | None:
    """Conservative backbenchers, including Sir Bob Hill and Ann Jones -> Conservative backbenchers"""
    number = _before_titles(name, words) - 1
    farthest = max(number - _LONGEST_LIST, 0)
    while number > farthest and (words[number].capital or words[number].lower in ("and", ",")):
        number -= 1
    if words.text_at(number) not in ("including", "like"):
        return None
    end = number - (words.text_at(number - 1) == ",")
    if end < 1 or not _is_role(end - 1, words) or not words[end - 1].lower.endswith(("s", "men", "women")):
        return None
    return range(_begin_with_capital(_begin_of_phrase(end, words, page), words), end)


def _begin_with_capital(first: int, words: Words) -> int:
    """Takes a first word of the sentence back in: the phrase before 'including' often begins it."""
    return first - 1 if first > 0 and words.begins_sentence(first - 1) and words[first - 1].capital else first


def letters_after_the_name(name: Printed, words: Words, _page: Page) -> range | None:
    """Ann Jones MP -> MP"""
    is_office = words.text_at(name.end) in POSTNOMINALS & OFFICES
    return range(name.end, name.end + 1) if is_office else None


RULES: tuple[Rule, ...] = (
    before_the_name,
    one_of_several,
    apart_before_the_name,
    after_the_name,
    letters_after_the_name,
)


def introduced(name: Printed, words: Words, page: Page) -> Introduction | None:
    """The role that stands with a name, by the first rule that sees one."""
    for rule in RULES:
        found = rule(name, words, page)
        if found:
            return introduction(found, words)
    return None


def introduction(found: range, words: Words) -> Introduction:
    span = words.span(found.start, found.stop)
    return Introduction(" ".join(span.of(words.text).split()), span, office_of(found, words))


def office_of(phrase: range, words: Words) -> str:
    """general secretary of the union -> secretary"""
    head = _head(phrase.start, phrase.stop, words)
    return words[head if head is not None else phrase.stop - 1].lower
