"""Who gets a report, and how much of one."""

import pytest

from claims.models.states import ContradictionState
from claims.reports.gathering import pair_report, story_report
from claims.reports.passages import passages_of
from tests import cast
from tests.claims.reports.records import THURSDAY, noise, published_pair, reading, reported, withdraw
from tests.factories import (
    ContradictionFactory,
    CorrectionFactory,
    ResponseFactory,
    StatementFactory,
    StoryFactory,
)

pytestmark = pytest.mark.django_db


def test_readers_get_public_matter_alone():
    _, story = published_pair()
    noise(story)
    report = story_report(story.slug, reading())
    assert "SECRET" not in repr(report)
    assert (len(report.pairs), len(passages_of(report)["sources"]), report.internal) == (1, 2, False)


def test_the_newsroom_gets_the_rest_and_is_told_so():
    _, story = published_pair()
    noise(story)
    report = story_report(story.slug, reading(cast.journalist()))
    assert report.internal
    assert "SECRET draft" in repr(report)
    assert {pair.open for pair in report.pairs} == {True, False}


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


def test_what_only_the_newsroom_still_reads_is_internal():
    pair, story = published_pair()
    withdraw(pair)
    for user, internal in ((None, False), (cast.journalist(), True)):
        assert pair_report(pair.pk, reading(user)).internal is internal
        assert story_report(story.slug, reading(user)).internal is internal


def test_withdrawn_words_make_a_report_internal():
    story = StoryFactory(published=True, statements=[StatementFactory(withdrawn=True)])
    assert not story_report(story.slug, reading()).internal
    assert story_report(story.slug, reading(cast.journalist())).internal


@pytest.mark.parametrize("pairs", [2, 12])
def test_the_number_of_queries_does_not_grow_with_a_story(django_assert_num_queries, pairs):
    slug = big_story(pairs)
    with django_assert_num_queries(6):
        story_report(slug, reading())


def test_the_number_of_queries_of_a_pair_is_constant(django_assert_num_queries):
    pair, _ = published_pair()
    ResponseFactory(contradiction=pair)
    CorrectionFactory(statement=pair.first)
    with django_assert_num_queries(4):
        pair_report(pair.pk, reading())


def big_story(pairs: int) -> str:
    made = [(reported(), reported("There was a list", said=THURSDAY)) for _ in range(pairs)]
    for first, second in made:
        pair = ContradictionFactory(first=first, second=second, confirmed=True)
        ResponseFactory(contradiction=pair)
        CorrectionFactory(statement=first)
    return StoryFactory(published=True, statements=[one for both in made for one in both]).slug
