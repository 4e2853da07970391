"""What was examined, counted and listed, whatever was found."""

import pytest

from claims.models.states import ContradictionState
from claims.records import Finding, PairKind, Said, SpeakerKind
from claims.timeline import balance
from claims.timeline.balance import balance_of, examined_of_speaker, speaker_examined, story_examined
from claims.timeline.windows import Cursor
from tests import cast
from tests.factories import ContradictionFactory, SpeakerFactory, StatementFactory, StoryFactory
from tests.world import built_once

pytestmark = pytest.mark.django_db


def told():
    """A published story with four pairs that count, of every finding and kind; beside them those that do not: one
    proposed, one withdrawn, one in a story that is not published."""
    minister, union = SpeakerFactory(slug="mina-ister"), SpeakerFactory(slug="una-ion")
    audit = SpeakerFactory(slug="audit", kind=SpeakerKind.DOCUMENT)
    said = {
        day: StatementFactory(
            confirmed=True,
            words=f"Words of day {day}.",
            speaker={1: union, 2: audit}.get(day, minister),
            said=Said.from_edtf(f"2018-04-{day:02}"),
        )
        for day in range(1, 9)
    }
    pairs = {
        "reversal": ContradictionFactory(first=said[3], second=said[4], confirmed=True),
        "in part": ContradictionFactory(first=said[2], second=said[3], confirmed=True, finding=Finding.PARTIAL),
        "dispute": ContradictionFactory(first=said[1], second=said[3], confirmed=True),
        "consistent": ContradictionFactory(first=said[1], second=said[5], confirmed=True, finding=Finding.CONSISTENT),
        "proposed": ContradictionFactory(first=said[1], second=said[4]),
        "withdrawn": ContradictionFactory(
            first=said[3],
            second=said[5],
            confirmed=True,
            state=ContradictionState.WITHDRAWN,
            withdrawn_reason="It was another list.",
        ),
        "hidden": ContradictionFactory(first=said[7], second=said[8], confirmed=True),
    }
    StoryFactory(published=True, slug="harbour", statements=[said[day] for day in range(1, 7)])
    StoryFactory(slug="secret", statements=[said[7], said[8]])
    return {name: pair.pk for name, pair in pairs.items()} | {pair.pk: name for name, pair in pairs.items()}


built, made = built_once(told)

COUNTED = {
    "minister": ("mina-ister", (2, 1, 1)),
    "union": ("una-ion", (1, 0, 1)),
    "document": ("audit", (0, 1, 0)),
}


@pytest.mark.parametrize(("slug", "numbers"), COUNTED.values(), ids=COUNTED)
@pytest.mark.parametrize("user", [cast.public, cast.reviewer], ids=["readers", "newsroom"])
def test_what_a_second_person_confirmed_counts_for_everybody_alike(slug, numbers, user, made):
    found = speaker_examined(user(), slug, None, Cursor())
    assert (found.balance.contradictions, found.balance.partial, found.balance.consistent) == numbers
    assert found.balance.total == len(found.pairs) == sum(numbers)


def test_a_story_counts_by_kind_and_lists_the_plainest_first(made):
    found = story_examined(cast.public(), "harbour", None, Cursor())
    assert [made[pair.key] for pair in found.pairs] == ["reversal", "dispute", "in part", "consistent"]
    assert found.balance.by_kind == (
        (PairKind.REVERSAL, (1, 0, 0)),
        (PairKind.DISPUTE, (1, 0, 1)),
        (PairKind.RECORD, (0, 1, 0)),
    )


@pytest.mark.parametrize(("finding", "names"), [("contradiction", ["reversal", "dispute"]), ("partial", ["in part"])])
def test_one_finding_can_be_listed_alone(finding, names, made):
    found = story_examined(cast.public(), "harbour", Finding(finding), Cursor())
    assert [made[pair.key] for pair in found.pairs] == names
    assert (found.found, found.balance.total) == (len(names), 4)


def test_windows_list_each_pair_once_forwards_and_back(made, monkeypatch):
    monkeypatch.setattr(balance, "PAGE", 3)
    first = story_examined(cast.public(), "harbour", None, Cursor())
    last = story_examined(cast.public(), "harbour", None, Cursor(after=first.window.later))
    assert [made[pair.key] for pair in (*first.pairs, *last.pairs)] == ["reversal", "dispute", "in part", "consistent"]
    assert story_examined(cast.public(), "harbour", None, Cursor(before=last.window.earlier)).pairs == first.pairs


def test_what_readers_do_not_see_is_not_there(made):
    assert story_examined(cast.public(), "secret", None, Cursor()) is None
    assert [made[pair.key] for pair in story_examined(cast.editor(), "secret", None, Cursor()).pairs] == ["hidden"]
    assert speaker_examined(cast.public(), "nobody", None, Cursor()) is None


def test_counting_costs_one_query_and_a_window_a_fixed_number(made, django_assert_num_queries):
    speaker = speaker_examined(cast.public(), "mina-ister", None, Cursor()).of.key
    with django_assert_num_queries(1):
        balance_of(examined_of_speaker(speaker))
    with django_assert_num_queries(6):
        speaker_examined(cast.public(), "mina-ister", None, Cursor())
