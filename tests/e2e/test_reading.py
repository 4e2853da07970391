"""The public's pages in a real browser: how they look to axe, on a phone, by keyboard, and without a script."""

import datetime as dt
import re

import pytest
from playwright.sync_api import Page, expect

from claims.models import Statement
from claims.records import Said
from claims.verbs import statements
from tests import cast
from tests.claims.views.public.harbour import harbour
from tests.e2e.looking import look_at, sticking_out
from tests.factories import StatementFactory, StoryStatementFactory, edition_of, story_edition_of

pytestmark = pytest.mark.django_db(transaction=True)

STORY = "/stories/harbour/"


def pages(told) -> dict[str, str]:
    return {
        "front page": "/",
        "story": STORY,
        "story, chosen": f"{STORY}?speaker=mina-ister&since=2018-04-26",
        "story, nothing chosen": f"{STORY}?until=1999-01-01",
        "story, wrong choice": f"{STORY}?since=soon",
        "pair": f"/contradictions/{told.reversal.pk}/",
        "statement": f"/statements/{told.denial.pk}/",
        "story's editions": f"{STORY}editions/",
        "pair's editions": f"/contradictions/{told.reversal.pk}/editions/",
        "statement's editions": f"/statements/{told.denial.pk}/editions/",
        "speaker": "/speakers/mina-ister/",
        "story, examined": f"{STORY}examined/",
        "speaker, examined": "/speakers/mina-ister/examined/?finding=contradiction",
        "story, as it stood": f"{STORY}?as_of=2018-04-30&known=then",
        "speaker, before anything": "/speakers/mina-ister/?as_of=2018-04-01&known=then",
        "two compared": "/compare/?a=mina-ister&b=una-ion",
        "before and after": "/compare/?a=mina-ister&day=2018-04-26",
        "nobody to compare": "/compare/?a=mina-ister&b=nobody",
        "story in a frame": "/embed/stories/harbour/",
        "pair in a frame": f"/embed/pairs/{told.reversal.pk}/",
        "statement in a frame": f"/embed/statements/{told.denial.pk}/",
        "quotation": f"/quotations/{told.renderings[0].pk}/",
        "how we work": "/method/",
        "how we work, what changed": "/method/history/",
        "corrections": "/corrections/",
        "withdrawn": "/corrections/?kind=withdrawal",
        "a mistake": f"/mistakes/?page={STORY}",
        "a mistake reported": f"/mistakes/sent/?page={STORY}",
        "sign in": "/accounts/sign-in/",
        "not there": "/stories/nowhere/",
    }


def test_axe_finds_nothing_and_a_phone_holds_every_page(open_window) -> None:
    assert look_at(open_window, None, pages(harbour())) == {}


def test_axe_finds_nothing_on_the_page_of_patterns(open_window) -> None:
    assert look_at(open_window, cast.journalist(), {"patterns": "/patterns/"}) == {}


def test_axe_finds_nothing_where_words_are_gone(open_window) -> None:
    told = harbour()
    statements.withdraw_statement(statement=told.denial, by=cast.reviewer(), reason="It was somebody else.")
    assert look_at(open_window, None, pages(told)) == {}


def test_long_words_hold_on_a_phone(open_window) -> None:
    told = harbour()
    Statement.objects.filter(pk=told.denial.pk).update(words="W" * 400, role="R" * 200, occasion="O" * 200)
    told.minister.name = "Donaudampfschifffahrtsgesellschaftskapitän" * 3
    told.minister.save()
    told.story.title = "T" * 150
    told.story.save()
    edition_of(told.denial)
    story_edition_of(told.story)

    assert sticking_out(open_window(), pages(told)) == {}


def test_a_choice_swaps_the_timeline_keeps_the_address_true_and_survives_the_back_button(open_window) -> None:
    harbour()
    page = open_window()
    page.goto(STORY)
    page.get_by_text("Choose speakers, days and more").click()

    page.get_by_role("checkbox", name="Una Ion").check()
    expect(page.locator("#shown")).to_contain_text("2 of 4 statements.")
    expect(page).to_have_url(re.compile(r"/stories/harbour/\?speaker=una-ion$"))
    page.get_by_label("To", exact=True).fill("2016-01-01")
    expect(page.locator(".statement")).to_have_count(1)

    page.go_back()
    expect(page).to_have_url(re.compile(r"\?speaker=una-ion$"))
    expect(page.locator(".statement")).to_have_count(2)
    expect(page.get_by_role("checkbox", name="Una Ion")).to_be_checked()
    page.go_back()
    expect(page.locator(".statement")).to_have_count(4)
    expect(page.locator("input[value=una-ion]")).not_to_be_checked()


