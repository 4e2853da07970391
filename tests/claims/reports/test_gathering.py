"""What a report holds, and for whom: from records to values."""

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser

from claims.models import StoryStatement
from claims.models.states import ContradictionState
from claims.records import Finding, Mode, PairKind, Said, SpeakerKind
from claims.reports.gathering import pair_report, story_report
from claims.reports.passages import Reader
from claims.reports.report import Piece
from tests import cast
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

LATER = NOON + dt.timedelta(days=3)
THURSDAY = Said.on(dt.date(2018, 4, 26))


def reading(user=None, now=LATER) -> Reader:
    return Reader(user or AnonymousUser(), now, lambda path: f"https://claims.example.org{path}")


def reported(words="We have no list", **parts):
    """A confirmed statement with a quotation that reports it."""
    statement = StatementFactory(words=words, confirmed=True, **parts)
    text = f"Heard here: {words}. And more."
    QuotationFactory(accepted=True, statement=statement, version=ArticleVersionFactory(text=text), exact=words)
    return statement


def published_pair(**parts):
    speaker = SpeakerFactory(name="Mina Ister", slug="mina-ister")
    first = reported(speaker=speaker, role="Minister of Lists")
    second = reported("There was a list", speaker=speaker, said=THURSDAY)
    pair = ContradictionFactory(first=first, second=second, confirmed=True, **parts)
    return pair, StoryFactory(published=True, statements=[first, second], slug="the-list")


# ------------------------------------------------------------------ what it holds


def test_a_pair_is_told_with_its_two_statements_in_the_order_they_were_said():
    speaker = SpeakerFactory(name="Mina Ister")
    later = reported("There was a list", speaker=speaker, said=THURSDAY)
    earlier = reported(speaker=speaker)
    pair = ContradictionFactory(first=later, second=earlier, confirmed=True)
    StoryFactory(published=True, statements=[earlier, later])
    report = pair_report(pair.pk, reading())
    assert report.title == "Mina Ister on 25 April 2018 and on 26 April 2018"
    assert (report.pair.kind, report.pair.finding) == (PairKind.REVERSAL, Finding.CONTRADICTION)
    assert [side.said for side in (report.pair.earlier, report.pair.later)] == [
        "Wednesday 25 April 2018",
        "Thursday 26 April 2018",
    ]
    assert report.pair.address == f"https://claims.example.org/contradictions/{pair.pk}/"
    assert report.made == "30 April 2018, 12:00 BST"


def test_a_dispute_and_a_record_name_both_sides():
    document = SpeakerFactory(name="The Inspector's Report", kind=SpeakerKind.DOCUMENT)
    found = reported("A list was kept", speaker=document, said=Said.in_month(2015, 12))
    denied = reported(speaker=SpeakerFactory(name="Mina Ister"))
    pair = ContradictionFactory(first=found, second=denied, confirmed=True)
    report = pair_report(pair.pk, reading(cast.journalist()))
    assert report.pair.kind == PairKind.RECORD
    assert report.title == "The Inspector's Report (in December 2015) and Mina Ister (on 25 April 2018)"


def test_what_was_found_consistent_is_called_no_reversal():
    speaker = SpeakerFactory()
    both = {"first": StatementFactory(speaker=speaker), "second": StatementFactory(speaker=speaker)}
    pair = ContradictionFactory(**both, finding=Finding.CONSISTENT)
    told = pair_report(pair.pk, reading(cast.journalist())).pair
    assert (told.finding_told, told.kind_told) == (
        "Consistent: examined, no contradiction",
        "One speaker, two statements",
    )


def test_the_words_that_clash_are_marked():
    pair, _ = published_pair(first_clash="no list")
    pieces = pair_report(pair.pk, reading()).pair.earlier.pieces
    assert pieces == (Piece("“"), Piece("We have "), Piece("no list", marked=True), Piece("”"))


QUOTED = {
    "direct": (Mode.DIRECT, "We have no list", "“We have no list”"),
    "direct, with marks of its own": (Mode.DIRECT, "‘No’ list, none", "‘No’ list, none"),
    "mixed": (Mode.MIXED, "there was “no list”", "there was “no list”"),
    "indirect": (Mode.INDIRECT, "there was no list", "there was no list"),
}


