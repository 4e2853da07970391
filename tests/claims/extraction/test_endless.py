"""Texts that nobody would print are read in time all the same: one of them must not keep a worker busy for hours."""

import time

import pytest

from claims.extraction.parsed.parsing import LONGEST_WORD
from claims.extraction.pipeline import load

LENGTH = 300_000
SECONDS = 10
"""Of processor time, where `make bench ARGS=extraction` measures two: before runs, sentences and texts were cut, some
of these took minutes."""

ENDLESS = {
    "marks of every kind": "“”\"'",
    "opening marks": "“",
    "single opening marks": "‘",
    "closing marks": "”",
    "straight marks": '"',
    "marks with spaces": '" ' * 10_000,
    "opening marks with spaces": "“ a ",
    "brackets": "(",
    "one word": "a",
    "nothing but a cue": "said ",
    "a cue with a subject": "he said that ",
    "a phrase that is a cue": "according to ",
    "a day": "on Wednesday ",
    "one surname": "".join(f"Anna{number} Jones said Jones said. Jones denied it. " for number in range(3000)),
    "capitals with a cue": "ANNA LANE SAID ",
    "quotations in one line": '"a" said "b" ',
    "commas between marks": '", said ", ',
    "statements": "Statement by Anna Lane:\n\n“It is so.\n\n“It is.\n\n",
    "one letter a line": "a\n\n",
}


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_an_endless_text_is_read_in_time(text):
    extractor, before = load(), time.process_time()
    extractor.read((text * (LENGTH // len(text) + 1))[:LENGTH])
    assert time.process_time() - before < SECONDS


@pytest.mark.parametrize("length", [LONGEST_WORD, LONGEST_WORD + 1, 3 * LONGEST_WORD, 3 * LONGEST_WORD + 7])
def test_a_run_without_white_space_keeps_every_position(length):
    text = f'He said: "No."\n\n{"x" * length} {"“" * length} end.\n“Yes,” she said.'
    [found] = [one for one in load().read(text).attributions if "Yes" in one.content[0].of(text)]
    assert found.content[0].of(text) == "“Yes,”"
