"""The states of a record and the moves between them: one table, held by the verbs and by the database alike."""

from collections.abc import Mapping

import pgtrigger
from django.db import models

type Moves = Mapping[str, tuple[str, ...]]


class QuotationState(models.TextChoices):
    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


class StatementState(models.TextChoices):
    DRAFT = "draft"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"


class ContradictionState(models.TextChoices):
    SUGGESTED = "suggested"
    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    DISMISSED = "dismissed"


class StoryState(models.TextChoices):
    UNPUBLISHED = "unpublished"
    PUBLISHED = "published"


QUOTATION_MOVES: Moves = {
    QuotationState.SUGGESTED: (QuotationState.ACCEPTED, QuotationState.DISMISSED),
    QuotationState.ACCEPTED: (QuotationState.SUGGESTED,),
    QuotationState.DISMISSED: (QuotationState.SUGGESTED,),
}
STATEMENT_MOVES: Moves = {
    StatementState.DRAFT: (StatementState.CONFIRMED,),
    # What readers see is what a second person confirmed: an edit takes a statement back to draft.
    StatementState.CONFIRMED: (StatementState.DRAFT, StatementState.WITHDRAWN),
    StatementState.WITHDRAWN: (),
}
CONTRADICTION_MOVES: Moves = {
    ContradictionState.SUGGESTED: (ContradictionState.PROPOSED, ContradictionState.DISMISSED),
    ContradictionState.PROPOSED: (ContradictionState.CONFIRMED, ContradictionState.DISMISSED),
    ContradictionState.CONFIRMED: (
        ContradictionState.PROPOSED,
        ContradictionState.CORRECTED,
        ContradictionState.WITHDRAWN,
    ),
    ContradictionState.CORRECTED: (ContradictionState.PROPOSED, ContradictionState.WITHDRAWN),
    ContradictionState.WITHDRAWN: (),
    ContradictionState.DISMISSED: (ContradictionState.SUGGESTED, ContradictionState.PROPOSED),
}
STORY_MOVES: Moves = {
    StoryState.UNPUBLISHED: (StoryState.PUBLISHED,),
    StoryState.PUBLISHED: (StoryState.UNPUBLISHED,),
}


def moves_trigger(name: str, moves: Moves) -> pgtrigger.FSM:
    """The same table as a trigger, so that no code path gets around it."""
    transitions = [(str(start), str(end)) for start, ends in moves.items() for end in ends]
    return pgtrigger.FSM(name=name, field="state", transitions=transitions)
