from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.access import public_reading
from claims.timeline.past import pair_editions
from claims.timeline.shown import shown_pair
from claims.timeline.stamps import SITE
from claims.views.public.keeping import kept_while
from claims.views.public.site import shared


@require_safe
@public_reading
@kept_while("contradiction")
def contradiction(request: HttpRequest, pk: int) -> HttpResponse:
    """Two statements side by side, what an editor found, how outlets worded them, reply and corrections."""
    shown = shown_pair(request.user, pk)
    if shown is None:
        raise Http404("No such contradiction.")
    context = {"pair": shown.pair, "stories": shown.stories} | shared(request, shown.pair, public=shown.public)
    return render(request, "claims/contradiction.html", context)


@require_safe
@public_reading
@kept_while("contradiction", SITE)
def contradiction_editions(request: HttpRequest, pk: int) -> HttpResponse:
    """Every edition of a pair: who confirmed it, when, what it changed, and what readers were told."""
    shown = shown_pair(request.user, pk)
    if shown is None or not shown.pair.edition:
        raise Http404("No such contradiction.")
    context = {"of": "pair", "key": pk, "pair": shown.pair, "stories": shown.stories}
    context["editions"] = pair_editions(request.user, shown.pair)
    return render(request, "claims/editions.html", context)
