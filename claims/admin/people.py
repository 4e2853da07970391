"""Speakers in the admin."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from claims.admin.saving import RecordAdmin, RevisedForm
from claims.models import Speaker
from claims.verbs.speakers import edit_speaker


class SpeakerForm(RevisedForm):
    def write(self) -> Any:
        if self.instance._state.adding:
            return super().write()
        revision = self.cleaned_data["opened"] or 0
        return edit_speaker(speaker=self.instance, by=self.by, revision=revision, **self.changes())


@admin.register(Speaker)
class SpeakerAdmin(RecordAdmin):
    """Merging, which moves statements, is done at the desk. The address stays as it was made."""

    form = SpeakerForm
    fields = ("name", "slug", "kind", "aliases", "wikidata_id", "opened", "merged_into", "history")
    list_display = ("name", "kind", "wikidata_id", "merged_into")
    list_filter = ("kind",)
    list_select_related = ("merged_into",)
    search_fields = ("name", "aliases", "wikidata_id")

    def get_readonly_fields(self, _request: HttpRequest, obj: Speaker | None = None) -> tuple[str, ...]:
        return ("slug", "merged_into", "history") if obj else ("merged_into", "history")

    def get_prepopulated_fields(self, _request: HttpRequest, obj: Speaker | None = None) -> dict[str, Any]:
        return {} if obj else {"slug": ("name",)}
