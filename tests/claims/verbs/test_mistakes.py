"""What readers report: taken in from anybody, within limits; handled by somebody of the newsroom."""

import datetime as dt

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.models import Mistake
from claims.models.mistake import MOST_CONTACT, MOST_WORDS
from claims.verbs import mistakes
from claims.verbs.history import history_of
from claims.verbs.mistakes import MOST_OF_ALL, MOST_OF_ONE_SENDER, handle_mistake, reopen_mistake, report_mistake
from claims.verbs.refusals import IllegalMove, Refused
from tests import cast
from tests.factories import MistakeFactory, StatementFactory

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def reported(text: str = "It was Thursday.", **details) -> Mistake:
    return report_mistake(by=None, text=text, **details)


def test_anybody_reports_and_history_says_who_where_it_is_known():
    statement = StatementFactory(confirmed=True)
    unknown = reported(
        " It was Thursday.\n", contact=" ann@example.org ", statement=statement, address="/statements/1/"
    )
    known = report_mistake(by=cast.journalist(), text="It was Friday.")

    assert (unknown.text, unknown.contact, unknown.subject) == ("It was Thursday.", "ann@example.org", statement)
    assert [event.who for event in (*history_of(unknown), *history_of(known))] == [None, "Jo Marsh"]


@pytest.mark.parametrize(
    "words",
    [{"text": " "}, {"text": "x" * (MOST_WORDS + 1)}, {"text": "So.", "contact": "x" * (MOST_CONTACT + 1)}],
    ids=["nothing", "too much", "too long a contact"],
)
def test_what_can_not_be_a_report_is_refused(words):
    with pytest.raises(Refused):
        reported(**words)
    assert not Mistake.objects.exists()


def test_the_same_report_sent_twice_is_one():
    first = reported(address="/")

    assert reported(address="/") == first
    assert reported(address="/statements/1/") != first


@pytest.mark.parametrize(("most", "sender"), [("MOST_OF_ONE_SENDER", "one"), ("MOST_OF_ALL", "")])
def test_too_many_within_an_hour_are_refused(most, sender, monkeypatch):
    monkeypatch.setattr(mistakes, most, 2)
    reported("One.", sender=sender)
    MistakeFactory(sender=sender, reported_at=timezone.now() - DAY)
    reported("Two.", sender=sender)

    with pytest.raises(Refused, match="Please send it again in an hour"):
        reported("Three.", sender=sender)
    assert 2 < MOST_OF_ONE_SENDER < MOST_OF_ALL


def test_a_flood_holds_up_no_verb_of_the_newsroom(monkeypatch):
    monkeypatch.setattr(mistakes, "MOST_OF_ALL", 1)
    taken = mistakes.take_in(by=None, text="One.")

    with CaptureQueriesContext(connection) as asked, pytest.raises(Refused):
        mistakes.take_in(by=None, text="Two.")
    assert Mistake.objects.get() == taken
    assert "take_turn" not in str(asked.captured_queries)


def test_one_sender_shuts_nobody_else_out(monkeypatch):
    monkeypatch.setattr(mistakes, "MOST_OF_ONE_SENDER", 1)
    reported("One.", sender="one")

    assert reported("Two.", sender="another").pk


def test_handling_says_who_when_and_what_and_can_be_taken_back():
    mistake = handle_mistake(mistake=reported(), by=cast.editor(), note=" Corrected. ")

    assert (mistake.state, mistake.note, mistake.handled_by) == ("handled", "Corrected.", cast.editor())
    with pytest.raises(IllegalMove):
        handle_mistake(mistake=mistake, by=cast.editor(), note="Again.")
    assert reopen_mistake(mistake=mistake, by=cast.editor()).state == "open"
    assert [event.verb for event in history_of(mistake)] == ["reopen_mistake", "handle_mistake", "report_mistake"]
    assert "Corrected." in str(history_of(mistake))


def test_handling_needs_a_word_on_what_was_done():
    mistake = reported()
    with pytest.raises(Refused):
        handle_mistake(mistake=mistake, by=cast.editor(), note=" ")


def test_contacts_are_forgotten_some_time_after_and_no_history_holds_them():
    old = MistakeFactory(handled=True, contact="ann@example.org", sender="ab" * 16)
    kept = MistakeFactory(handled=True, contact="bea@example.org", handled_at=timezone.now())
    waiting = MistakeFactory(contact="cy@example.org")

    call_command("forget_contacts", verbosity=0)

    contacts = Mistake.objects.in_bulk()
    assert [contacts[one.pk].contact for one in (old, kept, waiting)] == ["", "bea@example.org", "cy@example.org"]
    assert contacts[old.pk].sender == ""
    assert not {"contact", "sender"} & {field.name for field in Mistake.pgh_event_model._meta.get_fields()}
