from typing import Any

from django import forms

from claims.forms.fields import mode_field, stance_field, words_field
from claims.forms.verb_form import VerbForm

REASONS = (
    "Nobody's words: a title, a name or a set phrase",
    "Not worth keeping for this story",
    "The same words as another quotation",
    "The marks cut it wrongly",
    "The writer's own words",
)
"""Quick choices for dismissing; what is typed counts as well."""


class DismissForm(VerbForm):
    """A quick choice (a button's value) or a reason in one's own words."""

    reason = forms.CharField(label="Another reason", required=False, max_length=300)
    quick = forms.CharField(required=False, max_length=300)

    def why(self) -> str:
        return str(self.cleaned_data["quick"] or self.cleaned_data["reason"])

    def reasons(self) -> tuple[str, ...]:
        return REASONS


class SelectForm(VerbForm):
    """Words that extraction missed, copied exactly; with a script, their offsets come along.

    It stands beside the form for accepting, so its ids are its own."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="missed_%s")

    words = words_field(
        "The exact words",
        rows=3,
        strip=False,
        help_text="Copied from the article; they must stand in it once.",
        error_messages={"required": "Copy the words from the article."},
    )
    mode = mode_field()
    stance = stance_field()
    source = forms.CharField(label="Source as printed", required=False, max_length=500)
    cue = forms.CharField(label="Cue", required=False, max_length=300, help_text="The verb or phrase: “denied”.")
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)


class SearchForm(forms.Form):
    """Words to look for; anything is allowed, nothing finds everything."""

    q = forms.CharField(label="Find", required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"}))

    def wanted(self) -> str:
        return str(self.cleaned_data["q"]) if self.is_valid() else ""
