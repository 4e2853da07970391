"""What looks like reported words and is covered by no attribution, so that an editor sees what was missed."""

from collections.abc import Sequence

from claims.extraction.attributions.cues import find_cues
from claims.extraction.parsed.page import Cover, Page
from claims.extraction.parsed.word_lists import words
from claims.records import Attribution, Remainder, RemainderKind, Span


def find_remainder(page: Page, found: Sequence[Attribution]) -> tuple[Remainder, ...]:
    """The quoted words that no content touches and the plain reporting verbs that no attribution has, in text order.
    What is no suggestion covers nothing: of it, the cue stands here.

    A verb inside reported words is part of them: 'she said that he had said so' leaves nothing."""
    said = [one for one in found if one.is_suggestion]
    covered = Cover()
    for one in said:
        covered.add(one.content)
    used = {span.start for one in said for span in one.cue}
    missed = [Remainder(span, RemainderKind.QUOTED_WORDS) for span in _quoted(page) if not covered.touches(span)]
    left = {span for one in found if not one.is_suggestion for span in one.cue}
    missed += [
        Remainder(span, RemainderKind.REPORTING_VERB)
        for span in left.union(_reporting_verbs(page))
        if span.start not in used and not covered.touches(span)
    ]
    return tuple(sorted(missed, key=lambda one: one.span))


def _quoted(page: Page) -> list[Span]:
    return [passage.span for passage in page.passages if any(c.isalnum() for c in passage.words.of(page.text))]


def _reporting_verbs(page: Page) -> list[Span]:
    return [
        page.stretch(cue.token.i, cue.last.i)
        for cue in find_cues(page)
        if cue.word in words("plain") and cue.token.lower_ in words("said")
    ]
