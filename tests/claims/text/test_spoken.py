"""Printed words and what was spoken."""

import pytest

from claims.text.spoken import spoken

SPOKEN = {
    "curly marks": (["“We have no list.”"], "We have no list."),
    "straight marks": (['"We have no list."'], "We have no list."),
    "single marks": (["‘We have no list.’"], "We have no list."),
    "no marks": (["We have no list"], "We have no list"),
    "the comma before the cue": (["“We have no list,”"], "We have no list"),
    "two pieces": (["“We have,”", "“no list.”"], "We have, no list."),
    "marks inside stay": (["“We have no ‘list’ of names”"], "We have no ‘list’ of names"),
    "quoted words at the end stay": (["“We never said “list””"], "We never said “list”"),
    "an apostrophe at the end stays": (["it was the ministers'"], "it was the ministers'"),
    "an apostrophe at the start stays": (["'twas never a list"], "'twas never a list"),
    "paragraphs that open again": (["“One.\n\n“Two.”"], "One.\n\nTwo."),
    "a closing mark alone": (["we have no list.”"], "we have no list."),
    "nothing but marks": (["“”"], ""),
    "nothing": ([], ""),
}


@pytest.mark.parametrize(("pieces", "words"), SPOKEN.values(), ids=SPOKEN)
def test_the_marks_belong_to_the_paper(pieces: list[str], words: str) -> None:
    assert spoken(pieces) == words
