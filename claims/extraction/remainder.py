"""What looks like reported words and is covered by no attribution, so that an editor sees what was missed."""

from collections.abc import Sequence

from claims.extraction.page import Page
from claims.records import Attribution, Remainder, RemainderKind


def find_remainder(page: Page, found: Sequence[Attribution]) -> tuple[Remainder, ...]:
    """The quoted passages that no content touches, in text order."""
    covered = [span for one in found for span in one.content]
    return tuple(
        Remainder(passage.span, RemainderKind.QUOTED_WORDS)
        for passage in page.passages
        if passage.words.start < passage.words.end
        and not any(a.start < passage.span.end and passage.span.start < a.end for a in covered)
    )
