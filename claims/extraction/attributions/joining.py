"""Contents and quoted passages fitted to each other: whole passages, interrupted and carried-on quotations."""

from bisect import bisect_left
from dataclasses import replace

from claims.extraction.attributions.clauses import finite, reports_anew
from claims.extraction.attributions.cues import is_reporting
from claims.extraction.attributions.quoted_speech import names_a_show, past_quotation
from claims.extraction.attributions.sourced import Sourced
from claims.extraction.parsed.page import Page
from claims.extraction.parsed.passages import DOUBLE, SINGLE, Passage
from claims.records import Span

_BREAKS = '.?!,:;…—–―"”'
_SENTENCE_ENDS = (".", "?", "!")
_PAUSES = frozenset(",–—-―")
_CLOSERS = frozenset({"", *".,;?!…–—-"})
_RUNS_ON = frozenset(
    {
        "clause_after",
        "up_to_quotation",
        "somebody_for_something",
        "somebody_something",
        "somebody_to_do",
        "to_do",
        "about_something",
        "some_thing",
    }
)
_SPEECH = frozenset({"clause", "quotation", "question"})


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


def to_the_last_passage(found: list[Sourced], page: Page) -> list[Sourced]:
    """Lets reported clauses run on to quoted words later in their sentence that no other cue introduces."""
    taken = sorted(span for one in found for span in (*one.content, one.cue))
    return [_run_on(one, taken, page) if one.rule in _RUNS_ON else one for one in found]


def _run_on(one: Sourced, taken: list[Span], page: Page) -> Sourced:
    last = one.content[-1]
    if one.cue.start > last.start:
        return one
    number = page.token_at(last.end - 1)
    limit = page.sentence_end(number)
    stop = page.tokens[limit - 1].idx + len(page.tokens[limit - 1])
    following = bisect_left(taken, (last.end, 0))
    stop = min(stop, taken[following].start) if following < len(taken) else stop
    end = last.end
    for passage in page.passages_between(last.end, stop):
        gap = page.tokens_between(end, passage.span.start)
        if any(is_reporting(token) or token.text in ".?!;:" or reports_anew(token) for token in gap):
            break
        if one.rule != "clause_after" and any(finite(token) for token in gap):
            break
        end = past_quotation(page, passage)
    return one if end == last.end else replace(one, content=(*one.content[:-1], Span(last.start, end)))


def joined_quotations(found: list[Sourced], page: Page) -> list[Sourced]:
    """Gives each attribution the passages that carry it on: '"A," said X. "B."' is one."""
    taken = [span for one in found for span in one.content]
    result = []
    for i, one in enumerate(found):
        following = (other.content[0].start for other in found[i + 1 :] if other.frames & _SPEECH)
        limit = next(following, len(page.text))
        more = _carried_on(one, limit, taken, page)
        result.append(replace(one, content=(*one.content, *more)) if more else one)
    return result


def _carried_on(one: Sourced, limit: int, taken: list[Span], page: Page) -> list[Span]:
    if not one.frames & _SPEECH:
        return []
    more: list[Span] = []
    position = max(one.content[-1].end, one.cue.end)
    quoted = any(page.passage_at(span.end - 1) is not None for span in one.content)
    for passage in page.passages_between(position, limit):
        if any(a.start < passage.span.end and passage.span.start < a.end for a in taken):
            break
        if names_a_show(passage, page):
            continue
        follows = _follows(position, passage, page, quoted)
        if not follows or not (_stands_alone(passage, page) or _second_half(one, passage, page)):
            break
        position, quoted = _through_paragraphs(passage.span.end, page), True
        more.append(Span(passage.span.start, position))
    return more


def _follows(position: int, passage: Passage, page: Page, quoted: bool) -> bool:
    """Whether a passage stands right behind in the same paragraph, or is the whole of the next ("floating" speech)."""
    here, there = page.paragraph_at(position - 1), page.paragraph_at(passage.span.start)
    if here == there:
        return quoted or page.text[position : passage.span.start].strip() in (".", "", ":", ",")
    if page.text[here.end : there.start].strip() or passage.span != there or there.start < here.end:
        return False
    return quoted


def _second_half(one: Sourced, passage: Passage, page: Page) -> bool:
    """Whether a passage ends a quotation that its cue broke off: '"The bridge", she said, | "is safe".'"""
    first = one.content[0]
    half = page.passage_at(first.end - 1)
    if half is None or one.cue.start < first.end or page.text[half.words.end - 1] in _SENTENCE_ENDS:
        return False
    between = page.text[first.end : passage.span.start].rstrip()
    if between[-1:] not in _PAUSES or page.paragraph_at(first.start) != page.paragraph_at(passage.span.start):
        return False
    behind = page.text[passage.span.end : passage.span.end + 2].strip()[:1]
    closed = behind in _CLOSERS or page.text[passage.words.end - 1] in _CLOSERS
    return closed and not any(
        token.text in _SENTENCE_ENDS for token in page.tokens_between(first.end, passage.span.start)
    )


def _stands_alone(passage: Passage, page: Page) -> bool:
    """Whether a passage is a sentence or a resumption of one, not a word in quotation marks."""
    words = passage.words.of(page.text)
    before = page.text[: passage.span.start].rstrip()[-1:]
    if before == "," and words[-1:] in ".?!":
        return True
    if len(words.split()) < 3:
        return False
    if before in ".?!" and words[:1].isupper():
        return True
    return (before in _BREAKS or words[:1].isupper()) and words.rstrip(DOUBLE + SINGLE + " ")[-1:] in ".?!…,—-–"
