from collections.abc import Collection, Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.access import public_reading
from claims.timeline.cards import front_page
from claims.timeline.corrections import TOLD, corrections
from claims.timeline.entries import Pair
from claims.timeline.news import New, newest_contradictions
from claims.views.public.keeping import kept_while

STORIES_A_PAGE = 20
CORRECTIONS_TOLD = 3
FINDINGS_TOLD = 6


@require_safe
@public_reading
@kept_while()
def home(request: HttpRequest) -> HttpResponse:
    """The stories, newest first, those not published yet before all for whoever may see them; on the first page the
    newest contradictions, without those that its stories open with, and the latest corrections."""
    page, cards = front_page(request.user, request.GET.get("page"), STORIES_A_PAGE)
    context: dict[str, Any] = {"page": page, "cards": cards}
    if page.number == 1:
        leads = {card.lead.key for card in cards if card.lead}
        context["findings"] = _told(newest_contradictions(request.user, FINDINGS_TOLD + len(leads)), leads)
        context["lately"] = corrections(request.user, CORRECTIONS_TOLD, kinds=TOLD).lines
    return render(request, "claims/home.html", context)


def _told(news: Iterable[New], without: Collection[int]) -> list[Pair]:
    pairs = (new.of for new in news if isinstance(new.of, Pair))
    return [pair for pair in pairs if pair.stands and pair.key not in without][:FINDINGS_TOLD]
