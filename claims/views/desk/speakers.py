from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST, require_safe

from accounts.access import role_required
from accounts.models import User
from accounts.roles import Role
from claims.forms.confirm import ReadForm
from claims.forms.fields import names_offered
from claims.forms.quotation import SearchForm
from claims.forms.speaker import MergeForm, SpeakerForm
from claims.forms.verb_form import ReasonForm
from claims.models import Contradiction, Speaker, SpeakerProposal
from claims.records import SpeakerKind
from claims.search import desk as search
from claims.timeline.awaiting import proposal_digest
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
        "on_record": verbs.is_on_record(speaker),
        "proposal": (proposal := SpeakerProposal.objects.waiting().with_people().filter(speaker=speaker).first()),
        "proposal_digest": proposal_digest(proposal) if proposal else "",
        "new_kinds": pairs_of_another_kind(proposal) if proposal else [],
        "dismiss_form": ReasonForm(prefix="dismiss"),
    }
    return show(request, "claims/desk/speaker.html", context | forms, refused=refused)


def pairs_of_another_kind(proposal: SpeakerProposal) -> list[Contradiction]:
    """The pairs whose kind changes once the proposal is applied: between the two that become one, or through a document
    that becomes none, or the other way round."""
    speaker, into = proposal.speaker, proposal.into
    theirs = Contradiction.objects.with_statements().filter(edition__isnull=False)
    if into:
        both = {speaker.pk, into.pk}
        between = theirs.filter(first__speaker__in=both, second__speaker__in=both)
        return [pair for pair in between if pair.first.speaker_id != pair.second.speaker_id]
    is_turned = (proposal.kind == SpeakerKind.DOCUMENT) != (speaker.kind == SpeakerKind.DOCUMENT)
    return list(theirs.filter(Q(first__speaker=speaker) | Q(second__speaker=speaker))) if is_turned else []


@require_safe
@role_required(Role.JOURNALIST)
def speakers(request: DeskRequest) -> HttpResponse:
    form = SearchForm(request.GET)
    rows = search.speakers_matching(form.wanted()).with_count()
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
    """Saves what one person may change; a new name or kind of a speaker whom readers know becomes a proposal."""
    speaker, form = get_object_or_404(Speaker, pk=pk), SpeakerForm(request.POST)
    if form.obeyed(lambda: saved(form, speaker, request.user)):
        said = "Saved." if form.result is None else "Proposed. A reviewer who is not you applies it."
        return done(request, said, SPEAKER, pk)
    return page(request, speaker, edit_form=form, refused=True)


def saved(form: SpeakerForm, speaker: Speaker, by: User) -> SpeakerProposal | None:
    changes, reason = form.changes(), form.cleaned_data["reason"]
    names = {name: changes.pop(name) for name in ("name", "kind")}
    is_new = any(getattr(speaker, name) != value for name, value in names.items())
    if not is_new or not verbs.is_on_record(speaker):
        verbs.edit_speaker(speaker=speaker, by=by, **changes, **names)
        return None
    verbs.edit_speaker(speaker=speaker, by=by, **changes)
    return verbs.propose_change(speaker=speaker, by=by, reason=reason, **names)


@require_POST
@role_required(Role.EDITOR)
def merge(request: DeskRequest, pk: int) -> HttpResponse:
    """Merges a speaker whom no reader knows; for one whom they know, this proposes it."""
    speaker, form = get_object_or_404(Speaker, pk=pk), MergeForm(request.POST, prefix="merge")
    if not form.obeyed(lambda: merged(form, speaker, request.user)):
        return page(request, speaker, merge_form=form, refused=True)
    if isinstance(form.result, Speaker):
        return done(request, f"Merged: everything of {speaker} is now here.", SPEAKER, form.result.pk)
    return done(request, "Proposed. A reviewer who is not you merges them.", SPEAKER, pk)


def merged(form: MergeForm, speaker: Speaker, by: User) -> Speaker | SpeakerProposal:
    into, reason = form.cleaned_data["into"], form.cleaned_data["reason"]
    if verbs.is_on_record(speaker):
        return verbs.propose_merge(speaker=speaker, into=into, by=by, reason=reason)
    return verbs.merge_speakers(speaker=speaker, into=into, by=by)


@require_POST
@role_required(Role.REVIEWER)
def apply(request: DeskRequest, pk: int) -> HttpResponse:
    proposal = get_object_or_404(SpeakerProposal.objects.with_people(), pk=pk)
    form = ReadForm(request.POST)
    if form.obeyed(lambda: verbs.apply_proposal(proposal=proposal, by=request.user, **form.decision())):
        return done(request, "Applied. Headings and filters follow it.", SPEAKER, form.result.pk)
    return page(request, proposal.speaker, verb_form=form, refused=True)


@require_POST
@role_required(Role.EDITOR)
def dismiss(request: DeskRequest, pk: int) -> HttpResponse:
    proposal = get_object_or_404(SpeakerProposal.objects.with_people(), pk=pk)
    form = ReasonForm(request.POST, prefix="dismiss")
    if form.obeyed(lambda: verbs.dismiss_proposal(proposal=proposal, by=request.user, **form.cleaned_data)):
        return done(request, "Dismissed. Nothing was changed.", SPEAKER, proposal.speaker_id)
    return page(request, proposal.speaker, dismiss_form=form, refused=True)
