"""What readers find: statements, speakers and stories of what is public. The newsroom finds in the same way what it
sees on reading pages.

Statements are found by the words of their editions. Of very common words the newest matches are put in order, best
first, as many as `RANKED` says; phrases are looked for in the newest statements that have their words, and farther back
where too few of these have the phrase. An order by date has no such end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchVector
from django.db.models import Exists, OuterRef
from django.db.models.expressions import Combinable
from django.db.models.fields.json import KeyTextTransform

from claims.models import Listing, Statement, Story, StoryEdition
from claims.models.listing import ListingQuerySet
from claims.models.states import StoryState
from claims.search.conditions import conditions
from claims.search.names import speakers_like
from claims.search.ranking import best_first, without_phrases
from claims.text.searching import Search
from claims.timeline.building import voice_of
from claims.timeline.entries import Entry, StoryHead, Voice
from claims.timeline.shown import entries_seen, head_of, is_newsroom
from claims.timeline.wanted import says_nothing, words_begun, words_query

RANKED = 5_000
"""Matches put in order, the newest."""
WITH_PHRASE, LOOKED_THROUGH = 1_000, 100_000
"""Statements with the words of a phrase, newest first, among which it is looked for; and where it is rare in these."""
COUNTED = 1_000
"""Matches are counted as far as this; beyond it, there are "more than" so many."""
PAGE = 20
ASIDE = 6
"""Speakers, and stories, that stand beside the statements."""
OPEN, CLOSE = "\ue000", "\ue001"
NO_WORDS = SearchQuery("", config="english")


type Pieces = tuple[tuple[str, bool], ...]
type Reads = Callable[[str], Combinable]
"""How words are read: as they stand, or the last one as begun."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement with its words in pieces: those that were looked for are marked. `asked` is the question that it
    answered, in the same way, where that is what was found."""

    entry: Entry
    pieces: Pieces
    asked: Pieces = ()


@dataclass(frozen=True, slots=True)
class Found:
    """`total` statements match, `more` where there are more than that; `ranked` is how many of the newest with these
    words were put in order, 0 where all were: others may match too.
    `common`: the words stand in every text, so that statements were looked for without them. `undated` are left out of
    an order by date. `later` is the place that the next page begins behind, in that order; `page` counts from 1."""

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
    """What this user finds, best first or, with `newest`, by date. At most a number of queries that is fixed."""
    typed, common = wanted, bool(wanted.words) and says_nothing(wanted.words)
    if common:
        wanted = replace(wanted, words="")
    if not wanted:
        return Found(common=common, speakers=_speakers(user, typed))
    reads: Reads = words_query
    found = _statements(user, wanted, reads, newest, page, before)
    if not found.total and wanted.words:  # somebody is typing
        reads = words_begun
        found = _statements(user, wanted, reads, newest, page, before)
    return replace(found, common=common, speakers=_speakers(user, typed), stories=_stories(wanted, reads(wanted.words)))


def _statements(user: object, wanted: Search, reads: Reads, newest: bool, page: int, before: str) -> Found:
    if newest or not wanted.words:
        return _dated(user, wanted, reads, before, all_dated=newest)
    return _best(user, wanted, reads, page)


def _best(user: object, wanted: Search, reads: Reads, page: int) -> Found:
    """A page of the best. One query finds them; for a phrase that is rare among the newest with its words, two."""
    candidates, query = _all(user, wanted, reads(without_phrases(wanted.words))), reads(wanted.words)
    among = WITH_PHRASE if '"' in wanted.words else RANKED
    ranked = best_first(candidates, query, among=among, most=COUNTED + 1)
    if '"' in wanted.words and len(ranked.keys) < PAGE:
        among = LOOKED_THROUGH
        ranked = best_first(candidates, query, among=among, most=COUNTED + 1)
    total = min(len(ranked.keys), COUNTED)
    pages = max(1, -(-total // PAGE))
    page = min(max(page, 1), pages)
    return Found(
        hits=_hits(user, ranked.keys[(page - 1) * PAGE : min(page * PAGE, total)], query),
        total=total,
        more=len(ranked.keys) > COUNTED,
        ranked=among if ranked.bounded else 0,
        page=page,
        pages=pages,
    )


def _dated(user: object, wanted: Search, reads: Reads, before: str, *, all_dated: bool) -> Found:
    """A page of the newest; where they are asked for by date, without those that have none."""
    query = reads(wanted.words)
    rows = every = _all(user, wanted, query)
    if all_dated:
        rows = every.filter(said_until__isnull=False)
    total = rows.order_by()[: COUNTED + 1].count()
    found = list(_newest(rows, before).values_list("pk", "place")[: PAGE + 1]) if total else []
    return Found(
        hits=_hits(user, [key for key, _ in found[:PAGE]], query if wanted.words else NO_WORDS),
        total=min(total, COUNTED),
        more=total > COUNTED,
        later=found[PAGE - 1][1] if len(found) > PAGE else "",
        undated=every.filter(said_until=None)[: COUNTED + 1].count() if all_dated else 0,
    )


def _all(user: object, wanted: Search, query: Combinable) -> ListingQuerySet:
    """The rows of the statements that match; words of what was withdrawn are nobody's to find here."""
    rows = Listing.objects.seen_by(newsroom=is_newsroom(user)).filter(withdrawn=False, edition__isnull=False)
    if wanted.words:
        rows = rows.filter(vector=query)
    return conditions(rows, wanted)


def _newest(rows: ListingQuerySet, before: str) -> ListingQuerySet:
    return (rows.filter(place__lt=before) if before else rows).order_by("-place")


def _hits(user: object, keys: Sequence[int], query: Combinable) -> tuple[Hit, ...]:
    """The statements with these numbers, in this order, with what was looked for marked in their editions."""
    told = Listing.objects.filter(pk__in=keys).annotate(
        headline=_marked("words", query), asked=_marked("question", query)
    )
    marked = {key: rest for key, *rest in told.values_list("pk", "headline", "asked")}
    entries = entries_seen(user, Statement.objects.filter(pk__in=keys)) if keys else {}
    return tuple(_hit(entries[key], *marked[key]) for key in keys if key in entries)


def _hit(entry: Entry, headline: str | None, asked: str | None) -> Hit:
    return Hit(entry, _pieces(headline or ""), _pieces(asked) if asked and OPEN in asked else ())


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
