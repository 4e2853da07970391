from typing import Any

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST, require_safe

from accounts.access import role_required
from accounts.roles import Role
from claims import search
from claims.forms.fields import names_offered
from claims.forms.quotation import SearchForm
from claims.forms.speaker import MergeForm, SpeakerForm
from claims.models import Speaker
from claims.verbs import speakers as verbs
from claims.verbs.history import history_of
from claims.views.answering import DeskRequest, done, one_page, show

SPEAKER = "claims:desk-speaker"


def page(request: DeskRequest, speaker: Speaker, *, refused: bool = False, **forms: Any) -> HttpResponse:
    context = {
        "speaker": speaker,
        "edit_form": SpeakerForm(initial=SpeakerForm.saved_in(speaker)),
        "merge_form": MergeForm(prefix="merge"),
        "page": one_page(request, speaker.statements.select_related("speaker").in_order_said()),
        "merged": speaker.merged_speakers.all(),
        "history": history_of(speaker),
    }
    return show(request, "claims/desk/speaker.html", context | forms, refused=refused)


@require_safe
@role_required(Role.JOURNALIST)
def speakers(request: DeskRequest) -> HttpResponse:
    form = SearchForm(request.GET)
    rows = search.speakers_matching(form.wanted()).annotate(heard=Count("statements"))
    return show(request, "claims/desk/speakers.html", {"page": one_page(request, rows), "form": form})


@require_safe
@role_required(Role.JOURNALIST)
def names(request: DeskRequest) -> HttpResponse:
    """The options of a list of suggestions. What was typed comes under the name of the field that asks: any will do."""
    form = SearchForm({"q": next(iter(request.GET.values()), "")})
    return render(request, "claims/desk/_names.html", {"names": names_offered(form.wanted())})


@require_safe
@role_required(Role.JOURNALIST)
def speaker(request: DeskRequest, pk: int) -> HttpResponse:
    return page(request, get_object_or_404(Speaker.objects.select_related("merged_into"), pk=pk))


@require_POST
@role_required(Role.EDITOR)
def edit(request: DeskRequest, pk: int) -> HttpResponse:
    speaker, form = get_object_or_404(Speaker, pk=pk), SpeakerForm(request.POST)
    if form.obeyed(lambda: verbs.edit_speaker(speaker=speaker, by=request.user, **form.cleaned_data)):
        return done(request, "Saved.", SPEAKER, pk)
    return page(request, speaker, edit_form=form, refused=True)


@require_POST
@role_required(Role.REVIEWER)
def merge(request: DeskRequest, pk: int) -> HttpResponse:
    speaker, form = get_object_or_404(Speaker, pk=pk), MergeForm(request.POST, prefix="merge")
    if form.obeyed(lambda: verbs.merge_speakers(speaker=speaker, by=request.user, **form.cleaned_data)):
        return done(request, f"Merged: everything of {speaker} is now here.", SPEAKER, form.result.pk)
    return page(request, speaker, merge_form=form, refused=True)
