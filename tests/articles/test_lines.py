"""JSON Lines are read one by one, and a bad one costs none of the others."""

import datetime as dt
import io
import json
import re

import pytest

from articles.capture import lines
from articles.capture.lines import ArticleLine, BadLine, read_lines, read_published
from articles.capture.text import Unreadable

GOOD = {"outlet": "The Sample", "title": "No list", "text": "“No.”"}


def read(*brought: object) -> list:
    data = b"\n".join(one if isinstance(one, bytes) else json.dumps(one).encode() for one in brought)
    return list(read_lines(io.BytesIO(data)))


def test_a_line_is_an_article():
    whole = {**GOOD, "id": 7, "url": "https://a.example/1", "published": "2018-04-26", "byline": "A", "zone": "UTC"}
    assert read(whole) == [
        (
            1,
            ArticleLine(
                title="No list",
                text="“No.”",
                id="7",
                outlet="The Sample",
                url="https://a.example/1",
                byline="A",
                zone="UTC",
                published=dt.date(2018, 4, 26),
            ),
        )
    ]


def test_what_is_missing_or_null_or_unknown_does_no_harm():
    assert read({**GOOD, "url": None, "section": ["home"]}) == [(1, ArticleLine(**GOOD))]


def test_blank_lines_count_but_say_nothing():
    assert [number for number, _ in read(b"", GOOD, b"  ", GOOD)] == [2, 4]


def test_a_byte_order_mark_is_left_out():
    assert read(b"\xef\xbb\xbf" + json.dumps(GOOD).encode()) == [(1, ArticleLine(**GOOD))]


BAD = {
    "no JSON": (b"{nearly", "no JSON"),
    "a list": ([GOOD], "no JSON object"),
    "a number for a title": ({**GOOD, "title": 5}, "title should be text, and is 5"),
    "a list for a text": ({**GOOD, "text": ["No."]}, "text should be text"),
    "no such day": ({**GOOD, "published": "2018-02-30"}, "published is '2018-02-30'"),
    "a number for a day": ({**GOOD, "published": 20180426}, "published should be text"),
    "not UTF-8": (b'{"title": "\x93no\x94"}', "not UTF-8"),
    "nested without end": (b"[" * 200_000, "nested too deeply|no JSON"),
    "a number without end": (b'{"id": ' + b"9" * 5000 + b"}", "no JSON"),
}


@pytest.mark.parametrize(("line", "reason"), BAD.values(), ids=BAD)
def test_a_bad_line_is_told_with_its_number_and_the_rest_is_read(line, reason):
    before, bad, after = read(GOOD, line, GOOD)
    assert (before, after) == ((1, ArticleLine(**GOOD)), (3, ArticleLine(**GOOD)))
    assert bad[0] == 2
    assert isinstance(bad[1], BadLine)
    assert re.search(reason, bad[1].reason)


@pytest.mark.parametrize("length", [101, 250, 399, 400, 401])
def test_a_line_that_is_too_long_is_skipped_to_its_end(monkeypatch, length):
    monkeypatch.setattr(lines, "LONGEST_LINE", 100)
    short = {"title": "No list"}
    told = read(short, b"x" * length, short)
    assert [number for number, _ in told] == [1, 2, 3]
    assert "too long" in told[1][1].reason
    assert told[2][1] == ArticleLine(title="No list")


PUBLISHED = {
    "nothing": ("", None),
    "a day": ("2018-04-26", dt.date(2018, 4, 26)),
    "a moment": ("2018-04-26T09:30", dt.datetime(2018, 4, 26, 9, 30)),
    "a moment with its offset": ("2018-04-26T09:30:00Z", dt.datetime(2018, 4, 26, 9, 30, tzinfo=dt.UTC)),
}


@pytest.mark.parametrize(("words", "published"), PUBLISHED.values(), ids=PUBLISHED)
def test_a_publication_is_a_day_or_a_moment(words, published):
    assert read_published(words) == published


@pytest.mark.parametrize("words", ["26/04/2018", "yesterday", "2018-04", "2018-13-01", "now" * 100])
def test_any_other_publication_is_refused(words):
    with pytest.raises(Unreadable, match="write a day such as"):
        read_published(words)


@pytest.mark.parametrize("words", ["0001-01-01", "9999-12-31T23:59", "9999-12-31T23:59-23:00", "3000-01-01T00:00Z"])
def test_a_publication_out_of_reach_is_refused(words):
    with pytest.raises(Unreadable, match="lies outside of 1000 to 2999"):
        read_published(words)
