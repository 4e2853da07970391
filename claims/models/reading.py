from django.db import models
from django.db.models import Q

from articles.models import ArticleVersion


class ReadingState(models.TextChoices):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Reading(models.Model):
    """One run of one extractor version over one article version: how far it is, and what it could not attribute.

    `remainder` is [[start, end, kind], …], the spans of `records.Remainder`; `unread` is [[start, end], …], what was
    passed over because the text is too long; `error` is a sentence for an editor."""

    version = models.ForeignKey(ArticleVersion, on_delete=models.CASCADE, related_name="readings")
    extractor = models.CharField(max_length=80)
    state = models.CharField(max_length=7, choices=ReadingState, default=ReadingState.QUEUED)
    found = models.PositiveIntegerField("quotations found", default=0)
    remainder = models.JSONField(default=list)
    unread = models.JSONField(default=list)
    error = models.TextField(blank=True)
    queued_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-queued_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["version", "extractor"], name="reading_is_one_per_version_and_extractor"),
            models.CheckConstraint(
                condition=~Q(state=ReadingState.FAILED) | Q(error__gt=""), name="reading_failed_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version}, {self.extractor}: {self.state}"
