"""The verbs on stories: start, edit, gather statements, publish, put back, unpublish. What readers see of a story is
its edition; what editors change in a published one waits for a reviewer."""

from typing import Any

from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from claims.models import Publication, Statement, Story, StoryEdition
from claims.models.states import STORY_MOVES, StoryState
from claims.timeline.awaiting import story_awaiting
from claims.verbs.addresses import free_slug
from claims.verbs.editions import need_same, write_story_edition
from claims.verbs.history import merged, verb
from claims.verbs.locking import locked, one_at_a_time
from claims.verbs.refusals import Refused, check_move, need_fields, need_role, need_valid, need_words

EDITABLE = ("title", "slug", "summary")


@verb
def start_story(*, title: str, by: User, summary: str = "") -> Story:
    """A new, unpublished story with an address made of its title."""
    need_role(by, Role.EDITOR)
    title = need_words(title, "The title")
    one_at_a_time("address", "story")
    slug = free_slug(Story, title, otherwise="story", beside=StoryEdition)
    return Story.objects.create(title=title, slug=slug, summary=summary.strip())


@verb
def edit_story(*, story: Story, by: User, revision: int, **changes: Any) -> Story:
    """Changes fields of EDITABLE. `revision` is the one that the editor opened: what others changed since stays;
    raises Conflict where they changed the same field."""
    need_role(by, Role.EDITOR)
    need_fields(changes, EDITABLE, "a story")
    if "slug" in changes:
        one_at_a_time("address", "story")
    story = locked(story)
    changes = merged(story, revision, changes)
    if not changes:
        return story
    for name, value in changes.items():
        setattr(story, name, value)
    story.title = need_words(story.title, "The title")
    if "slug" in changes:
        _need_free(story)
    return _saved(story)


@verb
def add_to_story(*, story: Story, statement: Statement, by: User) -> Story:
    need_role(by, Role.EDITOR)
    story = locked(story)
    story.statements.add(locked(statement))
    return _settled(story)


@verb
def remove_from_story(*, story: Story, statement: Statement, by: User) -> Story:
    need_role(by, Role.EDITOR)
    story = locked(story)
    story.statements.remove(statement)
    return _settled(story)


@verb
def publish(*, story: Story, by: User, digest: str, note: str = "", reason: str = "") -> Story:
    """A reviewer who made none of the changes opens a story to readers, or brings what changed in it to them.

    `digest` is that of what they read (`timeline.awaiting`); raises Outdated where it is another one by now. From the
    second edition on, readers are told by `note`, or `reason` says why not."""
    need_role(by, Role.REVIEWER)
    story = locked(story)
    awaiting = story_awaiting(story)
    need_same(awaiting, digest)
    if story.state == StoryState.PUBLISHED and not awaiting.is_new:
        raise Refused("Nothing is waiting: readers see this story as it is. Nothing was changed.")
    if not story.statements.filter(edition__isnull=False, withdrawn_reason="").exists():
        raise Refused("No statement of this story is confirmed, so readers would see nothing. Confirm one first.")
    edition = write_story_edition(story, awaiting, by, note=note, reason=reason)
    if story.state == StoryState.UNPUBLISHED:
        story.state, story.published_at = StoryState.PUBLISHED, edition.confirmed_at
        Publication.objects.create(story=story, published_at=edition.confirmed_at, published_by=by)
    return _saved(story, settle=False)


@verb
def put_back(*, story: Story, by: User, digest: str) -> Story:
    """A reviewer takes back what was changed at the desk since the current edition: the head and the members. `digest`
    is that of what they read; raises Outdated where it is another one by now."""
    need_role(by, Role.REVIEWER)
    one_at_a_time("address", "story")
    story = locked(story)
    edition = story.edition
    if story.state != StoryState.PUBLISHED or edition is None:
        raise Refused("Only what was published can be put back. Edit the story instead.")
    need_same(story_awaiting(story), digest)
    story.title, story.slug, story.summary = edition.title, edition.slug, edition.summary
    story.statements.set(edition.content["statements"])
    return _saved(story)


@verb
def unpublish(*, story: Story, by: User, reason: str) -> Story:
    """A reviewer takes the story from readers; the reason stays with the time in which it was published."""
    need_role(by, Role.REVIEWER)
    reason = need_words(reason, "The reason")
    story = locked(story)
    check_move(STORY_MOVES, of="This story", from_state=story.state, to_state=StoryState.UNPUBLISHED)
    story.state, story.waits = StoryState.UNPUBLISHED, False
    open_one = Publication.objects.filter(story=story, unpublished_at=None)
    open_one.update(unpublished_at=timezone.now(), unpublished_by=by, reason=reason)
    return _saved(story, settle=False)


def _need_free(story: Story) -> None:
    """Refuses an address that another story has, or had when readers knew it."""
    others = StoryEdition.objects.filter(slug=story.slug).exclude(story=story)
    if others.exists():
        raise Refused(f"Readers know another story under the address {story.slug}. Choose another one.")


def _settled(story: Story) -> Story:
    """Notes whether anything of a published story waits for a reviewer now."""
    if story.state == StoryState.PUBLISHED:
        waits = story_awaiting(story).is_new
        if waits != story.waits:
            story.waits = waits
            story.save(update_fields=["waits"])
    return story


def _saved(story: Story, *, settle: bool = True) -> Story:
    story.revision += 1
    need_valid(story)
    story.save()
    return _settled(story) if settle else story
