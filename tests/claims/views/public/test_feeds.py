"""Atom feeds: RFC 4287's musts, ids and moments that move when they should and not else, no words of what was
withdrawn, and nothing of a session."""

import datetime as dt
from types import SimpleNamespace
from typing import Any

import feedparser
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from claims.models import Speaker, Story
from claims.models.states import StoryState
from claims.verbs import pairs, statements
from tests import cast
from tests.claims.views.public.atom import Read, read
from tests.claims.views.public.harbour import harbour
from tests.claims.views.public.reading import opened
from tests.factories import CorrectionFactory, StatementFactory, edition_of, pair_edition_of, story_edition_of
from tests.world import built_once

pytestmark = pytest.mark.django_db
FEEDS = {
    "contradictions": ("/feeds/contradictions/", 6),
    "corrections": ("/feeds/corrections/", 9),
    "story": ("/stories/harbour/feed/", 9),
    "speaker": ("/speakers/mina-ister/feed/", 10),
}
CONTRADICTIONS, CORRECTIONS, STORY, SPEAKER = (address for address, _ in FEEDS.values())


def corrected() -> dict[str, Any]:
    told = vars(harbour())
    return told | {"correction": CorrectionFactory(statement=told["denial"])}


built, records = built_once(corrected)


@pytest.fixture
def told(records) -> SimpleNamespace:
    return SimpleNamespace(**records)


def feed(address: str, by: cast.Person | None = None) -> Read:
    answer = opened(address, by)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return read(answer.content)


@pytest.mark.parametrize("address", [address for address, _ in FEEDS.values()], ids=FEEDS)
def test_every_feed_keeps_what_atom_asks_for(told, address):
    found = feed(address)

    assert found.links["self"] == f"http://testserver{address}"
    assert found.entries
    assert found.updated == max(entry.updated for entry in found.entries)
    assert all(entry.link.startswith("http://testserver/") for entry in found.entries)


@pytest.mark.parametrize("address", [address for address, _ in FEEDS.values()], ids=FEEDS)
def test_a_reader_program_takes_every_feed_without_complaint(told, address):
    answer = opened(address)

    found = feedparser.parse(answer.content, response_headers={"content-type": answer["Content-Type"]})

    assert not found.bozo
    assert found.version == "atom10"
    assert [(one.id, one.link) for one in found.entries] == [(one.id, one.link) for one in read(answer.content).entries]
    assert all(one.title and one.updated_parsed and one.content for one in found.entries)


@pytest.mark.parametrize("address", [address for address, _ in FEEDS.values()], ids=FEEDS)
def test_a_feed_knows_no_session(told, address):
    answer = opened(address, cast.reviewer())

    assert answer.content == opened(address).content
    assert "Cookie" not in answer.get("Vary", "")
    assert not answer.cookies
    assert "A draft that nobody should see." not in answer.text


@pytest.mark.parametrize(("address", "most"), FEEDS.values(), ids=FEEDS)
def test_a_feed_takes_as_many_queries_with_more_in_it(told, add_noise, address, most):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            opened(address)
        return len(queries)

    before = asked()
    add_noise(told.story, 5)
    story_edition_of(told.story)

    assert asked() == before <= most


