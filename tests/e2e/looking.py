"""What every page must hold, wherever it is opened: no accessibility fault, and no scrolling sideways on a phone."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.e2e.axe import faults

SCHEMES = ("light", "dark")
PHONE = {"width": 320, "height": 640}


def holds_on_a_phone(page: Page) -> bool:
    """Whether nothing sticks out of a window 320 CSS pixels wide (WCAG 2.2, 1.4.10 Reflow)."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def wide_elements(page: Page) -> list[str]:
    """What sticks out, for the message of a failed test."""
    found: list[str] = page.evaluate(
        """[...document.querySelectorAll('body *')]
           .filter(e => e.getBoundingClientRect().right > window.innerWidth + 1)
           .slice(0, 5).map(e => e.outerHTML.slice(0, 120))"""
    )
    return found


def sticking_out(page: Page, pages: dict[str, str]) -> dict[str, list[str]]:
    """The pages that scroll sideways in a window of 320 pixels, with what sticks out."""
    page.set_viewport_size(PHONE)
    found = {}
    for name, url in pages.items():
        page.goto(url)
        if not holds_on_a_phone(page):
            found[name] = wide_elements(page)
    return found


def look_at(open_window: Callable[..., Page], user: object, pages: dict[str, str]) -> dict[str, list[str]]:
    """Opens each page as `user`, light and dark, wide and on a phone; the faults by page, {} where all is well."""
    found: dict[str, list[str]] = {}
    for scheme in SCHEMES:
        page = open_window(user, color_scheme=scheme, reduced_motion="reduce")
        for name, url in pages.items():
            page.set_viewport_size({"width": 1280, "height": 900})
            page.goto(url)
            seen = faults(page)
            page.set_viewport_size(PHONE)
            seen += [] if holds_on_a_phone(page) else [f"sticks out at 320 px: {one}" for one in wide_elements(page)]
            if seen:
                found[f"{name}, {scheme}"] = seen
    return found
