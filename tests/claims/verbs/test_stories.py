"""The verbs on stories, and what readers see of them."""

import pytest

from claims.models import Contradiction, Speaker, Statement, Story
from claims.models.states import StoryState
from claims.verbs import stories
from claims.verbs.refusals import Conflict, IllegalMove, NotAllowed, Refused
from tests import cast
from tests.confirming import confirm, confirm_pair, publish
from tests.factories import ContradictionFactory, QuotationFactory, SpeakerFactory, StatementFactory, StoryFactory

pytestmark = pytest.mark.django_db


def test_a_story_starts_unpublished_with_an_address_of_its_own():
    one = stories.start_story(title="The list", by=cast.editor())
    two = stories.start_story(title="The list", by=cast.editor())
    assert (one.slug, two.slug, one.state) == ("the-list", "the-list-2", StoryState.UNPUBLISHED)


@pytest.mark.parametrize("title", ["قائمة", "***", "😀"])
def test_a_title_without_latin_letters_gets_an_address_too(title):
    assert stories.start_story(title=title, by=cast.editor()).slug == "story"


def test_a_taken_address_is_refused():
    stories.start_story(title="One", by=cast.editor())
    two = stories.start_story(title="Two", by=cast.editor())
    with pytest.raises(Refused, match="Another story has this one"):
        stories.edit_story(story=two, by=cast.editor(), revision=two.revision, slug="one")


@pytest.mark.parametrize("since", ["published", "unpublished again"])
def test_an_address_that_readers_knew_stays_with_its_story(since):
    known = StoryFactory(published=True, slug="the-list", statements=[StatementFactory(confirmed=True)])
    stories.edit_story(story=known, by=cast.editor(), revision=1, slug="another")
    if since != "published":
        stories.unpublish(story=known, by=cast.reviewer(), reason="Legal")
    assert stories.start_story(title="The list", by=cast.editor()).slug == "the-list-2"
    with pytest.raises(Refused, match="Readers know another story"):
        stories.edit_story(story=StoryFactory(), by=cast.editor(), revision=1, slug="the-list")


def test_the_second_to_save_a_story_is_told():
    story = stories.start_story(title="One", by=cast.editor())
    stories.edit_story(story=story, by=cast.editor(), revision=story.revision, title="Two")
    with pytest.raises(Conflict):
        stories.edit_story(story=story, by=cast.second_editor(), revision=story.revision, title="Three")
    typed = {"title": "One", "summary": "Mine"}
    stories.edit_story(story=story, by=cast.second_editor(), revision=story.revision, **typed)
    story.refresh_from_db()
    assert (story.title, story.summary) == ("Two", "Mine")


def test_a_story_without_a_confirmed_statement_is_not_published():
    for statement in (StatementFactory(), StatementFactory(withdrawn=True)):
        with pytest.raises(Refused, match="readers would see nothing"):
            publish(StoryFactory(statements=[statement]))


def test_a_reviewer_publishes_and_unpublishes():
    story = StoryFactory(statements=[StatementFactory(confirmed=True)])
    with pytest.raises(NotAllowed):
        publish(story, by=cast.editor())
    published = publish(story)
    assert (published.state, published.edition.confirmed_by) == (StoryState.PUBLISHED, cast.reviewer())
    with pytest.raises(Refused, match="Nothing is waiting"):
        publish(story, reason="Again.")
    unpublished = stories.unpublish(story=story, by=cast.second_reviewer(), reason="Legal")
    assert unpublished.state == StoryState.UNPUBLISHED
    with pytest.raises(IllegalMove):
        stories.unpublish(story=story, by=cast.reviewer(), reason="Legal")


def test_periods_of_publication_are_kept():
    story = StoryFactory(statements=[StatementFactory(confirmed=True)])
    publish(story)
    stories.unpublish(story=story, by=cast.second_reviewer(), reason="Legal")
    publish(story, by=cast.second_reviewer(), reason="The lawyers agree.")
    one, other = story.publications.all()
    assert (one.published_by, one.unpublished_by, one.reason) == (cast.reviewer(), cast.second_reviewer(), "Legal")
    assert one.published_at <= one.unpublished_at <= other.published_at
    assert (other.published_by, other.unpublished_at) == (cast.second_reviewer(), None)


