import datetime as dt

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.models.contradiction import Contradiction
from claims.models.speaker import Speaker
from claims.models.statement import Statement
from claims.models.states import MISTAKE_MOVES, MistakeState, moves_trigger
from claims.models.story import Story

MOST_WORDS = 5000
MOST_CONTACT = 200
MOST_ADDRESS = 1000
SUBJECTS = ("statement", "contradiction", "story", "speaker")


class MistakeQuerySet(models.QuerySet["Mistake"]):
    def still_open(self) -> "MistakeQuerySet":
        return self.filter(state=MistakeState.OPEN)

    def since(self, moment: dt.datetime) -> "MistakeQuerySet":
        """Reported at that moment or later."""
        return self.filter(reported_at__gte=moment)

    def with_subjects(self) -> "MistakeQuerySet":
        """With what each one is about, and whoever handled it."""
        related = ("statement__speaker", "contradiction__first__speaker", "contradiction__second__speaker")
        return self.select_related(*related, "story", "speaker", "handled_by")

    def newest_first(self) -> "MistakeQuerySet":
        return self.order_by("-reported_at", "-id")


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), exclude=["contact", "sender"]
)
class Mistake(models.Model):
    """What a reader reported as wrong with a page: for the newsroom alone, never public.

    `address` is the page's path, "" where it was not told; at most one of SUBJECTS is the record that the page is
    about. `contact` is where the reader can be reached; it is in no history, so that it can be forgotten. `sender`
    tells reports of one machine on one day from those of others, and is no address that leads anywhere."""

    text = models.TextField(max_length=MOST_WORDS)
    contact = models.CharField(max_length=MOST_CONTACT, blank=True)
    sender = models.CharField(max_length=32, blank=True, editable=False)
    address = models.CharField("page", max_length=MOST_ADDRESS, blank=True)
    statement = models.ForeignKey(Statement, on_delete=models.SET_NULL, null=True, blank=True, related_name="mistakes")
    contradiction = models.ForeignKey(
        Contradiction, on_delete=models.SET_NULL, null=True, blank=True, related_name="mistakes"
    )
    story = models.ForeignKey(Story, on_delete=models.SET_NULL, null=True, blank=True, related_name="mistakes")
    speaker = models.ForeignKey(Speaker, on_delete=models.SET_NULL, null=True, blank=True, related_name="mistakes")
    state = models.CharField(max_length=7, choices=MistakeState, default=MistakeState.OPEN, editable=False)
    reported_at = models.DateTimeField(editable=False)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    handled_at = models.DateTimeField(null=True, blank=True, editable=False)
    note = models.TextField("what was done", blank=True, editable=False)

    objects = MistakeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(text__gt=""), name="mistake_is_told"),
            models.CheckConstraint(
                condition=Q(state=MistakeState.OPEN, handled_by=None, handled_at=None, note="")
                | Q(state=MistakeState.HANDLED, handled_by__isnull=False, handled_at__isnull=False, note__gt=""),
                name="mistake_handled_names_who_when_and_what",
            ),
        ]
        indexes = [
            models.Index(fields=["-reported_at", "-id"], name="mistakes_newest_first"),
            models.Index(
                fields=["-reported_at", "-id"], condition=Q(state=MistakeState.OPEN), name="mistakes_still_open"
            ),
        ]
        triggers = [moves_trigger("mistake_moves", MISTAKE_MOVES)]

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def subject(self) -> Statement | Contradiction | Story | Speaker | None:
        """The record that it is about."""
        return self.statement or self.contradiction or self.story or self.speaker
