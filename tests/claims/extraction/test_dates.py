"""Time expressions and their TIMEX3 values, read in pieces published on Thursday 26 April 2018 unless said."""

import datetime as dt

import pytest
import spacy

from claims.extraction.dates import find_times
from claims.extraction.dates.expressions import RULES
from claims.extraction.parsed.parsing import load_pipeline
from claims.records import TimeType

ENGLISH = spacy.blank("en")
THURSDAY = dt.date(2018, 4, 26)


def read(text: str, published: dt.date | None = THURSDAY) -> list[tuple[str, str]]:
    """The expressions of `text` as (words, value)."""
    return [(times.span.of(text), times.value) for times in find_times(ENGLISH(text), published)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        # weekdays
        ("The minister resigned on Tuesday.", "Tuesday", "2018-04-24"),
        ("The minister resigned on Thursday.", "Thursday", "2018-04-26"),
        ("The minister resigned on Friday.", "Friday", "2018-04-20"),
        ("The minister will resign on Friday.", "Friday", "2018-04-27"),
        ("She will be asked about it on Thursday.", "Thursday", "2018-04-26"),
        ("A protest planned for Monday was called off.", "Monday", "2018-04-30"),
        ("He was elected last Thursday.", "last Thursday", "2018-04-19"),
        ("The vote is next Thursday.", "next Thursday", "2018-05-03"),
        ("Wednesday's committee hearing overran.", "Wednesday", "2018-04-25"),
        ("Minutes of Wed 25 Apr", "Wed 25 Apr", "2018-04-25"),
        ("They met on Thursday evening.", "Thursday evening", "2018-04-26TEV"),
        ("They met on Tuesday 24 April in Hull.", "Tuesday 24 April", "2018-04-24"),
        ("They met on Tuesday, April 24, 2018, in Hull.", "Tuesday, April 24, 2018", "2018-04-24"),
        ("It had been due to end on Tuesday.", "Tuesday", "2018-04-24"),
        ("She is to speak on Tuesday.", "Tuesday", "2018-05-01"),
        ("The talks are set to resume on Monday.", "Monday", "2018-04-30"),
        # calendar dates, British and American
        ("The tribunal sat on 9 September 2014.", "9 September 2014", "2014-09-09"),
        ("The tribunal sat on Sept. 9, 2014.", "Sept. 9, 2014", "2014-09-09"),
        ("The tribunal sat on the 3rd of March.", "the 3rd of March", "2018-03-03"),
        ("The levy starts on 1 May.", "1 May", "2018-05-01"),
        ("The levy started on 1st December.", "1st December", "2017-12-01"),
        ("The levy will start on December 1.", "December 1", "2018-12-01"),
        ("Letter of 19/11/2012", "19/11/2012", "2012-11-19"),
        ("Letter of 11/19/2012", "11/19/2012", "2012-11-19"),
        ("Minutes of 2017-06-09", "2017-06-09", "2017-06-09"),
        # near days
        ("The bill was withdrawn yesterday.", "yesterday", "2018-04-25"),
        ("The bill will be withdrawn tomorrow.", "tomorrow", "2018-04-27"),
        ("The bill was withdrawn today.", "today", "2018-04-26"),
        ("The bill was withdrawn last night.", "last night", "2018-04-25TNI"),
        ("The bill was withdrawn this morning.", "this morning", "2018-04-26TMO"),
        ("Shops shut on Christmas Day.", "Christmas Day", "2017-12-25"),
        ("Shops shut on Good Friday.", "Good Friday", "2018-03-30"),
        ("Shops shut on Labor Day.", "Labor Day", "2017-09-04"),
        ("Shops shut on Memorial Day.", "Memorial Day", "2018-05-28"),
        ("Shops shut last Thanksgiving.", "last Thanksgiving", "2017-11-23"),
        # months, quarters, seasons
        ("The report of December 2015 was shelved.", "December 2015", "2015-12"),
        ("He was elected last June.", "last June", "2017-06"),
        ("The office opened in January.", "January", "2018-01"),
        ("The office opened in May.", "May", "2018-05"),
        ("The office opened in September.", "September", "2017-09"),
        ("The office will open in September.", "September", "2018-09"),
        ("It should pass by early November.", "early November", "2018-11"),
        ("The heat of last summer returned.", "last summer", "2017-SU"),
        ("They left in the winter of 1962.", "the winter of 1962", "1962-WI"),
        ("Sales slid in the third quarter.", "the third quarter", "2017-Q3"),
        ("Sales slid in the fourth quarter of 2009.", "the fourth quarter of 2009", "2009-Q4"),
        ("It ran through the second half of 2016.", "the second half of 2016", "2016-H2"),
        ("The firm expects to report a loss for the first quarter.", "the first quarter", "2018-Q1"),
        ("Sales in the 2015 third quarter fell.", "the 2015 third quarter", "2015-Q3"),
        ("Sales in last year's second quarter fell.", "last year's second quarter", "2017-Q2"),
        ("Sales slid in the second quarter of next year.", "the second quarter of next year", "2019-Q2"),
        ("They will leave in spring.", "spring", "2018-SP"),
        ("Work went on well into the summer.", "the summer", "2018-SU"),
        ("The talks should end by May, he hopes.", "May", "2018-05"),
        ("The March accession comes first.", "March", "2018-03"),
        ("Under a June agreement it is over.", "June", "2018-06"),
        # the week of a day
        ("The trial opens in the week of May 14.", "the week of May 14", "2018-W20"),
        ("The trial opens in the week beginning 14 May.", "the week beginning 14 May", "2018-W20"),
        # years and more
        ("They had met before in 1993.", "1993", "1993"),
        ("The surplus of fiscal 2009 is gone.", "fiscal 2009", "2009"),
        ("The surplus of the 2013 fiscal year is gone.", "the 2013 fiscal year", "2013"),
        ("It fell apart in mid-1996.", "mid-1996", "1996"),
        ("The post-1959 politics split them.", "1959", "1959"),
        ("The budget for 2012-13 was cut.", "2012-13", "2012/2013"),
        ("In nineteen eighty-four he moved.", "nineteen eighty-four", "1984"),
        ("Wages stood still in the 1970s.", "the 1970s", "197"),
        ("A song of the '60s", "the '60s", "196"),
        ("A law of the 18th century", "the 18th century", "17"),
        ("The mine closed three years ago.", "three years ago", "2015"),
        ("The mine closed a year ago.", "a year ago", "2017"),
        ("The mine closed ten days ago.", "ten days ago", "2018-04-16"),
        ("The mine closed two months ago.", "two months ago", "2018-02"),
        ("The mine closed a couple of years ago.", "a couple of years ago", "2016"),
        ("The mine closed several years ago.", "several years ago", "PAST_REF"),
        ("The mine closed two years back, they said.", "two years back", "2016"),
        # a part of a pointed year
        ("The rule changed in February of last year.", "February of last year", "2017-02"),
        ("The rule will change in October next year.", "October next year", "2019-10"),
        ("The rule changed on 31 January this year.", "31 January this year", "2018-01-31"),
        ("The rule changed in the spring of last year.", "the spring of last year", "2017-SP"),
        # pointed periods
        ("Prices rose last week.", "last week", "2018-W16"),
        ("Prices rose last month.", "last month", "2018-03"),
        ("Prices rose last year.", "last year", "2017"),
        ("Prices rose earlier this year.", "earlier this year", "2018"),
        ("The vote is next month.", "next month", "2018-05"),
        ("The camp emptied over the weekend.", "the weekend", "2018-W17-WE"),
        # lengths
        ("The strike lasted three full weeks.", "three full weeks", "P3W"),
        ("The strike lasted a fortnight or so, for two fortnights at most.", "two fortnights", "P4W"),
        ("The past two years have been hard.", "The past two years", "P2Y"),
        ("We shall know in the coming weeks.", "the coming weeks", "PXW"),
        ("A 10-hour debate followed.", "10-hour", "PT10H"),
        ("They spoke for twenty-five minutes.", "twenty-five minutes", "PT25M"),
        ("They waited for years.", "years", "PXY"),
        ("It took nearly two months.", "nearly two months", "P2M"),
        ("It took two and a half years.", "two and a half years", "P2Y6M"),
        ("It took 2 1/2 hours.", "2 1/2 hours", "PT2H30M"),
        ("It took a year and a half.", "a year and a half", "P1Y6M"),
        ("It took a couple of years.", "a couple of years", "P2Y"),
        ("It took two decades.", "two decades", "P20Y"),
        ("It took the next three quarters.", "the next three quarters", "P9M"),
        ("A half-century of peace is over.", "half-century", "P50Y"),
        ("The 8-month-old truce held.", "8-month-old", "P8M"),
        ("A decades-old feud flared up.", "decades-old", "PXE"),
        ("Over the years the bridge had moved.", "the years", "PXY"),
        ("In the weeks that followed it fell.", "the weeks that followed", "PXW"),
        ("It took half an hour.", "half an hour", "PT30M"),
        ("This move comes barely a month after the last.", "barely a month", "P1M"),
        ("In the year ended 31 March it lost money.", "the year", "P1Y"),
        # again and again
        ("The council meets every Monday.", "every Monday", "XXXX-WXX-1"),
        ("The library is shut on Mondays.", "Mondays", "XXXX-WXX-1"),
        ("They march each July.", "each July", "XXXX-07"),
        ("The figures are checked weekly.", "weekly", "P1W"),
        ("The board sits twice a month.", "twice a month", "P1M"),
        ("The board sits every other week.", "every other week", "P2W"),
        # times of day
        ("Polls close at 10.30pm.", "10.30pm", "2018-04-26T22:30"),
        ("Polls close at 9 a.m. on Monday.", "9 a.m. on Monday", "2018-04-23T09:00"),
        ("They spoke on Tuesday. By 14:05 it was over.", "14:05", "2018-04-24T14:05"),
        ("The siege ended at noon.", "noon", "2018-04-26T12:00"),
        # words that only point
        ("Now the rule has changed.", "Now", "PRESENT_REF"),
        ("In recent weeks the rule has changed.", "recent weeks", "PAST_REF"),
        ("Previously, the rule was another.", "Previously", "PAST_REF"),
        ("The tunnel will one day be finished.", "one day", "FUTURE_REF"),
        ("The rule will change soon.", "soon", "FUTURE_REF"),
        ("The party's future is at stake.", "future", "FUTURE_REF"),
    ],
)
def test_an_expression_has_its_words_and_value(text: str, words: str, value: str) -> None:
    assert (words, value) in read(text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("On 3 May 2016 she denied it; the next day she resigned.", ["2016-05-03", "2016-05-04"]),
        ("He won in 2004 and resigned the following year.", ["2004", "2005"]),
        ("She left in 2010 and came back two years later.", ["2010", "2012"]),
        ("She left in May 2010 and came back three months later.", ["2010-05", "2010-08"]),
        ("She left on 3 May 2010 and came back three days later.", ["2010-05-03", "2010-05-06"]),
        ("The mill closed half a century ago.", ["1968"]),
        ("The mill closed a quarter of a century ago.", ["1993"]),
        ("The mill closed two and a half years ago.", ["2015"]),
        ("The mill closed a decade and a half ago.", ["2003"]),
        ("The mill closed the year before last.", ["2016"]),
        ("The mill will close by the end of the decade.", ["201"]),
        ("The mill will close by month's end.", ["2018-04"]),
        ("The mill was built for the 19th and 20th centuries.", ["19"]),
        ("The mill stops every few years.", ["PXY"]),
        ("The year-long strike ended; the weeklong one did not.", ["P1Y", "P1W"]),
        ("The sirens sounded at 0900 local time.", ["2018-04-26T09:00"]),
        ("The mill closed after the Sept. 11 attacks.", ["2001-09-11"]),
        ("They meet on May 24 and 25.", ["2018-05-24", "2018-05-25"]),
        ("They met on 3 May 2016 and left the next morning.", ["2016-05-03", "2016-05-04TMO"]),
        ("They met on 3 May 2016. The night before, it had rained.", ["2016-05-03", "2016-05-02TNI"]),
        ("Sales fell in the second quarter of 2017. Costs in that quarter rose.", ["2017-Q2", "2017-Q2"]),
        ("Sales fell in the first quarter; in the 2011 period they rose.", ["2018-Q1", "2011-Q1"]),
        ("Sales fell in the first quarter. Sales in the latest period rose.", ["2018-Q1", "2018-Q1"]),
        ("They ran from 7 to 9 May 2015.", ["2015-05-07", "2015-05-09"]),
        ("Profit in the first quarter rose from a year ago.", ["2018-Q1", "2017-Q1"]),
        ("The migrants came in the 1950s and 60s.", ["195", "196"]),
        ("Between 1985 and 1987 he was paid in shares.", ["1985", "1987"]),
    ],
)
def test_a_later_expression_counts_from_an_earlier_one(text: str, values: list[str]) -> None:
    assert [value for _, value in read(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "A 12-year-old girl, aged 12, and her six-year-old brother",
        "It may rain, Mrs May told Theresa May.",
        "They march on; April Shaw led the Women's March.",
        "A fall in prices may spring from this.",
        "The Sunday Times and the Mail on Sunday, the Daily Post and USA Today",
        "Some 2000 people and 1500 jobs, $2000 or £1999",
        "The second man came second for a second time.",
        "His early 60s were hard.",
        "Under 100,000 a year and forty flights a week",
        "As soon as she came, the future king spoke of past mistakes shortly after that.",
        "Targets of 25/30 and 31/31/2018",
        "Letter of 5/6/2012",
        "The sun sat low.",
        "It was built by May and her friends.",
        "The March for Life and the March through town",
        "They sell 10,000 cups annually.",
        "The party's daily Granma wrote it.",
        "A team previously sent there",
        "Costs rose 8% annually.",
        "In the years, days and months",
    ],
)
def test_what_is_no_time_is_not_read_as_one(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He resigned on Thursday.", "XXXX-WXX-4"),
        ("He resigned on 25 April.", "XXXX-04-25"),
        ("He resigned in June.", "XXXX-06"),
        ("He resigned yesterday.", "PAST_REF"),
        ("He resigned last week.", "PAST_REF"),
        ("He resigned three years ago.", "PAST_REF"),
        ("He resigned on 25 April 2018.", "2018-04-25"),
    ],
)
def test_without_a_publication_date_a_value_says_less(text: str, value: str) -> None:
    assert [found for _, found in read(text, None)] == [value]


