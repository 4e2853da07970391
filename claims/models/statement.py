import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce
from django.urls import reverse

from claims.models.earlier import when_confirmed, who_confirmed
from claims.models.said import SaidFields, said_constraints
from claims.models.states import STATEMENT_MOVES, StatementState, StoryState, moves_trigger, newest_edition_trigger
from claims.records import Mode, Stance


class StatementQuerySet(models.QuerySet["Statement"]):
    def public(self) -> "StatementQuerySet":
        """What readers may see something of: it has an edition, and a seat in the current one of a published story."""
        seated = self.model.objects.filter(pk=OuterRef("pk"), seats__edition__current_of__state=StoryState.PUBLISHED)
        return self.filter(Exists(seated), edition__isnull=False)

    def visible_to(self, user: object) -> "StatementQuerySet":
        """The newsroom sees every statement; readers the public ones."""
        return self if getattr(user, "is_journalist", False) else self.public()

    def awaiting_review(self) -> "StatementQuerySet":
        return self.filter(state=StatementState.DRAFT)

    def with_changes_waiting(self) -> "StatementQuerySet":
        """Confirmed, and changed at the desk since."""
        return self.filter(state=StatementState.CONFIRMED, waits=True)

    def in_order_said(self) -> "StatementQuerySet":
        """Earliest first, by the same key as `timeline`: upper limits before known days, unknown dates last."""
        return self.order_by(
            Coalesce("said_from", "said_until").asc(nulls_last=True),
            F("said_from").asc(nulls_first=True),
            F("said_until").desc(),
            "day_order",
            F("said_time").asc(nulls_first=True),
            "id",
        )


@pghistory.track(
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
    attrs={"confirmed_by": who_confirmed(), "confirmed_at": when_confirmed()},
)
class Statement(SaidFields):
    """One utterance: who, in which role at the time, which words, when. Many quotations may report it.

    `role` is copied onto the statement and never looked up. `edited_by` is who last changed what it says. `day_order`
    orders statements of one day where an editor set it. Readers see `edition`, the newest that was confirmed; `waits`
    tells that the desk has changed something since."""

    speaker = models.ForeignKey("claims.Speaker", on_delete=models.PROTECT, related_name="statements", db_index=False)
    role = models.CharField("role at the time", max_length=300, blank=True)
    words = models.TextField()
    mode = models.CharField(max_length=8, choices=[(mode.value, mode.value) for mode in Mode])
    stance = models.CharField(max_length=8, blank=True, choices=[(stance.value, stance.value) for stance in Stance])
    occasion = models.CharField(max_length=300, blank=True)
    question = models.TextField("question it answered", blank=True)
    said_confirmed = models.BooleanField("an editor has checked the date", default=False)
    day_order = models.SmallIntegerField("order within the day", default=0)
    state = models.CharField(max_length=9, choices=StatementState, default=StatementState.DRAFT, editable=False)
    edited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    edition = models.ForeignKey(
        "claims.StatementEdition",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="current_of",
        editable=False,
    )
    waits = models.BooleanField("changes are waiting", default=False, editable=False)
    withdrawn_reason = models.TextField("public reason for withdrawing", blank=True, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = StatementQuerySet.as_manager()

    class Meta:
        constraints = [
            # Partial, so that pointing at another edition locks no key that others point at.
            models.UniqueConstraint(
                fields=["edition"], condition=Q(edition__isnull=False), name="statement_edition_is_current_once"
            ),
            *said_constraints(),
            models.CheckConstraint(condition=~Q(words=""), name="statement_has_words"),
            models.CheckConstraint(
                condition=Q(state=StatementState.DRAFT, edition=None)
                | ~Q(state=StatementState.DRAFT) & Q(edition__isnull=False),
                name="statement_confirmed_has_an_edition",
            ),
            models.CheckConstraint(
                condition=Q(state=StatementState.WITHDRAWN, withdrawn_reason__gt="")
                | ~Q(state=StatementState.WITHDRAWN) & Q(withdrawn_reason=""),
                name="statement_withdrawn_has_a_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["id"], condition=Q(waits=True), name="statement_with_changes_waiting"),
            models.Index(fields=["id"], condition=Q(state=StatementState.DRAFT), name="statement_draft"),
            models.Index(fields=["speaker", "id"], name="statement_of_speaker"),
        ]
        triggers = [newest_edition_trigger("statement"), moves_trigger("statement_moves", STATEMENT_MOVES)]

    def __str__(self) -> str:
        return f"{self.speaker}: {self.words[:80]}"

    def get_absolute_url(self) -> str:
        return reverse("claims:statement", args=[self.pk])
