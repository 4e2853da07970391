from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access import role_required
from accounts.roles import Role
from articles.models import Article
from articles.origins import alike
from claims.forms.quotation import SearchForm
from claims.forms.verb_form import ReasonForm
from claims.verbs import origins as verbs
from claims.verbs.history import history_of
from claims.views.answering import DeskRequest, done, one_page, show
from claims.views.desk.article_page import SHARING

ORIGIN = "claims:desk-origin"


def found(pk: int) -> Article:
    return get_object_or_404(Article.objects.select_related("outlet", "origin"), pk=pk)


def page(request: DeskRequest, article: Article, *, refused: bool = False, **forms: Any) -> HttpResponse:
    """Whose report the article is, what it is like, and the articles that it may be the same report as."""
    search = SearchForm(request.GET)
    others = Article.objects.exclude(pk=article.pk).matching(search.wanted()).newest_first()
    context = {
        "article": article,
        "sharing": list(Article.objects.sharing_origin(article).newest_first()[:SHARING]),
        "alike": alike(article),
        "form": search,
        "page": one_page(request, others) if search.wanted() else None,
        "independent_form": ReasonForm(prefix="independent"),
        "history": history_of(article),
    }
    return show(request, "claims/desk/origin.html", context | forms, refused=refused)


@require_safe
@role_required(Role.JOURNALIST)
def origin(request: DeskRequest, pk: int) -> HttpResponse:
    return page(request, found(pk))


@require_POST
@role_required(Role.EDITOR)
def independent(request: DeskRequest, pk: int) -> HttpResponse:
    article, form = found(pk), ReasonForm(request.POST, prefix="independent")
    if form.obeyed(lambda: verbs.say_independent(article=article, by=request.user, **form.cleaned_data)):
        return done(request, "It counts as an independent report now.", ORIGIN, pk)
    return page(request, article, refused=True, independent_form=form)


@require_http_methods(["GET", "POST"])
@role_required(Role.EDITOR)
def same(request: DeskRequest, pk: int, other_pk: int) -> HttpResponse:
    article, other, form = found(pk), found(other_pk), ReasonForm(request.POST or None, prefix="same")
    if form.obeyed(lambda: verbs.say_same(article=article, other=other, by=request.user, **form.cleaned_data)):
        return done(request, f"It counts as one report with that of {other.outlet} now.", ORIGIN, pk)
    return page(request, article, refused=form.is_bound, same_form=form, chosen=other)
