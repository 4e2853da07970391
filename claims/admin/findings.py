"""Contradictions, responses and corrections in the admin."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from claims.admin.saving import ReadOnly, RecordAdmin, RehearsedForm, RevisedForm
from claims.models import Contradiction, Correction, Response, Withdrawal
from claims.verbs import pairs


class ContradictionForm(RevisedForm):
    """Saves by `pairs.edit`: what changes in a confirmed pair waits for a reviewer, at the desk."""

    def write(self) -> Contradiction:
        revision = self.cleaned_data["opened"] or 0
        return pairs.edit(contradiction=self.instance, by=self.by, revision=revision, **self.changes())


@admin.register(Contradiction)
class ContradictionAdmin(RecordAdmin):
    """Proposed, confirmed, dismissed and withdrawn at the desk; here its finding can be worded anew."""

    form = ContradictionForm
    fields = (
        *("first", "second", "finding", "explanation", "first_clash", "second_clash", "opened", "state"),
        *("edition", "waits", "proposed_by", "dismissed_reason", "withdrawn_reason", "score", "history"),
    )
    readonly_fields = (
        *("first", "second", "state", "edition", "waits", "proposed_by"),
        *("dismissed_reason", "withdrawn_reason", "score", "history"),
    )
    list_display = ("first", "second", "finding", "state", "waits", "proposed_by")
    list_filter = ("state", "finding")
    list_select_related = ("first__speaker", "second__speaker", "proposed_by")
    search_fields = ("explanation", "first__words", "second__words", "first__speaker__name", "second__speaker__name")

    def has_add_permission(self, *_: Any, **__: Any) -> bool:
        return False


@admin.register(Response)
class ResponseAdmin(ReadOnly):
    """Whom we asked when, how and by what deadline, and the answer: recorded at the desk."""

    readonly_fields = ("history",)
    list_display = ("speaker", "contradiction", "asked_at", "deadline", "answered_at")
    list_filter = ("asked_at", "answered_at")
    list_select_related = ("speaker", "contradiction__first__speaker", "contradiction__second__speaker")
    search_fields = ("speaker__name", "asked_how", "answer")


class CorrectionForm(RehearsedForm):
    """Saves by `pairs.correct`, dated now and signed by whoever is signed in."""

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if bool(found.get("statement")) == bool(found.get("contradiction")):
            raise forms.ValidationError("A correction corrects one thing: a statement, or else a contradiction.")
        return found

    def write(self) -> Correction:
        corrected = {name: self.cleaned_data[name] for name in ("statement", "contradiction")}
        return pairs.correct(by=self.by, text=self.cleaned_data["text"], **corrected)


@admin.register(Correction)
class CorrectionAdmin(RecordAdmin):
    """Added by a reviewer, never changed."""

    form = CorrectionForm
    fields = ("statement", "contradiction", "text", "made_at", "signature")
    readonly_fields = ("made_at", "signature")
    raw_id_fields = ("statement", "contradiction")
    list_display = ("text", "made_at", "signature", "statement", "contradiction")
    list_select_related = (
        *("statement__speaker", "contradiction__first__speaker", "contradiction__second__speaker"),
        "signed_by",
    )
    search_fields = ("text", "signature")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and bool(getattr(request.user, "is_reviewer", False))

    def has_change_permission(self, *_: Any, **__: Any) -> bool:
        return False


@admin.register(Withdrawal)
class WithdrawalAdmin(ReadOnly):
    """What was withdrawn when and why, at the desk."""

    exclude = ("signed_by",)
    raw_id_fields = ("statement", "contradiction")
    list_display = ("reason", "made_at", "signature", "statement", "contradiction")
    list_select_related = ("statement__speaker", "contradiction__first__speaker", "contradiction__second__speaker")
    search_fields = ("reason", "signature")
