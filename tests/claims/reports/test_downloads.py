"""The two addresses that hand out reports: to whom, as what, and what happens when there is none to hand out."""

import pytest
from django.test import Client
from django.urls import reverse

from claims.views.public import reports
from tests import cast
from tests.claims.reports.paper import Paper
from tests.claims.reports.records import noise, published_pair
from tests.factories import ContradictionFactory, StoryFactory
from tests.factories.editions import story_edition_of

pytestmark = pytest.mark.django_db


def of_pair(pk: int) -> str:
    return reverse("claims:contradiction-report", args=[pk])


def of_story(slug: str) -> str:
    return reverse("claims:story-report", args=[slug])


def test_a_pair_is_handed_out_as_a_pdf_with_a_readable_name(client):
    pair, _ = published_pair()
    answer = client.get(of_pair(pair.pk))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    name = f"contradiction-{pair.pk}-mina-ister-on-25-april-2018-and-on-26-april-2018-"
    assert answer["Content-Disposition"].startswith(f'attachment; filename="{name}')
    assert answer["Content-Disposition"].endswith('.pdf"')
    assert "no-store" in answer["Cache-Control"]


def test_the_addresses_in_it_are_whole(client):
    pair, story = published_pair()
    assert f"http://testserver/contradictions/{pair.pk}/" in Paper(client.get(of_pair(pair.pk)).content)
    assert f"http://testserver/stories/{story.slug}/" in Paper(client.get(of_story(story.slug)).content)


def test_readers_never_get_an_unpublished_word(client):
    _, story = published_pair()
    noise(story)
    paper = Paper(client.get(of_story(story.slug)).content)
    assert "We have no list" in paper
    assert "SECRET" not in paper
    assert "NOT PUBLISHED" not in paper


def test_the_newsroom_gets_every_page_marked():
    _, story = published_pair()
    noise(story)
    answer = cast.browser_of(cast.journalist()).get(of_story(story.slug))
    assert answer["Content-Disposition"].endswith('-not-published.pdf"')
    assert all("NOT PUBLISHED — for internal use" in page for page in Paper(answer.content).pages)


HIDDEN = {
    "a proposed pair": lambda: of_pair(ContradictionFactory().pk),
    "an unpublished story": lambda: of_story(StoryFactory().slug),
    "no pair at all": lambda: of_pair(10**30),
    "no story at all": lambda: of_story("no-such-story"),
}


@pytest.mark.parametrize("what", HIDDEN)
@pytest.mark.parametrize("who", ["public", "guest", "leaver"])
def test_what_one_may_not_see_is_not_there(who, what):
    assert cast.browser_of(cast.everyone()[who]()).get(HIDDEN[what]()).status_code == 404


def test_a_story_that_has_moved_leads_to_its_report():
    _, story = published_pair()
    old, story.slug = story.slug, "the-lists"
    story.save()
    story_edition_of(story)
    answer = cast.browser_of(cast.public()).get(of_story(old))
    assert (answer.status_code, answer["Location"]) == (302, of_story("the-lists"))
    assert cast.browser_of(cast.public()).get(of_story("the-lists")).status_code == 200


def test_where_public_reading_is_closed_readers_sign_in_first(client, settings):
    settings.PUBLIC_READING = False
    pair, _ = published_pair()
    answer = client.get(of_pair(pair.pk))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("accounts:sign-in"))


def test_a_report_is_for_reading_only(client):
    pair, _ = published_pair()
    assert client.post(of_pair(pair.pk)).status_code == 405


def test_a_report_that_cannot_be_made_is_explained(client: Client, monkeypatch, caplog):
    pair, _ = published_pair()
    real = reports.typeset
    monkeypatch.setattr(reports, "typeset", lambda report: real(report, time_limit=0.001))
    answer = client.get(of_pair(pair.pk))
    assert answer.status_code == 503
    assert answer["Retry-After"] == "60"
    assert "The report could not be made" in answer.content.decode()
    assert f"/contradictions/{pair.pk}/" in answer.content.decode()
    assert "took longer than" in caplog.text
