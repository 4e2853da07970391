"""Which addresses the public may open at all. A view that opens itself by name has to be named here as well."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

OPEN = {
    "healthz",
    "robots",
    "claims:sitemap",
    "claims:sitemap-pages",
    "claims:sitemap-part",
    "accounts:sign-in",
    "claims:home",
    "claims:story",
    "claims:story-editions",
    "claims:story-report",
    "claims:contradiction",
    "claims:contradiction-editions",
    "claims:contradiction-report",
    "claims:statement",
    "claims:statement-editions",
    "claims:speaker",
    "claims:quotation",
    "claims:contradictions-feed",
    "claims:corrections-feed",
    "claims:story-feed",
    "claims:speaker-feed",
    "claims:corrections",
    "claims:compare",
    "claims:search",
    "claims:story-examined",
    "claims:speaker-examined",
    "claims:speakers",
    "claims:method",
    "claims:method-history",
    "claims:mistake",
    "claims:mistake-sent",
    "claims:story-card",
    "claims:contradiction-card",
    "claims:statement-card",
    "claims:embed-story",
    "claims:embed-pair",
    "claims:embed-statement",
    "claims:oembed",
}


def views(resolver: URLResolver, namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every address with its full name, such as claims:story."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from views(entry, inner)
        else:
            yield f"{namespace}{entry.name}", entry


def test_the_public_may_open_what_is_named_here_and_nothing_else() -> None:
    found = {name for name, entry in views(get_resolver()) if not getattr(entry.callback, "login_required", True)}
    assert {name for name in found if name != "admin:login"} == OPEN


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "sign_in"),
    [("/admin/", "/admin/login/?next=/admin/"), ("/accounts/sign-out/", "/accounts/sign-in/?next=/accounts/sign-out/")],
)
def test_everything_else_asks_for_a_sign_in(client, address, sign_in) -> None:
    assert client.get(address).get("Location") == sign_in
