"""What was examined of a speaker or a story, whatever was found."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.access import public_reading
from claims.records import Finding
from claims.timeline.balance import LONGEST_PLACE, Examined, speaker_examined, story_examined
from claims.timeline.windows import Cursor, cursor_of
from claims.views.answering import led_on
from claims.views.public.keeping import kept_while
from claims.views.public.story import moved


@require_safe
@public_reading
@kept_while("speaker")
def examined_of_speaker(request: HttpRequest, slug: str) -> HttpResponse:
    """The pairs of one speaker, the plainest first. The query string chooses a finding and a window."""
    examined = speaker_examined(request.user, slug, *_asked(request))
    if examined is None:
        raise Http404("No such speaker.")
    if examined.of.voice.key != slug:
        return led_on(request, "claims:speaker-examined", examined.of.voice.key, permanent=True)
    return _show(request, examined, speaker=examined.of)


@require_safe
@public_reading
@kept_while("story")
def examined_of_story(request: HttpRequest, slug: str) -> HttpResponse:
    """The pairs of one story, the plainest first. The query string chooses a finding and a window."""
    examined = story_examined(request.user, slug, *_asked(request))
    if examined is None:
        return moved(request, slug, "claims:story-examined")
    return _show(request, examined, story=examined.of, stories=[examined.of])


def _asked(request: HttpRequest) -> tuple[Finding | None, Cursor]:
    """The finding and the window that the address asks for. What is none asks for nothing."""
    finding, after, before = (request.GET.get(name, "") for name in ("finding", "after", "before"))
    return Finding(finding) if finding in list(Finding) else None, cursor_of(after, before, longest=LONGEST_PLACE)


def _show(request: HttpRequest, examined: Examined[Any], **of: object) -> HttpResponse:
    kinds = [(finding, examined.balance.of(finding)) for finding in (None, *Finding)]
    return render(request, "claims/examined.html", {"examined": examined, "kinds": kinds} | of)
