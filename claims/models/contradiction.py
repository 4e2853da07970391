import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from articles.capture.reach import EARLIEST, LATEST
from claims.models.earlier import when_confirmed, who_confirmed
from claims.models.statement import Statement
from claims.models.states import (
    CONTRADICTION_MOVES,
    ContradictionState,
    StatementState,
    StoryState,
    moves_trigger,
    newest_edition_trigger,
)
from claims.models.story import Story
from claims.records import Finding, PairKind, SpeakerKind

STANDING_STATES = (ContradictionState.CONFIRMED, ContradictionState.CORRECTED)
READABLE_STATES = (*STANDING_STATES, ContradictionState.WITHDRAWN)


class ContradictionQuerySet(models.QuerySet["Contradiction"]):
    def public(self) -> "ContradictionQuerySet":
        """What readers may see something of: it has an edition, and both statements seats in one published story."""
        published = Story.objects.filter(state=StoryState.PUBLISHED, edition__members__statement=OuterRef("first"))
        seated = published.filter(edition__members__statement=OuterRef("second"))
        return self.filter(Exists(seated), edition__isnull=False)

    def visible_to(self, user: object) -> "ContradictionQuerySet":
        """The newsroom sees every pair; readers the public ones."""
        return self if getattr(user, "is_journalist", False) else self.public()

    def awaiting_review(self) -> "ContradictionQuerySet":
        return self.filter(state=ContradictionState.PROPOSED)

    def with_statements(self) -> "ContradictionQuerySet":
        return self.select_related("first__speaker", "second__speaker", "proposed_by", "edition__confirmed_by")

    def with_changes_waiting(self) -> "ContradictionQuerySet":
        """Confirmed, and changed at the desk since."""
        gone = Q(first__state=StatementState.WITHDRAWN) | Q(second__state=StatementState.WITHDRAWN)
        return self.filter(state__in=STANDING_STATES, waits=True).exclude(gone)

    def involving(self, statement: Statement) -> "ContradictionQuerySet":
        """Pairs with this statement on either side."""
        return self.filter(Q(first=statement) | Q(second=statement))

    def within(self, story: Story) -> "ContradictionQuerySet":
        """Both statements stand in `story`."""
        inside = Statement.objects.filter(stories=story)
        return self.filter(first__in=inside, second__in=inside)


