from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access import role_required
from accounts.roles import Role
from claims.forms.contradiction import AnswerForm, AskForm, ContradictionForm, CorrectionForm, ProposeForm
from claims.forms.quotation import SearchForm
from claims.forms.story import StoryChoice
from claims.forms.verb_form import PublicReasonForm, ReasonForm, RevisedForm
from claims.models import Contradiction, Response, Statement
from claims.models.states import ContradictionState
from claims.search import to_compare_with
from claims.verbs import pairs
from claims.verbs.history import history_of
from claims.views.answering import DeskRequest, done, one_page, show
from claims.views.desk.sides import in_sides

PAIR = "claims:desk-contradiction"


def found(pk: int) -> Contradiction:
    return get_object_or_404(Contradiction.objects.with_statements(), pk=pk)


def page(request: DeskRequest, pair: Contradiction, *, refused: bool = False, **forms: Any) -> HttpResponse:
    """The pair with all that can be done to it; `forms` are those that came back refused."""
    (sides,) = in_sides([pair])
    context = {
        "pair": pair,
        "sides": sides,
        "edit_form": ContradictionForm(initial=ContradictionForm.saved_in(pair)),
        "dismiss_form": ReasonForm(prefix="dismiss"),
        "withdraw_form": PublicReasonForm(prefix="withdraw"),
        "correct_form": CorrectionForm(prefix="correct"),
        "ask_form": AskForm(prefix="ask", initial={"speaker": sides.earlier.speaker.name}),
        "answer_form": AnswerForm(prefix="answer"),
        "is_proposer": pair.proposed_by_id == request.user.pk,
        "responses": pair.responses.select_related("speaker"),
        "corrections": pair.corrections.all(),
        "history": history_of(pair),
    }
    return show(request, "claims/desk/contradiction.html", context | forms, refused=refused)


@require_safe
@role_required(Role.JOURNALIST)
def contradictions(request: DeskRequest) -> HttpResponse:
    state = request.GET.get("state", "")
    rows = Contradiction.objects.with_statements().order_by("-id")
    if state in ContradictionState.values:
        rows = rows.filter(state=state)
    page = one_page(request, rows)
    context = {"page": page, "rows": in_sides(page), "state": state, "states": ContradictionState}
    return show(request, "claims/desk/contradictions.html", context)


@require_safe
@role_required(Role.JOURNALIST)
def contradiction(request: DeskRequest, pk: int) -> HttpResponse:
    return page(request, found(pk))


@require_safe
@role_required(Role.EDITOR)
def against(request: DeskRequest, pk: int) -> HttpResponse:
    """Choosing the statement to hold against this one."""
    one = get_object_or_404(Statement.objects.select_related("speaker"), pk=pk)
    form, choice = SearchForm(request.GET), StoryChoice(request.GET)
    rows = to_compare_with(one, form.wanted(), choice.story_chosen())
    context = {"statement": one, "form": form, "choice": choice, "page": one_page(request, rows)}
    return show(request, "claims/desk/against.html", context)


@require_http_methods(["GET", "POST"])
@role_required(Role.EDITOR)
def propose(request: DeskRequest, pk: int, other_pk: int) -> HttpResponse:
    every = Statement.objects.select_related("speaker")
    one, other = get_object_or_404(every, pk=pk), get_object_or_404(every, pk=other_pk)
    form = ProposeForm(request.POST or None, initial={"finding": "contradiction"})
    if form.obeyed(lambda: pairs.propose(one=one, other=other, by=request.user, **form.cleaned_data)):
        return done(request, "Proposed. A reviewer who is not you confirms it.", PAIR, form.result.pk)
    context = {"one": one, "other": other, "form": form}
    return show(request, "claims/desk/propose.html", context, refused=form.is_bound)


@require_POST
@role_required(Role.EDITOR)
def edit(request: DeskRequest, pk: int) -> HttpResponse:
    pair, form = found(pk), ContradictionForm(request.POST)
    if form.obeyed(lambda: pairs.edit(contradiction=pair, by=request.user, **form.cleaned_data)):
        return done(request, "Saved.", PAIR, pk)
    return page(request, pair, edit_form=form, refused=True)


@require_POST
@role_required(Role.REVIEWER)
def confirm(request: DeskRequest, pk: int) -> HttpResponse:
    pair, form = found(pk), RevisedForm(request.POST)
    if form.obeyed(lambda: pairs.confirm(contradiction=pair, by=request.user, **form.cleaned_data)):
        return done(request, "Confirmed, and with it those of its statements that were drafts.", PAIR, pk)
    return page(request, pair, verb_form=form, refused=True)


@require_POST
@role_required(Role.EDITOR)
def dismiss(request: DeskRequest, pk: int) -> HttpResponse:
    pair, form = found(pk), ReasonForm(request.POST, prefix="dismiss")
    if form.obeyed(lambda: pairs.dismiss(contradiction=pair, by=request.user, **form.cleaned_data)):
        return done(request, "Dismissed. The pair is not suggested again.", PAIR, pk)
    return page(request, pair, dismiss_form=form, refused=True)


@require_POST
@role_required(Role.REVIEWER)
def withdraw(request: DeskRequest, pk: int) -> HttpResponse:
    pair, form = found(pk), PublicReasonForm(request.POST, prefix="withdraw")
    if form.obeyed(lambda: pairs.withdraw(contradiction=pair, by=request.user, **form.cleaned_data)):
        return done(request, "Withdrawn. Its page stays and gives the reason.", PAIR, pk)
    return page(request, pair, withdraw_form=form, refused=True)


@require_POST
@role_required(Role.REVIEWER)
def correct(request: DeskRequest, pk: int) -> HttpResponse:
    pair, form = found(pk), CorrectionForm(request.POST, prefix="correct")
    if form.obeyed(lambda: pairs.correct(contradiction=pair, by=request.user, **form.cleaned_data)):
        return done(request, "The correction is public wherever the pair is.", PAIR, pk)
    return page(request, pair, correct_form=form, refused=True)


@require_POST
@role_required(Role.EDITOR)
def ask(request: DeskRequest, pk: int) -> HttpResponse:
    pair, form = found(pk), AskForm(request.POST, prefix="ask")
    if form.obeyed(lambda: pairs.ask(contradiction=pair, by=request.user, **form.details(request.user))):
        return done(request, "Noted. Record the answer here, or leave it open.", PAIR, pk)
    return page(request, pair, ask_form=form, refused=True)


@require_POST
@role_required(Role.EDITOR)
def answer(request: DeskRequest, pk: int) -> HttpResponse:
    response = get_object_or_404(Response, pk=pk)
    form = AnswerForm(request.POST, prefix="answer")
    if form.obeyed(lambda: pairs.answer(response=response, by=request.user, **form.cleaned_data)):
        return done(request, "The answer is recorded.", PAIR, response.contradiction_id)
    pair = found(response.contradiction_id)
    return page(request, pair, answer_form=form, answering=response.pk, refused=True)