def test_a_link_is_copied_where_the_browser_can_and_stands_there_anyway(open_window) -> None:
    told = harbour()
    address = f"/statements/{told.denial.pk}/"
    plain = open_window(java_script_enabled=False)
    plain.goto(address)
    expect(plain.locator("#share-address")).to_contain_text(address)
    expect(plain.get_by_role("button", name="Copy link")).to_be_hidden()

    page = open_window(permissions=["clipboard-read", "clipboard-write"])
    page.goto(address)
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_text("Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith(address)


def test_without_a_script_the_same_form_chooses(open_window) -> None:
    harbour()
    page = open_window(java_script_enabled=False)
    page.goto(STORY)
    page.get_by_text("Choose speakers, days and more").click()
    page.get_by_role("checkbox", name="Una Ion").check()
    page.get_by_role("button", name="Show").click()

    expect(page.locator(".statement")).to_have_count(2)
    expect(page.locator("#shown")).to_contain_text("2 of 4 statements.")


def test_one_picture_is_shown_the_one_that_fits(open_window) -> None:
    harbour()
    page = open_window()
    page.goto(STORY)

    for width, shown, hidden in ((1280, "wide", "narrow"), (360, "narrow", "wide")):
        page.set_viewport_size({"width": width, "height": 800})
        expect(page.locator(f".picture--{shown}")).to_be_visible()
        expect(page.locator(f".picture--{hidden}")).to_be_hidden()


def test_a_mark_leads_to_its_statement_and_a_disc_to_its_pair(open_window) -> None:
    told = harbour()
    page = open_window()
    page.goto(STORY)

    in_picture(page, "Mina Ister on 25 April 2018").click()
    expect(page.locator(f"#statement-{told.denial.pk}")).to_be_in_viewport()
    in_picture(page, "Reversal: Mina Ister").press("Enter")
    expect(page).to_have_url(re.compile(rf"/contradictions/{told.reversal.pk}/$"))


def test_a_statement_leads_to_its_mark_and_both_light_up_together(open_window) -> None:
    told = harbour()
    page = open_window(viewport={"width": 1280, "height": 700}, reduced_motion="reduce")
    page.goto(STORY)
    statement, mark = page.locator(f"#statement-{told.denial.pk}"), in_picture(page, "Mina Ister on 25 April 2018")

    for width, name in ((1280, "wide"), (360, "narrow")):
        page.set_viewport_size({"width": width, "height": 700})
        statement.get_by_role("link", name="In the picture").click()
        expect(page).to_have_url(re.compile(rf"#{name}-{told.denial.pk}$"))
        expect(page.locator(f"#{name}-{told.denial.pk}")).to_be_in_viewport()

    page.set_viewport_size({"width": 1280, "height": 700})
    statement.get_by_role("link", name="Details").focus()
    expect(mark).to_have_class(re.compile("is-lit"))
    mark.hover()
    expect(statement).to_have_class(re.compile("is-lit"))
    page.mouse.move(0, 0)
    expect(statement).not_to_have_class(re.compile("is-lit"))


def in_picture(page: Page, label: str):
    return page.locator(".picture--wide").get_by_role("link", name=label)


def test_what_is_before_comes_in_without_moving_what_is_read(open_window) -> None:
    told = harbour()
    long = [StatementFactory(confirmed=True, said=Said.on(dt.date(2016, 1, 1) + dt.timedelta(i))) for i in range(125)]
    for statement in long:
        StoryStatementFactory(story=told.story, statement=statement)
    story_edition_of(told.story)
    page = open_window(viewport={"width": 1280, "height": 700})
    read = page.locator(f"#statement-{long[100].pk}")

    page.goto(f"{STORY}?at={long[100].pk}")
    expect(read).to_be_in_viewport()
    page.wait_for_function("() => document.querySelector('#earlier').getBoundingClientRect().bottom < -200")
    page.evaluate("document.querySelector('#earlier').scrollIntoView({ behavior: 'instant', block: 'center' })")
    first = page.locator(".statement").first
    expect(page.locator(".statement")).not_to_have_count(0)
    top = "e => e.getBoundingClientRect().top"
    below = page.locator(f"#{first.get_attribute('id')}")
    before = below.evaluate(top)
    expect(page.locator("#earlier")).to_have_count(1)
    page.wait_for_function("() => document.querySelectorAll('.statement').length > 70")

    assert abs(below.evaluate(top) - before) < 2


def test_a_day_stays_in_sight_while_it_is_read(open_window) -> None:
    told = harbour()
    page = open_window(viewport={"width": 360, "height": 500}, reduced_motion="reduce")
    page.goto(f"{STORY}#statement-{told.denial.pk}")
    page.evaluate("window.scrollBy(0, 120)")

    top = page.get_by_role("heading", name="Wednesday 25 April 2018").evaluate("e => e.getBoundingClientRect().top")
    assert 0 <= top < 200
