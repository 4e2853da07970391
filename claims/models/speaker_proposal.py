import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from claims.models.speaker import Speaker
from claims.models.states import PROPOSAL_MOVES, ProposalState, moves_trigger
from claims.records import SpeakerKind


class SpeakerProposalQuerySet(models.QuerySet["SpeakerProposal"]):
    def waiting(self) -> "SpeakerProposalQuerySet":
        return self.filter(state=ProposalState.PROPOSED)

    def with_people(self) -> "SpeakerProposalQuerySet":
        return self.select_related("speaker", "into", "proposed_by", "decided_by")


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class SpeakerProposal(models.Model):
    """A new name or kind for a speaker on record, or another speaker that it is to be merged into, with the reason.
    A reviewer who did not make the proposal applies it."""

    speaker = models.ForeignKey(Speaker, on_delete=models.PROTECT, related_name="proposals")
    name = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=12, blank=True, choices=[(kind.value, kind.value) for kind in SpeakerKind])
    into = models.ForeignKey(Speaker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField()
    state = models.CharField(max_length=9, choices=ProposalState, default=ProposalState.PROPOSED, editable=False)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    dismissed_reason = models.TextField(blank=True)

    objects = SpeakerProposalQuerySet.as_manager()

    class Meta:
        ordering = ["proposed_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(into=None, name__gt="", kind__gt="") | Q(into__isnull=False, name="", kind=""),
                name="speaker_proposal_renames_or_merges",
            ),
            models.CheckConstraint(condition=Q(reason__gt=""), name="speaker_proposal_has_a_reason"),
            models.CheckConstraint(
                condition=Q(state=ProposalState.PROPOSED, decided_by=None, decided_at=None)
                | ~Q(state=ProposalState.PROPOSED) & Q(decided_by__isnull=False, decided_at__isnull=False),
                name="speaker_proposal_decided_names_who_and_when",
            ),
            models.CheckConstraint(
                condition=~Q(state=ProposalState.APPLIED) | ~Q(decided_by=F("proposed_by")),
                name="speaker_proposal_is_applied_by_somebody_else",
            ),
            models.CheckConstraint(
                condition=~Q(state=ProposalState.DISMISSED) | Q(dismissed_reason__gt=""),
                name="speaker_proposal_dismissed_has_a_reason",
            ),
            models.UniqueConstraint(
                fields=["speaker"],
                condition=Q(state=ProposalState.PROPOSED),
                name="speaker_proposal_waits_one_at_a_time",
            ),
        ]
        triggers = [moves_trigger("speaker_proposal_moves", PROPOSAL_MOVES)]

    def __str__(self) -> str:
        return f"{self.speaker} into {self.into}" if self.into_id else f"{self.speaker} as {self.name}"
