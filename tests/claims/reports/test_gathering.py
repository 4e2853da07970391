"""What a report holds: from what a reader is shown to values."""

import datetime as dt

import pytest

from claims.records import PairKind, Said, SpeakerKind
from claims.reports.gathering import pair_report, story_report
from claims.reports.passages import passages_of
from tests import cast
from tests.claims.reports.records import LATER, THURSDAY, published_pair, reading, reported, withdraw
from tests.factories import (
    ArticleFactory,
    ArticleVersionFactory,
    ContradictionFactory,
    CorrectionFactory,
    OutletFactory,
    QuotationFactory,
    ResponseFactory,
    SpeakerFactory,
    StatementFactory,
    StoryFactory,
    UserFactory,
)
from tests.factories.claims import NOON

pytestmark = pytest.mark.django_db


def test_a_pair_is_told_with_its_two_statements_in_the_order_they_were_said():
    speaker = SpeakerFactory(name="Mina Ister")
    later = reported("There was a list", speaker=speaker, said=THURSDAY)
    earlier = reported(speaker=speaker)
    pair = ContradictionFactory(first=later, second=earlier, confirmed=True)
    StoryFactory(published=True, statements=[earlier, later])
    report = pair_report(pair.pk, reading())
    assert report.title == "Mina Ister on 25 April 2018 and on 26 April 2018"
    assert [side.words for side in report.entries] == ["We have no list", "There was a list"]
    assert report.address == f"https://claims.example.org/contradictions/{pair.pk}/"
    assert report.pair_addresses == {pair.pk: report.address}
    assert report.statement_addresses[later.pk] == f"https://claims.example.org/statements/{later.pk}/"
    assert passages_of(report)["made"] == "30 April 2018, 12:00 BST"


def test_a_dispute_and_a_record_name_both_sides():
    document = SpeakerFactory(name="The Inspector's Report", kind=SpeakerKind.DOCUMENT)
    found = reported("A list was kept", speaker=document, said=Said.in_month(2015, 12))
    denied = reported(speaker=SpeakerFactory(name="Mina Ister"))
    pair = ContradictionFactory(first=found, second=denied, confirmed=True)
    report = pair_report(pair.pk, reading(cast.journalist()))
    assert report.pair.kind == PairKind.RECORD
    assert report.title == "The Inspector's Report (in December 2015) and Mina Ister (on 25 April 2018)"


def test_a_rendering_and_its_source_are_told_as_they_were_confirmed():
    statement = StatementFactory(words="We have no list", confirmed=True)
    article = ArticleFactory(outlet=OutletFactory(name="The Sample"), title="No list", byline="Ann Author")
    version = ArticleVersionFactory(article=article, number=2, text="Heard: We have no lists here.")
    QuotationFactory(accepted=True, statement=statement, version=version, exact="We have no lists")
    slug = StoryFactory(published=True, statements=[statement]).slug
    type(article).objects.filter(pk=article.pk).update(title="Another title", byline="Somebody Else")
    report = passages_of(story_report(slug, reading()))
    (told,) = report["days"][0]["statements"][0]["renderings"]
    source = told["source"]
    assert (told["difference"], told["place"]) == ("Differs: “lists” for “list”", "7 to 23")
    assert (source["outlet"], source["title"], source["byline"]) == ("The Sample", "No list", "Ann Author")
    assert (source["published"], source["captured"]) == ("26 April 2018", "26 April 2018, 09:00 BST")
    assert (source["version"], source["sha256"]) == (2, version.sha256)
    assert report["sources"] == [source]


def test_two_quotations_of_one_text_share_a_source():
    version = ArticleVersionFactory(text="One: a list. Two: no list.")
    one, two = (StatementFactory(words=words, confirmed=True) for words in ("a list", "no list"))
    for statement in (one, two):
        QuotationFactory(accepted=True, statement=statement, version=version, exact=statement.words)
    report = story_report(StoryFactory(published=True, statements=[one, two]).slug, reading())
    assert [source["number"] for source in passages_of(report)["sources"]] == [1]


