"""What readers find: statements, speakers and stories of what is public. The newsroom finds in the same way what it
sees on reading pages.

Statements are found by the words of their editions. Of very common words the newest matches are put in order, best
first, as many as `RANKED` says; an order by date has no such end."""

from dataclasses import dataclass, replace
from typing import Any

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank, SearchVector
from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.fields.json import KeyTextTransform

from claims.models import Listing, Statement, Story, StoryEdition
from claims.models.listing import ListingQuerySet
from claims.models.states import StoryState
from claims.search.conditions import conditions
from claims.search.names import speakers_like
from claims.text.searching import Search
from claims.timeline.building import voice_of
from claims.timeline.entries import Entry, StoryHead, Voice
from claims.timeline.shown import entries_seen, head_of, is_newsroom
from claims.timeline.wanted import says_nothing, words_query

RANKED, PHRASES_RANKED = 5_000, 1_000
"""Matches put in order. No index knows which words are neighbours: for a phrase statements are read, newest first."""
COUNTED = 1_000
"""Matches are counted as far as this; beyond it, there are "more than" so many."""
PAGE = 20
ASIDE = 6
"""Speakers, and stories, that stand beside the statements."""
OPEN, CLOSE = "\ue000", "\ue001"


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement with its words in pieces: those that were looked for are marked."""

    entry: Entry
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """`total` statements match, `more` where there are more than that; `ranked` is how many of the newest were put in
    order, 0 where all were. `common`: the words stand in every text, so that statements were looked for without them.
    `later` is the place that the next page begins behind, for an order by date; `page` counts from 1."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    more: bool = False
    ranked: int = 0
    common: bool = False
    page: int = 1
    pages: int = 1
    later: str = ""
    speakers: tuple[Voice, ...] = ()
    stories: tuple[StoryHead, ...] = ()

    @property
    def newest(self) -> str:
        """How many were put in order, in figures: '5,000'."""
        return f"{self.ranked:,}"


def search(user: object, wanted: Search, *, newest: bool = False, page: int = 1, before: str = "") -> Found:
    """What this user finds, best first or, with `newest`, by date. A number of queries that is fixed."""
    typed, common = wanted, bool(wanted.words) and says_nothing(wanted.words)
    if common:
        wanted = replace(wanted, words="")
    if not wanted:
        return Found(common=common, speakers=_speakers(user, typed))
    rows = matching(user, wanted)
    total = rows.order_by()[: COUNTED + 1].count()
    more = total > COUNTED
    last = max(1, -(-min(total, COUNTED) // PAGE))
    page = min(max(page, 1), last)
    best = bool(wanted.words) and not newest
    ordered = _best(rows, wanted) if best else _newest(rows, before)
    start = (page - 1) * PAGE if best else 0
    found = list(_told(ordered, wanted).values_list("pk", "place", "headline")[start : start + PAGE + 1])
    entries = entries_seen(user, Statement.objects.filter(pk__in=[key for key, _, _ in found[:PAGE]]))
    return Found(
        hits=tuple(Hit(entries[key], _pieces(headline or "")) for key, _, headline in found[:PAGE] if key in entries),
        total=min(total, COUNTED),
        more=more,
        ranked=most_ranked(wanted) if best and more else 0,
        common=common,
        page=page,
        pages=last if best else 1,
        later=found[PAGE - 1][1] if not best and len(found) > PAGE else "",
        speakers=_speakers(user, typed),
        stories=_stories(wanted),
    )


def matching(user: object, wanted: Search) -> ListingQuerySet:
    """The rows of the statements that match; words of what was withdrawn are nobody's to find here."""
    rows = Listing.objects.seen_by(newsroom=is_newsroom(user)).filter(withdrawn=False, edition__isnull=False)
    if wanted.words:
        rows = rows.filter(vector=words_query(wanted.words))
    return conditions(rows, wanted)


def most_ranked(wanted: Search) -> int:
    return PHRASES_RANKED if '"' in wanted.words else RANKED


def _best(rows: ListingQuerySet, wanted: Search) -> QuerySet[Listing]:
    newest = rows.order_by("-place").values("pk")[: most_ranked(wanted)]
    rank = SearchRank(F("vector"), words_query(wanted.words))
    return Listing.objects.filter(pk__in=newest).annotate(rank=rank).order_by("-rank", "-place")


def _newest(rows: ListingQuerySet, before: str) -> QuerySet[Listing]:
    dated = rows.filter(place__lt=before) if before else rows.filter(said_until__isnull=False)
    return dated.order_by("-place")


def _told(rows: QuerySet[Listing], wanted: Search) -> QuerySet[Any]:
    words = KeyTextTransform("words", "edition__content")
    query = words_query(wanted.words) if wanted.words else SearchQuery("", config="english")
    marked = SearchHeadline(words, query, config="english", start_sel=OPEN, stop_sel=CLOSE, highlight_all=True)
    return rows.annotate(headline=marked)


def _pieces(headline: str) -> tuple[tuple[str, bool], ...]:
    pieces = []
    for part in headline.split(OPEN):
        marked, closed, rest = part.partition(CLOSE)
        pieces += [(marked, bool(closed)), (rest, False)]
    return tuple((words, is_marked) for words, is_marked in pieces if words)


def _speakers(user: object, wanted: Search) -> tuple[Voice, ...]:
    """Whose names are like what was typed, of those that this user finds in a list."""
    if not wanted.words:
        return ()
    heard = Listing.objects.filter(speaker=OuterRef("pk")).seen_by(newsroom=is_newsroom(user))
    return tuple(map(voice_of, speakers_like(wanted.words).filter(Exists(heard))[:ASIDE]))


def _stories(wanted: Search) -> tuple[StoryHead, ...]:
    """Published stories whose title and summary have the words."""
    if not wanted.words:
        return ()
    told = SearchVector("title", "summary", config="english")
    editions = StoryEdition.objects.alias(words=told).filter(words=words_query(wanted.words))
    published = Story.objects.filter(state=StoryState.PUBLISHED, edition__in=editions).select_related("edition")
    return tuple(map(head_of, published.newest_first()[:ASIDE]))
