"""Rows as they are now, kept from others until the transaction ends.

Everywhere in one order, so that no two people wait for one another: names that are being made, articles, speakers,
stories, statements by number, pairs, versions, quotations."""

from collections.abc import Iterable

from django.db import connection, models

from claims.verbs.refusals import Refused


def locked[Record: models.Model](record: Record) -> Record:
    """The record, fresh and locked. Others may still point at it, as rows of history and evidence do. Raises Refused
    where it is gone."""
    return all_locked([record])[record.pk]


def all_locked[Record: models.Model](records: Iterable[Record]) -> dict[int, Record]:
    """Records of one kind, fresh and locked in the order of their numbers, by number. Raises Refused where one is
    gone."""
    wanted = {record.pk: type(record) for record in records}
    if not wanted:
        return {}
    rows: models.Manager[Record] = next(iter(wanted.values()))._default_manager
    in_order = rows.select_for_update(of=("self",), no_key=True).filter(pk__in=wanted).order_by("pk")
    found = {row.pk: row for row in in_order}
    if wanted.keys() - found.keys():
        raise Refused("Somebody took this back a moment ago: it is not there any more. Nothing was changed.")
    return found


def one_at_a_time(kind: str, name: str) -> None:
    """Whoever makes a thing of that name waits for whoever is making it, and then finds it there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"{kind}:{name.casefold()}"])


def take_turn() -> None:
    """Verbs take turns, each from its first row to the end of its transaction: what a list holds of a record is made of
    other records too, and has to be made of what they are by then. The database takes the same turn for whatever
    changes them without a verb."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT claims_take_turn()")
