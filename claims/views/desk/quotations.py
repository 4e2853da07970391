from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import reswap, retarget

from accounts.access import role_required
from accounts.roles import Role
from articles.models import ArticleVersion
from claims.forms.quotation import DismissForm, SearchForm, SelectForm
from claims.forms.statement import AcceptForm
from claims.forms.verb_form import VerbForm
from claims.models import Quotation, Statement
from claims.records import Span
from claims.search import desk as search
from claims.verbs import evidence
from claims.views.answering import DeskRequest, folded_below, gone, last_action, one_page, remember_action, show
from claims.views.desk.article_page import article_context, changed_context, panel_context

TEMPLATE = "claims/desk/article.html"


def found(pk: int) -> Quotation:
    every = Quotation.objects.with_article().select_related("statement__speaker", "made_by")
    return get_object_or_404(every, pk=pk)


def panel(request: DeskRequest, quotation: Quotation, *, refused: bool = False, **more: Any) -> HttpResponse:
    """The quotation's panel for htmx, else the whole page of its article with the panel open."""
    part = request.GET.get("page")
    fold = folded_below(request)
    whole = not request.htmx
    context = article_context(quotation.version, quotation, part=part, fold=fold) if whole else panel_context(quotation)
    context |= {"version": quotation.version, "article": quotation.version.article, "last": last_action(request)}
    return show(request, TEMPLATE, context | more, part="panel", refused=refused)


def moved(request: DeskRequest, quotation: Quotation, what: str) -> HttpResponse:
    """After a verb: remembers what can be undone, shows the panel and everything that changed with it."""
    remember_action(request, quotation, what)
    if not request.htmx:
        return redirect("claims:desk-quotation", quotation.pk)
    fresh = found(quotation.pk)
    context = panel_context(fresh) | changed_context(fresh, fold=folded_below(request)) | {"last": last_action(request)}
    return show(request, TEMPLATE, context, part="moved")


@require_safe
@role_required(Role.JOURNALIST)
def quotation(request: DeskRequest, pk: int) -> HttpResponse:
    return panel(request, found(pk))


@require_http_methods(["GET", "POST"])
@role_required(Role.EDITOR)
def accept(request: DeskRequest, pk: int) -> HttpResponse:
    if request.method == "POST" and not Quotation.objects.filter(pk=pk).exists():
        return gone(request, AcceptForm(request.POST), "The text was read again, and this suggestion is gone.")
    quotation = found(pk)
    form = AcceptForm(request.POST or None, initial=AcceptForm.read_from(quotation))
    if form.obeyed(lambda: evidence.accept(quotation=quotation, by=request.user, **form.details(request.user))):
        return moved(request, quotation, "accepted")
    return panel(request, quotation, accept_form=form, refused=form.is_bound)


@require_safe
@role_required(Role.EDITOR)
def same(request: DeskRequest, pk: int) -> HttpResponse:
    """Which statement does this quotation report once more? The likeliest first, then a search."""
    quotation, form = found(pk), SearchForm(request.GET)
    rows = search.may_be_the_same(quotation, form.wanted())
    return panel(request, quotation, search_form=form, statements=one_page(request, rows))


@require_POST
@role_required(Role.EDITOR)
def join(request: DeskRequest, pk: int, statement_pk: int) -> HttpResponse:
    quotation, statement = found(pk), get_object_or_404(Statement, pk=statement_pk)
    form = VerbForm(request.POST)
    if form.obeyed(lambda: evidence.join(quotation=quotation, by=request.user, statement=statement)):
        return moved(request, quotation, "joined")
    return panel(request, quotation, verb_form=form, refused=True)


@require_POST
@role_required(Role.EDITOR)
def dismiss(request: DeskRequest, pk: int) -> HttpResponse:
    quotation, form = found(pk), DismissForm(request.POST)
    if form.obeyed(lambda: evidence.dismiss(quotation=quotation, by=request.user, reason=form.why())):
        return moved(request, quotation, "dismissed")
    return panel(request, quotation, dismiss_form=form, refused=True)


@require_POST
@role_required(Role.EDITOR)
def restore(request: DeskRequest, pk: int) -> HttpResponse:
    quotation, form = found(pk), VerbForm(request.POST)
    if form.obeyed(lambda: evidence.restore(quotation=quotation, by=request.user)):
        return moved(request, quotation, "")
    return panel(request, quotation, verb_form=form, refused=True)


@require_http_methods(["GET", "POST"])
@role_required(Role.EDITOR)
def select(request: DeskRequest, pk: int) -> HttpResponse:
    version = get_object_or_404(ArticleVersion.objects.select_related("article__outlet"), pk=pk)
    form = SelectForm(request.POST or None)
    if form.obeyed(lambda: selected(version, request.user, form.cleaned_data)):
        return opened(request, form.result)
    context = article_context(version, fold=folded_below(request), last=last_action(request))
    context |= {"select_form": form, "selecting": True}
    return show(request, TEMPLATE, context, part="missed", refused=form.is_bound)


def selected(version: ArticleVersion, by: Any, data: dict[str, Any]) -> Quotation:
    """Offsets count where they lead to the words that were typed; else the words must stand in the text once."""
    start, end = data["start"], data["end"]
    known = start is not None and end is not None and version.text[start:end].split() == data["words"].split()
    span = Span(start, end) if known else evidence.place_of(version, data["words"])
    details = {name: data[name] for name in ("mode", "stance", "source", "cue")}
    return evidence.select(version=version, by=by, spans=[span], **details)


def opened(request: DeskRequest, quotation: Quotation) -> HttpResponse:
    """The article with a quotation that was not in it before: every mark may have moved, so all of it is new."""
    if not request.htmx:
        return redirect("claims:desk-quotation", quotation.pk)
    fresh = found(quotation.pk)
    context = article_context(fresh.version, fresh, fold=folded_below(request), last=last_action(request))
    answer = show(request, TEMPLATE, context, part="article")
    answer["HX-Replace-Url"] = reverse("claims:desk-quotation", args=[fresh.pk])
    return retarget(reswap(answer, "outerHTML"), "#article")
