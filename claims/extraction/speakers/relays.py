"""Who passed a source's words on: the outlet that was told them, or that reported them.

A rule takes the numbers of the words around a cue, outside the reported words, and answers with the words of the
outlet's name, or None. An outlet that is the source itself is no relay."""

from collections.abc import Callable, Sequence
from itertools import takewhile

from claims.extraction.parsed.outlets import is_outlet, longest_outlet, up_to_outlet
from claims.extraction.parsed.page import Page
from claims.extraction.speakers.words import Words
from claims.records import RelayReading, Span

_TELLING = frozenset({"told", "tells", "telling", "tell", "informed"})
_QUOTED = frozenset({"quoted", "cited"})
_REPORTING = _QUOTED | {"reported", "reports", "says", "said", "writes", "wrote", "revealed", "reveals", "quotes"}
_OCCASIONS = frozenset({"interview", "interviews", "conversation", "talk", "statement", "comments", "remarks", "email"})
_OF = frozenset({"of", "from", "at", "for", "with"})
_TO = frozenset({"with", "to", "for", "on", "by"})
_SPEAKING = _OCCASIONS | {"speaking", "spoke", "talking"}
_SIGNS = _TELLING | _QUOTED | _REPORTING | _SPEAKING | {"according"}
"""Words at which a rule can find something."""
_LONGEST = 6

Rule = Callable[[int, Words], range | None]


def outlet_at(number: int, words: Words) -> range | None:
    """The Leeds Evening Post, from its first word or its article on; the longest name that is one."""
    first = number + (words.text_at(number) == "the")
    following = words.all[first : first + _LONGEST]
    printed = [word.lower for word in takewhile(lambda word: word.capital, following)]
    within = longest_outlet([word.lower for word in following])
    longest = within or next((n for n in range(len(printed), 0, -1) if is_outlet(printed[:n])), 0)
    return range(first, first + longest) if longest else None


def told(number: int, words: Words) -> range | None:
    """told the BBC, told the BBC's Laura Hill -> BBC"""
    return outlet_at(number + 1, words) if words.text_at(number) in _TELLING else None


def told_somebody_of(number: int, words: Words) -> range | None:
    """told Laura Hill of the BBC -> BBC"""
    return _outlet_of_somebody(number + 1, words) if words.text_at(number) in _TELLING else None


def _outlet_of_somebody(first: int, words: Words) -> range | None:
    """Laura Hill of the BBC -> BBC"""
    end = first
    while end < min(first + _LONGEST, len(words) - 1) and words[end].capital:
        end += 1
    return outlet_at(end + 1, words) if end > first and words.text_at(end) in _OF else None


def in_an_interview(number: int, words: Words) -> range | None:
    """in an interview with CNN, with Laura Hill of CNN; speaking to CNN -> CNN"""
    if words.text_at(number) not in _SPEAKING:
        return None
    ends = (n + 1 for n in range(number + 1, min(number + 6, len(words))) if words.text_at(n) in _TO)
    return next((found for n in ends if (found := outlet_at(n, words) or _outlet_of_somebody(n, words))), None)


def according_to(number: int, words: Words) -> range | None:
    """according to Reuters, according to a report in the Harbour Times -> Reuters, Harbour Times"""
    if words.text_at(number) != "according" or words.text_at(number + 1) != "to":
        return None
    following = [words[n].lower for n in range(number + 2, min(number + 2 + _LONGEST, len(words)))]
    return outlet_at(number + 2 + up_to_outlet(following), words)


def reported(number: int, words: Words) -> range | None:
    """…, Reuters reported -> Reuters"""
    if words.text_at(number) not in _REPORTING:
        return None
    starts = range(max(number - _LONGEST, 0), number)
    return next((found for n in starts if (found := outlet_at(n, words)) is not None and found.stop == number), None)


def quoted_by(number: int, words: Words) -> range | None:
    """was quoted by Reuters, quoted as saying by Reuters -> Reuters"""
    if words.text_at(number) not in _QUOTED:
        return None
    by = number + (3 if words.text_at(number + 1) == "as" else 1)
    return outlet_at(by + 1, words) if words.text_at(by) == "by" else None


RULES: tuple[Rule, ...] = (told, told_somebody_of, in_an_interview, according_to, reported, quoted_by)


def find_relay(
    cue: Span, source: Sequence[Span], content: Sequence[Span], others: Sequence[Span], page: Page, words: Words
) -> RelayReading | None:
    """The outlet that a sentence names around the cue. `others` are the cues of other reports: beyond the nearest of
    them an outlet is theirs."""
    token = page.token_at(cue.start)
    sentence = page.stretch(page.sentence_start(token), page.sentence_end(token) - 1)
    within = _between_others(sentence, cue, others)
    for number in words.between(within):
        if words.text_at(number) not in _SIGNS or any(span.start <= words[number].start < span.end for span in content):
            continue
        name = next((found for rule in RULES if (found := rule(number, words))), None)
        if name is not None and not _touches(words.span(name.start, name.stop), (*source, *content)):
            return _reading(name, words)
    return None


def _between_others(sentence: Span, cue: Span, others: Sequence[Span]) -> Span:
    before = [span.end for span in others if sentence.start <= span.start < cue.start]
    after = [span.start for span in others if cue.end <= span.start < sentence.end]
    return Span(max(before, default=sentence.start), min(after, default=sentence.end))


def _touches(name: Span, spans: Sequence[Span]) -> bool:
    return any(span.start < name.end and name.start < span.end for span in spans)


def _reading(name: range, words: Words) -> RelayReading:
    basis = words.span(name.start, name.stop)
    return RelayReading(" ".join(basis.of(words.text).split()), basis)