@pytest.mark.parametrize("address", [address for address, _ in FEEDS.values()], ids=FEEDS)
def test_what_somebody_has_is_not_sent_again(told, address):
    first = opened(address)

    again = opened(address, **{"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert "no-cache" in first["Cache-Control"]
    assert opened(address, **{"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize(
    ("page", "address"),
    [("/", CONTRADICTIONS), ("/", CORRECTIONS), ("/stories/harbour/", STORY), ("/speakers/mina-ister/", SPEAKER)],
)
def test_pages_lead_to_their_feeds(told, page, address):
    link = '<link rel="alternate" type="application/atom+xml"'

    assert any(line.endswith(f'href="{address}">') for line in opened(page).text.splitlines() if link in line)


def test_ids_outlive_titles_names_and_addresses(told):
    before = {address: (found.id, ids(found)) for address in (STORY, SPEAKER) for found in [feed(address)]}
    Story.objects.filter(pk=told.story.pk).update(title="Another title", slug="another")
    Speaker.objects.filter(pk=told.minister.pk).update(name="Mina Other", slug="mina-other")
    story_edition_of(told.story)

    assert opened(STORY).url == "/stories/another/feed/"
    after = {STORY: feed("/stories/another/feed/"), SPEAKER: feed("/speakers/mina-other/feed/")}

    assert {address: (found.id, ids(found)) for address, found in after.items()} == before


def test_an_entry_is_updated_by_a_new_edition_a_correction_and_a_withdrawal_alone(told):
    """A name, an address and a change that waits are none of these."""
    first = moments(feed(STORY))
    Speaker.objects.filter(pk=told.minister.pk).update(name="Mina Other")
    told.admission.words = "There was no list at all."
    told.admission.save()
    assert moments(feed(STORY)) == first

    CorrectionFactory(statement=None, contradiction=told.reversal, made_at=dt.datetime(2018, 5, 1, 12, tzinfo=dt.UTC))
    second = moments(feed(STORY))
    assert changed(first, second) == {f"/contradictions/{told.reversal.pk}/"}

    statements.withdraw_statement(statement=told.charge, by=cast.reviewer(), reason="Another Una Ion.")
    assert changed(second, moments(feed(STORY))) == {f"/statements/{told.charge.pk}/"}


def test_of_what_is_withdrawn_a_feed_says_so_and_shows_no_words(told):
    statements.withdraw_statement(statement=told.denial, by=cast.reviewer(), reason="It was somebody else.")

    for address in (CONTRADICTIONS, STORY, SPEAKER):
        body = opened(address).text
        assert "We have no list" not in body
        assert "There cannot be a list" not in body
        assert "It was somebody else." in body
    (entry,) = feed(CONTRADICTIONS).entries
    assert entry.html.count("Withdrawn: the words are no longer shown.") == 1
    assert entry.html.count("The words stand on the statement’s own page.") == 1
    assert "No longer holds" in opened(CONTRADICTIONS).text


def test_a_withdrawn_finding_keeps_its_statements_words(told):
    pairs.withdraw(contradiction=told.reversal, by=cast.reviewer(), reason="They speak of two lists.")

    body = opened(CONTRADICTIONS).text

    assert "We have no list" in body
    assert "There cannot be a list" not in body
    assert "They speak of two lists." in body


def test_corrections_tell_what_they_correct(told):
    (found,) = feed(CORRECTIONS).entries

    assert found.title == "Correction: Mina Ister on 25 April 2018: “We have no list.”"
    assert found.updated == told.correction.made_at
    assert told.correction.text in found.html


def test_what_is_not_public_is_in_no_feed(told):
    CorrectionFactory(statement=told.hidden, text="About the hidden one.")

    assert "hidden" not in opened(CORRECTIONS).text.lower()
    assert opened("/stories/secret/feed/", cast.reviewer()).status_code == 404
    assert opened("/speakers/nobody/feed/").status_code == 404


def test_the_address_of_a_merged_speaker_leads_on(told):
    Speaker.objects.filter(pk=told.union.pk).update(merged_into=told.minister)

    answer = opened("/speakers/una-ion/feed/")

    assert (answer.status_code, answer.url) == (301, SPEAKER)
    assert any("There had been a list" in entry.html for entry in feed(SPEAKER).entries)


def test_an_empty_feed_is_one_all_the_same(told):
    Story.objects.update(state=StoryState.UNPUBLISHED)

    found = feed(CONTRADICTIONS)

    assert found.entries == ()
    assert found.updated.year == 1970


def test_any_character_that_words_may_have_is_well_formed(told):
    told.admission.words = "There <b>was</b> & is ]]> a list \x0b\ufffe \U0001f4c3 רשימה"
    told.admission.save()
    edition_of(told.admission)
    pair_edition_of(told.reversal)

    (entry,) = feed(CONTRADICTIONS).entries

    assert escape("There <b>was</b> & is ]]> a list") in entry.html
    assert "\U0001f4c3 רשימה" in entry.html


def test_findings_of_no_contradiction_are_no_news_of_contradictions(told):
    told.reversal.finding = "consistent"
    told.reversal.save()
    pair_edition_of(told.reversal)
    StatementFactory()

    assert feed(CONTRADICTIONS).entries == ()


def ids(found: Read) -> set[str]:
    return {entry.id for entry in found.entries}


def moments(found: Read) -> dict[str, dt.datetime]:
    return {entry.link.removeprefix("http://testserver"): entry.updated for entry in found.entries}


def changed(before: dict[str, dt.datetime], after: dict[str, dt.datetime]) -> set[str]:
    return {link for link, moment in after.items() if before[link] != moment}
