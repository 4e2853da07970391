"""What somebody says and somebody else denies in the same breath: two readings of the same words."""

import pytest

from claims.records import Stance
from tests.claims.extraction.annotated import read_by_rules

BOTH = {
    "a claim that somebody denies": (
        "Brandt said on Monday that the dam leaked, a claim the ministry denies.",
        ("Brandt", "said"),
        ("the ministry", "denies"),
        ("that the dam leaked",),
    ),
    "which somebody denies": (
        "Brandt said on Monday that the dam leaked, which the ministry denies.",
        ("Brandt", "said"),
        ("the ministry", "denies"),
        ("that the dam leaked",),
    ),
    "a claim denied by somebody": (
        "Brandt said on Monday that the dam leaked, a claim denied by the ministry.",
        ("Brandt", "said"),
        ("the ministry", "denied"),
        ("that the dam leaked",),
    ),
    "somebody whom the words are about": (
        "Brandt said that Mr Ott took bribes, an allegation he has rejected.",
        ("Brandt", "said"),
        ("he", "rejected"),
        ("that Mr Ott took bribes",),
    ),
    "something that somebody denies": (
        "Critics say the mayor lied, something he has denied.",
        ("Critics", "say"),
        ("he", "denied"),
        ("the mayor lied",),
    ),
    "by somebody with a name": (
        "Maria Brandt said that the dam leaked, a claim Carl Ott rejected.",
        ("Maria Brandt", "said"),
        ("Carl Ott", "rejected"),
        ("that the dam leaked",),
    ),
    "of an accusation": (
        "Brandt accused the mayor of lying, a charge the mayor denies.",
        ("Brandt", "accused"),
        ("the mayor", "denies"),
        ("the mayor of lying",),
    ),
    "behind who said it": (
        "The dam leaked, Maria Brandt said, a claim that Mr Ott's office denied.",
        ("Maria Brandt", "said"),
        ("Mr Ott's office", "denied"),
        ("The dam leaked",),
    ),
    "in quotation marks": (
        '"The dam leaked," Maria Brandt said, a claim the ministry has repeatedly denied.',
        ("Maria Brandt", "said"),
        ("the ministry", "denied"),
        ('"The dam leaked,"',),
    ),
    "in quotation marks, with the verb first": (
        '"The dam leaked," said Maria Brandt, which the ministry denies.',
        ("Maria Brandt", "said"),
        ("the ministry", "denies"),
        ('"The dam leaked,"',),
    ),
}


@pytest.mark.parametrize(("text", "first", "second", "content"), BOTH.values(), ids=BOTH.keys())
def test_the_same_words_are_said_and_denied(text, first, second, content):
    assert read_by_rules(text) == [(*first, content), (*second, content)]


ONE = {
    "a claim is dropped": "Brandt said the well was dry, a claim the council has since dropped.",
    "a plan is rejected": "Brandt said she would close the dam, which the ministry rejects.",
    "a claim is made": "Brandt said that the dam leaked, a claim made by the ministry.",
}


@pytest.mark.parametrize("text", ONE.values(), ids=ONE.keys())
def test_what_is_not_denied_is_said_once(text):
    assert [source for source, *_ in read_by_rules(text)] == ["Brandt"]


def test_who_denies_it_does_not_assert_it(extractor):
    found = extractor.read("Brandt said that the dam leaked, a claim the ministry rejects.", None).attributions
    assert [one.stance for one in found] == [Stance.ASSERTS, Stance.DENIES]


def test_who_does_not_deny_it_is_no_denial(extractor):
    found = extractor.read("Brandt said that the dam leaked, which the ministry did not deny.", None).attributions
    assert [(one.stance, one.negated) for one in found] == [(Stance.ASSERTS, False), (None, True)]