@pytest.mark.parametrize("name", QUOTED)
def test_direct_speech_stands_in_quotation_marks(name):
    mode, words, told = QUOTED[name]
    statement = StatementFactory(words=words, mode=mode, confirmed=True)
    report = story_report(StoryFactory(published=True, statements=[statement]).slug, reading())
    assert "".join(piece.text for piece in report.days[0].statements[0].pieces) == told


def test_a_rendering_tells_where_it_stands_and_how_it_differs():
    statement = StatementFactory(words="We have no list", confirmed=True)
    article = ArticleFactory(outlet=OutletFactory(name="The Sample"), title="No list", byline="Ann Author")
    version = ArticleVersionFactory(article=article, number=2, text="Heard: We have no lists here.")
    QuotationFactory(accepted=True, statement=statement, version=version, exact="We have no lists")
    report = story_report(StoryFactory(published=True, statements=[statement]).slug, reading())
    (told,) = report.days[0].statements[0].renderings
    assert told.pieces == (Piece("We have no "), Piece("lists", marked=True))
    assert told.difference == "Differs: “lists” for “list”"
    assert told.place == "7 to 23"
    assert (told.source.outlet, told.source.title, told.source.byline) == ("The Sample", "No list", "Ann Author")
    assert (told.source.published, told.source.captured) == ("26 April 2018", "26 April 2018, 09:00 BST")
    assert (told.source.version, told.source.sha256) == (2, version.sha256)
    assert report.sources == (told.source,)


def test_two_quotations_of_one_text_share_a_source():
    version = ArticleVersionFactory(text="One: a list. Two: no list.")
    one, two = (StatementFactory(words=words, confirmed=True) for words in ("a list", "no list"))
    for statement in (one, two):
        QuotationFactory(accepted=True, statement=statement, version=version, exact=statement.words)
    report = story_report(StoryFactory(published=True, statements=[one, two]).slug, reading())
    assert [source.number for source in report.sources] == [1]


