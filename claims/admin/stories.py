"""Stories in the admin."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from claims.admin.saving import RecordAdmin, RevisedForm
from claims.models import Story, StoryStatement
from claims.models.states import StoryState
from claims.verbs.stories import edit_story


class StoryForm(RevisedForm):
    def write(self) -> Any:
        if self.instance._state.adding:
            return super().write()
        revision = self.cleaned_data["opened"] or 0
        return edit_story(story=self.instance, by=self.by, revision=revision, **self.changes())


class StoryStatementInline(admin.TabularInline):
    model = StoryStatement
    raw_id_fields = ("statement",)
    extra = 1


@admin.register(Story)
class StoryAdmin(RecordAdmin):
    """Published at the desk. What readers see is changed by reviewers only."""

    form = StoryForm
    fields = ("title", "slug", "summary", "opened", "state", "published_at", "published_by", "history")
    readonly_fields = ("state", "published_at", "published_by", "history")
    inlines = (StoryStatementInline,)
    list_display = ("title", "state", "published_at", "published_by")
    list_filter = ("state",)
    list_select_related = ("published_by",)
    search_fields = ("title", "summary")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        open_to_editors = obj is None or obj.state != StoryState.PUBLISHED
        return allowed and (open_to_editors or getattr(request.user, "is_reviewer", False))

    def get_prepopulated_fields(self, _request: HttpRequest, obj: Story | None = None) -> dict[str, Any]:
        return {} if obj else {"slug": ("title",)}
