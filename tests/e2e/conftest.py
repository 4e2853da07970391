"""A real browser: one Chromium for all tests, and a fresh, signed-in or public, window for each that asks."""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.test import Client
from playwright._impl._api_structures import SetCookieParam
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.conftest import missing

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 10_000  # milliseconds that a page may take to show what a test waits for


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The Chromium of this machine, started once."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        missing("no Chromium on this machine")
    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        # Playwright keeps an event loop in this thread, in which Django would refuse to ask the database.
        patch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def open_window(chromium: Browser, live_server) -> Iterator[Callable[..., Page]]:
    """Opens windows on the live site: `open_window(user, **options)`; without a user, the public's.

    Options are those of a Playwright context: java_script_enabled, color_scheme, viewport, reduced_motion …
    Addresses in page.goto may be paths. The test fails at its end if a page raised an error or broke the
    Content-Security-Policy.
    """
    contexts: list[BrowserContext] = []
    troubles: list[str] = []

    def open_one(user=None, **options) -> Page:
        context = chromium.new_context(base_url=live_server.url, **options)
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        if user is not None:
            context.add_cookies([session_cookie(user, live_server.url)])
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(f"{page.url}: {error}"))
        page.on("console", lambda line: troubles.append(line.text) if refused(line.text) else None)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert troubles == []


def refused(line: str) -> bool:
    return "Content Security Policy" in line


def session_cookie(user, url: str) -> SetCookieParam:
    client = Client()
    client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": url}
