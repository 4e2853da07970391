"""'The bridge is safe, Ann Jones said, according to Reuters': two reports, one inside the other, read as one.

The outlet only passes on what the other said, so that the inner source speaks. A rule takes the numbers of the words of
a content that an outlet reports and answers with those of the inner source, its verb and its own content, or None."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from claims.extraction.parsed.page import Page
from claims.extraction.speakers.lexicon import OPENINGS
from claims.extraction.speakers.relays import outlet_at
from claims.extraction.speakers.words import Words, words_of
from claims.records import Attribution, Span

_SAID = frozenset({"said", "says", "added", "told", "wrote", "tweeted", "claimed", "argued", "insisted"})
"""Verbs of plain assertion: with others ("denied") the stance of the whole would be another one."""

_LONGEST = 5


class Inner(NamedTuple):
    """The numbers of the words of a report inside a report."""

    source: range
    verb: int
    content: range


Rule = Callable[[range, Words], Inner | None]


def behind(content: range, words: Words) -> Inner | None:
    """the bridge is safe, Ann Jones said -> Ann Jones, said, the bridge is safe"""
    verb = content.stop - 1
    first = verb
    while first > content.start and verb - first < _LONGEST and _can_name(first - 1, words):
        first -= 1
    comma = next((n for n in (first - 1, first - 2) if n > content.start and words[n].text == ","), None)
    if words[verb].lower not in _SAID or first == verb or comma is None:
        return None
    return Inner(range(first, verb), verb, range(content.start, comma if comma == first - 1 else first))


def before(content: range, words: Words) -> Inner | None:
    """Ann Jones said that the bridge is safe -> Ann Jones, said, that the bridge is safe"""
    verb = content.start
    while verb < content.stop - 2 and verb - content.start < _LONGEST and _can_name(verb, words):
        verb += 1
    if verb == content.start or words[verb].lower not in _SAID - {"told"}:
        return None
    return Inner(range(content.start, verb), verb, range(verb + 1, content.stop))


def _can_name(number: int, words: Words) -> bool:
    word = words[number]
    return word.lower in ("he", "she") or (word.capital and word.lower not in OPENINGS)


RULES: tuple[Rule, ...] = (behind, before)


def untangled(page: Page, found: list[Attribution]) -> list[Attribution]:
    """The attributions of a page, those of an outlet that passes somebody's words on with the inner source."""
    words = words_of(page.text)
    return [_untangled(one, page, words) for one in found]


def _untangled(one: Attribution, page: Page, words: Words) -> Attribution:
    """The attribution of the inner source, where an outlet only passes it on; any other as it is."""
    if len(one.source) != 1 or len(one.content) != 1 or not _is_outlet(one.source[0], words):
        return one
    content = words.between(one.content[0])
    inner = next((found for rule in RULES if len(content) > 3 and (found := rule(content, words))), None)
    if inner is None or page.passage_at(words[inner.verb].start) is not None:
        return one
    return replace(
        one,
        source=(words.span(inner.source.start, inner.source.stop),),
        cue=(words.span(inner.verb, inner.verb + 1),),
        content=(words.span(inner.content.start, inner.content.stop),),
    )


def _is_outlet(source: Span, words: Words) -> bool:
    numbers = words.between(source)
    found = outlet_at(numbers.start, words) if len(numbers) else None
    return found is not None and found.stop == numbers.stop
