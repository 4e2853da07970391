"""The verbs on pairs: propose, edit, confirm, dismiss, withdraw, correct, and the right of reply. Each checks the
role, locks what it changes and returns the record; each raises a `Refused` whose message an editor can read."""

import datetime as dt
from typing import Any

from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from claims.models import Contradiction, Correction, Response, Speaker, Statement
from claims.models.states import CONTRADICTION_MOVES, ContradictionState, StatementState
from claims.records import Finding
from claims.verbs import statements
from claims.verbs.history import check_revision, verb
from claims.verbs.refusals import NotAllowed, Refused, check_move, need_fields, need_role, need_words

FINDS = ("finding", "explanation", "first_clash", "second_clash")
"""What an editor found: changing any of it takes a confirmed pair back for review."""


@verb
def propose(
    *,
    one: Statement,
    other: Statement,
    by: User,
    finding: Finding,
    explanation: str,
    clash_one: str = "",
    clash_other: str = "",
) -> Contradiction:
    """Proposes a pair, in either order. A suggested or dismissed pair is taken up; one proposed already is refused.

    `clash_one` and `clash_other` are words of `one` and `other` that clash, "" where none are marked."""
    need_role(by, Role.EDITOR)
    if one.pk == other.pk:
        raise Refused("A statement cannot contradict itself. Choose another one.")
    first, second = sorted((one, other), key=lambda statement: statement.pk)
    if StatementState.WITHDRAWN in (first.state, second.state):
        raise Refused("One of the two statements is withdrawn. Choose another one.")
    clashes = {one.pk: clash_one.strip(), other.pk: clash_other.strip()}
    pair = Contradiction.objects.select_for_update().filter(first=first, second=second).first()
    if pair:
        _move(pair, ContradictionState.PROPOSED)
    pair = pair or Contradiction(first=first, second=second)
    pair.finding, pair.explanation = finding, need_words(explanation, "The explanation")
    pair.first_clash, pair.second_clash = clashes[first.pk], clashes[second.pk]
    _check_clashes(pair)
    _put_forward(pair, by)
    pair.save()
    return pair


@verb
def edit(*, contradiction: Contradiction, by: User, revision: int, **changes: Any) -> Contradiction:
    """Changes fields of FINDS. Raises Conflict where somebody saved since `revision`. A confirmed pair that changes
    is proposed again, by whoever changed it."""
    need_role(by, Role.EDITOR)
    pair = _locked(contradiction)
    check_revision(pair, revision)
    need_fields(changes, FINDS, "a contradiction")
    if not any(getattr(pair, name) != value for name, value in changes.items()):
        return pair
    if pair.state != ContradictionState.PROPOSED:
        _move(pair, ContradictionState.PROPOSED)
    for name, value in changes.items():
        setattr(pair, name, value)
    pair.explanation = need_words(pair.explanation, "The explanation")
    _check_clashes(pair)
    _put_forward(pair, by)
    pair.save()
    return pair


@verb
def confirm(*, contradiction: Contradiction, by: User, revision: int | None = None) -> Contradiction:
    """A reviewer other than the proposer confirms a pair, and with it those of its two statements that are drafts.

    `revision` is the one that the reviewer read; raises Conflict where the pair was changed since."""
    need_role(by, Role.REVIEWER)
    pair = _locked(contradiction)
    check_revision(pair, pair.revision if revision is None else revision)
    _move(pair, ContradictionState.CONFIRMED)
    if pair.proposed_by_id == by.pk:
        raise NotAllowed("You proposed this pair, so somebody else has to confirm it. Nothing was changed.")
    for statement in (pair.first, pair.second):
        if statement.state == StatementState.DRAFT:
            statements.confirm_statement(statement=statement, by=by)
    pair.confirmed_by, pair.confirmed_at = by, timezone.now()
    pair.revision += 1
    pair.save()
    return pair


