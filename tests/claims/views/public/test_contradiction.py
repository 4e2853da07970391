import datetime as dt

import pytest

from claims.models import Contradiction, Statement
from tests import cast
from tests.claims.views.public.reading import opened, words
from tests.claims.views.reviewing import confirmed
from tests.factories import ContradictionFactory, CorrectionFactory, ResponseFactory, pair_edition_of
from tests.factories.claims import NOON


@pytest.fixture
def address(closures):
    return f"/contradictions/{closures.reversal.pk}/"


def test_the_earlier_statement_comes_first_with_the_words_that_clash_marked(address):
    body = opened(address).content.decode()

    clash = [body.index(f'<mark class="clash">{words}</mark>') for words in ("no list", "was a list")]
    assert clash == sorted(clash)
    assert "There cannot be a list and no list." in body


def test_every_rendering_is_shown_with_its_differences(address):
    body = opened(address).content.decode()

    assert "<del>list</del> <ins>lists</ins>" in body
    assert "Same words" in body
    assert body.index("The Daily Sample") < body.index("Sample Evening News")


def test_replies_and_corrections_stand_below(closures, address):
    asked = {"contradiction": closures.reversal, "deadline": NOON + dt.timedelta(days=2)}
    ResponseFactory(**asked)
    ResponseFactory(**asked, answer="I misspoke.", answered_at=NOON + dt.timedelta(hours=3))
    CorrectionFactory(statement=None, contradiction=closures.reversal, signature="Rae View")

    page = words(opened(address))

    assert "was asked for a response by e-mail to the press office on 27 April 2018, to answer by 29 April" in page
    assert "No answer has come." in page
    assert "I misspoke." in page
    assert "Correction, 27 April 2018. An earlier version of this page gave the wrong day. Rae View" in page


def test_a_withdrawn_finding_says_so_and_stays(closures, address):
    Contradiction.objects.update(state="withdrawn", withdrawn_reason="They meant different lists.")

    assert "This finding was withdrawn. They meant different lists." in words(opened(address))
    assert "What clashes" not in words(opened("/stories/harbour/"))


def test_a_finding_no_longer_holds_once_one_of_its_statements_is_withdrawn(closures, address):
    Statement.objects.filter(pk=closures.denial.pk).update(state="withdrawn", withdrawn_reason="Somebody else.")

    page = words(opened(address))

    assert "This finding no longer holds." in page
    assert "Withdrawn. Somebody else." in page
    assert "What clashes" not in words(opened("/stories/harbour/"))
    assert "No longer holds: Contradicts" in words(opened(f"/statements/{closures.admission.pk}/"))
    assert "1 contradiction" not in words(opened("/"))


@pytest.mark.parametrize("state", ["suggested", "dismissed"])
def test_what_no_editor_stands_behind_is_on_no_reading_page(closures, state):
    pair = ContradictionFactory(
        first=closures.denial,
        second=closures.charge,
        state=state,
        dismissed_reason="No." if state == "dismissed" else "",
    )

    assert opened(f"/contradictions/{pair.pk}/", cast.reviewer()).status_code == 404


def test_a_proposed_pair_is_the_newsrooms(closures):
    pair = ContradictionFactory(first=closures.denial, second=closures.charge)
    address = f"/contradictions/{pair.pk}/"

    assert opened(address).status_code == 404
    assert "Proposed." in words(opened(address, cast.journalist()))


def test_it_says_which_edition_it_is_and_who_confirmed_it(closures, address):
    pair_edition_of(closures.reversal, cast.reviewer())

    assert "Edition 2, confirmed by Rae View, 27 April 2018" in words(opened(address))


def test_it_stands_on_the_editions_that_it_names_and_says_where_there_is_a_newer_one(closures, address):
    Statement.objects.filter(pk=closures.denial.pk).update(words="We have no list today.", occasion="A hearing")
    confirmed(closures.denial)

    page = words(opened(address))

    assert "We have no list today" not in page
    assert "What Mina Ister said has a newer edition than the one compared here." in page
    assert "We have no list today." in words(opened(f"/statements/{closures.denial.pk}/"))


def test_a_pair_whose_statement_is_not_public_is_not_there(closures):
    pair = ContradictionFactory(confirmed=True, first=closures.denial, second=closures.hidden)

    assert opened(f"/contradictions/{pair.pk}/").status_code == 404
    assert opened("/contradictions/999999/").status_code == 404


def test_a_pair_costs_a_fixed_number_of_queries(address, django_assert_num_queries):
    browser = cast.browser_of(cast.public())

    with django_assert_num_queries(5):
        browser.get(address)
