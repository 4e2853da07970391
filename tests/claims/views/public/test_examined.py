import pytest

from tests import cast
from tests.claims.views.public.reading import opened, words


@pytest.mark.parametrize("address", ["/stories/harbour/", "/speakers/mina-ister/"])
def test_a_page_tells_what_was_examined_and_leads_to_all_of_it(closures, address):
    page = opened(address)
    assert "1 pair examined: 1 contradiction, 0 in part, 0 consistent" in words(page)
    assert f'href="{address}examined/"' in page.text

    all_of_it = words(opened(f"{address}examined/"))
    assert "1 pair: 1 contradiction, 0 in part, 0 consistent" in all_of_it
    assert "We have no list." in all_of_it
    assert "No pair here" in words(opened(f"{address}examined/?finding=consistent"))


def test_what_is_no_finding_asks_for_all(closures):
    assert "We have no list." in words(opened("/stories/harbour/examined/?finding=odd&after=x"))


def test_a_page_of_what_was_examined_costs_a_fixed_number_of_queries(closures, django_assert_num_queries):
    browser = cast.browser_of(cast.public())
    with django_assert_num_queries(7):
        browser.get("/stories/harbour/examined/")
