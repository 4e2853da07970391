"""Asks for every attribution of a text where its words were said."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from claims.extraction.occasions.rules import RULES, Setting, within
from claims.extraction.occasions.words import listed
from claims.extraction.parsed.labels import OBJECT
from claims.extraction.parsed.page import Page
from claims.records import Attribution, OccasionReading, Span, TimeExpression

_FARTHEST = 30
"""Words on either side of a cue among which an occasion is looked for."""
_NAMED_BEFORE = 10_000
"""Characters before 'the committee' among which its name is looked for."""
_NAME_OF_BODY = re.compile(r"(?:[A-Z][\w’-]+ (?:(?:of|and|for) )?){1,6}(Committee|Commission|Inquiry|Court|Council)\b")


def find_occasions(
    page: Page, found: Sequence[Attribution], times: Sequence[TimeExpression]
) -> list[OccasionReading | None]:
    """For each attribution where its words were said, or None where the text does not tell.

    First its own sentence counts, then the one that its date was read from ('At a hearing yesterday, the chair asked
    about fees. Smith replied: …'), then the words before it that the same speaker goes on from."""
    timed = [time.span for time in times]
    occasions: list[OccasionReading | None] = []
    for number, one in enumerate(found):
        at = one.cue[0].start
        own = _in_sentence(page, one, at, timed)
        if own is None and one.said is not None and one.said.basis is not None:
            own = _in_sentence(page, one, one.said.basis.start, timed)
        occasions.append(_in_full(own, page) or _carried(page, found, occasions, number))
    return occasions


def _in_sentence(page: Page, one: Attribution, position: int, times: Sequence[Span]) -> OccasionReading | None:
    setting = _setting(page, one, position, times)
    return next((reading for rule in RULES if (reading := rule(setting)) is not None), None)


def _setting(page: Page, one: Attribution, position: int, times: Sequence[Span]) -> Setting:
    cue = page.tokens[page.token_at(position)]
    start, end = page.sentence_start(cue.i), page.sentence_end(cue.i)
    near = page.tokens[max(start, cue.i - _FARTHEST) : min(end, cue.i + _FARTHEST)]
    inside = [token for token in near if not token.is_space and not within(token.idx, one.content)]
    first, last = (inside[0].idx, inside[-1].idx) if inside else (0, 0)
    hidden = times[bisect_right(times, (first, first)) : bisect_right(times, (last, last))]
    return Setting(one, cue, [token for token in inside if not _is_time(token, hidden)] if hidden else inside)


def _is_time(token: Token, times: Sequence[Span]) -> bool:
    """A word of a time, and the genitive behind it: 'Wednesday's | hearing'."""
    owner = token.lower_ in ("'s", "’s") and token.i > 0 and within(token.nbor(-1).idx, times)
    return owner or within(token.idx, times)


def _in_full(reading: OccasionReading | None, page: Page) -> OccasionReading | None:
    """told the committee -> Home Affairs Committee, where that was named before"""
    if reading is None or reading.name.lower() not in listed("bodies"):
        return reading
    before = page.text[max(0, reading.basis.start - _NAMED_BEFORE) : reading.basis.start]
    named = [match.group().split() for match in _NAME_OF_BODY.finditer(before) if match[1] == reading.name]
    return replace(reading, name=" ".join(named[-1]).removeprefix("The ")) if named else reading


def _carried(
    page: Page, found: Sequence[Attribution], occasions: Sequence[OccasionReading | None], number: int
) -> OccasionReading | None:
    """She told the committee: … She added: … -> the committee, too: whoever goes on speaks in the same place.

    From the one right before, in the same paragraph or the next, where the speaker is the same, and not where another
    audience is told."""
    if number == 0 or occasions[number - 1] is None:
        return None
    one, before = found[number], found[number - 1]
    if one.speaker is None or before.speaker is None or one.speaker.name != before.speaker.name:
        return None
    last, cue = before.content[-1].end, page.tokens[page.token_at(one.cue[0].start)]
    if _has_listeners_of_its_own(cue):
        return None
    here, there = page.paragraph_at(cue.idx), page.paragraph_at(last - 1)
    goes_on = cue.lower_ in listed("continuing") and here.start <= page.paragraph_after(there).end
    if not (here == there or goes_on) or (one.said is not None and one.said != before.said):
        return None
    carried = occasions[number - 1]
    return OccasionReading(carried.name, carried.basis, "carried") if carried else None


def _has_listeners_of_its_own(cue: Token) -> bool:
    """'Told his local paper', 'told Channel 4 News'; not 'told them', 'told the committee that …'."""
    heard = next((child for child in cue.rights if child.dep_ in OBJECT), None)
    if heard is None or cue.lower_ not in ("told", "tells"):
        return False
    first = heard.left_edge
    return first.pos_ == "PROPN" or heard.pos_ == "PROPN" or first.lower_ in ("his", "her", "their", "its", "a", "an")