def test_types_are_those_of_timex3() -> None:
    text = "On Monday at 5pm it ran for three days, as it does every week."
    types = [times.type for times in find_times(ENGLISH(text), THURSDAY)]
    assert types == [TimeType.TIME, TimeType.DURATION, TimeType.SET]


def test_offsets_count_code_points() -> None:
    text = "😀 “Così”, he said on Wednesday."
    (times,) = find_times(ENGLISH(text), THURSDAY)
    assert times.span.of(text) == "Wednesday"


def test_what_goes_on_behind_the_article_is_not_passed_over() -> None:
    text = "They left on 3 May 2016. In the morning of the present year the same day came, in the nineties."
    assert [value for _, value in read(text)] == ["2016-05-03", "2016-05-03TMO", "2018", "2016-05-03", "199"]


@pytest.mark.parametrize(
    ("text", "values"),
    [("It soon became a flood.", []), ("It was soon released.", []), ("It will soon become a flood.", ["FUTURE_REF"])],
)
def test_soon_in_a_story_of_the_past_points_at_no_future(text: str, values: list[str]) -> None:
    assert [times.value for times in find_times(load_pipeline(None)(text), THURSDAY)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Neither man could be reached on Tuesday.", ["2018-04-24"]),
        ("The tram could stop on Tuesday.", ["2018-05-01"]),
        ("The vote is set for Monday.", ["2018-04-30"]),
        ("The vote is on Monday.", ["2018-04-30"]),
        ("The mayor says the vote on Monday was lost.", ["2018-04-23"]),
        ("The mayor leads, and her speech on Monday included a song.", ["2018-04-23"]),
        ("Lane will appeal Tuesday's ruling.", ["2018-04-24"]),
        ("Lane will attend Tuesday's debate.", ["2018-05-01"]),
        ("The fair will run from Monday to Wednesday.", ["2018-04-30", "2018-05-02"]),
        ("The shop was shut Sunday through Tuesday.", ["2018-04-22", "2018-04-24"]),
        ("It rained on Monday of last week.", ["2018-04-16"]),
        ("He will be there until January.", ["2019-01"]),
        ("The tram stopped. Eighteen months later it ran again.", ["P18M"]),
        ("They sang into the early hours of Tuesday.", ["2018-04-24"]),
        ("In today's world that is rare.", []),
        ("The tram stopped, according to the Hull Sun. It runs again.", []),
        ("Today's vote is close.", ["2018-04-26"]),
        ("The mill burnt down. Previously it had been a farm.", ["PAST_REF"]),
        ("The mill has stood since 1972's flood.", ["1972"]),
        ("The mill was a thing of the 1970's.", ["197"]),
        ("The mill closed in late-2007.", ["2007"]),
        ("It took two-and-a-half years.", ["P2Y6M"]),
    ],
)
def test_what_stands_around_tells_the_side_of_the_publication(text: str, values: list[str]) -> None:
    assert [times.value for times in find_times(load_pipeline(None)(text), THURSDAY)] == values


def test_every_rule_shows_an_example() -> None:
    assert [rule.name for rule in RULES if not (rule.read.__doc__ or "").strip()] == []


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
