from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.access import public_reading
from claims.timeline.arranging import arrange
from claims.timeline.past import statement_editions as editions_of
from claims.timeline.shown import shown_statement
from claims.timeline.stamps import SITE
from claims.views.public.keeping import kept_while
from claims.views.public.site import shared


@require_safe
@public_reading
@kept_while("statement")
def statement(request: HttpRequest, pk: int) -> HttpResponse:
    """One statement: words, speaker, date and its basis, every rendering in context, its pairs, its corrections."""
    shown = shown_statement(request.user, pk)
    if shown is None:
        raise Http404("No such statement.")
    (line,) = arrange([shown.entry], shown.pairs).sections[0].lines
    context = {"entry": shown.entry, "ties": line.ties, "stories": shown.stories}
    context |= shared(request, shown.entry, public=shown.public)
    return render(request, "claims/statement.html", context)


@require_safe
@public_reading
@kept_while("statement", SITE)
def statement_editions(request: HttpRequest, pk: int) -> HttpResponse:
    """Every edition of a statement: who confirmed it, when, what it changed, and what readers were told."""
    shown = shown_statement(request.user, pk)
    if shown is None or not shown.entry.edition:
        raise Http404("No such statement.")
    context = {"of": "statement", "key": pk, "entry": shown.entry, "stories": shown.stories}
    context["editions"] = editions_of(request.user, shown.entry)
    return render(request, "claims/editions.html", context)
