"""Two sides of the record side by side: what two speakers said, or one speaker before and after a day. Each side is a
window of its own on the rows that lists are made of."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Func, Q, QuerySet

from claims.models import Contradiction, Listing, PairListing, Speaker, Statement
from claims.models.listing import ListingQuerySet
from claims.timeline.arranging import Timeline, arrange
from claims.timeline.balance import Balance, balance_of
from claims.timeline.building import voice_of
from claims.timeline.entries import Entry, Pair, StoryHead, Voice
from claims.timeline.shown import SpeakerHead, entries_seen, is_newsroom, pairs_seen
from claims.timeline.windows import Cursor, Window, window

SIZE = 25
"""Statements of a side that are shown at once."""
MOST_COUNTED = 1_000
"""Statements of a side that are counted; beyond, a page says that there are more."""
MOST_PAIRS = 30
MOST_SPANNING = 10
MOST_PARTNERS = 8
_UNDATED = "99991231"


@dataclass(frozen=True, slots=True)
class Side:
    """A window on one side; `counted` are all its statements as far as MOST_COUNTED, `has_more` tells of others."""

    voice: Voice
    timeline: Timeline
    window: Window
    counted: int
    has_more: bool

    @property
    def has_limits(self) -> bool:
        """Whether a date in view is only the last on which the words can have been said."""
        entries = self.timeline.entries
        return any(entry.said is not None and entry.said.precision is None for entry in entries)


@dataclass(frozen=True, slots=True)
class Comparison:
    """`sides` are those of two speakers, or of one before a `day` and from that day on; `spanning` are statements of a
    month or a year that holds the day, of `spanning_count` in all, which are on neither side, nor are the `undated`.
    `pairs` stand between the two sides, the plainest first; `balance` counts all of them."""

    speakers: tuple[SpeakerHead, ...]
    day: dt.date | None
    story: StoryHead | None
    sides: tuple[Side, Side]
    pairs: tuple[Pair, ...]
    balance: Balance
    spanning: Timeline
    spanning_count: int
    undated: int

    @property
    def lead(self) -> Pair | None:
        """The plainest pair that clashes."""
        return next((pair for pair in self.pairs if pair.clashes), None)

    @property
    def others(self) -> tuple[Pair, ...]:
        """The pairs besides that one."""
        return tuple(pair for pair in self.pairs if pair is not self.lead)


def two_speakers(
    user: object, one: SpeakerHead, other: SpeakerHead, story: StoryHead | None, cursors: tuple[Cursor, Cursor]
) -> Comparison:
    """What two speakers are on record with, in one story or in all. Each side opens with what is newest. At most
    fourteen queries for readers."""
    rows = [_rows(user, speaker, story) for speaker in (one, other)]
    cuts = [window(row, cursor, last=True, size=SIZE) for row, cursor in zip(rows, cursors, strict=True)]
    pairs = _pairs(user, story).filter(speakers__contains=[one.key, other.key])
    return _compared(user, (one, other), None, story, rows, cuts, pairs)


def before_and_after(
    user: object, speaker: SpeakerHead, day: dt.date, story: StoryHead | None, cursors: tuple[Cursor, Cursor]
) -> Comparison:
    """What one speaker said before a day, and from that day on. Each side opens where it is nearest to the day. At most
    seventeen queries for readers."""
    rows, bound = _rows(user, speaker, story), f"{day:%Y%m%d}"
    dated = rows.filter(place__lt=_UNDATED)
    before = rows.filter(place__lt=bound, said_until__lt=day)
    after = dated.filter(place__gte=bound)
    spanning = rows.filter(_within_month_or_year(day), place__lt=bound, said_until__gte=day)
    cuts = [window(before, cursors[0], last=True, size=SIZE), window(after, cursors[1], size=SIZE)]
    at_once = {"first__listing__speaker": speaker.key, "second__listing__speaker": speaker.key}
    one_way = Q(first__listing__place__lt=bound, second__listing__place__gte=bound)
    other_way = Q(second__listing__place__lt=bound, first__listing__place__gte=bound)
    pairs = _pairs(user, story).filter(one_way | other_way, speakers__contains=[speaker.key], **at_once)
    undated = rows.filter(place__gte=_UNDATED)
    return _compared(user, (speaker,), day, story, [before, after], cuts, pairs, spanning, undated)


def partners_of(user: object, speaker: SpeakerHead) -> tuple[Voice, ...]:
    """Those with whom most of a speaker's pairs are. Two queries."""
    pairs = _pairs(user, None).filter(speakers__contains=[speaker.key]).order_by()
    each = pairs.annotate(partner=Func("speakers", function="unnest")).values("partner")
    counted = each.annotate(count=Count("pk")).order_by("-count", "partner").values_list("partner", flat=True)
    keys = [key for key in counted[: MOST_PARTNERS + 1] if key != speaker.key][:MOST_PARTNERS]
    found = Speaker.objects.in_bulk(keys)
    return tuple(voice_of(found[key]) for key in keys if key in found)


