"""The way of two articles from an editor's desk to the public, step by step; with a script and without one.

The steps press links and buttons by the words on them, as people do; what differs without a script stays in here."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from claims import tasks
from claims.recording import reading

DENIAL = """Minister says no list was kept

The transport minister, Mina Ister, was questioned on Wednesday.

“We have no list of late trains,” Ister said on Wednesday.

The union kept its own count all the while."""

ADMISSION = """Minister admits a list of late trains

“The department has kept a list of late trains since March,” Ister said on Thursday.

She left before anybody could ask again. Nobody had seen the list, the union's Ulla Nion answered."""


@dataclass(frozen=True)
class Piece:
    outlet: str
    title: str
    day: str
    text: str


FIRST = Piece("The Daily Sample", "Minister says no list was kept", "2018-04-26", DENIAL)
SECOND = Piece("The Evening Sample", "Minister admits a list", "2018-04-27", ADMISSION)


def add_article(page: Page, piece: Piece) -> None:
    page.goto("/desk/")
    page.get_by_role("link", name="Add an article").first.click()
    page.get_by_label("Outlet").fill(piece.outlet)
    page.get_by_label("Headline").fill(piece.title)
    page.get_by_label("Day of publication").fill(piece.day)
    page.get_by_label("Text of the article").fill(piece.text)
    page.get_by_role("button", name="Store and read").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(piece.title)
    expect(page.locator("#progress")).to_contain_text("Waiting to be read")


def read_what_waits() -> None:
    """What a worker does."""
    for version in tasks.unread():
        reading.read(version, tasks.current_extractor())


def see_it_read(page: Page, *, scripted: bool) -> None:
    """With a script the marks come by themselves."""
    if not scripted:
        page.get_by_role("link", name="Look again").click()
    expect(page.locator("#text a.mark").first).to_be_visible()
    expect(page.locator("#progress")).not_to_contain_text("Waiting")


def open_quotation(page: Page, words: str) -> Locator:
    """Opens the quotation whose marked text has these words; the panel."""
    page.locator("#text a.mark", has_text=words).first.click()
    panel = page.locator("#panel")
    expect(panel.locator(".panel__words")).to_contain_text(words)
    return panel


def accept_corrected(page: Page, words: str, corrections: dict[str, str]) -> None:
    panel = open_quotation(page, words)
    panel.get_by_role("link", name="Correct").click()
    for label, text in corrections.items():
        panel.get_by_label(label).fill(text)
    panel.get_by_label("I have checked the date").check()
    panel.get_by_role("button", name="Accept").click()
    expect(panel.locator(".panel__state")).to_contain_text("Accepted")


def dismiss_first_suggestion(page: Page) -> None:
    page.locator("#text a.mark--suggested").first.click()
    panel = page.locator("#panel")
    panel.locator("summary", has_text="Dismiss").click()
    panel.get_by_role("button", name=re.compile("Not worth keeping")).click()
    expect(panel.locator(".panel__state")).to_contain_text("Dismissed")


def keep_missed_words(page: Page, words: str) -> None:
    """Pastes the exact words, as anybody can; selecting is tried on its own."""
    page.locator("#missed summary").click()
    page.locator("#missed").get_by_label("The exact words").fill(words)
    page.locator("#missed").get_by_label("Quoted").select_option("indirect")
    page.get_by_role("button", name="Keep as a quotation").click()
    expect(page.locator("#panel .panel__words")).to_contain_text(words)


def propose(page: Page, other: str, explanation: str) -> None:
    """From the panel of an accepted quotation to a proposed pair."""
    page.locator("#panel").get_by_role("link", name="Contradict").click()
    page.get_by_role("searchbox", name="Find").fill(other)
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name=re.compile("Hold against this")).first.click()
    page.get_by_label("What clashes, in plain words").fill(explanation)
    page.get_by_role("button", name="Propose").click()
    expect(page.locator(".kicker .state")).to_have_text("proposed")


def start_story(page: Page, title: str, *words: str) -> None:
    page.goto("/desk/stories/new/")
    page.get_by_label("Title").fill(title)
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    for one in words:
        page.get_by_role("button", name=re.compile(f"^Add .*{one}")).click()
        expect(page.locator("ol.rows")).to_contain_text(one)


def confirm_pair(page: Page) -> None:
    page.goto("/desk/")
    page.get_by_role("link", name=re.compile("reversal")).click()
    page.get_by_role("button", name="Confirm").click()
    expect(page.locator(".kicker .state")).to_have_text("confirmed")


def publish(page: Page, title: str) -> None:
    page.goto("/desk/")
    page.get_by_role("link", name=title).click()
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.locator(".kicker .state")).to_have_text("published")
