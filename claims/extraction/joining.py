"""Contents and quoted passages fitted to each other: whole passages, interrupted and carried-on quotations."""

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.extraction.page import Page
from claims.extraction.quotations import Passage
from claims.records import Span

if TYPE_CHECKING:
    from claims.extraction.attributions import Sourced


def whole_passages(content: tuple[Span, ...], page: Page) -> tuple[Span, ...]:
    """The content with every passage that it begins or ends in taken whole, to the last of its paragraphs."""
    spans: list[Span] = []
    for span in content:
        start, end = span
        around = page.passage_at(start)
        if around is not None and around.span.start < start:
            start = around.span.start
        for passage in page.passages_between(start, end):
            end = max(end, passage.span.end)
        end = _through_paragraphs(end, page)
        if spans and start < spans[-1].end:
            spans[-1] = Span(min(start, spans[-1].start), max(end, spans[-1].end))
        else:
            spans.append(Span(start, end))
    return tuple(spans)


def _through_paragraphs(end: int, page: Page) -> int:
    """The end of a quotation that goes on in the next paragraphs because its marks stay open."""
    for passage in page.passages_between(end, len(page.text)):
        if not passage.continues or page.text[end : passage.span.start].strip():
            break
        end = passage.span.end
    return end


def joined_quotations(found: list["Sourced"], page: Page) -> list["Sourced"]:
    """Gives each attribution the passages that carry it on: '"A," said X. "B."' is one."""
    taken = [span for one in found for span in one.content]
    result = []
    for i, one in enumerate(found):
        limit = found[i + 1].content[0].start if i + 1 < len(found) else len(page.text)
        more = _carried_on(one, limit, taken, page)
        result.append(replace(one, content=(*one.content, *more)) if more else one)
    return result


def _carried_on(one: "Sourced", limit: int, taken: list[Span], page: Page) -> list[Span]:
    last = one.content[-1]
    if not _ends_quoted(last, page):
        return []
    more: list[Span] = []
    position = max(last.end, one.cue.end)
    part = page.paragraph_at(last.end - 1)
    for passage in page.passages_between(position, min(limit, part.end)):
        if any(a.start < passage.span.end and passage.span.start < a.end for a in taken):
            break
        if not _stands_alone(passage, page):
            break
        end = _through_paragraphs(passage.span.end, page)
        more.append(Span(passage.span.start, end))
    return more


def _ends_quoted(span: Span, page: Page) -> bool:
    return page.passage_at(span.end - 1) is not None


def _stands_alone(passage: Passage, page: Page) -> bool:
    """Whether a passage is a sentence or a resumption of one, not a word in quotation marks."""
    words = passage.words.of(page.text)
    before = page.text[: passage.span.start].rstrip()[-1:]
    return len(words.split()) > 2 and (before in '.?!,:;…—–―"”' or words[:1].isupper()) and words[-1:] in ".?!…,—-–"
