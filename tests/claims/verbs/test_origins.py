"""Whose report an article is: corrected at the desk, kept with its reason, and seen by readers once confirmed."""

from typing import Any

import pytest

from articles.importing import import_article
from articles.models import Article
from claims.models import Statement, StatementEdition
from claims.timeline.awaiting import pair_awaiting, statement_awaiting
from claims.timeline.origins import reported
from claims.timeline.shown import shown_statement
from claims.timeline.stored import digest_of as digest_of_content
from claims.verbs import origins, statements
from claims.verbs.history import history_of
from claims.verbs.refusals import NotAllowed, Outdated, Refused
from tests import cast
from tests.articles.wires import WIRE, news
from tests.claims.verbs.test_makers import makers
from tests.confirming import confirm, confirm_pair, digest_of
from tests.factories import (
    ArticleFactory,
    ArticleVersionFactory,
    ContradictionFactory,
    OriginFactory,
    QuotationFactory,
    StatementFactory,
    StoryFactory,
)
from tests.factories.articles import MORNING, TEXT

pytestmark = pytest.mark.django_db


def article(outlet: str, origin: Any = None) -> Article:
    return ArticleFactory(outlet__name=outlet, origin=origin or OriginFactory())


def told_by(*articles: Article, **details: Any) -> Statement:
    """A draft of the editor's that these articles report, made before whatever the test does next."""
    statement = StatementFactory(**{"edited_by": cast.editor()} | details)
    for one in articles:
        version = one.versions.first() or ArticleVersionFactory(article=one, text=f"{one.outlet}: {TEXT}")
        QuotationFactory(accepted=True, statement=statement, version=version, **next_place(version))
    Statement.objects.filter(pk=statement.pk).update(created_at=MORNING)
    return statement


def next_place(version: Any) -> dict[str, Any]:
    """Words of it that nothing quotes yet."""
    start = version.quotations.count()
    return {"start": start, "end": start + 5, "exact": version.text[start : start + 5]}


def public(*articles: Article, **details: Any) -> Statement:
    statement = confirm(told_by(*articles, **details))
    StoryFactory(published=True, statements=[statement])
    return statement


def seen(statement: Statement) -> str:
    """What readers are told."""
    shown = shown_statement(cast.public(), statement.pk)
    return str(reported(shown.entry.renderings) or "") if shown else ""


def waits(statement: Statement) -> bool:
    """By the mark and by what would be confirmed, which agree."""
    fresh = Statement.objects.get(pk=statement.pk)
    assert fresh.waits == statement_awaiting(fresh).is_new
    return fresh.waits


def independent(article: Article, by: Any = None, reason: str = "Their own reporter was there.") -> Article:
    return origins.say_independent(article=article, by=by or cast.editor(), reason=reason)


def same(article: Article, other: Article, by: Any = None, reason: str = "Both print the agency.") -> Article:
    return origins.say_same(article=article, other=other, by=by or cast.editor(), reason=reason)


