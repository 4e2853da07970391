"""The verbs on statements: edit, order within a day, confirm, put back, withdraw. Each checks the role, locks what it
changes, moves states by their table and returns the record; each raises a `Refused` that an editor can read."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Q

from accounts.models import User
from accounts.roles import Role
from claims.models import Contradiction, Quotation, Statement
from claims.models.contradiction import STANDING_STATES
from claims.models.states import STATEMENT_MOVES, QuotationState, StatementState
from claims.records import Precision
from claims.timeline.awaiting import pair_awaiting, pair_waits, statement_awaiting, statements_awaiting
from claims.timeline.stored import digest_of, statement_from
from claims.verbs.editions import need_same, note_withdrawal, write_pair_edition, write_statement_edition
from claims.verbs.history import merged, verb
from claims.verbs.locking import all_locked, locked
from claims.verbs.refusals import Outdated, Refused, check_move, need_fields, need_role, need_words

SAYS = ("speaker", "role", "words", "mode", "stance", "occasion", "question", "said", "said_basis")
ARRANGES = ("said_confirmed", "day_order")
"""What can be edited. All of it stands in the edition, so that none of it reaches readers before it is confirmed."""


@verb
def edit(*, statement: Statement, by: User, revision: int, **changes: Any) -> Statement:
    """Changes fields of SAYS and ARRANGES. `revision` is the one that the editor opened: what others changed since
    stays; raises Conflict where they changed the same field. What readers see stays as it was confirmed."""
    need_role(by, Role.EDITOR)
    if "speaker" in changes:
        changes["speaker"] = locked(changes["speaker"])
        changes["speaker"] = changes["speaker"].merged_into or changes["speaker"]
    statement = locked(statement)
    need_fields(changes, SAYS + ARRANGES, "a statement")
    changes = merged(statement, revision, changes)
    if statement.state == StatementState.WITHDRAWN and changes.keys() & set(SAYS):
        raise Refused("This statement is withdrawn. It stays as it is, with its reason.")
    if not changes:
        return statement
    for name, value in changes.items():
        setattr(statement, name, value)
    statement.words = need_words(statement.words, "What was said")
    if changes.keys() & set(SAYS):
        statement.edited_by = by
    statement.revision += 1
    statement.save()
    return settled(statement)


@verb
def confirm_statement(
    *,
    statement: Statement,
    by: User,
    digest: str,
    correction: str = "",
    reason: str = "",
    along: Mapping[int, str] | None = None,
) -> Statement:
    """A reviewer who made none of the changes writes the statement's next edition.

    `digest` is that of what they read (`timeline.awaiting`); raises Outdated where it is another one by now. From the
    second edition on, readers are told by `correction`, or `reason` says why not. `along` are the digests of confirmed
    pairs, by their numbers, that are confirmed again on the new edition; others stay on the old one."""
    need_role(by, Role.REVIEWER)
    locked(statement.speaker)
    statement = locked(statement)
    if statement.state == StatementState.WITHDRAWN:
        check_move(STATEMENT_MOVES, of="This statement", from_state=statement.state, to_state=StatementState.CONFIRMED)
    awaiting = statement_awaiting(statement)
    need_same(awaiting, digest)
    if not awaiting.is_new:
        raise Refused("Nothing is waiting: readers see this statement as it is. Nothing was changed.")
    standing = pairs_standing_on(statement) if statement.edition else []
    write_statement_edition(statement, awaiting, by, correction=correction, reason=reason)
    _take_along(standing, dict(along or {}), by, correction, reason)
    return statement


@verb
def put_back(*, statement: Statement, by: User, digest: str) -> Statement:
    """A reviewer takes back what was changed at the desk since the current edition: fields and evidence. `digest` is
    that of what they read; raises Outdated where it is another one by now. What an article's head says stays."""
    need_role(by, Role.REVIEWER)
    if statement.edition:
        locked(statement.edition.speaker)
    statement = locked(statement)
    edition = _edition_to_go_back_to(statement)
    need_same(statement_awaiting(statement), digest)
    _put_back_evidence(statement)
    entry = statement_from(edition.content, key=statement.pk, address="")
    statement.speaker = edition.speaker.merged_into or edition.speaker
    for name in ("role", "words", "occasion", "question", "said", "said_basis", "said_confirmed", "day_order"):
        setattr(statement, name, getattr(entry, name))
    statement.mode, statement.stance = entry.mode.value, entry.stance.value if entry.stance else ""
    statement.revision += 1
    statement.save()
    return settled(statement)


