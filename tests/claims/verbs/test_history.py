"""History is written by the database: whatever changes a record leaves who, when, before, after and why."""

import datetime as dt

import pytest
from django.db import connection
from django.utils import timezone

from claims.models import (
    Contradiction,
    Quotation,
    Response,
    Speaker,
    SpeakerProposal,
    Statement,
    Story,
    StoryStatement,
)
from claims.records import Finding, Mode, Said
from claims.verbs import evidence, pairs, responses, statements
from claims.verbs.history import history_of
from claims.verbs.speakers import apply_proposal
from claims.verbs.stories import add_to_story, edit_story, put_back, remove_from_story, start_story, unpublish
from tests import cast
from tests.confirming import confirm, confirm_pair, digest_of, publish
from tests.factories import (
    ContradictionFactory,
    QuotationFactory,
    ResponseFactory,
    SpeakerFactory,
    SpeakerProposalFactory,
    StatementFactory,
    StoryFactory,
    StoryStatementFactory,
)
from tests.factories.claims import NOON

pytestmark = pytest.mark.django_db

TRACKED = {
    Quotation: (QuotationFactory, {"source": "Ms Ister"}),
    Statement: (StatementFactory, {"words": "We had a list"}),
    Speaker: (SpeakerFactory, {"name": "Mina Ister-Jones"}),
    Contradiction: (ContradictionFactory, {"explanation": "Because."}),
    Response: (ResponseFactory, {"asked_how": "by telephone"}),
    Story: (StoryFactory, {"title": "Another title"}),
    SpeakerProposal: (SpeakerProposalFactory, {"reason": "She married."}),
    StoryStatement: (StoryStatementFactory, None),
}


@pytest.mark.parametrize(("factory", "_"), TRACKED.values(), ids=[model.__name__ for model in TRACKED])
def test_making_a_record_leaves_a_row(factory, _):
    record = factory()
    assert [event.pgh_label for event in record.events.all()] == ["insert"]


CHANGED = {model.__name__: row for model, row in TRACKED.items() if row[1]}


@pytest.mark.parametrize(("factory", "change"), CHANGED.values(), ids=CHANGED)
def test_changing_a_record_leaves_before_and_after(factory, change):
    record = factory()
    [(name, after)] = change.items()
    before = getattr(record, name)
    type(record).objects.filter(pk=record.pk).update(**change)
    events = record.pgh_event_model.objects.filter(pgh_obj_id=record.pk).order_by("pgh_id")
    assert [getattr(event, name) for event in events] == [before, after]


@pytest.mark.parametrize(("factory", "_"), TRACKED.values(), ids=[model.__name__ for model in TRACKED])
def test_removing_a_record_leaves_what_it_was(factory, _):
    record = factory()
    model, pk = record.pgh_event_model, record.pk
    record.delete()
    assert model.objects.filter(pgh_obj_id=pk, pgh_label="delete").count() == 1


def test_plain_sql_cannot_skip_it():
    statement = StatementFactory()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE claims_statement SET words = 'We had one' WHERE id = %s", [statement.pk])
    assert [entry.changes[0].now for entry in history_of(statement) if entry.changes] == ["We had one"]


def test_saving_without_a_change_leaves_nothing():
    statement = StatementFactory()
    statement.save()
    assert len(history_of(statement)) == 1


def test_an_entry_says_who_when_what_and_why():
    statement = StatementFactory(confirmed=True)
    before = timezone.now()
    statements.withdraw_statement(statement=statement, by=cast.reviewer(), reason="It was somebody else.")
    entry = history_of(statement)[0]
    assert (entry.who, entry.verb, entry.why) == ("Rae View", "withdraw_statement", "It was somebody else.")
    assert entry.when >= before - dt.timedelta(seconds=5)
    assert ("state", "confirmed", "withdrawn") in {(c.field, c.before.lower(), c.now.lower()) for c in entry.changes}


def test_what_the_software_did_names_nobody():
    assert history_of(StatementFactory())[0].who is None


def test_a_verb_that_calls_another_keeps_its_name():
    statement, other = (_accepted() for _ in range(2))
    pair = pairs.propose(
        one=statement, other=other, by=cast.editor(), finding=Finding.CONTRADICTION, explanation="Both cannot be."
    )
    confirm_pair(pair)
    assert [entry.verb for entry in history_of(pair)] == ["confirm", "propose"]


def test_verbs_one_after_the_other_have_names_of_their_own():
    story = start_story(title="The list", by=cast.editor())
    statement = _accepted()
    confirm(statement)
    add_to_story(story=story, statement=statement, by=cast.editor())
    publish(story)
    unpublish(story=story, by=cast.reviewer(), reason="Wrong picture.")
    told = [(entry.verb, entry.who, entry.why) for entry in history_of(story)]
    assert told == [
        ("unpublish", "Rae View", "Wrong picture."),
        ("publish", "Rae View", ""),
        ("add_to_story", "Ed Park", ""),
        ("start_story", "Ed Park", ""),
    ]


def test_history_of_a_long_life_takes_few_queries(django_assert_max_num_queries):
    statement = StatementFactory()
    for number in range(5):
        statements.edit(statement=statement, by=cast.editor(), revision=number + 1, words=f"Wording {number}")
        statement.refresh_from_db()
    with django_assert_max_num_queries(3):
        assert len(history_of(statement)) == 6


