from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access import role_required
from accounts.roles import Role
from claims.forms.confirm import ConfirmForm, ReadForm
from claims.forms.contradiction import AnswerForm, AskForm, ContradictionForm, CorrectionForm, ProposeForm
from claims.forms.quotation import SearchForm
from claims.forms.story import StoryChoice
from claims.forms.verb_form import PublicReasonForm, ReasonForm
from claims.models import Contradiction, Response, Statement
from claims.models.contradiction import STANDING_STATES
from claims.models.states import ContradictionState, StatementState
from claims.search.desk import to_compare_with
from claims.timeline.awaiting import PairAwaiting, pair_awaiting
from claims.verbs import pairs as verbs
from claims.verbs import responses
from claims.verbs.history import history_of
from claims.verbs.makers import makers_of_pair, makers_of_statement
from claims.views.answering import DeskRequest, done, gone, one_page, show
from claims.views.desk.confirming import WAITING, refused_confirmation
from claims.views.desk.sides import in_sides

PAIR = "claims:desk-contradiction"


def found(pk: int) -> Contradiction:
    return get_object_or_404(Contradiction.objects.with_statements(), pk=pk)


def page(request: DeskRequest, pair: Contradiction, *, refused: bool = False, **forms: Any) -> HttpResponse:
    """The pair with all that can be done to it; `forms` are those that came back refused."""
    (sides,) = in_sides([pair])
    context = confirming(request, pair) | {
        "pair": pair,
        "sides": sides,
        "edit_form": ContradictionForm(initial=ContradictionForm.saved_in(pair)),
        "dismiss_form": ReasonForm(prefix="dismiss"),
        "withdraw_form": PublicReasonForm(prefix="withdraw"),
        "correct_form": CorrectionForm(prefix="correct"),
        "ask_form": AskForm(prefix="ask", initial={"speaker": sides.earlier.speaker.name}),
        "answer_form": AnswerForm(prefix="answer"),
        "responses": pair.responses.select_related("speaker"),
        "corrections": pair.corrections.all(),
        "history": history_of(pair),
    }
    return show(request, "claims/desk/contradiction.html", context | forms, refused=refused)


def confirming(request: DeskRequest, pair: Contradiction) -> dict[str, Any]:
    """What waits for a reviewer, how it differs from what readers see, and the form that confirms it."""
    gone = StatementState.WITHDRAWN in (pair.first.state, pair.second.state)
    if gone or pair.state not in (ContradictionState.PROPOSED, *STANDING_STATES):
        return {}
    awaiting = pair_awaiting(pair)
    if not awaiting.is_new:
        return {}
    makers = makers_of_pair(pair).union(*(makers_of_statement(one) for one in sides_along(pair, awaiting)))
    return {
        "awaiting": awaiting,
        "confirm_form": ConfirmForm.of(awaiting, awaiting.everything),
        "is_maker": request.user.pk in makers,
        "needs_telling": awaiting.number > 1 or any(side.number > 1 for side in awaiting.sides.values()),
    }


def sides_along(pair: Contradiction, awaiting: PairAwaiting) -> list[Statement]:
    return [one for one in (pair.first, pair.second) if one.pk in awaiting.sides]


@require_safe
@role_required(Role.JOURNALIST)
def contradictions(request: DeskRequest) -> HttpResponse:
    state = request.GET.get("state", "")
    rows = Contradiction.objects.with_statements().order_by("-id")
    if state == WAITING:
        rows = rows.with_changes_waiting()
    elif state in ContradictionState.values:
        rows = rows.filter(state=state)
    page = one_page(request, rows)
    context = {"page": page, "rows": in_sides(page), "state": state, "states": [*ContradictionState.values, WAITING]}
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
    form, choice = SearchForm(request.GET), StoryChoice(request.GET, one)
    rows = to_compare_with(one, form.wanted(), choice.story_chosen())
    context = {"statement": one, "form": form, "choice": choice, "page": one_page(request, rows)}
    return show(request, "claims/desk/against.html", context)


def between(one: Statement, other: Statement) -> Contradiction | None:
    """The pair of these two that is there already, if there is one."""
    first, second = sorted((one.pk, other.pk))
    return Contradiction.objects.filter(first=first, second=second).exclude(state=ContradictionState.SUGGESTED).first()


