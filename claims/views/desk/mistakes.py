from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts.access import role_required
from accounts.roles import Role
from claims.forms.mistake import HandleForm
from claims.forms.verb_form import VerbForm
from claims.models import Mistake
from claims.models.mistake import SUBJECTS
from claims.models.states import MistakeState
from claims.verbs import mistakes as verbs
from claims.verbs.history import history_of
from claims.views.answering import DeskRequest, done, one_page, show

MISTAKE = "claims:desk-mistake"
CORRECTABLE = ("statement", "contradiction")


def page(request: DeskRequest, mistake: Mistake, *, refused: bool = False, **forms: Any) -> HttpResponse:
    context = {
        "mistake": mistake,
        "subject": subject_of(mistake),
        "handle_form": HandleForm(prefix="handle"),
        "history": history_of(mistake),
    }
    return show(request, "claims/desk/mistake.html", context | forms, refused=refused)


def subject_of(mistake: Mistake) -> dict[str, Any]:
    """The record that a report is about, with its page at the desk, and where a correction of it is made."""
    kind = next((name for name in SUBJECTS if getattr(mistake, f"{name}_id")), None)
    if kind is None:
        return {}
    url = reverse(f"claims:desk-{kind}", args=[getattr(mistake, f"{kind}_id")])
    return {"kind": kind, "record": mistake.subject, "url": url, "is_correctable": kind in CORRECTABLE}


def found(pk: int) -> Mistake:
    return get_object_or_404(Mistake.objects.with_subjects(), pk=pk)


@require_safe
@role_required(Role.JOURNALIST)
def mistakes(request: DeskRequest) -> HttpResponse:
    """What readers reported, newest first: what is open, unless the address asks for another state."""
    state = request.GET.get("state", MistakeState.OPEN)
    rows = Mistake.objects.with_subjects().newest_first()
    if state in MistakeState.values:
        rows = rows.filter(state=state)
    context = {"page": one_page(request, rows), "state": state, "states": MistakeState.values}
    return show(request, "claims/desk/mistakes.html", context)


@require_safe
@role_required(Role.JOURNALIST)
def mistake(request: DeskRequest, pk: int) -> HttpResponse:
    return page(request, found(pk))


@require_POST
@role_required(Role.EDITOR)
def handle(request: DeskRequest, pk: int) -> HttpResponse:
    mistake, form = found(pk), HandleForm(request.POST, prefix="handle")
    if form.obeyed(lambda: verbs.handle_mistake(mistake=mistake, by=request.user, **form.cleaned_data)):
        return done(request, "Handled. The report is kept with your note.", MISTAKE, pk)
    return page(request, found(pk), handle_form=form, refused=True)


@require_POST
@role_required(Role.EDITOR)
def reopen(request: DeskRequest, pk: int) -> HttpResponse:
    mistake, form = found(pk), VerbForm(request.POST)
    if form.obeyed(lambda: verbs.reopen_mistake(mistake=mistake, by=request.user)):
        return done(request, "Open again.", MISTAKE, pk)
    return page(request, found(pk), verb_form=form, refused=True)