def test_unpublishing_needs_a_reason():
    story = StoryFactory(published=True)
    with pytest.raises(Refused, match="reason is missing"):
        stories.unpublish(story=story, by=cast.reviewer(), reason=" ")


def test_what_readers_see_of_a_story_changes_by_a_second_person_only():
    shown, statement = StatementFactory(confirmed=True), StatementFactory(confirmed=True)
    story = StoryFactory(published=True, title="The list", statements=[shown])
    stories.add_to_story(story=story, statement=statement, by=cast.reviewer())
    stories.remove_from_story(story=story, statement=shown, by=cast.reviewer())
    stories.edit_story(story=story, by=cast.editor(), revision=story.revision, title="No list")
    story.refresh_from_db()
    assert (story.waits, story.edition.title) == (True, "The list")
    assert visible(Statement, cast.public()) == {shown}
    with pytest.raises(NotAllowed, match="You changed this story"):
        publish(story, note="Now with the other statement.")
    publish(story, by=cast.second_reviewer(), note="Now with the other statement.")
    story.refresh_from_db()
    assert (story.waits, story.edition.title, story.edition.note) == (
        False,
        "No list",
        "Now with the other statement.",
    )
    assert visible(Statement, cast.public()) == {statement}


def visible(queryset, user) -> set:
    return set(queryset.objects.visible_to(user))


def test_readers_see_published_stories_and_what_is_confirmed_in_them():
    shown = [StatementFactory(confirmed=True), StatementFactory(confirmed=True)]
    withdrawn = StatementFactory(withdrawn=True)
    draft, elsewhere, later = StatementFactory(), StatementFactory(confirmed=True), StatementFactory(confirmed=True)
    story = StoryFactory(published=True, statements=[*shown, withdrawn, draft])
    StoryFactory(statements=[elsewhere, shown[0]])
    stories.add_to_story(story=story, statement=later, by=cast.editor())
    pair = ContradictionFactory(first=shown[0], second=shown[1], confirmed=True)
    falls = ContradictionFactory(first=shown[0], second=withdrawn, confirmed=True)
    ContradictionFactory(first=shown[0], second=draft)
    ContradictionFactory(first=shown[0], second=elsewhere, confirmed=True)
    ContradictionFactory(first=shown[1], second=withdrawn)
    old_name = SpeakerFactory(merged_into=shown[0].speaker)

    for reader in (cast.public(), cast.guest(), cast.administrator()):
        assert visible(Story, reader) == {story}
        assert visible(Statement, reader) == {*shown, withdrawn}
        assert visible(Contradiction, reader) == {pair, falls}
        assert visible(Speaker, reader) == {shown[0].speaker, shown[1].speaker, withdrawn.speaker, old_name}
    assert visible(Statement, cast.journalist()) == {*shown, withdrawn, draft, elsewhere, later}
    assert Contradiction.objects.visible_to(cast.journalist()).count() == 5


def test_a_draft_member_of_a_published_story_shows_once_it_is_confirmed():
    draft = StatementFactory()
    QuotationFactory(accepted=True, statement=draft)
    StoryFactory(published=True, statements=[StatementFactory(confirmed=True), draft])
    assert draft not in visible(Statement, cast.public())
    confirm(draft)
    assert draft in visible(Statement, cast.public())


def test_statements_of_two_published_stories_are_no_public_pair():
    one, other = StatementFactory(confirmed=True), StatementFactory(confirmed=True)
    StoryFactory(published=True, statements=[one])
    StoryFactory(published=True, statements=[other])
    ContradictionFactory(first=one, second=other, confirmed=True)
    assert visible(Contradiction, cast.public()) == set()


def test_a_published_story_shows_a_pair_once_it_is_confirmed():
    one, other = StatementFactory(confirmed=True), StatementFactory(confirmed=True)
    StoryFactory(published=True, statements=[one, other])
    pair = ContradictionFactory(first=one, second=other, proposed_by=cast.editor())
    assert visible(Contradiction, cast.public()) == set()
    confirm_pair(pair)
    assert visible(Contradiction, cast.public()) == {pair}