# ------------------------------------------------------------------ inner workings


def _compared(
    user: object,
    speakers: tuple[SpeakerHead, ...],
    day: dt.date | None,
    story: StoryHead | None,
    rows: list[ListingQuerySet],
    cuts: list[Window],
    pairs: QuerySet[PairListing],
    spanning: ListingQuerySet | None = None,
    undated: ListingQuerySet | None = None,
) -> Comparison:
    beside = _first_of(spanning)
    previous = [cut.previous for cut in cuts if cut.previous]
    keys = [key for cut in cuts for key in cut.keys] + beside
    entries = entries_seen(user, Statement.objects.filter(pk__in=[*keys, *previous]))
    listed = list(pairs.order_by("place").values_list("pk", flat=True)[:MOST_PAIRS])
    touching = pairs.filter(Q(first__in=keys) | Q(second__in=keys)).values_list("pk", flat=True)
    known = {pair.key: pair for pair in pairs_seen(user, Contradiction.objects.filter(pk__in={*listed, *touching}))}
    voices = [speakers[0].voice, speakers[-1].voice]
    first, second = (
        Side(voice, _arranged(entries, cut, known.values()), cut, *_counted(row))
        for voice, cut, row in zip(voices, cuts, rows, strict=True)
    )
    return Comparison(
        speakers,
        day,
        story,
        (first, second),
        tuple(known[key] for key in listed if key in known),
        balance_of(pairs),
        arrange((entries[key] for key in beside if key in entries), known.values()),
        _counted(spanning)[0] if spanning is not None else 0,
        _counted(undated)[0] if undated is not None else 0,
    )


def _arranged(entries: dict[int, Entry], cut: Window, pairs: Iterable[Pair]) -> Timeline:
    before = entries.get(cut.previous) if cut.previous else None
    shown = (entries[key] for key in cut.keys if key in entries)
    return arrange(shown, pairs, previous=before.said if before else None)


def _counted(rows: ListingQuerySet) -> tuple[int, bool]:
    """How many rows there are, as far as MOST_COUNTED, and whether there are more."""
    found = rows[: MOST_COUNTED + 1].count()
    return min(found, MOST_COUNTED), found > MOST_COUNTED


def _rows(user: object, speaker: SpeakerHead, story: StoryHead | None) -> ListingQuerySet:
    rows = Listing.objects.filter(speaker=speaker.key).seen_by(newsroom=is_newsroom(user))
    return rows.filter(**_within(user, story))


def _pairs(user: object, story: StoryHead | None) -> QuerySet[PairListing]:
    """What a second person confirmed and what still holds; the newsroom's and readers' pairs are the same."""
    confirmed = PairListing.objects.filter(stands=True, confirmed_at__isnull=False)
    confirmed = confirmed if is_newsroom(user) else confirmed.filter(public=True)
    return confirmed.filter(**_within(user, story))


def _within(user: object, story: StoryHead | None) -> dict[str, list[int]]:
    if story is None:
        return {}
    return {"stories__contains" if is_newsroom(user) else "public_stories__contains": [story.key]}


def _within_month_or_year(day: dt.date) -> Q:
    """The places of whatever was said in the month, or in the year, of that day: two stretches of the index."""
    year, month = f"{day:%Y}01011", f"{day:%Y%m}012"
    return Q(place__gte=year, place__lt=year[:-1] + "2") | Q(place__gte=month, place__lt=month[:-1] + "3")


def _first_of(rows: ListingQuerySet | None) -> list[int]:
    if rows is None:
        return []
    return list(rows.order_by("place").values_list("pk", flat=True)[:MOST_SPANNING])
