"""What an editor may type for a date, and what is refused with a sentence."""

import datetime as dt
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.records import Said
from claims.text.typed_dates import NotADate, said_typed, typed

DAY = Said.on(dt.date(2018, 4, 25))
READ = {
    "nothing: unknown": ("", None),
    "white space alone: unknown": ("  \n", None),
    "ISO day": ("2018-04-25", DAY),
    "ISO month": ("2015-12", Said.in_month(2015, 12)),
    "year": ("2015", Said.in_year(2015)),
    "day in words": ("25 April 2018", DAY),
    "short month": ("25 apr. 2018", DAY),
    "ordinal": ("25th April 2018", DAY),
    "month first": ("April 25, 2018", DAY),
    "weekday that agrees": ("Wednesday 25 April 2018", DAY),
    "short weekday": ("Wed 25 Apr 2018", DAY),
    "September, the British way": ("1 Sept 2018", Said.on(dt.date(2018, 9, 1))),
    "month in words": ("December 2015", Said.in_month(2015, 12)),
    "May is a month": ("May 2018", Said.in_month(2018, 5)),
    "minute": ("25 April 2018 14:30", Said.at(dt.datetime(2018, 4, 25, 14, 30))),
    "minute after at": ("25 April 2018 at 9.05", Said.at(dt.datetime(2018, 4, 25, 9, 5))),
    "minute in ISO": ("2018-04-25T14:30", Said.at(dt.datetime(2018, 4, 25, 14, 30))),
    "before a day": ("before 26 April 2018", Said.by(dt.date(2018, 4, 25))),
    "by a day": ("By 2018-04-25", Said.by(dt.date(2018, 4, 25))),
    "on or before a day": ("on or before 25 April 2018", Said.by(dt.date(2018, 4, 25))),
}
REFUSED = {
    "two readings": ("04/05/2018", "two ways"),
    "two readings with dots": ("4.5.2018", "two ways"),
    "no such day": ("31 February 2018", "no day of the calendar"),
    "no such ISO month": ("2018-13", "no day of the calendar"),
    "year nought": ("0000", "Write it like"),
    "weekday that disagrees": ("Thursday 25 April 2018", "was a Wednesday"),
    "relative": ("yesterday", "Write it like"),
    "no year": ("25 April", "Write it like"),
    "no such hour": ("25 April 2018 25:00", "no clock"),
    "limit without a day": ("before December 2015", "whole day"),
    "limit of nothing": ("before", "Write it like"),
    "markup": ("<b>2018</b>", "two ways"),
    "Arabic digits": ("٢٠١٨", "Write it like"),
    "a year of three digits": ("before 0999-01-01", "Write it like"),
}


@pytest.mark.parametrize(("text", "said"), READ.values(), ids=READ)
def test_a_date_is_read_as_typed(text: str, said: Said | None) -> None:
    assert said_typed(text) == said


@pytest.mark.parametrize(("text", "why"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_date_is_refused_with_a_sentence(text: str, why: str) -> None:
    with pytest.raises(NotADate, match=why):
        said_typed(text)


days = st.dates(min_value=dt.date(1000, 1, 1), max_value=dt.date(2999, 12, 31))
dates = st.one_of(
    st.none(),
    days.map(Said.on),
    days.map(Said.by),
    days.map(lambda day: Said.in_month(day.year, day.month)),
    days.map(lambda day: Said.in_year(day.year)),
    st.datetimes(dt.datetime(1000, 1, 1), dt.datetime(2999, 12, 31)).map(Said.at),
)


@given(dates)
def test_what_a_field_shows_is_read_back_as_the_same_date(said: Said | None) -> None:
    assert said_typed(typed(said)) == said


@given(st.text(max_size=30))
def test_whatever_is_typed_is_a_date_or_refused(text: str) -> None:
    with suppress(NotADate):
        assert isinstance(said_typed(text), Said | None)
