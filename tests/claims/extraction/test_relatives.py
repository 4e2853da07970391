"""Reported words whose subject or object stands before the cue as 'what' or 'which'."""

import pytest

from tests.claims.extraction.annotated import drawn_triple, plain, read_by_rules

FRONTED = {
    "what it is called": "They closed {what} [she] <called> {a disgrace}.",
    "what it is called, in marks": 'They closed {what} [she] <called> {a "disgrace"}.',
    "as what it is described": "They closed the bridge, {which} [she] <described> {as a disgrace}.",
    "whose verb comes later": "They closed the bridge, {which} [experts] <said> {was unsafe}.",
    "interrupted": "They closed the bridge, {which}, [experts] <said>, {was unsafe}.",
}


@pytest.mark.parametrize("drawn", FRONTED.values(), ids=FRONTED.keys())
def test_the_fronted_word_is_part_of_the_report(drawn):
    assert drawn_triple(drawn) in read_by_rules(plain(drawn))


SUBJECTS = {
    "who speaks": "We met an engineer [who] <said> {that the bridge was unsafe}.",
    "what carries the words": "They read a report [which] <said> {that the bridge was unsafe}.",
}


@pytest.mark.parametrize("drawn", SUBJECTS.values(), ids=SUBJECTS.keys())
def test_a_subject_is_no_part_of_it(drawn):
    assert drawn_triple(drawn) in read_by_rules(plain(drawn))
