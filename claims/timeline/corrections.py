"""All that was put right in public, newest first: corrections, notes on stories, withdrawals, and the editions of which
readers were not told. One query finds them, by indexes of moments; up to six more say what they are about.

Of a story that was taken from readers the day is told, and neither its title nor the reason."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db import models
from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Cast

from claims.models import (
    Contradiction,
    ContradictionEdition,
    Correction,
    Publication,
    Statement,
    StatementEdition,
    Story,
    StoryEdition,
    Withdrawal,
)
from claims.models.states import StoryState
from claims.timeline.entries import Entry, Pair, StoryHead
from claims.timeline.gathering import entries_of, local_day, pairs_of, signer
from claims.timeline.shown import head_of, is_newsroom, seen_entry, seen_pair


class Kind(StrEnum):
    """What was done: a correction of a statement or pair, a note on a story, something withdrawn, an edition of which
    readers were not told, a story taken from readers."""

    CORRECTION = "correction"
    STORY = "story"
    WITHDRAWAL = "withdrawal"
    SILENT = "silent"
    TAKEN = "taken"


KINDS = tuple(Kind)
TOLD = (Kind.CORRECTION, Kind.STORY, Kind.WITHDRAWAL)
"""What the front page tells: that for which somebody found words."""
_CURSOR = re.compile(r"(\d{8}T\d{12})\.(\d)\.(\d{1,18})")
_STAMP = "%Y%m%dT%H%M%S%f"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in the list: its moment, then which table it is from, then its number there."""

    at: dt.datetime
    table: int
    key: int

    def __str__(self) -> str:
        return f"{self.at.astimezone(dt.UTC).strftime(_STAMP)}.{self.table}.{self.key}"

    @classmethod
    def read(cls, text: str) -> "Place | None":
        """The place that an address tells, None where it tells none."""
        found = _CURSOR.fullmatch(text)
        if found is None:
            return None
        try:
            at = dt.datetime.strptime(found[1], _STAMP).replace(tzinfo=dt.UTC)
        except ValueError:
            return None
        return cls(at, int(found[2]), int(found[3]))


@dataclass(frozen=True, slots=True)
class PutRight:
    """One line of the list. `of` is what it is about, None where that is not told; `text` the words for readers, ""
    for a silent edition; `signed` who did it; `edition` its number, 0 for none."""

    kind: Kind
    place: Place
    day: dt.date
    of: Entry | Pair | StoryHead | None
    text: str = ""
    signed: str = ""
    edition: int = 0

    @property
    def about(self) -> str:
        """Which sort of record: statement, pair, story, or ""."""
        names = {Entry: "statement", Pair: "pair", StoryHead: "story", type(None): ""}
        return names[type(self.of)]


@dataclass(frozen=True, slots=True)
class Window:
    """Some lines of the list, newest first; the places to ask from for what is earlier and later, "" where there is
    nothing."""

    lines: tuple[PutRight, ...]
    earlier: str = ""
    later: str = ""


def corrections(
    user: object, length: int, *, kinds: Iterable[Kind] = KINDS, before: str = "", after: str = ""
) -> Window:
    """The window of `length` lines that this user sees before or after a place, or the newest. At most seven
    queries."""
    start, end = Place.read(before), Place.read(after)
    wanted = set(kinds)
    rows = _rows(user, wanted, length + 1, before=start, after=None if start else end)
    more, rows = len(rows) > length, rows[:length]
    forwards = end is not None and start is None
    if forwards:
        rows = list(reversed(rows))
    lines = _lines(user, rows)
    if not lines:
        return Window(())
    first, last = str(lines[0].place), str(lines[-1].place)
    if forwards:
        return Window(lines, earlier=last, later=first if more else "")
    return Window(lines, earlier=last if more else "", later=first if start else "")


