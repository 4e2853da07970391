from claims.models import Speaker
from tests import cast
from tests.claims.views.public.reading import opened, words
from tests.factories import SpeakerFactory


def test_a_speaker_is_on_record_with_what_readers_may_see(closures):
    page = words(opened("/speakers/una-ion/"))

    assert "2 statements" in page
    assert "There had been a list" in page
    assert "A draft that nobody should see" not in page
    assert "3 statements" in words(opened("/speakers/una-ion/", cast.journalist()))


def test_what_contradicts_a_speaker_is_named(closures):
    page = words(opened("/speakers/mina-ister/"))

    assert "Contradicted the next day" in page
    assert "1 contradiction with their own words" in page


def test_the_address_of_a_merged_speaker_leads_on_for_good(closures):
    SpeakerFactory(slug="m-ister", merged_into=closures.minister)

    for asked in ("", "?clashing=on&at=2"):
        answer = opened(f"/speakers/m-ister/{asked}")
        assert (answer.status_code, answer.headers["Location"]) == (301, f"/speakers/mina-ister/{asked}")


def test_a_choice_that_names_a_merged_speaker_means_the_one_that_it_went_into(closures):
    SpeakerFactory(slug="m-ister", merged_into=closures.minister)

    page = words(opened("/stories/harbour/?speaker=m-ister"))

    assert "2 of 4 statements." in page
    assert "not one of the available choices" not in page


def test_somebody_heard_in_no_published_story_is_not_there_for_readers(closures):
    slug = Speaker.objects.get(statements=closures.hidden).slug

    assert opened(f"/speakers/{slug}/").status_code == 404
    assert opened(f"/speakers/{slug}/", cast.journalist()).status_code == 200


def test_more_statements_cost_no_more_queries(closures, add_noise, django_assert_num_queries):
    add_noise(closures.story, 6)
    browser = cast.browser_of(cast.public())

    with django_assert_num_queries(11):
        browser.get("/speakers/mina-ister/")
