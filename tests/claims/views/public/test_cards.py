"""The addresses of preview cards: pictures of what the public sees, made once, and never of withdrawn words."""

import re
from types import SimpleNamespace

import pytest
from django.core.cache import cache

from claims.sharing import drawing
from claims.verbs import statements
from tests import cast
from tests.claims.views.public.harbour import harbour
from tests.claims.views.public.reading import opened
from tests.factories import edition_of
from tests.world import built_once

pytestmark = pytest.mark.django_db
built, records = built_once(lambda: vars(harbour()))
KINDS = ("story", "pair", "statement")


@pytest.fixture
def told(records) -> SimpleNamespace:
    cache.clear()
    return SimpleNamespace(**records)


def page(told, kind: str) -> str:
    return {
        "story": "/stories/harbour/",
        "pair": f"/contradictions/{told.reversal.pk}/",
        "statement": f"/statements/{told.denial.pk}/",
    }[kind]


def card_of(address: str) -> str:
    """The path of the card that a page names."""
    return re.search('property="og:image" content="http://testserver([^"]*)"', opened(address).text)[1]


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_names_its_card_which_knows_no_session(told, kind):
    answer = opened(card_of(page(told, kind)), cast.reviewer())

    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    assert answer.content.startswith(b"\x89PNG")
    assert "no-cache" in answer["Cache-Control"]
    assert "Cookie" not in answer.get("Vary", "")


def test_whoever_has_a_card_gets_it_neither_drawn_nor_sent_again(told, monkeypatch):
    address = card_of(page(told, "pair"))
    tag = opened(address)["ETag"]
    cache.clear()
    monkeypatch.setattr(drawing, "PAINTER", "nowhere")

    again = opened(address, **{"If-None-Match": tag})

    assert (again.status_code, again.content, again["ETag"]) == (304, b"", tag)


@pytest.mark.parametrize("kind", KINDS)
def test_an_older_address_leads_to_the_newest_card(told, kind):
    before = card_of(page(told, kind))
    told.denial.words = "We have no list of closures."
    told.denial.save()
    edition_of(told.denial)

    after = card_of(page(told, kind))
    answer = opened(before)

    assert after != before
    assert (answer.status_code, answer.url) == (302, after)
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("kind", ["pair", "statement"])
def test_no_address_shows_words_that_are_withdrawn(told, kind):
    before = card_of(page(told, kind))
    statements.withdraw_statement(statement=told.denial, by=cast.reviewer(), reason="It was somebody else.")

    body = opened(page(told, kind)).text
    assert opened(before).url == card_of(page(told, kind)) != before
    assert "no list" not in body


def test_a_card_that_cannot_be_drawn_is_the_sites_own(told, monkeypatch):
    monkeypatch.setattr(drawing, "PAINTER", "nowhere")

    answer = opened(card_of(page(told, "statement")))

    assert (answer.status_code, answer.url) == (302, "/static/images/card.png")
    assert "no-store" in answer["Cache-Control"]


def test_where_readers_see_no_page_there_is_no_card(told, settings):
    for address in (f"/statements/{told.hidden.pk}/", f"/statements/{told.draft.pk}/", "/stories/secret/"):
        assert "/static/images/card.png" in opened(address, cast.reviewer()).text
    address = card_of(page(told, "pair"))
    settings.PUBLIC_READING = False
    assert opened(address, cast.reviewer()).status_code == 404
