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


class ProposalState(models.TextChoices):
    PROPOSED = "proposed"
    APPLIED = "applied"
    DISMISSED = "dismissed"


class MistakeState(models.TextChoices):
    OPEN = "open"
    HANDLED = "handled"


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
    # Once confirmed, never a draft again: what is edited waits beside the edition that readers see.
    StatementState.CONFIRMED: (StatementState.WITHDRAWN,),
    StatementState.WITHDRAWN: (),
}
CONTRADICTION_MOVES: Moves = {
    ContradictionState.SUGGESTED: (ContradictionState.PROPOSED, ContradictionState.DISMISSED),
    ContradictionState.PROPOSED: (ContradictionState.CONFIRMED, ContradictionState.DISMISSED),
    ContradictionState.CONFIRMED: (ContradictionState.CORRECTED, ContradictionState.WITHDRAWN),
    ContradictionState.CORRECTED: (ContradictionState.WITHDRAWN,),
    ContradictionState.WITHDRAWN: (),
    ContradictionState.DISMISSED: (ContradictionState.SUGGESTED, ContradictionState.PROPOSED),
}
PROPOSAL_MOVES: Moves = {
    ProposalState.PROPOSED: (ProposalState.APPLIED, ProposalState.DISMISSED),
    ProposalState.APPLIED: (),
    ProposalState.DISMISSED: (),
}
MISTAKE_MOVES: Moves = {
    MistakeState.OPEN: (MistakeState.HANDLED,),
    MistakeState.HANDLED: (MistakeState.OPEN,),
}
STORY_MOVES: Moves = {
    StoryState.UNPUBLISHED: (StoryState.PUBLISHED,),
    StoryState.PUBLISHED: (StoryState.UNPUBLISHED,),
}


def newest_edition_trigger(record: str) -> pgtrigger.Trigger:
    """A record points at the newest of its own editions and at no other."""
    editions = f"claims_{record}edition"
    return pgtrigger.Trigger(
        name=f"{record}_points_at_its_newest_edition",
        operation=pgtrigger.Update,
        when=pgtrigger.Before,
        condition=pgtrigger.AnyChange("edition"),
        declare=[("newest", "BIGINT")],
        func=f"""
            SELECT id INTO newest FROM {editions} WHERE {record}_id = NEW.id ORDER BY number DESC LIMIT 1;
            IF NEW.edition_id IS DISTINCT FROM newest THEN
                RAISE EXCEPTION '{record} % does not point at its newest edition', NEW.id;
            END IF;
            RETURN NEW;
        """,  # noqa: S608 (names of this module)
    )


def moves_trigger(name: str, moves: Moves) -> pgtrigger.FSM:
    """The same table as a trigger, so that no code path gets around it."""
    transitions = [(str(start), str(end)) for start, ends in moves.items() for end in ends]
    return pgtrigger.FSM(name=name, field="state", transitions=transitions)
