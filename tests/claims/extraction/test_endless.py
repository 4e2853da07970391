"""Texts that nobody would print are read in time all the same: one of them must not keep a worker busy for hours."""

import time

import pytest

from claims.extraction.parsed.parsing import LONGEST_WORD
from claims.extraction.pipeline import load

SECONDS = 10
"""Of processor time for half a block: a word takes as long as anywhere else. Before runs and sentences were cut, some
of these took minutes."""

ENDLESS = {
    "marks of every kind": "“”\"'" * 5_000,
    "opening marks": "“" * 20_000,
    "single opening marks": "‘" * 20_000,
    "closing marks": "”" * 20_000,
    "straight marks": '"' * 20_000,
    "marks with spaces": '" ' * 10_000,
    "opening marks with spaces": "“ a " * 5_000,
    "brackets": "(" * 20_000,
    "one word": "a" * 20_000,
    "nothing but a cue": "said " * 4_000,
    "a cue with a subject": "he said that " * 1_500,
    "a phrase that is a cue": "according to " * 1_500,
    "a day": "on Wednesday " * 1_500,
    "one letter a line": "a\n\n" * 6_000,
}


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_an_endless_text_is_read_in_time(text):
    extractor, before = load(), time.process_time()
    extractor.read(text)
    assert time.process_time() - before < SECONDS


@pytest.mark.parametrize("length", [LONGEST_WORD, LONGEST_WORD + 1, 3 * LONGEST_WORD, 3 * LONGEST_WORD + 7])
def test_a_run_without_white_space_keeps_every_position(length):
    text = f'He said: "No."\n\n{"x" * length} {"“" * length} end.\n“Yes,” she said.'
    [found] = [one for one in load().read(text).attributions if "Yes" in one.content[0].of(text)]
    assert found.content[0].of(text) == "“Yes,”"
