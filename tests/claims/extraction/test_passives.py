"""What was said, told in the passive: its subject is part of the report."""

import pytest

from tests.claims.extraction.annotated import drawn_triple, plain, read_by_rules

PASSIVES = {
    "asked to do": "{The council} was <asked> {to close the bridge}.",
    "accused": "{The council} was <accused> {of closing the bridge}.",
    "said to be": "{The bridge} is <said> {to be safe}.",
    "called by somebody": "{The bridge} was <called> {a disgrace} by [the mayor].",
    "described by somebody": "{The bridge} was <described> by [the mayor] {as a disgrace}.",
    "called in marks": '{The bridge} was <labelled> {a "death trap"}.',
    "called in marks, behind its noun": 'She founded {a group} <called> {"Friends of the Bridge"}.',
    "announced by somebody": "{The plan} was <announced> by [the council].",
    "confirmed by somebody": "{His death} was <confirmed> by [the council].",
}


@pytest.mark.parametrize("drawn", PASSIVES.values(), ids=PASSIVES.keys())
def test_the_subject_is_part_of_the_report(drawn):
    assert drawn_triple(drawn) in read_by_rules(plain(drawn))


NOBODYS_WORDS = {
    "a mere name": "They live near a stream called the Leck.",
    "a mere name, as a sentence": "The stream is called the Leck.",
    "announced by nobody": "The plan was announced.",
    "a mere pronoun": "It was announced by the council.",
    "said of no subject": "It was said that day.",
}


@pytest.mark.parametrize("text", NOBODYS_WORDS.values(), ids=NOBODYS_WORDS.keys())
def test_what_nobody_in_particular_says_is_not_reported(text):
    assert read_by_rules(text) == []


def test_a_verb_behind_a_comma_is_no_passive():
    drawn = '[Ms Jones], speaking on the radio, <called> {the bridge a "death trap"}.'
    assert [content for _, _, content in read_by_rules(plain(drawn))] == [drawn_triple(drawn)[2]]
