"""Every public address there is, in parts of a size, for whoever wants to know them all. Each part is a stretch of
numbers, so that finding one looks at no other."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import DateTimeField, Exists, F, Max, OuterRef, QuerySet, Value

from claims.models import Listing, PairListing, Speaker, Story
from claims.models.states import StoryState

PART = 10_000
MOST = 2**63 // PART
"""How many parts the numbers of a database can fill."""

_WITH_SOMETHING = """
    SELECT number FROM generate_series(0, %s) AS number
    WHERE EXISTS (
        SELECT 1 FROM ({found}) AS found WHERE found.pk >= number::bigint * %s AND found.pk < (number::bigint + 1) * %s
    )
"""
"""Stops in each part at the first row."""


@dataclass(frozen=True, slots=True)
class Place:
    """What an address is made of, and when its newest edition was confirmed; None where it has none of its own."""

    key: int | str
    changed: dt.datetime | None


def parts(kind: str) -> list[int]:
    """The numbers of the parts of a kind that hold something, from 0 on. Two queries."""
    rows = KINDS[kind]()
    most = rows.aggregate(most=Max("pk"))["most"]
    if most is None:
        return []
    found, params = rows.order_by().values("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(_WITH_SOMETHING.format(found=found), [most // PART, *params, PART, PART])
        return [number for (number,) in cursor.fetchall()]


def part(kind: str, number: int) -> list[Place]:
    """One part, in order of numbers; none where nothing is in it. One query."""
    rows = _within(KINDS[kind](), number).order_by("pk")
    return [Place(*row) for row in rows.values_list("key", "changed")]


def _within(rows: QuerySet[Any], number: int) -> QuerySet[Any]:
    return rows.filter(pk__gte=number * PART, pk__lt=(number + 1) * PART)


def _stories() -> QuerySet[Any]:
    published = Story.objects.filter(state=StoryState.PUBLISHED)
    return published.annotate(key=F("edition__slug"), changed=F("edition__confirmed_at"))


def _speakers() -> QuerySet[Any]:
    heard = Exists(Listing.objects.filter(public=True, speaker=OuterRef("pk")))
    return Speaker.objects.current().filter(heard).annotate(key=F("slug"), changed=Value(None, DateTimeField()))


def _pairs() -> QuerySet[Any]:
    standing = PairListing.objects.filter(public=True, stands=True)
    return standing.annotate(key=F("pk"), changed=F("confirmed_at"))


def _statements() -> QuerySet[Any]:
    listed = Listing.objects.filter(public=True, withdrawn=False)
    return listed.annotate(key=F("pk"), changed=F("edition__confirmed_at"))


KINDS: dict[str, Callable[[], QuerySet[Any]]] = {
    "stories": _stories,
    "speakers": _speakers,
    "contradictions": _pairs,
    "statements": _statements,
}
"""By the word that begins their addresses."""
