"""Puts sources, cues and contents together, and settles which of several readings of the same words stands."""

from dataclasses import replace

from claims.extraction.attributions.content import Found, find_content
from claims.extraction.attributions.cues import find_cues
from claims.extraction.attributions.joining import joined_quotations, to_the_last_passage, whole_passages
from claims.extraction.attributions.noise import is_noise
from claims.extraction.attributions.passed_on import passed_on
from claims.extraction.attributions.phrases import find_phrases
from claims.extraction.attributions.sourced import Sourced
from claims.extraction.attributions.sources import find_source, source_span
from claims.extraction.attributions.taken_up import taken_up
from claims.extraction.parsed.page import Cover, Page, width
from claims.records import Mode, Span

_LINES = frozenset({"name_and_colon", "question_and_answer", "marked_post", "signed_post", "letter", "statement"})
"""Rules whose content ends with its line, whatever marks are open."""


_WILLING = frozenset({"refuse", "decline", "want", "seek", "hesitate"})
_VERB_WITHIN = 4
"""Words from 'to' to the verb of 'to publicly say'."""


def find_attributions(page: Page) -> list[Sourced]:
    """Every attribution of a page, in text order."""
    found = passed_on([*_from_phrases(page), *_from_cues(page)], page)
    whole = [_whole(one, page) for one in found]
    settled = to_the_last_passage(_settled(_without_will(whole, page)), page)
    found = [_with_mode(one, page) for one in taken_up(joined_quotations(settled, page), page)]
    return [one for one in found if not is_noise(one, page)]


def _whole(one: Sourced, page: Page) -> Sourced:
    content = one.content if one.rule in _LINES else whole_passages(one.content, page)
    return one if content == one.content else replace(one, content=content)


def _with_mode(one: Sourced, page: Page) -> Sourced:
    mode = mode_of(one.content, page)
    return one if mode == one.mode else replace(one, mode=mode)


def _from_cues(page: Page) -> list[Sourced]:
    found: dict[int, Sourced] = {}
    for cue in find_cues(page):
        if cue.token.i in found:
            continue
        what = find_content(cue, page)
        if what is not None:
            found[cue.token.i] = _sourced(what, page)
    return list(found.values())


def _from_phrases(page: Page) -> list[Sourced]:
    return [
        Sourced(
            one.content,
            one.cue,
            one.head,
            one.source,
            Mode.INDIRECT,
            one.rule,
            frozenset({"clause"}),
            one.cue.of(page.text),
        )
        for one in find_phrases(page)
    ]


def _sourced(what: Found, page: Page) -> Sourced:
    cue = what.cue
    head = find_source(what, page)
    source = source_span(head, cue.token, what.content, page) if head is not None else None
    words = page.stretch(cue.token.i, cue.last.i if cue.last.i <= cue.token.i + 2 else cue.token.i)
    return Sourced(what.content, words, head, source, Mode.INDIRECT, what.rule, cue.frames, cue.word)


def _without_will(found: list[Sourced], page: Page) -> list[Sourced]:
    """Without the will to say something, where what it is is told: 'declined to say | whether the bridge was safe'"""
    cues = {one.cue.start for one in found if one.rule == "clause_after"}
    return [one for one in found if not (_is_will(one) and _says_what(one, cues, page))]


def _is_will(one: Sourced) -> bool:
    """'Declined to say'; 'is expected to tell'"""
    return (one.rule == "to_do" and one.word in _WILLING) or (one.rule == "said_to_be" and one.word == "expect")


def _says_what(one: Sourced, cues: set[int], page: Page) -> bool:
    first = page.token_at(one.content[-1].start)
    verb = next((token for token in page.tokens[first : first + _VERB_WITHIN] if token.tag_ == "VB"), None)
    return verb is not None and verb.idx in cues


def _settled(found: list[Sourced]) -> list[Sourced]:
    """Without readings inside other readings: what somebody says that others said is part of what they say."""
    kept: list[Sourced] = []
    covered = Cover()
    for one in sorted(found, key=lambda one: -width(one.content)):
        if not covered.touches(Span(one.cue.start, one.cue.start + 1)):
            kept.append(one)
            covered.add(one.content)
    apart: list[Sourced] = []
    taken = Cover()
    for one in sorted(kept, key=_rank):
        if not any(taken.touches(span) for span in one.content):
            apart.append(one)
            taken.add(one.content)
    return sorted(apart, key=lambda one: (one.content[0], one.cue))


def _rank(one: Sourced) -> tuple[int, int]:
    """Quotation marks are the best evidence, then the longer reading; a mere colon comes last."""
    order = {"quotation_before": 0, "quotation_after": 0, "signed_quotation": 0, "colon_before_quotation": 2}
    return order.get(one.rule, 1), -width(one.content)


def mode_of(content: tuple[Span, ...], page: Page) -> Mode:
    """How much of the words stands inside quotation marks."""
    letters = quoted = 0
    for start, end in content:
        for passage in page.passages_between(start - 1, end):
            quoted += page.letters(max(start, passage.span.start), min(end, passage.span.end))
        letters += page.letters(start, end)
    if quoted == 0:
        return Mode.INDIRECT
    return Mode.DIRECT if quoted >= letters else Mode.MIXED
