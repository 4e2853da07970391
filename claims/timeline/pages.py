"""A story or a speaker as its page shows it, at any size: whole where it fits, else a window, with sums of the rest.

What is in a list, and in which order, is read from the rows that the database keeps for lists; what stands there, from
editions."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Func, Q, QuerySet
from django.db.models.aggregates import Count, Max, Min
from django.db.models.functions import Coalesce

from claims.models import Contradiction, Listing, PairListing, Speaker, Statement
from claims.models.listing import ListingQuerySet
from claims.timeline.arranging import Timeline, arrange, voices
from claims.timeline.entries import Entry, Pair, StoryHead, Voice
from claims.timeline.shown import (
    SpeakerHead,
    entries_seen,
    head_of,
    is_newsroom,
    pairs_seen,
    speaker_head,
    story_at,
)
from claims.timeline.wanted import Wanted, narrowed, pairs_wanted, undated
from claims.timeline.windows import Cursor, Window, months_of, window

FITS = 120
"""Statements that a page shows at once, with all of them in its picture."""
MOST_PAIRS = 30
"""Clashes that a page lists; all of them have a page of their own."""
_NO_YEAR = "9999"
MOST_OFFERED = 40
"""Speakers, and outlets, that can be chosen from; those with the most statements."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be chosen from: speakers, and outlets by their names, the busiest of them where there are many."""

    voices: tuple[Voice, ...] = ()
    outlets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sum:
    """What a month or a year holds: `key` is '201804' or '2018', and where its window begins."""

    key: str
    statements: int
    clashes: int
    share: int
    """Of the most statements that a month or year of this list has, in 100."""

    @property
    def label(self) -> str:
        """'April 2018', '2018', 'Date unknown'."""
        if self.key.startswith(_NO_YEAR):
            return "Date unknown"
        year = int(self.key[:4])
        return f"{dt.date(year, int(self.key[4:]), 1):%B} {year}" if len(self.key) > 4 else str(year)

    @property
    def place(self) -> str:
        """Where its window begins."""
        return self.key.ljust(8, "0")


