from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from accounts.access import public_reading
from claims.timeline.arranging import arrange
from claims.timeline.shown import shown_speaker
from claims.views.public.pictures import pictures


@require_safe
@public_reading
def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    """What one speaker is on record with. The address of a merged speaker leads on for good."""
    shown = shown_speaker(request.user, slug)
    if shown is None:
        raise Http404("No such speaker.")
    if shown.voice.key != slug:
        return redirect("claims:speaker", shown.voice.key, permanent=True)
    timeline = arrange(shown.entries, shown.pairs)
    context = {"speaker": shown.voice, "shown": shown, "timeline": timeline, "pictures": pictures(timeline)}
    return render(request, "claims/speaker.html", context)
