"""Accessibility as axe sees it: WCAG 2.2 A and AA, and axe's own good practice."""

from functools import cache

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


@cache
def axe() -> Axe:
    return Axe()


def faults(page: Page) -> list[str]:
    """What axe finds wrong on the page as it stands: one line each, naming the rule and the first element."""
    found = axe().run(page).response["violations"]
    return [f"{fault['id']}: {fault['help']}: {fault['nodes'][0]['html'][:120]}" for fault in found]
