"""The admin keeps every rule: states are moved at the desk alone, and what is refused is told on the form."""

import datetime as dt

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.roles import Role
from claims.models import Contradiction, Correction, Reading, Response, Speaker, Statement, Story
from claims.models.reading import ReadingState
from claims.models.states import ContradictionState, StatementState
from claims.records import Said
from claims.verbs.history import history_of
from tests import cast, factories
from tests.factories import (
    ArticleFactory,
    ArticleVersionFactory,
    ContradictionFactory,
    CorrectionFactory,
    QuotationFactory,
    ReadingFactory,
    SpeakerFactory,
    StatementFactory,
    StoryFactory,
)

pytestmark = pytest.mark.django_db

MODELS = [
    model
    for app in ("accounts", "articles", "claims")
    for model in apps.get_app_config(app).get_models()
    if not hasattr(model, "pgh_tracked_model") and model.__name__ not in ("ArticleVersion", "StoryStatement")
]
FACTORIES = {getattr(factories, name)._meta.model: getattr(factories, name) for name in factories.__all__}
STATEMENT = {"role": "", "mode": "direct", "occasion": "", "question": "", "said": "25 April 2018", "said_basis": ""}
INLINE = {"storystatement_set-TOTAL_FORMS": "0", "storystatement_set-INITIAL_FORMS": "0"}
EVIDENCE = {"quotations-TOTAL_FORMS": "0", "quotations-INITIAL_FORMS": "0"}


@pytest.fixture
def browser():
    return cast.browser_of(cast.administrator())


def page(record, name="change"):
    return reverse(f"admin:{record._meta.label_lower.replace('.', '_')}_{name}", args=[record.pk])


def list_page(model, name="changelist"):
    return reverse(f"admin:{model._meta.label_lower.replace('.', '_')}_{name}")


def staff(role, *permissions):
    person = cast.person(f"staff-{role}", "Staff Member", role)
    type(person).objects.filter(pk=person.pk).update(is_staff=True)
    person.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return cast.browser_of(type(person).objects.get(pk=person.pk))


def test_every_record_is_there():
    assert {model for model in MODELS if not admin.site.is_registered(model)} == set()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_lists_are_found_searched_and_opened(browser, model, django_assert_max_num_queries):
    record = FACTORIES[model]()
    with django_assert_max_num_queries(12):
        assert browser.get(list_page(model), {"q": "list"}).status_code == 200
    assert browser.get(page(record)).status_code == 200


@pytest.mark.parametrize(
    "factory",
    [StatementFactory, QuotationFactory, ContradictionFactory, CorrectionFactory, SpeakerFactory, StoryFactory],
    ids=lambda factory: factory._meta.model.__name__,
)
def test_nothing_is_deleted(browser, factory):
    record = factory()
    assert browser.post(page(record, "delete"), {"post": "yes"}).status_code == 403
    assert type(record).objects.filter(pk=record.pk).exists()


def test_a_list_takes_as_many_queries_for_many_as_for_one(browser, django_assert_num_queries):
    ContradictionFactory()
    with CaptureQueriesContext(
        connection,
    ) as one:
        browser.get(list_page(Contradiction))
    ContradictionFactory.create_batch(5)
    with django_assert_num_queries(len(one)):
        browser.get(list_page(Contradiction))


