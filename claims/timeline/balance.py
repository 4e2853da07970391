"""What was examined of a speaker or a story: what clashes beside what was found consistent, as numbers and as a list.
Only what a second person confirmed counts, and what still holds: for the newsroom as for readers."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from claims.models import Contradiction, PairListing
from claims.records import Finding, PairKind
from claims.timeline.entries import Pair, StoryHead
from claims.timeline.shown import SpeakerHead, head_of, pairs_seen, speaker_head, story_at
from claims.timeline.windows import Cursor, Window, window

PAGE = 40
"""Pairs of a window."""
LONGEST_PLACE = 100


@dataclass(frozen=True, slots=True)
class Balance:
    """How many pairs were examined, by kind and finding."""

    counts: tuple[tuple[PairKind, Finding, int], ...] = ()

    @property
    def total(self) -> int:
        return sum(count for *_, count in self.counts)

    @property
    def contradictions(self) -> int:
        return self.of(Finding.CONTRADICTION)

    @property
    def partial(self) -> int:
        return self.of(Finding.PARTIAL)

    @property
    def consistent(self) -> int:
        return self.of(Finding.CONSISTENT)

    def of(self, finding: Finding | None) -> int:
        """The pairs with that finding; all of them for None."""
        return sum(count for _, found, count in self.counts if finding in (None, found))

    @property
    def by_kind(self) -> tuple[tuple[PairKind, tuple[int, ...]], ...]:
        """Each kind that there is, with its number of contradictions, of those in part and of what is consistent."""
        known = Counter({(kind, finding): count for kind, finding, count in self.counts})
        there = {kind for kind, *_ in self.counts}
        return tuple((kind, tuple(known[kind, one] for one in Finding)) for kind in PairKind if kind in there)


@dataclass(frozen=True, slots=True)
class Examined[Of: SpeakerHead | StoryHead]:
    """A window on the pairs that were examined, the plainest first, of one finding or of all (`chosen` is None)."""

    of: Of
    balance: Balance
    chosen: Finding | None
    pairs: tuple[Pair, ...]
    window: Window

    @property
    def found(self) -> int:
        return self.balance.of(self.chosen)


def examined_of_speaker(speaker: int) -> QuerySet[PairListing]:
    return _counting(PairListing.objects.filter(speakers__contains=[speaker]))


def examined_of_story(story: StoryHead) -> QuerySet[PairListing]:
    """Before a story is published, those of what is gathered in it."""
    if story.public:
        return _counting(PairListing.objects.filter(public_stories__contains=[story.key]))
    gathered = PairListing.objects.filter(stories__contains=[story.key])
    return gathered.filter(stands=True, confirmed_at__isnull=False)


def balance_of(pairs: QuerySet[PairListing]) -> Balance:
    """One query."""
    counted = pairs.order_by().values("kind", "finding").annotate(count=Count("pk")).order_by("kind", "finding")
    rows = counted.values_list("kind", "finding", "count")
    return Balance(tuple((PairKind(kind), Finding(finding), count) for kind, finding, count in rows))


def speaker_examined(user: object, slug: str, chosen: Finding | None, cursor: Cursor) -> Examined[SpeakerHead] | None:
    """None where this user sees no such speaker; of one that was merged, the address that it went to and no pair."""
    head = speaker_head(user, slug)
    if head is None:
        return None
    if head.voice.key != slug:
        return Examined(head, Balance(), chosen, (), Window())
    return _examined(user, head, examined_of_speaker(head.key), chosen, cursor)


def story_examined(user: object, slug: str, chosen: Finding | None, cursor: Cursor) -> Examined[StoryHead] | None:
    """None where this user sees no story at that address."""
    story = story_at(user, slug)
    if story is None:
        return None
    head = head_of(story)
    return _examined(user, head, examined_of_story(head), chosen, cursor)


def _examined[Of: SpeakerHead | StoryHead](
    user: object, of: Of, pairs: QuerySet[PairListing], chosen: Finding | None, cursor: Cursor
) -> Examined[Of]:
    rows = pairs.filter(finding=chosen) if chosen else pairs
    cut = window(rows, cursor, size=PAGE)
    return Examined(of, balance_of(pairs), chosen, in_order_of(user, cut.keys), cut)


def in_order_of(user: object, keys: Iterable[int]) -> tuple[Pair, ...]:
    """The pairs with these numbers, in this order, as this user sees them. At most four queries for readers."""
    listed = tuple(keys)
    known = {pair.key: pair for pair in pairs_seen(user, Contradiction.objects.filter(pk__in=listed))}
    return tuple(known[key] for key in listed if key in known)


def _counting(pairs: QuerySet[PairListing]) -> QuerySet[PairListing]:
    return pairs.filter(public=True, stands=True)
