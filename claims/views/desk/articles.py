from django.contrib import messages
from django.db.models import Count, Exists, OuterRef
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import reswap, retarget

from accounts.access import role_required
from accounts.roles import Role
from articles.importing import Imported, Outcome
from articles.models import Article, ArticleVersion
from claims.forms.article import ArticleForm, VersionChoice
from claims.forms.quotation import SearchForm
from claims.models import Quotation, Reading
from claims.tasks import enqueue_reading
from claims.views.answering import DeskRequest, done, folded_below, last_action, one_page, show
from claims.views.desk.article_page import article_context, newest_version

SAYS = {
    Outcome.NEW: "The article is stored. Its quotations are being read now.",
    Outcome.CHANGED: "The article was here with another text. This one is now version {number} and is being read.",
    Outcome.KNOWN: "This article is here already, with the same text. At most an address or byline was added.",
}


@require_safe
@role_required(Role.JOURNALIST)
def articles(request: DeskRequest) -> HttpResponse:
    form = SearchForm(request.GET)
    page = one_page(request, Article.objects.matching(form.wanted()).newest_first().with_latest_version())
    context = {"page": page, "form": form, "counts": suggestion_counts(page), "readings": newest_readings(page)}
    return show(request, "claims/desk/articles.html", context)


@require_http_methods(["GET", "POST"])
@role_required(Role.EDITOR)
def new_article(request: DeskRequest) -> HttpResponse:
    form = ArticleForm(request.POST or None, request.FILES or None)
    if form.brought_in(request.user) and form.imported:
        return stored(request, form.imported)
    return show(request, "claims/desk/article_new.html", {"form": form}, refused=form.is_bound)


def stored(request: DeskRequest, imported: Imported) -> HttpResponse:
    if imported.outcome != Outcome.KNOWN:
        enqueue_reading(imported.version)
    message = SAYS[imported.outcome].format(number=imported.version.number)
    return done(request, message, "claims:desk-article", imported.article.pk)


@require_safe
@role_required(Role.JOURNALIST)
def article(request: DeskRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Article, pk=pk)
    version = newest_version(found, VersionChoice(request.GET).number())
    if version is None:
        messages.error(request, "No text of this article was captured. Add the article again, with its text.")
        return redirect("claims:desk-article-new")
    context = article_context(
        version, part=request.GET.get("page"), fold=folded_below(request), last=last_action(request)
    )
    return show(request, "claims/desk/article.html", context, part="article")


@require_safe
@role_required(Role.JOURNALIST)
def progress(request: DeskRequest, pk: int) -> HttpResponse:
    """How far the reading is; once it has ended, the whole article takes its place."""
    version = get_object_or_404(ArticleVersion.objects.select_related("article__outlet"), pk=pk)
    if not request.htmx:
        return redirect("claims:desk-article", version.article_id)
    context = article_context(version, fold=folded_below(request), last=last_action(request))
    if context["is_reading"]:
        return show(request, "claims/desk/article.html", context, part="progress")
    answer = show(request, "claims/desk/article.html", context, part="article")
    return retarget(reswap(answer, "outerHTML"), "#article")


@require_POST
@role_required(Role.EDITOR)
def read_again(request: DeskRequest, pk: int) -> HttpResponse:
    version = get_object_or_404(ArticleVersion, pk=pk)
    enqueue_reading(version)
    return done(request, "The article waits to be read.", "claims:desk-article", version.article_id)


def suggestion_counts(articles: object) -> dict[int, int]:
    """How many suggestions wait in the newest version, by article."""
    newest = {one.latest_version_id: one.pk for one in articles}  # type: ignore[attr-defined]
    waiting = Quotation.objects.awaiting_an_editor().filter(version__in=[pk for pk in newest if pk])
    rows = waiting.order_by().values("version").annotate(count=Count("pk"))
    return {newest[row["version"]]: row["count"] for row in rows}


def newest_readings(articles: object) -> dict[int, Reading]:
    """The last reading of the newest version, by article."""
    newest = {one.latest_version_id: one.pk for one in articles}  # type: ignore[attr-defined]
    later = Reading.objects.filter(version=OuterRef("version"), pk__gt=OuterRef("pk"))
    rows = Reading.objects.filter(~Exists(later), version__in=[pk for pk in newest if pk])
    return {newest[row.version_id]: row for row in rows}
