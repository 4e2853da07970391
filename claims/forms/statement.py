from typing import Any

from django import forms

from accounts.models import User
from claims.forms.fields import (
    SaidField,
    kind_field,
    mode_field,
    names_offered,
    speaker_field,
    speaker_offered,
    stance_field,
    words_field,
)
from claims.forms.verb_form import RevisedForm, VerbForm
from claims.models import Quotation, Speaker, Statement
from claims.records import Mode
from claims.text.spoken import spoken
from claims.verbs import speakers


class StatementFields(VerbForm):
    """What a statement says, as an editor writes it."""

    speaker = speaker_field(
        help_text="A name from the list, or a new one.",
        error_messages={"required": "Say whose words these are."},
    )
    kind = kind_field("Counts for a new name only.")
    role = forms.CharField(label="Role at the time", required=False, max_length=300)
    words = words_field("Words", rows=4, error_messages={"required": "What was said is missing."})
    mode = mode_field()
    stance = stance_field()
    said = SaidField(max_length=60)
    said_basis = forms.CharField(
        label="Date read from", required=False, max_length=500, help_text="The words that give the date."
    )
    said_confirmed = forms.BooleanField(label="I have checked the date", required=False)
    occasion = forms.CharField(required=False, max_length=300, help_text="Where it was said: a hearing, a speech.")
    question = words_field("Question it answered", rows=2, required=False)

    def names(self) -> list[str]:
        return names_offered()

    def details(self, by: User) -> dict[str, Any]:
        """The arguments for `evidence.accept` and `statements.edit`. Makes the speaker where the name is new."""
        data = {name: value for name, value in self.cleaned_data.items() if name not in ("kind", "revision")}
        return data | {"speaker": self._speaker(by)}

    def _speaker(self, by: User) -> Speaker:
        name = self.cleaned_data["speaker"]
        known = speaker_offered(name)
        return known or speakers.speaker_called(name=name, kind=self.cleaned_data["kind"], by=by)


class AcceptForm(StatementFields):
    @staticmethod
    def read_from(quotation: Quotation) -> dict[str, Any]:
        """What extraction read, as the form's first values."""
        return {
            "speaker": quotation.speaker_name,
            "kind": quotation.speaker_kind or "person",
            "role": _one_line(quotation.role),
            "words": _as_spoken(quotation),
            "mode": quotation.mode,
            "stance": quotation.stance,
            "said": quotation.said,
            "said_basis": _one_line(quotation.said_basis),
            "occasion": _one_line(quotation.occasion),
            "question": quotation.question,
        }


def _one_line(printed: str) -> str:
    """Words that a line break of the article may run through: a browser's field of one line would drop the break."""
    return " ".join(printed.split())


def _as_spoken(quotation: Quotation) -> str:
    """Indirect and mixed words keep their marks: there these tell what was quoted."""
    if quotation.mode != Mode.DIRECT:
        return quotation.words
    return spoken(span.of(quotation.version.text) for span in quotation.spans)


class StatementForm(StatementFields, RevisedForm):
    @staticmethod
    def saved_in(statement: Statement) -> dict[str, Any]:
        same = (
            "role",
            "words",
            "mode",
            "stance",
            "said",
            "said_basis",
            "said_confirmed",
            "occasion",
            "question",
            "revision",
        )
        who = statement.speaker
        return {name: getattr(statement, name) for name in same} | {"speaker": _offered_as(who), "kind": who.kind}


def _offered_as(speaker: Speaker) -> str:
    """The speaker's name, with the address where others share it."""
    alone = not Speaker.objects.named(speaker.name).exclude(pk=speaker.pk).exists()
    return speaker.name if alone else speakers.told_apart(speaker)
