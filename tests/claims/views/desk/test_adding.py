"""Adding an article: pasted or from a file; the same one twice, another text, and what is wrong with it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.models import Article, ArticleVersion
from claims.models import Reading
from tests import cast

pytestmark = pytest.mark.django_db
URL = "/desk/articles/new/"
PIECE = {
    "outlet": "The Daily Sample",
    "title": "Minister denies a list",
    "url": "https://news.example.org/list",
    "day": "2018-04-26",
    "time": "",
    "zone": "Europe/London",
    "byline": "By Rita Porter",
    "text": "“We have no list,” she said on Wednesday.",
}


def add(**changes):
    return cast.browser_of(cast.editor()).post(URL, PIECE | changes, follow=True)


def said(answer) -> str:
    return " ".join(str(message) for message in answer.context["messages"])


def text_file(content: bytes, name: str = "article.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="text/plain")


def test_a_pasted_article_is_stored_and_waits_to_be_read():
    answer = add()
    article = Article.objects.get()
    assert answer.redirect_chain == [(reverse("claims:desk-article", args=[article.pk]), 302)]
    assert (article.outlet.name, article.byline, str(article.published_day)) == (
        "The Daily Sample",
        "By Rita Porter",
        "2018-04-26",
    )
    assert Reading.objects.get().state == "queued"
    assert "Waiting to be read" in answer.content.decode()


def test_the_time_of_day_counts_in_the_articles_zone():
    add(time="09:30", zone="America/New_York")
    article = Article.objects.get()
    assert (article.published_has_time, article.published_at.isoformat()) == (True, "2018-04-26T13:30:00+00:00")


def test_an_article_without_a_date_has_none():
    add(day="")
    assert Article.objects.get().published_at is None


def test_a_file_brings_the_text():
    add(text="", file=text_file("\ufeff“We have no list,” she said.".encode()))
    assert ArticleVersion.objects.get().text == "“We have no list,” she said."


def test_the_same_article_twice_is_recognised():
    add()
    answer = add()
    assert "here already" in said(answer)
    assert (Article.objects.count(), ArticleVersion.objects.count(), Reading.objects.count()) == (1, 1, 1)


def test_a_changed_text_is_a_new_version():
    add()
    answer = add(text="“We have a list,” she said on Wednesday.")
    assert "version 2" in said(answer)
    assert list(ArticleVersion.objects.values_list("number", flat=True)) == [1, 2]
    assert Reading.objects.count() == 2


WRONG = {
    "no outlet": ({"outlet": " "}, "Say who published"),
    "no headline": ({"title": ""}, "Give the article its headline"),
    "no text": ({"text": " \n"}, "Paste the article"),
    "a text of NULs": ({"text": "binary \x00 words"}, "Null characters"),
    "not an address": ({"url": "javascript:alert(1)"}, "not a web address"),
    "no such day": ({"day": "2018-02-31"}, "Enter a valid date"),
    "a day that no page could show": ({"day": "9999-12-31"}, "The year 9999 lies outside of 1000 to 2999"),
    "a day to come": ({"day": "2999-01-01"}, "lies in the future"),
    "a time without its day": ({"day": "", "time": "10:00"}, "needs its day"),
    "no such zone": ({"zone": "Europe/Nowhere"}, "no time zone called"),
    "a zone that is a path": ({"zone": "../../etc/passwd"}, "no time zone called"),
    "a headline without end": ({"title": "A" * 501}, "at most 500"),
}


@pytest.mark.parametrize(("changes", "why"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said_and_everything_typed_is_kept(changes, why):
    answer = add(**changes)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert why in page
    assert Article.objects.count() == 0
    kept = PIECE | changes
    form = answer.context["form"]
    assert {name: form[name].value() for name in kept} == kept


FILES = {
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", "is not UTF-8 text"),
    "NULs in plain text": (b"words \x00 words", "binary data"),
    "another encoding": ("“déjà vu”".encode("cp1252"), "Save it as plain text in UTF-8"),
    "nothing": (b"", "submitted file is empty"),
}


@pytest.mark.parametrize(("content", "why"), FILES.values(), ids=FILES)
def test_a_file_that_cannot_be_read_must_be_chosen_again(content, why):
    answer = add(text="", file=text_file(content))
    page = answer.content.decode()
    assert (answer.status_code, Article.objects.count()) == (422, 0)
    assert why in page
    assert "Minister denies a list" in page


def test_a_file_beyond_the_limit_is_not_even_read(settings):
    settings.UPLOAD_LIMIT = 1024**2
    answer = add(text="", file=text_file(b"We have no list. " * 70_000))
    assert answer.status_code == 422
    assert "larger than 1 MB" in answer.content.decode()


def test_a_readable_file_is_kept_as_text_when_something_else_is_wrong():
    answer = add(text="", title="", file=text_file(b"She has no list."))
    assert answer.context["form"]["text"].value() == "She has no list."


def test_a_text_and_a_file_together_are_refused():
    answer = add(file=text_file(b"Another text."))
    assert answer.status_code == 422
    assert "not both" in answer.content.decode()


def test_five_megabytes_are_refused_with_a_sentence_or_stored():
    answer = add(text="We have no list. " * 300_000)
    assert answer.status_code == 422
    assert "one article may have 5,000,000" in answer.content.decode()
    assert add(text="We have no list. " * 60_000).status_code == 200


def test_known_outlets_are_offered():
    add()
    page = cast.browser_of(cast.editor()).get(URL).content.decode()
    assert '<option value="The Daily Sample">' in page


@pytest.mark.parametrize("who", [cast.public, cast.guest, cast.journalist])
def test_nobody_else_adds_articles(who):
    answer = cast.browser_of(who()).post(URL, PIECE)
    assert answer.status_code in {302, 403}
    assert Article.objects.count() == 0
