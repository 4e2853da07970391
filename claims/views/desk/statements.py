from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST, require_safe

from accounts.access import role_required
from accounts.roles import Role
from claims.forms.confirm import ConfirmStatementForm, ReadForm
from claims.forms.contradiction import CorrectionForm
from claims.forms.quotation import SearchForm
from claims.forms.statement import StatementForm
from claims.forms.verb_form import PublicReasonForm, VerbForm
from claims.models import Contradiction, Statement, Story
from claims.models.states import StatementState
from claims.search.desk import statements_matching
from claims.timeline.awaiting import pair_awaiting, statement_awaiting
from claims.timeline.stored import digest_of
from claims.verbs import pairs
from claims.verbs import statements as verbs
from claims.verbs.history import history_of
from claims.verbs.makers import makers_of_statement
from claims.views.answering import DeskRequest, done, gone, one_page, show
from claims.views.desk.confirming import WAITING, refused_confirmation


def found(pk: int) -> Statement:
    return get_object_or_404(
        Statement.objects.select_related("speaker", "edited_by", "edition__confirmed_by", "edition__speaker"), pk=pk
    )


def page(request: DeskRequest, statement: Statement, *, refused: bool = False, **forms: Any) -> HttpResponse:
    """The statement with all that can be done to it; `forms` are those that came back refused."""
    context = confirming(request, statement) | {
        "statement": statement,
        "edit_form": StatementForm(initial=StatementForm.saved_in(statement)),
        "withdraw_form": PublicReasonForm(prefix="withdraw"),
        "correct_form": CorrectionForm(prefix="correct"),
        "evidence": statement.quotations.with_article().in_text_order(),
        "pairs": Contradiction.objects.involving(statement).with_statements(),
        "stories": statement.stories.newest_first(),
        "other_stories": Story.objects.exclude(statements=statement).newest_first()[:50],
        "day": verbs.same_day(statement),
        "history": history_of(statement),
        "corrections": statement.corrections.all(),
    }
    return show(request, "claims/desk/statement.html", context | forms, refused=refused)


def confirming(request: DeskRequest, statement: Statement) -> dict[str, Any]:
    """What waits for a reviewer, how it differs from what readers see, and the form that confirms it."""
    if statement.state == StatementState.WITHDRAWN:
        return {}
    awaiting = statement_awaiting(statement)
    if not awaiting.is_new and not statement.waits:
        return {}
    return {
        "awaiting": awaiting,
        "confirm_form": ConfirmStatementForm.of(awaiting),
        "standing": standing(statement) if statement.edition else [],
        "is_maker": request.user.pk in makers_of_statement(statement),
    }


def standing(statement: Statement) -> list[dict[str, Any]]:
    """The confirmed pairs that stand on the current edition, each with the box that takes it along."""
    pairs = verbs.pairs_standing_on(statement)
    found = ((pair, pair_awaiting(pair, fresh=[statement.pk])) for pair in pairs)
    return [
        {"pair": pair, "own": next_one.own, "box": f"{pair.pk}:{digest_of(next_one.content)}"}
        for pair, next_one in found
    ]


@require_safe
@role_required(Role.JOURNALIST)
def statements(request: DeskRequest) -> HttpResponse:
    form, state = SearchForm(request.GET), request.GET.get("state", "")
    rows = statements_matching(form.wanted())
    if state == WAITING:
        rows = rows.filter(pk__in=Statement.objects.with_changes_waiting())
    elif state in StatementState.values:
        rows = rows.filter(state=state)
    context = {
        "page": one_page(request, rows),
        "form": form,
        "state": state,
        "states": [*StatementState.values, WAITING],
    }
    return show(request, "claims/desk/statements.html", context)


@require_safe
@role_required(Role.JOURNALIST)
def statement(request: DeskRequest, pk: int) -> HttpResponse:
    return page(request, found(pk))


@require_POST
@role_required(Role.EDITOR)
def edit(request: DeskRequest, pk: int) -> HttpResponse:
    statement = Statement.objects.select_related("speaker").filter(pk=pk).first()
    form = StatementForm(request.POST, initial=StatementForm.saved_in(statement) if statement else {})
    if statement and form.obeyed(lambda: saved(form, statement, request)):
        return done(request, "Saved.", "claims:desk-statement", pk)
    if not Statement.objects.filter(pk=pk).exists():
        return gone(request, form, "Somebody took this draft back.")
    return page(request, found(pk), edit_form=form, refused=True)


def saved(form: StatementForm, statement: Statement, request: DeskRequest) -> Statement:
    revision = form.cleaned_data["revision"]
    return verbs.edit(statement=statement, by=request.user, revision=revision, **form.details(request.user))


@require_POST
@role_required(Role.REVIEWER)
def confirm(request: DeskRequest, pk: int) -> HttpResponse:
    statement, form = found(pk), ConfirmStatementForm(request.POST)
    if form.obeyed(lambda: verbs.confirm_statement(statement=statement, by=request.user, **form.decision())):
        return done(request, "Confirmed. Readers see it in published stories.", "claims:desk-statement", pk)
    statement = found(pk)
    return page(request, statement, **refused_confirmation(form, confirming(request, statement)), refused=True)


@require_POST
@role_required(Role.REVIEWER)
def put_back(request: DeskRequest, pk: int) -> HttpResponse:
    statement, form = found(pk), ReadForm(request.POST)
    if form.obeyed(lambda: verbs.put_back(statement=statement, by=request.user, **form.decision())):
        return done(request, put_back_told(form.result), "claims:desk-statement", pk)
    return page(request, found(pk), read_form=form, refused=True)


def put_back_told(statement: Statement) -> str:
    if statement.waits:
        return "Put back, but for what an article's own head says now: that still waits."
    return "Put back: the desk has what readers see."


@require_POST
@role_required(Role.REVIEWER)
def withdraw(request: DeskRequest, pk: int) -> HttpResponse:
    statement, form = found(pk), PublicReasonForm(request.POST, prefix="withdraw")
    if form.obeyed(lambda: verbs.withdraw_statement(statement=statement, by=request.user, **form.cleaned_data)):
        return done(request, "Withdrawn. Its page stays and gives the reason.", "claims:desk-statement", pk)
    return page(request, statement, withdraw_form=form, refused=True)


@require_POST
@role_required(Role.REVIEWER)
def correct(request: DeskRequest, pk: int) -> HttpResponse:
    statement, form = found(pk), CorrectionForm(request.POST, prefix="correct")
    if form.obeyed(lambda: pairs.correct(statement=statement, by=request.user, **form.cleaned_data)):
        return done(request, "The correction is public wherever the statement is.", "claims:desk-statement", pk)
    return page(request, statement, correct_form=form, refused=True)


@require_POST
@role_required(Role.EDITOR)
def move(request: DeskRequest, pk: int, earlier: bool) -> HttpResponse:
    statement, form = found(pk), VerbForm(request.POST)
    if form.obeyed(lambda: verbs.move_within_day(statement=statement, by=request.user, earlier=earlier)):
        way = "earlier" if earlier else "later"
        return done(request, f"Moved: it comes {way} in its day now.", "claims:desk-statement", pk)
    return page(request, statement, verb_form=form, refused=True)
