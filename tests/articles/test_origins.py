"""Articles that print one report share its origin, from the moment they come in, however many come in at once."""

import pytest

from articles import importing
from articles.models import Article, Origin, Shingle
from articles.origins import COMPARED, LOOKED_UP, brought, find_origin, move, near_copies
from tests.articles.test_importing import at_once
from tests.articles.wires import RIVAL, WIRE, news
from tests.factories import ArticleFactory, ArticleVersionFactory, OriginFactory, OutletFactory

PARAGRAPHS = WIRE.split("\n\n")
CUT = "\n\n".join(PARAGRAPHS[:4])


def bring(outlet="The Sample", text=WIRE, **more):
    title = more.pop("title", f"Minister denies list, says {outlet}")
    return importing.import_article(outlet=outlet, title=title, text=text, **more).article


def groups():
    """The titles of the articles that share an origin with another one."""
    rows = Article.objects.values_list("origin", "outlet__name").order_by("outlet__name")
    together: dict = {}
    for origin, outlet in rows:
        together.setdefault(origin, []).append(outlet)
    return sorted(outlets for outlets in together.values() if len(outlets) > 1)


@pytest.mark.django_db
class TestComingIn:
    def test_a_near_copy_shares_the_origin_and_another_report_does_not(self):
        bring("Wire")
        bring("Copy", f"Row over list\n\n{CUT}\n\n{news(1, 2)}")
        bring("Rival", RIVAL)
        bring("Elsewhere", news(2, 8))
        assert groups() == [["Copy", "Wire"]]
        assert Origin.objects.count() == 3

    def test_the_whole_finds_the_part_that_came_in_before_it(self):
        bring("Copy", CUT)
        bring("Wire")
        assert groups() == [["Copy", "Wire"]]

    def test_the_very_same_text_is_one_report_however_short(self):
        bring("One", "“No,” she said.")
        bring("Two", "“No,” she said.")
        bring("Three", "“No,” he said.")
        assert groups() == [["One", "Two"]]

    def test_coming_in_leaves_no_history_of_its_own(self):
        bring("Wire")
        article = bring("Copy")
        assert article.events.count() == 0

    def test_the_most_alike_decides(self):
        mixed = "\n\n".join([*PARAGRAPHS[:5], *news(3, 5).split("\n\n")])
        bring("Other", mixed)
        bring("Wire", WIRE, title="The original")
        Article.objects.filter(outlet__name="Wire").update(origin=OriginFactory())
        bring("Copy", WIRE)
        assert groups() == [["Copy", "Wire"]]

    def test_an_outlets_own_lines_under_everything_make_no_copies(self):
        under = news(4, 2)
        for number in range(3):
            bring("One outlet", f"{news(10 + number, 2)}\n\n{under}", title=f"Piece {number}")
        assert groups() == []

    def test_what_stands_under_very_many_texts_hides_no_copy(self):
        under = news(5, 1)
        outlet = OutletFactory()
        bring("Wire", f"{WIRE}\n\n{under}")
        for number in range(LOOKED_UP + COMPARED):
            text = f"{news(100 + number, 2)}\n\n{under}"
            importing.import_article(outlet=outlet.name, title=f"Piece {number}", text=text)
        bring("Copy", f"{CUT}\n\n{under}")
        assert groups() == [["Copy", "Wire"]]


@pytest.mark.django_db
class TestANewText:
    def bring(self, outlet, text):
        return bring(outlet, text, url=f"https://{outlet.lower()}.example.org/1")

    def test_one_that_stood_alone_may_turn_out_to_be_a_copy(self):
        bring("Wire")
        self.bring("Copy", news(6, 4))
        self.bring("Copy", CUT)
        assert groups() == [["Copy", "Wire"]]

    def test_one_that_shares_its_origin_keeps_it(self):
        bring("Wire")
        self.bring("Copy", CUT)
        self.bring("Copy", news(7, 4))
        assert groups() == [["Copy", "Wire"]]

    def test_what_was_decided_stays(self):
        bring("Wire")
        article = self.bring("Copy", CUT)
        move(article, OriginFactory(), decided=True)
        self.bring("Copy", f"{CUT}\n\nUpdated.")
        assert groups() == []

    def test_nothing_is_joined_to_what_an_editor_called_independent_of_it(self):
        self.bring("Wire", WIRE)
        move(bring("Copy", CUT), OriginFactory(), decided=True)
        self.bring("Wire", f"{WIRE}\n\nUpdated.")
        assert groups() == []

    def test_a_copy_of_an_older_text_is_found_by_it(self):
        self.bring("Wire", WIRE)
        self.bring("Wire", news(8, 6))
        bring("Copy", CUT)
        assert groups() == [["Copy", "Wire"]]


@pytest.mark.django_db
class TestWhatWasThereBefore:
    """Articles that no origin was looked for."""

    def test_it_is_found_and_found_again_without_change(self):
        articles = [ArticleVersionFactory(text=text).article for text in (WIRE, CUT, RIVAL)]
        origins = [find_origin(article).origin_id for article in articles]
        assert origins[0] == origins[1] != origins[2]
        assert [find_origin(article).origin_id for article in articles] == origins
        assert Shingle.objects.values("version").distinct().count() == 3

    def test_every_text_of_an_article_is_looked_at(self):
        wire = ArticleVersionFactory(text=WIRE).article
        changed = ArticleVersionFactory(text=CUT).article
        ArticleVersionFactory(article=changed, number=2, text=news(9, 4))
        assert find_origin(changed).origin_id == find_origin(wire).origin_id

    def test_one_without_a_text_is_a_report_of_its_own(self):
        assert find_origin(ArticleFactory()).origin_id is not None

    def test_a_copy_that_comes_in_first_gives_it_its_origin(self):
        wire = ArticleVersionFactory(text="“No,” she said.").article
        copy = bring("Copy", "“No,” she said.")
        wire.refresh_from_db()
        assert wire.origin_id == copy.origin_id is not None

    def test_a_new_text_of_it_waits_for_the_others(self):
        article = bring("Copy", news(1, 4), url="https://copy.example.org/1")
        Article.objects.filter(pk=article.pk).update(origin=None)
        bring("Copy", news(2, 4), url="https://copy.example.org/1")
        article.refresh_from_db()
        assert article.origin_id is None


@pytest.mark.django_db
def test_no_more_than_so_many_texts_are_read_and_asked_for_at_once(django_assert_num_queries):
    outlets = [OutletFactory() for _ in range(3)]
    for number in range(COMPARED + 5):
        bring(outlets[number % 3].name, f"{WIRE}\n\n{news(number, 1)}", title=f"Copy {number}")
    asked = brought(WIRE, outlets[0].pk)
    with django_assert_num_queries(3):
        assert len(near_copies(asked)) == COMPARED


@pytest.mark.django_db(transaction=True)
def test_near_copies_that_come_in_at_one_moment_find_one_another():
    at_once(*[lambda name=name: bring(name, f"{name}\n\n{WIRE}") for name in ("One", "Two", "Three", "Four")])
    assert groups() == [["Four", "One", "Three", "Two"]]
    assert Origin.objects.count() == 1