# ------------------------------------------------------------------ where they are


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one table that are of one kind. The rest are columns: of their moment, of what they are about, and of
    what they tell."""

    kind: Kind
    rows: QuerySet[Any]
    at: str
    of: tuple[str, ...] = ()
    text: str = ""
    signature: str = "signature"
    edition: str = ""


def _tables(user: object) -> tuple[Table, ...]:
    """All tables, each with the rows that this user sees. Their order is part of every place: add at the end."""
    of_statement, of_pair = _seen(user, "statement"), _seen(user, "contradiction")
    of_either, either = ("statement", "contradiction"), of_statement | of_pair
    silent = Q(number__gt=1, told=False)
    silent_statements = StatementEdition.objects.filter(silent, of_statement)
    silent_pairs = ContradictionEdition.objects.filter(silent, of_pair)
    of_stories = StoryEdition.objects.filter(number__gt=1, story__state=StoryState.PUBLISHED)
    ended = Publication.objects.filter(unpublished_at__isnull=False)
    when, number = "confirmed_at", "number"
    return (
        Table(Kind.CORRECTION, Correction.objects.filter(either), "made_at", of_either, "text"),
        Table(Kind.WITHDRAWAL, Withdrawal.objects.filter(either), "made_at", of_either, "reason"),
        Table(Kind.STORY, of_stories.filter(told=True), when, ("story",), "note", edition=number),
        Table(Kind.SILENT, of_stories.filter(told=False), when, ("story",), edition=number),
        Table(Kind.SILENT, silent_statements, when, ("statement",), edition=number),
        Table(Kind.SILENT, silent_pairs, when, ("contradiction",), edition=number),
        Table(Kind.TAKEN, ended, "unpublished_at", signature=""),
    )


def _seen(user: object, record: str) -> Q:
    """Rows about records that this user sees: readers the public ones, looked up row by row where lists keep them."""
    return Q(**{f"{record}__edition__isnull": False} if is_newsroom(user) else {f"{record}__listing__public": True})


COLUMNS = ("c_at", "c_table", "c_key", "c_text", "c_signature", "c_edition", "c_statement", "c_pair", "c_story")


def _rows(
    user: object, kinds: Iterable[Kind], count: int, *, before: Place | None, after: Place | None
) -> list[tuple[Any, ...]]:
    """At most `count` rows of COLUMNS: before a place, the latest first; after one, the earliest first."""
    sign = "" if after else "-"
    parts = []
    for number, table in enumerate(_tables(user)):
        if table.kind in kinds:
            rows = table.rows.filter(_beyond(table, number, before, after))
            ordered = rows.order_by(f"{sign}{table.at}", f"{sign}pk")
            parts.append(ordered.annotate(**_columns(table, number)).values_list(*COLUMNS)[:count])
    if not parts:
        return []
    union = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    return list(union.order_by(*(f"{sign}{name}" for name in COLUMNS[:3]))[:count] if len(parts) > 1 else union)


def _beyond(table: Table, number: int, before: Place | None, after: Place | None) -> Q:
    """Rows of the table before or after that place; where their moment is the same, tables and numbers decide. The
    first condition is what an index of moments starts from."""
    place, way = (after, "gt") if after else (before, "lt")
    if place is None:
        return Q()
    comes, not_against = Q(**{f"{table.at}__{way}": place.at}), Q(**{f"{table.at}__{way}e": place.at})
    if number == place.table:
        return not_against & (comes | Q(**{f"pk__{way}": place.key}))
    return not_against if (number > place.table) == (way == "gt") else comes


def _columns(table: Table, number: int) -> dict[str, Any]:
    def column(name: str, nothing: Any, field: models.Field[Any, Any]) -> Any:
        return Cast(F(name) if name else Value(nothing), field)

    whole, words = models.BigIntegerField(), models.TextField()
    return {
        "c_at": F(table.at),
        "c_table": Value(number, output_field=models.IntegerField()),
        "c_key": F("pk"),
        "c_text": column(table.text, "", words),
        "c_signature": column(table.signature, "", words),
        "c_edition": column(table.edition, 0, whole),
        "c_statement": column("statement" if "statement" in table.of else "", None, whole),
        "c_pair": column("contradiction" if "contradiction" in table.of else "", None, whole),
        "c_story": column("story" if "story" in table.of else "", None, whole),
    }


# ------------------------------------------------------------------ what they are about


def _lines(user: object, rows: Iterable[tuple[Any, ...]]) -> tuple[PutRight, ...]:
    rows = list(rows)
    named, kinds = is_newsroom(user), [table.kind for table in _tables(user)]
    statements, pairs, stories = ({row[column] for row in rows if row[column]} for column in (6, 7, 8))
    entries = entries_of(Statement.objects.filter(pk__in=statements), named=named) if statements else {}
    found = pairs_of(Contradiction.objects.filter(pk__in=pairs), named=named) if pairs else ()
    told = Story.objects.filter(pk__in=stories).select_related("edition") if stories else ()
    of: dict[tuple[str, int], Any] = {("statement", key): seen_entry(user, one) for key, one in entries.items()}
    of |= {("pair", one.key): seen_pair(user, one) for one in found}
    of |= {("story", one.pk): head_of(one) for one in told}
    lines = []
    for at, table, key, text, signature, edition, statement, pair, story in rows:
        about = ("statement", statement) if statement else ("pair", pair) if pair else ("story", story)
        kind = kinds[table]
        role = "a reviewer" if kind in (Kind.CORRECTION, Kind.WITHDRAWAL) else "a second editor"
        signed = "" if kind == Kind.TAKEN else signer(signature, named=named, role=role)
        place = Place(at, table, key)
        lines.append(PutRight(kind, place, local_day(at), of.get(about), text, signed, edition))
    return tuple(lines)
