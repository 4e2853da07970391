"""Whatever the text: times are found in order, inside it, and in time that grows with its length."""

import datetime as dt
import itertools
import time

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction.dates import find_times

ENGLISH = spacy.blank("en")
THURSDAY = dt.date(2018, 4, 26)


@pytest.mark.parametrize(
    "piece",
    [
        "late ",
        "about ",
        "“Monday ",
        "The Monday ",
        "two more ",
        "the end of ",
        "a year ago ",
        "on Monday ",
        "Monday, ",
        "twenty-",
        "1,000,",
    ],
)
def test_repeated_words_are_read_in_time_that_grows_with_their_number(piece: str) -> None:
    def seconds(times: int) -> float:
        doc = ENGLISH(piece * times)
        began = time.process_time()
        find_times(doc, THURSDAY)
        return time.process_time() - began

    assert seconds(2000) < 0.05 + 12 * seconds(500)


PIECES = st.sampled_from(
    ["on ", "Thursday ", "last ", "the ", "two ", "years ", "ago", ", ", "31 ", "February ", "2018", "-", "/", "'",
     "s ", "half ", "a ", "mid-", "9 ", "a.m. ", "every ", "other ", "quarter ", "of ", "May ", "until ", "’80s",
     "century ", "nineteen ", "ninety ", "later ", "hundred ", "0", "999999999 ", "weekend ", "earlier ", "13:61 ",
     "\n\n"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    text=st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map("".join)),
    published=st.sampled_from([None, THURSDAY, dt.date.min, dt.date.max]) | st.dates(),
)
def test_any_text_is_read_into_ordered_spans_inside_it(text: str, published: dt.date | None) -> None:
    spans = [times.span for times in find_times(ENGLISH(text), published)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
