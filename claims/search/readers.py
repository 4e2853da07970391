"""What readers find: statements, speakers and stories of what is public. The newsroom finds in the same way what it
sees on reading pages.

Statements are found by the words of their editions. Of very common words the newest matches are put in order, best
first, as many as `RANKED` says; an order by date has no such end."""

from dataclasses import dataclass, replace
from typing import Any

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank, SearchVector
from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.expressions import Combinable
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
from claims.timeline.wanted import says_nothing, words_begun, words_query

RANKED, PHRASES_RANKED = 5_000, 1_000
"""Matches put in order. No index knows which words are neighbours: for a phrase statements are read, newest first."""
COUNTED = 1_000
"""Matches are counted as far as this; beyond it, there are "more than" so many."""
PAGE = 20
ASIDE = 6
"""Speakers, and stories, that stand beside the statements."""
OPEN, CLOSE = "\ue000", "\ue001"


type Pieces = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement with its words in pieces: those that were looked for are marked. `asked` is the question that it
    answered, in the same way, where that is what was found."""

    entry: Entry
    pieces: Pieces
    asked: Pieces = ()


@dataclass(frozen=True, slots=True)
class Found:
    """`total` statements match, `more` where there are more than that; `ranked` is how many of the newest were put in
    order, 0 where all were. `common`: the words stand in every text, so that statements were looked for without them.
    `undated` are left out of an order by date. `later` is the place that the next page begins behind, in that order;
    `page` counts from 1."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    more: bool = False
    ranked: int = 0
    common: bool = False
    page: int = 1
    pages: int = 1
    later: str = ""
    undated: int = 0
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
    query: Combinable = words_query(wanted.words)
    rows, total = _found(user, wanted, query, dated=newest)
    if not total and wanted.words:  # somebody is typing
        query = words_begun(wanted.words)
        rows, total = _found(user, wanted, query, dated=newest)
    more = total > COUNTED
    last = max(1, -(-min(total, COUNTED) // PAGE))
    page = min(max(page, 1), last)
    best = bool(wanted.words) and not newest
    ordered = _best(rows, wanted, query) if best else _newest(rows, before)
    start = (page - 1) * PAGE if best else 0
    told = _told(ordered, query if wanted.words else SearchQuery("", config="english"))
    found = list(told.values_list("pk", "place", "headline", "asked")[start : start + PAGE + 1])
    entries = entries_seen(user, Statement.objects.filter(pk__in=[key for key, *_ in found[:PAGE]]))
    return Found(
        hits=tuple(
            Hit(entries[key], _pieces(headline or ""), _pieces(asked) if OPEN in (asked or "") else ())
            for key, _, headline, asked in found[:PAGE]
            if key in entries
        ),
        total=min(total, COUNTED),
        more=more,
        ranked=most_ranked(wanted) if best and more else 0,
        common=common,
        page=page,
        pages=last if best else 1,
        later=found[PAGE - 1][1] if not best and len(found) > PAGE else "",
        undated=_all(user, wanted, query).filter(said_until=None)[: COUNTED + 1].count() if newest else 0,
        speakers=_speakers(user, typed),
        stories=_stories(wanted, query),
    )


def _found(user: object, wanted: Search, query: Combinable, *, dated: bool) -> tuple[ListingQuerySet, int]:
    """The rows that match, of those with a date alone or of all, and how many there are, as far as they are counted."""
    rows = _all(user, wanted, query)
    rows = rows.filter(said_until__isnull=False) if dated else rows
    return rows, rows.order_by()[: COUNTED + 1].count()


def _all(user: object, wanted: Search, query: Combinable) -> ListingQuerySet:
    """The rows of the statements that match; words of what was withdrawn are nobody's to find here."""
    rows = Listing.objects.seen_by(newsroom=is_newsroom(user)).filter(withdrawn=False, edition__isnull=False)
    if wanted.words:
        rows = rows.filter(vector=query)
    return conditions(rows, wanted)


def most_ranked(wanted: Search) -> int:
    return PHRASES_RANKED if '"' in wanted.words else RANKED


def _best(rows: ListingQuerySet, wanted: Search, query: Combinable) -> QuerySet[Listing]:
    newest = rows.order_by("-place").values("pk")[: most_ranked(wanted)]
    rank = SearchRank(F("vector"), query)
    return Listing.objects.filter(pk__in=newest).annotate(rank=rank).order_by("-rank", "-place")


def _newest(rows: ListingQuerySet, before: str) -> QuerySet[Listing]:
    return (rows.filter(place__lt=before) if before else rows).order_by("-place")


def _told(rows: QuerySet[Listing], query: Combinable) -> QuerySet[Any]:
    return rows.annotate(headline=_marked("words", query), asked=_marked("question", query))


def _marked(part: str, query: Combinable) -> SearchHeadline:
    text = KeyTextTransform(part, "edition__content")
    return SearchHeadline(text, query, config="english", start_sel=OPEN, stop_sel=CLOSE, highlight_all=True)


def _pieces(headline: str) -> Pieces:
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


def _stories(wanted: Search, query: Combinable) -> tuple[StoryHead, ...]:
    """Published stories whose title and summary have the words."""
    if not wanted.words:
        return ()
    told = SearchVector("title", "summary", config="english")
    editions = StoryEdition.objects.alias(words=told).filter(words=query)
    published = Story.objects.filter(state=StoryState.PUBLISHED, edition__in=editions).select_related("edition")
    return tuple(map(head_of, published.newest_first()[:ASIDE]))
