from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from accounts.access import public_reading
from claims.timeline.shown import shown_quotation
from claims.views.public.keeping import kept_while


@require_safe
@public_reading
@kept_while("quotation")
def quotation(request: HttpRequest, pk: int) -> HttpResponse:
    """One outlet's wording in its place: the quoted words, a sentence either side, the way to the article."""
    shown = shown_quotation(request.user, pk)
    if shown is None:
        raise Http404("No such quotation.")
    if shown.rendering is None:
        return redirect("claims:statement", shown.entry.key)
    return render(request, "claims/quotation.html", {"rendering": shown.rendering, "entry": shown.entry})
