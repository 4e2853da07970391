"""The page on how the newsroom works: a reviewer's to write, with a history that everybody reads."""

import pytest

from claims.models import MethodText
from claims.verbs.method import write_method
from claims.verbs.refusals import Conflict, Refused
from tests import cast
from tests.claims.views.public.reading import opened, words

pytestmark = pytest.mark.django_db
DESK, EDIT = "/desk/method/", "/desk/method/edit/"


def sent(text: str, revision: int, by=cast.reviewer, **headers: str):
    return cast.browser_of(by()).post(EDIT, {"text": text, "revision": revision}, headers=headers)


def test_until_somebody_writes_it_the_softwares_own_text_stands_there():
    page = words(opened("/method/"))

    assert "Who decides" in page
    assert "This text came with the software; nobody has changed it." in page
    assert "Nobody has changed the text" in words(opened("/method/history/"))
    assert 'href="/method/"' in opened("/").content.decode()
    assert not MethodText.objects.exists()


def test_what_a_reviewer_writes_is_public_at_once_with_its_history():
    assert sent("# Our rules\n\n- Two of us read\n\nSee https://example.org/rules for more.", 1).status_code == 302
    assert sent("# Our rules\n\n- Three of us read\n\nSee https://example.org/rules for more.", 2).status_code == 302

    page, history = opened("/method/").content.decode(), opened("/method/history/").content.decode()
    assert '<h2 dir="auto">Our rules</h2>' in page
    assert "<li>Three of us read</li>" in page
    assert '<a href="https://example.org/rules"' in page
    assert "Last changed by Rae View" in page
    assert "<del>Two</del> <ins>Three</ins>" in history
    assert [line in words(opened("/method/history/")) for line in ("Text 3, by Rae View", "Text 2, by Rae View")]
    assert "The text that came with the software." in history
    assert "Text 1, by" not in words(opened("/method/history/"))


def test_markup_of_others_is_shown_as_it_was_typed():
    sent('<script>alert(1)</script> <a href="javascript:alert(1)">x</a>', 1)

    for page in ("/method/", "/method/history/"):
        answer = opened(page).content.decode()
        assert "<script>alert" not in answer
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in answer
        assert 'href="javascript' not in answer


def test_saving_what_stands_there_changes_nothing():
    sent("Two of us read.", 1)

    assert sent("Two of us read.\r\n", 2).status_code == 302
    assert sent("Two of us read.", 1).status_code == 302
    assert MethodText.objects.count() == 2


def test_the_second_of_two_is_told_what_the_first_wrote_and_loses_nothing():
    sent("Two of us read.", 1)
    answer = sent("Mine: three of us read.", 1, cast.second_reviewer)

    assert answer.status_code == 422
    page = words(answer)
    assert "Rae View saved this while you were editing." in page
    assert "Two of us read." in page
    assert "Mine: three of us read." in answer.context["edit_form"]["text"].value()
    assert "Two of us read." in words(opened("/method/"))
    again = sent("Mine: three of us read.", answer.context["edit_form"]["revision"].value(), cast.second_reviewer)
    assert again.status_code == 302
    assert "Last changed by Con Firm" in words(opened("/method/"))


def test_whoever_changed_nothing_clashes_with_nobody():
    sent("Two of us read.", 1)
    sent("Three of us read.", 2)

    assert write_method(by=cast.second_reviewer(), text="Two of us read.", revision=2).number == 3
    with pytest.raises(Conflict):
        write_method(by=cast.second_reviewer(), text="Four of us read.", revision=2)


@pytest.mark.parametrize("text", [" \n", "x" * 20_001], ids=["nothing", "too much"])
def test_what_is_no_page_is_refused(text):
    assert sent(text, 1).status_code == 422
    with pytest.raises(Refused):
        write_method(by=cast.reviewer(), text=text, revision=1)


def test_only_reviewers_write_it():
    assert "<textarea" not in opened(DESK, cast.editor()).content.decode()
    assert sent("Mine.", 1, cast.editor).status_code == 403
    assert "<textarea" in opened(DESK, cast.reviewer()).content.decode()
    assert 'href="/desk/method/"' in opened("/method/", cast.reviewer()).content.decode()
    assert 'href="/desk/method/"' not in opened("/method/", cast.editor()).content.decode()


def test_a_long_history_costs_no_more_queries(django_assert_num_queries):
    for number in range(1, 14):
        write_method(by=cast.reviewer(), text=f"Text {number}.", revision=number)
    browser = cast.browser_of(cast.public())

    with django_assert_num_queries(4):
        page = browser.get("/method/history/")
    with django_assert_num_queries(2):
        browser.get("/method/")
    assert "Page 1 of 2" in words(page)
    assert "The text that came with the software." in words(browser.get("/method/history/?page=2"))