def _accepted() -> Statement:
    return evidence.accept(
        quotation=QuotationFactory(),
        by=cast.editor(),
        speaker=SpeakerFactory(),
        words="We have no list",
        mode=Mode.DIRECT,
        said=Said.on(dt.date(2018, 4, 25)),
    )


def test_history_reads_as_an_editor_reads():
    statement = StatementFactory(edited_by=cast.editor(), said_confirmed=False)
    QuotationFactory(accepted=True, statement=statement)
    statements.edit(statement=statement, by=cast.editor(), revision=1, said_confirmed=True)
    confirm(statement)
    told = {change.field: change.now for entry in history_of(statement) for change in entry.changes}
    assert (told["said_confirmed"], told["state"]) == ("yes", "confirmed")
    assert history_of(statement)[0].who == cast.reviewer().byline


def test_moments_and_people_read_as_an_editor_reads():
    proposal = SpeakerProposalFactory(speaker=StatementFactory(confirmed=True).speaker)
    apply_proposal(proposal=proposal, digest=digest_of(proposal), by=cast.reviewer())
    told = {change.field: change.now for change in history_of(proposal)[0].changes}
    assert told["decided_by"] == cast.reviewer().byline
    assert f"{timezone.localtime():%B %Y}, " in told["decided_at"]


class TestWhatCameAndWent:
    def told(self, record) -> list[tuple]:
        entries = [(entry, change) for entry in history_of(record) for change in entry.changes]
        return [(entry.verb, entry.who, c.label, c.before, c.now) for entry, c in entries]

    def test_a_storys_history_tells_what_was_added_and_removed(self):
        story = start_story(title="The list", by=cast.editor())
        statement = StatementFactory(words="We have no list", speaker__name="Mina Ister")
        said = "Mina Ister: We have no list"
        add_to_story(story=story, statement=statement, by=cast.editor())
        edit_story(story=story, by=cast.editor(), revision=1, title="No list")
        remove_from_story(story=story, statement=statement, by=cast.second_editor())
        assert self.told(story) == [
            ("remove_from_story", "Sue Editon", "Statement", said, ""),
            ("edit_story", "Ed Park", "title", "The list", "No list"),
            ("add_to_story", "Ed Park", "Statement", "", said),
        ]

    def test_a_statement_that_is_gone_since_leaves_its_place(self):
        story, statement = StoryFactory(), _accepted()
        add_to_story(story=story, statement=statement, by=cast.editor())
        remove_from_story(story=story, statement=statement, by=cast.editor())
        evidence.restore(quotation=statement.quotations.get(), by=cast.editor())
        told = f"statement {statement.pk}, gone since"
        assert [(before, now) for _, _, _, before, now in self.told(story)] == [(told, ""), ("", told)]

    def test_putting_a_published_story_back_is_one_entry(self):
        story = StoryFactory(published=True, title="The list", statements=[StatementFactory(confirmed=True)])
        edit_story(story=story, by=cast.editor(), revision=1, title="No list")
        remove_from_story(story=story, statement=story.statements.get(), by=cast.editor())
        put_back(story=story, digest=digest_of(story), by=cast.reviewer())
        entry = history_of(story)[0]
        assert (entry.verb, [change.label for change in entry.changes]) == ("put_back", ["Statement", "title"])

    def test_a_statements_history_tells_the_quotations(self):
        statement, quotation = _accepted(), QuotationFactory()
        evidence.join(quotation=quotation, by=cast.second_editor(), statement=statement)
        evidence.restore(quotation=quotation, by=cast.editor())
        words = "“We have no list,”"
        assert self.told(statement) == [
            ("restore", "Ed Park", "Quotation", words, ""),
            ("join", "Sue Editon", "Quotation", "", words),
            ("accept", "Ed Park", "Quotation", "", words),
        ]

    def test_a_pairs_history_tells_the_responses(self):
        pair, speaker = ContradictionFactory(), SpeakerFactory(name="Press Office")
        asked = responses.ask(
            contradiction=pair, by=cast.editor(), speaker=speaker, asked_at=NOON, asked_how="by phone"
        )
        responses.answer(response=asked, by=cast.second_editor(), revision=1, answer="No.", answered_at=NOON)
        assert self.told(pair) == [
            ("answer", "Sue Editon", "answer, verbatim", "", "No."),
            ("answer", "Sue Editon", "answered at", "", "27 April 2018, 12:00"),
            ("ask", "Ed Park", "Response", "", "Press Office, asked 27 April 2018"),
        ]

    def test_what_belongs_to_others_is_not_told(self):
        noise, record = StoryFactory(statements=[StatementFactory()]), StoryFactory()
        add_to_story(story=noise, statement=StatementFactory(), by=cast.editor())
        assert self.told(record) == []


LONG = {
    "a statement's quotations": lambda: _with_many(StatementFactory(), QuotationFactory, "statement", accepted=True),
    "a pair's responses": lambda: _with_many(ContradictionFactory(), ResponseFactory, "contradiction"),
    "a story's statements": lambda: _with_many(StoryFactory(), StoryStatementFactory, "story"),
}


def _with_many(record, factory, link, **more):
    for _ in range(6):
        factory(**{link: record}, **more)
    return record


@pytest.mark.parametrize("make", LONG.values(), ids=LONG)
def test_parts_however_many_take_a_few_queries(make, django_assert_max_num_queries):
    record = make()
    with django_assert_max_num_queries(5):
        assert len([change for entry in history_of(record) for change in entry.changes]) == 6
