"""Confirming as the desk's pages do it: with the digest of what stands on them."""

from typing import Any

from accounts.models import User
from claims.models import Contradiction, SpeakerProposal, Statement, Story
from claims.timeline import stored
from claims.timeline.awaiting import pair_awaiting, proposal_digest, statement_awaiting, story_awaiting
from claims.verbs import pairs, statements, stories
from tests import cast


def digest_of(record: Any) -> str:
    """What the page of a statement, a pair, a story or a proposal would send back if it were opened now."""
    match _fresh(record):
        case Statement() as statement:
            return statement_awaiting(statement).digest
        case Contradiction() as pair:
            return pair_awaiting(pair).digest
        case Story() as story:
            return story_awaiting(story).digest
        case SpeakerProposal() as proposal:
            return proposal_digest(proposal)
    raise TypeError(f"{record!r} is not confirmed")


def box_of(pair: Contradiction, statement: Statement) -> dict[int, str]:
    """The box beside a pair on the page of a statement with changes waiting: `along`, where it is ticked."""
    awaiting = pair_awaiting(_fresh(pair), fresh=[statement.pk])
    return {pair.pk: stored.digest_of(awaiting.content)}


def confirm(statement: Statement, by: User | None = None, **decided: Any) -> Statement:
    """By the reviewer unless somebody else is named. `decided`: correction, reason, along."""
    return statements.confirm_statement(
        statement=statement, by=by or cast.reviewer(), digest=digest_of(statement), **decided
    )


def confirm_pair(pair: Contradiction, by: User | None = None, **decided: Any) -> Contradiction:
    return pairs.confirm(contradiction=pair, by=by or cast.reviewer(), digest=digest_of(pair), **decided)


def publish(story: Story, by: User | None = None, **decided: Any) -> Story:
    """`decided`: note, reason."""
    return stories.publish(story=story, by=by or cast.reviewer(), digest=digest_of(story), **decided)


def _fresh(record: Any) -> Any:
    return type(record).objects.get(pk=record.pk)
