"""How the making of a PDF grows: a story of five hundred quotations against one of fifty.

The bound is a ratio, so that it holds on any machine: ten times the quotations may take at most ten times as long,
for a report starts a process of its own however short it is."""

import datetime as dt
import resource
from typing import NamedTuple

from claims.records import Said, Span
from claims.reports.report import StoryReport
from claims.reports.typesetting import typeset
from claims.timeline.arranging import arrange
from claims.timeline.entries import Entry, Rendering, Source, StoryHead, Voice

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
    entries = [_statement(number) for number in range(1, quotations + 1)]
    return StoryReport(
        title="A long story",
        address="https://claims.example.org/stories/long/",
        statement_addresses={entry.key: f"https://claims.example.org/statements/{entry.key}/" for entry in entries},
        pair_addresses={},
        site="Benchmark",
        made_at=dt.datetime(2018, 5, 1, tzinfo=dt.UTC),
        zone=dt.UTC,
        internal=False,
        head=StoryHead(1, "long", "A long story", public=True, edition=1),
        sections=arrange(entries).sections,
        pairs=(),
        picture="",
        picture_told="",
    )


def _seconds(report: StoryReport) -> float:
    begun = _spent_by_children()
    typeset(report)
    return _spent_by_children() - begun


def _spent_by_children() -> float:
    """Processor time, which a busy machine does not stretch; the typesetting is a child of this process."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _statement(number: int) -> Entry:
    words = f"{WORDS}, said for the {number}th time"
    return Entry(
        key=number,
        speaker=Voice("mina-ister", "Mina Ister"),
        role="Minister of Lists",
        words=words,
        said=Said.on(dt.date(2016, 1, 1) + dt.timedelta(days=number // 10)),
        said_basis="on Wednesday",
        occasion="Committee of Inquiry",
        renderings=(_rendering(number, words),),
        edition=1,
        newest=1,
        confirmed="Rae View",
        confirmed_on=dt.date(2018, 4, 27),
    )


def _rendering(number: int, words: str) -> Rendering:
    return Rendering(
        key=number,
        outlet="The Daily Sample",
        title="Minister denies keeping a list",
        url="https://news.example.org/1",
        published=dt.date(2018, 4, 26),
        words=words,
        source=Source(1, 1, "", "", dt.datetime(2018, 4, 26, 8, 0, tzinfo=dt.UTC), "0123456789abcdef" * 4),
        spans=(Span(40, 55),),
    )


if __name__ == "__main__":
    measured = growth()
    print(f"{FEW}: {measured.few:.2f} s, {MANY}: {measured.many:.2f} s, ratio {measured.ratio:.1f} (at most {MOST})")
    raise SystemExit(measured.ratio > MOST)
