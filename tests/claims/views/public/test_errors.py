"""What people see when something is wrong: what happened, what was kept, what to do."""

import pytest
from django.template.loader import render_to_string
from django.test import Client

from tests import cast
from tests.claims.views.public.reading import opened, words

pytestmark = pytest.mark.django_db


def test_an_address_that_is_not_there_says_so_and_leads_home():
    answer = opened("/nowhere/")

    assert answer.status_code == 404
    assert "There is no such page" in words(answer)
    assert 'href="/"' in answer.content.decode()


@pytest.mark.parametrize("address", ["/nowhere/", "/stories/nowhere/"])
def test_caches_ask_again_for_what_is_not_there(address):
    assert opened(address)["Cache-Control"] == "no-cache"
    assert "no-store" in opened(address, cast.journalist()).get("Cache-Control", "no-store")


def test_a_page_of_another_role_says_whom_to_ask():
    answer = opened("/patterns/", cast.guest())

    assert answer.status_code == 403
    assert "This page is not yours to see" in words(answer)


def test_a_form_without_its_token_says_that_nothing_was_sent():
    answer = Client(enforce_csrf_checks=True).post("/accounts/sign-in/", {"username": "x"})

    assert answer.status_code == 403
    assert "Nothing was sent" in words(answer)


@pytest.mark.parametrize("name", ["400.html", "403.html", "403_csrf.html", "404.html", "500.html"])
def test_pages_of_errors_need_neither_request_nor_database(name, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = render_to_string(name)

    assert '<main id="main"' in page
    assert "<h1>" in page


def test_the_demos_password_is_told_in_the_demo_alone(settings):
    assert "This is the demo" not in words(opened("/accounts/sign-in/"))

    settings.DEMO = True
    assert "Sign in as journalist, editor or reviewer; the password is demo." in words(opened("/accounts/sign-in/"))


def test_only_reading_is_allowed_on_reading_pages():
    assert cast.browser_of(cast.public()).post("/").status_code == 405
