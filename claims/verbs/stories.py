"""The verbs on stories: start, edit, gather statements, publish. What readers see changes by a reviewer's hand only."""

from typing import Any

from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from claims.models import Statement, Story
from claims.models.states import STORY_MOVES, StatementState, StoryState
from claims.verbs.addresses import free_slug
from claims.verbs.history import check_revision, verb
from claims.verbs.refusals import Refused, check_move, need_fields, need_role, need_valid, need_words

EDITABLE = ("title", "slug", "summary")


@verb
def start_story(*, title: str, by: User, summary: str = "") -> Story:
    """A new, unpublished story with an address made of its title."""
    need_role(by, Role.EDITOR)
    title = need_words(title, "The title")
    slug = free_slug(Story, title, otherwise="story")
    return Story.objects.create(title=title, slug=slug, summary=summary.strip())


@verb
def edit_story(*, story: Story, by: User, revision: int, **changes: Any) -> Story:
    """Changes fields of EDITABLE. Raises Conflict where somebody saved since `revision`."""
    story = _locked(story, by)
    check_revision(story, revision)
    need_fields(changes, EDITABLE, "a story")
    for name, value in changes.items():
        setattr(story, name, value)
    story.title = need_words(story.title, "The title")
    return _saved(story)


@verb
def add_to_story(*, story: Story, statement: Statement, by: User) -> Story:
    story = _locked(story, by)
    story.statements.add(statement)
    return story


@verb
def remove_from_story(*, story: Story, statement: Statement, by: User) -> Story:
    story = _locked(story, by)
    story.statements.remove(statement)
    return story


@verb
def publish(*, story: Story, by: User) -> Story:
    """A reviewer opens the story to readers, who see its confirmed statements and pairs."""
    need_role(by, Role.REVIEWER)
    story = _locked(story, by)
    check_move(STORY_MOVES, of="This story", from_state=story.state, to_state=StoryState.PUBLISHED)
    if not story.statements.filter(state=StatementState.CONFIRMED).exists():
        raise Refused("No statement of this story is confirmed, so readers would see nothing. Confirm one first.")
    story.state, story.published_at, story.published_by = StoryState.PUBLISHED, timezone.now(), by
    return _saved(story)


@verb
def unpublish(*, story: Story, by: User, reason: str) -> Story:
    """A reviewer takes the story from readers; the reason stays in its history."""
    need_role(by, Role.REVIEWER)
    need_words(reason, "The reason")
    story = _locked(story, by)
    check_move(STORY_MOVES, of="This story", from_state=story.state, to_state=StoryState.UNPUBLISHED)
    story.state = StoryState.UNPUBLISHED
    return _saved(story)


def _locked(story: Story, by: User) -> Story:
    """The story, kept from others until the transaction ends; one that readers see is for reviewers alone."""
    story = Story.objects.select_for_update().get(pk=story.pk)
    need_role(by, Role.REVIEWER if story.state == StoryState.PUBLISHED else Role.EDITOR)
    return story


def _saved(story: Story) -> Story:
    story.revision += 1
    need_valid(story)
    story.save()
    return story
