"""The desk worked by keys alone, and by selecting: what is pressed, what happens, what is kept."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import Page, Route, expect

from claims.models import Quotation
from tests import cast
from tests.factories import ArticleVersionFactory, QuotationFactory, ReadingFactory, SpeakerFactory, StatementFactory

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = "\n\n".join(
    [
        "😀 The minister was heard on Wednesday.",
        "“We have no list,” she said. “There never was one.”",
        "The union disagreed.",
        *(f"Filler paragraph {number}, so that the page is long." for number in range(60)),
        "“There is a list,” the union said.",
    ]
)


def article() -> list[Quotation]:
    version = ArticleVersionFactory(text=TEXT)
    ReadingFactory(version=version, state="done", found=3)
    read = {"version": version, "speaker_name": "Mina Ister", "confidence": 0.97}
    words = ("“We have no list,”", "“There never was one.”", "“There is a list,”")
    return [QuotationFactory(exact=exact, **read) for exact in words]


def open_article(open_window, quotations: list[Quotation], **options) -> Page:
    page = open_window(cast.editor(), **options)
    page.goto(reverse("claims:desk-article", args=[quotations[0].version.article_id]))
    page.wait_for_function("window.htmx !== undefined")
    return page


def states(*quotations: Quotation) -> list[str]:
    return [Quotation.objects.get(pk=one.pk).state for one in quotations]


def test_two_keys_accept_a_well_read_quotation(open_window) -> None:
    one, other, _ = found = article()
    page = open_article(open_window, found)
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page.locator("#panel .panel__state")).to_contain_text("Accepted")
    assert states(one, other) == ["accepted", "suggested"]
    assert Quotation.objects.get(pk=one.pk).statement.words == "We have no list"
    expect(page.locator("#tally")).to_contain_text("2 suggested")
    expect(page.locator(f"#f-{one.pk}")).to_have_class(re.compile("flag--accepted"))


def test_keys_pressed_at_once_each_meet_their_own_quotation(open_window) -> None:
    found = article()
    page = open_article(open_window, found)
    for key in "jajajd2":
        page.keyboard.press(key)
    expect(page.locator("#tally")).to_contain_text("1 dismissed")
    assert states(*found) == ["accepted", "accepted", "dismissed"]


def test_undo_takes_the_last_action_back(open_window) -> None:
    one, *_ = found = article()
    page = open_article(open_window, found)
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page.locator("#panel .panel__state")).to_contain_text("Accepted")
    page.keyboard.press("u")
    expect(page.locator("#panel .panel__state")).to_contain_text("Suggested")
    expect(page.locator("#undo form")).to_have_count(0)
    assert states(one) == ["suggested"]


def test_moving_scrolls_to_the_quotation_and_a_verb_does_not_scroll(open_window) -> None:
    found = article()
    page = open_article(open_window, found)
    page.keyboard.press("k")
    last = page.locator(f"#text a[data-q='{found[-1].pk}']")
    expect(last).to_be_in_viewport()
    expect(last).to_be_focused()
    expect(page.locator("#panel .panel__words")).to_contain_text("There is a list")
    before = page.evaluate("window.scrollY")
    page.keyboard.press("a")
    expect(page.locator("#panel .panel__state")).to_contain_text("Accepted")
    assert before > 0
    assert page.evaluate("window.scrollY") == before
    assert page.url.endswith(reverse("claims:desk-quotation", args=[found[-1].pk]))


def test_no_key_counts_while_somebody_types(open_window) -> None:
    found = article()
    page = open_article(open_window, found)
    page.keyboard.press("j")
    page.keyboard.press("e")
    words = page.locator("#panel").get_by_label("Words")
    expect(words).to_be_focused()
    page.keyboard.type("jadu")
    expect(words).to_have_value(re.compile("jadu"))
    assert states(*found) == ["suggested"] * 3


def test_what_was_typed_is_not_left_without_asking(open_window) -> None:
    one, other, _ = found = article()
    page = open_article(open_window, found)
    page.keyboard.press("j")
    page.keyboard.press("e")
    words = page.locator("#panel").get_by_label("Words")
    words.fill("What I typed")
    asked: list[str] = []
    page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    page.locator(f"#text a[data-q='{other.pk}']").click()
    expect(page.locator(f"#text a[data-q='{one.pk}']")).to_have_class(re.compile("is-open"))
    expect(words).to_have_value("What I typed")
    assert len(asked) == 1
    page.once("dialog", lambda dialog: dialog.accept())
    page.locator(f"#text a[data-q='{other.pk}']").click()
    expect(page.locator("#panel .panel__words")).to_contain_text("There never was one")


def test_nobody_is_asked_who_typed_nothing(open_window) -> None:
    _, other, _ = found = article()
    page = open_article(open_window, found)
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.keyboard.press("j")
    page.keyboard.press("e")
    expect(page.locator("#panel").get_by_label("Words")).to_be_focused()
    page.locator(f"#text a[data-q='{other.pk}']").click()
    expect(page.locator("#panel .panel__words")).to_contain_text("There never was one")
    page.goto("/desk/articles/new/")
    page.get_by_label("Outlet").focus()
    page.goto("/desk/")


def test_keys_with_control_belong_to_the_browser(open_window) -> None:
    found = article()
    page = open_article(open_window, found)
    page.keyboard.press("j")
    expect(page.locator("#panel .panel__words")).to_contain_text("We have no list")
    page.keyboard.press("Control+a")
    page.keyboard.press("Alt+d")
    page.keyboard.press("k")
    assert states(*found) == ["suggested"] * 3


def test_c_holds_the_statement_against_another(open_window) -> None:
    one, *_ = article()
    speaker = SpeakerFactory(name="Mina Ister")
    for words in ("There is a list.", "Something of no interest."):
        StatementFactory(speaker=speaker, words=words)
    page = open_article(open_window, [one])
    for key in "jac":
        page.keyboard.press(key)
    page.wait_for_url("**/against/")
    page.get_by_role("searchbox", name="Find").press_sequentially("there list")
    expect(page.locator("#found .rows > li")).to_have_count(1)
    page.locator("h1").click()
    page.keyboard.press("1")
    page.wait_for_url("**/against/*/")
    page.get_by_label("What clashes").fill("No list, and yet one.")
    page.get_by_role("button", name="Propose").click()
    expect(page.locator(".kicker")).to_contain_text("proposed")
    page.wait_for_url("**/contradictions/*/")
    expect(page).to_have_title(re.compile("^Mina Ister / Mina Ister"))


def test_s_and_a_number_add_a_rendering_to_a_statement(open_window) -> None:
    one, *_ = article()
    meant = StatementFactory(speaker=SpeakerFactory(name="Mina Ister"), words="We have no list", said=None)
    page = open_article(open_window, [one])
    page.keyboard.press("j")
    page.keyboard.press("s")
    expect(page.get_by_role("button", name="It is this one").first).to_be_focused()
    page.keyboard.press("1")
    expect(page.locator("#panel .panel__state")).to_contain_text("Accepted")
    assert Quotation.objects.get(pk=one.pk).statement == meant


def test_the_question_mark_lists_the_keys(open_window) -> None:
    page = open_article(open_window, article())
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("accept as read")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_selected_words_become_a_quotation(open_window) -> None:
    found = article()
    page = open_article(open_window, found)
    page.evaluate(
        """() => {
            const node = [...document.querySelectorAll('#text [data-start]')]
              .find(e => e.textContent.includes('The union disagreed')).firstChild;
            getSelection().setBaseAndExtent(node, 0, node, 'The union disagreed'.length);
        }"""
    )
    expect(page.get_by_role("button", name="Keep these words")).to_be_visible()
    page.keyboard.press("m")
    form = page.locator("#missed")
    expect(form.get_by_label("The exact words")).to_have_value("The union disagreed")
    expect(form.get_by_label("Quoted")).to_have_value("indirect")
    form.get_by_role("button", name="Keep as a quotation").click()
    expect(page.locator("#panel .panel__words")).to_contain_text("The union disagreed")
    kept = Quotation.objects.get(exact="The union disagreed")
    assert kept.start == TEXT.index("The union disagreed")
    assert kept.made_by == cast.editor()


def test_a_selection_over_paragraphs_and_marks_is_read_whole(open_window) -> None:
    found = article()
    page = open_article(open_window, found)
    page.evaluate(
        """() => {
            const pieces = [...document.querySelectorAll('#text [data-start]')];
            const first = pieces.find(e => e.textContent.includes('There never')).firstChild;
            const last = pieces.find(e => e.textContent.includes('union disagreed')).firstChild;
            getSelection().setBaseAndExtent(first, 1, last, 9);
        }"""
    )
    expect(page.get_by_role("button", name="Keep these words")).to_be_visible()
    page.keyboard.press("m")
    page.locator("#missed").get_by_role("button", name="Keep as a quotation").click()
    expect(page.locator("#panel .panel__words")).to_contain_text("There never was one.")
    kept = Quotation.objects.get(made_by__isnull=False)
    assert kept.exact == "There never was one.”\n\nThe union"


def test_a_lost_connection_says_so_and_keeps_what_was_typed(open_window) -> None:
    found = article()
    page = open_article(open_window, found)
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.locator("#panel").get_by_label("Words").fill("What I typed")

    def fail(route: Route) -> None:
        route.abort()

    page.route("**/accept/", fail)
    page.locator("#panel").get_by_role("button", name="Accept").click()
    expect(page.get_by_role("alert")).to_contain_text("cannot be reached")
    expect(page.locator("#panel").get_by_label("Words")).to_have_value("What I typed")


def test_whoever_was_signed_out_loses_nothing(open_window) -> None:
    found = article()
    page = open_article(open_window, found)
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.locator("#panel").get_by_label("Words").fill("What I typed")
    page.context.clear_cookies(name="sessionid")
    page.locator("#panel").get_by_role("button", name="Accept").click()
    expect(page.get_by_role("alert")).to_contain_text("signed out")
    expect(page.locator("#panel").get_by_label("Words")).to_have_value("What I typed")


def test_a_refused_form_is_swapped_with_what_was_typed_and_the_fault_in_focus(open_window) -> None:
    found = article()
    page = open_article(open_window, found)
    page.keyboard.press("j")
    page.keyboard.press("e")
    panel = page.locator("#panel")
    panel.get_by_label("Said").fill("04/05/2018")
    panel.get_by_label("Occasion").fill("A hearing")
    panel.get_by_role("button", name="Accept").click()
    expect(panel).to_contain_text("two ways")
    expect(panel.get_by_label("Said")).to_be_focused()
    expect(panel.get_by_label("Occasion")).to_have_value("A hearing")


def test_a_saved_statement_stays_where_it_is(open_window) -> None:
    statement = StatementFactory(edited_by=cast.editor())
    page = open_window(cast.editor())
    page.goto(reverse("claims:desk-statement", args=[statement.pk]))
    page.get_by_label("Role at the time").fill("Minister of lists")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#messages")).to_contain_text("Saved")
    expect(page.get_by_label("Role at the time")).to_have_value("Minister of lists")
    assert page.url.endswith(reverse("claims:desk-statement", args=[statement.pk]))
    page.get_by_label("Said").fill("never")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Not saved")
    expect(page.get_by_label("Said")).to_be_focused()


def test_less_sure_suggestions_fold_away_and_keys_pass_them_by(open_window) -> None:
    version = ArticleVersionFactory(text="“We have no list,” she said. Nobody knew. “There is one,” he said.")
    ReadingFactory(version=version, state="done")
    for words, sure in (("“We have no list,”", 0.95), ("Nobody knew.", 0.5), ("“There is one,”", 0.9)):
        QuotationFactory(version=version, exact=words, confidence=sure)
    page = open_window(cast.editor())
    page.goto(f"/desk/articles/{version.article_id}/")
    expect(page.locator("#text .flag")).to_have_count(3)
    page.get_by_label("Show suggestions").select_option("70")
    expect(page.locator("#text .flag")).to_have_count(2)
    expect(page.locator("#tally")).to_contain_text("3 suggested, 1 of them folded away")
    page.locator("body").press("j")
    expect(page.locator("#panel")).to_contain_text("We have no list")
    page.keyboard.press("j")
    expect(page.locator("#panel")).to_contain_text("There is one")
    page.reload()
    expect(page.locator("#text .flag")).to_have_count(2)
