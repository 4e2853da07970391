"""Reports as plain values, invented, each part to be replaced by name."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from zoneinfo import ZoneInfo

from claims.records import Mode, Said, Span, Stance
from claims.reports.report import PairReport, StoryReport
from claims.timeline.arranging import Line, Section
from claims.timeline.entries import Entry, Note, Pair, Rendering, Reply, Source, StoryHead, Voice

NOON = dt.datetime(2018, 5, 1, 11, 0, tzinfo=dt.UTC)
LONDON = ZoneInfo("Europe/London")
WEDNESDAY, FRIDAY = dt.date(2018, 4, 25), dt.date(2018, 4, 27)
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="70" height="20" viewBox="0 0 70 20"><text y="9">A lane</text></svg>'
)
TITLE = "Mina Ister on 25 April 2018 and on 26 April 2018"


def source(article: int = 1, **parts: Any) -> Source:
    given = {
        "article": article,
        "version": 2,
        "byline": "By Ann Author",
        "published_time": "09:30 BST",
        "captured": dt.datetime(2018, 4, 26, 8, 0, tzinfo=dt.UTC),
        "sha256": "0123456789abcdef" * 4,
    }
    return Source(**given | parts)


def rendering(words: str = "We have no list", **parts: Any) -> Rendering:
    given = {
        "key": 1,
        "outlet": "The Daily Sample",
        "title": "Minister denies keeping a list",
        "url": "https://news.example.org/1",
        "published": dt.date(2018, 4, 26),
        "words": words,
        "source": source(),
        "spans": (Span(40, 55),),
    }
    return Rendering(**given | parts)


def note(**parts: Any) -> Note:
    given = {"text": "We first gave the wrong day.", "day": dt.date(2018, 4, 28), "signed": "Rae View", "edition": 2}
    return Note(**given | parts)


def reply(**parts: Any) -> Reply:
    given = {
        "who": "Mina Ister",
        "asked": dt.datetime(2018, 4, 27, 11, 0, tzinfo=dt.UTC),
        "how": "by e-mail",
        "answer": "I misspoke.",
        "answered": dt.datetime(2018, 4, 27, 16, 0, tzinfo=dt.UTC),
    }
    return Reply(**given | parts)


def entry(key: int = 1, words: str = "We have no list", **parts: Any) -> Entry:
    given = {
        "key": key,
        "speaker": Voice("mina-ister", "Mina Ister"),
        "role": "Minister of Lists",
        "words": words,
        "said": Said.on(WEDNESDAY),
        "said_basis": "on Wednesday",
        "occasion": "Committee of Inquiry",
        "question": "Is there a list?",
        "renderings": (rendering(words),),
        "edition": 2,
        "newest": 2,
        "confirmed": "Rae View",
        "confirmed_on": FRIDAY,
    }
    return Entry(**given | parts)


def draft(key: int = 1, words: str = "We have no list", **parts: Any) -> Entry:
    nobody = {"draft": True, "edition": 0, "newest": 0, "confirmed": "", "confirmed_on": None}
    return entry(key, words, **nobody | parts)


def pair(key: int = 1, **parts: Any) -> Pair:
    given = {
        "key": key,
        "explanation": "There cannot be a list and no list.",
        "earlier": entry(1),
        "later": entry(2, "There was a list", said=Said.on(dt.date(2018, 4, 26))),
        "edition": 1,
        "confirmed": "Con Firm",
        "confirmed_on": FRIDAY,
    }
    return Pair(**given | parts)


def section(entries: Iterable[Entry], silence: str = "2 years 4 months") -> Section:
    return Section(Said.on(WEDNESDAY), tuple(map(Line, entries)), silence)


def head(**parts: Any) -> StoryHead:
    given = {
        "key": 1,
        "slug": "the-list",
        "title": "The list that was none",
        "summary": "What was said about a list.",
        "public": True,
        "edition": 3,
        "published_at": dt.datetime(2018, 4, 28, 8, 0, tzinfo=dt.UTC),
        "notes": (note(text="The title named another list.", signed="", edition=3),),
    }
    return StoryHead(**given | parts)


def pair_report(**parts: Any) -> PairReport:
    return PairReport(**_frame(TITLE) | {"pair": pair()} | parts)


def story_report(statements: int = 2, **parts: Any) -> StoryReport:
    """With that many statements, all of one day, and one pair."""
    given = {
        "head": head(),
        "picture": DRAWING,
        "picture_told": "2 statements by 1 speaker",
        "sections": (section(entry(key, f"We have no list number {key}") for key in range(1, statements + 1)),),
        "pairs": (pair(),),
    }
    return StoryReport(**_frame("The list that was none") | given | parts)


def full_pair() -> PairReport:
    """A pair in which no part is missing, as the newsroom sees it."""
    standing = {"corrections": (note(),), "withdrawn": "It was somebody else of that name."}
    denied = {"mode": Mode.INDIRECT, "stance": Stance.DENIES}
    earlier = entry(1, renderings=(rendering(**denied),), newest=3, **denied, **standing)
    replies = (reply(), reply(answer="", answered=None, deadline=NOON))
    return pair_report(pair=pair(earlier=earlier, replies=replies, **standing))


def full_story() -> StoryReport:
    """A story in which no part is missing, as the newsroom sees it."""
    full = full_pair().pair
    told = section((full.earlier, full.later, draft(3, "We had two lists")))
    return story_report(sections=(told,), pairs=(full, pair(2, open=True, edition=0)))


def _frame(title: str) -> dict[str, Any]:
    return {
        "title": title,
        "address": "https://claims.example.org/contradictions/1/",
        "statement_addresses": {key: f"https://claims.example.org/statements/{key}/" for key in range(1, 301)},
        "pair_addresses": {key: f"https://claims.example.org/contradictions/{key}/" for key in range(1, 3)},
        "site": "Who Said What",
        "made_at": NOON,
        "zone": LONDON,
        "internal": False,
    }
