from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.access import public_reading
from claims.timeline.corrections import KINDS, Kind
from claims.timeline.corrections import corrections as corrections_seen
from claims.views.public.keeping import kept_while

LINES_A_PAGE = 25


@require_safe
@public_reading
@kept_while()
def corrections(request: HttpRequest) -> HttpResponse:
    """All that was put right in public, newest first. The query string chooses a kind and a window."""
    kind, before, after = (request.GET.get(name, "") for name in ("kind", "before", "after"))
    chosen = Kind(kind) if kind in KINDS else None
    window = corrections_seen(
        request.user, LINES_A_PAGE, kinds=[chosen] if chosen else KINDS, before=before, after=after
    )
    context = {"window": window, "kinds": KINDS, "chosen": chosen, "is_newest": not window.later}
    return render(request, "claims/corrections.html", context)
