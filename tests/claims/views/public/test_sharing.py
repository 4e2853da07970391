"""What a page says of itself to whoever links to it: title, description, address, preview card."""

import html
import re

import pytest

from tests import cast
from tests.claims.views.public.reading import opened
from tests.factories import pair_edition_of

CARD = "http://testserver/static/images/card.png"


def told(body: str, name: str) -> str:
    """The content of a page's meta element of that name."""
    return html.unescape(re.search(rf'<meta (?:name|property)="{name}" content="([^"]*)"', body)[1])


@pytest.fixture
def pages(closures) -> dict[str, str]:
    return {
        "/": "Who Said What",
        "/stories/harbour/": "The harbour list",
        f"/contradictions/{closures.reversal.pk}/": "We have no list.",
        f"/statements/{closures.denial.pk}/": "We have no list.",
        "/speakers/mina-ister/": "Mina Ister",
        f"/quotations/{closures.renderings[0].pk}/": "We have no list,",
    }


def test_every_page_has_a_title_a_description_an_address_and_a_card(pages):
    for address, title in pages.items():
        body = opened(f"{address}?utm_source=somewhere").content.decode()

        assert told(body, "og:title") == title
        assert told(body, "description")
        assert told(body, "og:description")
        assert f'<link rel="canonical" href="http://testserver{address}">' in body
        own = address.startswith(("/stories/", "/contradictions/", "/statements/"))
        card = rf"http://testserver{address}card-\d+-[0-9a-f]{{16}}\.png" if own else CARD
        assert re.fullmatch(card, told(body, "og:image"))
        assert told(body, "og:image:alt")
        assert (told(body, "og:image:width"), told(body, "og:image:height")) == ("1200", "630")


def test_titles_tell_the_pages_apart(pages):
    titles = [re.search(r"(?s)<title>(.*?)</title>", opened(address).content.decode())[1] for address in pages]

    assert len(set(titles)) == len(pages)
    assert all("\n" not in title.strip() for title in titles)


def test_what_is_not_public_asks_not_to_be_listed(closures):
    for address in (f"/statements/{closures.draft.pk}/", "/stories/secret/", "/stories/harbour/editions/"):
        assert told(opened(address, cast.journalist()).content.decode(), "robots") == "noindex"


def test_a_chosen_timeline_is_listed_under_the_whole_one(closures):
    body = opened("/stories/harbour/?speaker=una-ion").content.decode()

    assert told(body, "robots") == "noindex"
    assert 'href="http://testserver/stories/harbour/"' in body


def test_quotation_marks_in_words_do_not_break_the_description(closures):
    closures.reversal.explanation = 'She said "no list" <and> then & then.'
    closures.reversal.save()
    pair_edition_of(closures.reversal)

    body = opened(f"/contradictions/{closures.reversal.pk}/").content.decode()

    assert told(body, "description") == 'She said "no list" <and> then & then.'


def test_a_statement_and_a_pair_can_be_cited_framed_and_linked_to(closures):
    for address in (f"/statements/{closures.denial.pk}/", f"/contradictions/{closures.reversal.pk}/"):
        body = opened(address).content.decode()

        assert f'id="share-address" href="http://testserver{address}"' in body
        assert "@misc{whosaidwhat:" in body
        assert "&lt;iframe src=&quot;http://testserver/embed/" in body
        assert body.count("data-copies=") == body.count(" hidden>Copy") == 4


def test_what_readers_do_not_see_cannot_be_passed_on(closures):
    for statement in (closures.draft, closures.hidden):
        assert "share-address" not in opened(f"/statements/{statement.pk}/", cast.reviewer()).content.decode()


def test_every_page_has_one_address(closures):
    """Whole and without a query, whichever page it is."""
    record, story = f"/statements/{closures.denial.pk}/", "/stories/harbour/"
    pair = f"/contradictions/{closures.reversal.pk}/"
    pages = ("/", story, record, pair, "/speakers/mina-ister/", f"/quotations/{closures.renderings[0].pk}/")
    others = ("/corrections/", "/method/", "/mistakes/", *(f"{page}editions/" for page in (story, record, pair)))
    for address in (*pages, *others):
        body = opened(f"{address}?utm_source=somewhere").content.decode()

        assert re.findall(r'rel="canonical" href="([^"]*)"', body) == [f"http://testserver{address}"]
        assert told(body, "description")


def test_a_site_that_is_closed_offers_nothing_to_pass_on(closures, settings):
    """Feeds, frames, cards and the like answer nobody there, the newsroom included."""
    settings.PUBLIC_READING = False
    for address in ("/", "/stories/harbour/", f"/statements/{closures.denial.pk}/", "/speakers/mina-ister/"):
        body = opened(address, cast.reviewer()).content.decode()

        assert 'rel="alternate"' not in body
        assert "share-address" not in body
        assert told(body, "og:image") == CARD
