"""Pages that are kept and asked for again: a page's ETag comes from the stamp of all that it shows, and what was made
is kept under that stamp and its address, so that what is kept is never wrong and nothing needs to be purged.

A page is kept for those alone who come without a session, as everybody gets it who does. What the key has is all that
the view sees of the request."""

import logging
from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers

from claims.timeline.stamps import SITE, stamp_at, stamp_of
from claims.views.answering import wants_fragment

type View = Callable[..., HttpResponse]

LARGEST = 512 * 1024
"""Bytes of what is kept."""
KEPT_FOR = 24 * 60 * 60
WITH_SESSION = (settings.SESSION_COOKIE_NAME, "messages")
"""Cookies of those whose pages may be their own."""
FOLLOWED = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "ref_src")
"""How the names begin that others put into addresses, to follow who comes by which way. No page is another for them."""
BY_HTMX = ("HX-Request", "HX-Trigger", "HX-History-Restore-Request")
logger = logging.getLogger(__name__)


def kept_while[V: View](kind: str = "", *more: str, everybody: bool = False) -> Callable[[V], V]:
    """Keeps what the view answers while nothing of what it shows has changed: a record, of a `kind` that
    `stamps.SCOPES` knows and found by the view's first argument, and `more` scopes; without a kind, the whole site.
    `everybody`: the view knows no session, so that whoever is signed in gets the same."""

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not everybody and request.user.is_authenticated:
                return view(request, *args, **kwargs)
            if not everybody and any(name in request.COOKIES for name in WITH_SESSION):
                return _stored_nowhere(view(request, *args, **kwargs))
            _without_followers(request)
            place = next(iter((*args, *kwargs.values())), "")
            stamp = stamp_at(kind, place, *more) if kind else stamp_of([SITE, *more])
            if not stamp or request.GET.get("q") or request.GET.get("known") == "then":
                return _asked_each_time(view(request, *args, **kwargs), everybody)
            return _kept(request, stamp, lambda: view(request, *args, **kwargs), everybody)

        return answer

    return decorate  # type: ignore[return-value]


def _kept(request: HttpRequest, stamp: str, make: Callable[[], HttpResponse], everybody: bool) -> HttpResponse:
    key = _key(request, stamp)
    etag = f'"{key[:32]}"'
    answer = _unchanged(request, etag) or _found(key) or _store(request, key, make())
    if answer.status_code in (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED):
        answer["ETag"] = etag
    return _asked_each_time(answer, everybody)


def _unchanged(request: HttpRequest, etag: str) -> HttpResponse | None:
    """304 for whoever has just this. Whoever has anything at all ('*') is told nothing by that."""
    known = get_conditional_response(request, etag) if '"' in request.headers.get("If-None-Match", "") else None
    return known if isinstance(known, HttpResponse) and known.status_code == HTTPStatus.NOT_MODIFIED else None


def _key(request: HttpRequest, stamp: str) -> str:
    """All that tells one answer from another. Host and scheme stand in whole addresses that pages have."""
    htmx = request.htmx  # type: ignore[attr-defined]
    asked = (request.scheme, request.get_host(), request.get_full_path(), wants_fragment(request), bool(htmx))
    return sha256(repr((stamp, *asked, htmx.trigger)).encode()).hexdigest()


def _found(key: str) -> HttpResponse | None:
    """What is kept under that key. A cache that fails keeps no page from its readers."""
    try:
        kept = caches["pages"].get(key)
    except Exception:
        logger.exception("The page cache can't be read")
        return None
    return HttpResponse(kept[0], headers=kept[1]) if kept else None


def _store(request: HttpRequest, key: str, answer: HttpResponse) -> HttpResponse:
    """The answer, kept where it is whole and holds nothing of whoever asked."""
    its_own = answer.cookies or request.META.get("CSRF_COOKIE_NEEDS_UPDATE") or request.session.modified
    if answer.status_code == HTTPStatus.OK and not answer.streaming and not its_own and len(answer.content) <= LARGEST:
        try:
            caches["pages"].set(key, (answer.content, dict(answer.items())), KEPT_FOR)
        except Exception:
            logger.exception("The page cache can't be written")
    return answer


def _without_followers(request: HttpRequest) -> None:
    """Leaves in the address what a page may show: nothing that is empty, nothing that follows readers around."""
    asked = parse_qsl(request.META.get("QUERY_STRING", ""))
    query = urlencode([(name, value) for name, value in asked if not name.startswith(FOLLOWED)])
    if query != request.META.get("QUERY_STRING", ""):
        request.META["QUERY_STRING"] = query
        request.GET = QueryDict(query)


def _asked_each_time(answer: HttpResponse, everybody: bool) -> HttpResponse:
    """For any cache to keep and to ask about each time, so that nobody reads what was withdrawn."""
    if not answer.has_header("Cache-Control"):
        patch_cache_control(answer, public=True, max_age=0, must_revalidate=True)
    if not everybody:
        patch_vary_headers(answer, ("Cookie", *BY_HTMX))
    return answer


def _stored_nowhere(answer: HttpResponse) -> HttpResponse:
    patch_cache_control(answer, private=True, no_store=True)
    return answer
