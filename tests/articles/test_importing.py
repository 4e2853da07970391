"""An article is stored once, each of its texts once, and nothing that cannot be stored leaves a trace."""

import datetime as dt
import threading

import pytest
from django.db import connection
from django.utils import timezone

from articles.importing import NotImported, Outcome, import_article
from articles.models import Article, ArticleVersion, Outlet

PIECE = {
    "outlet": "The Sample",
    "title": "Minister denies list",
    "text": "“There is no list,” she said.",
    "url": "https://news.example.org/1",
    "published": dt.date(2018, 4, 26),
}


def bring(**changes):
    return import_article(**PIECE | changes)


@pytest.mark.django_db
class TestStoring:
    def test_a_new_article_has_its_first_version(self):
        imported = bring(byline="A Writer")
        article = Article.objects.get()
        assert imported.outcome is Outcome.NEW
        assert (article.outlet.name, article.title, article.byline) == ("The Sample", PIECE["title"], "A Writer")
        assert article.versions.get() == imported.version
        assert (imported.version.number, imported.version.text) == (1, PIECE["text"])

    def test_a_day_stays_that_day_in_its_zone(self):
        article = bring(published=dt.date(2018, 4, 26), zone="Pacific/Auckland").article
        article.refresh_from_db()
        assert (article.published_day, article.published_has_time) == (dt.date(2018, 4, 26), False)
        assert article.published_at == dt.datetime(2018, 4, 25, 12, tzinfo=dt.UTC)

    def test_a_moment_is_on_the_wall_clock_of_its_zone(self):
        article = bring(published=dt.datetime(2018, 4, 26, 0, 30)).article
        article.refresh_from_db()
        assert (article.published_day, article.published_has_time) == (dt.date(2018, 4, 26), True)
        assert article.published_at == dt.datetime(2018, 4, 25, 23, 30, tzinfo=dt.UTC)

    def test_without_a_zone_it_is_the_newsrooms(self, settings):
        settings.NEWSROOM_TIME_ZONE = "America/New_York"
        article = bring(published=dt.datetime(2018, 4, 26, 9, 30)).article
        assert article.published_zone == "America/New_York"
        assert article.published_at == dt.datetime(2018, 4, 26, 13, 30, tzinfo=dt.UTC)

    def test_a_moment_with_an_offset_keeps_it(self):
        moment = dt.datetime(2018, 4, 26, 9, tzinfo=dt.timezone(dt.timedelta(hours=5)))
        assert bring(published=moment).article.published_at == moment

    def test_an_unknown_date_stays_unknown(self):
        article = bring(published=None).article
        assert article.published_at is None
        assert article.published_day is None

    def test_captured_is_not_published(self):
        before = timezone.now()
        version = bring().version
        assert before <= version.captured_at <= timezone.now()

    def test_an_outlet_is_one_whatever_its_case(self):
        bring()
        bring(outlet=" the  SAMPLE", url="https://news.example.org/2")
        assert Outlet.objects.get().name == "The Sample"

    def test_markup_is_text_like_any_other(self):
        words = '<script>alert(1)</script> #let x = 1 אמר "לא"'
        imported = bring(title=words, text=words, byline=words, outlet=words)
        imported.article.refresh_from_db()
        assert {imported.article.title, imported.article.byline, imported.version.text} == {words}


@pytest.mark.django_db
class TestRecognising:
    def test_the_same_article_is_known(self):
        first = bring()
        again = bring()
        assert (again.outcome, again.article, again.version) == (Outcome.KNOWN, first.article, first.version)
        assert Article.objects.count() == ArticleVersion.objects.count() == 1

    def test_a_changed_text_is_a_new_version(self):
        first = bring()
        changed = bring(text="“There was a list,” she said.")
        assert (changed.outcome, changed.article, changed.version.number) == (Outcome.CHANGED, first.article, 2)
        assert first.version.text == PIECE["text"]

    def test_a_text_that_comes_back_is_the_latest_version_again(self):
        first = bring()
        bring(text="Another text.")
        back = bring()
        assert (back.outcome, back.article, back.version.number) == (Outcome.CHANGED, first.article, 3)
        assert first.article.versions.order_by("-number").first().text == PIECE["text"]
        assert bring().outcome is Outcome.KNOWN

    def test_line_ends_and_white_space_change_nothing(self):
        bring(text="one\ntwo")
        assert bring(text=" one\r\ntwo\n").outcome is Outcome.KNOWN

    def test_an_address_is_the_same_with_tracking(self):
        bring()
        assert bring(url="HTTPS://News.Example.org/1?utm_source=mail#top").outcome is Outcome.KNOWN

    def test_a_url_decides_whatever_the_title(self):
        bring()
        assert bring(title="Minister denies list again").outcome is Outcome.KNOWN

    def test_without_a_url_outlet_title_and_day_decide(self):
        bring(url="")
        assert bring(url="").outcome is Outcome.KNOWN
        assert bring(url="", text="Other words.").outcome is Outcome.CHANGED
        assert bring(url="", text="A day before.", published=dt.date(2018, 4, 25)).outcome is Outcome.NEW
        assert bring(url="", text="Another one.", title="Another").outcome is Outcome.NEW
        assert bring(url="", outlet="Another").outcome is Outcome.NEW

    def test_without_a_url_or_a_date_too(self):
        bring(url="", published=None)
        assert bring(url="", published=None).outcome is Outcome.KNOWN


