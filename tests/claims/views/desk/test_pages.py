"""Every page of the desk opens, whole and as the part that htmx asks for, to those who may read there."""

import re
from collections import Counter

import pytest

from tests import cast
from tests.claims.views.desk.scene import scene

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
WRITING = {
    "desk-article-new",
    "desk-accept",
    "desk-origin-same",
    "desk-same",
    "desk-select",
    "desk-against",
    "desk-propose",
    "desk-story-new",
}
"""Pages that only make sense to somebody who may write."""


@pytest.mark.parametrize("who", [cast.editor, cast.reviewer])
def test_editors_open_every_page(who):
    browser = cast.browser_of(who())
    for name, url in scene().pages().items():
        answer = browser.get(url)
        assert (name, answer.status_code) == (name, 200)
        assert answer.content.count(b"<h1") == 1, name


def test_a_fragment_is_the_page_without_its_frame():
    browser = cast.browser_of(cast.editor())
    for name, url in scene().pages().items():
        answer = browser.get(url, headers=HTMX)
        assert (name, answer.status_code) == (name, 200)
        assert b"<html" not in answer.content
        assert "HX-Request" in answer["Vary"]


def test_a_journalist_reads_the_desk_and_writes_nothing():
    browser = cast.browser_of(cast.journalist())
    for name, url in scene().pages().items():
        answer = browser.get(url)
        assert (name, answer.status_code) == (name, 403 if name in WRITING else 200)
        page = answer.content.split(b"<main")[-1]
        assert b'method="post"' not in page, name


@pytest.mark.parametrize("who", [cast.public, cast.guest])
def test_the_desk_is_closed_to_others(who):
    browser = cast.browser_of(who())
    for name, url in scene().pages().items():
        assert (name, browser.get(url).status_code) in {(name, 302), (name, 403)}


def test_no_page_carries_script_or_style_of_its_own():
    browser = cast.browser_of(cast.reviewer())
    for name, url in scene().pages().items():
        page = browser.get(url).content
        assert b"<style" not in page, name
        assert b" style=" not in page, name
        assert b" on" + b"click" not in page, name
        assert b"hx-on" not in page, name
        assert page.count(b"<script") == page.count(b"<script src="), name


def test_no_page_has_two_elements_of_one_id():
    browser = cast.browser_of(cast.reviewer())
    for name, url in scene().pages().items():
        ids = re.findall(r' id="([^"]*)"', browser.get(url).content.decode())
        assert (name, [one for one, count in Counter(ids).items() if count > 1]) == (name, [])


def test_an_empty_desk_says_what_to_do_next():
    page = cast.browser_of(cast.editor()).get("/desk/").content.decode()
    assert "Add the first one" in page
    assert "No pair waits" in page
    assert "No draft waits" in page
