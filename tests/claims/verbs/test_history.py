"""History is written by the database: whatever changes a record leaves who, when, before, after and why."""

import datetime as dt

import pytest
from django.db import connection
from django.utils import timezone

from claims.models import Contradiction, Quotation, Response, Speaker, Statement, Story, StoryStatement
from claims.records import Finding, Mode, Said
from claims.verbs import evidence, pairs, statements
from claims.verbs.history import history_of
from claims.verbs.stories import add_to_story, publish, start_story, unpublish
from tests import cast
from tests.factories import (
    ContradictionFactory,
    QuotationFactory,
    ResponseFactory,
    SpeakerFactory,
    StatementFactory,
    StoryFactory,
    StoryStatementFactory,
)

pytestmark = pytest.mark.django_db

TRACKED = {
    Quotation: (QuotationFactory, {"source": "Ms Ister"}),
    Statement: (StatementFactory, {"words": "We had a list"}),
    Speaker: (SpeakerFactory, {"name": "Mina Ister-Jones"}),
    Contradiction: (ContradictionFactory, {"explanation": "Because."}),
    Response: (ResponseFactory, {"asked_how": "by telephone"}),
    Story: (StoryFactory, {"title": "Another title"}),
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
    pairs.confirm(contradiction=pair, by=cast.reviewer())
    assert [entry.verb for entry in history_of(pair)] == ["confirm", "propose"]


def test_verbs_one_after_the_other_have_names_of_their_own():
    story = start_story(title="The list", by=cast.editor())
    statement = _accepted()
    statements.confirm_statement(statement=statement, by=cast.reviewer())
    add_to_story(story=story, statement=statement, by=cast.editor())
    publish(story=story, by=cast.reviewer())
    unpublish(story=story, by=cast.reviewer(), reason="Wrong picture.")
    told = [(entry.verb, entry.who, entry.why) for entry in history_of(story)]
    assert told == [
        ("unpublish", "Rae View", "Wrong picture."),
        ("publish", "Rae View", ""),
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
    statements.confirm_statement(statement=statement, by=cast.reviewer())
    told = {change.field: change.now for entry in history_of(statement) for change in entry.changes}
    assert told["said_confirmed"] == "yes"
    assert told["confirmed_by"] == cast.reviewer().byline
    assert f"{timezone.localtime():%B %Y}, " in told["confirmed_at"]
