"""How the making of a PDF grows: a story of five hundred quotations against one of fifty.

The bound is a ratio, so that it holds on any machine: ten times the quotations may take at most ten times as long,
for a report starts a process of its own however short it is."""

import datetime as dt
import resource
from typing import NamedTuple

from claims.reports.report import Day, Piece, Rendering, Source, Statement, StoryReport
from claims.reports.typesetting import typeset

FEW, MANY = 50, 500
MOST = 10.0
"""The highest ratio that is still in order."""

WORDS = "We keep no list of that kind, and nobody in this department has ever asked for one"


class Growth(NamedTuple):
    """Seconds of processor time for FEW and for MANY quotations, the best of several runs each."""

    few: float
    many: float

    @property
    def ratio(self) -> float:
        return self.many / self.few


def growth(runs: int = 3) -> Growth:
    """Sets both stories `runs` times each."""
    return Growth(*(min(_seconds(story(number)) for _ in range(runs)) for number in (FEW, MANY)))


def story(quotations: int) -> StoryReport:
    """A story of that many statements, each quoted once, ten a day."""
    source = _source()
    statements = [_statement(number, source) for number in range(1, quotations + 1)]
    days = [Day(f"Day {i // 10 + 1}", "", tuple(statements[i : i + 10])) for i in range(0, quotations, 10)]
    return StoryReport(
        title="A long story",
        address="https://claims.example.org/stories/long/",
        site="Benchmark",
        made_at=dt.datetime(2018, 5, 1, tzinfo=dt.UTC),
        made="1 May 2018, 01:00 BST",
        internal=False,
        about=("Made to be measured.",),
        sources=(source,),
        summary="",
        published="1 May 2018, 00:00 BST",
        picture="",
        picture_told="",
        days=tuple(days),
        pairs=(),
    )


def _seconds(report: StoryReport) -> float:
    begun = _spent_by_children()
    typeset(report)
    return _spent_by_children() - begun


def _spent_by_children() -> float:
    """Processor time, which a busy machine does not stretch; the typesetting is a child of this process."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _source() -> Source:
    return Source(
        number=1,
        outlet="The Daily Sample",
        title="Minister denies keeping a list",
        byline="",
        url="https://news.example.org/1",
        published="26 April 2018",
        captured="26 April 2018, 09:00 BST",
        version=1,
        sha256="0123456789abcdef" * 4,
    )


def _statement(number: int, source: Source) -> Statement:
    words = f"{WORDS}, said for the {number}th time"
    return Statement(
        number=number,
        address=f"https://claims.example.org/statements/{number}/",
        speaker="Mina Ister",
        role="Minister of Lists",
        said="Wednesday 25 April 2018",
        dating="known to the day; read from “on Wednesday”; checked by an editor",
        occasion="Committee of Inquiry",
        question="",
        mode="Direct quotation",
        pieces=(Piece(words),),
        renderings=(Rendering(source, (Piece(words),), "The same words", "40 to 55"),),
    )


if __name__ == "__main__":
    measured = growth()
    print(f"{FEW}: {measured.few:.2f} s, {MANY}: {measured.many:.2f} s, ratio {measured.ratio:.1f} (at most {MOST})")
    raise SystemExit(measured.ratio > MOST)
