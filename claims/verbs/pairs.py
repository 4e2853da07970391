"""The verbs on pairs: propose, edit, confirm, put back, dismiss, withdraw, correct. Each checks the role, locks what it
changes and returns the record; each raises a `Refused` whose message an editor can read."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from claims.models import Contradiction, Correction, Statement
from claims.models.contradiction import STANDING_STATES
from claims.models.states import CONTRADICTION_MOVES, ContradictionState, StatementState
from claims.records import Finding
from claims.timeline.awaiting import PairAwaiting, pair_awaiting, pair_waits
from claims.verbs.editions import need_clash, need_same, note_withdrawal, write_pair_edition, write_statement_edition
from claims.verbs.history import merged, verb
from claims.verbs.locking import all_locked, locked, one_at_a_time
from claims.verbs.refusals import (
    Refused,
    check_move,
    need_fields,
    need_role,
    need_words,
)

FINDS = ("finding", "explanation", "first_clash", "second_clash")
"""What an editor found. All of it stands in the edition, so that none of it reaches readers before it is confirmed."""


class KnownPair(Refused):
    """The pair is there already, as `pair`. Nothing was changed."""

    def __init__(self, pair: Contradiction, words: str) -> None:
        super().__init__(words)
        self.pair = pair


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
    despite: str = "",
) -> Contradiction:
    """Proposes a pair, in either order. A suggested pair is taken up; one that is there is refused with KnownPair.

    A dismissed pair is taken up again only `despite` the reason that it was dismissed for, given back word for word.
    `clash_one` and `clash_other` are words of `one` and `other` that clash, "" where none are marked."""
    need_role(by, Role.EDITOR)
    if one.pk == other.pk:
        raise Refused("A statement cannot contradict itself. Choose another one.")
    one_at_a_time("pair", "{}-{}".format(*sorted((one.pk, other.pk))))
    first, second = (row for _, row in sorted(all_locked((one, other)).items()))
    if StatementState.WITHDRAWN in (first.state, second.state):
        raise Refused("One of the two statements is withdrawn. Choose another one.")
    pair = Contradiction.objects.select_for_update(no_key=True).filter(first=first, second=second).first()
    if pair:
        _need_open(pair, despite)
    pair = pair or Contradiction(first=first, second=second)
    pair.first, pair.second = first, second
    clashes = {one.pk: clash_one.strip(), other.pk: clash_other.strip()}
    pair.finding, pair.explanation = finding, need_words(explanation, "The explanation")
    pair.first_clash, pair.second_clash = clashes[first.pk], clashes[second.pk]
    _check_clashes(pair)
    pair.state, pair.proposed_by, pair.dismissed_reason = ContradictionState.PROPOSED, by, ""
    pair.revision += 0 if pair._state.adding else 1
    pair.save()
    return pair


@verb
def edit(*, contradiction: Contradiction, by: User, revision: int, **changes: Any) -> Contradiction:
    """Changes fields of FINDS. `revision` is the one that the editor opened: what others changed since stays; raises
    Conflict where they changed the same field. What readers see stays as it was confirmed."""
    need_role(by, Role.EDITOR)
    need_fields(changes, FINDS, "a contradiction")
    pair = _locked(contradiction)
    changes = merged(pair, revision, changes)
    if not changes:
        return pair
    if pair.state not in (ContradictionState.PROPOSED, *STANDING_STATES):
        raise Refused(f"This pair is {pair.state}. It stays as it is, with its reason.")
    for name, value in changes.items():
        setattr(pair, name, value)
    pair.explanation = need_words(pair.explanation, "The explanation")
    _check_clashes(pair)
    if pair.state == ContradictionState.PROPOSED:
        pair.proposed_by = by
    pair.revision += 1
    pair.save()
    return settled(pair)


@verb
def confirm(
    *, contradiction: Contradiction, by: User, digest: str, correction: str = "", reason: str = ""
) -> Contradiction:
    """A reviewer who made none of the changes confirms a pair, and with it those of its statements that are drafts or
    have changes waiting: all of them, or none.

    `digest` is that of what they read, statements included (`timeline.awaiting`); raises Outdated where it is another
    one by now. Whatever has an earlier edition is told to readers by `correction`, or `reason` says why not."""
    need_role(by, Role.REVIEWER)
    pair = _locked_with_statements(contradiction)
    if pair.state not in STANDING_STATES:
        check_move(CONTRADICTION_MOVES, of="This pair", from_state=pair.state, to_state=ContradictionState.CONFIRMED)
    awaiting = pair_awaiting(pair)
    need_same(awaiting, digest, now=awaiting.everything)
    if not awaiting.is_new:
        raise Refused("Nothing is waiting: readers see this pair as it is. Nothing was changed.")
    _write(pair, awaiting, by, correction, reason)
    return pair


@verb
def put_back(*, contradiction: Contradiction, by: User, digest: str) -> Contradiction:
    """A reviewer takes back what was changed at the desk since the current edition: the finding and the responses.
    `digest` is that of what they read; raises Outdated where it is another one by now."""
    need_role(by, Role.REVIEWER)
    pair = _locked(contradiction)
    if pair.state not in STANDING_STATES or pair.edition is None:
        raise Refused("Only what was confirmed can be put back. Edit the proposal instead.")
    awaiting = pair_awaiting(pair)
    need_same(awaiting, digest, now=awaiting.everything)
    content = pair.edition.content
    clashes = {content[side]["statement"]: content[side]["clash"] for side in ("earlier", "later")}
    pair.finding, pair.explanation = content["finding"], content["explanation"]
    pair.first_clash, pair.second_clash = clashes[pair.first_id], clashes[pair.second_id]
    _put_replies_back(pair, content["replies"])
    pair.revision += 1
    pair.save()
    return settled(pair)


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
    pair.withdrawn_reason, pair.waits = need_words(reason, "The public reason"), False
    pair.revision += 1
    pair.save()
    note_withdrawal(by, pair.withdrawn_reason, contradiction=pair)
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
    if statement:
        statement = locked(statement)
        if statement.state == StatementState.DRAFT:
            raise Refused("No reader has seen this draft. Edit it instead of correcting it.")
    return Correction.objects.create(
        statement=statement,
        contradiction=contradiction,
        text=need_words(text, "The correction"),
        made_at=timezone.now(),
        signed_by=by,
        signature=by.byline,
    )


def settled(pair: Contradiction) -> Contradiction:
    """Notes whether anything of a confirmed pair waits for a reviewer now."""
    if pair.state not in STANDING_STATES:
        return pair
    waits = pair_waits(pair)
    if waits != pair.waits:
        pair.waits = waits
        pair.save(update_fields=["waits"])
    return pair


def _write(pair: Contradiction, awaiting: PairAwaiting, by: User, correction: str, reason: str) -> None:
    sides = {one.pk: one for one in (pair.first, pair.second)}
    for key, side in awaiting.sides.items():
        write_statement_edition(sides[key], side, by, correction=correction, reason=reason)
    again = pair_awaiting(pair, fresh=())
    write_pair_edition(pair, again, by, correction=correction, reason=reason)


def _put_replies_back(pair: Contradiction, replies: Sequence[dict[str, Any]]) -> None:
    """Makes a pair's responses what an edition has of them; later ones go, and stay in history."""
    known = {one["response"]: one for one in replies}
    for response in pair.responses.select_for_update(no_key=True):
        if response.pk not in known:
            response.delete()
            continue
        kept = known[response.pk]
        response.answer = kept["answer"]
        response.answered_at = dt.datetime.fromisoformat(kept["answered"]) if kept["answered"] else None
        response.revision += 1
        response.save()


