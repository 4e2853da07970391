"""Reports as plain values, invented, each part to be replaced by name."""

import datetime as dt
from typing import Any

from claims.records import Finding, PairKind
from claims.reports.report import (
    Correction,
    Day,
    Pair,
    PairReport,
    Piece,
    Rendering,
    Response,
    Source,
    Statement,
    StoryReport,
)

NOON = dt.datetime(2018, 5, 1, 11, 0, tzinfo=dt.UTC)
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="70" height="20" viewBox="0 0 70 20"><text y="9">A lane</text></svg>'
)
SAID = "Wednesday 25 April 2018"


def source(number: int = 1, **parts: Any) -> Source:
    given = {
        "number": number,
        "outlet": "The Daily Sample",
        "title": "Minister denies keeping a list",
        "byline": "By Ann Author",
        "url": f"https://news.example.org/{number}",
        "published": "26 April 2018",
        "captured": "26 April 2018, 09:00 BST",
        "version": 2,
        "sha256": "0123456789abcdef" * 4,
    }
    return Source(**given | parts)


def rendering(words: str = "We have no list", **parts: Any) -> Rendering:
    given = {"source": source(), "pieces": (Piece(words),), "difference": "The same words", "place": "40 to 55"}
    return Rendering(**given | parts)


def correction(**parts: Any) -> Correction:
    given = {"text": "We first gave the wrong day.", "made": "28 April 2018", "signed": "Rae View"}
    return Correction(**given | parts)


def response(**parts: Any) -> Response:
    given = {
        "asked": "Mina Ister was asked on 27 April 2018, 12:00 BST, by e-mail.",
        "outcome": "The answer of 27 April 2018, 17:00 BST, in full:",
        "answer": "I misspoke.",
    }
    return Response(**given | parts)


def statement(number: int = 1, words: str = "We have no list", **parts: Any) -> Statement:
    given = {
        "number": number,
        "address": f"https://claims.example.org/statements/{number}/",
        "speaker": "Mina Ister",
        "role": "Minister of Lists",
        "said": SAID,
        "dating": "known to the day; read from “on Wednesday”; checked by an editor",
        "occasion": "Committee of Inquiry",
        "question": "Is there a list?",
        "mode": "Direct quotation",
        "pieces": (Piece(words),),
        "confirmed": "Confirmed by Rae View, 27 April 2018",
        "renderings": (rendering(words),),
    }
    return Statement(**given | parts)


def pair(number: int = 1, **parts: Any) -> Pair:
    given = {
        "number": number,
        "address": f"https://claims.example.org/contradictions/{number}/",
        "title": "Mina Ister on 25 April 2018 and on 26 April 2018",
        "kind": PairKind.REVERSAL,
        "kind_told": "Reversal: one speaker, two statements",
        "finding": Finding.CONTRADICTION,
        "finding_told": "Contradiction",
        "explanation": "There cannot be a list and no list.",
        "earlier": statement(1),
        "later": statement(2, "There was a list", said="Thursday 26 April 2018"),
        "confirmed": "Confirmed by Con Firm, 27 April 2018",
    }
    return Pair(**given | parts)


def pair_report(**parts: Any) -> PairReport:
    return PairReport(**_frame() | {"pair": pair()} | parts)


def story_report(statements: int = 2, **parts: Any) -> StoryReport:
    """With that many statements, all of one day, and one pair."""
    told = tuple(statement(number, f"We have no list number {number}") for number in range(1, statements + 1))
    given = {
        "title": "The list that was none",
        "summary": "What was said about a list.",
        "published": "28 April 2018, 09:00 BST",
        "picture": DRAWING,
        "picture_told": "2 statements by 1 speaker",
        "days": (Day(SAID, "2 years 4 months", told),),
        "pairs": (pair(),),
    }
    return StoryReport(**_frame() | given | parts)


def _frame() -> dict[str, Any]:
    return {
        "title": "Mina Ister on 25 April 2018 and on 26 April 2018",
        "address": "https://claims.example.org/contradictions/1/",
        "site": "Who Said What",
        "made_at": NOON,
        "made": "1 May 2018, 12:00 BST",
        "internal": False,
        "about": ("This report was made for a test.",),
        "sources": (source(),),
    }
