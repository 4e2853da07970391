"""What a story's and a speaker's page have in common: a choice in the address, a window, a picture or sums."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django_htmx.http import HttpResponseClientRedirect, push_url

from claims.forms.choice import ChoiceForm
from claims.timeline.pages import Part
from claims.timeline.shown import is_newsroom
from claims.timeline.windows import Cursor, cursor_of
from claims.views.answering import wants_fragment
from claims.views.public.pictures import pictures

FEWEST = 2
"""Statements that make a picture."""
MORE = ("earlier", "later")
"""The links to the windows on either side, by their ids: htmx asks by them and gets what is beyond."""


def asked(request: HttpRequest) -> tuple[ChoiceForm, Cursor]:
    """What the address asks for: a choice, and where the window begins."""
    after, before, at = (request.GET.get(name, "") for name in ("after", "before", "at"))
    return ChoiceForm(request.GET, newsroom=is_newsroom(request.user)), cursor_of(after, before, at)


def show_part(request: HttpRequest, template: str, part: Part, form: ChoiceForm, **more: Any) -> HttpResponse:
    """The page; for htmx what follows a choice, or, where a window was asked for, its sections alone. A record as it
    stood is a page of its own: its head reads as it did then."""
    form.offer(part.offered)
    asker = request.htmx.trigger if wants_fragment(request) else None  # type: ignore[attr-defined]
    if wants_fragment(request) and part.wanted.then and asker not in MORE:
        return HttpResponseClientRedirect(request.path + form.query())
    context = more | {
        "part": part,
        "timeline": part.timeline,
        "form": form,
        "earlier": _address(request, form, before=part.window.earlier) if asker != MORE[1] else "",
        "later": _address(request, form, after=part.window.later) if asker != MORE[0] else "",
        "sums": [(one, _address(request, form, after=one.place)) for one in part.sums],
        "pictures": {} if part.sums or part.total < FEWEST else pictures(part.timeline),
    }
    if asker in MORE:
        return render(request, "claims/parts/timeline.html#window", context)
    if not wants_fragment(request):
        return render(request, template, context)
    answer = render(request, "claims/parts/timeline.html#timeline", context | {"is_fragment": True})
    return push_url(answer, request.path + form.query())


def _address(request: HttpRequest, form: ChoiceForm, **place: str) -> str:
    """The same choice with a window that begins there; '' for no place."""
    if not all(place.values()):
        return ""
    choice = form.choice()
    return f"{request.path}{choice}{'&' if choice else '?'}{urlencode(place)}"
