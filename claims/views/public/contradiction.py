from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.access import public_reading
from claims.models import Contradiction, Story
from claims.timeline.gathering import pairs_of


@require_safe
@public_reading
def contradiction(request: HttpRequest, pk: int) -> HttpResponse:
    """Two statements side by side, what an editor found, how outlets worded them, reply and corrections."""
    found = pairs_of(Contradiction.objects.visible_to(request.user).filter(pk=pk))
    if not found:
        raise Http404("No such contradiction.")
    sides = (found[0].earlier.key, found[0].later.key)
    stories = Story.objects.visible_to(request.user).filter(statements=sides[0]).filter(statements=sides[1])
    return render(request, "claims/contradiction.html", {"pair": found[0], "stories": stories.newest_first()})
