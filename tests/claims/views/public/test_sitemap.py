"""The sitemap: every public address once, nothing else, and parts that look at no other part."""

from types import SimpleNamespace
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Story
from claims.models.states import StoryState
from claims.timeline import places
from claims.verbs import statements
from tests import cast
from tests.claims.views.public.harbour import harbour
from tests.claims.views.public.reading import opened
from tests.factories import story_edition_of
from tests.world import built_once

pytestmark = pytest.mark.django_db
built, records = built_once(lambda: vars(harbour()))
PAGES = {"/", "/corrections/", "/method/", "/speakers/"}
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def told(records) -> SimpleNamespace:
    return SimpleNamespace(**records)


def listed(address: str = "/sitemap.xml") -> dict[str, str | None]:
    """The addresses of a sitemap, or of all parts of an index, with their last change."""
    answer = opened(address)
    assert answer.status_code == 200
    root = ET.fromstring(answer.content)  # noqa: S314 (our own)
    found = {one.findtext(f"{NAMESPACE}loc"): one.findtext(f"{NAMESPACE}lastmod") for one in root}
    assert len(found) == len(root) > 0
    if root.tag == f"{NAMESPACE}urlset":
        return found
    return {loc: changed for part in found for loc, changed in listed(part).items()}


def addresses() -> set[str]:
    found = listed()
    assert all(one.startswith("http://testserver/") for one in found)
    return {one.removeprefix("http://testserver") for one in found}


def public(told) -> set[str]:
    statements = {f"/statements/{one.pk}/" for one in (told.denial, told.admission, told.charge, told.undated)}
    return statements | {
        *PAGES,
        "/stories/harbour/",
        "/speakers/mina-ister/",
        "/speakers/una-ion/",
        f"/contradictions/{told.reversal.pk}/",
    }


def test_every_public_address_is_in_it_and_no_other(told):
    assert addresses() == public(told)


def test_an_address_has_the_moment_of_its_edition(told):
    found = listed()

    assert found[f"http://testserver/statements/{told.denial.pk}/"] == "2018-04-27T11:00:00+00:00"
    assert found["http://testserver/stories/harbour/"] == "2018-04-27T11:00:00+00:00"
    assert found["http://testserver/"] is None


def test_parts_hold_what_their_numbers_say(told, monkeypatch):
    monkeypatch.setattr(places, "PART", 1)

    assert addresses() == public(told)
    assert set(listed(f"/sitemaps/statements-{told.denial.pk}.xml")) == {
        f"http://testserver/statements/{told.denial.pk}/"
    }


def test_what_is_withdrawn_is_not_listed(told):
    statements.withdraw_statement(statement=told.denial, by=cast.reviewer(), reason="It was somebody else.")

    gone = {f"/statements/{told.denial.pk}/", f"/contradictions/{told.reversal.pk}/"}
    assert addresses() == public(told) - gone


def test_a_site_without_anything_public_lists_its_own_pages(told):
    Story.objects.update(state=StoryState.UNPUBLISHED)

    assert addresses() == PAGES


@pytest.mark.parametrize("part", ["statements-7000", "nothing-0", "statements-99999999999999999999", "pages-0"])
def test_a_part_without_anything_is_not_there(told, part):
    assert opened(f"/sitemaps/{part}.xml").status_code == 404


def test_the_number_of_queries_does_not_grow(told, add_noise):
    def asked(address: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            opened(address)
        return len(queries)

    both = ("/sitemap.xml", "/sitemaps/statements-0.xml")
    before = [asked(address) for address in both]
    add_noise(told.story, 4)
    story_edition_of(told.story)

    assert [asked(address) for address in both] == before == [9, 2]


def test_robots_are_told_where_it_is_and_what_to_leave_alone(told, settings):
    assert "Sitemap: http://testserver/sitemap.xml" in opened("/robots.txt").text
    assert "Disallow: /desk/" in opened("/robots.txt").text
    settings.PUBLIC_READING = False
    assert opened("/robots.txt").text == "User-agent: *\nDisallow: /\n"
    assert opened("/sitemap.xml").status_code == 404
