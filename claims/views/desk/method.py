from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_POST, require_safe

from accounts.access import role_required
from accounts.roles import Role
from claims.forms.method import MethodForm
from claims.models import MethodText
from claims.verbs.method import write_method
from claims.views.answering import DeskRequest, done, show


def page(request: DeskRequest, *, refused: bool = False, **forms: Any) -> HttpResponse:
    form = MethodForm(initial=MethodForm.saved_in(MethodText.objects.newest()))
    return show(request, "claims/desk/method.html", {"edit_form": form} | forms, refused=refused)


@require_safe
@role_required(Role.JOURNALIST)
def method(request: DeskRequest) -> HttpResponse:
    """Where a reviewer writes the page "How we work"."""
    return page(request)


@require_POST
@role_required(Role.REVIEWER)
def edit(request: DeskRequest) -> HttpResponse:
    form = MethodForm(request.POST)
    if form.obeyed(lambda: write_method(by=request.user, **form.cleaned_data)):
        return done(request, "Saved. Readers see it.", "claims:desk-method")
    return page(request, edit_form=form, refused=True)
