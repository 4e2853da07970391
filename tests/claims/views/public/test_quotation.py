from articles.models import Article
from claims.models import Quotation
from tests import cast
from tests.claims.views.public.reading import opened, words
from tests.factories import QuotationFactory, edition_of


def test_readers_get_the_quoted_words_a_sentence_either_side_and_the_way_to_the_article(closures):
    answer = opened(f"/quotations/{closures.renderings[0].pk}/")
    page, body = words(answer), answer.content.decode()

    assert "Asked again, she stood up. “We have no list,” the minister said on Tuesday." in page
    assert "Nobody followed" not in body
    assert f'href="{closures.renderings[0].version.article.url}"' in body
    assert f"/statements/{closures.denial.pk}/" in body


def test_a_suggestion_is_on_no_reading_page(closures):
    suggestion = QuotationFactory()

    assert opened(f"/quotations/{suggestion.pk}/", cast.reviewer()).status_code == 404


def test_the_evidence_of_what_is_not_public_is_not_there_for_readers(closures):
    kept = QuotationFactory(accepted=True, statement=closures.hidden)

    assert opened(f"/quotations/{kept.pk}/").status_code == 404
    assert opened(f"/quotations/{kept.pk}/", cast.journalist()).status_code == 200


def test_evidence_that_waits_is_the_newsrooms_and_marked(closures):
    joined = QuotationFactory(accepted=True, statement=closures.denial, waits=True)

    assert opened(f"/quotations/{joined.pk}/").status_code == 404
    assert "Not confirmed yet." in words(opened(f"/quotations/{joined.pk}/", cast.journalist()))


def test_evidence_that_a_newer_edition_dropped_leads_to_its_statement(closures):
    dropped = closures.renderings[1]
    Quotation.objects.filter(pk=dropped.pk).update(state="suggested", statement=None)
    assert opened(f"/quotations/{dropped.pk}/").status_code == 200

    edition_of(closures.denial)

    answer = opened(f"/quotations/{dropped.pk}/")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/statements/{closures.denial.pk}/")


def test_an_article_changed_since_is_shown_as_it_was_confirmed(closures):
    told = closures.renderings[0]
    Article.objects.filter(versions=told.version).update(title="Another headline", url="https://news.example.org/moved")

    body = opened(f"/quotations/{told.pk}/").content.decode()

    assert "Another headline" not in body
    assert "moved" not in body