class TestAStatement:
    def save(self, browser, statement, **changes):
        typed = STATEMENT | EVIDENCE | {"speaker": statement.speaker_id, "words": statement.words, "day_order": 0}
        return browser.post(page(statement), typed | {"opened": statement.revision} | changes)

    def test_is_given_its_role_and_its_place_in_the_day(self, browser):
        statement = StatementFactory()
        assert self.save(browser, statement, role="Home Secretary", day_order=2).status_code == 302
        statement.refresh_from_db()
        assert (statement.role, statement.day_order, statement.revision) == ("Home Secretary", 2, 2)

    def test_that_is_opened_and_saved_stays_as_it_was(self, browser):
        statement = StatementFactory(words="We have no list.\n\nWe never had one.", confirmed=True)
        assert self.save(browser, statement, words=statement.words.replace("\n", "\r\n")).status_code == 302
        before = statement.revision, statement.state, statement.words
        statement.refresh_from_db()
        assert (statement.revision, statement.state, statement.words) == before

    DATES = {
        "a day": ("26 April 2018", Said.on(dt.date(2018, 4, 26))),
        "a month": ("December 2015", Said.in_month(2015, 12)),
        "a limit": ("by 24 April 2018", Said.by(dt.date(2018, 4, 24))),
        "unknown": ("", None),
    }

    @pytest.mark.parametrize(("typed", "said"), DATES.values(), ids=DATES)
    def test_is_given_a_date_or_none(self, browser, typed, said):
        statement = StatementFactory()
        assert self.save(browser, statement, said=typed).status_code == 302
        statement.refresh_from_db()
        assert statement.said == said

    def test_that_is_confirmed_goes_back_for_review_with_its_pairs(self, browser):
        statement = StatementFactory(confirmed=True)
        pair = ContradictionFactory(first=statement, confirmed=True)
        self.save(browser, statement, words="We had a list")
        statement.refresh_from_db()
        pair.refresh_from_db()
        assert (statement.state, statement.edited_by) == (StatementState.DRAFT, cast.administrator())
        assert pair.state == ContradictionState.PROPOSED

    def test_that_is_confirmed_stays_so_when_only_its_place_changes(self, browser):
        statement = StatementFactory(confirmed=True)
        self.save(browser, statement, day_order=2)
        statement.refresh_from_db()
        assert (statement.state, statement.day_order) == (StatementState.CONFIRMED, 2)

    def test_that_is_withdrawn_stays_as_it_is(self, browser):
        statement = StatementFactory(withdrawn=True)
        answer = self.save(browser, statement, words="We had a list")
        assert answer.status_code == 200
        assert "This statement is withdrawn" in answer.text

    def test_saved_by_somebody_else_since_is_not_overwritten(self, browser):
        statement = StatementFactory()
        Statement.objects.filter(pk=statement.pk).update(revision=7)
        answer = self.save(browser, statement, words="We had a list")
        assert answer.status_code == 200
        assert "while you were editing" in answer.text
        assert "We had a list" in answer.text

    def test_has_no_state_to_set(self, browser):
        statement = StatementFactory()
        self.save(browser, statement, state="confirmed", confirmed_by=cast.reviewer().pk)
        statement.refresh_from_db()
        assert statement.state == StatementState.DRAFT

    def test_is_not_made_here(self, browser):
        assert browser.get(list_page(Statement, "add")).status_code == 403

    def test_shows_its_history(self, browser):
        statement = StatementFactory(words="We have no list")
        self.save(browser, statement, words="We had a list")
        told = browser.get(page(statement)).text
        print(told[told.index("<li>20") :][:600])
        assert "Addy Min: edit. words: “We have no list” became “We had a list”" in told


def test_a_confirmed_pair_that_is_worded_anew_is_proposed_again(browser):
    pair = ContradictionFactory(confirmed=True)
    typed = {"finding": "partial", "explanation": "In part.", "opened": pair.revision}
    assert browser.post(page(pair), typed).status_code == 302
    pair.refresh_from_db()
    assert (pair.state, pair.finding, pair.proposed_by) == (
        ContradictionState.PROPOSED,
        "partial",
        cast.administrator(),
    )


def test_words_that_do_not_stand_in_a_statement_are_refused(browser):
    pair = ContradictionFactory()
    typed = {"finding": "partial", "explanation": "In part.", "first_clash": "never said", "opened": pair.revision}
    answer = browser.post(page(pair), typed)
    assert "“never said” does not stand in what" in answer.text


DEADLINE = {"deadline_0": "2018-04-28", "deadline_1": "12:00"}
MOMENT = {"asked_at_0": "2018-04-27", "asked_at_1": "12:00", "asked_how": "by e-mail"}


def test_a_response_is_asked_for_and_answered(browser):
    pair, speaker = ContradictionFactory(), SpeakerFactory()
    typed = MOMENT | {
        "contradiction": pair.pk,
        "speaker": speaker.pk,
        "deadline_0": "2018-04-28",
        "deadline_1": "12:00",
    }
    assert browser.post(list_page(Response, "add"), typed).status_code == 302
    response = Response.objects.get()
    answered = {"answer": "No.", "answered_at_0": "2018-04-27", "answered_at_1": "18:00"}
    assert browser.post(page(response), typed | answered).status_code == 302
    response.refresh_from_db()
    assert response.answer == "No."


