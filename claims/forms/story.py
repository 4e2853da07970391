from typing import Any

from django import forms

from claims.forms.fields import words_field
from claims.forms.verb_form import RevisedForm, VerbForm
from claims.models import Statement, Story


class StartStoryForm(VerbForm):
    title = forms.CharField(max_length=200, error_messages={"required": "Give the story a title."})
    summary = words_field("Summary", required=False, help_text="One or two sentences; readers see them.")


class StoryForm(StartStoryForm, RevisedForm):
    slug = forms.SlugField(
        label="Address",
        max_length=200,
        help_text="The last part of the story's web address. Links to one that readers knew lead on.",
    )
    field_order = ("title", "slug", "summary")

    @staticmethod
    def saved_in(story: Story) -> dict[str, Any]:
        return {name: getattr(story, name) for name in ("title", "slug", "summary", "revision")}

    def changes(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "revision"}


MOST_OFFERED = 50
"""Stories that can be chosen from beside those that something stands in: the newest."""


class StoryChoice(forms.Form):
    """One story to search in, or all: those of a statement first, then the newest."""

    story = forms.ModelChoiceField(Story.objects.all(), required=False)

    def __init__(self, data: Any, of: Statement) -> None:
        super().__init__(data)
        theirs = list(of.stories.newest_first()[:MOST_OFFERED])
        newest = Story.objects.exclude(pk__in=[one.pk for one in theirs]).newest_first()[:MOST_OFFERED]
        chosen = self.story_chosen()
        offered = {one.pk: str(one) for one in (*filter(None, [chosen]), *theirs, *newest)}
        choice: Any = self.fields["story"]
        choice.choices = [("", "all stories"), *offered.items()]

    def story_chosen(self) -> Story | None:
        chosen: Story | None = self.cleaned_data["story"] if self.is_valid() else None
        return chosen
