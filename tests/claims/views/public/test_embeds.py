"""Frames on other sites, and how these learn of them: what the public sees, whoever looks, and nothing else."""

import re
from types import SimpleNamespace
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Statement, Story
from claims.models.states import StoryState
from claims.verbs import statements
from tests import cast
from tests.claims.views.public.harbour import harbour
from tests.claims.views.public.reading import opened, words
from tests.factories import edition_of, story_edition_of
from tests.world import built_once

pytestmark = pytest.mark.django_db
built, records = built_once(lambda: vars(harbour()))


@pytest.fixture
def told(records) -> SimpleNamespace:
    return SimpleNamespace(**records)


def embeds(told) -> dict[str, tuple[str, str]]:
    """Page and embed of each."""
    return {
        "story": ("/stories/harbour/", "/embed/stories/harbour/"),
        "pair": (f"/contradictions/{told.reversal.pk}/", f"/embed/pairs/{told.reversal.pk}/"),
        "statement": (f"/statements/{told.denial.pk}/", f"/embed/statements/{told.denial.pk}/"),
    }


KINDS = ("story", "pair", "statement")


def asked(url: str, **more: str):
    return opened(f"/oembed/?{urlencode({'url': url, **more})}")


# ------------------------------------------------------------------ frames


@pytest.mark.parametrize("kind", KINDS)
def test_an_embed_may_be_framed_and_runs_sends_and_keeps_nothing(told, kind):
    page, embed = embeds(told)[kind]
    answer = opened(embed, cast.reviewer())

    assert "X-Frame-Options" not in answer
    assert "frame-ancestors *;" in f"{answer['Content-Security-Policy']};"
    assert "script-src 'none'" in answer["Content-Security-Policy"]
    assert "form-action 'none'" in answer["Content-Security-Policy"]
    assert not re.search("<(script|form)", answer.text)
    assert '<meta name="robots" content="noindex">' in answer.text
    assert "Vary" not in answer
    assert not answer.cookies
    assert answer.content == opened(embed).content
    assert f'href="http://testserver{page}" target="_blank" rel="noopener"' in answer.text
    assert "We have no list" in words(answer)


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_itself_may_not_be_framed(told, kind):
    answer = opened(embeds(told)[kind][0])

    assert answer["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]


@pytest.mark.parametrize("kind", KINDS)
def test_an_embed_takes_as_many_queries_with_more_in_it(told, add_noise, kind):
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            opened(embeds(told)[kind][1])
        return len(queries)

    before = count()
    add_noise(told.story, 4)
    story_edition_of(told.story)

    assert count() == before <= 9


@pytest.mark.parametrize(
    "embed", ["/embed/stories/secret/", "/embed/statements/{hidden}/", "/embed/statements/{draft}/", "/embed/pairs/0/"]
)
def test_what_is_not_public_has_a_frame_that_says_so_and_no_more(told, embed):
    answer = opened(embed.format(hidden=told.hidden.pk, draft=told.draft.pk), cast.reviewer())

    assert answer.status_code == 404
    assert "X-Frame-Options" not in answer
    assert words(answer).startswith("Not public")


def test_of_what_was_withdrawn_a_frame_tells_the_reason_and_no_words(told):
    statements.withdraw_statement(statement=told.denial, by=cast.reviewer(), reason="It was somebody else.")

    for _, embed in embeds(told).values():
        assert "no list" not in opened(embed).text
    for kind in ("pair", "statement"):
        assert "It was somebody else." in words(opened(embeds(told)[kind][1]))


def test_long_words_are_cut_and_markup_stays_words(told):
    Statement.objects.filter(pk=told.denial.pk).update(words="<b>No</b> list. " * 60)
    edition_of(told.denial)

    page = opened(embeds(told)["statement"][1]).text

    assert "&lt;b&gt;No" in page
    assert "<b>" not in page
    assert " …" in page
    assert len(re.search("(?s)<blockquote.*?</blockquote>", page)[0]) < 1200


def test_a_story_that_moved_is_framed_at_its_old_address(told):
    Story.objects.filter(pk=told.story.pk).update(slug="another")
    story_edition_of(told.story)

    assert "The harbour list" in words(opened("/embed/stories/harbour/"))


# ------------------------------------------------------------------ oEmbed


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_leads_to_the_answer_that_frames_it(told, kind):
    page, embed = embeds(told)[kind]
    link = re.search(r'<link rel="alternate" type="application/json\+oembed" .*?href="([^"]*)"', opened(page).text)[1]
    answer = opened(link.replace("&amp;", "&").removeprefix("http://testserver"))

    told_of = answer.json()
    assert answer["Content-Type"] == "application/json"
    assert (told_of["version"], told_of["type"], told_of["provider_name"]) == ("1.0", "rich", "Who Said What")
    assert f'<iframe src="http://testserver{embed}" width="600"' in told_of["html"]
    assert (told_of["width"], told_of["title"] != "") == (600, True)
    assert (told_of["thumbnail_width"], told_of["thumbnail_height"]) == (1200, 630)
    assert told_of["thumbnail_url"] in opened(page).text
    assert "Vary" not in answer


def test_a_frame_takes_no_more_room_than_there_is(told):
    page = f"http://testserver{embeds(told)['pair'][0]}"
    small = asked(page, maxwidth="320", maxheight="200").json()

    assert (small["width"], small["height"]) == (320, 200)
    assert 'width="320" height="200"' in small["html"]
    assert "thumbnail_url" not in small
    assert asked(page, maxwidth="5000").json()["width"] == 600


REFUSED = {
    "another site": ("http://elsewhere.example/stories/harbour/", {}, 404),
    "our name on another port": ("http://testserver:81/stories/harbour/", {}, 404),
    "our name within another": ("http://testserver@elsewhere.example/stories/harbour/", {}, 404),
    "no page": ("http://testserver/nowhere/", {}, 404),
    "a page without a frame": ("http://testserver/speakers/mina-ister/", {}, 404),
    "the desk": ("http://testserver/desk/", {}, 404),
    "unpublished": ("http://testserver/stories/secret/", {}, 404),
    "no address at all": ("stories/harbour", {}, 404),
    "a broken address": ("http://[testserver/", {}, 404),
    "another scheme": ("javascript://testserver/stories/harbour/", {}, 404),
    "XML": ("http://testserver/stories/harbour/", {"format": "xml"}, 501),
    "no width": ("http://testserver/stories/harbour/", {"maxwidth": "wide"}, 400),
    "nothing asked": ("", {}, 400),
}


@pytest.mark.parametrize(("url", "more", "status"), REFUSED.values(), ids=REFUSED)
def test_only_what_is_public_here_has_an_answer(told, url, more, status):
    assert asked(url, **more).status_code == status


def test_a_draft_and_a_hidden_statement_have_no_answer_whoever_asks(told):
    for statement in (told.draft, told.hidden):
        url = urlencode({"url": f"http://testserver/statements/{statement.pk}/"})
        assert opened(f"/oembed/?{url}", cast.reviewer()).status_code == 404
        assert "json+oembed" not in opened(f"/statements/{statement.pk}/", cast.reviewer()).text


def test_the_answer_goes_when_the_story_does(told):
    urls = [f"http://testserver{page}" for page, _ in embeds(told).values()]
    assert [asked(url).status_code for url in urls] == [200] * 3
    Story.objects.update(state=StoryState.UNPUBLISHED)

    assert [asked(url).status_code for url in urls] == [404] * 3


def test_the_old_address_of_a_story_has_the_answer_of_its_new_one(told):
    Story.objects.filter(pk=told.story.pk).update(slug="another", title='A "title" <b>')
    story_edition_of(told.story)

    answer = asked("http://testserver/stories/harbour/?speaker=una-ion#on-2018-04-25").json()

    assert "/embed/stories/another/" in answer["html"]
    assert "&quot;title&quot; &lt;b&gt;" in answer["html"]


def test_where_public_reading_is_closed_there_is_no_answer(told, settings):
    settings.PUBLIC_READING = False

    assert asked("http://testserver/stories/harbour/").status_code == 404