def _need_open(pair: Contradiction, despite: str) -> None:
    """Refuses a pair that is there, and a dismissed one whose reason was not read."""
    if pair.state == ContradictionState.SUGGESTED:
        return
    if pair.state != ContradictionState.DISMISSED:
        raise KnownPair(pair, f"This pair is {pair.state} already. Nothing was changed; open it instead.")
    if despite.strip() != pair.dismissed_reason.strip():
        raise KnownPair(
            pair, f"This pair was dismissed: “{pair.dismissed_reason}” Read that before you propose it again."
        )


def _locked(contradiction: Contradiction) -> Contradiction:
    rows = Contradiction.objects.with_statements().select_for_update(of=("self",), no_key=True)
    return rows.get(pk=contradiction.pk)


def _locked_with_statements(contradiction: Contradiction) -> Contradiction:
    """The pair between its statements, all of them fresh and locked, after their speakers: a name that is confirmed is
    changed by a proposal from then on."""
    all_locked((contradiction.first.speaker, contradiction.second.speaker))
    statements = all_locked((contradiction.first, contradiction.second))
    pair = _locked(contradiction)
    pair.first, pair.second = statements[pair.first_id], statements[pair.second_id]
    return pair


def _move(pair: Contradiction, to_state: ContradictionState) -> None:
    check_move(CONTRADICTION_MOVES, of="This pair", from_state=pair.state, to_state=to_state)
    pair.state = to_state


def _check_clashes(pair: Contradiction) -> None:
    """Clashes stand in the words as the desk has them, or as readers see them; confirming asks for the latter alone."""
    for clash, statement in ((pair.first_clash, pair.first), (pair.second_clash, pair.second)):
        known = statement.edition.content["words"] if statement.edition else ""
        if clash not in known:
            need_clash(clash, statement.words, str(statement.speaker))


def _mark_corrected(pair: Contradiction) -> None:
    if pair.state == ContradictionState.CORRECTED:
        return
    _move(pair, ContradictionState.CORRECTED)
    pair.revision += 1
    pair.save(update_fields=["state", "revision"])
