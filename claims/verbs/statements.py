"""The verbs on statements: edit, confirm, withdraw, and their order within a day. Each checks the role, locks what it
changes, moves states by their table and returns the record; each raises a `Refused` that an editor can read."""

from typing import Any

from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from claims.models import Contradiction, Statement
from claims.models.states import STATEMENT_MOVES, ContradictionState, StatementState
from claims.records import Precision
from claims.verbs.history import check_revision, verb
from claims.verbs.locking import locked
from claims.verbs.refusals import NotAllowed, Refused, check_move, need_fields, need_role, need_words

SAYS = ("speaker", "role", "words", "mode", "occasion", "question", "said", "said_basis")
"""What a statement says: changing any of it takes a confirmed statement back for review."""

ARRANGES = ("said_confirmed", "day_order")


@verb
def edit(*, statement: Statement, by: User, revision: int, **changes: Any) -> Statement:
    """Changes fields of SAYS and ARRANGES. `revision` is the one that the editor opened; raises Conflict where
    somebody saved since. A confirmed statement whose words change is a draft again, and its pairs proposed again."""
    need_role(by, Role.EDITOR)
    statement = locked(statement)
    check_revision(statement, revision)
    need_fields(changes, SAYS + ARRANGES, "a statement")
    changed = {name for name, value in changes.items() if getattr(statement, name) != value}
    if statement.state == StatementState.WITHDRAWN and changed & set(SAYS):
        raise Refused("This statement is withdrawn. It stays as it is, with its reason.")
    for name in changed:
        setattr(statement, name, changes[name])
    statement.words = need_words(statement.words, "What was said")
    if changed & set(SAYS):
        _back_to_review(statement, by)
    if changed:
        statement.revision += 1
        statement.save()
    return statement


@verb
def confirm_statement(*, statement: Statement, by: User, revision: int | None = None) -> Statement:
    """A reviewer who did not edit the statement lets readers see it.

    `revision` is the one that the reviewer read; raises Conflict where it was changed since."""
    need_role(by, Role.REVIEWER)
    statement = locked(statement)
    check_revision(statement, statement.revision if revision is None else revision)
    check_move(STATEMENT_MOVES, of="This statement", from_state=statement.state, to_state=StatementState.CONFIRMED)
    if statement.edited_by_id == by.pk:
        raise NotAllowed("You edited this statement last, so somebody else has to confirm it.")
    if not statement.quotations.exists():
        raise Refused("No quotation supports this statement. Accept one as its evidence first.")
    statement.state, statement.confirmed_by, statement.confirmed_at = StatementState.CONFIRMED, by, timezone.now()
    statement.revision += 1
    statement.save(update_fields=["state", "confirmed_by", "confirmed_at", "revision"])
    return statement


@verb
def withdraw_statement(*, statement: Statement, by: User, reason: str) -> Statement:
    """A reviewer takes a confirmed statement back; its page stays and gives the reason to readers."""
    need_role(by, Role.REVIEWER)
    statement = locked(statement)
    check_move(STATEMENT_MOVES, of="This statement", from_state=statement.state, to_state=StatementState.WITHDRAWN)
    statement.state = StatementState.WITHDRAWN
    statement.withdrawn_reason = need_words(reason, "The public reason")
    statement.revision += 1
    statement.save(update_fields=["state", "withdrawn_reason", "revision"])
    return statement


@verb
def move_within_day(*, statement: Statement, by: User, earlier: bool) -> Statement:
    """Moves a statement one place up or down among those of its day and stories, and numbers them all."""
    day = same_day(statement)
    at = next(place for place, one in enumerate(day) if one.pk == statement.pk)
    to = at - 1 if earlier else at + 1
    if not 0 <= to < len(day):
        raise Refused(f"It is the {'first' if earlier else 'last'} of its day already. Nothing was changed.")
    day[at], day[to] = day[to], day[at]
    for place, one in enumerate(day, 1):
        if one.day_order != place:
            edit(statement=one, by=by, revision=one.revision, day_order=place)
    return Statement.objects.get(pk=statement.pk)


def same_day(statement: Statement) -> list[Statement]:
    """The statements of that day that share a story with this one, itself included, in their order."""
    if statement.said_precision not in (Precision.DAY, Precision.MINUTE):
        return [statement]
    day = Statement.objects.filter(said_from=statement.said_from, said_until=statement.said_until)
    together = day.filter(stories__in=statement.stories.all()).values("pk")
    found = list(day.filter(pk__in=together).in_order_said().select_related("speaker"))
    return found or [statement]


def _back_to_review(statement: Statement, by: User) -> None:
    statement.edited_by = by
    statement.confirmed_by = statement.confirmed_at = None
    if statement.state != StatementState.CONFIRMED:
        return
    statement.state = StatementState.DRAFT
    pairs = Contradiction.objects.involving(statement).select_for_update()
    for pair in pairs.filter(state__in=(ContradictionState.CONFIRMED, ContradictionState.CORRECTED)):
        pair.state, pair.confirmed_by, pair.confirmed_at = ContradictionState.PROPOSED, None, None
        pair.revision += 1
        pair.save(update_fields=["state", "confirmed_by", "confirmed_at", "revision"])
