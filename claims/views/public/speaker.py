from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.access import public_reading
from claims.timeline.balance import balance_of, examined_of_speaker
from claims.timeline.pages import SpeakerPage
from claims.timeline.pages_then import speaker_asked
from claims.views.answering import led_on
from claims.views.public.keeping import kept_while
from claims.views.public.parts import asked, show_part


@require_safe
@public_reading
@kept_while("speaker")
def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    """What one speaker is on record with, the newest window first. A merged speaker's address leads on for good."""
    form, cursor = asked(request)
    page = speaker_asked(request.user, slug, form.wanted(), cursor)
    if page is None:
        raise Http404("No such speaker.")
    if page.head.voice.key != slug:
        return led_on(request, "claims:speaker", page.head.voice.key, permanent=True)
    more = {"speaker": page.head.voice, "shown": page} | _balance(page)
    return show_part(request, "claims/speaker.html", page.part, form, **more)


def _balance(page: SpeakerPage) -> dict[str, Any]:
    """What was examined, as it is now: of a record as it stood it is not told."""
    if page.part.wanted.then:
        return {}
    address = reverse("claims:speaker-examined", args=[page.head.voice.key])
    return {"balance": balance_of(examined_of_speaker(page.head.key)), "examined": address}
