"""The right of reply: whom we asked, and the answer; two people recording one answer lose nothing."""

import datetime as dt

import pytest

from claims.models import Response
from claims.verbs import pairs, responses
from claims.verbs.refusals import Conflict, NotAllowed, Refused
from tests import cast
from tests.confirming import confirm_pair
from tests.factories import ContradictionFactory, QuotationFactory, ResponseFactory, SpeakerFactory, StatementFactory

pytestmark = pytest.mark.django_db

ASKED = dt.datetime(2018, 4, 27, 9, 0, tzinfo=dt.UTC)
LATER, LATEST = ASKED + dt.timedelta(hours=3), ASKED + dt.timedelta(hours=6)


def asked(pair=None, **changes) -> Response:
    details = {"by": cast.editor(), "speaker": SpeakerFactory(), "asked_at": ASKED, "asked_how": "by phone"}
    return responses.ask(contradiction=pair or ContradictionFactory(), **details | changes)


def answered(response, by=cast.editor, revision=1, answer="No comment.", answered_at=LATER) -> Response:
    return responses.answer(response=response, by=by(), revision=revision, answer=answer, answered_at=answered_at)


def confirmed_pair():
    sides = [StatementFactory(edited_by=cast.editor()) for _ in range(2)]
    for side in sides:
        QuotationFactory(accepted=True, statement=side)
    return confirm_pair(ContradictionFactory(first=sides[0], second=sides[1], proposed_by=cast.editor()))


def test_the_answer_is_kept_verbatim():
    response = answered(asked(deadline=LATER), answer="“No comment,” they said.\n\nTwice.")
    response.refresh_from_db()
    assert (response.answer, response.asked_how) == ("“No comment,” they said.\n\nTwice.", "by phone")
    assert (response.deadline, response.answered_at, response.revision) == (LATER, LATER, 2)


def test_a_merged_speaker_is_followed():
    into = SpeakerFactory()
    assert asked(speaker=SpeakerFactory(merged_into=into)).speaker == into


def test_the_second_of_two_answers_is_refused_and_told_of_the_first():
    response = asked()
    answered(response)
    with pytest.raises(Conflict) as caught:
        answered(response, by=cast.second_editor, answer="We deny it.", answered_at=LATEST)
    assert (caught.value.by, caught.value.current) == (cast.editor().byline, 2)
    assert caught.value.clashing == {"answer", "answered_at"}
    assert ("answer", "", "No comment.") in {(c.field, c.before, c.now) for c in caught.value.changes}
    response.refresh_from_db()
    assert (response.answer, response.answered_at) == ("No comment.", LATER)


def test_the_same_answer_twice_is_one():
    response = asked()
    answered(response)
    assert answered(response, by=cast.second_editor).revision == 2


def test_what_two_people_correct_apart_is_put_together():
    response = asked()
    answered(response)
    answered(response, revision=2, answer="No comment at all.")
    answered(response, by=cast.second_editor, revision=2, answered_at=LATEST)
    response.refresh_from_db()
    assert (response.answer, response.answered_at, response.revision) == ("No comment at all.", LATEST, 4)


def test_an_answer_is_corrected_by_whoever_read_it():
    response = asked()
    answered(response)
    answered(response, by=cast.second_editor, revision=2, answer="We deny it.")
    response.refresh_from_db()
    assert response.answer == "We deny it."


@pytest.mark.parametrize("hours", [1, 24 * 365])
def test_an_answer_before_its_question_is_refused(hours):
    response = asked()
    with pytest.raises(Refused, match="before the asking"):
        answered(response, answered_at=ASKED - dt.timedelta(hours=hours))
    response.refresh_from_db()
    assert (response.answer, response.revision) == ("", 1)


def test_an_answer_at_once_is_one():
    assert answered(asked(), answered_at=ASKED).answered_at == ASKED


def test_a_deadline_before_the_asking_is_refused():
    with pytest.raises(Refused, match="before the asking"):
        asked(deadline=ASKED - dt.timedelta(hours=3))
    assert not Response.objects.exists()


AGES = {
    "the first year": dt.datetime(1, 1, 1, tzinfo=dt.UTC),
    "before the year 1000": dt.datetime(999, 12, 31, tzinfo=dt.UTC),
    "just before the year 1000": dt.datetime(999, 12, 31, 23, 59, tzinfo=dt.UTC),
    "after the year 2999": dt.datetime(3000, 1, 1, tzinfo=dt.UTC),
    "the last year": dt.datetime(9999, 12, 31, 23, 59, tzinfo=dt.UTC),
}


@pytest.mark.parametrize("moment", AGES.values(), ids=AGES)
def test_moments_that_no_clock_shows_are_refused(moment):
    refused = pytest.raises(Refused, match="1000 to 2999")
    with refused:
        asked(asked_at=moment)
    with refused:
        asked(deadline=moment)
    response = asked()
    with refused:
        answered(response, answered_at=moment)


@pytest.mark.parametrize("answer", ["", "  \n", "\x00"])
def test_an_answer_has_words(answer):
    with pytest.raises(Refused, match="answer is missing"):
        answered(asked(), answer=answer)


def test_how_they_were_asked_is_told():
    with pytest.raises(Refused, match="How they were asked"):
        asked(asked_how=" ")


@pytest.mark.parametrize("who", [cast.journalist, cast.administrator, cast.guest])
def test_asking_and_answering_are_an_editors(who):
    response = ResponseFactory()
    with pytest.raises(NotAllowed):
        asked(by=who())
    with pytest.raises(NotAllowed):
        answered(response, by=who)


def test_what_readers_see_of_the_right_of_reply_waits_for_a_reviewer():
    pair = confirmed_pair()
    response = asked(pair)
    pair.refresh_from_db()
    assert (pair.waits, pair.edition.content["replies"]) == (True, [])
    confirm_pair(pair, reason="They were asked.")
    answered(response)
    pair.refresh_from_db()
    assert (pair.waits, [reply["answer"] for reply in pair.edition.content["replies"]]) == (True, [""])
    pair = confirm_pair(pair, correction="They have answered.")
    assert [reply["answer"] for reply in pair.edition.content["replies"]] == ["No comment."]
    assert not pairs.settled(pair).waits


def test_on_a_proposal_nothing_waits():
    response = asked()
    assert not response.contradiction.waits