@require_http_methods(["GET", "POST"])
@role_required(Role.EDITOR)
def propose(request: DeskRequest, pk: int, other_pk: int) -> HttpResponse:
    every = Statement.objects.select_related("speaker")
    one, other = get_object_or_404(every, pk=pk), get_object_or_404(every, pk=other_pk)
    known = between(one, other)
    if known and known.state != ContradictionState.DISMISSED and request.method == "GET":
        return redirect(PAIR, known.pk)
    reason = known.dismissed_reason if known else ""
    form = ProposeForm(request.POST or None, initial={"finding": "contradiction", "despite": reason})
    if form.obeyed(lambda: verbs.propose(one=one, other=other, by=request.user, **form.cleaned_data)):
        return done(request, "Proposed. A reviewer who is not you confirms it.", PAIR, form.result.pk)
    context = {"one": one, "other": other, "form": form, "known": form.known or known}
    return show(request, "claims/desk/propose.html", context, refused=form.is_bound)


@require_POST
@role_required(Role.EDITOR)
def edit(request: DeskRequest, pk: int) -> HttpResponse:
    pair, form = found(pk), ContradictionForm(request.POST)
    if form.obeyed(lambda: verbs.edit(contradiction=pair, by=request.user, **form.cleaned_data)):
        return done(request, "Saved.", PAIR, pk)
    return page(request, pair, edit_form=form, refused=True)


@require_POST
@role_required(Role.REVIEWER)
def confirm(request: DeskRequest, pk: int) -> HttpResponse:
    pair, form = found(pk), ConfirmForm(request.POST)
    if form.obeyed(lambda: verbs.confirm(contradiction=pair, by=request.user, **form.decision())):
        return done(request, "Confirmed, and with it those of its statements that waited.", PAIR, pk)
    pair = found(pk)
    shown = confirming(request, pair)
    told = shown["awaiting"].everything if shown else None
    return page(request, pair, **refused_confirmation(form, shown, told), refused=True)


@require_POST
@role_required(Role.REVIEWER)
def put_back(request: DeskRequest, pk: int) -> HttpResponse:
    pair, form = found(pk), ReadForm(request.POST)
    if form.obeyed(lambda: verbs.put_back(contradiction=pair, by=request.user, **form.decision())):
        return done(request, "Put back: the desk has what readers see.", PAIR, pk)
    return page(request, found(pk), read_form=form, refused=True)


@require_POST
@role_required(Role.EDITOR)
def dismiss(request: DeskRequest, pk: int) -> HttpResponse:
    pair, form = found(pk), ReasonForm(request.POST, prefix="dismiss")
    if form.obeyed(lambda: verbs.dismiss(contradiction=pair, by=request.user, **form.cleaned_data)):
        return done(request, "Dismissed. The pair is not suggested again.", PAIR, pk)
    return page(request, pair, dismiss_form=form, refused=True)


@require_POST
@role_required(Role.REVIEWER)
def withdraw(request: DeskRequest, pk: int) -> HttpResponse:
    pair, form = found(pk), PublicReasonForm(request.POST, prefix="withdraw")
    if form.obeyed(lambda: verbs.withdraw(contradiction=pair, by=request.user, **form.cleaned_data)):
        return done(request, "Withdrawn. Its page stays and gives the reason.", PAIR, pk)
    return page(request, pair, withdraw_form=form, refused=True)


@require_POST
@role_required(Role.REVIEWER)
def correct(request: DeskRequest, pk: int) -> HttpResponse:
    pair, form = found(pk), CorrectionForm(request.POST, prefix="correct")
    if form.obeyed(lambda: verbs.correct(contradiction=pair, by=request.user, **form.cleaned_data)):
        return done(request, "The correction is public wherever the pair is.", PAIR, pk)
    return page(request, pair, correct_form=form, refused=True)


@require_POST
@role_required(Role.EDITOR)
def ask(request: DeskRequest, pk: int) -> HttpResponse:
    pair, form = found(pk), AskForm(request.POST, prefix="ask")
    if form.obeyed(lambda: responses.ask(contradiction=pair, by=request.user, **form.details(request.user))):
        return done(request, "Noted. Record the answer here, or leave it open.", PAIR, pk)
    return page(request, pair, ask_form=form, refused=True)


@require_POST
@role_required(Role.EDITOR)
def answer(request: DeskRequest, pk: int) -> HttpResponse:
    response = Response.objects.filter(pk=pk).first()
    form = AnswerForm(request.POST, prefix="answer")
    if response and form.obeyed(lambda: responses.answer(response=response, by=request.user, **form.cleaned_data)):
        return done(request, "The answer is recorded.", PAIR, response.contradiction_id)
    if not response or not Response.objects.filter(pk=pk).exists():
        return gone(request, form, "A reviewer put back that this person was asked.")
    return page(request, found(response.contradiction_id), answer_form=form, answering=response.pk, refused=True)
