"""Quotations, statements and readings in the admin."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from claims.admin.saving import ReadOnly, RecordAdmin, RevisedForm
from claims.forms.fields import SaidField
from claims.models import Quotation, Reading, Statement
from claims.tasks import enqueue_reading
from claims.verbs import statements


class StatementForm(RevisedForm):
    """Saves by `statements.edit`: what changes in a confirmed statement waits for a reviewer, at the desk."""

    said = SaidField()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial["said"] = self.instance.said

    def write(self) -> Statement:
        revision = self.cleaned_data["opened"] or 0
        return statements.edit(statement=self.instance, by=self.by, revision=revision, **self.changes())


class EvidenceInline(admin.TabularInline):
    """The quotations that report a statement."""

    model = Quotation
    fields = ("exact", "version", "mode", "state")
    readonly_fields = fields
    extra = 0
    can_delete = False
    show_change_link = True

    def has_add_permission(self, *_: Any, **__: Any) -> bool:
        return False


@admin.register(Statement)
class StatementAdmin(RecordAdmin):
    """Made at the desk by accepting evidence; here its role, date and order within the day can be set as well."""

    form = StatementForm
    fieldsets = (
        (None, {"fields": ("speaker", "role", "words", "mode", "stance", "occasion", "question", "opened")}),
        ("When it was said", {"fields": ("said", "said_basis", "said_confirmed", "day_order")}),
        ("State", {"fields": ("state", "edition", "waits", "edited_by", "withdrawn_reason", "history")}),
    )
    readonly_fields = ("state", "edition", "waits", "edited_by", "withdrawn_reason", "history")
    raw_id_fields = ("speaker",)
    inlines = (EvidenceInline,)
    list_display = ("words", "speaker", "role", "said_from", "said_until", "day_order", "state")
    list_filter = ("state", "mode", "said_precision", "said_confirmed")
    list_select_related = ("speaker",)
    search_fields = ("words", "role", "occasion", "speaker__name")

    def has_add_permission(self, *_: Any, **__: Any) -> bool:
        return False


@admin.register(Quotation)
class QuotationAdmin(ReadOnly):
    list_display = ("exact", "source", "speaker_name", "mode", "state", "confidence", "extractor")
    list_filter = ("state", "mode", "extractor")
    list_select_related = ("version__article",)
    search_fields = ("exact", "source", "speaker_name", "version__article__title")
    readonly_fields = ("history",)


@admin.register(Reading)
class ReadingAdmin(ReadOnly):
    list_display = ("version", "extractor", "state", "found", "error", "queued_at", "finished_at")
    list_filter = ("state", "extractor")
    list_select_related = ("version__article",)
    search_fields = ("version__article__title", "error")
    actions = ("read_again",)

    @admin.action(description="Have these texts read by the present extractor")
    def read_again(self, request: HttpRequest, readings: QuerySet[Reading]) -> None:
        for reading in readings.select_related("version"):
            enqueue_reading(reading.version)
        messages.info(request, "What this extractor has not read yet waits for the worker.")
