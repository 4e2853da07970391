"""Days and moments of the years 1000 to 2999 are taken, and each of them can be shown in every time zone."""

import datetime as dt
from zoneinfo import ZoneInfo, available_timezones

import pytest

from articles.capture.reach import EARLIEST, LATEST, into_reach, out_of_reach, within_reach
from articles.models import Article

NEW_YORK, TOKYO = ZoneInfo("America/New_York"), ZoneInfo("Asia/Tokyo")
FIRST_OF_ALL, LAST_OF_ALL = dt.datetime(1, 1, 1), dt.datetime(9999, 12, 31, 23, 59)
WHEN = {
    "a day of today's news": (dt.date(2018, 4, 26), True),
    "a moment without a zone": (dt.datetime(2018, 4, 26, 9, 30), True),
    "the first year": (dt.date(1000, 1, 1), True),
    "the last year": (dt.date(2999, 12, 31), True),
    "before the first": (dt.date(999, 12, 31), False),
    "after the last": (dt.date(3000, 1, 1), False),
    "the first day of Python's calendar": (FIRST_OF_ALL.date(), False),
    "its first moment in Tokyo": (FIRST_OF_ALL.replace(tzinfo=TOKYO), False),
    "its last moment in New York": (LAST_OF_ALL.replace(tzinfo=NEW_YORK), False),
    "its last moment, a day off UTC": (LAST_OF_ALL.replace(tzinfo=dt.timezone(-dt.timedelta(hours=23))), False),
    "the edge by UTC": (dt.datetime(1000, 1, 1, 8, tzinfo=TOKYO), False),
}


@pytest.mark.parametrize(("when", "taken"), WHEN.values(), ids=WHEN)
def test_what_is_taken(when, taken):
    assert within_reach(when) is taken
    assert (out_of_reach(when) == "") is taken


def test_what_is_not_taken_is_told():
    assert out_of_reach(dt.date(1, 1, 1)) == "The year 1 lies outside of 1000 to 2999. Correct it and try again."


@pytest.mark.parametrize(
    ("moment", "moved"),
    [
        (FIRST_OF_ALL.replace(tzinfo=TOKYO), EARLIEST),
        (LAST_OF_ALL.replace(tzinfo=NEW_YORK), LATEST),
        (dt.datetime(2018, 4, 26, tzinfo=TOKYO), dt.datetime(2018, 4, 26, tzinfo=TOKYO)),
    ],
    ids=["too early", "too late", "within"],
)
def test_a_moment_is_moved_into_reach(moment, moved):
    assert into_reach(moment) == moved


def test_every_zone_can_show_both_ends():
    for name in available_timezones():
        assert EARLIEST.astimezone(ZoneInfo(name)).year in (999, 1000)
        assert LATEST.astimezone(ZoneInfo(name)).year in (2999, 3000)


STORED = {
    "at the beginning of the calendar": (FIRST_OF_ALL.replace(tzinfo=dt.UTC), "America/New_York", None),
    "at its end": (LAST_OF_ALL.replace(tzinfo=dt.UTC), "Asia/Tokyo", None),
    "in a zone that is gone": (dt.datetime(2018, 4, 26, 8, tzinfo=dt.UTC), "Europe/Nowhere", dt.date(2018, 4, 26)),
    "in a zone that is a path": (dt.datetime(2018, 4, 26, 8, tzinfo=dt.UTC), "../../etc/hosts", dt.date(2018, 4, 26)),
}


@pytest.mark.parametrize(("moment", "zone", "day"), STORED.values(), ids=STORED)
def test_an_article_shows_whatever_publication_is_stored(moment, zone, day):
    article = Article(published_at=moment, published_zone=zone)
    assert article.published_day == day
    assert (article.published_moment is None) == (day is None)