@verb
def dismiss(*, contradiction: Contradiction, by: User, reason: str) -> Contradiction:
    """Sets a suggested or proposed pair aside; the reason is remembered, and the pair is not suggested again."""
    need_role(by, Role.EDITOR)
    pair = _locked(contradiction)
    _move(pair, ContradictionState.DISMISSED)
    pair.dismissed_reason = need_words(reason, "The reason")
    pair.revision += 1
    pair.save()
    return pair


@verb
def withdraw(*, contradiction: Contradiction, by: User, reason: str) -> Contradiction:
    """A reviewer takes a confirmed pair back; its page stays and gives the reason to readers."""
    need_role(by, Role.REVIEWER)
    pair = _locked(contradiction)
    _move(pair, ContradictionState.WITHDRAWN)
    pair.withdrawn_reason = need_words(reason, "The public reason")
    pair.revision += 1
    pair.save()
    return pair


@verb
def correct(
    *, by: User, text: str, statement: Statement | None = None, contradiction: Contradiction | None = None
) -> Correction:
    """A reviewer adds a public, signed note to a confirmed statement or pair. It can never be changed or removed."""
    need_role(by, Role.REVIEWER)
    if (statement is None) == (contradiction is None):
        raise TypeError("a correction corrects one thing: a statement or a contradiction")
    if contradiction:
        contradiction = _locked(contradiction)
        _mark_corrected(contradiction)
    if statement and statement.state == StatementState.DRAFT:
        raise Refused("No reader has seen this draft. Edit it instead of correcting it.")
    return Correction.objects.create(
        statement=statement,
        contradiction=contradiction,
        text=need_words(text, "The correction"),
        made_at=timezone.now(),
        signed_by=by,
        signature=by.byline,
    )


@verb
def ask(
    *,
    contradiction: Contradiction,
    by: User,
    speaker: Speaker,
    asked_at: dt.datetime,
    asked_how: str,
    deadline: dt.datetime | None = None,
) -> Response:
    """Records that somebody was asked to respond: when, how and by what deadline. All moments are aware."""
    need_role(by, Role.EDITOR)
    if deadline and deadline < asked_at:
        raise Refused("The deadline lies before the asking. Correct one of the two.")
    return Response.objects.create(
        contradiction=contradiction,
        speaker=speaker,
        asked_at=asked_at,
        asked_how=need_words(asked_how, "How they were asked"),
        deadline=deadline,
    )


@verb
def answer(*, response: Response, by: User, answer: str, answered_at: dt.datetime) -> Response:
    """Records the answer, verbatim."""
    need_role(by, Role.EDITOR)
    response = Response.objects.select_for_update().get(pk=response.pk)
    response.answer, response.answered_at = need_words(answer, "The answer"), answered_at
    response.save(update_fields=["answer", "answered_at"])
    return response


def _locked(contradiction: Contradiction) -> Contradiction:
    return Contradiction.objects.with_statements().select_for_update(of=("self",)).get(pk=contradiction.pk)


def _move(pair: Contradiction, to_state: ContradictionState) -> None:
    check_move(CONTRADICTION_MOVES, of="This pair", from_state=pair.state, to_state=to_state)
    pair.state = to_state


def _put_forward(pair: Contradiction, by: User) -> None:
    pair.proposed_by = by
    pair.confirmed_by = pair.confirmed_at = None
    pair.dismissed_reason = ""
    pair.revision += 0 if pair._state.adding else 1


def _check_clashes(pair: Contradiction) -> None:
    for clash, statement in ((pair.first_clash, pair.first), (pair.second_clash, pair.second)):
        if clash and clash not in statement.words:
            raise Refused(f"“{clash}” does not stand in what {statement.speaker} said. Copy the words from it.")


def _mark_corrected(pair: Contradiction) -> None:
    if pair.state == ContradictionState.CORRECTED:
        return
    _move(pair, ContradictionState.CORRECTED)
    pair.revision += 1
    pair.save(update_fields=["state", "revision"])
