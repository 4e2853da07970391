"""Puts sources, cues and contents together, and settles which of several readings of the same words stands."""

from dataclasses import dataclass, replace

from spacy.tokens import Token

from claims.extraction.content import Found, find_content
from claims.extraction.cues import find_cues
from claims.extraction.joining import joined_quotations, whole_passages
from claims.extraction.page import Page, width
from claims.extraction.phrases import find_phrases
from claims.extraction.sources import find_source, source_span
from claims.records import Mode, Span


@dataclass(frozen=True, slots=True)
class Sourced:
    """An attribution in the making: what was found, and the head and extent of its source."""

    content: tuple[Span, ...]
    cue: Span
    head: Token | None
    source: Span | None
    mode: Mode
    rule: str
    frames: frozenset[str]
    word: str


def find_attributions(page: Page) -> list[Sourced]:
    """Every attribution of a page, in text order."""
    found = [*find_phrases(page), *_from_cues(page)]
    found = [one for one in found if one.content]
    whole = [replace(one, content=whole_passages(one.content, page)) for one in found]
    settled = _settled(whole)
    return [replace(one, mode=mode_of(one.content, page)) for one in joined_quotations(settled, page)]


def _from_cues(page: Page) -> list[Sourced]:
    found: dict[int, Sourced] = {}
    for cue in find_cues(page):
        if cue.token.i in found:
            continue
        what = find_content(cue, page)
        if what is not None:
            found[cue.token.i] = _sourced(what, page)
    return list(found.values())


def _sourced(what: Found, page: Page) -> Sourced:
    cue = what.cue
    head = find_source(cue)
    source = source_span(head, cue.token, what.content, page) if head is not None else None
    if head is not None and any(start <= head.idx < end for start, end in what.content):
        head = source = None
    return Sourced(
        what.content,
        page.stretch(cue.token.i, cue.last.i),
        head,
        source,
        Mode.INDIRECT,
        what.rule,
        cue.frames,
        cue.word,
    )


def _settled(found: list[Sourced]) -> list[Sourced]:
    """Without readings inside other readings: what somebody says that others said is part of what they say."""
    kept: list[Sourced] = []
    for one in sorted(found, key=_strength):
        if not any(_collide(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: (one.content[0], one.cue))


def _strength(one: Sourced) -> tuple[int, int]:
    order = 0 if one.rule.startswith(("quotation", "name_colon")) else 1
    return order, -width(one.content)


def _collide(one: Sourced, other: Sourced) -> bool:
    """Whether the contents overlap, or the cue of one lies in the content of the other."""
    return any(a.start < b.end and b.start < a.end for a in one.content for b in other.content) or any(
        a.start <= one.cue.start < a.end for a in other.content
    )


def mode_of(content: tuple[Span, ...], page: Page) -> Mode:
    """How much of the words stands inside quotation marks."""
    letters = quoted = 0
    for start, end in content:
        for passage in page.passages_between(start - 1, end):
            quoted += sum(c.isalnum() for c in page.text[max(start, passage.span.start) : min(end, passage.span.end)])
        letters += sum(c.isalnum() for c in page.text[start:end])
    if quoted == 0:
        return Mode.INDIRECT
    return Mode.DIRECT if quoted >= letters else Mode.MIXED
