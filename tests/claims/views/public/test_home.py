import pytest

from claims.models import Statement
from tests import cast
from tests.claims.views.public.reading import opened, words
from tests.factories import ContradictionFactory, StoryFactory, edition_of, pair_edition_of


def test_a_story_shows_how_much_is_in_it_and_its_plainest_contradiction(closures):
    page = words(opened("/"))

    assert "The harbour list" in page
    assert "4 statements 2 speakers 1 contradiction" in page
    assert page.index("We have no list.") < page.index("the next day") < page.index("There was a list.")


def test_the_newest_contradictions_stand_there_beside_those_that_stories_open_with(closures):
    assert "Newest contradictions" not in words(opened("/"))  # the only one leads its story
    ContradictionFactory(first=closures.charge, second=closures.admission, confirmed=True)
    ContradictionFactory(first=closures.charge, second=closures.undated, finding="consistent", confirmed=True)
    ContradictionFactory(first=closures.charge, second=closures.draft)

    for who in (cast.public(), cast.journalist()):
        page = words(opened("/", who))
        told = page[page.index("Newest contradictions") : page.index("Una Ion") + 2000]
        assert told.count("Dispute.") == 1


def test_long_words_are_cut_to_what_clashes_with_a_way_to_the_whole(closures):
    told = "This is what I told them. " * 10 + "There was a list."
    Statement.objects.filter(pk=closures.admission.pk).update(words=told)
    closures.admission.refresh_from_db()
    edition_of(closures.admission)
    closures.reversal.refresh_from_db()
    pair_edition_of(closures.reversal)

    page = opened("/").content.decode()

    assert "… There was a list." in words(opened("/"))
    assert "what I told them" not in page
    assert f'<a href="/statements/{closures.admission.pk}/">In full</a>' in page


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

    with django_assert_num_queries(12):
        browser.get("/")


def test_a_closed_site_asks_the_public_to_sign_in(closures, settings):
    settings.PUBLIC_READING = False

    assert opened("/").headers["Location"] == "/accounts/sign-in/?next=/"
    assert opened("/", cast.journalist()).status_code == 200
