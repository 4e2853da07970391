import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.urls import reverse

from articles.models import ArticleVersion
from claims.models.said import SaidFields, said_constraints
from claims.models.statement import Statement
from claims.models.states import QUOTATION_MOVES, QuotationState, moves_trigger
from claims.records import Manner, Mode, Span, SpeakerKind, Stance


class QuotationQuerySet(models.QuerySet["Quotation"]):
    def awaiting_an_editor(self) -> "QuotationQuerySet":
        return self.filter(state=QuotationState.SUGGESTED)

    def with_article(self) -> "QuotationQuerySet":
        return self.select_related("version__article__outlet")

    def of_other_sources(self, quotation: "Quotation") -> "QuotationQuerySet":
        """The same words of the same report, as said by somebody else: 'both Rudd and the official denied'."""
        same = self.filter(version=quotation.version_id, start=quotation.start, end=quotation.end)
        return same.exclude(pk=quotation.pk).order_by("of_source")

    def in_text_order(self) -> "QuotationQuerySet":
        return self.order_by("version", "start", "end", "of_source")


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Quotation(SaidFields):
    """A span of one article version that reports somebody's words, and what was read around it.

    `start`, `end`, `exact`, `prefix` and `suffix` are the position and quote selectors of the W3C Web Annotation
    Data Model; offsets count Unicode code points and are end-exclusive. Interrupted words ('"A," said X. "B."') keep
    their pieces in `parts` ([[start, end], …]); `start` and `end` then span them all. `made_by` is the editor who
    selected the text, or null for what extraction found; the fields below `read` are what extraction read, kept as
    it was whatever the editor decides. Where several sources share one report ("both Rudd and the official denied"),
    the words are a quotation for each of them: `of_source` counts them from 0."""

    version = models.ForeignKey(ArticleVersion, on_delete=models.PROTECT, related_name="quotations")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    of_source = models.PositiveSmallIntegerField("which of several sources", default=0)
    parts = models.JSONField(default=list)
    exact = models.TextField()
    prefix = models.CharField(max_length=64, blank=True)
    suffix = models.CharField(max_length=64, blank=True)
    mode = models.CharField(max_length=8, choices=[(mode.value, mode.value) for mode in Mode])
    stance = models.CharField(max_length=8, blank=True, choices=[(stance.value, stance.value) for stance in Stance])
    manner = models.CharField(max_length=8, blank=True, choices=[(manner.value, manner.value) for manner in Manner])
    cue = models.CharField(max_length=300, blank=True)
    cue_start = models.PositiveIntegerField(null=True, blank=True)
    source = models.CharField("source as printed", max_length=500, blank=True)
    source_start = models.PositiveIntegerField(null=True, blank=True)

    speaker_name = models.CharField("speaker as read", max_length=200, blank=True)
    speaker_kind = models.CharField(
        max_length=12, blank=True, choices=[(kind.value, kind.value) for kind in SpeakerKind]
    )
    speaker_basis = models.CharField("read from", max_length=500, blank=True)
    speaker_rule = models.CharField(max_length=80, blank=True)
    role = models.CharField("role as printed", max_length=300, blank=True)
    relay = models.CharField("passed on by", max_length=200, blank=True)
    occasion = models.CharField("occasion as read", max_length=300, blank=True)
    occasion_basis = models.CharField("occasion read from", max_length=500, blank=True)
    said_rule = models.CharField(max_length=80, blank=True)
    question = models.TextField(blank=True)
    confidence = models.FloatField(null=True, blank=True)
    rule = models.CharField(max_length=80, blank=True)
    extractor = models.CharField(max_length=80, blank=True)

    state = models.CharField(max_length=9, choices=QuotationState, default=QuotationState.SUGGESTED, editable=False)
    statement = models.ForeignKey(
        Statement, on_delete=models.PROTECT, null=True, blank=True, related_name="quotations", editable=False
    )
    dismissed_reason = models.CharField(max_length=300, blank=True, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = QuotationQuerySet.as_manager()

    class Meta:
        ordering = ["version", "start", "end", "of_source"]
        constraints = [
            *said_constraints(),
            models.UniqueConstraint(
                fields=["version", "start", "end", "of_source"], name="quotation_span_is_unique_in_its_version"
            ),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="quotation_span_is_not_empty"),
            models.CheckConstraint(
                condition=Q(end=F("start") + Length("exact")), name="quotation_exact_is_as_long_as_its_span"
            ),
            models.CheckConstraint(
                condition=Q(state=QuotationState.ACCEPTED, statement__isnull=False)
                | ~Q(state=QuotationState.ACCEPTED) & Q(statement=None),
                name="quotation_accepted_has_a_statement",
            ),
            models.CheckConstraint(
                condition=Q(state=QuotationState.DISMISSED, dismissed_reason__gt="")
                | ~Q(state=QuotationState.DISMISSED) & Q(dismissed_reason=""),
                name="quotation_dismissed_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(confidence=None) | Q(confidence__gte=0, confidence__lte=1),
                name="quotation_confidence_is_between_0_and_1",
            ),
        ]
        indexes = [
            models.Index(fields=["version"], condition=Q(state=QuotationState.SUGGESTED), name="quotation_suggested"),
        ]
        triggers = [moves_trigger("quotation_moves", QUOTATION_MOVES)]

    def __str__(self) -> str:
        return self.exact[:80]

    def get_absolute_url(self) -> str:
        return reverse("claims:quotation", args=[self.pk])

    @property
    def spans(self) -> tuple[Span, ...]:
        """The pieces of the quoted words, in text order."""
        return tuple(Span(*part) for part in self.parts) or (Span(self.start, self.end),)

    @property
    def words(self) -> str:
        """The pieces joined by a space, what interrupts them left out."""
        return " ".join(self.exact[start - self.start : end - self.start] for start, end in self.spans)
