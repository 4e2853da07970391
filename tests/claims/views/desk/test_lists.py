"""Lists ask the database the same number of times however long they are, and find by words."""

import pytest
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article, article
from articles.models.article import MANY, MOST_PARTS
from tests import cast
from tests.factories import (
    ArticleVersionFactory,
    ContradictionFactory,
    QuotationFactory,
    ReadingFactory,
    SpeakerFactory,
    StatementFactory,
    StoryFactory,
)

pytestmark = pytest.mark.django_db


def more() -> None:
    """One more row of everything that a list of the desk shows."""
    quotation = QuotationFactory(speaker_name="Mina Ister")
    ReadingFactory(version=quotation.version, state="done")
    ReadingFactory(version=ArticleVersionFactory(), state="failed", error="The model is not there.")
    pair = ContradictionFactory(proposed_by=cast.editor())
    StoryFactory(statements=[pair.first, pair.second])


@pytest.mark.parametrize(
    "name", ["desk", "desk-articles", "desk-statements", "desk-contradictions", "desk-stories", "desk-speakers"]
)
def test_a_longer_list_asks_no_more_questions(name, connection_queries):
    browser, url = cast.browser_of(cast.editor()), reverse(f"claims:{name}")
    more()
    few = connection_queries(browser, url)
    for _ in range(6):
        more()
    assert connection_queries(browser, url) <= few


@pytest.mark.parametrize("name", ["desk-story", "desk-statement", "desk-against", "desk-speaker"])
def test_a_longer_record_asks_no_more_questions(name, connection_queries):
    story, speaker = StoryFactory(), SpeakerFactory()

    def add() -> None:
        one, other = StatementFactory(speaker=speaker), StatementFactory(speaker=speaker)
        story.statements.add(one, other)
        ContradictionFactory(first=one, second=other, proposed_by=cast.editor())
        QuotationFactory(accepted=True, statement=first)

    first = StatementFactory(speaker=speaker)
    story.statements.add(first)
    add()
    pk = {"desk-story": story.pk, "desk-speaker": speaker.pk}.get(name, first.pk)
    browser, url = cast.browser_of(cast.editor()), reverse(f"claims:{name}", args=[pk])
    few = connection_queries(browser, url)
    for _ in range(4):
        add()
    assert connection_queries(browser, url) <= few


def test_a_long_article_asks_no_more_questions(connection_queries):
    text = " ".join(f'"Sentence {number} of many," she said.' for number in range(40))
    version = ArticleVersionFactory(text=text)
    browser, url = cast.browser_of(cast.editor()), reverse("claims:desk-article", args=[version.article_id])
    QuotationFactory(version=version, exact="Sentence 1 of many,")
    few = connection_queries(browser, url)
    for number in range(2, 40):
        QuotationFactory(version=version, exact=f"Sentence {number} of many,")
    assert connection_queries(browser, url) <= few


SEARCHES = {
    "words": ("targets", True),
    "two words of two fields": ("targets Mina", True),
    "case does not count": ("TARGETS", True),
    "a word that is missing": ("targets elephants", False),
    "a wildcard is a letter like any other": ("t%s", False),
    "markup": ("<b>", False),
}


@pytest.mark.parametrize(("wanted", "found"), SEARCHES.values(), ids=SEARCHES)
def test_statements_are_found_by_every_word(wanted, found):
    StatementFactory(speaker__name="Mina Ister", words="We never had targets.")
    StatementFactory(speaker__name="Noise", words="Something else altogether.")
    page = cast.browser_of(cast.journalist()).get("/desk/statements/", {"q": wanted}).content.decode()
    assert ("We never had targets." in page) == found
    assert "Something else altogether." not in page


def test_speakers_are_found_by_an_alias():
    SpeakerFactory(name="Mina Ister", aliases=["The Minister of Lists"])
    SpeakerFactory(name="Noise")
    page = cast.browser_of(cast.journalist()).get("/desk/speakers/", {"q": "minister lists"}).content.decode()
    assert "Mina Ister" in page
    assert "Noise" not in page


@pytest.mark.parametrize("many", [0, MANY], ids=["common words", "rare words"])
@pytest.mark.parametrize(("wanted", "found"), SEARCHES.values(), ids=SEARCHES)
def test_articles_are_found_by_every_word_of_title_and_outlet(wanted, found, many, monkeypatch):
    monkeypatch.setattr(article, "MANY", many)
    ArticleVersionFactory(article__title="No targets at all", article__outlet__name="Mina's Morning Post")
    ArticleVersionFactory(article__title="Something else altogether")
    page = cast.browser_of(cast.journalist()).get("/desk/articles/", {"q": wanted}).content.decode()
    assert ("No targets at all" in page) == found
    assert "Something else altogether" not in page


def test_a_search_for_many_words_is_one_condition_a_word_and_ends_somewhere(django_assert_num_queries):
    listed = ArticleVersionFactory(article__title="A list").article
    many = " ".join(["list", "a"] * 45)
    assert str(Article.objects.matching(many).query).upper().count(" LIKE ") == MOST_PARTS
    with django_assert_num_queries(MOST_PARTS + 1):
        assert list(Article.objects.matching(many)) == [listed]
    page = cast.browser_of(cast.journalist()).get("/desk/articles/", {"q": "a " * 90})
    assert [one.pk for one in page.context["page"]] == [listed.pk]


def test_a_page_out_of_range_is_the_last_one():
    StatementFactory.create_batch(30)
    browser = cast.browser_of(cast.journalist())
    assert browser.get("/desk/statements/?page=99").context["page"].number == 2
    assert browser.get("/desk/statements/?page=x").context["page"].number == 1


@pytest.fixture
def connection_queries():
    from django.db import connection

    def count(browser, url) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(url).status_code == 200
        return len(queries)

    return count
