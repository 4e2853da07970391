"""The sitemap: an index, and parts of at most ten thousand addresses."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.access import open_to_all_alike
from claims.sharing import sitemap as told
from claims.timeline import places
from claims.views.answering import revalidated
from claims.views.public.keeping import kept_while

PAGES = ("claims:home", "claims:speakers", "claims:corrections", "claims:method")
SINGULAR = {
    "stories": "claims:story",
    "speakers": "claims:speaker",
    "contradictions": "claims:contradiction",
    "statements": "claims:statement",
}


@require_safe
@open_to_all_alike
@kept_while(everybody=True)
def sitemap(request: HttpRequest) -> HttpResponse:
    """Which parts there are."""
    found = ((kind, number) for kind in places.KINDS for number in places.parts(kind))
    paths = [reverse("claims:sitemap-pages"), *(reverse("claims:sitemap-part", args=one) for one in found)]
    return _answer(request, told.index(map(request.build_absolute_uri, paths)))


@require_safe
@open_to_all_alike
@kept_while(everybody=True)
def sitemap_pages(request: HttpRequest) -> HttpResponse:
    """The pages that are one of a kind."""
    return _answer(request, told.urls((request.build_absolute_uri(reverse(name)), None) for name in PAGES))


@require_safe
@open_to_all_alike
@kept_while(everybody=True)
def sitemap_part(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """One part of a kind; 404 where nothing is in it."""
    found = places.part(kind, number) if kind in places.KINDS and number < places.MOST else []
    if not found:
        raise Http404("No such part.")
    site, name = request.build_absolute_uri("/").rstrip("/"), SINGULAR[kind]
    return _answer(request, told.urls((site + reverse(name, args=[one.key]), one.changed) for one in found))


def _answer(request: HttpRequest, body: str) -> HttpResponse:
    return revalidated(request, HttpResponse(body, content_type=told.MEDIA_TYPE))
