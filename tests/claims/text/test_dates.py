import datetime as dt

import pytest

from claims.records import Said
from claims.text.dates import said_datetime, said_day, said_heading, said_within, silence

APRIL_25 = dt.date(2018, 4, 25)
WORDINGS = {
    "day": (Said.on(APRIL_25), "Wednesday 25 April 2018", "25 April 2018", "on 25 April 2018", "2018-04-25"),
    "month": (Said.in_month(2015, 12), "December 2015", "December 2015", "in December 2015", "2015-12"),
    "year": (Said.in_year(2015), "2015", "2015", "in 2015", "2015"),
    "limit": (Said.by(APRIL_25), "By 25 April 2018", "By 25 April 2018", "by 25 April 2018", ""),
    "unknown": (None, "Date unknown", "Date unknown", "on an unknown date", ""),
    "minute": (
        Said.at(dt.datetime(2018, 4, 25, 15, 5)),
        "Wednesday 25 April 2018",
        "25 April 2018",
        "on 25 April 2018",
        "2018-04-25T15:05",
    ),
}
SILENCES = {
    "next day": ("2018-04-25", "2018-04-26", ""),
    "six days": ("2018-04-20", "2018-04-26", ""),
    "a week": ("2018-04-19", "2018-04-26", "1 week"),
    "weeks": ("2018-04-01", "2018-04-26", "3 weeks"),
    "a month to the day": ("2018-03-26", "2018-04-26", "1 month"),
    "a month but a day": ("2018-03-27", "2018-04-26", "4 weeks"),
    "years and months": ("2016-01-10", "2018-04-26", "2 years 3 months"),
    "from a month": ("2015-12", "2018-04-25", "2 years 4 months"),
    "next month": ("2018-03", "2018-04-25", ""),
    "from a year": ("2015", "2018-04-25", "3 years"),
    "within the year": ("2018", "2018-04-25", ""),
    "up to a limit": ("2015-12", "[..2018-04-25]", "up to 2 years 4 months"),
    "after a limit": ("[..2018-04-25]", "2018-06-25", "at least 2 months"),
    "limit and its own day": ("[..2018-04-25]", "2018-04-25", ""),
    "out of order": ("2018-04-26", "2018-04-25", ""),
}


@pytest.mark.parametrize(("said", "heading", "day", "within", "datetime"), WORDINGS.values(), ids=WORDINGS)
def test_a_date_is_worded_at_its_precision(said, heading, day, within, datetime):
    assert said_heading(said) == heading
    assert said_day(said) == day
    assert said_within(said) == within
    assert said_datetime(said) == datetime


@pytest.mark.parametrize(("before", "after", "words"), SILENCES.values(), ids=SILENCES)
def test_a_silence_is_counted_at_the_coarser_precision(before, after, words):
    assert silence(Said.from_edtf(before), Said.from_edtf(after)) == words
