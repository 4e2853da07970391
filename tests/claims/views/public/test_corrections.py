"""The list of what was put right: all of it that this reader may see, newest first, in windows that never shift."""

import datetime as dt
import re
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.db import connection

from claims.models import Withdrawal
from claims.timeline.corrections import Kind, Place, corrections
from claims.verbs import pairs, statements, stories
from tests import cast
from tests.claims.views.public.harbour import harbour
from tests.claims.views.public.reading import opened, words
from tests.claims.views.reviewing import confirmed, confirmed_pair, published
from tests.factories import CorrectionFactory, QuotationFactory, StatementFactory, StoryFactory
from tests.world import built_once

pytestmark = pytest.mark.django_db
SECRET = "Zanzibar"


def put_right() -> dict[str, object]:
    """A story in which something of every kind was put right, and beside it what no reader may know of."""
    told = harbour()
    statements.edit(statement=told.denial, by=cast.editor(), revision=1, occasion="A hearing")
    confirmed(told.denial, by=cast.reviewer, correction="The occasion was missing.")
    QuotationFactory(accepted=True, statement=told.charge)
    statements.edit(statement=told.charge, by=cast.editor(), revision=1, occasion="A speech")
    confirmed(told.charge, by=cast.reviewer, reason=f"A {SECRET} slip.")
    pairs.correct(contradiction=told.reversal, by=cast.reviewer(), text="The day was another.")
    pairs.edit(contradiction=told.reversal, by=cast.editor(), revision=2, explanation="There was one after all.")
    confirmed_pair(told.reversal, by=cast.reviewer, reason=f"A {SECRET} word.")
    stories.edit_story(story=told.story, by=cast.editor(), revision=1, summary="What became of it.")
    published(told.story, by=cast.reviewer, note="It has a summary now.")
    statements.withdraw_statement(statement=told.undated, by=cast.reviewer(), reason="Nobody said that.")
    pairs.correct(statement=told.hidden, by=cast.reviewer(), text=f"About {SECRET}.")
    taken = StoryFactory(published=True, title=f"About {SECRET}", statements=[StatementFactory(confirmed=True)])
    stories.edit_story(story=taken, by=cast.editor(), revision=1, summary=SECRET)
    published(taken, note=f"Of {SECRET}.")
    stories.unpublish(story=taken, by=cast.reviewer(), reason=f"For {SECRET}.")
    return vars(told) | {"taken": taken}


built, records = built_once(put_right)


@pytest.fixture
def told(records):
    return SimpleNamespace(**records)


LINES = [
    "A story was taken from readers",
    "Withdrawn",
    "Changed",
    "Edition 2, no correction told",
    "Correction",
    "Edition 3, no correction told",
    "Correction",
    # The editions that came with each rendering.
    "Edition 2, no correction told",
    "Edition 3, no correction told",
    "Edition 2, no correction told",
]


def lines(address: str = "/corrections/", by: cast.Person | None = None) -> list[str]:
    """What the lines of a page say first."""
    return re.findall(r'put-right__head"><strong>(.+?)</strong>', opened(address, by).content.decode())


def test_everything_public_is_told_newest_first(told):
    page = words(opened("/corrections/"))

    assert lines() == LINES
    assert "Withdrawn, " in page
    assert "Una Ion" in page
    assert "Nobody said that. Rae View" in page
    assert "The harbour list It has a summary now. Confirmed by Rae View" in page
    assert "The day was another. Rae View" in page
    assert "The occasion was missing. Rae View" in page
    assert "“Nobody asked us.”" not in page
    assert SECRET not in page


@pytest.mark.parametrize(
    ("kind", "seen"),
    [
        (kind, [line for line in LINES if line.startswith(start)])
        for kind, start in {
            Kind.CORRECTION: "Correction",
            Kind.STORY: "Changed",
            Kind.WITHDRAWAL: "Withdrawn",
            Kind.SILENT: "Edition",
            Kind.TAKEN: "A story",
        }.items()
    ],
)
def test_one_kind_can_be_chosen(kind, seen, told):
    assert lines(f"/corrections/?kind={kind}") == seen
    assert lines("/corrections/?kind=nonsense") == LINES


def test_a_journalist_reads_corrections_of_what_is_not_published(told):
    assert f"About {SECRET}." in words(opened("/corrections/", cast.journalist()))
    assert f"About {SECRET}." not in words(opened("/corrections/", cast.guest()))


