"""Editions for tests: whatever a record holds now, as if somebody else had confirmed it."""

import datetime as dt
from typing import Any

from accounts.models import User
from claims.models import (
    Contradiction,
    ContradictionEdition,
    EditionEvidence,
    Publication,
    Statement,
    StatementEdition,
    Story,
    StoryEdition,
    StoryEditionMember,
)
from claims.models.states import ContradictionState, StatementState, StoryState
from claims.timeline.awaiting import Awaiting, pair_awaiting, statement_awaiting, story_awaiting
from claims.timeline.stored import digest_of
from claims.verbs.makers import upto
from tests.factories.people import UserFactory

NOON = dt.datetime(2018, 4, 27, 11, 0, tzinfo=dt.UTC)


def edition_of(statement: Statement, by: User | None = None) -> Statement:
    """Confirms a statement with the evidence that it has, once more where it was confirmed before; pairs follow."""
    fresh = Statement.objects.select_related("edition", "speaker").get(pk=statement.pk)
    awaiting = statement_awaiting(fresh)
    edition = StatementEdition(
        statement=fresh,
        speaker=fresh.speaker,
        day_order=fresh.day_order,
        **_common(awaiting, by, [fresh.edited_by_id]),
    )
    edition.said = fresh.said
    edition.save()
    EditionEvidence.objects.bulk_create(
        EditionEvidence(edition=edition, quotation_id=one.key) for one in awaiting.entry.renderings
    )
    state = StatementState.CONFIRMED if fresh.state == StatementState.DRAFT else fresh.state
    _keep(statement, edition=edition, state=state, waits=False)
    for pair in Contradiction.objects.involving(fresh).filter(edition__isnull=False):
        pair_edition_of(pair)
    return statement


def pair_edition_of(pair: Contradiction, by: User | None = None) -> Contradiction:
    """The same for a pair, between the current editions of its statements; drafts are confirmed first."""
    for side in (pair.first, pair.second):
        side.refresh_from_db()
        if side.edition_id is None:
            edition_of(side)
    fresh = Contradiction.objects.with_statements().get(pk=pair.pk)
    awaiting = pair_awaiting(fresh, fresh=())
    edition = ContradictionEdition.objects.create(
        contradiction=fresh,
        first_edition=fresh.first.edition,
        second_edition=fresh.second.edition,
        first_is_earlier=awaiting.first_is_earlier,
        **_common(awaiting, by, [fresh.proposed_by_id] if fresh.proposed_by_id else []),
    )
    was_open = fresh.state == ContradictionState.PROPOSED
    _keep(pair, edition=edition, state=ContradictionState.CONFIRMED if was_open else fresh.state, waits=False)
    return pair


def story_edition_of(story: Story, by: User | None = None) -> Story:
    """The same for a story, which is published by it."""
    fresh = Story.objects.select_related("edition").get(pk=story.pk)
    awaiting = story_awaiting(fresh)
    edition = StoryEdition.objects.create(
        story=fresh, title=fresh.title, slug=fresh.slug, summary=fresh.summary, **_common(awaiting, by, [])
    )
    StoryEditionMember.objects.bulk_create(
        StoryEditionMember(edition=edition, statement_id=key) for key in awaiting.content["statements"]
    )
    if fresh.state == StoryState.UNPUBLISHED:
        Publication.objects.create(story=fresh, published_at=NOON, published_by=edition.confirmed_by)
    _keep(story, edition=edition, state=StoryState.PUBLISHED, published_at=fresh.published_at or NOON, waits=False)
    return story


def _common(awaiting: Awaiting, by: User | None, made_by: list[int]) -> dict[str, Any]:
    return {
        "number": awaiting.number,
        "content": awaiting.content,
        "digest": digest_of(awaiting.content),
        "made_by": made_by,
        "confirmed_by": (by := by or UserFactory()),
        "signature": by.get_full_name(),
        "confirmed_at": NOON,
        "reason": "" if awaiting.number == 1 else "made for a test",
        "upto": upto(),
    }


def _keep(record: Any, **columns: Any) -> None:
    type(record).objects.filter(pk=record.pk).update(**columns)
    for name, value in columns.items():
        setattr(record, name, value)
