"""Names are suggested as they are typed, wherever a speaker is asked for."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from claims.forms import fields
from tests import cast
from tests.factories import ContradictionFactory, QuotationFactory, SpeakerFactory, StatementFactory

pytestmark = pytest.mark.django_db(transaction=True)


def places() -> dict[str, tuple[str, str]]:
    """Where a speaker is asked for: the address of the page and the name of the field."""
    return {
        "desk-accept": (reverse("claims:desk-accept", args=[QuotationFactory().pk]), "speaker"),
        "desk-statement": (reverse("claims:desk-statement", args=[StatementFactory().pk]), "speaker"),
        "desk-contradiction": (reverse("claims:desk-contradiction", args=[ContradictionFactory().pk]), "ask-speaker"),
        "desk-speaker": (reverse("claims:desk-speaker", args=[SpeakerFactory().pk]), "merge-into"),
    }


def test_suggestions_follow_what_is_typed(open_window, monkeypatch, subtests):
    monkeypatch.setattr(fields, "MOST_OFFERED", 2)
    SpeakerFactory(name="Zoe Last of All")
    page = open_window(cast.reviewer())
    for name, (address, field) in places().items():
        with subtests.test(name):
            page.goto(address)
            page.wait_for_function("window.htmx !== undefined")
            page.locator("details:not([open]) > summary").evaluate_all("all => all.forEach(one => one.click())")
            options = page.locator("#speakers option")
            expect(options).to_have_count(2)
            page.locator(f"[name={field}]:visible").fill("last of")
            expect(options).to_have_count(1)
            expect(options).to_have_attribute("value", "Zoe Last of All")
            expect(page.locator("#messages .message--error")).to_have_count(0)
