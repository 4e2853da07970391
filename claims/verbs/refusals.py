"""What a verb says when it will not do what was asked. Every message is fit for an editor's eyes: what happened, what
was kept, what to do."""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.text import capfirst

from accounts.models import User
from accounts.roles import Role, reaches
from claims.models.states import Moves
from claims.records import Change


class Refused(Exception):
    """Something was asked that cannot be done. Nothing was changed."""


class NotAllowed(Refused):
    """Asked by somebody who may not: the role is missing, or it must be somebody else."""


class IllegalMove(Refused):
    """A record was asked to go where its state does not allow."""


class Conflict(Refused):
    """Both this person and another changed the same fields since the record was opened: `clashing`. `changes` tells
    what the other made of them; `current` is the record's revision now, `record` how it stands, and `untouched` are
    the fields that this person left alone."""

    def __init__(
        self,
        *,
        by: str,
        at: dt.datetime | None,
        current: int,
        changes: tuple[Change, ...],
        clashing: frozenset[str] = frozenset(),
        untouched: frozenset[str] = frozenset(),
        record: Any = None,
    ) -> None:
        super().__init__(f"{by} saved this while you were editing. What you typed is kept; compare it and save again.")
        self.by, self.at, self.current, self.changes = by, at, current, changes
        self.clashing, self.untouched, self.record = clashing, untouched, record


class Outdated(Refused):
    """What would be confirmed is not what was read. `now` tells what it is by now, part by part."""

    def __init__(self, now: Mapping[str, str]) -> None:
        super().__init__(
            "This changed after you opened it, so nothing was confirmed. Read what changed, then confirm it."
        )
        self.now = now


def check_move(moves: Moves, *, of: str, from_state: str, to_state: str) -> None:
    """Refuses a move that the table does not have. `of` names the record for the message."""
    if to_state not in moves[from_state]:
        raise IllegalMove(f"{of} is {from_state}; it cannot become {to_state}. Nothing was changed.")


def need_role(user: User, role: Role) -> None:
    """Raises NotAllowed unless `user` holds `role` or a higher one."""
    if not reaches(getattr(user, "role", None), role):
        raise NotAllowed(f"Only somebody with the role {role.value} can do this. Nothing was changed.")


def need_words(words: str, what: str) -> str:
    """The words without white space around them. Raises Refused where none are left; `what` names them."""
    words = words.replace("\x00", "").strip()
    if not words:
        raise Refused(f"{what} is missing. Nothing was changed; write it and save again.")
    return words


def need_valid(record: models.Model) -> None:
    """Raises Refused, field by field, where a record breaks a rule of its fields or constraints."""
    try:
        record.full_clean()
    except ValidationError as error:
        named = [f"{_label(record, field)}{' '.join(messages)}" for field, messages in error.message_dict.items()]
        raise Refused(" ".join(named)) from error


def _label(record: models.Model, field: str) -> str:
    if field == NON_FIELD_ERRORS:
        return ""
    return f"{capfirst(str(getattr(record._meta.get_field(field), 'verbose_name', field)))}: "


def need_fields(changes: Collection[str], known: Collection[str], what: str) -> None:
    """Raises TypeError where a verb is asked to change a field that it doesn't have: a fault of the caller's."""
    unknown = set(changes) - set(known)
    if unknown:
        raise TypeError(f"{what} has no {', '.join(sorted(unknown))} to edit")