def test_corrections_are_dated_and_signed():
    pair, _ = published_pair()
    CorrectionFactory(statement=pair.first, text="The day was wrong.", signature="Rae View")
    CorrectionFactory(statement=None, contradiction=pair, text="The role was wrong.", signature="Con Firm")
    told = pair_report(pair.pk, reading()).pair
    assert [(one.text, one.made, one.signed) for one in (*told.earlier.corrections, *told.corrections)] == [
        ("The day was wrong.", "27 April 2018", "Rae View"),
        ("The role was wrong.", "27 April 2018", "Con Firm"),
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
    (told,) = pair_report(pair.pk, reading()).pair.responses
    assert told.asked.startswith("Mina Ister was asked on 27 April 2018, 12:00 BST, by e-mail")
    assert told.outcome == outcome
    assert told.answer == parts.get("answer", "")


def test_a_withdrawn_statement_says_so_and_stays():
    statement = StatementFactory(withdrawn=True)
    report = story_report(StoryFactory(published=True, statements=[statement]).slug, reading())
    assert report.days[0].statements[0].withdrawn == "It was somebody else of that name."


def test_a_withdrawn_finding_says_so_and_is_not_drawn():
    pair, story = published_pair()
    state = ContradictionState.WITHDRAWN
    type(pair).objects.filter(pk=pair.pk).update(state=state, withdrawn_reason="We misheard.")
    report = story_report(story.slug, reading())
    assert report.pairs[0].withdrawn == "We misheard."
    assert "contradicted" not in report.picture_told


def test_a_story_is_told_in_order_with_its_silences_and_its_picture():
    statements = [StatementFactory(confirmed=True), StatementFactory(confirmed=True, said=Said.in_month(2015, 12))]
    undated = StatementFactory(confirmed=True, said=None)
    report = story_report(StoryFactory(published=True, statements=[*statements, undated]).slug, reading())
    assert [(day.heading, day.silence) for day in report.days] == [
        ("December 2015", ""),
        ("Wednesday 25 April 2018", "2 years 4 months"),
        ("Date unknown", ""),
    ]
    assert [one.number for day in report.days for one in day.statements] == [1, 2, 3]
    assert report.picture.startswith("<svg")
    assert report.picture_told.startswith("3 statements")


def test_who_confirmed_is_named_but_never_by_a_sign_in_name():
    named = StatementFactory(confirmed=True, confirmed_by=UserFactory(first_name="Rae", last_name="View"))
    nameless = StatementFactory(confirmed=True, confirmed_by=UserFactory(first_name="", last_name=""))
    report = story_report(StoryFactory(published=True, statements=[named, nameless]).slug, reading())
    assert [one.confirmed for one in report.days[0].statements] == [
        "Confirmed by Rae View, 27 April 2018",
        "Confirmed by a second editor, 27 April 2018",
    ]


# ------------------------------------------------------------------ for whom


def noise(story):
    """What readers must never find: each holds the word SECRET."""
    draft = StatementFactory(words="SECRET draft")
    StoryStatement.objects.create(story=story, statement=draft)
    shown = story.statements.earliest("pk")
    ContradictionFactory(first=shown, second=draft, explanation="SECRET proposal")
    other = StatementFactory(confirmed=True, words="SECRET elsewhere")
    ContradictionFactory(first=shown, second=other, confirmed=True, explanation="SECRET pair across stories")
    version = shown.quotations.get().version
    QuotationFactory(version=version, exact="And more", role="SECRET role")
    QuotationFactory(version=version, exact="more", dismissed=True, dismissed_reason="SECRET reason")


def test_readers_get_public_matter_alone():
    _, story = published_pair()
    noise(story)
    report = story_report(story.slug, reading())
    assert "SECRET" not in repr(report)
    assert (len(report.pairs), len(report.sources), report.internal) == (1, 2, False)


def test_the_newsroom_gets_the_rest_and_is_told_so():
    _, story = published_pair()
    noise(story)
    report = story_report(story.slug, reading(cast.journalist()))
    assert report.internal
    assert "SECRET draft" in repr(report)
    assert {pair.notice for pair in report.pairs} == {"", "Proposed: no second editor has confirmed this finding."}


SEEN = {
    "public": (True, False, False),
    "guest": (True, False, False),
    "leaver": (True, False, False),
    "journalist": (True, True, True),
    "editor": (True, True, True),
    "reviewer": (True, True, True),
}


@pytest.mark.parametrize("who", SEEN)
def test_who_gets_a_report_of_what(who):
    user = cast.everyone()[who]()
    published, _ = published_pair()
    proposed = ContradictionFactory()
    unpublished = StoryFactory()
    got = (
        pair_report(published.pk, reading(user)) is not None,
        pair_report(proposed.pk, reading(user)) is not None,
        story_report(unpublished.slug, reading(user)) is not None,
    )
    assert got == SEEN[who]


@pytest.mark.parametrize("state", [ContradictionState.SUGGESTED, ContradictionState.DISMISSED])
def test_what_no_editor_stands_by_has_no_report(state):
    pair = ContradictionFactory(state=state, dismissed_reason="Not the same list." if state == "dismissed" else "")
    assert pair_report(pair.pk, reading(cast.reviewer())) is None


def test_a_confirmed_pair_outside_of_a_published_story_is_internal():
    pair = ContradictionFactory(
        first=StatementFactory(confirmed=True), second=StatementFactory(confirmed=True), confirmed=True
    )
    assert pair_report(pair.pk, reading(cast.journalist())).internal


def test_a_published_pair_is_not_internal_for_the_newsroom_either():
    pair, _ = published_pair()
    assert not pair_report(pair.pk, reading(cast.journalist())).internal


@pytest.mark.parametrize("pairs", [2, 12])
def test_the_number_of_queries_does_not_grow_with_a_story(django_assert_num_queries, pairs):
    slug = big_story(pairs)
    with django_assert_num_queries(10):
        story_report(slug, reading())


def test_the_number_of_queries_of_a_pair_is_constant(django_assert_num_queries):
    pair, _ = published_pair()
    ResponseFactory(contradiction=pair)
    CorrectionFactory(statement=pair.first)
    with django_assert_num_queries(10):
        pair_report(pair.pk, reading())


def big_story(pairs: int) -> str:
    made = [(reported(), reported("There was a list", said=THURSDAY)) for _ in range(pairs)]
    for first, second in made:
        pair = ContradictionFactory(first=first, second=second, confirmed=True)
        ResponseFactory(contradiction=pair)
        CorrectionFactory(statement=first)
    return StoryFactory(published=True, statements=[one for both in made for one in both]).slug