@dataclass(frozen=True, slots=True)
class Part:
    """What a page shows of a list: the timeline in view, and what is known of the rest.

    `total` counts all statements and `speakers` who made them, `found` those that are wanted, `undated` those that a
    range of days left out;
    `clashes` are the plainest first, of `clashing` in all; `lead` is the plainest of all, whatever is wanted."""

    timeline: Timeline
    wanted: Wanted
    window: Window
    total: int
    found: int
    undated: int
    offered: Offered
    speakers: int = 0
    lead: Pair | None = None
    clashes: tuple[Pair, ...] = ()
    clashing: int = 0
    sums: tuple[Sum, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether all that is wanted is in view."""
        return not (self.window.earlier or self.window.later)


@dataclass(frozen=True, slots=True)
class StoryPage:
    head: StoryHead
    part: Part


@dataclass(frozen=True, slots=True)
class SpeakerPage:
    head: SpeakerHead
    part: Part
    roles: tuple["Held", ...] = ()
    first: dt.date | None = None
    last: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A role that somebody spoke in, with the first and the last day on which they are on record in it."""

    role: str
    first: dt.date | None
    last: dt.date | None


def story_page(user: object, slug: str, wanted: Wanted, cursor: Cursor) -> StoryPage | None:
    """The story at that address, None where this user sees none there."""
    story = story_at(user, slug)
    if story is None:
        return None
    stories = "stories" if is_newsroom(user) else "public_stories"
    within = {f"{stories}__contains": [story.pk]}
    rows, pairs = Listing.objects.filter(**within), PairListing.objects.filter(**within)
    return StoryPage(head_of(story), _part(user, rows, pairs, wanted, cursor, last=False))


def speaker_page(user: object, slug: str, wanted: Wanted, cursor: Cursor) -> SpeakerPage | None:
    """What one speaker is on record with, None where this user sees no such speaker. One that was merged leads on: its
    `head` has the address of the one that it went into, and nothing else."""
    head = speaker_head(user, slug)
    if head is None:
        return None
    rows = Listing.objects.filter(speaker=head.key).seen_by(newsroom=is_newsroom(user))
    pairs = PairListing.objects.filter(speakers__contains=[head.key])
    pairs = pairs if is_newsroom(user) else pairs.filter(public=True)
    if head.voice.key != slug:
        return SpeakerPage(head, Part(Timeline(), wanted, Window(), 0, 0, 0, Offered()))
    ends = rows.aggregate(first=Min(Coalesce("said_from", "said_until")), last=Max("said_until"))
    return SpeakerPage(head, _part(user, rows, pairs, wanted, cursor, last=True), _roles(rows), **ends)


def _roles(rows: ListingQuerySet) -> tuple[Held, ...]:
    """The roles of a speaker, the first one first."""
    spans = (
        rows.exclude(role="")
        .order_by()
        .values("role")
        .annotate(first=Min(Coalesce("said_from", "said_until")), last=Max("said_until"))
    )
    found = [Held(one["role"], one["first"], one["last"]) for one in spans.order_by("first", "role")[:MOST_OFFERED]]
    return tuple(found)


# ------------------------------------------------------------------ what of a list


def _part(
    user: object, rows: ListingQuerySet, pairs: QuerySet[PairListing], wanted: Wanted, cursor: Cursor, *, last: bool
) -> Part:
    pairs = pairs.filter(stands=True)
    all_keys = list(rows.order_by("place").values_list("pk", flat=True)[: FITS + 1])
    if len(all_keys) <= FITS:
        return _whole(user, rows, pairs, wanted, all_keys)
    return _windowed(user, rows, pairs, wanted, cursor, last=last)


def _whole(
    user: object, rows: ListingQuerySet, pairs: QuerySet[PairListing], wanted: Wanted, all_keys: list[int]
) -> Part:
    """All of a list that fits: what is in it is read once, and what is wanted picked out of it."""
    entries = entries_seen(user, Statement.objects.filter(pk__in=all_keys))
    known = pairs_seen(user, Contradiction.objects.filter(listing__in=pairs))
    keys = set(all_keys) if not wanted.narrows else set(_keys(narrowed(rows, wanted, pairs)))
    shown = [entry for key, entry in entries.items() if key in keys]
    timeline = arrange(shown, _of_that_sort(known, wanted), as_of=wanted.as_of)
    everything = arrange(entries.values(), known, as_of=wanted.as_of)
    return Part(
        timeline=timeline,
        wanted=wanted,
        window=Window(tuple(entry.key for entry in timeline.entries)),
        total=len(all_keys),
        found=len(keys),
        undated=undated(rows, wanted).count() if wanted.in_range else 0,
        offered=Offered(tuple(voices(entries.values())), _outlets(entries.values())),
        speakers=len({entry.speaker.key for entry in entries.values()}),
        lead=next(iter(everything.clashes), None),
        clashes=timeline.clashes[:MOST_PAIRS],
        clashing=len(timeline.clashes),
    )


def _windowed(
    user: object, rows: ListingQuerySet, pairs: QuerySet[PairListing], wanted: Wanted, cursor: Cursor, *, last: bool
) -> Part:
    found = narrowed(rows, wanted, pairs)
    counts = months_of(rows)
    wanted_counts = months_of(found) if wanted.narrows else counts
    cut = window(found, cursor, last=last)
    entries = entries_seen(user, Statement.objects.filter(pk__in=[*cut.keys, *filter(None, [cut.previous])]))
    before = entries.pop(cut.previous, None) if cut.previous else None
    sort = pairs_wanted(pairs, wanted)
    touching = sort.filter(Q(first__in=cut.keys) | Q(second__in=cut.keys))
    plainest = _plainest(sort, found if wanted.narrows else None)
    lead = pairs.filter(clashes=True).order_by("place").values_list("pk", flat=True)[:1]
    listed = list(plainest.values_list("pk", flat=True)[:MOST_PAIRS])
    keys = {*listed, *lead, *touching.values_list("pk", flat=True)}
    known = {pair.key: pair for pair in pairs_seen(user, Contradiction.objects.filter(pk__in=keys))}
    return Part(
        timeline=arrange(
            entries.values(), known.values(), previous=before.said if before else None, as_of=wanted.as_of
        ),
        wanted=wanted,
        window=cut,
        total=sum(counts.values()),
        found=sum(wanted_counts.values()),
        undated=undated(rows, wanted).count() if wanted.in_range else 0,
        offered=_offered(rows),
        speakers=rows.order_by().values("speaker").distinct().count(),
        lead=next((known[key] for key in lead if key in known), None),
        clashes=tuple(known[key] for key in listed if key in known),
        clashing=plainest.count(),
        sums=_sums(wanted_counts, _months_of_pairs(plainest)),
    )


def _keys(rows: ListingQuerySet) -> Iterable[int]:
    return rows.values_list("pk", flat=True)


def _of_that_sort(pairs: Iterable[Pair], wanted: Wanted) -> list[Pair]:
    return [
        pair
        for pair in pairs
        if (not wanted.kinds or pair.kind in wanted.kinds)
        and (not wanted.findings or pair.finding in wanted.findings)
        and (not wanted.clashing or pair.clashes)
    ]


def _plainest(pairs: QuerySet[PairListing], among: ListingQuerySet | None) -> QuerySet[PairListing]:
    """The pairs that clash, the plainest first; where something is left out, those with both statements in view."""
    pairs = pairs.filter(clashes=True).order_by("place")
    return pairs if among is None else pairs.filter(first__in=among.values("pk"), second__in=among.values("pk"))


def _sums(statements: dict[str, int], clashes: dict[str, int]) -> tuple[Sum, ...]:
    """By month where those are few, else by year; what has no date comes last."""
    if len(statements) > MOST_OFFERED:
        statements, clashes = _by_year(statements), _by_year(clashes)
    most = max(statements.values(), default=1)
    return tuple(
        Sum(key, statements[key], clashes.get(key, 0), max(1, 100 * statements[key] // most))
        for key in sorted(statements)
    )


def _by_year(months: dict[str, int]) -> dict[str, int]:
    years: Counter[str] = Counter()
    for month, count in months.items():
        years[month[:4]] += count
    return dict(years)


def _months_of_pairs(pairs: QuerySet[PairListing]) -> dict[str, int]:
    """How many clashes were complete in each month: its later statement was said in it."""
    month = Func("place", function="substr", template="substr(%(expressions)s, 3, 6)")
    counted = pairs.order_by().annotate(month=month).values("month").annotate(count=Count("pk"))
    return dict(counted.values_list("month", "count"))


def _offered(rows: ListingQuerySet) -> Offered:
    """The busiest speakers and outlets of a list. Three queries."""
    busiest = rows.order_by().values("speaker").annotate(count=Count("pk")).order_by("-count")[:MOST_OFFERED]
    heard = Speaker.objects.filter(pk__in=[one["speaker"] for one in busiest]).order_by("name", "pk")
    names = rows.order_by().annotate(outlet=Func("outlets", function="unnest")).values("outlet")
    outlets = names.annotate(count=Count("pk")).order_by("-count").values_list("outlet", flat=True)[:MOST_OFFERED]
    told = tuple(Voice(one.slug, one.name) for one in heard)
    return Offered(told, tuple(sorted(outlets, key=str.casefold)))


def _outlets(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(sorted({one.outlet for entry in entries for one in entry.renderings}, key=str.casefold))
