from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.access import public_reading
from claims.timeline.cards import front_page
from claims.timeline.corrections import TOLD, corrections
from claims.views.public.keeping import kept_while

STORIES_A_PAGE = 20
CORRECTIONS_TOLD = 3


@require_safe
@public_reading
@kept_while()
def home(request: HttpRequest) -> HttpResponse:
    """The stories, newest first, those not published yet before all for whoever may see them; on the first page the
    latest corrections."""
    page, cards = front_page(request.user, request.GET.get("page"), STORIES_A_PAGE)
    lately = corrections(request.user, CORRECTIONS_TOLD, kinds=TOLD).lines if page.number == 1 else ()
    return render(request, "claims/home.html", {"page": page, "cards": cards, "lately": lately})
