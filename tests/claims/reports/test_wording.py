"""How dates, people and findings are put into words on paper, whatever they are."""

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.records import Finding
from claims.reports import wording
from tests.claims.reports import samples

ZONES = [ZoneInfo(name) for name in ("Europe/London", "Pacific/Kiritimati", "America/Adak", "UTC")]
OFFSETS = st.integers(-23 * 60, 23 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
YEARS = {"min_value": dt.datetime(1000, 1, 1), "max_value": dt.datetime(2999, 12, 31, 23, 59)}


@given(st.datetimes(**YEARS, timezones=OFFSETS | st.sampled_from(ZONES)), st.sampled_from(ZONES))
def test_any_moment_can_be_told(at, zone):
    assert f"{at.astimezone(zone):%H:%M}" in wording.moment(at, zone)


@given(st.datetimes(timezones=OFFSETS), st.datetimes(timezones=OFFSETS), st.sampled_from(ZONES))
def test_no_reply_is_too_early_or_too_late_to_be_told(asked, deadline, zone):
    reply = samples.reply(asked=asked, deadline=deadline, answered=None, answer="")
    assert "to answer by" in wording.asked(reply, zone)
    assert wording.outcome(reply, samples.NOON, zone)


def test_a_moment_is_told_on_the_newsrooms_clock():
    assert wording.moment(samples.NOON, samples.LONDON) == "1 May 2018, 12:00 BST"


PUBLISHED = {
    "to the minute": ({}, "26 April 2018, 09:30 BST"),
    "to the day": ({"source": samples.source(published_time="")}, "26 April 2018"),
    "unknown": ({"published": None}, "date not given"),
    "without a text": ({"source": None}, "26 April 2018"),
}


@pytest.mark.parametrize("known", PUBLISHED)
def test_publication_is_told_as_far_as_it_is_known(known):
    parts, told = PUBLISHED[known]
    assert wording.published(samples.rendering(**parts)) == told


def test_who_confirmed_which_edition():
    assert wording.confirmed(samples.entry()) == "Edition 2, confirmed by Rae View, 27 April 2018"
    assert wording.confirmed(samples.pair()) == "Edition 1, confirmed by Con Firm, 27 April 2018"
    assert wording.confirmed(samples.draft()) == ""


def test_a_newer_edition_is_told_where_there_is_one():
    assert wording.newer(samples.entry()) == ""
    told = "Edition 4 of this statement came after edition 2, which was compared here."
    assert wording.newer(samples.entry(newest=4)) == told


WITHDRAWN = samples.pair(withdrawn="We misheard.")
FOUND = {
    "holds": (samples.pair(), "Contradiction", "Reversal: one speaker, two statements"),
    "is consistent": (
        samples.pair(finding=Finding.CONSISTENT),
        "Consistent: examined, no contradiction",
        "One speaker, two statements",
    ),
    "is withdrawn, for the newsroom": (WITHDRAWN, "Contradiction", "Reversal: one speaker, two statements"),
    "is withdrawn, for readers": (WITHDRAWN.without_words(), "No longer holds", "One speaker, two statements"),
    "lost a statement, for readers": (
        replace(samples.pair(), earlier=samples.entry(withdrawn="Somebody else.")).without_words(),
        "No longer holds",
        "One speaker, two statements",
    ),
}


@pytest.mark.parametrize("which", FOUND)
def test_a_finding_is_named_while_it_holds(which):
    pair, finding, kind = FOUND[which]
    assert (wording.finding(pair), wording.pair_kind(pair)) == (finding, kind)
