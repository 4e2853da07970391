from collections.abc import Callable
from typing import Any

from django import forms
from django.db import transaction

from claims.forms.fields import words_field
from claims.verbs.refusals import Conflict, Refused


class VerbForm(forms.Form):
    """A form whose cleaned values a verb takes. After a refusal everything typed stands in the form as it was.

    `result` is what the verb returned; `conflict` is set where somebody else saved first, and the form then carries
    the revision that is there now, so that saving again is a decision made in full knowledge."""

    result: Any = None
    conflict: Conflict | None = None

    def obeyed(self, act: Callable[[], Any]) -> bool:
        """Whether the form is valid and `act` went through, in one transaction."""
        if not self.is_valid():
            return False
        try:
            with transaction.atomic():
                self.result = act()
        except Refused as refusal:
            self._refuse(refusal)
        return not self.errors

    def _refuse(self, refusal: Refused) -> None:
        self.add_error(None, str(refusal))
        if isinstance(refusal, Conflict):
            self.conflict = refusal
            retype(self, "revision", str(refusal.current))


def retype(form: forms.Form, name: str, value: str) -> None:
    """Puts `value` into a bound form as if it had been typed there."""
    typed: Any = form.data
    typed = typed.copy()
    typed[form.add_prefix(name)] = value
    form.data = typed


class RevisedForm(VerbForm):
    """Changes a record that others may change too: carries the revision that was opened."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class ReasonForm(VerbForm):
    reason = words_field("Reason", rows=2, max_length=300, error_messages={"required": "Say why. Nothing was changed."})


class PublicReasonForm(ReasonForm):
    reason = words_field(
        "Reason, for readers",
        rows=2,
        help_text="The page stays and shows this.",
        error_messages={"required": "Say why: readers will see it. Nothing was changed."},
    )
