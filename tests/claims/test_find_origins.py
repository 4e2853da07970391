"""manage.py find_origins: what came in before origins were looked for gets them, and what they change waits."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from articles.models import Article, Shingle
from claims.models import Statement
from tests.articles.wires import RIVAL, WIRE
from tests.claims.taking_over import migrate
from tests.factories import ArticleVersionFactory, QuotationFactory, StatementFactory, edition_of

pytestmark = pytest.mark.django_db
BEFORE = [("articles", "0006_captured_by")]


def test_old_articles_get_their_origins_once(capsys):
    for text in (WIRE, f"Row deepens\n\n{WIRE}", RIVAL):
        ArticleVersionFactory(text=text)
    call_command("find_origins")
    assert capsys.readouterr().out == "Origins looked for: 3.\n"
    first, second, third = Article.objects.order_by("pk").values_list("origin", flat=True)
    assert first == second != third
    call_command("find_origins")
    assert capsys.readouterr().out == "Every article has its origin.\n"


def test_a_statement_in_two_near_copies_waits_for_a_reviewer_and_another_does_not():
    one, copy, rival = (ArticleVersionFactory(text=text) for text in (WIRE, f"Row deepens\n\n{WIRE}", RIVAL))
    told = {"exact": "There has never been a list", "accepted": True}
    twice, once = StatementFactory(), StatementFactory()
    for statement, versions in ((twice, (one, copy)), (once, (rival,))):
        for version in versions:
            QuotationFactory(version=version, statement=statement, **told)
    for statement in (twice, once):
        edition_of(statement)
    call_command("find_origins")
    assert [*Statement.objects.with_changes_waiting()] == [twice]


def test_articles_of_the_release_before_stay_as_they_were_there_and_back():
    version = ArticleVersionFactory(text=WIRE)
    Article.objects.filter(pk=version.article_id).update(title="Renamed")
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    before = migrate(BEFORE)
    (row,) = before("articles.Article").objects.values()
    events = before("articles.ArticleEvent").objects.count()
    assert not {"origin_id", "origin_decided"} & row.keys()
    migrate(leaves())
    assert [*Article.objects.values()] == [row | {"origin_id": None, "origin_decided": False}]
    assert before("articles.ArticleEvent").objects.count() == events == 1
    call_command("find_origins")
    assert Shingle.objects.filter(version=version).exists()


def leaves() -> list[tuple[str, str]]:
    return MigrationExecutor(connection).loader.graph.leaf_nodes()
