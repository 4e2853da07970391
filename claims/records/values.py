"""Spans, stances, dates and findings: what every room speaks of."""

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Self


class Span(NamedTuple):
    """A stretch of a text: code points, end-exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span covers."""
        return text[self.start : self.end]


class Mode(StrEnum):
    """How much of the reported words stands inside quotation marks: all, a part, none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Stance(StrEnum):
    """What the source does to the words. One that is not known is no Stance at all, and never taken for `asserts`."""

    ASSERTS = "asserts"
    DENIES = "denies"
    ASKS = "asks"
    PROMISES = "promises"
    DEMANDS = "demands"


class Manner(StrEnum):
    """How an assertion stands to what was said before it: "admitted that …", "confirmed that …". Told apart from a
    denial for whoever looks for a change of story."""

    ADMITS = "admits"
    CONFIRMS = "confirms"


class Precision(StrEnum):
    """How exactly a date is known. 'Wednesday' is a day, 'December 2015' a month."""

    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class SpeakerKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"


class Finding(StrEnum):
    """What an editor concluded about a pair of statements."""

    CONTRADICTION = "contradiction"
    PARTIAL = "partial"
    CONSISTENT = "consistent"


class PairKind(StrEnum):
    """Derived from who spoke, never stored: same speaker, two speakers, a document on one side."""

    REVERSAL = "reversal"
    DISPUTE = "dispute"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs: the name of its field, its label, what it said before and what it says now."""

    field: str
    label: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Said:
    """When words were spoken: an interval of days, inclusive at both ends.

    A known date has `start`, `until` and `precision`. An upper limit alone ('at an earlier hearing': on or before
    that day) has `until` and neither of the others. `time` is the wall-clock time of a minute-precise date.
    An unknown date is no Said at all. Raises ValueError where the parts don't fit together."""

    start: dt.date | None
    until: dt.date
    precision: Precision | None
    time: dt.time | None = None

    def __post_init__(self) -> None:
        match self.precision:
            case None:
                fits = self.start is None
            case Precision.MINUTE | Precision.DAY:
                fits = self.start == self.until
            case Precision.MONTH:
                fits = (self.start, self.until) == _month(self.until.year, self.until.month)
            case Precision.YEAR:
                fits = (self.start, self.until) == _year(self.until.year)
        if not fits or (self.time is not None) != (self.precision == Precision.MINUTE):
            raise ValueError(f"the parts of a said date do not fit together: {self!r}")

    @classmethod
    def on(cls, day: dt.date) -> Self:
        return cls(day, day, Precision.DAY)

    @classmethod
    def at(cls, moment: dt.datetime) -> Self:
        """The minute of `moment`, on its own wall clock."""
        day = moment.date()
        return cls(day, day, Precision.MINUTE, moment.time().replace(second=0, microsecond=0, tzinfo=None))

    @classmethod
    def in_month(cls, year: int, month: int) -> Self:
        return cls(*_month(year, month), Precision.MONTH)

    @classmethod
    def in_year(cls, year: int) -> Self:
        return cls(*_year(year), Precision.YEAR)

    @classmethod
    def by(cls, day: dt.date) -> Self:
        """On or before `day`; how much before is not known."""
        return cls(None, day, None)

    @classmethod
    def from_edtf(cls, text: str) -> Self:
        """Reads what `edtf` writes: 2018-04-25T14:30, 2018-04-25, 2015-12, 2015 or [..2018-04-25].

        Extended Date/Time Format, levels 0 and 2 (Library of Congress, 2019). ValueError for anything else."""
        if text.startswith("[..") and text.endswith("]"):
            return cls.by(dt.date.fromisoformat(text[3:-1]))
        if "T" in text:
            return cls.at(dt.datetime.strptime(text, "%Y-%m-%dT%H:%M"))
        parts = text.split("-")
        if len(parts) == 3:
            return cls.on(dt.date.fromisoformat(text))
        if len(parts) == 2 and len(text) == 7:
            return cls.in_month(int(parts[0]), int(parts[1]))
        if len(parts) == 1 and len(text) == 4:
            return cls.in_year(int(text))
        raise ValueError(f"not a date in EDTF: {text!r}")

    def edtf(self) -> str:
        match self.precision:
            case None:
                return f"[..{self.until.isoformat()}]"
            case Precision.MINUTE:
                return f"{self.until.isoformat()}T{self.time:%H:%M}"
            case Precision.DAY:
                return self.until.isoformat()
            case Precision.MONTH:
                return f"{self.until:%Y-%m}"
            case Precision.YEAR:
                return f"{self.until:%Y}"


def _year(year: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def _month(year: int, month: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
