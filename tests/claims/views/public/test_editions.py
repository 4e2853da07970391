"""The public history of a public record: who confirmed each edition, when, what it changed, what readers were told."""

import pytest

from claims.models import Statement
from claims.verbs import pairs, statements, stories
from tests import cast
from tests.claims.views.public.reading import opened, words
from tests.claims.views.reviewing import confirmed, confirmed_pair, published
from tests.factories import StatementFactory, StoryFactory, StoryStatementFactory

SLIP = "A slip of the pen."


def edited(statement: Statement, **changes) -> None:
    fresh = Statement.objects.get(pk=statement.pk)
    statements.edit(statement=fresh, by=cast.editor(), revision=fresh.revision, **changes)


@pytest.fixture
def address(closures):
    return f"/statements/{closures.denial.pk}/editions/"


def newest(address: str, by: cast.Person | None = None) -> str:
    """What stands about the newest edition: all before the one that came before it."""
    return words(opened(address, by)).split("The newest edition Edition ")[1].split("Edition ")[0]


def test_an_edition_names_who_when_what_changed_and_the_correction(closures, address):
    edited(closures.denial, words="We have no list today.")

    confirmed(closures.denial, by=cast.reviewer, correction="We had left out a word.")

    answer = opened(address)
    told = newest(address)
    assert told.startswith("4, confirmed by Rae View, ")
    assert "Words We have no list today." in told
    assert "<ins>today</ins>" in answer.content.decode()
    assert "Correction" in told
    assert "We had left out a word. Rae View" in told
    assert words(answer).count("Edition ") == 4
    assert "Edition 1, confirmed by Una Sample" in words(answer)
    assert words(answer).count("The first edition.") == 1


def test_a_silent_edition_says_so_and_its_reason_is_the_newsrooms(closures, address):
    edited(closures.denial, role="Secretary for Harbours")

    confirmed(closures.denial, reason="The role was spelt oddly.")

    assert "Readers were not told." in newest(address)
    assert "spelt oddly" not in opened(address).content.decode()
    assert "Readers were not told. The reason: The role was spelt oddly." in newest(address, cast.journalist())


def test_a_correction_without_an_edition_is_on_the_page_of_the_statement_alone(closures, address):
    pairs.correct(statement=closures.denial, by=cast.reviewer(), text="This was about the harbour.")

    assert "This was about the harbour." in words(opened(f"/statements/{closures.denial.pk}/"))
    assert "This was about the harbour." not in words(opened(address))


def test_the_statement_leads_to_its_editions_and_back(closures, address):
    assert f'href="{address}"' in opened(f"/statements/{closures.denial.pk}/").content.decode()
    assert f'href="/statements/{closures.denial.pk}/"' in opened(address).content.decode()


def test_a_pairs_edition_tells_what_changed_in_the_finding(closures):
    address = f"/contradictions/{closures.reversal.pk}/editions/"
    pairs.edit(
        contradiction=closures.reversal,
        by=cast.editor(),
        revision=closures.reversal.revision,
        finding="partial",
        first_clash="We have",
    )

    confirmed_pair(closures.reversal, by=cast.reviewer, correction="It is less than we wrote.")

    assert f'href="{address}"' in opened(f"/contradictions/{closures.reversal.pk}/").content.decode()
    told = newest(address)
    assert "confirmed by Rae View" in told
    assert "Finding contradiction partial" in told
    assert f"Clashing words of statement {closures.denial.pk}" in told
    assert "It is less than we wrote." in told


def test_a_storys_edition_tells_what_came_and_went_and_the_note(closures):
    address = "/stories/harbour/editions/"
    stories.edit_story(story=closures.story, by=cast.editor(), revision=1, title="The harbour lists")
    stories.remove_from_story(story=closures.story, statement=closures.admission, by=cast.editor())
    StoryFactory(published=True, statements=[closures.undated])
    stories.remove_from_story(story=closures.story, statement=closures.undated, by=cast.editor())

    published(closures.story, by=cast.reviewer, note="There were two lists.")

    told = newest(address)
    assert "2, published by Rae View" in told
    assert "There were two lists. Rae View" in told
    assert "Title The harbour list lists" in told
    assert f"Statement {closures.undated.pk} Nobody asked us." in told
    # It stands in no story any more, so no reader sees it; the newsroom does.
    assert "There was a list." not in told
    assert f"Statement {closures.admission.pk} There was a list." in newest(address, cast.journalist())
    assert f'href="{address}"' in opened("/stories/harbour/").content.decode()


def test_a_denial_that_joins_a_story_is_told_as_a_denial(closures):
    denied = StatementFactory(words="lists were kept", mode="indirect", stance="denies", confirmed=True)
    StoryStatementFactory(story=closures.story, statement=denied)

    published(closures.story)

    assert f"Statement {denied.pk} Denied: lists were kept" in words(opened("/stories/harbour/editions/"))


def test_a_storys_editions_name_no_statement_that_readers_do_not_see(closures):
    stories.edit_story(story=closures.story, by=cast.editor(), revision=1, title="The harbour lists")
    draft = StatementFactory(words="Another draft")
    stories.add_to_story(story=closures.story, statement=draft, by=cast.editor())

    published(closures.story)

    page = opened("/stories/harbour/editions/").content.decode()
    for one in (draft, closures.draft):
        assert one.words not in page
        assert f"Statement {one.pk}" not in page
    assert "Another draft" in opened("/stories/harbour/editions/", cast.journalist()).content.decode()


def test_the_editions_of_what_readers_do_not_see_are_not_there(closures):
    for one in (closures.draft, closures.hidden):
        assert opened(f"/statements/{one.pk}/editions/").status_code == 404
    assert opened("/stories/secret/editions/").status_code == 404
    assert opened(f"/statements/{closures.hidden.pk}/editions/", cast.journalist()).status_code == 200
    assert opened(f"/statements/{closures.draft.pk}/editions/", cast.journalist()).status_code == 404


def test_more_editions_cost_no_more_queries(closures, address, django_assert_num_queries):
    browser = cast.browser_of(cast.public())
    for number in range(3):
        edited(closures.denial, occasion=f"Hearing {number}")
        confirmed(closures.denial)

    with django_assert_num_queries(9):
        browser.get(address)
    with django_assert_num_queries(6):
        browser.get(f"/contradictions/{closures.reversal.pk}/editions/")
    with django_assert_num_queries(9):
        browser.get("/stories/harbour/editions/")


@pytest.mark.parametrize("of", ["story", "statement", "pair"])
def test_editions_say_where_they_belong(closures, of):
    addresses = {
        "story": "/stories/harbour/editions/",
        "statement": f"/statements/{closures.denial.pk}/editions/",
        "pair": f"/contradictions/{closures.reversal.pk}/editions/",
    }

    page = words(opened(addresses[of]))

    assert f"Stories {closures.story.title} Editions" in page
