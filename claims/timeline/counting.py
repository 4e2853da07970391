"""What is counted over a whole list, however long: sums by month, who and what can be chosen from, roles, first and
last days. Kept for readers until the list changes."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Func, QuerySet
from django.db.models.aggregates import Count, Max, Min
from django.db.models.functions import Coalesce

from claims.models import PairListing, Speaker
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


def roles_of(rows: ListingQuerySet) -> tuple[Held, ...]:
    """The roles of a speaker, the first one first."""
    spans = (
        rows.exclude(role="")
        .order_by()
        .values("role")
        .annotate(first=Min(Coalesce("said_from", "said_until")), last=Max("said_until"))
    )
    found = [Held(one["role"], one["first"], one["last"]) for one in spans.order_by("first", "role")[:MOST_OFFERED]]
    return tuple(found)


def ends_of(rows: ListingQuerySet) -> dict[str, dt.date | None]:
    """The first and the last day on which anything of a list was said."""
    return rows.aggregate(first=Min(Coalesce("said_from", "said_until")), last=Max("said_until"))
