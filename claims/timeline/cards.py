"""The list of stories: for each what is in it and its plainest contradiction, in a number of queries that is fixed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q

from claims.models import Contradiction, Listing, PairListing, Story, StoryEditionMember, StoryStatement
from claims.models.states import StoryState
from claims.timeline.arranging import arrange
from claims.timeline.entries import Pair, StoryHead
from claims.timeline.gathering import pairs_of, standing
from claims.timeline.shown import head_of, is_newsroom, seen_pair


@dataclass(frozen=True, slots=True)
class Card:
    """A story as the front page shows it: how much is in it, and the pair that tells it best, if it has one."""

    story: StoryHead
    statements: int
    speakers: int
    contradictions: int
    lead: Pair | None


def front_page(user: object, number: str | None, length: int) -> tuple[Page[Story], list[Card]]:
    """One page of the stories that `user` sees, newest first, those not published yet before all; a card for each.
    A number out of range gives the nearest page. Seven queries."""
    stories = Story.objects.visible_to(user).select_related("edition").newest_first()
    page: Page[Story] = Paginator(stories, length).get_page(number)
    return page, cards_of(list(page), user)


def story_card(user: object, slug: str) -> Card | None:
    """The card of the published story at that address, by what is public in it; None where there is none. At most six
    queries, at any size."""
    story = Story.objects.published().filter(edition__slug=slug).select_related("edition").first()
    if story is None:
        return None
    rows = Listing.objects.filter(public_stories__contains=[story.pk])
    pairs = PairListing.objects.filter(public_stories__contains=[story.pk], stands=True, clashes=True)
    counts = rows.aggregate(statements=Count("pk"), speakers=Count("speaker", distinct=True))
    lead = pairs.order_by("place", "pk").values_list("pk", flat=True).first()
    found = pairs_of(Contradiction.objects.filter(pk=lead)) if lead else ()
    drawn = next((seen_pair(user, pair) for pair in found), None)
    return Card(head_of(story), counts["statements"], counts["speakers"], pairs.count(), drawn)


def cards_of(stories: Sequence[Story], user: object) -> list[Card]:
    """A card for each story, in the same order, with what `user` may see of it."""
    members = _members(stories, user)
    ids = {pk for speakers in members.values() for pk in speakers}
    seen = Q() if is_newsroom(user) else Q(edition__isnull=False)
    found = standing(pairs_of(Contradiction.objects.filter(seen, first__in=ids, second__in=ids)))
    pairs = [pair for pair in found if pair.clashes]
    return [_card(story, members[story.pk], pairs) for story in stories]


def _members(stories: Sequence[Story], user: object) -> dict[int, dict[int, int]]:
    """For each story the statements that `user` sees in it, each with the speaker that it counts for."""
    members: dict[int, dict[int, int]] = {story.pk: {} for story in stories}
    published = {story.edition_id: story.pk for story in stories if story.state == StoryState.PUBLISHED}
    seated = StoryEditionMember.objects.filter(edition__in=published, statement__edition__isnull=False)
    rows = seated.values_list("edition", "statement", "statement__listing__speaker")
    _fill(members, ((published[edition], *row) for edition, *row in rows))
    if is_newsroom(user):
        gathered = StoryStatement.objects.filter(story__in=stories)
        shown = gathered.filter(Q(statement__edition=None) | Q(story__state=StoryState.UNPUBLISHED))
        _fill(members, shown.values_list("story", "statement", "statement__listing__speaker"))
    return members


def _fill(members: dict[int, dict[int, int]], rows: Iterable[tuple[Any, ...]]) -> None:
    for story, statement, speaker in rows:
        members[story][statement] = speaker


def _card(story: Story, speakers: dict[int, int], pairs: list[Pair]) -> Card:
    within = [pair for pair in pairs if {pair.earlier.key, pair.later.key} <= speakers.keys()]
    entries = {side.key: side for pair in within for side in (pair.earlier, pair.later)}
    ranked = arrange(entries.values(), within).pairs
    return Card(head_of(story), len(speakers), len(set(speakers.values())), len(ranked), ranked[0] if ranked else None)
