"""The admin keeps every rule: states are moved at the desk alone, nothing is confirmed here, whatever can be changed
goes through a verb, and what is refused is told on the form."""

import datetime as dt

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.roles import Role
from claims.models import (
    Contradiction,
    Correction,
    MethodText,
    Mistake,
    Publication,
    Quotation,
    Reading,
    Response,
    Speaker,
    SpeakerProposal,
    Statement,
    Story,
    Withdrawal,
)
from claims.models.reading import ReadingState
from claims.models.states import ContradictionState, StatementState
from claims.records import Said
from claims.verbs.history import history_of
from claims.verbs.makers import makers_of_statement
from claims.verbs.statements import edit
from claims.verbs.stories import edit_story
from tests import cast
from tests.factories import (
    ArticleFactory,
    ArticleVersionFactory,
    ContradictionFactory,
    CorrectionFactory,
    ReadingFactory,
    SpeakerFactory,
    StatementFactory,
    StoryFactory,
)
from tests.making import EDITIONS, KEPT_BY_THE_DATABASE, MAKERS

pytestmark = pytest.mark.django_db

SHOWN_WITHIN = ("ArticleVersion", "Origin", "Shingle", "StoryStatement", "EditionEvidence", "StoryEditionMember")
"""What has no page of its own, because it stands on another record's, or for no eyes at all."""
MODELS = [
    model
    for app in ("accounts", "articles", "claims")
    for model in apps.get_app_config(app).get_models()
    if not (hasattr(model, "pgh_tracked_model") or model._meta.proxy)
    and model.__name__ not in SHOWN_WITHIN
    and model not in KEPT_BY_THE_DATABASE
]
STATEMENT = {"role": "", "mode": "direct", "occasion": "", "question": "", "said": "25 April 2018", "said_basis": ""}
INLINE = {"storystatement_set-TOTAL_FORMS": "0", "storystatement_set-INITIAL_FORMS": "0"}
EVIDENCE = {"quotations-TOTAL_FORMS": "0", "quotations-INITIAL_FORMS": "0"}


@pytest.fixture
def browser():
    """Of a superuser who was given a role; one without it only looks."""
    return cast.browser_of(cast.chief())


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
    record = MAKERS[model]()
    with django_assert_max_num_queries(12):
        assert browser.get(list_page(model), {"q": "list"}).status_code == 200
    assert browser.get(page(record)).status_code == 200


KEPT = [model for model in MODELS if model._meta.app_label == "claims"]


@pytest.mark.parametrize("model", KEPT, ids=lambda model: model.__name__)
def test_nothing_is_deleted(browser, model):
    record = MAKERS[model]()
    assert browser.post(page(record, "delete"), {"post": "yes"}).status_code == 403
    assert type(record).objects.filter(pk=record.pk).exists()


LOOKED_AT = (
    *(model for model in EDITIONS if model in MODELS),
    Response,
    Publication,
    SpeakerProposal,
    Quotation,
    Mistake,
    MethodText,
    Withdrawal,
)


@pytest.mark.parametrize("model", LOOKED_AT, ids=lambda model: model.__name__)
def test_what_only_verbs_write_is_only_looked_at(browser, model):
    record = MAKERS[model]()
    assert browser.get(page(record)).status_code == 200
    assert browser.post(page(record), {"answer": "No.", "reason": "x"}).status_code == 403
    assert browser.get(list_page(model, "add")).status_code == 403


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

    @pytest.mark.parametrize("change", [{"words": "We had a list"}, {"day_order": 2}], ids=["words", "place"])
    def test_that_is_confirmed_stays_so_and_what_changed_waits_for_a_reviewer(self, browser, change):
        statement = StatementFactory(confirmed=True)
        pair = ContradictionFactory(first=statement, confirmed=True)
        before = (statement.edition_id, pair.edition_id)
        self.save(browser, statement, **change)
        statement.refresh_from_db()
        pair.refresh_from_db()
        assert (statement.state, statement.waits, pair.state) == ("confirmed", True, "confirmed")
        assert (statement.edition_id, pair.edition_id) == before
        assert cast.chief().pk in makers_of_statement(statement)

    def test_that_is_withdrawn_stays_as_it_is(self, browser):
        statement = StatementFactory(withdrawn=True)
        answer = self.save(browser, statement, words="We had a list")
        assert answer.status_code == 200
        assert "This statement is withdrawn" in answer.text

    def test_saved_by_somebody_else_since_is_not_overwritten(self, browser):
        statement = StatementFactory()
        edit(statement=statement, by=cast.editor(), revision=1, words="We had two")
        answer = self.save(browser, statement, words="We had a list")
        assert answer.status_code == 200
        assert "while you were editing" in answer.text
        assert "We had a list" in answer.text
        statement.refresh_from_db()
        assert statement.words == "We had two"

    def test_saved_by_somebody_else_in_another_field_keeps_both(self, browser):
        statement = StatementFactory()
        edit(statement=statement, by=cast.editor(), revision=1, occasion="Committee")
        typed = {"role": "Minister", "occasion": "", "opened": 1}
        assert self.save(browser, statement, **typed).status_code == 302
        statement.refresh_from_db()
        assert (statement.role, statement.occasion) == ("Minister", "Committee")

    def test_has_no_state_to_set(self, browser):
        statement = StatementFactory()
        edition = StatementFactory(confirmed=True).edition
        self.save(browser, statement, role="Minister", state="confirmed", edition=edition.pk)
        statement.refresh_from_db()
        assert (statement.state, statement.edition, statement.role) == (StatementState.DRAFT, None, "Minister")

    def test_is_not_made_here(self, browser):
        assert browser.get(list_page(Statement, "add")).status_code == 403

    def test_shows_its_history(self, browser):
        statement = StatementFactory(words="We have no list")
        self.save(browser, statement, words="We had a list")
        told = browser.get(page(statement)).text
        assert "Chi Efe: edit. words: “We have no list” became “We had a list”" in told


