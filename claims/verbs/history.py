"""What happened to a record: read from the rows that the database's triggers write. Who did it and why travels with
the transaction as context (pghistory), set by `verb`."""

import datetime as dt
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from functools import wraps
from itertools import pairwise
from typing import Any

import pghistory
from django.db import models, transaction
from django.utils import timezone

from accounts.models import User
from claims.models import Contradiction, Quotation, Response, Statement, Story, StoryStatement
from claims.records import Change, Precision, Said
from claims.verbs.locking import take_turn
from claims.verbs.refusals import Conflict

type Tracked = Any
"""A tracked record, or one row of its history: pghistory gives both their attributes as models load, past all types."""

UNTOLD = {"revision", "edited_by", "created_at", "id", "edition", "waits"} | {
    # Nothing writes them any longer (models.earlier); the deed names who confirmed, and when.
    *("confirmed_by", "confirmed_at", "published_by"),
}


SAID_COLUMNS = ("said_from", "said_until", "said_time", "said_precision")


def verb[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """One transaction whose history names the user (`by`), the verb and, where given, the reason.

    The function takes keyword arguments only and has `by: User` among them, None where a reader does it."""

    @wraps(function)
    def told(*args: P.args, **kwargs: P.kwargs) -> R:
        by: Any = kwargs["by"]
        why = {"reason": str(kwargs["reason"])} if kwargs.get("reason") else {}
        with transaction.atomic(), pghistory.context() as context:
            take_turn()
            around = dict(context.metadata)
            now = timezone.now().isoformat()
            context.metadata.update(user=by.pk if by else None, verb=function.__name__, at=now, **why)
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


@dataclass(frozen=True, slots=True)
class Part:
    """Records whose coming and going belongs to the history of the one that their column `link` names. `label` tells
    what they are, `shown` how one of them reads in a row of its history, `related` what it reads for that."""

    model: type[models.Model]
    link: str
    label: str
    shown: Callable[[Tracked], str]
    related: tuple[str, ...]


PARTS: dict[type[models.Model], Part] = {
    Statement: Part(Quotation, "statement_id", "Quotation", lambda event: f"“{event.exact[:80]}”", ()),
    Contradiction: Part(
        *(Response, "contradiction_id", "Response"),
        lambda event: f"{event.speaker}, asked {timezone.localtime(event.asked_at):%-d %B %Y}",
        ("speaker",),
    ),
    Story: Part(
        *(StoryStatement, "story_id", "Statement"), lambda event: _statement_in(event), ("statement__speaker",)
    ),
}


def history_of(record: Tracked) -> tuple[Event, ...]:
    """Every change of a tracked record, and what was added to it and taken away, newest first. Five queries at
    most, however long the history."""
    events, parts = list(_events(record)), list(_events_of_parts(record))
    people = _people([*events, *parts])
    told = [*_told_of_parts(parts, record, people), *_told(events, people)]
    # What one deed changed is one entry.
    return tuple(reversed(_together(sorted(told, key=lambda deed: deed.moment))))


def merged(record: Tracked, opened: int, changes: dict[str, Any]) -> dict[str, Any]:
    """What is left to change in a locked record that was opened at revision `opened`: what somebody touched, and only
    that. Where others saved since, the three versions are put together field by field; raises Conflict, naming the
    fields that both changed to different ends."""
    events = list(_events(record))
    seen = [event for event in events if event.revision == opened]
    if record.revision == opened or not seen:
        touched = {name: value for name, value in changes.items() if _value(record, name) != value}
        if touched and record.revision != opened:
            raise _conflict(record, events, touched, changes.keys() - touched.keys())
        return touched
    touched = {name: value for name, value in changes.items() if _value(seen[-1], name) != value}
    clashing = {name for name, value in touched.items() if _value(record, name) not in (_value(seen[-1], name), value)}
    if clashing:
        raise _conflict(record, events, clashing, changes.keys() - touched.keys(), seen[-1])
    return {name: value for name, value in touched.items() if _value(record, name) != value}


def user_of(event: Tracked) -> int | None:
    """Who made the change that a row of history tells of; None for the software itself."""
    user: int | None = event.pgh_context.metadata.get("user") if event.pgh_context else None
    return user


def verb_of(event: Tracked) -> str:
    """By which verb."""
    return str(event.pgh_context.metadata.get("verb", "")) if event.pgh_context else ""


def _value(record: Tracked, name: str) -> Any:
    """What a record, or a row of its history, says in a field that a verb can change."""
    if name != "said":
        return getattr(record, name)
    precision = Precision(record.said_precision) if record.said_precision else None
    return Said(record.said_from, record.said_until, precision, record.said_time) if record.said_until else None


def _conflict(
    record: Tracked,
    events: list[Tracked],
    clashing: Collection[str],
    untouched: Collection[str],
    opened: Tracked | None = None,
) -> Conflict:
    """`clashing` are the fields that are asked about; what else changed is kept."""
    columns = {column for name in clashing for column in (SAID_COLUMNS if name == "said" else (name,))}
    people = _people(events)
    told = _changes(opened, events[-1]) if opened is not None else ()
    return Conflict(
        by=_who(events[-1], people) or "Somebody",
        at=events[-1].pgh_created_at,
        current=record.revision,
        changes=tuple(change for change in told if change.field in columns),
        clashing=frozenset(clashing),
        untouched=frozenset(untouched),
        record=record,
    )


def _events(record: Tracked) -> models.QuerySet[Any]:
    events: models.QuerySet[Any] = record.pgh_event_model.objects.filter(pgh_obj_id=record.pk)
    related = [field.name for field in record._meta.get_fields() if field.concrete and field.many_to_one]
    return events.select_related("pgh_context", *related).order_by("pgh_id")


def _events_of_parts(record: Tracked) -> models.QuerySet[Any] | tuple[()]:
    """The whole history of whatever ever was a part of the record, one after the other."""
    part = PARTS.get(type(record))
    if part is None:
        return ()
    rows: models.QuerySet[Any] = part.model.pgh_event_model.objects.all()  # type: ignore[attr-defined]
    ever = rows.filter(**{part.link: record.pk}).values("pgh_obj_id")
    # Looked up apart: a join would leave out what belongs to records that are gone.
    events = rows.filter(pgh_obj_id__in=ever).select_related("pgh_context").prefetch_related(*part.related)
    return events.order_by("pgh_obj_id", "pgh_id")


def _statement_in(event: Tracked) -> str:
    """The statement of a seat in a story; a draft that nothing held any more is gone."""
    try:
        return str(event.statement)
    except Statement.DoesNotExist:
        return f"statement {event.statement_id}, gone since"


def _people(events: list[Tracked]) -> dict[int, str]:
    ids = {user for event in events if (user := user_of(event)) is not None}
    return {user.pk: user.byline for user in User.objects.filter(pk__in=ids)}


def _who(event: Tracked, people: dict[int, str]) -> str | None:
    return people.get(user_of(event) or 0)


@dataclass(frozen=True, slots=True)
class Deed:
    """What happened in one row of history. `mark` is that of the verb (None: the software's, each on its own); of what
    was done in one transaction, `moment` tells the order of the verbs."""

    mark: Any
    moment: tuple[dt.datetime, str]
    event: Event


def _told(events: list[Tracked], people: dict[int, str]) -> Iterator[Deed]:
    for before, event in pairwise((None, *events)):
        yield _deed(event, people, _changes(before, event) if before else ())


def _told_of_parts(events: list[Tracked], record: Tracked, people: dict[int, str]) -> Iterator[Deed]:
    """What came to the record, went from it, or changed while it was there."""
    part = PARTS.get(type(record))
    if part is None:
        return
    for before, event in pairwise((None, *events)):
        if before is not None and before.pgh_obj_id != event.pgh_obj_id:
            before = None
        was = before is not None and getattr(before, part.link) == record.pk
        stays = getattr(event, part.link) == record.pk and event.pgh_label != "delete"
        if was and stays:
            yield _deed(event, people, _changes(before, event))
        elif was or stays:
            shown = part.shown(event if stays else before)
            change = Change(part.label.lower(), part.label, *(("", shown) if stays else (shown, "")))
            yield _deed(event, people, (change,))


def _deed(event: Tracked, people: dict[int, str], changes: tuple[Change, ...]) -> Deed:
    metadata = event.pgh_context.metadata if event.pgh_context else {}
    told = Event(
        who=_who(event, people),
        when=event.pgh_created_at,
        verb=metadata.get("verb", event.pgh_label),
        why=metadata.get("reason", ""),
        changes=changes,
    )
    verb, at = told.verb, metadata.get("at", "")
    return Deed((event.pgh_context_id, verb) if event.pgh_context_id else None, (told.when, at), told)


def _together(deeds: list[Deed]) -> list[Event]:
    """One entry for what one deed did to the record and its parts, where it did the last of it."""
    together: dict[Any, Event] = {}
    for place, deed in enumerate(deeds):
        mark = deed.mark or place
        earlier = together.pop(mark, None)
        changes = (earlier.changes if earlier else ()) + deed.event.changes
        together[mark] = replace(deed.event, changes=changes)
    return list(together.values())


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
