"""The verbs on pairs: a second person confirms, reasons are remembered, corrections stay."""

import datetime as dt

import pytest

from claims.models import Contradiction
from claims.models.states import ContradictionState, StatementState
from claims.records import Finding, PairKind, SpeakerKind
from claims.verbs import pairs
from claims.verbs.refusals import Conflict, IllegalMove, NotAllowed, Refused
from tests import cast
from tests.factories import QuotationFactory, SpeakerFactory, StatementFactory

pytestmark = pytest.mark.django_db


def statement(**details):
    details.setdefault("edited_by", cast.editor())
    made = StatementFactory(**details)
    QuotationFactory(accepted=True, statement=made)
    return made


def proposed(**changes) -> Contradiction:
    asked = {
        "by": cast.editor(),
        "finding": Finding.CONTRADICTION,
        "explanation": "There cannot be a list and none.",
    }
    pair = {} if "one" in changes else {"one": statement(words="We have no list"), "other": statement(words="The list")}
    return pairs.propose(**asked | pair | changes)


def test_a_pair_is_stored_once_whatever_its_order():
    one, other = statement(), statement()
    pair = proposed(one=other, other=one)
    assert (pair.first, pair.second) == (one, other)
    with pytest.raises(IllegalMove, match="proposed"):
        proposed(one=one, other=other)
    assert Contradiction.objects.count() == 1


def test_clashing_words_follow_their_statement():
    one, other = statement(words="We have no list"), statement(words="The list is long")
    pair = proposed(one=other, other=one, clash_one="list is long", clash_other="no list")
    assert (pair.first_clash, pair.second_clash) == ("no list", "list is long")


def test_clashing_words_must_stand_in_the_statement():
    with pytest.raises(Refused, match="never"):
        proposed(clash_one="never")


def test_a_statement_does_not_contradict_itself():
    one = statement()
    with pytest.raises(Refused, match="itself"):
        proposed(one=one, other=one)


def test_an_explanation_is_required():
    with pytest.raises(Refused, match="explanation is missing"):
        proposed(explanation=" \n")


def test_a_journalist_does_not_propose():
    with pytest.raises(NotAllowed):
        proposed(by=cast.journalist())


def test_somebody_else_confirms_and_the_drafts_go_along():
    pair = pairs.confirm(contradiction=proposed(), by=cast.reviewer())
    pair.first.refresh_from_db()
    assert (pair.state, pair.confirmed_by) == (ContradictionState.CONFIRMED, cast.reviewer())
    assert pair.first.state == StatementState.CONFIRMED


def test_the_proposer_does_not_confirm():
    pair = proposed(by=cast.reviewer())
    with pytest.raises(NotAllowed, match="proposed this pair"):
        pairs.confirm(contradiction=pair, by=cast.reviewer())
    pair.refresh_from_db()
    assert pair.state == ContradictionState.PROPOSED


def test_who_edited_a_draft_of_the_pair_does_not_confirm_it_and_nothing_changes():
    pair = proposed(one=statement(), other=statement(edited_by=cast.reviewer()))
    with pytest.raises(NotAllowed):
        pairs.confirm(contradiction=pair, by=cast.reviewer())
    pair.refresh_from_db()
    pair.first.refresh_from_db()
    assert (pair.state, pair.first.state) == (ContradictionState.PROPOSED, StatementState.DRAFT)


def test_an_editor_does_not_confirm():
    with pytest.raises(NotAllowed, match="reviewer"):
        pairs.confirm(contradiction=proposed(), by=cast.second_editor())


def test_what_is_confirmed_is_what_the_reviewer_read():
    pair = proposed()
    read = pair.revision
    pairs.edit(contradiction=pair, by=cast.editor(), revision=read, explanation="Another one.")
    with pytest.raises(Conflict):
        pairs.confirm(contradiction=pair, by=cast.reviewer(), revision=read)


def test_a_confirmed_pair_that_is_edited_is_proposed_again():
    pair = pairs.confirm(contradiction=proposed(), by=cast.reviewer())
    edited = pairs.edit(contradiction=pair, by=cast.second_editor(), revision=pair.revision, finding=Finding.PARTIAL)
    assert (edited.state, edited.confirmed_by) == (ContradictionState.PROPOSED, None)
    assert edited.proposed_by == cast.second_editor()


