from typing import Any

from django import forms

from claims.forms.fields import kind_field, names_offered, speaker_field, speaker_offered, words_field
from claims.forms.verb_form import RevisedForm, VerbForm
from claims.models import Speaker
from claims.verbs.speakers import MOST_TOLD, several_called


class SpeakerForm(RevisedForm):
    name = forms.CharField(max_length=200, error_messages={"required": "A speaker needs a name."})
    kind = kind_field()
    aliases = words_field("Other names", required=False, help_text="One a line: “Ms Rudd”, a maiden name.")
    wikidata_id = forms.RegexField(
        r"^Q[1-9][0-9]*$",
        label="Wikidata id",
        required=False,
        max_length=20,
        error_messages={"invalid": "A Wikidata id is a Q and a number: Q42."},
    )

    @staticmethod
    def saved_in(speaker: Speaker) -> dict[str, Any]:
        same = {name: getattr(speaker, name) for name in ("name", "kind", "wikidata_id", "revision")}
        return same | {"aliases": "\n".join(speaker.aliases)}

    def clean_aliases(self) -> list[str]:
        lines = [" ".join(line.split()) for line in self.cleaned_data["aliases"].splitlines()]
        if any(len(line) > 200 for line in lines):
            raise forms.ValidationError("A name is longer than 200 characters. Put each name on a line of its own.")
        return list(dict.fromkeys(line for line in lines if line))

    reason = forms.CharField(
        label="Why another name or kind",
        required=False,
        max_length=300,
        help_text="For a speaker whom readers know: a second person applies it.",
    )

    def changes(self) -> dict[str, Any]:
        """What the verb that edits takes."""
        return {name: value for name, value in self.cleaned_data.items() if name != "reason"}


class MergeForm(VerbForm):
    into = speaker_field(label="The same as", help_text="The name that stays.")

    reason = forms.CharField(
        label="Why they are the same", required=False, max_length=300, help_text="Needed where readers know them."
    )

    def names(self) -> list[str]:
        return names_offered()

    def clean_into(self) -> Speaker:
        text = self.cleaned_data["into"]
        if offered := speaker_offered(text):
            return offered
        known = list(Speaker.objects.named(text).order_by("id")[:MOST_TOLD])
        if len(known) > 1:
            raise forms.ValidationError(several_called(text, known))
        if not known:
            raise forms.ValidationError(f"No speaker is called “{text}”. Choose one of the list.")
        return known[0]
