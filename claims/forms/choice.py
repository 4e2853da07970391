"""What a reader may ask of a timeline."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict

from claims.forms.fields import DayField
from claims.timeline.arranging import Choice
from claims.timeline.entries import Voice


class ChoiceForm(forms.Form):
    """Some speakers, a range of days: the query string of a story. Whatever cannot be read is told and left out."""

    speaker = forms.MultipleChoiceField(label="Speakers", required=False, widget=forms.CheckboxSelectMultiple)
    since = DayField(label="From", required=False)
    until = DayField(label="To", required=False)

    data: QueryDict

    def __init__(self, query: QueryDict, voices: list[Voice]) -> None:
        super().__init__(query, auto_id="choose-%s")
        self.fields["speaker"].choices = [(voice.key, voice.heading) for voice in voices]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or self.cleaned_data
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", "This day is before the first one; the range was left out.")
            cleaned.pop("since")
        return cleaned

    def query(self) -> str:
        """The query string without what is empty, for an address that can be passed on."""
        filled = [(name, value) for name in self.data for value in self.data.getlist(name) if value]
        return f"?{urlencode(filled)}" if filled else ""

    def choice(self) -> Choice:
        """What could be read of it."""
        self.is_valid()
        read = self.cleaned_data
        return Choice(frozenset(read.get("speaker", ())), read.get("since"), read.get("until"))
