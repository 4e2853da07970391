"""A denial never reads as an assertion: what a source does to reported words stands before them, everywhere."""

import re

import pytest

from claims.models import Quotation, Statement
from claims.records import Mode
from tests.claims.views.public.reading import opened, words
from tests.factories import (
    ArticleVersionFactory,
    ContradictionFactory,
    QuotationFactory,
    StatementFactory,
    StoryStatementFactory,
    story_edition_of,
)

TEXT = "A tense morning. Ms Ister denied that lists were used. She left."
OTHER = "Others wrote more. Ms Ister denied that such lists were ever used. She left."


@pytest.fixture
def denied(closures):
    """A denial in the harbour list, reported by two outlets, one of them in other words."""
    denies = {"mode": Mode.INDIRECT.value, "stance": "denies"}
    statement = StatementFactory(confirmed=True, speaker=closures.minister, words="lists were used", **denies)
    for text, exact in ((TEXT, "lists were used"), (OTHER, "such lists were ever used")):
        version = ArticleVersionFactory(text=text)
        QuotationFactory(version=version, exact=exact, cue="denied", accepted=True, statement=statement, **denies)
    StoryStatementFactory(story=closures.story, statement=statement)
    story_edition_of(closures.story)
    return statement


def reported(denied: Statement) -> Quotation:
    return denied.quotations.get(exact="lists were used")


def test_it_stands_before_the_words_on_every_page(closures, denied, subtests):
    pair = ContradictionFactory(confirmed=True, first=denied, second=closures.charge)
    pages = ("/stories/harbour/", "/speakers/mina-ister/", f"/statements/{denied.pk}/", f"/contradictions/{pair.pk}/")
    for address in (*pages, f"/quotations/{reported(denied).pk}/"):
        with subtests.test(address):
            assert "Denied: lists were used" in words(opened(address))


def test_it_is_told_in_title_description_and_card(denied):
    for address in (f"/statements/{denied.pk}/", f"/quotations/{reported(denied).pk}/"):
        head = opened(address).content.decode().split("</head>")[0]
        assert head.count("Denied: lists were used") == head.count("lists were used") > 1


def test_the_picture_tells_it(denied):
    assert "Mina Ister on 25 April 2018: Denied: lists were used" in opened("/stories/harbour/").content.decode()


def test_it_is_no_difference_between_two_reports_of_one_denial(denied):
    body = opened(f"/statements/{denied.pk}/").content.decode().split("How it was reported")[1]
    first, other = body.split('<div class="rendering">')[1:]

    assert "Denied: lists were used" in first
    assert "Same words" in first
    assert "<del>" not in first.split("rendering__verdict")[0]
    assert "Denied: <ins>such</ins> lists were <ins>ever</ins> used" in " ".join(other.split())


def test_an_assertion_of_what_was_denied_is_a_difference(denied):
    version = ArticleVersionFactory(text="She said that lists were used.")
    told = {"mode": Mode.INDIRECT.value, "stance": "promises", "accepted": True, "statement": denied}
    QuotationFactory(version=version, exact="lists were used", **told)

    body = opened(f"/statements/{denied.pk}/").content.decode()

    assert "<del>Denied" in body
    assert "<ins>Promised" in body


@pytest.mark.parametrize(
    ("mode", "stance", "shown"),
    [
        ("indirect", "denies", "Denied: lists were used"),
        ("mixed", "asks", "Asked: lists were used"),
        ("indirect", "promises", "Promised: lists were used"),
        ("indirect", "demands", "Demanded: lists were used"),
        ("indirect", "asserts", "lists were used"),
        ("indirect", "", "lists were used"),
        ("direct", "denies", "“lists were used”"),
    ],
)
def test_reported_words_tell_it_and_quoted_ones_tell_themselves(closures, mode, stance, shown):
    statement = StatementFactory(confirmed=True, words="lists were used", mode=mode, stance=stance)
    StoryStatementFactory(story=closures.story, statement=statement)
    story_edition_of(closures.story)

    page = words(opened(f"/statements/{statement.pk}/")).split("Pass it on")[0]

    assert shown in page
    told = r"\b(Denied|Asked|Promised|Demanded|Asserted|Said): lists were used"
    assert bool(re.search(told, page)) == (": " in shown)
