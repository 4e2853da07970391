from claims.models import Statement
from tests import cast
from tests.claims.views.public.reading import opened, words
from tests.factories import CorrectionFactory, edition_of


def address(statement):
    return f"/statements/{statement.pk}/"


def test_a_statement_shows_every_rendering_with_a_sentence_either_side(closures):
    page = words(opened(address(closures.denial)))

    assert "Asked again, she stood up. “We have no list,” the minister said on Tuesday." in page
    assert "Then she left" not in page
    assert "A day of questions." not in page.split("The Daily Sample")[0]


def test_a_date_tells_what_it_was_read_from_and_whether_it_was_checked(closures):
    Statement.objects.filter(pk=closures.denial.pk).update(said_basis="on Tuesday")
    edition_of(closures.denial)
    assert "read from “on Tuesday”. Not checked by an editor yet." in words(opened(address(closures.denial)))

    Statement.objects.filter(pk=closures.denial.pk).update(said_confirmed=True)
    edition_of(closures.denial)
    assert "An editor has checked the date." in words(opened(address(closures.denial)))
    assert "No article gives a date." in words(opened(address(closures.undated)))


def test_it_leads_to_what_contradicts_it_and_to_its_story(closures):
    body = opened(address(closures.denial)).content.decode()

    assert f"/contradictions/{closures.reversal.pk}/" in body
    assert f"/stories/harbour/?at={closures.denial.pk}#statement-{closures.denial.pk}" in body


def test_a_withdrawn_statement_gives_its_reason_and_its_corrections(closures):
    Statement.objects.filter(pk=closures.undated.pk).update(state="withdrawn", withdrawn_reason="Somebody else.")
    CorrectionFactory(statement=closures.undated)

    page = words(opened(address(closures.undated)))

    assert "Withdrawn. Somebody else." in page
    assert "gave the wrong day" in page


def test_drafts_and_what_stands_in_no_published_story_are_not_there_for_readers(closures):
    for statement in (closures.draft, closures.hidden):
        assert opened(address(statement)).status_code == 404
        assert opened(address(statement), cast.journalist()).status_code == 200


def test_a_statement_costs_a_fixed_number_of_queries(closures, django_assert_num_queries):
    browser = cast.browser_of(cast.public())

    with django_assert_num_queries(8):
        browser.get(address(closures.denial))