def test_two_edits_of_one_pair_lose_nothing():
    pair = proposed()
    pairs.edit(contradiction=pair, by=cast.editor(), revision=pair.revision, explanation="First.")
    with pytest.raises(Conflict) as caught:
        pairs.edit(contradiction=pair, by=cast.second_editor(), revision=pair.revision, explanation="Second.")
    assert [(c.field, c.now) for c in caught.value.changes] == [("explanation", "First.")]


def test_a_dismissed_pair_remembers_why_and_can_be_proposed_again():
    pair = proposed()
    dismissed = pairs.dismiss(contradiction=pair, by=cast.editor(), reason="Different lists")
    assert dismissed.dismissed_reason == "Different lists"
    again = proposed(one=pair.first, other=pair.second)
    assert (again.pk, again.state, again.dismissed_reason) == (pair.pk, ContradictionState.PROPOSED, "")


def test_a_proposed_pair_is_not_withdrawn():
    with pytest.raises(IllegalMove):
        pairs.withdraw(contradiction=proposed(), by=cast.reviewer(), reason="Wrong")


def test_withdrawing_needs_a_public_reason():
    pair = pairs.confirm(contradiction=proposed(), by=cast.reviewer())
    with pytest.raises(Refused, match="public reason"):
        pairs.withdraw(contradiction=pair, by=cast.reviewer(), reason="")
    assert pairs.withdraw(contradiction=pair, by=cast.reviewer(), reason="Wrong").withdrawn_reason == "Wrong"


def test_correcting_a_pair_marks_it_and_signs_the_note():
    pair = pairs.confirm(contradiction=proposed(), by=cast.reviewer())
    note = pairs.correct(by=cast.reviewer(), contradiction=pair, text="The day was wrong.")
    pairs.correct(by=cast.reviewer(), contradiction=pair, text="And the place.")
    pair.refresh_from_db()
    assert pair.state == ContradictionState.CORRECTED
    assert (note.signature, pair.corrections.count()) == (cast.reviewer().byline, 2)


def test_a_draft_is_edited_not_corrected():
    with pytest.raises(Refused, match="draft"):
        pairs.correct(by=cast.reviewer(), statement=statement(), text="Wrong.")


def test_right_of_reply_keeps_the_answer_verbatim():
    asked_at = dt.datetime(2018, 4, 27, 9, 0, tzinfo=dt.UTC)
    asked = {"contradiction": proposed(), "by": cast.editor(), "speaker": SpeakerFactory(), "asked_how": "by phone"}
    response = pairs.ask(**asked, asked_at=asked_at, deadline=asked_at + dt.timedelta(hours=3))
    answered = pairs.answer(response=response, by=cast.editor(), answer="No comment.", answered_at=asked_at)
    assert (answered.answer, answered.asked_how) == ("No comment.", "by phone")
    with pytest.raises(Refused, match="before the asking"):
        pairs.ask(**asked, asked_at=asked_at, deadline=asked_at - dt.timedelta(hours=3))


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (SpeakerKind.PERSON, SpeakerKind.PERSON, PairKind.DISPUTE),
        (SpeakerKind.PERSON, SpeakerKind.ORGANISATION, PairKind.DISPUTE),
        (SpeakerKind.PERSON, SpeakerKind.DOCUMENT, PairKind.RECORD),
        (SpeakerKind.DOCUMENT, SpeakerKind.DOCUMENT, PairKind.RECORD),
    ],
)
def test_the_kind_follows_from_who_spoke(one, other, kind):
    pair = proposed(
        one=statement(speaker=SpeakerFactory(kind=one.value)), other=statement(speaker=SpeakerFactory(kind=other.value))
    )
    assert pair.kind == kind


def test_one_speaker_twice_is_a_reversal():
    speaker = SpeakerFactory()
    assert proposed(one=statement(speaker=speaker), other=statement(speaker=speaker)).kind == PairKind.REVERSAL
