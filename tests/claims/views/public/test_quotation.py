from claims.models import Quotation
from tests import cast
from tests.claims.views.public.reading import opened, words
from tests.factories import QuotationFactory


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
    Quotation.objects.filter(pk=closures.renderings[0].pk).update(statement=closures.hidden)

    assert opened(f"/quotations/{closures.renderings[0].pk}/").status_code == 404
    assert opened(f"/quotations/{closures.renderings[0].pk}/", cast.journalist()).status_code == 200
