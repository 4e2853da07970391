"""An article's page: what is marked, what is shown of the reading, and what earlier versions leave behind."""

import re

import pytest
from django.urls import reverse

from claims.models import Reading
from tests import cast
from tests.factories import ArticleVersionFactory, QuotationFactory, ReadingFactory, StatementFactory

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
TEXT = "“We have no list,” she said. Nobody “really” knew.\n\n“There is one,” he told a <b>reporter</b>."


def page_of(shown, who=cast.editor, **query) -> str:
    url = reverse("claims:desk-article", args=[shown.article_id])
    return cast.browser_of(who()).get(url, query).content.decode()


def read(**details):
    version = ArticleVersionFactory(text=TEXT)
    ReadingFactory(version=version, **{"state": "done", "found": 2} | details)
    return version


def marked(page: str) -> str:
    return page.split('id="text"')[1].split("</section>")[0]


def test_quotations_are_links_that_name_their_state():
    version = read()
    suggestion = QuotationFactory(version=version, exact="“We have no list,”")
    accepted = QuotationFactory(version=version, exact="“There is one,”", accepted=True)
    text = marked(page_of(version))
    for quotation in (suggestion, accepted):
        assert f'href="/desk/quotations/{quotation.pk}/#f-{quotation.pk}"' in text
        assert f'id="f-{quotation.pk}"' in text
    assert "mark--suggested" in text
    assert '<span class="unseen">accepted: </span>' in text


def test_the_text_is_shown_as_it_is_and_never_as_markup():
    text = marked(page_of(read()))
    assert "&lt;b&gt;reporter&lt;/b&gt;" in text
    plain = re.sub(r"<[^>]*>", "", re.sub(r'<span class="unseen">.*?</span>', "", text.split(">", 1)[1]))
    assert plain.split() == TEXT.replace("<b>", "&lt;b&gt;").replace("</b>", "&lt;/b&gt;").split()


def test_what_is_not_attributed_is_marked_and_counted():
    page = page_of(read(remainder=[[37, 45, "quoted words"], [0, 4, "quoted words"]]))
    assert "is-remainder" in marked(page)
    assert "<strong>2</strong> not attributed" in page


def test_a_remainder_that_an_editor_has_selected_is_none_any_more():
    version = read(remainder=[[0, 18, "quoted words"]])
    QuotationFactory(version=version, exact="“We have no list,”")
    assert "not attributed" not in page_of(version)


def test_source_and_cue_are_marked_with_their_quotation():
    version = read()
    one = QuotationFactory(
        version=version, exact="“We have no list,”", source="she", source_start=19, cue="said", cue_start=23
    )
    text = marked(page_of(version))
    assert f'data-of="{one.pk}">she</span>' in text
    assert f'data-of="{one.pk}">said</span>' in text


def test_the_open_quotation_shows_what_was_read_and_from_which_words():
    quotation = QuotationFactory(
        version=read(),
        exact="“We have no list,”",
        speaker_name="Mina Ister",
        speaker_basis="she",
        speaker_rule="pronoun_before",
        role="Transport minister",
        confidence=0.934,
        rule="quoted_before_cue",
        said_from="2018-04-25",
        said_until="2018-04-25",
        said_precision="day",
        said_basis="on Wednesday",
    )
    page = cast.browser_of(cast.journalist()).get(f"/desk/quotations/{quotation.pk}/").content.decode()
    for words in (
        "Mina Ister",
        'from “<span dir="auto">she</span>” · pronoun before',
        "Transport minister",
        "confidence 93 in 100",
        "Wednesday 25 April 2018",
        "on Wednesday",
        "quoted before cue",
    ):
        assert words in page


@pytest.mark.parametrize("state", ["queued", "running"])
def test_a_page_that_is_being_read_asks_again_by_itself_and_by_hand(state):
    version = read(state=state)
    page = page_of(version)
    assert f'hx-get="/desk/versions/{version.pk}/progress/"' in page
    assert "Look again" in page
    assert "No quotation was found" not in page


def test_while_it_is_read_only_the_progress_is_swapped():
    version = read(state="running")
    browser, url = cast.browser_of(cast.editor()), reverse("claims:desk-progress", args=[version.pk])
    answer = browser.get(url, headers=HTMX)
    assert "HX-Retarget" not in answer
    assert b'id="text"' not in answer.content
    Reading.objects.update(state="done")
    answer = browser.get(url, headers=HTMX)
    assert answer["HX-Retarget"] == "#article"
    assert b'id="text"' in answer.content


def test_a_failed_reading_says_why_and_can_be_tried_again():
    version = read(state="failed", error="The language model could not be loaded.")
    assert "could not be loaded" in page_of(version)
    answer = cast.browser_of(cast.editor()).post(reverse("claims:desk-read-again", args=[version.pk]), follow=True)
    assert "waits to be read" in answer.content.decode()
    assert version.readings.filter(state="queued").exists()


def test_an_article_without_quotations_says_what_to_do():
    assert "No quotation was found in this text" in page_of(read(found=0))


def test_an_older_version_is_shown_on_demand_and_says_that_it_is_old():
    first = read()
    second = ArticleVersionFactory(article=first.article, number=2, text="A new text altogether.")
    assert "A new text altogether." in marked(page_of(second))
    old = page_of(first, version=1)
    assert "We have no list" in marked(old)
    assert "Not the newest text" in old
    assert "A new text altogether." in marked(page_of(second, version="9"))
    assert "A new text altogether." in marked(page_of(second, version="x"))


def test_evidence_that_the_new_text_lacks_is_listed():
    first = read()
    kept = QuotationFactory(version=first, exact="“We have no list,”", accepted=True)
    second = ArticleVersionFactory(article=first.article, number=2, text="“We have a list,” she said.")
    ReadingFactory(version=second, state="done")
    page = page_of(second)
    assert "Evidence that the newest text no longer has" in page
    assert f'href="/desk/quotations/{kept.pk}/"' in page


