"""Stories in the admin."""

from typing import Any

from django.contrib import admin

from claims.admin.saving import RecordAdmin, RevisedForm
from claims.models import Story, StoryStatement
from claims.verbs.stories import edit_story


class StoryForm(RevisedForm):
    """Saves by `edit_story`: what changes in a published story waits for a reviewer, at the desk."""

    def write(self) -> Any:
        revision = self.cleaned_data["opened"] or 0
        return edit_story(story=self.instance, by=self.by, revision=revision, **self.changes())


class StoryStatementInline(admin.TabularInline):
    model = StoryStatement
    fields = ("statement", "added_at")
    readonly_fields = fields
    extra = 0
    can_delete = False

    def has_add_permission(self, *_: Any, **__: Any) -> bool:
        return False


@admin.register(Story)
class StoryAdmin(RecordAdmin):
    """Started, filled and published at the desk; here its head can be worded anew."""

    form = StoryForm
    fields = ("title", "slug", "summary", "opened", "state", "edition", "waits", "published_at", "history")
    readonly_fields = ("state", "edition", "waits", "published_at", "history")
    inlines = (StoryStatementInline,)
    list_display = ("title", "state", "waits", "published_at")
    list_filter = ("state", "waits")
    search_fields = ("title", "summary")

    def has_add_permission(self, *_: Any, **__: Any) -> bool:
        return False