@verb
def withdraw_statement(*, statement: Statement, by: User, reason: str) -> Statement:
    """A reviewer takes a confirmed statement back; its page stays and gives the reason to readers."""
    need_role(by, Role.REVIEWER)
    statement = locked(statement)
    check_move(STATEMENT_MOVES, of="This statement", from_state=statement.state, to_state=StatementState.WITHDRAWN)
    statement.state = StatementState.WITHDRAWN
    statement.withdrawn_reason = need_words(reason, "The public reason")
    statement.waits = False
    statement.revision += 1
    statement.save(update_fields=["state", "withdrawn_reason", "waits", "revision"])
    note_withdrawal(by, statement.withdrawn_reason, statement=statement)
    return statement


@verb
def move_within_day(*, statement: Statement, by: User, earlier: bool) -> Statement:
    """Moves a statement one place up or down among those of its day and stories, and numbers them all."""
    day = same_day(statement)
    all_locked(day)
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


def settled(statement: Statement) -> Statement:
    """Notes whether anything of a confirmed statement waits for a reviewer now."""
    all_settled([statement])
    return statement


def all_settled(statements: Iterable[Statement]) -> None:
    """The same for several, in a number of queries that grows only with those for which it changes."""
    confirmed = [one for one in statements if one.state == StatementState.CONFIRMED]
    awaiting = statements_awaiting(confirmed) if confirmed else {}
    for statement in confirmed:
        if awaiting[statement.pk].is_new != statement.waits:
            statement.waits = awaiting[statement.pk].is_new
            statement.save(update_fields=["waits"])


def pairs_standing_on(statement: Statement) -> list[Contradiction]:
    """The confirmed pairs whose edition names the statement's current one."""
    named = Q(edition__first_edition=statement.edition) | Q(edition__second_edition=statement.edition)
    return list(Contradiction.objects.with_statements().filter(named, state__in=STANDING_STATES).order_by("pk"))


def _take_along(standing: list[Contradiction], along: dict[int, str], by: User, correction: str, reason: str) -> None:
    """Confirms the chosen pairs again, on the new edition; the others are noted as standing on an old one."""
    pairs = {pk: _fresh(pair) for pk, pair in sorted(all_locked(standing).items())}
    if along.keys() - pairs.keys():
        raise Refused("A pair to confirm along does not stand on this statement any more. Open the page again.")
    for pk, pair in pairs.items():
        if pk not in along:
            pair.waits = pair_waits(pair)
            pair.save(update_fields=["waits"])
            continue
        awaiting = pair_awaiting(pair, fresh=())
        if awaiting.own:
            raise Refused(f"Pair {pk} has changes of its own waiting. Confirm it on its own page.")
        if digest_of(awaiting.content) != along[pk]:
            raise Outdated(awaiting.told)
        write_pair_edition(pair, awaiting, by, correction=correction, reason=reason)


def _fresh(pair: Contradiction) -> Contradiction:
    return Contradiction.objects.with_statements().get(pk=pair.pk)


def _edition_to_go_back_to(statement: Statement) -> Any:
    if statement.state == StatementState.WITHDRAWN:
        raise Refused("This statement is withdrawn. It stays as it is, with its reason.")
    if statement.edition is None:
        raise Refused("Only what was confirmed can be put back. Edit the draft instead.")
    return statement.edition


def _put_back_evidence(statement: Statement) -> None:
    """Joins what the edition names and lets go of what came since. Raises Refused where words are taken elsewhere."""
    named = set(statement.edition.evidence.values_list("quotation", flat=True)) if statement.edition else set()
    linked = Q(statement=statement) | Q(pk__in=named)
    for quotation in Quotation.objects.select_for_update(no_key=True).filter(linked).order_by("pk"):
        if quotation.pk in named and quotation.statement_id != statement.pk:
            if quotation.state != QuotationState.SUGGESTED:
                raise Refused(f"“{quotation}” is {quotation.state} elsewhere by now. Decide on it first.")
            quotation.state, quotation.statement = QuotationState.ACCEPTED, statement
        elif quotation.pk not in named:
            quotation.state, quotation.statement = QuotationState.SUGGESTED, None
        else:
            continue
        quotation.save(update_fields=["state", "statement"])
