from dataclasses import replace

import pytest

from claims.records import Finding, Mode
from claims.timeline.entries import Entry, Pair, Voice

MINISTER = Voice("mina-ister", "Mina Ister")
DENIAL, ADMISSION = Entry(1, MINISTER, "We have no list."), Entry(2, MINISTER, "There was a list.")
PAIR = Pair(7, DENIAL, ADMISSION, earlier_clash="no list", later_clash="was a list")

MARKS = {
    "quoted in full": (Mode.DIRECT, "We have no list.", True),
    "quoted in full, with marks of its own": (Mode.DIRECT, "“We have no list.”", False),
    "straight marks of its own": (Mode.DIRECT, '"We have no list."', False),
    "quoted in part": (Mode.MIXED, "there was “no list”", False),
    "reported": (Mode.INDIRECT, "there was no list", False),
}
FALLEN = {
    "the finding": replace(PAIR, withdrawn="They meant different lists."),
    "the earlier statement": replace(PAIR, earlier=replace(DENIAL, withdrawn="Somebody else.")),
    "the later statement": replace(PAIR, later=replace(ADMISSION, withdrawn="Somebody else.")),
}


@pytest.mark.parametrize(("mode", "words", "takes"), MARKS.values(), ids=MARKS)
def test_only_words_quoted_in_full_without_marks_get_some(mode, words, takes):
    assert Entry(1, MINISTER, words, mode).takes_marks is takes


@pytest.mark.parametrize("pair", FALLEN.values(), ids=FALLEN)
def test_a_finding_falls_with_what_was_withdrawn(pair):
    assert PAIR.stands
    assert not pair.stands


def test_a_pair_gives_each_side_the_other_and_its_clash():
    assert (PAIR.other(1), PAIR.other(2)) == (ADMISSION, DENIAL)
    assert (PAIR.clash(1), PAIR.clash(2)) == ("no list", "was a list")


@pytest.mark.parametrize(("finding", "clashes"), [("contradiction", True), ("partial", True), ("consistent", False)])
def test_only_contradictions_whole_or_partial_clash(finding, clashes):
    assert replace(PAIR, finding=Finding(finding)).clashes is clashes
