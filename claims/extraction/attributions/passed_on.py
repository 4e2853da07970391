"""'The bridge is safe, Ann Jones said, according to Reuters': two reports, one inside the other.

An outlet that only passes on what somebody said, denied or refused to say is no source of its own: the inner report
stands, with its own source, stance and negation, and `speakers.relays` reads who passed it on."""

from bisect import bisect_left

from claims.extraction.attributions.clauses import finite
from claims.extraction.attributions.sourced import Sourced
from claims.extraction.attributions.stance import find_attitude
from claims.extraction.parsed.outlets import is_outlet, up_to_outlet
from claims.extraction.parsed.page import Page

_PASSING_ON = frozenset({"according to", "report", "say", "write", "reveal", "announce"})
_FILLERS = frozenset({"that", ",", "but", "and", "however", "meanwhile", "also"})


def passed_on(found: list[Sourced], page: Page) -> list[Sourced]:
    """The reports of a page without those that only pass on another one."""
    by_cue = sorted(found, key=lambda one: one.cue)
    starts = [one.cue.start for one in by_cue]
    given_up: set[int] = set()
    for outer in found:
        if outer.word.lower() not in _PASSING_ON:
            continue
        within = by_cue[bisect_left(starts, outer.content[0].start) : bisect_left(starts, outer.content[-1].end)]
        if within and not find_attitude(outer, page).negated:
            by_outlet = _is_by_an_outlet(outer, page)
            if any(_is_passed_on(inner, outer, page, by_outlet=by_outlet) for inner in within if inner is not outer):
                given_up.add(id(outer))
    return [one for one in found if id(one) not in given_up]


def _is_by_an_outlet(one: Sourced, page: Page) -> bool:
    """Reuters, the BBC, a report in the Harbour Times"""
    tokens = page.tokens_between(*one.source) if one.source is not None else []
    name = tokens[up_to_outlet([token.lower_ for token in tokens]) :]
    return bool(name) and name[0].text[0].isupper() and is_outlet([token.lower_ for token in name])


def _is_named(one: Sourced) -> bool:
    """Ann Jones, Ms Jones; not: the mayor, she"""
    return one.head is not None and one.head.pos_ == "PROPN"


def _is_passed_on(inner: Sourced, outer: Sourced, page: Page, *, by_outlet: bool) -> bool:
    """Whether the whole of what is reported is that somebody else said something.

    Whoever stands at a quotation or has a name speaks, according to whomever: 'Ann Jones said so, according to her
    lawyer'. Others an outlet alone can pass on: 'the council said so, according to the mayor' are her words."""
    told = outer.rule == "according_to" and (inner.rule == "quotation_before" or _is_named(inner))
    if not (by_outlet or told) or inner.source is None or _is_by_an_outlet(inner, page):
        return False
    attitude = find_attitude(inner, page)
    if not attitude.stance and not (attitude.negated and by_outlet):
        return False
    first = min(inner.source.start, inner.cue.start, inner.content[0].start)
    last = max(inner.source.end, inner.cue.end, inner.content[-1].end)
    before = page.tokens_between(outer.content[0].start, first)
    behind = page.tokens_between(last, outer.content[-1].end)
    return all(token.lower_ in _FILLERS for token in before) and not any(map(finite, behind))
