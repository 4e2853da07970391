"""Speakers in the admin."""

from typing import Any

from django.contrib import admin

from claims.admin.saving import RecordAdmin, RevisedForm
from claims.models import Speaker
from claims.verbs.speakers import edit_speaker


class SpeakerForm(RevisedForm):
    """Saves by `edit_speaker`, which refuses a new name or kind for a speaker on record: the desk proposes those."""

    def write(self) -> Any:
        revision = self.cleaned_data["opened"] or 0
        return edit_speaker(speaker=self.instance, by=self.by, revision=revision, **self.changes())


@admin.register(Speaker)
class SpeakerAdmin(RecordAdmin):
    """Named, merged and renamed at the desk. The address stays as it was made."""

    form = SpeakerForm
    fields = ("name", "slug", "kind", "aliases", "wikidata_id", "opened", "merged_into", "history")
    list_display = ("name", "kind", "wikidata_id", "merged_into")
    list_filter = ("kind",)
    list_select_related = ("merged_into",)
    search_fields = ("name", "aliases", "wikidata_id")

    readonly_fields = ("slug", "merged_into", "history")

    def has_add_permission(self, *_: Any, **__: Any) -> bool:
        return False
