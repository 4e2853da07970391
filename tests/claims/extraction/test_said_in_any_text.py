"""Whatever the text: nothing is said after it was published, and reading takes time that grows with its length."""

import datetime as dt
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction.dates import find_times, read_said
from claims.records import Precision, SaidReading, Span
from tests.claims.extraction.test_said import THURSDAY, TOKENS_ALONE, unmarked

WORDS = st.sampled_from(
    ["{said}", "{told}", "{added}", "{replied}", "<She>", "[“No,”]", "[that it rained]", "on Monday", "on Friday",
     "will", "had", "in 2019", "in May", "yesterday", "tomorrow", ",", ".", "\n\n", "a hearing", "asked", "who",
     "after", "9am", "the report", "next year", "the 2030 vote", "on 1 January 2020"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(
    pieces=st.lists(WORDS, min_size=1, max_size=12).map(" ".join),
    published=st.none() | st.dates(dt.date(2016, 1, 1), dt.date(2019, 12, 31)),
)
def test_nothing_is_said_after_it_was_published(pieces: str, published: dt.date | None) -> None:
    text, marks = unmarked(pieces)
    doc = TOKENS_ALONE(text)
    times = find_times(doc, published)
    first = read_said(doc, marks["content"], marks["cue"][:1], marks["source"], times, published)
    second = read_said(doc, marks["content"], marks["cue"][-1:], marks["source"], times, published, [first])
    for read in filter(None, (first, second)):
        assert 0 <= read.basis.start < read.basis.end <= len(text)
        assert read.said.precision in Precision
        assert published is None or read.said.start is None or read.said.start <= published


def seconds(sentences: int) -> float:
    """For the said dates of one paragraph of so many attributions that no sentence end parts."""
    one = "“It is safe,” Lane told them on Wednesday."
    doc = TOKENS_ALONE(one * sentences)
    times = find_times(doc, THURSDAY)
    previous: list[SaidReading | None] = []
    began = time.process_time()
    for start in range(0, len(doc.text), len(one)):
        content, source, cue = (Span(start + a, start + b) for a, b in ((0, 13), (14, 18), (19, 23)))
        previous.append(read_said(doc, (content,), (cue,), (source,), times, THURSDAY, previous))
    assert all(previous)
    return time.process_time() - began


def test_a_paragraph_without_end_is_read_in_time_that_grows_with_its_length() -> None:
    assert seconds(600) < 12 * seconds(150)
