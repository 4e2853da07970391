"""The queue of what readers reported."""

import pytest

from tests import cast
from tests.claims.views.public.reading import opened, words
from tests.factories import ContradictionFactory, MistakeFactory, StatementFactory

pytestmark = pytest.mark.django_db


def test_the_desks_first_page_counts_what_is_open():
    MistakeFactory.create_batch(9)
    MistakeFactory(handled=True, text="Long since corrected.")

    page = words(opened("/desk/", cast.journalist()))

    assert "9 open" in page
    assert page.count("The list is of piers") == 8
    assert "Long since corrected." not in page


@pytest.mark.parametrize(
    ("query", "seen"),
    [("", {"Waits"}), ("?state=handled", {"Done"}), ("?state=all", {"Waits", "Done"})],
    ids=["open", "handled", "all"],
)
def test_the_list_is_of_one_state_or_of_all(query, seen):
    MistakeFactory(text="Waits"), MistakeFactory(text="Done", handled=True)

    page = words(opened(f"/desk/mistakes/{query}", cast.journalist()))

    assert {text for text in ("Waits", "Done") if text in page} == seen


def test_more_reports_cost_no_more_queries(django_assert_num_queries):
    browser = cast.browser_of(cast.journalist())
    pair, statement = ContradictionFactory(), StatementFactory()
    for _ in range(5):
        MistakeFactory(statement=statement), MistakeFactory(contradiction=pair)

    with django_assert_num_queries(5):
        browser.get("/desk/mistakes/")


def test_an_editor_handles_it_and_a_reviewer_is_led_to_the_correction():
    mistake = MistakeFactory(statement=StatementFactory(confirmed=True), contact="ann@example.org")
    address = f"/desk/mistakes/{mistake.pk}/"
    assert (
        f'href="/desk/statements/{mistake.statement_id}/#correct"' in opened(address, cast.reviewer()).content.decode()
    )
    assert "ann@example.org" in words(opened(address, cast.journalist()))

    answer = cast.browser_of(cast.editor()).post(f"{address}handle/", {"handle-note": "Corrected."}, follow=True)

    assert "handled" in words(answer)
    assert "Ed Park" in words(answer)
    assert "Corrected." in words(answer)


def test_a_note_that_came_too_late_is_not_lost():
    mistake = MistakeFactory(handled=True)
    browser = cast.browser_of(cast.editor())

    answer = browser.post(f"/desk/mistakes/{mistake.pk}/handle/", {"handle-note": "All that I had found"})

    assert answer.status_code == 422
    assert "All that I had found" in words(answer)
