"""The list of stories: for each what is in it and its plainest contradiction, in a number of queries that is fixed."""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.models import Contradiction, Statement, Story, StoryStatement
from claims.timeline.arranging import arrange
from claims.timeline.entries import Pair
from claims.timeline.gathering import pairs_of, standing


@dataclass(frozen=True, slots=True)
class Card:
    """A story as the front page shows it: how much is in it, and the pair that tells it best, if it has one."""

    story: Story
    statements: int
    speakers: int
    contradictions: int
    lead: Pair | None


def cards_of(stories: Iterable[Story], user: object) -> list[Card]:
    """A card for each story, in the same order, with what `user` may see of it. Seven queries."""
    stories = list(stories)
    members = _members(stories, user)
    ids = {pk for speakers in members.values() for pk in speakers}
    visible = Contradiction.objects.visible_to(user).filter(first__in=ids, second__in=ids)
    pairs = [pair for pair in standing(pairs_of(visible)) if pair.clashes]
    return [_card(story, members[story.pk], pairs) for story in stories]


def _members(stories: list[Story], user: object) -> dict[int, dict[int, int]]:
    """For each story its visible statements, each with its speaker."""
    members: dict[int, dict[int, int]] = {story.pk: {} for story in stories}
    visible = StoryStatement.objects.filter(story__in=stories, statement__in=Statement.objects.visible_to(user))
    for story, statement, speaker in visible.values_list("story", "statement", "statement__speaker"):
        members[story][statement] = speaker
    return members


def _card(story: Story, speakers: dict[int, int], pairs: list[Pair]) -> Card:
    within = [pair for pair in pairs if {pair.earlier.key, pair.later.key} <= speakers.keys()]
    entries = {side.key: side for pair in within for side in (pair.earlier, pair.later)}
    ranked = arrange(entries.values(), within).pairs
    return Card(story, len(speakers), len(set(speakers.values())), len(ranked), ranked[0] if ranked else None)
