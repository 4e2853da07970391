"""Confirming: what was read goes back with the form, so that nobody confirms what they did not see."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core import signing

from claims.forms.fields import words_field
from claims.forms.verb_form import VerbForm, retype
from claims.records import Change
from claims.timeline.awaiting import Awaiting
from claims.timeline.telling import Told, changes_between
from claims.verbs.refusals import Outdated, Refused

SALT = "what was read"
_NUMBER = re.compile(r"[0-9]{1,18}")


class ReadForm(VerbForm):
    """`digest` is that of what stood on the page, `read` the same in words, signed. After a refusal `changes` tells
    what is different by now. By itself it puts changes back and applies proposals."""

    digest = forms.CharField(widget=forms.HiddenInput, required=False)
    read = forms.CharField(widget=forms.HiddenInput, required=False)
    changes: tuple[Change, ...] = ()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not data.get("digest"):
            # An error of a hidden field would stand nowhere.
            raise forms.ValidationError("This page does not say what you read. Read it now, then confirm.")
        return data

    def decision(self) -> dict[str, Any]:
        """The arguments for the verb."""
        return {"digest": self.cleaned_data["digest"]}

    def _refuse(self, refusal: Refused) -> None:
        super()._refuse(refusal)
        if isinstance(refusal, Outdated):
            before = told_before(self.cleaned_data["read"])
            self.changes = changes_between(before, refusal.now) if before else ()


class ConfirmForm(ReadForm):
    """From the second edition on, what readers are told, or why not."""

    correction = words_field(
        "What readers are told", rows=2, required=False, help_text="A public correction, signed with your name."
    )
    reason = forms.CharField(
        label="Or why they need not be told", required=False, max_length=300, help_text="Stays in the newsroom."
    )

    @classmethod
    def of(cls, awaiting: Awaiting, told: Told | None = None, **options: Any) -> "ConfirmForm":
        """The form beside what is read: `awaiting`, or all that `told` tells."""
        return cls(initial={"digest": awaiting.digest, "read": signed(told or awaiting.told)}, **options)

    def renewed(self, awaiting: Awaiting, told: Told | None = None) -> "ConfirmForm":
        """The refused form beside what stands on the page now; what was typed into it is kept."""
        retype(self, "digest", awaiting.digest)
        retype(self, "read", signed(told or awaiting.told))
        return self

    def decision(self) -> dict[str, Any]:
        """The arguments for the verbs that confirm."""
        return {name: self.cleaned_data[name] for name in ("digest", "correction", "reason")}


class ConfirmStatementForm(ConfirmForm):
    """With the pairs that are confirmed again along with the statement: boxes named `along`, "number:digest" each."""

    def decision(self) -> dict[str, Any]:
        return super().decision() | {"along": self.ticked}

    @property
    def ticked(self) -> dict[int, str]:
        """The digests by the numbers of the pairs whose boxes were ticked."""
        chosen: list[str] = self.data.getlist("along") if hasattr(self.data, "getlist") else []
        pairs = (one.partition(":") for one in chosen)
        return {int(pair): digest for pair, _, digest in pairs if _NUMBER.fullmatch(pair)}


class PublishForm(ConfirmForm):
    """For a story: what readers are told is a note."""

    def decision(self) -> dict[str, Any]:
        decided = super().decision()
        return {"digest": decided["digest"], "note": decided["correction"], "reason": decided["reason"]}


def signed(told: Told) -> str:
    return signing.dumps(dict(told), salt=SALT, compress=True)


def told_before(text: str) -> Mapping[str, str] | None:
    """What `signed` wrote, None where it was not this site."""
    try:
        read: Mapping[str, str] = signing.loads(text, salt=SALT)
    except signing.BadSignature:
        return None
    return read
