"""The page on whose report an article is, and the two things that an editor says there."""

import pytest
from django.urls import reverse

from articles.importing import import_article
from articles.models import Article
from tests import cast
from tests.articles.wires import RIVAL, WIRE, news
from tests.claims.views.desk.test_pages import HTMX

pytestmark = pytest.mark.django_db


def bring(outlet: str, text: str) -> Article:
    return import_article(outlet=outlet, title=f"Fees, by {outlet}", text=text).article


@pytest.fixture
def copy() -> Article:
    bring("The Wire", WIRE)
    bring("Rival Times", RIVAL)
    return bring("Copy Post", f"Row deepens\n\n{WIRE}\n\n{news(1, 2)}")


def page(article: Article, who=cast.editor, name="desk-origin", *more, **asked) -> str:
    answer = cast.browser_of(who()).get(reverse(f"claims:{name}", args=[article.pk, *more]), asked)
    assert answer.status_code == 200
    return answer.text


def say(article: Article, verb: str, *more, **sent):
    return cast.browser_of(cast.editor()).post(reverse(f"claims:{verb}", args=[article.pk, *more]), sent, follow=True)


def test_the_articles_page_names_what_it_shares_its_origin_with(copy):
    there = page(copy, cast.journalist, "desk-article")
    assert "Shares its origin with" in there
    assert "The Wire" in there
    assert reverse("claims:desk-origin", args=[copy.pk]) in there
    assert "An independent report" in page(Article.objects.get(outlet__name="Rival Times"), name="desk-article")


def test_the_page_shows_how_alike_the_texts_are(copy):
    there = page(copy)
    assert "100 in 100" in there
    assert "Computed from the texts." in there
    assert "Rival Times" not in there


def test_others_are_found_by_words(copy):
    there = page(copy, q="rival")
    rival = Article.objects.get(outlet__name="Rival Times")
    assert reverse("claims:desk-origin-same", args=[copy.pk, rival.pk]) in there
    assert "No article has these words" in page(copy, q="nothing like it")


def test_an_editor_calls_it_independent(copy):
    answer = say(copy, "desk-origin-independent", **{"independent-reason": "They had it first."})
    assert "It counts as an independent report now." in answer.text
    assert "An editor decided this." in answer.text
    assert "They had it first." in answer.text
    assert not Article.objects.sharing_origin(Article.objects.get(pk=copy.pk)).exists()


def test_an_editor_calls_it_the_same_as_another(copy):
    rival = Article.objects.get(outlet__name="Rival Times")
    assert "Rival Times: Fees, by Rival Times" in page(copy, cast.editor, "desk-origin-same", rival.pk)
    answer = say(copy, "desk-origin-same", rival.pk, **{"same-reason": "One agency’s."})
    assert "It counts as one report with that of Rival Times now." in answer.text
    assert [*Article.objects.sharing_origin(Article.objects.get(pk=copy.pk))] == [rival]


@pytest.mark.parametrize(
    ("verb", "field"), [("desk-origin-independent", "independent-reason"), ("desk-origin-same", "same-reason")]
)
def test_without_a_reason_nothing_changes_and_the_page_says_so(copy, verb, field):
    more = [Article.objects.get(outlet__name="Rival Times").pk] if verb == "desk-origin-same" else []
    answer = say(copy, verb, *more, **{field: " "})
    assert answer.status_code == 422
    assert "Say why. Nothing was changed." in answer.text
    assert not Article.objects.get(pk=copy.pk).origin_decided


def test_what_is_so_already_is_said(copy):
    rival = Article.objects.get(outlet__name="Rival Times")
    answer = say(rival, "desk-origin-independent", **{"independent-reason": "It is."})
    assert answer.status_code == 422
    assert "counts as independent already" in answer.text


def test_the_part_that_htmx_asks_for(copy):
    url = reverse("claims:desk-origin", args=[copy.pk])
    answer = cast.browser_of(cast.editor()).get(url, {"q": "rival"}, headers=HTMX)
    assert "<html" not in answer.text
    assert 'id="found"' in answer.text


@pytest.mark.parametrize("copies", [1, 5])
def test_a_fixed_number_of_queries(copies, django_assert_max_num_queries):
    for number in range(copies + 1):
        article = bring(f"Copy {number}", f"{WIRE}\n\n{news(number, 1)}")
    url = reverse("claims:desk-origin", args=[article.pk])
    browser = cast.browser_of(cast.editor())
    with django_assert_max_num_queries(15):
        browser.get(url, {"q": "fees"})
