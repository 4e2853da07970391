"""A story or a speaker as its page shows it, at any size: whole where it fits, else a window, with sums of the rest.

What is in a list, and in which order, is read from the rows that the database keeps for lists; what stands there, from
editions."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from django.db.models import Q, QuerySet

from claims.models import Contradiction, Listing, PairListing, Statement
from claims.models.listing import ListingQuerySet
from claims.timeline.arranging import Timeline, arrange, voices
from claims.timeline.counting import (
    Counted,
    Held,
    Offered,
    Sum,
    counted,
    kept_of,
    months_of_pairs,
    record_of,
    sums_of,
)
from claims.timeline.entries import Entry, Pair, StoryHead
from claims.timeline.shown import (
    SpeakerHead,
    entries_seen,
    head_of,
    is_newsroom,
    pairs_seen,
    speaker_head,
    story_at,
)
from claims.timeline.stamps import of_story
from claims.timeline.wanted import Wanted, narrowed, pairs_wanted, undated
from claims.timeline.windows import Cursor, Window, months_of, window

FITS = 120
"""Statements that a page shows at once, with all of them in its picture."""
MOST_PAIRS = 30
"""Clashes that a page lists; all of them have a page of their own."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a page shows of a list: the timeline in view, and what is known of the rest.

    `total` counts all statements and `speakers` who made them, `found` those that are wanted, `undated` those that a
    range of days left out; `clashes` are the plainest first, of `clashing` in all; `lead` is the plainest of all,
    whatever is wanted."""

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
    roles: tuple[Held, ...] = ()
    first: dt.date | None = None
    last: dt.date | None = None


def story_page(user: object, slug: str, wanted: Wanted, cursor: Cursor) -> StoryPage | None:
    """The story at that address, None where this user sees none there."""
    story = story_at(user, slug)
    if story is None:
        return None
    stories = "stories" if is_newsroom(user) else "public_stories"
    within = {f"{stories}__contains": [story.pk]}
    rows, pairs = Listing.objects.filter(**within), PairListing.objects.filter(**within)
    sums = partial(kept_of, user, of_story(story.pk), "sums", lambda: counted(rows))
    return StoryPage(head_of(story), _part(user, rows, pairs, wanted, cursor, sums))


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
    record = record_of(head.key, head.voice, newsroom=is_newsroom(user))
    part = _part(user, rows, pairs, wanted, cursor, lambda: record.counted, last=True)
    return SpeakerPage(head, part, record.roles, record.first, record.last)


# ------------------------------------------------------------------ what of a list


def _part(
    user: object,
    rows: ListingQuerySet,
    pairs: QuerySet[PairListing],
    wanted: Wanted,
    cursor: Cursor,
    sums: Callable[[], Counted],
    *,
    last: bool = False,
) -> Part:
    """`sums` counts over the whole list, where it does not fit; with `last`, it opens at its end."""
    pairs = pairs.filter(stands=True)
    all_keys = list(rows.order_by("place").values_list("pk", flat=True)[: FITS + 1])
    if len(all_keys) <= FITS:
        return _whole(user, rows, pairs, wanted, all_keys)
    return _windowed(user, rows, pairs, wanted, cursor, sums(), last=last)


def _whole(
    user: object, rows: ListingQuerySet, pairs: QuerySet[PairListing], wanted: Wanted, all_keys: list[int]
) -> Part:
    """All of a list that fits: what is in it is read once, and what is wanted picked out of it."""
    entries = entries_seen(user, Statement.objects.filter(pk__in=all_keys))
    # Named one by one: the database takes them as few, whatever it thinks of a condition.
    known = pairs_seen(user, Contradiction.objects.filter(pk__in=list(pairs.values_list("pk", flat=True))))
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
    user: object,
    rows: ListingQuerySet,
    pairs: QuerySet[PairListing],
    wanted: Wanted,
    cursor: Cursor,
    whole: Counted,
    *,
    last: bool,
) -> Part:
    found = narrowed(rows, wanted, pairs)
    counts = whole.months
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
        offered=whole.offered,
        speakers=whole.speakers,
        lead=next((known[key] for key in lead if key in known), None),
        clashes=tuple(known[key] for key in listed if key in known),
        clashing=plainest.count(),
        sums=sums_of(wanted_counts, months_of_pairs(plainest)),
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


def _outlets(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(sorted({one.outlet for entry in entries for one in entry.renderings}, key=str.casefold))