class TestTheVerbs:
    def test_an_article_becomes_a_report_of_its_own(self):
        one = article("One")
        other = article("Other", one.origin)
        origin = independent(other).origin
        assert origin != one.origin
        other.refresh_from_db()
        assert (other.origin, other.origin_decided) == (origin, True)

    def test_an_article_becomes_the_same_report_as_another_and_nothing_else_does(self):
        one, two, beside = article("One"), article("Two"), None
        beside = article("Beside", two.origin)
        same(two, one)
        assert {*Article.objects.sharing_origin(one)} == {two}
        assert not Article.objects.sharing_origin(beside).exists()

    def test_the_other_one_need_not_have_been_looked_at(self):
        one = ArticleVersionFactory(text=WIRE).article
        two = article("Two")
        same(two, one)
        one.refresh_from_db()
        assert one.origin == Article.objects.get(pk=two.pk).origin
        assert not one.origin_decided

    def test_history_tells_who_and_why(self):
        one, two = article("One"), article("Two")
        same(two, one, reason="Both print the agency.")
        independent(two, by=cast.second_editor(), reason="No, they were there.")
        told = [(event.who, event.verb, event.why) for event in history_of(two)]
        assert told == [
            ("Sue Editon", "say_independent", "No, they were there."),
            ("Ed Park", "say_same", "Both print the agency."),
        ]

    def test_what_is_so_already_is_refused(self):
        one, alone = article("One"), article("Alone")
        two = article("Two", one.origin)
        with pytest.raises(Refused, match="one report already"):
            same(two, one)
        with pytest.raises(Refused, match="the article itself"):
            same(one, one)
        with pytest.raises(Refused, match="independent already"):
            independent(alone)

    @pytest.mark.parametrize("reason", ["", "  \x00 "])
    def test_a_reason_is_needed(self, reason):
        one = article("One")
        two = article("Two", one.origin)
        for act in (lambda: independent(two, reason=reason), lambda: same(article("Three"), one, reason=reason)):
            with pytest.raises(Refused, match="The reason is missing"):
                act()

    def test_an_editor_may_and_a_journalist_may_not(self):
        one = article("One")
        two = article("Two", one.origin)
        with pytest.raises(NotAllowed):
            independent(two, by=cast.journalist())
        with pytest.raises(NotAllowed):
            same(two, article("Three"), by=cast.administrator())

    def test_it_stays_when_texts_come_in_again(self):
        text = WIRE
        wire = import_article(outlet="Wire", title="No list", text=text, url="https://wire.example.org/1").article
        copy = import_article(outlet="Copy", title="No list", text=text, url="https://copy.example.org/1").article
        assert wire.origin == copy.origin
        independent(copy)
        for url, outlet in (("https://copy.example.org/1", "Copy"), ("https://wire.example.org/1", "Wire")):
            import_article(outlet=outlet, title="No list", text=f"{text}\n\nUpdated.", url=url)
        assert not Article.objects.sharing_origin(Article.objects.get(pk=copy.pk)).exists()
        assert Article.objects.get(pk=copy.pk).origin_decided


class TestWhatReadersSee:
    def test_the_count_is_that_of_the_edition(self):
        one, two = article("One"), article("Two")
        statement = public(one, two, article("Three"))
        assert seen(statement) == "3 outlets, 3 independent reports"
        same(two, one)
        assert seen(statement) == "3 outlets, 3 independent reports"
        assert waits(statement)
        confirm(statement, correction="Two of the three outlets print one agency's report.")
        assert seen(statement) == "3 outlets, 2 independent reports"
        assert not waits(statement)

    def test_where_it_is_not_known_nothing_is_told_and_nothing_waits(self):
        one, two = ArticleFactory(), ArticleFactory()
        statement = public(one, two)
        assert seen(statement) == ""
        for each in (one, two):
            Article.objects.filter(pk=each.pk).update(origin=OriginFactory())
        assert not waits(statement)

    def test_near_copies_found_later_wait(self):
        one, two = ArticleFactory(), ArticleFactory()
        statement = public(one, two)
        Article.objects.update(origin=OriginFactory())
        assert waits(statement)
        assert seen(statement) == ""

    def test_an_edition_of_the_release_before_stays_and_tells_no_count(self):
        statement = public(article("One"), article("Two"))
        old = before_reports(statement)
        assert seen(statement) == ""
        fresh = Statement.objects.get(pk=statement.pk)
        assert fresh.edition == old
        assert not statement_awaiting(fresh).is_new
        assert statement_awaiting(fresh).number == old.number + 1

    def test_an_edition_of_the_release_before_whose_renderings_are_one_report_is_to_be_confirmed(self):
        one = article("One")
        statement = public(one, article("Two", one.origin))
        before_reports(statement)
        assert statement_awaiting(Statement.objects.get(pk=statement.pk)).is_new

    def test_a_pair_on_statements_of_the_release_before_is_confirmed_without_them(self):
        first, second = public(article("One"), article("Two")), public(article("Three"), article("Four"))
        for statement in (first, second):
            before_reports(statement)
        pair = ContradictionFactory(first=first, second=second, proposed_by=cast.editor())
        assert pair_awaiting(pair).sides == {}
        assert confirm_pair(pair).edition

    def test_nothing_of_it_is_told_of_what_was_withdrawn(self):
        statement = public(article("One"), article("Two"))
        Statement.objects.filter(pk=statement.pk).update(state="withdrawn", withdrawn_reason="Wrong speaker.")
        assert seen(statement) == ""


