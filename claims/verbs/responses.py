"""The right of reply: whom we asked, when, how and by what deadline, and the answer. On a confirmed pair all of it
waits for a reviewer like any other change."""

import datetime as dt

from accounts.models import User
from accounts.roles import Role
from articles.capture.reach import out_of_reach, within_reach
from claims.models import Contradiction, Response, Speaker
from claims.models.contradiction import STANDING_STATES
from claims.models.states import ContradictionState
from claims.verbs.history import merged, verb
from claims.verbs.locking import locked
from claims.verbs.pairs import settled
from claims.verbs.refusals import Refused, need_role, need_words


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
    _need_moments(asked_at, deadline)
    if deadline and deadline < asked_at:
        raise Refused("The deadline lies before the asking. Correct one of the two.")
    speaker = locked(speaker)
    pair = locked(contradiction)
    if pair.state not in (ContradictionState.PROPOSED, *STANDING_STATES):
        raise Refused(f"This pair is {pair.state}, so nobody is asked about it. Nothing was changed.")
    response = Response.objects.create(
        contradiction=pair,
        speaker=speaker.merged_into or speaker,
        asked_at=asked_at,
        asked_how=need_words(asked_how, "How they were asked"),
        deadline=deadline,
    )
    settled(_whole(pair))
    return response


@verb
def answer(*, response: Response, by: User, revision: int, answer: str, answered_at: dt.datetime) -> Response:
    """Records the answer, verbatim. `revision` is the one that the editor opened; raises Conflict where somebody
    recorded another answer since."""
    need_role(by, Role.EDITOR)
    _need_moments(answered_at)
    pair = locked(response.contradiction)
    response = locked(response)
    answer = need_words(answer, "The answer")
    if answered_at < response.asked_at:
        raise Refused("The answer lies before the asking. Correct its moment.")
    changes = merged(response, revision, {"answer": answer, "answered_at": answered_at})
    if changes:
        for name, value in changes.items():
            setattr(response, name, value)
        response.revision += 1
        response.save()
        settled(_whole(pair))
    return response


def _need_moments(*moments: dt.datetime | None) -> None:
    for moment in moments:
        if moment and not within_reach(moment):
            raise Refused(out_of_reach(moment))


def _whole(pair: Contradiction) -> Contradiction:
    return Contradiction.objects.with_statements().get(pk=pair.pk)
