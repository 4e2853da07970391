"""Story, pair and statement for the frames of other sites, and oEmbed, which tells these how to frame them.

They know no session: a frame shows what the public sees, whoever looks. Framing is allowed here and nowhere else."""

from collections.abc import Callable, Collection
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.csp import CSP
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_safe

from accounts.access import open_to_all_alike
from claims.sharing.naming import Record, path_of
from claims.timeline.arranging import arrange
from claims.timeline.cards import story_card
from claims.timeline.shown import shown_pair, shown_statement, story_address
from claims.views.answering import revalidated
from claims.views.public.keeping import kept_while
from claims.views.public.site import site_of

POLICY: dict[str, Collection[str]] = {
    **settings.SECURE_CSP,
    "script-src": [CSP.NONE],
    "form-action": [CSP.NONE],
    "frame-ancestors": ["*"],
}
type Embed = Callable[..., HttpResponse]


def framed(view: Embed) -> Embed:
    """Lets other sites show the answer in a frame, in which nothing runs and nothing can be sent."""
    allowed: Embed = xframe_options_exempt(csp_override(POLICY)(view))
    return allowed


@require_safe
@open_to_all_alike
@framed
@kept_while("story", everybody=True)
def embed_story(request: HttpRequest, slug: str) -> HttpResponse:
    """A story in small: its head and its strongest pair. An address that it once had shows it as well."""
    card = story_card(request.user, story_address(request.user, slug) or slug)
    return _answer(request, "story", card.story, {"card": card}) if card else _gone(request)


@require_safe
@open_to_all_alike
@framed
@kept_while("contradiction", everybody=True)
def embed_pair(request: HttpRequest, pk: int) -> HttpResponse:
    """Two statements face to face, and what was found."""
    shown = shown_pair(request.user, pk)
    return _answer(request, "pair", shown.pair, {"pair": shown.pair}) if shown else _gone(request)


@require_safe
@open_to_all_alike
@framed
@kept_while("statement", everybody=True)
def embed_statement(request: HttpRequest, pk: int) -> HttpResponse:
    """One statement, and what it was compared with."""
    shown = shown_statement(request.user, pk)
    if shown is None:
        return _gone(request)
    (line,) = arrange([shown.entry], shown.pairs).sections[0].lines
    return _answer(request, "statement", shown.entry, {"entry": shown.entry, "ties": line.ties})


def _answer(request: HttpRequest, kind: str, record: Record, context: dict[str, Any]) -> HttpResponse:
    address = site_of(request).address(path_of(record))
    return revalidated(request, render(request, f"embeds/{kind}.html", context | {"address": address}))


def _gone(request: HttpRequest) -> HttpResponse:
    """A frame that another site keeps of what is not public any more says so, and no more."""
    return render(request, "embeds/gone.html", {"address": site_of(request).address("/")}, status=404)
