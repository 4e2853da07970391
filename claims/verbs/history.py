"""What happened to a record: read from the rows that the database's triggers write. Who did it and why travels with
the transaction as context (pghistory), set by `verb`."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from typing import Any

import pghistory
from django.db import models, transaction
from django.utils import timezone

from accounts.models import User
from claims.records import Change
from claims.verbs.refusals import Conflict

type Tracked = Any
"""A tracked record, or one row of its history: pghistory gives both their attributes as models load, past all types."""

UNTOLD = {"revision", "edited_by", "created_at", "id"}


def verb[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """One transaction whose history names the user (`by`), the verb and, where given, the reason.

    The function takes keyword arguments only and has `by: User` among them."""

    @wraps(function)
    def told(*args: P.args, **kwargs: P.kwargs) -> R:
        by: Any = kwargs["by"]
        why = {"reason": str(kwargs["reason"])} if kwargs.get("reason") else {}
        with transaction.atomic(), pghistory.context() as context:
            around = dict(context.metadata)
            context.metadata.update(user=by.pk, verb=function.__name__, **why)
            try:
                return function(*args, **kwargs)
            finally:
                # A verb that called this one goes on under its own name.
                context.metadata.clear()
                context.metadata.update(around)

    return told


@dataclass(frozen=True, slots=True)
class Event:
    """One change of a record, newest first in lists: who (None: the software itself), when, by which verb, why."""

    who: str | None
    when: dt.datetime
    verb: str
    why: str
    changes: tuple[Change, ...]


def history_of(record: Tracked) -> tuple[Event, ...]:
    """Every change of a tracked record, newest first. Two queries, however long the history."""
    events = list(_events(record))
    people = _people(events)
    told = list(_told(events, people))
    return tuple(reversed(told))


def check_revision(record: Tracked, opened: int) -> None:
    """Raises Conflict where a locked record was saved since revision `opened`, naming what changed and by whom."""
    if record.revision == opened:
        return
    events = list(_events(record))
    seen = [event for event in events if event.revision == opened]
    people = _people(events)
    raise Conflict(
        by=_who(events[-1], people) or "Somebody",
        at=events[-1].pgh_created_at,
        current=record.revision,
        changes=_changes(seen[-1], events[-1]) if seen else (),
    )


def _events(record: Tracked) -> models.QuerySet[Any]:
    events: models.QuerySet[Any] = record.pgh_event_model.objects.filter(pgh_obj_id=record.pk)
    related = [field.name for field in record._meta.get_fields() if field.concrete and field.many_to_one]
    return events.select_related("pgh_context", *related).order_by("pgh_id")


def _people(events: list[Tracked]) -> dict[int, str]:
    ids = {event.pgh_context.metadata.get("user") for event in events if event.pgh_context}
    return {user.pk: user.byline for user in User.objects.filter(pk__in=ids - {None})}


def _who(event: Tracked, people: dict[int, str]) -> str | None:
    return people.get(event.pgh_context.metadata.get("user")) if event.pgh_context else None


def _told(events: list[Tracked], people: dict[int, str]) -> Iterator[Event]:
    before = None
    for event in events:
        metadata = event.pgh_context.metadata if event.pgh_context else {}
        yield Event(
            who=_who(event, people),
            when=event.pgh_created_at,
            verb=metadata.get("verb", event.pgh_label),
            why=metadata.get("reason", ""),
            changes=_changes(before, event) if before else (),
        )
        before = event


def _changes(before: Tracked, now: Tracked) -> tuple[Change, ...]:
    fields = [field for field in now._meta.get_fields() if _is_told(field)]
    return tuple(
        Change(field.name, str(field.verbose_name), _shown(before, field), _shown(now, field))
        for field in fields
        if getattr(before, field.attname) != getattr(now, field.attname)
    )


def _is_told(field: Any) -> bool:
    return field.concrete and not field.name.startswith("pgh_") and field.name not in UNTOLD


def _shown(event: Tracked, field: Any) -> str:
    """A value as an editor reads it: moments on the newsroom's clock, people by name."""
    match getattr(event, field.name):
        case None:
            return ""
        case bool(value):
            return "yes" if value else "no"
        case dt.datetime() as moment:
            return f"{timezone.localtime(moment):%-d %B %Y, %H:%M}"
        case User() as user:
            return user.byline
        case list(values):
            return ", ".join(map(str, values))
        case value:
            return str(value)
