from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.access import public_reading
from claims.timeline.balance import balance_of, examined_of_speaker
from claims.timeline.pages import speaker_page
from claims.views.public.keeping import kept_while
from claims.views.public.parts import asked, show_part


@require_safe
@public_reading
@kept_while("speaker")
def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    """What one speaker is on record with, the newest window first. A merged speaker's address leads on for good."""
    form, cursor = asked(request)
    page = speaker_page(request.user, slug, form.wanted(), cursor)
    if page is None:
        raise Http404("No such speaker.")
    if page.head.voice.key != slug:
        return redirect("claims:speaker", page.head.voice.key, permanent=True)
    examined = reverse("claims:speaker-examined", args=[slug])
    more = {"balance": balance_of(examined_of_speaker(page.head.key)), "examined": examined}
    return show_part(request, "claims/speaker.html", page.part, form, speaker=page.head.voice, shown=page, **more)