REFUSED = {
    "an answer without its date": {"answer": "No."},
    "a deadline before the asking": {"deadline_0": "2018-04-01", "deadline_1": "12:00"},
    "a deadline that no page could show": {"deadline_0": "9999-12-31", "deadline_1": "23:59"},
}


@pytest.mark.parametrize("typed", REFUSED.values(), ids=REFUSED)
def test_a_response_that_the_database_refuses_is_told_on_the_form(browser, typed):
    whole = MOMENT | typed | {"contradiction": ContradictionFactory().pk, "speaker": SpeakerFactory().pk}
    answer = browser.post(list_page(Response, "add"), whole)
    assert answer.status_code == 200
    assert "errornote" in answer.text
    assert not Response.objects.exists()


class TestACorrection:
    def test_is_added_dated_and_signed(self, browser):
        statement = StatementFactory(confirmed=True)
        typed = {"statement": statement.pk, "contradiction": "", "text": "It was Thursday."}
        assert browser.post(list_page(Correction, "add"), typed).status_code == 302
        correction = Correction.objects.get()
        assert (correction.signature, correction.statement) == ("Addy Min", statement)
        assert correction.made_at

    def test_marks_its_pair_as_corrected(self, browser):
        pair = ContradictionFactory(confirmed=True)
        browser.post(list_page(Correction, "add"), {"contradiction": pair.pk, "text": "It was Thursday."})
        pair.refresh_from_db()
        assert pair.state == ContradictionState.CORRECTED

    def test_is_never_changed(self, browser):
        correction = CorrectionFactory()
        assert browser.post(page(correction), {"text": "Nothing."}).status_code == 403

    @pytest.mark.parametrize("both", [True, False], ids=["both", "neither"])
    def test_corrects_one_thing(self, browser, both):
        typed = {"text": "It was Thursday."}
        if both:
            typed |= {"statement": StatementFactory().pk, "contradiction": ContradictionFactory().pk}
        assert "A correction corrects one thing" in browser.post(list_page(Correction, "add"), typed).text

    def test_of_a_draft_is_refused(self, browser):
        typed = {"statement": StatementFactory().pk, "text": "It was Thursday."}
        assert "No reader has seen this draft" in browser.post(list_page(Correction, "add"), typed).text
        assert not Correction.objects.exists()

    def test_is_a_reviewers(self):
        editor = staff(Role.EDITOR, "add_correction", "view_correction")
        assert editor.get(list_page(Correction, "add")).status_code == 403


class TestASpeaker:
    def test_is_added_and_changed(self, browser):
        typed = {"name": "Mina Ister", "slug": "mina-ister", "kind": "person", "aliases": "", "wikidata_id": ""}
        assert browser.post(list_page(Speaker, "add"), typed).status_code == 302
        speaker = Speaker.objects.get()
        changed = {"name": "Mina Ister", "kind": "person", "aliases": "Ms Ister", "wikidata_id": "Q7", "opened": 1}
        assert browser.post(page(speaker), changed).status_code == 302
        speaker.refresh_from_db()
        assert (speaker.aliases, speaker.wikidata_id, speaker.revision) == (["Ms Ister"], "Q7", 2)
        assert history_of(speaker)[0].who == "Addy Min"

    def test_that_breaks_a_rule_is_told_on_the_form(self, browser):
        SpeakerFactory(wikidata_id="Q7")
        typed = {"name": "Mina Ister", "slug": "mina", "kind": "person", "aliases": "", "wikidata_id": "Q7"}
        answer = browser.post(list_page(Speaker, "add"), typed)
        assert answer.status_code == 200
        assert Speaker.objects.count() == 1