class TestWhatWaits:
    def test_only_where_the_count_changes(self):
        one, two, three = article("One"), article("Two"), article("Three")
        alone, apart = public(one), public(two, three)
        together = public(one, two)
        same(one, article("Elsewhere"))
        assert not any(waits(statement) for statement in (alone, apart, together))
        same(one, two)
        assert [waits(statement) for statement in (alone, apart, together)] == [False, False, True]

    def test_taken_back_nothing_waits(self):
        one, two = article("One"), article("Two")
        statement = public(one, two)
        same(one, two)
        independent(one)
        assert not waits(statement)

    def test_what_the_machine_finds_waits_for_a_person(self):
        one = article("Wire")
        statement = public(one, article("Copy"))
        other = Article.objects.get(outlet__name="Copy")
        Article.objects.filter(pk=other.pk).update(origin=one.origin)
        assert waits(statement)
        assert makers(statement) == set()

    def test_a_new_text_that_turns_out_to_be_a_copy_waits(self):
        wire = import_article(outlet="Wire", title="No list", text=WIRE).article
        url = "https://copy.example.org/1"
        copy = import_article(outlet="Copy", title="No list", text=news(1, 5), url=url).article
        statement = public(wire, copy)
        assert seen(statement) == "2 outlets, 2 independent reports"
        import_article(outlet="Copy", title="No list", text=WIRE, url=url)
        assert waits(statement)

    def test_what_is_on_the_screen_is_confirmed_or_nothing(self):
        one, two = article("One"), article("Two")
        statement = told_by(one, two)
        read = digest_of(statement)
        same(one, two)
        with pytest.raises(Outdated) as outdated:
            statements.confirm_statement(statement=statement, by=cast.reviewer(), digest=read)
        assert outdated.value.now["Reported by"].startswith("2 outlets, 1 independent report")

    def test_the_digest_is_that_of_the_groups_whatever_their_numbers(self):
        one, two = article("One"), article("Two")
        statement = told_by(one, two)
        read = digest_of(statement)
        for each in (one, two):
            Article.objects.filter(pk=each.pk).update(origin=OriginFactory())
        assert digest_of(statement) == read


class TestMakers:
    def test_whoever_corrects_it_does_not_confirm_it(self):
        one, two = article("One"), article("Two")
        statement = public(one, two)
        same(one, two, by=cast.reviewer())
        assert makers(statement) == {"reviewer"}
        with pytest.raises(NotAllowed, match="You changed this statement"):
            confirm(statement, reason="A detail.")
        assert confirm(statement, by=cast.second_reviewer(), reason="A detail.").edition.made_by == [cast.reviewer().pk]

    def test_where_nothing_else_reports_it_nobody_changed_it(self):
        one, two = article("One"), article("Two")
        statement = public(one)
        same(one, two, by=cast.reviewer())
        assert makers(statement) == set()


def before_reports(statement: Statement) -> StatementEdition:
    """Gives a statement an edition as the release before wrote it."""
    edition = StatementEdition.objects.get(statement=statement)
    content = dict(edition.content) | {"format": 1}
    content["renderings"] = [{k: v for k, v in one.items() if k != "report"} for one in content["renderings"]]
    edition.pk, edition.number = None, edition.number + 1
    edition.content, edition.digest, edition.reason = content, digest_of_content(content), "as it was"
    edition.save()
    Statement.objects.filter(pk=statement.pk).update(edition=edition)
    return edition
