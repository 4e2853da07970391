"""The newsroom as what is shared speaks of it."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from claims.sharing.citing import cite
from claims.sharing.oembed import frame
from claims.sharing.site import Site
from claims.timeline.entries import Entry, Pair


def site_of(request: HttpRequest) -> Site:
    return Site(settings.SITE_NAME, settings.SITE_DOMAIN, request.build_absolute_uri)


def shared(request: HttpRequest, record: Entry | Pair, *, public: bool) -> dict[str, Any]:
    """What the page of a record needs to be passed on: `citation` and `frame`; both None where readers don't see it."""
    site = site_of(request)
    return {
        "public": public,
        "citation": cite(record, site, timezone.localdate()) if public else None,
        "frame": frame(record, site) if public else None,
    }