class TestAStory:
    def test_is_filled_with_statements(self, browser):
        story, statement = StoryFactory(), StatementFactory()
        typed = {"title": "The list", "slug": "the-list", "summary": "", "opened": 1} | INLINE
        typed |= {"storystatement_set-TOTAL_FORMS": "1", "storystatement_set-0-statement": statement.pk}
        assert browser.post(page(story), typed | {"storystatement_set-0-story": story.pk}).status_code == 302
        story.refresh_from_db()
        assert (story.title, story.statements.get()) == ("The list", statement)

    def test_holds_a_statement_once(self, browser):
        statement = StatementFactory()
        story = StoryFactory(statements=[statement])
        typed = {"title": story.title, "slug": story.slug, "opened": 1} | INLINE
        typed |= {"storystatement_set-TOTAL_FORMS": "1", "storystatement_set-0-statement": statement.pk}
        answer = browser.post(page(story), typed | {"storystatement_set-0-story": story.pk})
        assert answer.status_code == 200
        assert story.statements.count() == 1

    def test_that_is_published_is_changed_by_reviewers_only(self):
        story = StoryFactory(published=True)
        editor = staff(Role.EDITOR, "change_story", "view_story")
        typed = {"title": "The list", "slug": "the-list", "opened": 1} | INLINE
        assert editor.post(page(story), typed).status_code == 403

    def test_has_no_state_to_set(self, browser):
        story = StoryFactory()
        typed = {"title": "The list", "slug": "the-list", "opened": 1, "state": "published"} | INLINE
        browser.post(page(story), typed)
        assert Story.objects.get().state == "unpublished"


class TestWhoMayEnter:
    PAGES = [list_page(model) for model in MODELS]

    @pytest.mark.parametrize("who", ["public", "guest", "journalist", "editor", "reviewer", "leaver"])
    @pytest.mark.parametrize("address", PAGES)
    def test_others_are_sent_to_sign_in(self, who, address):
        answer = cast.browser_of(cast.everyone()[who]()).get(address)
        assert answer.status_code == 302
        assert answer.url.partition("?")[0] in ("/admin/login/", "/accounts/sign-in/")

    def test_staff_without_an_editors_role_only_look(self):
        statement = StatementFactory()
        journalist = staff(Role.JOURNALIST, "change_statement", "view_statement")
        assert journalist.get(page(statement)).status_code == 200
        assert journalist.post(page(statement), STATEMENT | EVIDENCE).status_code == 403


def test_a_reading_is_asked_for_again(browser):
    reading = ReadingFactory(state=ReadingState.FAILED, error="Power cut.", extractor="0")
    browser.post(list_page(Reading), {"action": "read_again", "_selected_action": [reading.pk]})
    assert reading.version.readings.filter(state=ReadingState.QUEUED).count() == 1


class TestAnArticle:
    TYPED = {
        **{
            "title": "Another title",
            "url": "",
            "byline": "",
            "published_at_0": "2018-04-26",
            "published_at_1": "08:00",
        },
        **{"published_zone": "Europe/London", "versions-TOTAL_FORMS": "0", "versions-INITIAL_FORMS": "0"},
    }

    def test_is_described_anew(self, browser):
        article = ArticleVersionFactory().article
        answer = browser.post(page(article), self.TYPED | {"outlet": article.outlet_id, "versions-INITIAL_FORMS": "0"})
        assert answer.status_code == 302
        article.refresh_from_db()
        assert article.title == "Another title"

    def test_has_texts_that_nobody_changes(self, browser):
        version = ArticleVersionFactory()
        told = browser.get(page(version.article)).text
        assert version.sha256 in told
        assert 'name="versions-0-text"' not in told

    WRONG = {
        "a URL that another has": ({"url": "https://news.example.org/taken"}, "article_url|already exists|url"),
        "no web address": ({"url": "news"}, "web address|valid URL"),
        "an unknown zone": ({"published_zone": "Europe/Londres"}, "Select a valid choice"),
        "a day that no page could show": ({"published_at_0": "9999-12-31"}, "The year 9999 lies outside"),
    }

    @pytest.mark.parametrize(("typed", "_"), WRONG.values(), ids=WRONG)
    def test_that_breaks_a_rule_is_told_on_the_form(self, browser, typed, _):
        ArticleFactory(url="https://news.example.org/taken")
        article = ArticleFactory()
        answer = browser.post(page(article), self.TYPED | {"outlet": article.outlet_id} | typed)
        assert answer.status_code == 200
        assert "errornote" in answer.text

    def test_is_not_made_here(self, browser):
        assert browser.get("/admin/articles/article/add/").status_code == 403
