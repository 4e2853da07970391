"""Moments that no clock can show: a deadline of 9999-12-31 in New York is in the year 10000 by UTC, which Python cannot
even read. They are brought into the years 1000 to 2999, in SQL, before anything reads them.

What stood there is kept in words: of the record in the reason of the change that its history shows; of the rows of its
history, which were just as unreadable, in the context of each (`as_stored`)."""

import datetime as dt
import json
import uuid

import pghistory
from django.db.models import Case, F, Value, When
from django.db.models.functions import Greatest, Least

FIRST = dt.datetime(1000, 1, 1, tzinfo=dt.UTC)
LAST = dt.datetime(2999, 12, 31, 23, 59, 59, tzinfo=dt.UTC)
BOUNDS = (FIRST.isoformat(), LAST.isoformat())
COLUMNS = ("asked_at", "deadline", "answered_at")
WHY = (
    "Taken over by a release that keeps moments to the years 1000 to 2999, and an answer after its question. "
    "Until then this said: {}."
)

_OUTSIDE = " OR ".join(f"NOT {column} BETWEEN %(first)s AND %(last)s" for column in COLUMNS)
_AS_STORED = ", ".join(f"{column}::text" for column in COLUMNS)


def readable(column):
    """The moment in that column, brought into bounds in the database; an unknown one stays unknown."""
    inside = Least(Greatest(F(column), Value(FIRST)), Value(LAST))
    return Case(When(**{f"{column}__isnull": True}, then=None), default=inside)


def bring_responses_into_bounds(connection):
    """Responses, and the rows of their history. An answer before its question is given the moment of the question."""
    bounds = dict(zip(("first", "last"), BOUNDS, strict=True))
    asked = _inside("asked_at")
    answered = f"CASE WHEN answered_at IS NOT NULL THEN GREATEST({_inside('answered_at')}, {asked}) END"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id, {_AS_STORED} FROM claims_response WHERE {_OUTSIDE} OR answered_at < asked_at ORDER BY id",
            bounds,
        )
        for key, *stored in cursor.fetchall():
            with pghistory.context(verb="taken_over", reason=WHY.format(_told(stored))):
                cursor.execute(
                    f"UPDATE claims_response SET asked_at = {asked}, deadline = {_inside('deadline')}, "
                    f"answered_at = {answered} WHERE id = %(key)s",
                    bounds | {"key": key},
                )
    _bring_history_into_bounds(connection, bounds)


def _bring_history_into_bounds(connection, bounds):
    inside = ", ".join(f"{column} = {_inside(column)}" for column in COLUMNS)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT pgh_id, pgh_context_id, {_AS_STORED} FROM claims_responseevent WHERE {_OUTSIDE} ORDER BY pgh_id",
            bounds,
        )
        for event, context, *stored in cursor.fetchall():
            _keep(cursor, event, context, dict(zip(COLUMNS, stored, strict=True)))
            cursor.execute(
                f"UPDATE claims_responseevent SET {inside} WHERE pgh_id = %(event)s", bounds | {"event": event}
            )


def _keep(cursor, event, context, stored):
    """Writes what a row of history said into its context, by the row's number; makes a context where it has none."""
    if context is None:
        context = uuid.uuid4()
        cursor.execute(
            "INSERT INTO pghistory_context (id, created_at, updated_at, metadata) VALUES (%s, NOW(), NOW(), '{}')",
            [context],
        )
        cursor.execute("UPDATE claims_responseevent SET pgh_context_id = %s WHERE pgh_id = %s", [context, event])
    kept = json.dumps({f"response event {event}": {name: value for name, value in stored.items() if value}})
    cursor.execute(
        "UPDATE pghistory_context SET metadata = metadata || jsonb_build_object("
        "'as_stored', COALESCE(metadata -> 'as_stored', '{}') || %s::jsonb) WHERE id = %s",
        [kept, context],
    )


def _inside(column):
    """GREATEST and LEAST pass over NULL, which has to stay one."""
    return f"CASE WHEN {column} IS NOT NULL THEN LEAST(GREATEST({column}, %(first)s), %(last)s) END"


def _told(stored):
    names = ("asked", "deadline", "answered")
    return ", ".join(f"{name} {value}" for name, value in zip(names, stored, strict=True) if value)
