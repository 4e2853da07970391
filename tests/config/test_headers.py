"""What the site tells browsers about itself, on any page and from any answer."""

import pytest

pytestmark = pytest.mark.django_db
PAGES = ["/healthz", "/accounts/sign-in/", "/no-such-page/"]
POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"


@pytest.fixture
def production(settings) -> None:
    settings.SECURE_SSL_REDIRECT = settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.SECURE_HSTS_SECONDS = 31_536_000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True


@pytest.mark.parametrize("page", PAGES)
def test_nothing_inline_and_nothing_from_elsewhere_runs(client, page) -> None:
    assert client.get(page)["Content-Security-Policy"] == POLICY


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("X-Frame-Options", "DENY"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ],
)
def test_no_page_can_be_framed_guessed_at_or_traced(client, page, header, value) -> None:
    assert client.get(page)[header] == value


def test_production_sends_everybody_to_https(client, production) -> None:
    answer = client.get("/accounts/sign-in/")
    assert (answer.status_code, answer["Location"]) == (301, "https://testserver/accounts/sign-in/")


def test_the_health_check_needs_no_https(client, production) -> None:
    assert client.get("/healthz").status_code == 200


def test_production_tells_browsers_to_stay_with_https(client, production) -> None:
    answer = client.get("/accounts/sign-in/", secure=True)
    assert answer["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_cookies_of_production_travel_by_https_alone(client, production, django_user_model) -> None:
    django_user_model.objects.create_user("rosa", password="a password of her own")
    page = client.get("/accounts/sign-in/", secure=True)
    assert page.cookies["csrftoken"]["secure"]
    client.post("/accounts/sign-in/", {"username": "rosa", "password": "a password of her own"}, secure=True)
    assert client.cookies["sessionid"]["secure"]
    assert client.cookies["sessionid"]["httponly"]
