"""Reporting a mistake: from every public page, by anybody, without losing a word; and nothing of it is public."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Mistake
from claims.models.mistake import MOST_ADDRESS, MOST_WORDS
from claims.verbs import mistakes
from tests import cast
from tests.claims.views.public.harbour import harbour
from tests.claims.views.public.reading import opened, words
from tests.factories import MistakeFactory
from tests.world import built_once

pytestmark = pytest.mark.django_db
TYPED = "It was Thursday, and “no list” is not what she said."


def told() -> dict[str, object]:
    return vars(harbour())


built, records = built_once(told)


def sent(browser: Client | None = None, **fields: str):
    return (browser or Client()).post("/mistakes/", {"text": TYPED} | fields)


# The page, and the record that a report about it is about.
PAGES = {
    "front page": ("/", None),
    "story": ("/stories/harbour/?speaker=una-ion", "story"),
    "story's editions": ("/stories/harbour/editions/", "story"),
    "statement": ("/statements/{denial}/", "denial"),
    "statement's editions": ("/statements/{denial}/editions/", "denial"),
    "pair": ("/contradictions/{reversal}/", "reversal"),
    "quotation": ("/quotations/{quotation}/", "denial"),
    "speaker": ("/speakers/mina-ister/", "minister"),
}


@pytest.mark.parametrize(("page", "about"), PAGES.values(), ids=PAGES)
def test_every_public_page_leads_to_the_form_and_the_report_names_its_record(page, about, records):
    keys = {name: getattr(one, "pk", "") for name, one in records.items()}
    page = page.format(**keys, quotation=records["renderings"][0].pk)
    link = re.search(r'href="(/mistakes/\?page=[^"]+)"', opened(page).content.decode())
    form = Client().get(link[1])
    assert form.context["form"].initial == {"page": page}

    answer = sent(page=page)

    assert answer.status_code == 302
    assert f'href="{page}"' in Client().get(answer.url).content.decode()
    mistake = Mistake.objects.get()
    assert (mistake.text, mistake.address) == (TYPED, page)
    assert mistake.subject == (records[about] if about else None)


def test_a_page_that_is_not_there_has_the_link_too():
    assert 'href="/mistakes/?page=/stories/nowhere/"' in opened("/stories/nowhere/").content.decode()
    assert words(opened("/mistakes/?page=/stories/nowhere/")).count("/stories/nowhere/") == 1


@pytest.mark.parametrize(("page", "who"), [("/statements/{}/", cast.public), ("/statements/{}/", cast.guest)])
def test_a_record_that_the_reader_does_not_see_is_not_looked_up(page, who, records):
    sent(cast.browser_of(who()), page=page.format(records["draft"].pk))

    assert Mistake.objects.get().subject is None


@pytest.mark.parametrize(
    "typed", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "statements/1/"]
)
def test_an_address_of_another_site_leads_nowhere(typed):
    assert "evil" not in opened(reverse("claims:mistake", query={"page": typed})).content.decode()
    assert sent(page=typed).url == "/mistakes/sent/"
    assert Mistake.objects.get().address == ""


REFUSED = {
    "nothing said": ({"text": " "}, "Please say what is wrong."),
    "too much": ({"text": "x" * (MOST_WORDS + 1)}, f"at most {MOST_WORDS} characters"),
    "too long a contact": ({"contact": "x" * 201}, "at most 200 characters"),
}


@pytest.mark.parametrize(("fields", "why"), REFUSED.values(), ids=REFUSED)
def test_a_refused_form_says_why_and_keeps_every_word(fields, why):
    answer = sent(**{"contact": "ann@example.org", "page": "/"} | fields)

    assert answer.status_code == 422
    assert why in words(answer)
    assert "What you wrote is kept." in words(answer)
    form = answer.context["form"]
    assert {name: form[name].value() for name in fields} == fields
    assert form["page"].value() == "/"
    assert not Mistake.objects.exists()


def test_too_many_are_told_when_to_come_back_and_lose_nothing(monkeypatch):
    monkeypatch.setattr(mistakes, "MOST_OF_ONE_SENDER", 1)
    sent()

    answer = sent(text="Another.")

    assert answer.status_code == 422
    assert "Please send it again in an hour." in words(answer)
    assert "Another." in answer.content.decode()


def test_senders_are_told_apart_and_no_address_is_kept(settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    for number, passed_on in enumerate(("192.0.2.1, 192.0.2.7", "192.0.2.7", "192.0.2.8")):
        sent(Client(headers={"X-Forwarded-For": passed_on}), text=f"Report {number}")

    marks = list(Mistake.objects.order_by("pk").values_list("sender", flat=True))
    assert len(set(marks)) == 2
    assert marks[0] == marks[1]
    assert "192.0.2" not in str(list(Mistake.objects.values()))


def test_a_machine_that_fills_the_hidden_field_is_thanked_and_not_heard():
    assert sent(website="https://evil.example/").url == "/mistakes/sent/"
    assert not Mistake.objects.exists()


def test_a_form_of_another_site_is_refused():
    assert sent(Client(enforce_csrf_checks=True)).status_code == 403


def test_a_long_address_is_cut_and_a_report_of_it_is_kept():
    sent(page="/search/?q=" + "x" * 2000)

    assert len(Mistake.objects.get().address) == MOST_ADDRESS


def test_the_form_is_kept_by_no_cache():
    for page in ("/mistakes/", "/mistakes/sent/"):
        assert "no-store" in opened(page)["Cache-Control"]


def test_a_closed_newsroom_takes_no_report_of_strangers(settings):
    settings.PUBLIC_READING = False

    assert sent().url.startswith("/accounts/sign-in/")
    assert sent(cast.browser_of(cast.journalist())).url == "/mistakes/sent/"
    assert Mistake.objects.count() == 1


def test_no_public_page_tells_what_was_reported(records):
    MistakeFactory(text="Zanzibar", contact="Zanzibar", statement=records["denial"], story=records["story"])
    MistakeFactory(handled=True, note="Zanzibar", text="Zanzibar", statement=records["denial"])

    for page in ("/", "/stories/harbour/", f"/statements/{records['denial'].pk}/", "/mistakes/"):
        for who in (cast.public(), cast.guest()):
            assert "Zanzibar" not in opened(page, who).content.decode()
