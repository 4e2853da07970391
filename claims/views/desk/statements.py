from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST, require_safe

from accounts.access import role_required
from accounts.roles import Role
from claims.forms.contradiction import CorrectionForm
from claims.forms.quotation import SearchForm
from claims.forms.statement import StatementForm
from claims.forms.verb_form import PublicReasonForm, RevisedForm, VerbForm
from claims.models import Contradiction, Statement, Story
from claims.models.states import StatementState
from claims.search import statements_matching
from claims.verbs import pairs
from claims.verbs import statements as verbs
from claims.verbs.history import history_of
from claims.views.answering import DeskRequest, done, one_page, show


def found(pk: int) -> Statement:
    return get_object_or_404(Statement.objects.select_related("speaker", "edited_by", "confirmed_by"), pk=pk)


def page(request: DeskRequest, statement: Statement, *, refused: bool = False, **forms: Any) -> HttpResponse:
    """The statement with all that can be done to it; `forms` are those that came back refused."""
    context = {
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


@require_safe
@role_required(Role.JOURNALIST)
def statements(request: DeskRequest) -> HttpResponse:
    form, state = SearchForm(request.GET), request.GET.get("state", "")
    rows = statements_matching(form.wanted())
    if state in StatementState.values:
        rows = rows.filter(state=state)
    context = {"page": one_page(request, rows), "form": form, "state": state, "states": StatementState}
    return show(request, "claims/desk/statements.html", context)


@require_safe
@role_required(Role.JOURNALIST)
def statement(request: DeskRequest, pk: int) -> HttpResponse:
    return page(request, found(pk))


@require_POST
@role_required(Role.EDITOR)
def edit(request: DeskRequest, pk: int) -> HttpResponse:
    statement = found(pk)
    form = StatementForm(request.POST, initial=StatementForm.saved_in(statement))
    if form.obeyed(lambda: saved(form, statement, request)):
        return done(request, "Saved.", "claims:desk-statement", pk)
    return page(request, statement, edit_form=form, refused=True)


def saved(form: StatementForm, statement: Statement, request: DeskRequest) -> Statement:
    revision = form.cleaned_data["revision"]
    return verbs.edit(statement=statement, by=request.user, revision=revision, **form.details(request.user))


@require_POST
@role_required(Role.REVIEWER)
def confirm(request: DeskRequest, pk: int) -> HttpResponse:
    statement, form = found(pk), RevisedForm(request.POST)
    if form.obeyed(lambda: verbs.confirm_statement(statement=statement, by=request.user, **form.cleaned_data)):
        return done(request, "Confirmed. Readers see it in published stories.", "claims:desk-statement", pk)
    return page(request, statement, verb_form=form, refused=True)


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