def test_lines_lead_to_what_they_are_about(told):
    page = opened("/corrections/").content.decode()

    for address in (
        f"/statements/{told.denial.pk}/",
        f"/statements/{told.undated.pk}/",
        f"/statements/{told.charge.pk}/editions/#edition-3",
        f"/contradictions/{told.reversal.pk}/",
        f"/contradictions/{told.reversal.pk}/editions/#edition-2",
        "/stories/harbour/editions/#edition-2",
    ):
        assert f'href="{address}"' in page


def test_a_reader_is_told_roles_where_the_newsroom_says_so(told, settings):
    settings.CONFIRMED_BY = "role"

    assert "Rae View" not in words(opened("/corrections/"))
    assert "The day was another. a reviewer" in words(opened("/corrections/"))
    assert "Rae View" in words(opened("/corrections/", cast.journalist()))


def walked(user: object, length: int, way: str) -> list[str]:
    """Every place of the list, window by window, from the newest on or from the oldest back."""
    found, at = [], {}
    while True:
        window = corrections(user, length, **at)
        places = [str(line.place) for line in window.lines]
        found = [*found, *places] if way == "before" else [*places, *found]
        ask = window.earlier if way == "before" else window.later
        if not ask:
            return found
        at = {way: ask}


@pytest.mark.parametrize("length", [1, 2, 3, 6, 7, 8])
def test_windows_show_each_line_once_in_both_directions(length, told):
    whole = [str(line.place) for line in corrections(cast.public(), 100).lines]
    oldest = corrections(cast.public(), 1, after=f"{dt.datetime(2000, 1, 1):%Y%m%dT%H%M%S%f}.0.1")

    assert walked(cast.public(), length, "before") == whole
    assert [str(line.place) for line in oldest.lines] == whole[-1:]
    assert oldest.later == whole[-1]
    back, ask = whole[-1:], whole[-1]
    while ask:
        window = corrections(cast.public(), length, after=ask)
        back, ask = [*(str(line.place) for line in window.lines), *back], window.later
    assert back == whole


def test_lines_of_one_moment_are_told_apart(told):
    at = dt.datetime(2018, 4, 27, 11, tzinfo=dt.UTC)
    CorrectionFactory.create_batch(5, statement=told.denial, made_at=at)

    places = walked(cast.public(), 2, "before")

    assert len(places) == len(set(places)) == len(LINES) + 5


def test_a_window_does_not_shift_when_something_comes_on_top(told):
    first = corrections(cast.public(), 3)
    before = corrections(cast.public(), 3, before=first.earlier)
    pairs.correct(statement=told.denial, by=cast.reviewer(), text="One more.")

    again = corrections(cast.public(), 3, before=first.earlier)
    assert [line.place for line in again.lines] == [line.place for line in before.lines]


@pytest.mark.parametrize(
    "place", ["", "nonsense", "20261399T000000000000.1.1", "1' OR 1=1", "20260101T000000000000.1.9999999999999999999"]
)
def test_a_place_that_is_none_shows_the_newest(place, told):
    assert Place.read(place) is None
    assert lines(f"/corrections/?before={place}") == LINES


def test_beyond_the_end_the_page_leads_back(told):
    page = opened("/corrections/?before=19990101T000000000000.0.1")

    assert page.status_code == 200
    assert "To the newest" in words(page)


def test_more_lines_cost_no_more_queries(told, django_assert_num_queries):
    CorrectionFactory.create_batch(30, statement=told.denial)
    CorrectionFactory.create_batch(30, statement=None, contradiction=told.reversal)
    browser = cast.browser_of(cast.public())

    with django_assert_num_queries(8):
        browser.get("/corrections/")
    with django_assert_num_queries(18):
        browser.get("/")


def test_the_front_page_tells_the_latest_three_and_leads_on(told):
    page = words(opened("/"))
    lately = page.split("Latest corrections")[1]

    reasons = ("Nobody said that.", "It has a summary now.", "The day was another.", "The occasion was missing.")
    assert [reason for reason in reasons if reason in lately] == list(reasons[:3])
    assert 'href="/corrections/"' in opened("/").content.decode()
    assert SECRET not in page


def test_what_was_withdrawn_before_gets_its_day_and_its_name_from_history(told):
    row = Withdrawal.objects.get(statement=told.undated)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE claims_withdrawal DISABLE TRIGGER USER; DELETE FROM claims_withdrawal")
        for record in ("statement", "contradiction"):
            cursor.execute(import_module("claims.migrations.0012_withdrawals").FROM_HISTORY.format(record=record))

    again = Withdrawal.objects.get(statement=told.undated)
    assert (again.reason, again.signature, again.signed_by) == ("Nobody said that.", "Rae View", cast.reviewer())
    assert abs(again.made_at - row.made_at) < dt.timedelta(minutes=1)
