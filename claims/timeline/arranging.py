"""A timeline as a plain value: sections in order, silences between them, lanes and arcs. No HTML, no HTTP.

Order: by the first day of what is known (by the limit, where only a limit is known); on one day an open date
('by 25 April') comes first, then the coarser before the finer (a year, a month, a day), then the order that an
editor gave to the day, then the time, an untimed statement before a timed one, then the number of the statement.
The editor's order comes before the time because whoever set it had the times before their eyes. What has no date
stands at the end under its own heading: nothing is dated by guess."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby

from claims.records import Finding, PairKind, Precision, Said
from claims.text.dates import said_datetime, said_heading, silence
from claims.timeline.entries import Entry, Pair, Voice

_COARSENESS = {None: 0, Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3, Precision.MINUTE: 3}
_NO_DAY = (dt.date.max, 9)
_KINDS = (PairKind.REVERSAL, PairKind.RECORD, PairKind.DISPUTE)


@dataclass(frozen=True, slots=True)
class Tie:
    """A pair as seen from one of its two statements."""

    pair: Pair
    other: Entry
    comes_first: bool

    @property
    def is_reversed_later(self) -> bool:
        """The same speaker takes it back in the other statement, wholly or in part."""
        return self.comes_first and self.pair.clashes and self.pair.kind == PairKind.REVERSAL

    @property
    def clash(self) -> str:
        """The words of the other statement that clash."""
        return self.pair.clash(self.other.key)


@dataclass(frozen=True, slots=True)
class Line:
    """One statement in its place, with the pairs that it belongs to. `known` is false where it was published after
    the day of which a reader asked what was known."""

    entry: Entry
    ties: tuple[Tie, ...] = ()
    known: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """What was said on one day, in one month or year, up to one day, or on an unknown date.

    `silence` tells how long nobody had spoken before ('2 years 4 months'), empty where that is not long; `continued`
    that the statement before it, in another window, is of the same day, month or year."""

    said: Said | None
    lines: tuple[Line, ...]
    silence: str = ""
    continued: bool = False

    @property
    def heading(self) -> str:
        return said_heading(self.said)

    @property
    def datetime(self) -> str:
        return said_datetime(self.said)

    @property
    def anchor(self) -> str:
        """Names the section within its page: '2018-04-25', '2015-12', 'by-2018-04-25', 'unknown'."""
        if self.said is None:
            return "unknown"
        return f"by-{self.said.until.isoformat()}" if self.said.precision is None else self.said.edtf()


@dataclass(frozen=True, slots=True)
class Lane:
    """One speaker and what they said, in order."""

    voice: Voice
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """`pairs` are those with both statements in view, and known by the day that a reader asked of, if any."""

    sections: tuple[Section, ...] = ()
    lanes: tuple[Lane, ...] = ()
    pairs: tuple[Pair, ...] = ()

    @property
    def total(self) -> int:
        return sum(len(section.lines) for section in self.sections)

    @property
    def clashes(self) -> tuple[Pair, ...]:
        """The pairs in view that contradict one another, wholly or in part."""
        return tuple(pair for pair in self.pairs if pair.clashes)

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(line.entry for section in self.sections for line in section.lines)

    def as_known(self) -> "Timeline":
        """Without the statements that were not known yet by the day that a reader asked of: what a picture draws."""
        known = [line.entry for section in self.sections for line in section.lines if line.known]
        return self if len(known) == self.total else arrange(known, self.pairs)


def arrange(
    entries: Iterable[Entry], pairs: Iterable[Pair] = (), *, previous: Said | None = None, as_of: dt.date | None = None
) -> Timeline:
    """Entries in any order in, a timeline out. Ties to statements out of view stay: their pages exist.

    `previous` is the date of the statement before the first one, where a window begins later than the list. `as_of`
    marks what was published after that day, and leaves out the pairs that nobody could have known by then."""
    shown = sorted(entries, key=chronological)
    known = {entry.key for entry in shown if is_known(entry, as_of)}
    drawn = tuple(pair for pair in pairs if is_known(pair.earlier, as_of) and is_known(pair.later, as_of))
    in_view = tuple(pair for pair in drawn if {pair.earlier.key, pair.later.key} <= known)
    return Timeline(
        sections=_sections(shown, drawn, known, previous),
        lanes=_lanes([entry for entry in shown if entry.key in known], in_view),
        pairs=tuple(sorted(in_view, key=plainness)),
    )


def is_known(entry: Entry, as_of: dt.date | None) -> bool:
    """Whether it had been published in the world by that day; what no article reports, by the day it was said."""
    return as_of is None or (entry.known_from is not None and entry.known_from <= as_of)


def voices(entries: Iterable[Entry]) -> list[Voice]:
    """Everybody heard, each once, by the name that they have now; editions may have another beside their words."""
    heard = {entry.speaker.key: entry.speaker for entry in entries}
    return sorted(heard.values(), key=lambda voice: (voice.heading.casefold(), voice.key))


def in_order(first: Entry, second: Entry) -> tuple[Entry, Entry]:
    """Two statements, the earlier one first; one of unknown date comes last, as it does in the list."""
    return (first, second) if chronological(first) <= chronological(second) else (second, first)


def chronological(entry: Entry) -> tuple[dt.date, int, int, dt.time, int]:
    """The key that a timeline is sorted by, as the head of this module tells."""
    time = entry.said.time if entry.said and entry.said.time else dt.time.min
    return (*_place(entry), entry.day_order, time, entry.key)


def _place(entry: Entry) -> tuple[dt.date, int]:
    if entry.said is None:
        return _NO_DAY
    return entry.said.start or entry.said.until, _COARSENESS[entry.said.precision]


def plainness(pair: Pair) -> tuple[object, ...]:
    """The plainest first: whole contradictions before partial ones, reversals before records before disputes."""
    plain = (list(Finding).index(pair.finding), _KINDS.index(pair.kind))
    return (*plain, chronological(pair.later), chronological(pair.earlier), pair.key)


def _sections(
    shown: list[Entry], pairs: tuple[Pair, ...], known: Collection[int], previous: Said | None
) -> tuple[Section, ...]:
    ties = _ties(pairs)
    sections: list[Section] = []
    latest = _without_time(previous)
    for _, group in groupby(shown, key=_place):
        lines = tuple(Line(entry, tuple(ties.get(entry.key, ())), entry.key in known) for entry in group)
        said = _without_time(lines[0].entry.said)
        continued = not sections and previous is not None and said == latest
        sections.append(Section(said, lines, silence(latest, said) if latest and said else "", continued))
        latest = _later(latest, said)
    return tuple(sections)


def _ties(pairs: tuple[Pair, ...]) -> dict[int, list[Tie]]:
    ties: dict[int, list[Tie]] = {}
    for pair in sorted(pairs, key=plainness):
        ties.setdefault(pair.earlier.key, []).append(Tie(pair, pair.later, comes_first=True))
        ties.setdefault(pair.later.key, []).append(Tie(pair, pair.earlier, comes_first=False))
    return ties


def _lanes(shown: list[Entry], pairs: tuple[Pair, ...]) -> tuple[Lane, ...]:
    """Who is in most pairs comes first, so that the arcs stay together; then whoever spoke first."""
    entangled = Counter(side.speaker.key for pair in pairs for side in (pair.earlier, pair.later))
    lanes: dict[str, list[Entry]] = {}
    for entry in shown:
        lanes.setdefault(entry.speaker.key, []).append(entry)
    busiest = sorted(lanes, key=lambda speaker: entangled[speaker], reverse=True)
    return tuple(Lane(lanes[speaker][0].speaker, tuple(lanes[speaker])) for speaker in busiest)


def _without_time(said: Said | None) -> Said | None:
    return Said.on(said.until) if said and said.precision == Precision.MINUTE else said


def _later(one: Said | None, other: Said | None) -> Said | None:
    if one is None or other is None:
        return one or other
    return other if other.until >= one.until else one
