import pytest

from tests import cast
from tests.claims.views.public.reading import opened, words
from tests.factories import ContradictionFactory, StoryFactory


def test_a_story_shows_how_much_is_in_it_and_its_plainest_contradiction(closures):
    page = words(opened("/"))

    assert "The harbour list" in page
    assert "4 statements 2 speakers 1 contradiction" in page
    assert page.index("We have no list.") < page.index("the next day") < page.index("There was a list.")


def test_the_public_sees_published_stories_alone(closures):
    assert "A secret story" not in words(opened("/"))
    assert "A secret story" in words(opened("/", cast.journalist()))


def test_a_pair_with_a_draft_is_in_no_readers_count(closures):
    ContradictionFactory(first=closures.charge, second=closures.draft)

    assert "4 statements 2 speakers 1 contradiction" in words(opened("/"))
    assert "5 statements 2 speakers 2 contradictions" in words(opened("/", cast.journalist()))


@pytest.mark.django_db
def test_an_empty_front_page_says_what_will_stand_there():
    assert "No stories yet" in words(opened("/"))
    assert "Add an article" in words(opened("/", cast.editor()))


@pytest.mark.django_db
def test_with_nothing_corrected_the_front_page_does_not_tell_of_it_and_the_list_says_what_will_stand_there():
    assert "Latest corrections" not in words(opened("/"))
    assert "Nothing here" in words(opened("/corrections/"))


@pytest.mark.django_db
def test_a_long_list_comes_in_pages():
    StoryFactory.create_batch(21, published=True)

    assert "Page 1 of 2" in words(opened("/"))
    assert opened("/?page=2").content.decode().count('<article class="card') == 1
    assert opened("/?page=nonsense").status_code == 200


def test_more_stories_cost_no_more_queries(closures, add_noise, django_assert_num_queries):
    for _ in range(3):
        add_noise(StoryFactory(published=True), 6)
    browser = cast.browser_of(cast.public())

    with django_assert_num_queries(8):
        browser.get("/")


def test_a_closed_site_asks_the_public_to_sign_in(closures, settings):
    settings.PUBLIC_READING = False

    assert opened("/").headers["Location"] == "/accounts/sign-in/?next=/"
    assert opened("/", cast.journalist()).status_code == 200