@pghistory.track(
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
    attrs={"confirmed_by": who_confirmed(), "confirmed_at": when_confirmed()},
)
class Contradiction(models.Model):
    """An unordered pair of different statements, stored once with the smaller id first, and what an editor found.

    `first_clash` and `second_clash` are the words of each statement that clash, where an editor marked them.
    `score` and `reasons` come from the machine that suggested the pair. Readers see `edition`, the newest that was
    confirmed; `waits` tells that the desk has changed something since."""

    first = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="+")
    finding = models.CharField(
        max_length=13, choices=[(finding.value, finding.value) for finding in Finding], blank=True
    )
    explanation = models.TextField(blank=True)
    first_clash = models.CharField(max_length=500, blank=True)
    second_clash = models.CharField(max_length=500, blank=True)
    score = models.FloatField(null=True, blank=True)
    reasons = models.JSONField(default=list, blank=True)
    state = models.CharField(
        max_length=9, choices=ContradictionState, default=ContradictionState.PROPOSED, editable=False
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    edition = models.ForeignKey(
        "claims.ContradictionEdition",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="current_of",
        editable=False,
    )
    waits = models.BooleanField("changes are waiting", default=False, editable=False)
    dismissed_reason = models.TextField(blank=True, editable=False)
    withdrawn_reason = models.TextField("public reason for withdrawing", blank=True, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ContradictionQuerySet.as_manager()

    class Meta:
        constraints = [
            # Partial, so that pointing at another edition locks no key that others point at.
            models.UniqueConstraint(
                fields=["edition"], condition=Q(edition__isnull=False), name="contradiction_edition_is_current_once"
            ),
            models.UniqueConstraint(fields=["first", "second"], name="contradiction_pair_is_unique"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="contradiction_pair_is_two_in_one_order"),
            models.CheckConstraint(
                condition=Q(state__in=(ContradictionState.SUGGESTED, ContradictionState.DISMISSED))
                | Q(proposed_by__isnull=False, explanation__gt="", finding__gt=""),
                name="contradiction_proposed_is_explained",
            ),
            models.CheckConstraint(
                condition=Q(state__in=STANDING_STATES, edition__isnull=False)
                | ~Q(state__in=READABLE_STATES) & Q(edition=None)
                # One withdrawn before there were editions has none where a statement of it was a draft again by then.
                | Q(state=ContradictionState.WITHDRAWN),
                name="contradiction_confirmed_has_an_edition",
            ),
            models.CheckConstraint(
                condition=~Q(state=ContradictionState.DISMISSED) | Q(dismissed_reason__gt=""),
                name="contradiction_dismissed_has_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state=ContradictionState.WITHDRAWN) | Q(withdrawn_reason__gt=""),
                name="contradiction_withdrawn_has_a_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["id"], condition=Q(waits=True), name="pair_with_changes_waiting"),
            models.Index(fields=["id"], condition=Q(state=ContradictionState.PROPOSED), name="pair_proposed"),
        ]
        triggers = [newest_edition_trigger("contradiction"), moves_trigger("contradiction_moves", CONTRADICTION_MOVES)]

    def __str__(self) -> str:
        return f"{self.first} / {self.second}"

    def get_absolute_url(self) -> str:
        return reverse("claims:contradiction", args=[self.pk])

    @property
    def kind(self) -> PairKind:
        """A document on one side: record. Else the same speaker: reversal; two speakers: dispute."""
        if SpeakerKind.DOCUMENT in (self.first.speaker.kind, self.second.speaker.kind):
            return PairKind.RECORD
        same = self.first.speaker_id == self.second.speaker_id
        return PairKind.REVERSAL if same else PairKind.DISPUTE


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Response(models.Model):
    """Right of reply: who was asked when, how and by what deadline; the answer verbatim, or none by then."""

    contradiction = models.ForeignKey(Contradiction, on_delete=models.CASCADE, related_name="responses")
    speaker = models.ForeignKey("claims.Speaker", on_delete=models.PROTECT, related_name="responses")
    asked_at = models.DateTimeField()
    asked_how = models.CharField("how they were asked", max_length=200)
    deadline = models.DateTimeField(null=True, blank=True)
    answer = models.TextField("answer, verbatim", blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["asked_at", "id"]
        indexes = [models.Index(fields=["deadline"], name="response_by_deadline")]
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None) | Q(answer__gt="", answered_at__isnull=False),
                name="response_answer_has_a_date",
            ),
            models.CheckConstraint(
                condition=Q(deadline=None) | Q(deadline__gte=F("asked_at")), name="response_deadline_follows_the_asking"
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None) | Q(answered_at__gte=F("asked_at")),
                name="response_answer_follows_the_asking",
            ),
            models.CheckConstraint(
                condition=Q(asked_at__range=(EARLIEST, LATEST))
                & (Q(deadline=None) | Q(deadline__range=(EARLIEST, LATEST)))
                & (Q(answered_at=None) | Q(answered_at__range=(EARLIEST, LATEST))),
                name="response_moments_are_of_this_age",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.speaker}, asked {self.asked_at:%Y-%m-%d}"


class Correction(models.Model):
    """A public, dated, signed note on a statement or a contradiction, which may name the edition that it tells of. The
    database never lets it change or go."""

    statement = models.ForeignKey(
        Statement, on_delete=models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    contradiction = models.ForeignKey(
        Contradiction, on_delete=models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    statement_edition = models.ForeignKey(
        "claims.StatementEdition", on_delete=models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    contradiction_edition = models.ForeignKey(
        "claims.ContradictionEdition", on_delete=models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    text = models.TextField()
    made_at = models.DateTimeField()
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signature = models.CharField("signed, as printed", max_length=200)

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(statement__isnull=False, contradiction=None)
                | Q(statement=None, contradiction__isnull=False),
                name="correction_corrects_one_thing",
            ),
            models.CheckConstraint(condition=Q(text__gt="", signature__gt=""), name="correction_is_worded_and_signed"),
        ]
        indexes = [models.Index(fields=["made_at", "id"], name="correction_newest")]
        triggers = [
            pgtrigger.Protect(name="correction_never_changes", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.text[:80]
