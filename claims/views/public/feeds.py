"""Atom feeds. They know no session: everybody gets what the public gets."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.access import open_to_all_alike
from claims.sharing.feed import MEDIA_TYPE, Feed, atom
from claims.sharing.items import items_of
from claims.sharing.site import permanent
from claims.timeline.news import New, newest_contradictions, newest_notes, newest_of_speaker, newest_of_story
from claims.views.answering import led_on, revalidated
from claims.views.public.keeping import kept_while
from claims.views.public.site import site_of
from claims.views.public.story import moved

LONGEST = 40


@require_safe
@open_to_all_alike
@kept_while(everybody=True)
def contradictions_feed(request: HttpRequest) -> HttpResponse:
    """The newest contradictions of the whole site."""
    news = newest_contradictions(request.user, LONGEST)
    told = "Who contradicted whom, or themselves, as two editors found."
    return _answer(request, news, "contradictions", title="Contradictions", subtitle=told, page=reverse("claims:home"))


@require_safe
@open_to_all_alike
@kept_while(everybody=True)
def corrections_feed(request: HttpRequest) -> HttpResponse:
    """The newest corrections, and what readers were told of changed stories."""
    news = newest_notes(request.user, LONGEST)
    told = "What was corrected, and what changed in stories."
    return _answer(request, news, "corrections", title="Corrections", subtitle=told, page=reverse("claims:corrections"))


@require_safe
@open_to_all_alike
@kept_while("story", everybody=True)
def story_feed(request: HttpRequest, slug: str) -> HttpResponse:
    """What is new in a story; where it has another address by now, the way there."""
    found = newest_of_story(request.user, slug, LONGEST)
    if found is None:
        return moved(request, slug, "claims:story-feed")
    head, news = found
    page = reverse("claims:story", args=[head.slug])
    return _answer(request, news, "story", head.key, title=head.title, subtitle=head.summary, page=page)


@require_safe
@open_to_all_alike
@kept_while("speaker", everybody=True)
def speaker_feed(request: HttpRequest, slug: str) -> HttpResponse:
    """What is new of a speaker. The address of a merged one leads on for good."""
    found = newest_of_speaker(request.user, slug, LONGEST)
    if found is None:
        raise Http404("No such speaker.")
    shown, news = found
    if shown.voice.key != slug:
        return led_on(request, "claims:speaker-feed", shown.voice.key, permanent=True)
    told = "What is on record, and what contradicts it."
    page = reverse("claims:speaker", args=[slug])
    return _answer(request, news, "speaker", shown.key, title=shown.voice.heading, subtitle=told, page=page)


def _answer(
    request: HttpRequest, news: tuple[New, ...], *names: str | int, title: str, subtitle: str, page: str
) -> HttpResponse:
    site = site_of(request)
    feed = Feed(
        name=permanent(site, "feed", *names),
        title=f"{title} | {site.name}",
        subtitle=subtitle,
        page=site.address(page),
        address=site.address(request.path),
        site=site.name,
        items=items_of(news, site),
    )
    return revalidated(request, HttpResponse(atom(feed), content_type=MEDIA_TYPE), feed.updated)
