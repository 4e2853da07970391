"""The newsroom as what is shared speaks of it."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from claims.sharing.card import Card, pair_card, statement_card
from claims.sharing.citing import cite
from claims.sharing.naming import Record, card_path_of
from claims.sharing.oembed import frame
from claims.sharing.site import Site
from claims.timeline.entries import Entry, Pair


def site_of(request: HttpRequest) -> Site:
    return Site(settings.SITE_NAME, settings.SITE_DOMAIN, request.build_absolute_uri)


def shared(request: HttpRequest, record: Entry | Pair, *, public: bool) -> dict[str, Any]:
    """What the page of a record needs to be passed on: `citation`, `frame` and `preview`; nothing where readers don't
    see it, or the site is closed to them."""
    if not (public and settings.PUBLIC_READING):
        return {"public": False}
    site = site_of(request)
    card = statement_card(record, site.name) if isinstance(record, Entry) else pair_card(record, site.name)
    return {
        "public": True,
        "citation": cite(record, site, timezone.localdate()),
        "frame": frame(record, site),
        "preview": preview(request, record, card),
    }


def preview(request: HttpRequest, record: Record, card: Card) -> dict[str, str]:
    """The whole address of a card, and the card in words."""
    return {"address": request.build_absolute_uri(card_path_of(record, card.version)), "alt": card.alt}
