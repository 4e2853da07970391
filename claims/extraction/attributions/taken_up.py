"""'She said that the bridge was safe, a claim the mayor denies': two readings of the same words. What hangs behind a
report and turns it down is a report of its own, with the content of the first."""

from collections.abc import Sequence

from claims.extraction.attributions.clauses import finite
from claims.extraction.attributions.sourced import Sourced
from claims.extraction.attributions.sources import source_span
from claims.extraction.attributions.turned_down import TurnedDown, turned_down
from claims.extraction.parsed.page import Page
from claims.records import Span


def taken_up(found: Sequence[Sourced], page: Page) -> list[Sourced]:
    """The reports of a page, each with the one behind it that denies the same words."""
    more, tails = list[Sourced](), set[int]()
    for one in found:
        number = _behind(one, page)
        tail = turned_down(page.tokens[number]) if number is not None and _tells(one, page) else None
        if number is not None and tail is not None:
            more.append(_the_same_words(one, tail, page))
            tails.update(token.idx for token in page.tokens[number : tail.verb.i + 1])
    kept = [one for one in found if one.cue.start not in tails]
    return sorted([*kept, *more], key=lambda one: (one.content[0], one.cue))


def _the_same_words(one: Sourced, tail: TurnedDown, page: Page) -> Sourced:
    cue = Span(tail.verb.idx, tail.verb.idx + len(tail.verb))
    start, end = source_span(tail.who, tail.verb, one.content, page)
    source = Span(max(start, tail.first.idx), end)
    return Sourced(one.content, cue, tail.who, source, one.mode, "taken_up", frozenset({"clause"}), tail.base)


def _behind(one: Sourced, page: Page) -> int | None:
    """The number of the word behind the comma that ends a report."""
    end = max(span.end for span in (*one.content, one.cue, *([one.source] if one.source else [])))
    last = page.token_at(end - 1)
    limit = page.sentence_end(last)
    number = next((n for n in (last, last + 1) if n < limit - 1 and page.tokens[n].text == ","), None)
    if number is None and last + 1 < limit and page.tokens[last - 1].text == ",":
        number = last
    return number + 1 if number is not None else None


def _tells(one: Sourced, page: Page) -> bool:
    """Whether a report tells what happened: not the 'that the bridge' of a sentence that is only interrupted."""
    return one.rule != "clause_after" or any(
        finite(token) for start, end in one.content for token in page.tokens_between(start, end)
    )
