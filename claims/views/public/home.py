from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.access import public_reading
from claims.models import Story
from claims.timeline.cards import cards_of

STORIES_A_PAGE = 20


@require_safe
@public_reading
def home(request: HttpRequest) -> HttpResponse:
    """The stories, newest first, those not published yet before all for whoever may see them."""
    stories = Story.objects.visible_to(request.user).newest_first()
    page = Paginator(stories, STORIES_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "claims/home.html", {"page": page, "cards": cards_of(page, request.user)})
