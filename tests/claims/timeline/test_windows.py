"""Windows on lists of any size: each statement once, nothing between them, whichever way one goes."""

import datetime as dt

import pytest

from claims.models import Listing
from claims.records import Said
from claims.timeline import pages
from claims.timeline.pages import speaker_page, story_page
from claims.timeline.wanted import Wanted
from claims.timeline.windows import Cursor, cursor_of, window
from tests import cast
from tests.factories import ContradictionFactory, QuotationFactory, SpeakerFactory, StatementFactory, StoryFactory

pytestmark = pytest.mark.django_db


def long_story():
    """Thirty statements of one speaker on ten days, three a day."""
    speaker = SpeakerFactory(slug="mina-ister")
    day = dt.date(2018, 4, 1)
    told = [
        StatementFactory(speaker=speaker, said=Said.on(day + dt.timedelta(days=n // 3)), confirmed=True)
        for n in range(30)
    ]
    QuotationFactory(accepted=True, statement=told[0])
    ContradictionFactory(first=told[0], second=told[29], confirmed=True)
    StoryFactory(published=True, slug="long", statements=told)
    return [one.pk for one in told]


@pytest.mark.parametrize("size", [1, 4, 7, 30])
def test_windows_one_after_the_other_show_each_statement_once(size):
    keys, rows = long_story(), Listing.objects.all()
    onward, back = [], []
    cut = window(rows, Cursor(), size=size)
    while True:
        onward += cut.keys
        if not cut.later:
            break
        cut = window(rows, Cursor(after=cut.later), size=size)
    while True:
        back = [*cut.keys, *back]
        if not cut.earlier:
            break
        cut = window(rows, Cursor(before=cut.earlier), size=size)
    assert (onward, back) == (keys, keys)


def test_a_window_around_a_statement_has_it_and_says_what_is_on_either_side():
    keys, rows = long_story(), Listing.objects.all()
    cut = window(rows, Cursor(at=keys[15]), size=10)
    assert keys[15] in cut.keys
    assert (bool(cut.earlier), bool(cut.later), len(cut.keys)) == (True, True, 10)
    assert cut.previous == keys[keys.index(cut.keys[0]) - 1]
    assert window(rows, Cursor(at=keys[1]), size=10).keys == tuple(keys[:10])
    assert window(rows, Cursor(at=10**9), size=10).keys == tuple(keys[:10])


@pytest.mark.parametrize(
    ("asked", "cursor"),
    [
        (("201804", "", ""), Cursor(after="201804")),
        (("", "2018'; --", ""), Cursor()),
        (("٣", "", ""), Cursor()),
        (("9" * 41, "", ""), Cursor()),
        (("", "", "12"), Cursor(at=12)),
        (("", "", "-1"), Cursor()),
        (("", "", "9" * 30), Cursor()),
    ],
    ids=["a place", "no place", "other digits", "too long", "a statement", "no number", "no such number"],
)
def test_what_is_no_place_asks_for_nothing(asked, cursor):
    assert cursor_of(*asked) == cursor


def test_a_long_story_is_summed_up_and_keeps_its_clashes_in_sight(monkeypatch):
    keys = long_story()
    monkeypatch.setattr(pages, "FITS", 20)
    monkeypatch.setattr("claims.timeline.windows.window.__kwdefaults__", {"last": False, "size": 6})
    part = story_page(cast.public(), "long", Wanted(), Cursor()).part
    assert [entry.key for entry in part.timeline.entries] == keys[:6]
    assert (part.total, part.clashing, part.fits) == (30, 1, False)
    assert [(one.label, one.statements, one.clashes) for one in part.sums] == [("April 2018", 30, 1)]
    assert {part.lead.earlier.key, part.lead.later.key} == {keys[0], keys[29]}
    newest = speaker_page(cast.public(), "mina-ister", Wanted(), Cursor()).part
    assert [entry.key for entry in newest.timeline.entries] == keys[-6:]
