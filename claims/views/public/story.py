from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.access import public_reading
from claims.sharing.card import story_card
from claims.timeline.balance import balance_of, examined_of_story
from claims.timeline.pages import StoryPage
from claims.timeline.pages_then import story_asked
from claims.timeline.past import story_editions
from claims.timeline.shown import shown_story, story_address
from claims.timeline.stamps import SITE
from claims.views.answering import led_on
from claims.views.public.keeping import kept_while
from claims.views.public.parts import asked, show_part
from claims.views.public.site import preview


@require_safe
@public_reading
@kept_while("story")
def story(request: HttpRequest, slug: str) -> HttpResponse:
    """A story as a timeline. The query string chooses what of it, and where a window begins."""
    form, cursor = asked(request)
    page = story_asked(request.user, slug, form.wanted(), cursor)
    if page is None:
        return moved(request, slug)
    return show_part(
        request, "claims/story.html", page.part, form, story=page.head, **_balance(page), **_preview(request, page)
    )


def _balance(page: StoryPage) -> dict[str, Any]:
    """What was examined, as it is now: of a record as it stood it is not told."""
    if page.part.wanted.then:
        return {}
    address = reverse("claims:story-examined", args=[page.head.slug])
    return {"balance": balance_of(examined_of_story(page.head)), "examined": address}


def _preview(request: HttpRequest, page: StoryPage) -> dict[str, Any]:
    """The story's card, where readers see it."""
    if not (page.head.public and settings.PUBLIC_READING):
        return {}
    lead = page.part.lead if page.part.lead and not page.part.lead.open else None
    return {"preview": preview(request, page.head, story_card(page.head, lead, settings.SITE_NAME))}


@require_safe
@public_reading
@kept_while("story", SITE)
def editions(request: HttpRequest, slug: str) -> HttpResponse:
    """Every edition of a story: who published it, when, what it changed, and what readers were told."""
    shown = shown_story(request.user, slug)
    if shown is None or not shown.head.edition:
        return moved(request, slug, "claims:story-editions")
    found = story_editions(request.user, shown.head, shown.entries)
    context = {"of": "story", "story": shown.head, "stories": (shown.head,), "editions": found}
    return render(request, "claims/editions.html", context)


def moved(request: HttpRequest, slug: str, to: str = "claims:story") -> HttpResponse:
    """To the address that the story has now. Raises Http404 where none ever had this one."""
    address = story_address(request.user, slug)
    if address is None or address == slug:
        raise Http404("No such story.")
    return led_on(request, to, address)
