"""Titles that carry a word of time, read in pieces published on Thursday 26 April 2018."""

import datetime as dt

import pytest
import spacy

from claims.extraction.dates import find_times

ENGLISH = spacy.blank("en")


def read(text: str) -> list[str]:
    """The words of the time expressions in `text`."""
    return [times.span.of(text) for times in find_times(ENGLISH(text), dt.date(2018, 4, 26))]


@pytest.mark.parametrize(
    "text",
    [
        "She told ITV's This Morning that she was sorry.",
        "He said it on CBS Sunday Morning again.",
        "He said it on “Sunday Morning Futures” again.",
        "On ABC's “This Week,” he said it again.",
        "He said it on “Today” and on Radio 4's Today again.",
        "The author of The Thursday Murder Club said it.",
        "After Super Tuesday it was over.",
        "They wrote to the 'Monday Club' about it.",
        "She told Sunday with Laura Pole that it was over.",
        "She told the BBC's Sunday with Laura Pole that it was over.",
    ],
)
def test_a_title_is_no_time(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Today,” he said, “we won.”", "Today"),
        ("“Tuesday was great,” she said.", "Tuesday"),
        ("The Thursday vote was lost.", "Thursday"),
        ("They met on Sunday with Laura Pole.", "Sunday"),
        ("Lee's Monday speech was long.", "Monday"),
        ("Lee Speaks on Monday Morning", "Monday Morning"),
        ("They met on “Monday”, as they say.", "Monday"),
    ],
)
def test_a_time_in_quotation_marks_or_capitals_is_no_title(text: str, words: str) -> None:
    assert read(text) == [words]
