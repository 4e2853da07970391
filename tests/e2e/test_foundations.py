"""The browser fixture itself, on pages that stand whatever else does."""

import pytest
from django.contrib.auth import get_user_model


@pytest.mark.django_db(transaction=True)
def test_a_window_without_a_user_is_the_publics(open_window) -> None:
    page = open_window()
    page.goto("/healthz")
    assert page.inner_text("body") == "ok"


@pytest.mark.django_db(transaction=True)
def test_a_window_with_a_user_is_signed_in(open_window) -> None:
    page = open_window(get_user_model().objects.create_superuser("rosa", password="long enough to be a password"))
    page.goto("/admin/")
    assert "rosa" in page.inner_text("#user-tools").lower()


@pytest.mark.django_db(transaction=True)
def test_the_policy_stops_a_script_that_is_written_into_a_page(chromium, live_server) -> None:
    with chromium.new_context(base_url=live_server.url) as context:
        page = context.new_page()
        page.goto("/healthz")
        page.set_content("<script>document.title = 'taken'</script>")
        assert page.title() != "taken"
