from collections.abc import Callable
from typing import Any

from django import forms
from django.db import IntegrityError, transaction

from claims.forms.fields import words_field
from claims.verbs.refusals import Conflict, Refused


class VerbForm(forms.Form):
    """A form whose cleaned values a verb takes. After a refusal everything typed stands in the form as it was.

    `result` is what the verb returned; `conflict` is set where somebody else saved first."""

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
        except IntegrityError:
            self.add_error(None, "Somebody saved the same a moment ago. What you typed is kept; save it again.")
        return not self.errors

    def _refuse(self, refusal: Refused) -> None:
        self.add_error(None, str(refusal))


def retype(form: forms.Form, name: str, value: Any) -> None:
    """Puts `value` into a bound form as if it had been typed there; a box that is not ticked is not sent."""
    typed: Any = form.data
    typed = typed.copy()
    typed.pop(form.add_prefix(name), None)
    if value is not False:
        typed[form.add_prefix(name)] = "on" if value is True else value
    form.data = typed


class RevisedForm(VerbForm):
    """Changes a record that others may change too: carries the revision that was opened. Where somebody else changed
    the same field, the form comes back with what this person typed in it, and in the fields that they left alone what
    stands there now; saving again is a decision made in full knowledge."""

    revision = forms.IntegerField(
        widget=forms.HiddenInput,
        min_value=1,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value"), "This page does not say what you opened. Open it again, then save."
        ),
    )

    @staticmethod
    def saved_in(record: Any) -> dict[str, Any]:
        """The form's values as the record has them."""
        raise NotImplementedError

    def _refuse(self, refusal: Refused) -> None:
        super()._refuse(refusal)
        if isinstance(refusal, Conflict):
            self.conflict = refusal
            self._take_over(refusal)

    def _take_over(self, conflict: Conflict) -> None:
        retype(self, "revision", str(conflict.current))
        stands = self.saved_in(conflict.record)
        for name in conflict.untouched & self.fields.keys():
            value = self.fields[name].prepare_value(stands[name])
            retype(self, name, value if isinstance(value, bool) else "" if value is None else str(value))


class ReasonForm(VerbForm):
    reason = words_field("Reason", rows=2, max_length=300, error_messages={"required": "Say why. Nothing was changed."})


class PublicReasonForm(ReasonForm):
    reason = words_field(
        "Reason, for readers",
        rows=2,
        help_text="The page stays and shows this.",
        error_messages={"required": "Say why: readers will see it. Nothing was changed."},
    )
