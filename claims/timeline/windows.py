"""Windows on lists of any size: some rows in their order, and where the ones before and after begin. Each window is
found by an index at the place where it begins, so that the last one costs what the first one does."""

import re
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.functions import Left

SIZE = 50
"""Statements of a window."""
_PLACE = re.compile(r"[0-9]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a window begins: behind the place `after`, before the place `before`, around the statement `at`; at the
    beginning where nothing is named, or, with `last`, at the end."""

    after: str = ""
    before: str = ""
    at: int | None = None

    def __bool__(self) -> bool:
        return bool(self.after or self.before or self.at)


@dataclass(frozen=True, slots=True)
class Window:
    """The numbers of statements, or of pairs, in their order. `earlier` and `later` are the places that the windows on
    either side are asked for by, '' where there is none; `previous` is the statement right before the first one."""

    keys: tuple[int, ...] = ()
    earlier: str = ""
    later: str = ""
    previous: int | None = None


def cursor_of(after: str, before: str, at: str = "", *, longest: int = 40) -> Cursor:
    """What an address asks for. What is no place, of at most `longest` digits, or no number asks for nothing."""
    if at.isascii() and at.isdigit() and len(at) < 16:
        return Cursor(at=int(at))
    after, before = (one if len(one) <= longest and _PLACE.fullmatch(one) else "" for one in (after, before))
    return Cursor(after, before)


def window(rows: QuerySet[Any], cursor: Cursor, *, last: bool = False, size: int = SIZE) -> Window:
    """The window of `rows`, which have a `place`, at the cursor. At most three queries."""
    if cursor.at:
        cursor = _around(rows, cursor.at, size)
    if cursor.before or (last and not cursor):
        return _ending(rows, cursor.before, size)
    return _beginning(rows, cursor.after, size)


def _beginning(rows: QuerySet[Any], after: str, size: int) -> Window:
    onward = rows.filter(place__gt=after) if after else rows
    found = list(onward.order_by("place").values_list("place", "pk")[: size + 1])
    before = rows.filter(place__lte=after).order_by("-place").values_list("pk", flat=True).first() if after else None
    shown = found[:size]
    return Window(
        keys=tuple(key for _, key in shown),
        earlier=_just_behind(after) if before is not None else "",
        later=shown[-1][0] if len(found) > size else "",
        previous=before,
    )


def _ending(rows: QuerySet[Any], before: str, size: int) -> Window:
    backward = rows.filter(place__lt=before) if before else rows
    found = list(backward.order_by("-place").values_list("place", "pk")[: size + 1])
    shown = found[:size][::-1]
    more = rows.filter(place__gte=before).order_by("place").values_list("pk", flat=True).first() if before else None
    return Window(
        keys=tuple(key for _, key in shown),
        earlier=shown[0][0] if len(found) > size else "",
        later=shown[-1][0] if more is not None and shown else "",
        previous=found[size][1] if len(found) > size else None,
    )


def _around(rows: QuerySet[Any], statement: int, size: int) -> Cursor:
    """A window with the statement near its top; the first one where it is not among the rows."""
    place = rows.filter(pk=statement).values_list("place", flat=True).first()
    if place is None:
        return Cursor()
    above = list(rows.filter(place__lt=place).order_by("-place").values_list("place", flat=True)[: size // 5 + 1])
    return Cursor(after=above[-1]) if len(above) > size // 5 else Cursor()


def _just_behind(place: str) -> str:
    """The least place behind this one: what ends there has it as its last."""
    return place + "0"


def months_of(rows: QuerySet[Any]) -> dict[str, int]:
    """How many rows each month has, by the six digits that places begin with: '201804'. One query, over all rows."""
    counted = rows.order_by().annotate(month=Left("place", 6)).values("month").annotate(count=Count("pk"))
    return dict(counted.values_list("month", "count"))
