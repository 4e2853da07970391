from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import push_url

from accounts.access import public_reading
from claims.forms.choice import ChoiceForm
from claims.sharing.card import story_card
from claims.timeline.arranging import Timeline, arrange, voices
from claims.timeline.past import story_editions
from claims.timeline.shown import ShownStory, shown_story, story_address
from claims.views.answering import wants_fragment
from claims.views.public.pictures import pictures
from claims.views.public.site import preview


@require_safe
@public_reading
@vary_on_headers("HX-Request")
def story(request: HttpRequest, slug: str) -> HttpResponse:
    """A story as a timeline. The query string chooses speakers and days; htmx gets the timeline alone."""
    shown = shown_story(request.user, slug)
    if shown is None:
        return moved(request, slug)
    form = ChoiceForm(request.GET, voices=voices(shown.entries))
    timeline = arrange(shown.entries, shown.standing, form.choice())
    context = {"story": shown.head, "timeline": timeline, "pictures": pictures(timeline), "form": form}
    if wants_fragment(request):
        answer = render(request, "claims/story.html#timeline", context | {"is_fragment": True})
        return push_url(answer, request.path + form.query())
    whole = arrange(shown.entries, shown.standing)
    return render(request, "claims/story.html", context | {"whole": whole} | _preview(request, shown, whole))


def _preview(request: HttpRequest, shown: ShownStory, whole: Timeline) -> dict[str, Any]:
    """The story's card, where readers see it."""
    if not shown.head.public:
        return {}
    lead = next((pair for pair in whole.clashes if not pair.open), None)
    return {"preview": preview(request, shown.head, story_card(shown.head, lead, settings.SITE_NAME))}


@require_safe
@public_reading
def editions(request: HttpRequest, slug: str) -> HttpResponse:
    """Every edition of a story: who published it, when, what it changed, and what readers were told."""
    shown = shown_story(request.user, slug)
    if shown is None or not shown.head.edition:
        return moved(request, slug, "claims:story-editions")
    found = story_editions(request.user, shown.head, shown.entries)
    return render(request, "claims/editions.html", {"of": "story", "story": shown.head, "editions": found})


def moved(request: HttpRequest, slug: str, to: str = "claims:story") -> HttpResponse:
    """To the address that the story has now. Raises Http404 where none ever had this one."""
    address = story_address(request.user, slug)
    if address is None or address == slug:
        raise Http404("No such story.")
    return redirect(to, address)
