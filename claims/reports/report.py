"""A claim report as plain frozen values: what a timeline shows, and beside it what paper needs and a page has by
itself. `passages` puts it into words; how it looks is the business of the Typst templates beside this module."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from claims.timeline.arranging import Section
from claims.timeline.entries import Entry, Pair, StoryHead


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What every report has. `internal`: it holds something that readers may not see, and every page says so.

    `address` is the whole address of the page that it reports on, the mappings have those of statements and pairs by
    their keys; all moments are told in `zone`, the newsroom's."""

    title: str
    address: str
    statement_addresses: Mapping[int, str]
    pair_addresses: Mapping[int, str]
    site: str
    made_at: dt.datetime
    zone: dt.tzinfo
    internal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PairReport(Report):
    pair: Pair

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The statements in the order that gives them their numbers."""
        return (self.pair.earlier, self.pair.later)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryReport(Report):
    """`picture` is an SVG drawing of the timeline, or empty; `picture_told` says in words what it shows. The pairs
    come in the order that gives them their numbers."""

    head: StoryHead
    sections: tuple[Section, ...]
    pairs: tuple[Pair, ...]
    picture: str
    picture_told: str

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The statements in the order that gives them their numbers."""
        return tuple(line.entry for section in self.sections for line in section.lines)
