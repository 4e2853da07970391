"""What is counted over a whole list, however long: sums by month, who and what can be chosen from, roles, first and
last days. Of a story it is kept for readers until the story changes; of a speaker the database keeps it."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Func, QuerySet
from django.db.models.aggregates import Count

from claims.models import PairListing, Speaker, Tally
from claims.models.listing import ListingQuerySet
from claims.timeline.entries import Voice
from claims.timeline.shown import is_newsroom
from claims.timeline.stamps import kept, stamp_of
from claims.timeline.windows import months_of

_NO_YEAR = "9999"
MOST_OFFERED = 40
"""Speakers, and outlets, that can be chosen from; those with the most statements."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be chosen from: speakers, and outlets by their names, the busiest of them where there are many."""

    voices: tuple[Voice, ...] = ()
    outlets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sum:
    """What a month or a year holds: `key` is '201804' or '2018', and where its window begins."""

    key: str
    statements: int
    clashes: int
    share: int
    """Of the most statements that a month or year of this list has, in 100."""

    @property
    def label(self) -> str:
        """'April 2018', '2018', 'Date unknown'."""
        if self.key.startswith(_NO_YEAR):
            return "Date unknown"
        year = int(self.key[:4])
        return f"{dt.date(year, int(self.key[4:]), 1):%B} {year}" if len(self.key) > 4 else str(year)

    @property
    def place(self) -> str:
        """Where its window begins."""
        return self.key.ljust(8, "0")


@dataclass(frozen=True, slots=True)
class Held:
    """A role that somebody spoke in, with the first and the last day on which they are on record in it."""

    role: str
    first: dt.date | None
    last: dt.date | None


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted over a whole list: statements by month, what can be chosen from, and how many spoke."""

    months: dict[str, int]
    offered: Offered
    speakers: int


def counted(rows: ListingQuerySet) -> Counted:
    """Five queries, over all rows."""
    return Counted(months_of(rows), _offered(rows), rows.order_by().values("speaker").distinct().count())


def kept_of[Value](user: object, scope: str, name: str, compute: Callable[[], Value]) -> Value:
    """What is counted over a whole list, kept for readers until the list changes. Drafts move no stamp, so that the
    newsroom's is counted each time."""
    stamp = "" if is_newsroom(user) else stamp_of([scope])
    return kept(f"{name} of {scope}", stamp, compute)


def sums_of(statements: dict[str, int], clashes: dict[str, int]) -> tuple[Sum, ...]:
    """By month where those are few, else by year; what has no date comes last."""
    if len(statements) > MOST_OFFERED:
        statements, clashes = _by_year(statements), _by_year(clashes)
    most = max(statements.values(), default=1)
    return tuple(
        Sum(key, statements[key], clashes.get(key, 0), max(1, 100 * statements[key] // most))
        for key in sorted(statements)
    )


def _by_year(months: dict[str, int]) -> dict[str, int]:
    years: Counter[str] = Counter()
    for month, count in months.items():
        years[month[:4]] += count
    return dict(years)


def months_of_pairs(pairs: QuerySet[PairListing]) -> dict[str, int]:
    """How many clashes were complete in each month: its later statement was said in it."""
    month = Func("place", function="substr", template="substr(%(expressions)s, 3, 6)")
    counted = pairs.order_by().annotate(month=month).values("month").annotate(count=Count("pk"))
    return dict(counted.values_list("month", "count"))


def _offered(rows: ListingQuerySet) -> Offered:
    """The busiest speakers and outlets of a list. Three queries."""
    busiest = rows.order_by().values("speaker").annotate(count=Count("pk")).order_by("-count")[:MOST_OFFERED]
    heard = Speaker.objects.filter(pk__in=[one["speaker"] for one in busiest]).order_by("name", "pk")
    names = rows.filter(withdrawn=False).order_by().annotate(outlet=Func("outlets", function="unnest")).values("outlet")
    outlets = names.annotate(count=Count("pk")).order_by("-count").values_list("outlet", flat=True)[:MOST_OFFERED]
    told = tuple(Voice(one.slug, one.name) for one in heard)
    return Offered(told, tuple(sorted(outlets, key=str.casefold)))


@dataclass(frozen=True, slots=True)
class Record:
    """What is counted of a speaker, roles in order of their first days, and the first and last day of all."""

    counted: Counted
    roles: tuple[Held, ...]
    first: dt.date | None = None
    last: dt.date | None = None


def record_of(key: int, voice: Voice, *, newsroom: bool) -> Record:
    """What the database has counted of a speaker. One query, over no statement."""
    kept = Tally.objects.filter(speaker=key) if newsroom else Tally.objects.filter(speaker=key, public=True)
    counts: dict[str, Counter[str]] = {of: Counter() for of in (Tally.ALL, Tally.MONTH, Tally.ROLE, Tally.OUTLET)}
    days: dict[tuple[str, str], list[tuple[dt.date | None, dt.date | None]]] = {}
    for of, name, count, first, last in kept.values_list("of", "key", "count", "first", "last"):
        counts[of][name] += count
        days.setdefault((of, name), []).append((first, last))
    outlets = [name for name, _ in counts[Tally.OUTLET].most_common(MOST_OFFERED)]
    offered = Offered((Voice(voice.key, voice.heading),), tuple(sorted(outlets, key=str.casefold)))
    roles = sorted((Held(role, *_ends(days[Tally.ROLE, role])) for role in counts[Tally.ROLE]), key=_by_first)
    everything = _ends(days.get((Tally.ALL, ""), []))
    return Record(Counted(dict(counts[Tally.MONTH]), offered, 1), tuple(roles[:MOST_OFFERED]), *everything)


def _ends(spans: list[tuple[dt.date | None, dt.date | None]]) -> tuple[dt.date | None, dt.date | None]:
    firsts, lasts = ([day for day in days if day] for days in zip(*spans, strict=True)) if spans else ([], [])
    return min(firsts, default=None), max(lasts, default=None)


def _by_first(held: Held) -> tuple[dt.date, str]:
    return held.first or dt.date.max, held.role
