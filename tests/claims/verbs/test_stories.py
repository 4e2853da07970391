"""The verbs on stories, and what readers see of them."""

import pytest

from claims.models import Contradiction, Speaker, Statement, Story
from claims.models.states import StoryState
from claims.verbs import pairs, stories
from claims.verbs.refusals import Conflict, IllegalMove, NotAllowed, Refused
from tests import cast
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
    with pytest.raises(Refused, match="slug"):
        stories.edit_story(story=two, by=cast.editor(), revision=two.revision, slug="one")


def test_the_second_to_save_a_story_is_told():
    story = stories.start_story(title="One", by=cast.editor())
    stories.edit_story(story=story, by=cast.editor(), revision=story.revision, title="Two")
    with pytest.raises(Conflict):
        stories.edit_story(story=story, by=cast.second_editor(), revision=story.revision, summary="Mine")


def test_a_story_without_a_confirmed_statement_is_not_published():
    story = StoryFactory(statements=[StatementFactory()])
    with pytest.raises(Refused, match="readers would see nothing"):
        stories.publish(story=story, by=cast.reviewer())


def test_a_reviewer_publishes_and_unpublishes():
    story = StoryFactory(statements=[StatementFactory(confirmed=True)])
    with pytest.raises(NotAllowed):
        stories.publish(story=story, by=cast.editor())
    published = stories.publish(story=story, by=cast.reviewer())
    assert (published.state, published.published_by) == (StoryState.PUBLISHED, cast.reviewer())
    with pytest.raises(IllegalMove):
        stories.publish(story=story, by=cast.reviewer())
    assert stories.unpublish(story=story, by=cast.reviewer(), reason="Legal").state == StoryState.UNPUBLISHED


def test_what_readers_see_changes_by_a_reviewers_hand_only():
    story, statement = StoryFactory(published=True), StatementFactory(confirmed=True)
    with pytest.raises(NotAllowed):
        stories.add_to_story(story=story, statement=statement, by=cast.editor())
    stories.add_to_story(story=story, statement=statement, by=cast.reviewer())
    with pytest.raises(NotAllowed):
        stories.remove_from_story(story=story, statement=statement, by=cast.editor())
    assert story.statements.get() == statement


def visible(queryset, user) -> set:
    return set(queryset.objects.visible_to(user))


def test_readers_see_published_stories_and_what_is_confirmed_in_them():
    shown = [StatementFactory(confirmed=True), StatementFactory(confirmed=True)]
    withdrawn = StatementFactory(withdrawn=True)
    draft, elsewhere = StatementFactory(), StatementFactory(confirmed=True)
    story = StoryFactory(published=True, statements=[*shown, withdrawn, draft])
    StoryFactory(statements=[elsewhere, shown[0]])
    pair = ContradictionFactory(first=shown[0], second=shown[1], confirmed=True)
    ContradictionFactory(first=shown[0], second=draft, confirmed=True)
    ContradictionFactory(first=shown[0], second=elsewhere, confirmed=True)
    ContradictionFactory(first=shown[0], second=withdrawn)
    evidence = QuotationFactory(accepted=True, statement=shown[0])
    QuotationFactory(accepted=True, statement=draft)
    QuotationFactory()
    old_name = SpeakerFactory(merged_into=shown[0].speaker)

    for reader in (cast.public(), cast.guest()):
        assert visible(Story, reader) == {story}
        assert visible(Statement, reader) == {*shown, withdrawn}
        assert visible(Contradiction, reader) == {pair}
        assert set(type(evidence).objects.visible_to(reader)) == {evidence}
        assert visible(Speaker, reader) == {shown[0].speaker, shown[1].speaker, withdrawn.speaker, old_name}
    assert visible(Statement, cast.journalist()) == {*shown, withdrawn, draft, elsewhere}
    assert Contradiction.objects.visible_to(cast.journalist()).count() == 4


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
    pairs.confirm(contradiction=pair, by=cast.reviewer())
    assert visible(Contradiction, cast.public()) == {pair}
