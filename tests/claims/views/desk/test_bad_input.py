"""HTML, Typst markup, right-to-left text and template tags in every field: stored as typed, shown as words."""

import pytest
from django.urls import reverse
from django.utils.html import escape

from claims.models import Contradiction, Quotation, Statement, Story
from tests import cast
from tests.claims.views.desk.scene import scene
from tests.factories import ArticleVersionFactory, QuotationFactory, StatementFactory

pytestmark = pytest.mark.django_db

NASTY = {
    "HTML": "<script>alert('taken')</script><img src=x onerror=alert(1)>",
    "an attribute's end": '" onmouseover="alert(1)" x=\'',
    "Typst": '#import "x": * $1/0$ #raw("x") *bold* _it_ @label <label>',
    "right to left": "\u202eתוכן בעברית\u202c وبالعربية",
    "a template": "{{ request.user.password }}{% load static %}",
    "emoji and combining": "👩‍👩‍👧‍👦 é Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉",
}


@pytest.fixture(params=NASTY.values(), ids=NASTY)
def nasty(request) -> str:
    return request.param


def shows(page: str, words: str) -> bool:
    """As words, never as markup."""
    return escape(words) in page and ("<" not in words or words not in page)


def test_an_article_and_its_quotation(nasty):
    text = f"She said: {nasty} and left."
    version = ArticleVersionFactory(text=text, article__title=nasty[:100], article__outlet__name=nasty[:50])
    quotation = QuotationFactory(
        version=version,
        exact=nasty,
        speaker_name=nasty[:60],
        role=nasty,
        cue=nasty,
        source=nasty,
        source_start=10,
        said_basis=nasty,
        question=nasty,
        rule="x<y",
    )
    browser = cast.browser_of(cast.editor())
    for url in (f"/desk/quotations/{quotation.pk}/", f"/desk/quotations/{quotation.pk}/accept/", "/desk/articles/"):
        assert shows(browser.get(url).content.decode(), nasty[:50])
    answer = browser.get(f"/desk/quotations/{quotation.pk}/", headers={"HX-Request": "true"})
    assert shows(answer.content.decode(), nasty)


def test_a_statement_is_stored_as_typed_and_shown_as_words(nasty):
    quotation = QuotationFactory()
    browser = cast.browser_of(cast.editor())
    typed = {"speaker": nasty, "kind": "person", "role": nasty, "words": nasty, "mode": "direct", "occasion": nasty}
    typed |= {"question": nasty, "said_basis": nasty, "said": ""}
    browser.post(f"/desk/quotations/{quotation.pk}/accept/", typed)
    statement = Statement.objects.get()
    assert (statement.words, statement.role, statement.occasion, statement.question) == (nasty,) * 4
    for name, args in (("statement", [statement.pk]), ("statements", []), ("speakers", []), ("", [])):
        url = reverse(f"claims:desk{'-' if name else ''}{name}", args=args)
        assert shows(browser.get(url).content.decode(), nasty)


def test_a_pair_and_a_story(nasty):
    one, other = StatementFactory(words=nasty), StatementFactory()
    browser = cast.browser_of(cast.editor())
    finding = {"finding": "partial", "explanation": nasty, "clash_one": nasty, "clash_other": ""}
    browser.post(reverse("claims:desk-propose", args=[one.pk, other.pk]), finding)
    pair = Contradiction.objects.get()
    assert (pair.explanation, pair.first_clash) == (nasty, nasty)
    assert shows(browser.get(f"/desk/contradictions/{pair.pk}/").content.decode(), nasty)
    browser.post("/desk/stories/new/", {"title": nasty, "summary": nasty})
    story = Story.objects.get()
    assert shows(browser.get(f"/desk/stories/{story.pk}/").content.decode(), nasty)


def test_a_refused_form_shows_what_was_typed_as_words(nasty):
    stage = scene()
    answer = cast.browser_of(cast.editor()).post(
        reverse("claims:desk-accept", args=[stage.suggestion.pk]), {"words": nasty, "speaker": nasty, "said": nasty}
    )
    assert answer.status_code == 422
    assert shows(answer.content.decode(), nasty)


def test_selected_words_may_be_anything_but_punctuation(nasty):
    version = ArticleVersionFactory(text=f"Before {nasty} after")
    browser = cast.browser_of(cast.editor())
    browser.post(reverse("claims:desk-select", args=[version.pk]), {"words": nasty, "mode": "direct"})
    assert Quotation.objects.get().exact == nasty


def test_a_search_for_anything_is_only_a_search(nasty):
    answer = cast.browser_of(cast.editor()).get("/desk/statements/", {"q": nasty})
    assert answer.status_code == 200
    assert shows(answer.content.decode(), nasty)
