"""The two decorators that every view names, tried on views of their own; and signing in and out."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.urls import reverse

from accounts.access import public_reading, role_required
from accounts.roles import Role
from tests import cast

pytestmark = pytest.mark.django_db


@role_required(Role.EDITOR)
def for_editors(request):
    return HttpResponse("for editors")


@public_reading
def for_readers(request):
    return HttpResponse("for readers")


def asked(rf, who):
    request = rf.get("/page/?day=1")
    request.user = cast.everyone()[who]()
    return request


@pytest.mark.parametrize("who", ["editor", "reviewer", "chief"])
def test_a_role_lets_in_those_who_hold_it_or_more(rf, who):
    assert for_editors(asked(rf, who)).status_code == 200


@pytest.mark.parametrize("who", ["public", "guest", "journalist", "leaver", "administrator"])
def test_a_role_keeps_out_everybody_else(rf, who):
    with pytest.raises(PermissionDenied, match="editor"):
        for_editors(asked(rf, who))


def test_a_view_for_a_role_is_not_open_to_the_public():
    assert getattr(for_editors, "login_required", True)


@pytest.mark.parametrize("who", ["public", "guest", "journalist"])
def test_public_reading_is_for_all(rf, who):
    assert for_readers(asked(rf, who)).status_code == 200
    assert not for_readers.login_required


def test_public_reading_can_be_closed(rf, settings):
    settings.PUBLIC_READING = False
    answer = for_readers(asked(rf, "public"))
    assert answer.status_code == 302
    assert answer.url == f"{reverse('accounts:sign-in')}?next=/page/%3Fday%3D1"
    assert for_readers(asked(rf, "guest")).status_code == 200


def sign_in(client, username, password=cast.PASSWORD, **more):
    return client.post(reverse("accounts:sign-in"), {"username": username, "password": password} | more)


def test_signing_in_leads_to_the_page_that_was_asked_for(client):
    cast.editor()
    page = reverse("claims:desk")
    assert client.get(page).url == f"{reverse('accounts:sign-in')}?next={page}"
    assert sign_in(client, "editor", next=page).url == page
    assert client.get(page).status_code == 200


def test_signing_in_never_leads_to_another_site(client):
    cast.editor()
    assert sign_in(client, "editor", next="https://elsewhere.example.org/").url == "/"


WRONG = {"a wrong password": ("editor", "wrong"), "an unknown name": ("nobody", cast.PASSWORD)}


@pytest.mark.parametrize(("username", "password"), WRONG.values(), ids=WRONG)
def test_a_wrong_sign_in_tells_nothing_more(client, username, password):
    cast.editor()
    answer = sign_in(client, username, password)
    assert answer.status_code == 200
    assert "_auth_user_id" not in client.session


def test_a_closed_account_cannot_sign_in(client):
    cast.leaver()
    assert sign_in(client, "leaver").status_code == 200
    assert "_auth_user_id" not in client.session


def test_closing_an_account_ends_its_session():
    editor = cast.editor()
    browser = cast.browser_of(editor)
    assert browser.get(reverse("claims:desk")).status_code == 200
    type(editor).objects.filter(pk=editor.pk).update(is_active=False)
    assert browser.get(reverse("claims:desk")).status_code == 302


def test_a_role_taken_away_counts_at_once():
    editor = cast.editor()
    browser = cast.browser_of(editor)
    editor.groups.clear()
    assert browser.get(reverse("claims:desk")).status_code == 403


def test_signing_out_needs_a_post(client):
    client.force_login(cast.editor())
    assert client.get(reverse("accounts:sign-out")).status_code == 405
    assert client.post(reverse("accounts:sign-out")).status_code == 302
    assert "_auth_user_id" not in client.session
