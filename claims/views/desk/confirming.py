"""What the pages share on which a reviewer confirms."""

from typing import Any

from claims.forms.confirm import ConfirmForm
from claims.timeline.telling import Told

WAITING = "changes waiting"
"""Beside the states of a record: confirmed, and changed since."""


def refused_confirmation(form: ConfirmForm, shown: dict[str, Any], told: Told | None = None) -> dict[str, Any]:
    """What the page needs after a refusal: the form with what was typed, beside what stands there by now. `shown` is
    what the page shows of that; where it shows nothing any more, the refusal stands alone."""
    if "awaiting" not in shown:
        return {"verb_form": form}
    return {"confirm_form": form.renewed(shown["awaiting"], told)}
