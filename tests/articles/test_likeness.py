"""Near copies are told from other reports of the same event, whatever was cut, moved or put on top."""

import time

import pytest

from articles.capture.likeness import (
    ASKED,
    KEPT,
    LEAST_SHARED,
    LONGEST_COMPARED,
    are_near_copies,
    sample,
    share,
    shingles,
)
from tests.articles.wires import RIVAL, SPEECH, WIRE, news


def alike(one: str, other: str) -> bool:
    return are_near_copies(share(shingles(one), shingles(other)), of_one_outlet=False)


PARAGRAPHS = WIRE.split("\n\n")
COPIES = {
    "the same text": WIRE,
    "a headline and a byline of its own": f"Harbour row deepens\n\nBy A Writer and Wire Services\n\n{WIRE}",
    "the second half cut": "\n\n".join(PARAGRAPHS[: len(PARAGRAPHS) // 2]),
    "every other paragraph": "\n\n".join(PARAGRAPHS[::2]),
    "paragraphs the other way round": "\n\n".join(reversed(PARAGRAPHS)),
    "as much again of its own": f"{news(3, 12)}\n\n{WIRE}",
    "capitals": WIRE.upper(),
    "other line breaks": WIRE.replace(". ", ".\n"),
    "typewriter's quotation marks": WIRE.replace("“", '"').replace("”", '"').replace("’", "'"),
}


@pytest.mark.parametrize("text", COPIES.values(), ids=COPIES)
def test_a_copy_is_told(text):
    assert alike(WIRE, text)
    assert alike(text, WIRE)


OTHERS = {
    "a rival's report of the same event": RIVAL,
    "another story": news(8, 12),
    "the same speech with a word of one's own around it": f"{news(5, 6)}\n\n{SPEECH}\n\n{news(6, 6)}",
    "an excerpt in a long read": f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}\n\n{news(9, 200)}",
    "nothing but the speech": SPEECH,
    "a word": "No.",
    "nothing": "",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_another_report_is_not_taken_for_a_copy(text):
    assert not alike(WIRE, text)
    assert not alike(text, WIRE)


def test_two_who_print_one_speech_are_two_reports():
    one, other = (f"{news(seed, 5)}\n\n{SPEECH}\n\n{news(seed + 1, 5)}" for seed in (20, 30))
    assert share(shingles(one), shingles(other)) < 0.1


QUOTED = {
    "curly": "He said: “{}” and left.",
    "straight": 'He said: "{}" and left.',
    "single": "He said: ‘{}’ and left.",
    "german": "He said: „{}“ and left.",
    "french": "He said: «{}» and left.",
    "to the end of the paragraph": "He said: “{}",
}


@pytest.mark.parametrize("around", QUOTED.values(), ids=QUOTED)
def test_quoted_words_are_nobodys_own(around):
    said = around.format("We don’t have any list of names whatever they may say of us today")
    assert shingles(said) == shingles(around.format("Another thing"))


def test_an_apostrophe_opens_no_quotation():
    plain = "The ministers office said that nobody keeps lists of names in the harbour"
    assert shingles(plain.replace("ministers", "minister’s")) == shingles(plain)
    assert len(shingles(plain)) == 9


def test_within_one_outlet_more_has_to_be_the_same():
    assert are_near_copies(0.5, of_one_outlet=False)
    assert not are_near_copies(0.5, of_one_outlet=True)


def test_a_short_text_shares_too_little_to_tell():
    words = WIRE.split()
    assert share(shingles(WIRE), shingles(" ".join(words[:15]))) == 0
    assert len(shingles(" ".join(words[:15]))) < LEAST_SHARED


def test_copies_share_what_they_are_found_by():
    kept, asked = sample(shingles(COPIES["the second half cut"]), KEPT), sample(shingles(WIRE), ASKED)
    assert len(kept) == KEPT
    assert len({*kept} & {*asked}) > KEPT // 2
    assert kept == sorted(kept)


def test_a_very_long_text_is_compared_as_far_as_it_is_and_quickly():
    text = " ".join(f"word{number * number % 9973}" for number in range(500_000))
    started = time.perf_counter()
    found = shingles(text)
    assert time.perf_counter() - started < 2
    assert found == shingles(text[:LONGEST_COMPARED])


@pytest.mark.parametrize("mark", ["“", "‘", '"', "‘’", "«", "„"])
def test_marks_without_end_take_no_time(mark):
    started = time.perf_counter()
    shingles(f"a {mark}b " * 30_000)
    assert time.perf_counter() - started < 2


def test_the_two_real_articles_are_two_reports(articles_folder):
    one, other = ((articles_folder / f"{name}-rudd-targets.txt").read_text() for name in ("bbc", "csw"))
    assert len(shingles(one) & shingles(other)) < 10
