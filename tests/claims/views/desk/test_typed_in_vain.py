"""A form that was sent about a record which had gone elsewhere meanwhile: it says so, and nothing typed is lost."""

import html

import pytest
from django.urls import reverse

from tests import cast
from tests.factories import ContradictionFactory, QuotationFactory, StatementFactory, StoryFactory

pytestmark = pytest.mark.django_db

TYPED = "Zanzibar, and all that I had found"
SAYS = {"speaker": "Mina Ister", "kind": "person", "words": TYPED, "mode": "direct", "revision": 1}
FINDS = {"finding": "partial", "explanation": TYPED, "revision": 1}


def statement(**details):
    return lambda: StatementFactory(edited_by=cast.editor(), **details)


def pair(**details):
    return lambda: ContradictionFactory(proposed_by=cast.editor(), **details)


def with_a_withdrawn_side():
    return ContradictionFactory(second=StatementFactory(withdrawn=True), proposed_by=cast.editor())


GONE_PAIR = pair(confirmed=True, state="withdrawn", withdrawn_reason="Not so.")
DISMISSED = pair(state="dismissed", dismissed_reason="Opinions")
TABLE = {
    "edit what was withdrawn": ("desk-statement-edit", statement(withdrawn=True), SAYS),
    "edit a pair that was dismissed": ("desk-contradiction-edit", DISMISSED, FINDS),
    "edit a pair that was withdrawn": ("desk-contradiction-edit", GONE_PAIR, FINDS),
    "correct a draft": ("desk-statement-correct", statement(), {"correct-text": TYPED}),
    "correct a dismissed pair": ("desk-contradiction-correct", DISMISSED, {"correct-text": TYPED}),
    "withdraw twice": ("desk-statement-withdraw", statement(withdrawn=True), {"withdraw-reason": TYPED}),
    "withdraw a dismissed pair": ("desk-contradiction-withdraw", DISMISSED, {"withdraw-reason": TYPED}),
    "dismiss a confirmed pair": ("desk-contradiction-dismiss", pair(confirmed=True), {"dismiss-reason": TYPED}),
    "unpublish what is unpublished": ("desk-story-unpublish", StoryFactory, {"unpublish-reason": TYPED}),
    "confirm what was withdrawn": (
        "desk-statement-confirm",
        statement(withdrawn=True),
        {"digest": "x", "correction": TYPED},
    ),
    "confirm a dismissed pair": ("desk-contradiction-confirm", DISMISSED, {"digest": "x", "correction": TYPED}),
    "confirm a pair with a withdrawn side": (
        "desk-contradiction-confirm",
        with_a_withdrawn_side,
        {"digest": "x", "correction": TYPED},
    ),
    "dismiss what was accepted": (
        "desk-dismiss",
        lambda: QuotationFactory(accepted=True, statement=StatementFactory()),
        {"reason": TYPED},
    ),
}


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "fragment"])
@pytest.mark.parametrize(("name", "make", "sent"), TABLE.values(), ids=TABLE)
def test_what_was_typed_comes_back_with_a_sentence(name, make, sent, headers):
    record = make()
    browser = cast.browser_of(cast.second_reviewer())
    answer = browser.post(reverse(f"claims:{name}", args=[record.pk]), sent, headers=headers)
    page = html.unescape(answer.text)
    assert answer.status_code == 422
    assert TYPED in page
    assert 'role="alert"' in page


def test_accepting_what_a_new_reading_took_away_keeps_what_was_typed():
    answer = cast.browser_of(cast.editor()).post(reverse("claims:desk-accept", args=[1]), SAYS)
    assert answer.status_code == 422
    assert TYPED in answer.text


def test_putting_back_what_was_withdrawn_says_why_not():
    record = StatementFactory(withdrawn=True)
    browser = cast.browser_of(cast.reviewer())
    answer = browser.post(reverse("claims:desk-statement-put-back", args=[record.pk]), {"digest": "x"})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


def test_a_box_with_an_endless_number_is_no_box():
    record = StatementFactory(confirmed=True)
    browser = cast.browser_of(cast.reviewer())
    sent = {"digest": "x", "along": f"{'1' * 5000}:x"}
    assert browser.post(reverse("claims:desk-statement-confirm", args=[record.pk]), sent).status_code == 422
