from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.access import public_reading
from claims.forms.search import PublicSearchForm
from claims.search.readers import Found
from claims.search.readers import search as find
from claims.views.answering import wants_fragment
from claims.views.public.keeping import kept_while


@require_safe
@public_reading
@kept_while()
def search(request: HttpRequest) -> HttpResponse:
    """Statements, speakers and stories by words. htmx gets what was found alone, as one types."""
    form = PublicSearchForm(request.GET)
    wanted = form.search()
    found = find(request.user, wanted, **form.place())
    context = {"form": form, "wanted": wanted, "found": found} | _pages(request, found)
    return render(request, "claims/search.html#found" if wants_fragment(request) else "claims/search.html", context)


def _pages(request: HttpRequest, found: Found) -> dict[str, str]:
    """The addresses of the pages on either side, '' where there is none."""
    asked = {name: request.GET[name] for name in ("q", "order") if request.GET.get(name)}
    previous: dict[str, object] = {}
    following: dict[str, object] = {}
    if found.page > 1:
        previous = {"page": found.page - 1}
    if found.later:
        following = {"before": found.later}
    elif found.page < found.pages:
        following = {"page": found.page + 1}
    ways = {"previous": previous, "next": following}
    return {name: f"{request.path}?{urlencode(asked | way)}" if way else "" for name, way in ways.items()}