def test_an_article_that_is_not_there():
    assert cast.browser_of(cast.editor()).get("/desk/articles/999/").status_code == 404


def test_statements_alike_are_offered_first():
    statement = StatementFactory(speaker__name="Mina Ister", words="We have no list")
    StatementFactory(speaker__name="Somebody Else", words="We have no list")
    StatementFactory(speaker=statement.speaker, words="Nothing of that kind is known")
    quotation = QuotationFactory(version=read(), exact="“We have no list,”", speaker_name="Mina Ister")
    answer = cast.browser_of(cast.editor()).get(f"/desk/quotations/{quotation.pk}/")
    assert answer.context["alike"] == [statement]


def test_a_long_text_comes_in_parts_and_opens_where_the_quotation_is():
    text = "\n\n".join(f"Paragraph {number} of many." for number in range(700))
    version = ArticleVersionFactory(text=text)
    ReadingFactory(version=version, state="done")
    last = QuotationFactory(version=version, exact="Paragraph 650 of many.")
    first_part, second_part = marked(page_of(version)), marked(page_of(version, page=2))
    assert ("Paragraph 299 " in first_part, "Paragraph 300 " in first_part) == (True, False)
    assert ("Paragraph 300 " in second_part, "Paragraph 299 " in second_part) == (True, False)
    opened = marked(cast.browser_of(cast.editor()).get(f"/desk/quotations/{last.pk}/").content.decode())
    assert f'id="f-{last.pk}"' in opened


def test_the_open_quotation_shows_where_who_relayed_it_and_how_it_was_put():
    one = QuotationFactory(
        version=read(), exact="“We have no list,”", stance="asserts", manner="admits", relay="Harbour News",
        occasion="Harbour Committee", occasion_basis="the committee",
    )  # fmt: skip
    page = cast.browser_of(cast.editor()).get(reverse("claims:desk-quotation", args=[one.pk])).content.decode()
    panel = page.split('id="panel"')[1]
    for words in ("Harbour Committee", "the committee", "Harbour News", "asserts, admits"):
        assert words in panel
    assert 'name="occasion" value="Harbour Committee"' in panel


def test_an_inferred_day_says_that_the_text_gives_none():
    one = QuotationFactory(
        version=read(), exact="“We have no list,”", said_until="2018-04-26", said_basis="publication"
    )
    page = cast.browser_of(cast.editor()).get(reverse("claims:desk-quotation", args=[one.pk])).content.decode()
    assert "inferred from the day of publication" in page
    assert "from “" not in page.split("<dt>Said</dt>")[1].split("</dd>")[0]


def test_words_of_several_sources_lead_from_one_to_the_other():
    version = read()
    first = QuotationFactory(version=version, exact="“We have no list,”", speaker_name="Mina Ister")
    second = QuotationFactory(version=version, exact="“We have no list,”", speaker_name="Ann Other", of_source=1)
    browser = cast.browser_of(cast.editor())
    page = browser.get(reverse("claims:desk-quotation", args=[first.pk])).content.decode()
    assert f'href="/desk/quotations/{second.pk}/#f-{second.pk}"' in page.split("<dt>Also by</dt>")[1].split("</dd>")[0]
    text = marked(page)
    assert text.index(f'id="f-{first.pk}"') < text.index(f'id="f-{second.pk}"')
    assert f'hx-get="/desk/quotations/{first.pk}/">“We have no list,”</a>' in text


class TestLowConfidence:
    @pytest.fixture
    def version(self):
        version = read()
        QuotationFactory(version=version, exact="“We have no list,”", confidence=0.95)
        QuotationFactory(version=version, exact="Nobody “really” knew.", confidence=0.55)
        QuotationFactory(version=version, exact="“There is one,”", confidence=0.55, accepted=True)
        return version

    def test_is_shown_at_first(self, version):
        page = page_of(version)
        assert "folded away" not in page
        assert marked(page).count('class="flag ') == 3

    def test_is_folded_away_but_for_what_is_decided(self, version):
        page = page_of(version, fold="70")
        assert "<strong>2</strong> suggested, 1 of them folded away" in page
        assert "mark--suggested" in marked(page)
        assert marked(page).count('class="flag ') == 2
        assert '<option value="70" selected>' in page

    def test_stays_folded_on_the_next_page(self, version):
        browser, url = cast.browser_of(cast.editor()), reverse("claims:desk-article", args=[version.article_id])
        browser.get(url, {"fold": "70"})
        assert "1 of them folded away" in browser.get(url).content.decode()
        assert "folded away" not in browser.get(url, {"fold": "0"}).content.decode()

    def test_is_shown_where_it_is_open(self, version):
        browser = cast.browser_of(cast.editor())
        browser.get(reverse("claims:desk-article", args=[version.article_id]), {"fold": "70"})
        unsure = version.quotations.get(confidence=0.55, state="suggested")
        page = browser.get(reverse("claims:desk-quotation", args=[unsure.pk])).content.decode()
        assert f'id="f-{unsure.pk}"' in marked(page)

    @pytest.mark.parametrize("asked", ["71", "-1", "many", "", "9" * 5000])
    def test_what_is_no_choice_changes_nothing(self, version, asked):
        assert "folded away" not in page_of(version, fold=asked)


def test_a_text_that_was_read_in_part_says_from_where_on():
    page = page_of(read(unread=[[50, len(TEXT)]]))
    assert "Read in part." in page
    assert TEXT[50:60].strip() in page.split("Read in part.")[1].split("</p>")[0]
    assert "Read in part" not in page_of(read())