OTHERWISE = {"title": "Minister denies list again", "published": dt.date(2018, 4, 27)}


@pytest.mark.django_db
class TestTheSameTextWithoutAnAddress:
    def test_is_the_article_that_has_one(self):
        first = bring()
        again = bring(**OTHERWISE, url="")
        assert (again.outcome, again.article, again.version) == (Outcome.KNOWN, first.article, first.version)

    def test_gets_the_address_and_the_byline_that_are_brought_later(self):
        bring(url="")
        again = bring(**OTHERWISE, byline="A Writer")
        assert again.outcome is Outcome.KNOWN
        article = Article.objects.get()
        assert (article.url, article.byline, article.title) == (PIECE["url"], "A Writer", PIECE["title"])
        assert bring().outcome is Outcome.KNOWN

    def test_keeps_what_it_has(self):
        bring(byline="A Writer")
        bring(**OTHERWISE, url="", byline="Another")
        article = Article.objects.get()
        assert (article.url, article.byline) == (PIECE["url"], "A Writer")

    def test_is_recognised_by_an_older_version_which_then_is_no_news(self):
        first = bring()
        bring(text="Another text.")
        again = bring(**OTHERWISE, url="")
        assert (again.outcome, again.version) == (Outcome.KNOWN, first.version)
        assert ArticleVersion.objects.count() == 2

    def test_is_an_article_of_its_own_at_another_outlet(self):
        bring()
        assert bring(outlet="The Wire", url="").outcome is Outcome.NEW

    def test_is_an_article_of_its_own_at_another_address(self):
        bring()
        assert bring(url="https://news.example.org/2").outcome is Outcome.NEW

    def test_is_refused_an_address_that_is_none(self):
        bring(url="")
        with pytest.raises(NotImported, match="url"):
            bring(**OTHERWISE, url="https://news.example.org/" + "a" * 2000)
        assert Article.objects.get().url == ""


BAD = {
    "no text": ({"text": " "}, "empty"),
    "a binary text": ({"text": "a\x00b"}, "NUL"),
    "half of a character": ({"text": "a\ud800"}, "half of a character"),
    "half of a character in the title": ({"title": "a\ud800"}, "half of a character"),
    "no outlet": ({"outlet": " "}, "outlet is missing"),
    "an endless outlet": ({"outlet": "a" * 201}, "longer than 200"),
    "no title": ({"title": ""}, "title"),
    "an endless title": ({"title": "a" * 501}, "title"),
    "an endless byline": ({"byline": "a" * 301}, "byline"),
    "no web address": ({"url": "news"}, "web address"),
    "an unknown zone": ({"zone": "Europe/Londres"}, "no time zone called 'Europe/Londres'"),
    "a path for a zone": ({"zone": "../../etc/hosts"}, "no time zone"),
    "a date in the future": ({"published": dt.date(2100, 1, 1)}, "future"),
    "a date before any newspaper": ({"published": dt.date(1, 1, 1)}, "before any newspaper"),
    "the first moment of the calendar": (
        {"published": dt.datetime(1, 1, 1), "zone": "Asia/Tokyo"},
        "before any newspaper",
    ),
    "the last moment of the calendar": (
        {"published": dt.datetime(9999, 12, 31, 23, 59), "zone": "America/New_York"},
        "future",
    ),
}


@pytest.mark.django_db
@pytest.mark.parametrize(("changes", "reason"), BAD.values(), ids=BAD)
def test_what_cannot_be_stored_is_refused_and_leaves_nothing(changes, reason):
    with pytest.raises(NotImported, match=reason):
        bring(**changes)
    assert not Article.objects.exists()
    assert not Outlet.objects.exists()


@pytest.mark.django_db
def test_today_is_not_the_future_anywhere():
    assert bring(published=timezone.now().date(), zone="Pacific/Kiritimati").outcome is Outcome.NEW


def at_once(*calls):
    """Runs the calls side by side, each with a connection of its own; what they return."""
    results: list = []
    start = threading.Barrier(len(calls))

    def run(call):
        start.wait(10)
        try:
            results.append(call())
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(call,)) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(results) == len(calls), "one of the calls failed"
    return results


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("url", [PIECE["url"], ""], ids=["with a URL", "without a URL"])
def test_two_who_bring_one_article_at_once_store_it_once(url):
    results = at_once(*[lambda: bring(url=url)] * 4)
    assert sorted(one.outcome for one in results) == [Outcome.KNOWN] * 3 + [Outcome.NEW]
    assert Article.objects.count() == ArticleVersion.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_one_text_with_and_without_its_address_at_once_is_one_article():
    at_once(lambda: bring(), lambda: bring(**OTHERWISE, url=""))
    article = Article.objects.get()
    assert (article.url, article.versions.count()) == (PIECE["url"], 1)


@pytest.mark.django_db(transaction=True)
def test_two_changed_texts_at_once_are_two_versions():
    bring()
    at_once(lambda: bring(text="One."), lambda: bring(text="Two."))
    assert sorted(ArticleVersion.objects.values_list("number", flat=True)) == [1, 2, 3]
