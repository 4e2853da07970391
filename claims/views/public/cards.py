"""Preview cards as pictures. A card's address has its version, and leads on to that of the newest."""

import logging

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils.cache import get_conditional_response, patch_cache_control
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.access import open_to_all_alike
from claims.sharing.card import Card, pair_card, statement_card, story_card
from claims.sharing.drawing import NotDrawn, drawn
from claims.sharing.naming import Record, card_path_of
from claims.timeline import cards
from claims.timeline.shown import shown_pair, shown_statement, story_address
from claims.views.public.site import site_of

logger = logging.getLogger(__name__)


@require_safe
@open_to_all_alike
def card_of_story(request: HttpRequest, slug: str, version: str) -> HttpResponse:
    """A story's title above its strongest pair."""
    found = cards.story_card(request.user, story_address(request.user, slug) or slug)
    if found is None:
        raise Http404("No such story.")
    return _answer(request, found.story, story_card(found.story, found.lead, site_of(request).name), version)


@require_safe
@open_to_all_alike
def card_of_pair(request: HttpRequest, pk: int, version: str) -> HttpResponse:
    """Two statements face to face."""
    shown = shown_pair(request.user, pk)
    if shown is None:
        raise Http404("No such contradiction.")
    return _answer(request, shown.pair, pair_card(shown.pair, site_of(request).name), version)


@require_safe
@open_to_all_alike
def card_of_statement(request: HttpRequest, pk: int, version: str) -> HttpResponse:
    """The words of a statement."""
    shown = shown_statement(request.user, pk)
    if shown is None:
        raise Http404("No such statement.")
    return _answer(request, shown.entry, statement_card(shown.entry, site_of(request).name), version)


def _answer(request: HttpRequest, record: Record, card: Card, version: str) -> HttpResponse:
    """The picture, not drawn for whoever has it; where it can't be drawn, the site's own card."""
    if version != card.version:
        return _elsewhere(request, card_path_of(record, card.version))
    etag = f'"{card.version}"'
    kept = get_conditional_response(request, etag)
    try:
        answer = kept if isinstance(kept, HttpResponse) else HttpResponse(drawn(card), content_type="image/png")
    except NotDrawn as error:
        logger.error("No card of %s: %s", request.path, error)
        return _elsewhere(request, static("images/card.png"))
    answer["ETag"] = etag
    patch_cache_control(answer, public=True, no_cache=True)
    return answer


@never_cache
def _elsewhere(_request: HttpRequest, address: str) -> HttpResponse:
    return redirect(address)
