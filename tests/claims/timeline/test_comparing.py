"""Two sides of the record, as values."""

import datetime as dt

import pytest

from claims.records import Finding, Said
from claims.timeline import comparing
from claims.timeline.comparing import before_and_after, partners_of, two_speakers
from claims.timeline.shown import head_of, speaker_head, story_at
from claims.timeline.windows import Cursor
from tests import cast
from tests.factories import ContradictionFactory, SpeakerFactory, StatementFactory, StoryFactory
from tests.world import built_once

pytestmark = pytest.mark.django_db
NOWHERE = (Cursor(), Cursor())
DAY = dt.date(2018, 4, 26)


def harbour():
    """A minister and a union, each heard before and after 26 April 2018, and a third speaker."""
    minister, union, other = (
        SpeakerFactory(name=name, slug=name.lower().replace(" ", "-"))
        for name in ("Mina Ister", "Una Ion", "Otto Ther")
    )
    told = {
        "old": _told(minister, "2016-03-01"),
        "year": _told(minister, "2018"),
        "month": _told(minister, "2018-04"),
        "denial": _told(minister, "2018-04-25"),
        "admission": _told(minister, "2018-04-26"),
        "limit": _told(minister, "[..2018-05-01]"),
        "may": _told(minister, "2018-05"),
        "undated": _told(minister, None),
        "charge": _told(union, "2018-04-24"),
        "thanks": _told(union, "2018-04-27"),
        "else": _told(other, "2018-04-27"),
    }
    draft = StatementFactory(speaker=minister, words="A draft", said=Said.from_edtf("2018-04-25"))
    _pair(told["denial"], told["admission"])
    _pair(told["old"], told["year"], finding=Finding.CONSISTENT)
    _pair(told["denial"], told["charge"], finding=Finding.PARTIAL)
    _pair(told["admission"], told["thanks"], finding=Finding.CONSISTENT)
    _pair(told["denial"], told["else"])
    ContradictionFactory(first=told["old"], second=told["charge"])
    StoryFactory(published=True, slug="harbour", statements=[*told.values(), draft])
    StoryFactory(published=True, slug="charges", statements=[told["denial"], told["charge"]])
    return {name: one.pk for name, one in told.items()} | {one.pk: name for name, one in told.items()}


def _told(speaker, said):
    return StatementFactory(speaker=speaker, said=said and Said.from_edtf(said), confirmed=True)


def _pair(first, second, **details):
    return ContradictionFactory(first=first, second=second, confirmed=True, **details)


built, made = built_once(harbour)


def compared(user=None, story=None, cursors=NOWHERE, day=None):
    user = user or cast.public()
    one, other = (speaker_head(user, slug) for slug in ("mina-ister", "una-ion"))
    within = head_of(story_at(user, story)) if story else None
    return before_and_after(user, one, day, within, cursors) if day else two_speakers(user, one, other, within, cursors)


def names(made, timeline):
    return [made[entry.key] for entry in timeline.entries]


def both(made, comparison):
    return [names(made, side.timeline) for side in comparison.sides]


def test_each_speaker_has_a_side(made):
    found = compared()
    mine = ["old", "year", "month", "denial", "admission", "limit", "may", "undated"]
    assert both(made, found) == [mine, ["charge", "thanks"]]
    assert [(side.voice.name, side.counted, side.has_more) for side in found.sides] == [
        ("Mina Ister", 8, False),
        ("Una Ion", 2, False),
    ]


def test_the_pairs_are_those_between_the_two_the_plainest_first(made):
    found = compared()
    assert [(made[pair.earlier.key], made[pair.later.key]) for pair in found.pairs] == [
        ("charge", "denial"),
        ("admission", "thanks"),
    ]
    assert (found.balance.partial, found.balance.consistent, found.balance.total) == (1, 1, 2)
    assert (found.lead, found.others) == (found.pairs[0], found.pairs[1:])
    (tie,) = found.sides[1].timeline.sections[0].lines[0].ties
    assert made[tie.other.key] == "denial"


def test_a_story_holds_both_sides_and_what_is_between_them(made):
    found = compared(story="charges")
    assert both(made, found) == [["denial"], ["charge"]]
    assert found.balance.total == 1


def test_a_day_parts_what_can_be_told_from_what_cannot(made):
    found = compared(day=DAY)
    assert both(made, found) == [["old", "denial"], ["admission", "limit", "may"]]
    assert (names(made, found.spanning), found.spanning_count) == (["year", "month"], 2)
    assert found.undated == 1
    assert [side.has_limits for side in found.sides] == [False, True]
    assert [(made[pair.earlier.key], made[pair.later.key]) for pair in found.pairs] == [("denial", "admission")]


@pytest.mark.parametrize(
    ("day", "before", "after", "neither"),
    [
        ("2018-01-01", ["old"], ["year", "month", "denial", "admission", "limit", "may"], []),
        ("2018-04-01", ["old"], ["month", "denial", "admission", "limit", "may"], ["year"]),
        ("2018-05-01", ["old", "month", "denial", "admission"], ["limit", "may"], ["year"]),
        ("2019-01-01", ["old", "year", "month", "denial", "admission", "limit", "may"], [], []),
    ],
)
def test_a_month_and_a_year_stand_where_all_of_their_days_do(made, day, before, after, neither):
    found = compared(day=dt.date.fromisoformat(day))
    assert both(made, found) == [before, after]
    assert names(made, found.spanning) == neither


def test_each_side_is_a_window_of_its_own(made, monkeypatch):
    monkeypatch.setattr(comparing, "SIZE", 2)
    first = compared()
    assert both(made, first) == [["may", "undated"], ["charge", "thanks"]]
    one, other = first.sides
    assert (bool(one.window.earlier), one.window.later, other.window.earlier) == (True, "", "")
    further = compared(cursors=(Cursor(before=one.window.earlier), Cursor()))
    assert both(made, further) == [["admission", "limit"], ["charge", "thanks"]]
    assert both(made, compared(day=DAY)) == [["old", "denial"], ["admission", "limit"]]


def test_what_is_not_counted_is_told(made, monkeypatch):
    monkeypatch.setattr(comparing, "MOST_COUNTED", 3)
    assert [(side.counted, side.has_more) for side in compared().sides] == [(3, True), (2, False)]


def test_the_newsroom_sees_its_drafts_and_the_same_numbers(made):
    found = compared(cast.journalist())
    assert found.sides[0].counted == 9
    assert found.balance == compared().balance


def test_those_most_compared_with_come_first(made):
    head = speaker_head(cast.public(), "mina-ister")
    assert [voice.name for voice in partners_of(cast.public(), head)] == ["Una Ion", "Otto Ther"]


@pytest.mark.parametrize(("day", "queries"), [(None, 12), (DAY, 15)], ids=["two speakers", "a day"])
def test_a_comparison_costs_a_fixed_number_of_queries(made, day, queries, django_assert_num_queries):
    user = cast.public()
    one, other = (speaker_head(user, slug) for slug in ("mina-ister", "una-ion"))
    with django_assert_num_queries(queries):
        if day:
            before_and_after(user, one, day, None, NOWHERE)
        else:
            two_speakers(user, one, other, None, NOWHERE)
