"""Stamps: what tells one state of a page from another without reading the page.

The database moves a scope's stamp whenever what readers see of it changes (models/listing.py). Beside these a page
changes with the newsroom's day, with a deadline that passes, with the release and the settings."""

import datetime as dt
from collections.abc import Callable, Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version

from django.conf import settings
from django.core.cache import cache as store
from django.db.models import Max, Q
from django.utils import timezone

from claims.models import Response, Stamp

NAMES = "names"
"""What may stand on any page: how speakers are called, and where they are found."""
SITE = "site"
DAY = int(dt.timedelta(days=1).total_seconds())


def stamp_of(scopes: Iterable[str]) -> str:
    """One word for the state of all that these scopes tell, hexadecimal. Two queries, each by index."""
    wanted = sorted({NAMES, *scopes})
    now = timezone.now()
    values = sorted(Stamp.objects.filter(scope__in=wanted).values_list("scope", "value"))
    passed = Response.objects.filter(Q(deadline__lte=now)).aggregate(latest=Max("deadline"))["latest"]
    told = repr((wanted, values, passed, timezone.localdate(now), _release()))
    return sha256(told.encode()).hexdigest()[:32]


def of_story(key: int) -> str:
    return f"story:{key}"


def of_speaker(key: int) -> str:
    return f"speaker:{key}"


def kept[Value](name: str, stamp: str, compute: Callable[[], Value]) -> Value:
    """What `compute` gives, kept by its name for as long as the stamp is the same. An empty stamp keeps nothing."""
    if not stamp:
        return compute()
    key = f"kept:{name}:{stamp}"
    known: tuple[Value] | None = store.get(key)
    if known is None:
        known = (compute(),)
        store.set(key, known, timeout=DAY)
    return known[0]


@cache
def _release() -> tuple[str, ...]:
    """What a page is made with: the release, and the settings that it shows."""
    try:
        release = version("whosaidwhat")
    except PackageNotFoundError:
        release = ""
    return (release, settings.SITE_NAME, str(settings.TIME_ZONE), str(getattr(settings, "CONFIRMED_BY", "")))
