from typing import Any

from django import forms
from django.utils import timezone

from accounts.models import User
from claims.forms.fields import MomentField, names_offered, speaker_field, speaker_offered, words_field
from claims.forms.verb_form import RevisedForm, VerbForm, retype
from claims.models import Contradiction, Response, Speaker
from claims.records import Finding, SpeakerKind
from claims.verbs import speakers
from claims.verbs.pairs import KnownPair
from claims.verbs.refusals import Refused

FINDINGS = (
    (Finding.CONTRADICTION.value, "contradiction: both cannot be true"),
    (Finding.PARTIAL.value, "partial: a qualified reversal"),
    (Finding.CONSISTENT.value, "consistent: examined, no contradiction"),
)


class FindingFields(VerbForm):
    finding = forms.TypedChoiceField(choices=FINDINGS, coerce=Finding, widget=forms.RadioSelect)
    explanation = words_field(
        "What clashes, in plain words",
        rows=4,
        error_messages={"required": "Explain the finding. Everything else you typed is kept."},
    )


class ProposeForm(FindingFields):
    clash_one = forms.CharField(label="Words of this statement that clash", required=False, max_length=500)
    clash_other = forms.CharField(label="Words of the other that clash", required=False, max_length=500)
    despite = forms.CharField(widget=forms.HiddenInput, required=False)
    known: Contradiction | None = None

    def _refuse(self, refusal: Refused) -> None:
        super()._refuse(refusal)
        if isinstance(refusal, KnownPair):
            self.known = refusal.pair
            retype(self, "despite", refusal.pair.dismissed_reason)


class ContradictionForm(FindingFields, RevisedForm):
    first_clash = forms.CharField(label="Words that clash", required=False, max_length=500)
    second_clash = forms.CharField(label="Words that clash", required=False, max_length=500)

    @staticmethod
    def saved_in(pair: Contradiction) -> dict[str, Any]:
        same = ("finding", "explanation", "first_clash", "second_clash", "revision")
        return {name: getattr(pair, name) for name in same}

    def changes(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "revision"}


class CorrectionForm(VerbForm):
    text = words_field(
        "Correction",
        help_text="Public, dated and signed with your name. It can never be changed or taken away.",
        error_messages={"required": "Write the correction."},
    )


class AskForm(VerbForm):
    """Right of reply. Times are on the newsroom's clock."""

    speaker = speaker_field(label="Who was asked")
    asked_at = MomentField(label="Asked", initial=timezone.now)
    asked_how = forms.CharField(label="How", max_length=200, help_text="By e-mail to the press office, say.")
    deadline = MomentField(required=False)

    def names(self) -> list[str]:
        return names_offered()

    def details(self, by: User) -> dict[str, Any]:
        return self.cleaned_data | {"speaker": self._speaker(by)}

    def _speaker(self, by: User) -> Speaker:
        name = self.cleaned_data["speaker"]
        return speaker_offered(name) or speakers.speaker_called(name=name, kind=SpeakerKind.PERSON, by=by)


class AnswerForm(RevisedForm):
    answer = words_field("Answer, verbatim", error_messages={"required": "Write the answer as it was given."})
    answered_at = MomentField(label="Answered", initial=timezone.now)

    @staticmethod
    def saved_in(response: Response) -> dict[str, Any]:
        return {name: getattr(response, name) for name in ("answer", "answered_at", "revision")}