def test_what_waits_for_a_second_person_is_in_no_report():
    pair, story = published_pair()
    type(pair.first).objects.filter(pk=pair.first.pk).update(words="SECRET words", role="SECRET role")
    type(pair).objects.filter(pk=pair.pk).update(explanation="SECRET explanation")
    type(story).objects.filter(pk=story.pk).update(title="SECRET title", summary="SECRET summary")
    ResponseFactory(contradiction=pair, waits=True, answer="SECRET answer", answered_at=NOON)
    for user in (None, cast.reviewer()):
        assert "SECRET" not in repr(story_report(story.slug, reading(user)))
        assert "SECRET" not in repr(pair_report(pair.pk, reading(user)))


def test_corrections_are_dated_and_signed():
    pair, _ = published_pair()
    CorrectionFactory(statement=pair.first, text="The day was wrong.", signature="Rae View")
    CorrectionFactory(statement=None, contradiction=pair, text="The role was wrong.", signature="Con Firm")
    told = pair_report(pair.pk, reading()).pair
    assert [(one.text, one.day, one.signed) for one in (*told.earlier.corrections, *told.corrections)] == [
        ("The day was wrong.", dt.date(2018, 4, 27), "Rae View"),
        ("The role was wrong.", dt.date(2018, 4, 27), "Con Firm"),
    ]


RESPONSES = {
    "answered": ({"answer": "I misspoke.", "answered_at": NOON}, "The answer of 27 April 2018, 12:00 BST, in full:"),
    "deadline passed": ({"deadline": LATER - dt.timedelta(days=1)}, "There was no answer by the deadline."),
    "deadline ahead": ({"deadline": LATER + dt.timedelta(days=1)}, "There is no answer so far."),
    "no deadline": ({}, "There is no answer so far."),
}


@pytest.mark.parametrize("case", RESPONSES)
def test_a_response_tells_whom_we_asked_and_what_came_of_it(case):
    parts, outcome = RESPONSES[case]
    pair, _ = published_pair()
    ResponseFactory(contradiction=pair, speaker=pair.first.speaker, asked_how="by e-mail", **parts)
    (told,) = passages_of(pair_report(pair.pk, reading()))["pair"]["responses"]
    assert told["asked"].startswith("Mina Ister was asked on 27 April 2018, 12:00 BST, by e-mail")
    assert told["outcome"] == outcome
    assert told["answer"] == parts.get("answer", "")


def test_a_withdrawn_statement_says_so_and_stays_without_its_words():
    statement = StatementFactory(withdrawn=True, words="SECRET words")
    report = story_report(StoryFactory(published=True, statements=[statement]).slug, reading())
    assert report.entries[0].withdrawn == "It was somebody else of that name."
    assert "SECRET" not in str(passages_of(report))


def test_a_withdrawn_finding_says_so_and_is_not_drawn():
    pair, story = published_pair(explanation="SECRET finding")
    withdraw(pair)
    report = story_report(story.slug, reading())
    assert report.pairs[0].withdrawn == "We misheard."
    assert "contradicted" not in report.picture_told
    assert "SECRET" not in str(passages_of(report))


def test_a_story_is_told_in_order_with_its_silences_and_its_picture():
    statements = [StatementFactory(confirmed=True), StatementFactory(confirmed=True, said=Said.in_month(2015, 12))]
    undated = StatementFactory(confirmed=True, said=None)
    report = story_report(StoryFactory(published=True, statements=[*statements, undated]).slug, reading())
    assert [(section.heading, section.silence) for section in report.sections] == [
        ("December 2015", ""),
        ("Wednesday 25 April 2018", "2 years 4 months"),
        ("Date unknown", ""),
    ]
    assert [one.key for one in report.entries] == [statements[1].pk, statements[0].pk, undated.pk]
    assert report.picture.startswith("<svg")
    assert report.picture_told.startswith("3 statements")


def test_who_confirmed_is_named_but_never_by_a_sign_in_name():
    named = StatementFactory(confirmed=True, confirmed_by=UserFactory(first_name="Rae", last_name="View"))
    nameless = StatementFactory(confirmed=True, confirmed_by=UserFactory(first_name="", last_name=""))
    report = story_report(StoryFactory(published=True, statements=[named, nameless]).slug, reading())
    assert [one["confirmed"] for one in passages_of(report)["days"][0]["statements"]] == [
        "Edition 1, confirmed by Rae View, 27 April 2018",
        "Edition 1, confirmed by a second editor, 27 April 2018",
    ]
