"""Steps 1 to 6 of the first whole version, walked by three people: with a script and without."""

import pytest
from playwright.sync_api import expect

from claims.models import Contradiction, Quotation, Statement
from tests import cast
from tests.e2e import road

pytestmark = pytest.mark.django_db(transaction=True)
STORY = "The list of late trains"
MISSED = "The union kept its own count"


@pytest.mark.parametrize("scripted", [True, False], ids=["with a script", "without a script"])
def test_two_articles_go_in_and_a_contradiction_stands_in_public(open_window, scripted: bool) -> None:
    editor = open_window(cast.editor(), java_script_enabled=scripted)
    for piece, words, said in (
        (road.FIRST, "We have no list of late trains", "25 April 2018"),
        (road.SECOND, "The department has kept a list", "26 April 2018"),
    ):
        road.add_article(editor, piece)
        road.read_what_waits()
        road.see_it_read(editor, scripted=scripted)
        if piece is road.FIRST:
            road.keep_missed_words(editor, MISSED)
            road.dismiss_first_suggestion(editor)
            editor.locator("#undo").get_by_role("button", name="Undo").click()
            expect(editor.locator("#panel .panel__state")).to_contain_text("Suggested")
        road.accept_corrected(
            editor,
            words,
            {"Speaker": "Mina Ister", "Role at the time": "Transport minister", "Said": said, "Occasion": "Parliament"},
        )
    road.propose(editor, "no list", "A list was kept, and then it had not been.")
    assert Contradiction.objects.get().kind == "reversal"
    assert editor.get_by_role("button", name="Confirm").count() == 0
    road.start_story(editor, STORY, "no list of late trains", "kept a list of late trains")

    reader = open_window(java_script_enabled=scripted)
    assert reader.goto("/stories/the-list-of-late-trains/").status == 404

    reviewer = open_window(cast.reviewer(), java_script_enabled=scripted)
    road.confirm_pair(reviewer)
    road.publish(reviewer, STORY)

    reader.goto("/")
    reader.get_by_role("link", name=STORY).first.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(STORY)
    for words in ("We have no list of late trains", "The department has kept a list of late trains"):
        expect(reader.get_by_text(words).first).to_be_visible()
    report = reader.request.get("/stories/the-list-of-late-trains/report.pdf")
    assert report.body().startswith(b"%PDF")
    assert Statement.objects.filter(state="confirmed").count() == 2
    assert Quotation.objects.get(made_by__isnull=False).words == MISSED
