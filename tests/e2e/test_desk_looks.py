"""Every page of the desk, light and dark: axe finds nothing, and a phone of 320 pixels holds it."""

import pytest
from playwright.sync_api import expect

from claims.models import Statement
from claims.verbs import statements
from tests import cast
from tests.claims.views.desk.scene import changed_since, scene
from tests.e2e.axe import faults
from tests.e2e.looking import PHONE, holds_on_a_phone, look_at, sticking_out

pytestmark = pytest.mark.django_db(transaction=True)


def test_axe_finds_nothing_and_a_phone_holds_every_page(open_window) -> None:
    stage = scene(source_start=56, cue_start=60)
    assert look_at(open_window, cast.reviewer(), stage.pages()) == {}


def test_axe_finds_nothing_where_changes_wait(open_window) -> None:
    assert look_at(open_window, cast.reviewer(), changed_since() | {"desk": "/desk/"}) == {}


def test_a_reviewer_reads_what_changed_and_confirms_it(open_window) -> None:
    address = changed_since()["statement"]
    page = open_window(cast.reviewer(), color_scheme="dark", reduced_motion="reduce")
    page.goto(address)
    statement = Statement.objects.get(words="We have no list of any trains.")
    statements.edit(statement=statement, by=cast.second_editor(), revision=statement.revision, role="Minister of lists")
    awaiting = page.locator(".awaiting")
    expect(awaiting.locator("ins", has_text="any")).to_be_visible()
    awaiting.get_by_role("checkbox").first.check()
    awaiting.get_by_label("What readers are told").fill("We had left out a word.")
    awaiting.get_by_role("button", name="Confirm").click()

    expect(awaiting.get_by_role("alert")).to_contain_text("changed after you opened it")
    expect(awaiting).to_contain_text("Changed since you read it")
    expect(awaiting.get_by_label("What readers are told")).to_have_value("We had left out a word.")
    assert faults(page) == []
    page.set_viewport_size(PHONE)
    assert holds_on_a_phone(page)

    awaiting.get_by_role("button", name="Confirm").click()
    expect(page.locator("#messages")).to_contain_text("Confirmed.")
    expect(awaiting).to_have_count(0)
    page.get_by_role("link", name="edition 3").click()
    expect(page.get_by_text("We had left out a word.")).to_be_visible()
    assert faults(page) == []


def test_a_page_full_of_long_words_holds_too(open_window) -> None:
    stage = scene(speaker_name="Donaudampfschifffahrtsgesellschaftskapitän" * 3, role="A" * 120)
    stage.story.title = "B" * 150
    stage.story.save()
    statement = stage.statement
    statement.words = "C" * 400
    statement.save()
    assert sticking_out(open_window(cast.reviewer()), stage.pages()) == {}


def test_axe_finds_nothing_while_something_is_wrong_or_open(open_window) -> None:
    stage = scene(source_start=56, cue_start=60)
    page = open_window(cast.editor(), color_scheme="dark", reduced_motion="reduce")
    found: dict[str, list[str]] = {}

    def look(state: str) -> None:
        seen = faults(page)
        if seen:
            found[state] = seen

    page.goto(stage.pages()["desk-quotation"])
    page.get_by_role("button", name="Keys").click()
    look("the list of keys")
    page.keyboard.press("Escape")
    page.keyboard.press("d")
    look("the reasons for dismissing")
    page.get_by_role("button", name="Dismiss for this reason").click()
    expect(page.get_by_role("alert")).to_contain_text("reason is missing")
    look("a reason that is missing")
    page.goto(stage.pages()["desk-accept"])
    page.locator("#panel").get_by_label("Said").fill("04/05/2018")
    page.locator("#panel").get_by_role("button", name="Accept").click()
    expect(page.get_by_role("alert")).to_be_visible()
    look("a date that is refused")
    page.set_viewport_size(PHONE)
    look("the same on a phone")
    assert holds_on_a_phone(page)
    page.goto(stage.pages()["desk-statement"])
    statements.edit(
        statement=stage.statement, by=cast.second_editor(), revision=1, role="Minister", words="Another list"
    )
    page.get_by_label("Role at the time").fill("Mine")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Sue Editon")
    expect(page.get_by_label("Role at the time")).to_have_value("Mine")
    look("a conflict")
    assert holds_on_a_phone(page)
    page.get_by_role("button", name="Save over it").click()
    expect(page.locator("#messages")).to_contain_text("Saved")
    look("a message")
    assert found == {}