def test_a_confirmed_pair_that_is_worded_anew_stays_confirmed_and_waits(browser):
    pair = ContradictionFactory(confirmed=True)
    typed = {"finding": "partial", "explanation": "In part.", "opened": pair.revision}
    assert browser.post(page(pair), typed).status_code == 302
    pair.refresh_from_db()
    assert (pair.state, pair.finding, pair.waits) == (ContradictionState.CONFIRMED, "partial", True)
    assert pair.edition.content["finding"] == "contradiction"


def test_a_proposed_pair_that_is_worded_anew_is_proposed_by_whoever_did(browser):
    pair = ContradictionFactory()
    browser.post(page(pair), {"finding": "partial", "explanation": "In part.", "opened": pair.revision})
    pair.refresh_from_db()
    assert (pair.state, pair.proposed_by) == (ContradictionState.PROPOSED, cast.chief())


def test_words_that_do_not_stand_in_a_statement_are_refused(browser):
    pair = ContradictionFactory()
    typed = {"finding": "partial", "explanation": "In part.", "first_clash": "never said", "opened": pair.revision}
    answer = browser.post(page(pair), typed)
    assert "“never said” does not stand in what" in answer.text


class TestACorrection:
    def test_is_added_dated_and_signed(self, browser):
        statement = StatementFactory(confirmed=True)
        typed = {"statement": statement.pk, "contradiction": "", "text": "It was Thursday."}
        assert browser.post(list_page(Correction, "add"), typed).status_code == 302
        correction = Correction.objects.get()
        assert (correction.signature, correction.statement) == ("Chi Efe", statement)
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
    TYPED = {"name": "Mina Ister", "kind": "person", "aliases": "", "wikidata_id": "", "opened": 1}

    def test_is_changed(self, browser):
        speaker = SpeakerFactory(name="Mina Ister")
        changed = self.TYPED | {"aliases": "Ms Ister", "wikidata_id": "Q7"}
        assert browser.post(page(speaker), changed).status_code == 302
        speaker.refresh_from_db()
        assert (speaker.aliases, speaker.wikidata_id, speaker.revision) == (["Ms Ister"], "Q7", 2)
        assert history_of(speaker)[0].who == "Chi Efe"

    def test_that_breaks_a_rule_is_told_on_the_form(self, browser):
        SpeakerFactory(wikidata_id="Q7")
        answer = browser.post(page(SpeakerFactory(name="Mina Ister")), self.TYPED | {"wikidata_id": "Q7"})
        assert answer.status_code == 200
        assert "errornote" in answer.text
        assert Speaker.objects.filter(wikidata_id="Q7").count() == 1

    def test_on_record_gets_no_new_name_here(self, browser):
        speaker = StatementFactory(confirmed=True, speaker__name="Mina Ister").speaker
        answer = browser.post(page(speaker), self.TYPED | {"name": "Mina Jones"})
        assert "Propose the new name or kind with a reason" in answer.text
        speaker.refresh_from_db()
        assert speaker.name == "Mina Ister"

    def test_is_not_made_here(self, browser):
        assert browser.get(list_page(Speaker, "add")).status_code == 403


class TestAStory:
    TYPED = {"title": "The list", "slug": "the-list", "summary": "", "opened": 1} | INLINE

    def test_is_given_another_head(self, browser):
        story = StoryFactory()
        assert browser.post(page(story), self.TYPED).status_code == 302
        story.refresh_from_db()
        assert (story.title, story.slug, story.revision) == ("The list", "the-list", 2)

    def test_gets_no_statements_here(self, browser):
        story, statement = StoryFactory(), StatementFactory()
        rows = {"storystatement_set-TOTAL_FORMS": "1", "storystatement_set-0-statement": statement.pk}
        browser.post(page(story), self.TYPED | rows | {"storystatement_set-0-story": story.pk})
        assert not story.statements.exists()

    def test_that_is_published_stays_as_readers_see_it(self, browser):
        story = StoryFactory(published=True, title="No list")
        assert browser.post(page(story), self.TYPED).status_code == 302
        story.refresh_from_db()
        assert (story.title, story.waits, story.edition.title) == ("The list", True, "No list")

    def test_saved_by_somebody_else_since_is_not_overwritten(self, browser):
        story = StoryFactory()
        edit_story(story=story, by=cast.editor(), revision=1, title="Their title")
        answer = browser.post(page(story), self.TYPED)
        assert "while you were editing" in answer.text
        story.refresh_from_db()
        assert story.title == "Their title"

    def test_has_no_state_to_set(self, browser):
        story = StoryFactory()
        browser.post(page(story), self.TYPED | {"state": "published"})
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

    def test_a_superuser_without_a_role_only_looks(self):
        statement, administrator = StatementFactory(), cast.browser_of(cast.administrator())
        assert administrator.get(page(statement)).status_code == 200
        typed = STATEMENT | EVIDENCE | {"speaker": statement.speaker_id, "words": "We had a list", "day_order": 0}
        assert administrator.post(page(statement), typed | {"opened": 1}).status_code == 403
        assert administrator.get(list_page(Correction, "add")).status_code == 403


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
