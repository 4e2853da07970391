import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce
from django.urls import reverse

from claims.models.said import SaidFields, said_constraints
from claims.models.states import STATEMENT_MOVES, StatementState, StoryState, moves_trigger
from claims.records import Mode


class StatementQuerySet(models.QuerySet["Statement"]):
    def public(self) -> "StatementQuerySet":
        """What readers may see: confirmed (or withdrawn, with its reason) and in a published story."""
        stories = self.model.stories.through.objects
        published = stories.filter(statement=OuterRef("pk"), story__state=StoryState.PUBLISHED)
        return self.filter(Exists(published), state__in=(StatementState.CONFIRMED, StatementState.WITHDRAWN))

    def visible_to(self, user: object) -> "StatementQuerySet":
        """The newsroom sees every statement; readers the public ones."""
        return self if getattr(user, "is_journalist", False) else self.public()

    def awaiting_review(self) -> "StatementQuerySet":
        return self.filter(state=StatementState.DRAFT)

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


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Statement(SaidFields):
    """One utterance: who, in which role at the time, which words, when. Many quotations may report it.

    `role` is copied onto the statement and never looked up. `edited_by` is who last changed what it says; somebody
    else confirms it. `day_order` orders statements of one day where an editor set it."""

    speaker = models.ForeignKey("claims.Speaker", on_delete=models.PROTECT, related_name="statements")
    role = models.CharField("role at the time", max_length=300, blank=True)
    words = models.TextField()
    mode = models.CharField(max_length=8, choices=[(mode.value, mode.value) for mode in Mode])
    occasion = models.CharField(max_length=300, blank=True)
    question = models.TextField("question it answered", blank=True)
    said_confirmed = models.BooleanField("an editor has checked the date", default=False)
    day_order = models.SmallIntegerField("order within the day", default=0)
    state = models.CharField(max_length=9, choices=StatementState, default=StatementState.DRAFT, editable=False)
    edited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    confirmed_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_reason = models.TextField("public reason for withdrawing", blank=True, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = StatementQuerySet.as_manager()

    class Meta:
        constraints = [
            *said_constraints(),
            models.CheckConstraint(condition=~Q(words=""), name="statement_has_words"),
            models.CheckConstraint(
                condition=~Q(state=StatementState.CONFIRMED)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
                name="statement_confirmed_names_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("edited_by")),
                name="statement_is_confirmed_by_somebody_else",
            ),
            models.CheckConstraint(
                condition=Q(state=StatementState.WITHDRAWN, withdrawn_reason__gt="")
                | ~Q(state=StatementState.WITHDRAWN) & Q(withdrawn_reason=""),
                name="statement_withdrawn_has_a_reason",
            ),
        ]
        triggers = [moves_trigger("statement_moves", STATEMENT_MOVES)]

    def __str__(self) -> str:
        return f"{self.speaker}: {self.words[:80]}"

    def get_absolute_url(self) -> str:
        return reverse("claims:statement", args=[self.pk])
