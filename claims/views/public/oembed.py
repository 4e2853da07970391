"""oEmbed: an address of ours goes in, and how to frame what is there comes out. Only what is public has an answer."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import Resolver404, ResolverMatch, resolve
from django.views.decorators.http import require_safe

from accounts.access import open_to_all_alike
from claims.forms.oembed import OEmbedForm
from claims.sharing.card import Card, pair_card, statement_card, story_card
from claims.sharing.naming import Record
from claims.sharing.oembed import oembed as told
from claims.timeline import cards
from claims.timeline.shown import shown_pair, shown_statement, story_address
from claims.views.answering import revalidated
from claims.views.public.keeping import kept_while
from claims.views.public.site import site_of

PORTS = {"http": ":80", "https": ":443"}
NOT_IMPLEMENTED = 501


@require_safe
@open_to_all_alike
@kept_while(everybody=True)
def oembed(request: HttpRequest) -> HttpResponse:
    """JSON for a story, pair or statement; 404 for any other address, 501 for another format, 400 for what cannot be
    read."""
    form = OEmbedForm(request.GET)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=400)
    if form.cleaned_data["format"] not in ("", "json"):
        return HttpResponse("JSON is the only format here.", status=NOT_IMPLEMENTED, content_type="text/plain")
    found = _found(request, form.cleaned_data["url"])
    if found is None:
        raise Http404("Nothing public to embed is at that address.")
    room = (form.cleaned_data["maxwidth"], form.cleaned_data["maxheight"])
    answer = JsonResponse(told(*found, site_of(request), *room))
    answer["Access-Control-Allow-Origin"] = "*"
    return revalidated(request, answer)


def _found(request: HttpRequest, url: str) -> tuple[Record, Card] | None:
    """The public record whose page has this address, and its card."""
    match, site = _page(request, url), settings.SITE_NAME
    key = match.kwargs if match else {}
    match match.view_name if match else "":
        case "claims:story":
            slug = story_address(request.user, key["slug"])
            found = cards.story_card(request.user, slug) if slug else None
            return (found.story, story_card(found.story, found.lead, site)) if found else None
        case "claims:contradiction":
            pair = shown_pair(request.user, key["pk"])
            return (pair.pair, pair_card(pair.pair, site)) if pair else None
        case "claims:statement":
            statement = shown_statement(request.user, key["pk"])
            return (statement.entry, statement_card(statement.entry, site)) if statement else None
    return None


def _page(request: HttpRequest, url: str) -> ResolverMatch | None:
    """Which page of ours has this address; None where it is somebody else's, or no page at all."""
    try:
        parts = urlsplit(url)
        host = parts.netloc.lower().removesuffix(PORTS.get(parts.scheme, "none"))
        return resolve(parts.path) if parts.scheme in PORTS and host == request.get_host().lower() else None
    except (ValueError, Resolver404):
        return None
