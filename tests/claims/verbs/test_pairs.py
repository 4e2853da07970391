"""The verbs on pairs: a second person confirms, reasons are remembered, corrections stay."""

import pytest

from claims.models import Contradiction, StatementEdition
from claims.models.states import ContradictionState, StatementState
from claims.records import Finding, PairKind, SpeakerKind
from claims.verbs import pairs, statements
from claims.verbs.pairs import KnownPair
from claims.verbs.refusals import Conflict, IllegalMove, NotAllowed, Outdated, Refused
from tests import cast
from tests.confirming import confirm, confirm_pair, digest_of
from tests.factories import ContradictionFactory, QuotationFactory, SpeakerFactory, StatementFactory

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
    with pytest.raises(KnownPair, match="proposed already") as caught:
        proposed(one=one, other=other)
    assert caught.value.pair == pair
    assert Contradiction.objects.count() == 1


@pytest.mark.parametrize("state", ["proposed", "confirmed", "corrected", "withdrawn"])
def test_proposing_a_pair_that_is_there_changes_nothing(state):
    pair = made_known(state)
    before = Contradiction.objects.values().get()
    with pytest.raises(KnownPair, match=f"{state} already"):
        proposed(one=pair.second, other=pair.first, explanation="Another one.", despite="Because.")
    assert Contradiction.objects.values().get() == before


def made_known(state) -> Contradiction:
    pair = proposed()
    if state == "proposed":
        return pair
    pair = confirm_pair(pair)
    if state == "corrected":
        pairs.correct(contradiction=pair, by=cast.reviewer(), text="The day was wrong.")
    if state == "withdrawn":
        pairs.withdraw(contradiction=pair, by=cast.reviewer(), reason="Not so.")
    return pair


def test_a_suggested_pair_is_taken_up():
    suggested = ContradictionFactory(state="suggested", proposed_by=None, explanation="", score=0.9)
    pair = proposed(one=suggested.first, other=suggested.second)
    assert (pair.pk, pair.state, pair.proposed_by, pair.score) == (suggested.pk, "proposed", cast.editor(), 0.9)


@pytest.mark.parametrize("side", ["one", "other"])
def test_a_pair_with_a_withdrawn_statement_is_not_proposed(side):
    sides = {"one": statement(), "other": statement()} | {side: StatementFactory(withdrawn=True)}
    with pytest.raises(Refused, match="withdrawn"):
        proposed(**sides)


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
    pair = confirm_pair(proposed())
    pair.first.refresh_from_db()
    assert (pair.state, pair.edition.confirmed_by) == (ContradictionState.CONFIRMED, cast.reviewer())
    assert pair.first.state == StatementState.CONFIRMED


def test_the_proposer_does_not_confirm():
    pair = proposed(by=cast.reviewer())
    with pytest.raises(NotAllowed, match="You changed this pair"):
        confirm_pair(pair)
    pair.refresh_from_db()
    assert pair.state == ContradictionState.PROPOSED


def test_who_edited_a_draft_of_the_pair_does_not_confirm_it_and_nothing_changes():
    pair = proposed(one=statement(), other=statement(edited_by=cast.reviewer()))
    with pytest.raises(NotAllowed):
        confirm_pair(pair)
    pair.refresh_from_db()
    pair.first.refresh_from_db()
    assert (pair.state, pair.first.state) == (ContradictionState.PROPOSED, StatementState.DRAFT)
    assert not StatementEdition.objects.exists()


def test_an_editor_does_not_confirm():
    with pytest.raises(NotAllowed, match="reviewer"):
        confirm_pair(proposed(), by=cast.second_editor())


def test_what_is_confirmed_is_what_the_reviewer_read():
    pair = proposed()
    read = digest_of(pair)
    pairs.edit(contradiction=pair, by=cast.editor(), revision=pair.revision, explanation="Another one.")
    with pytest.raises(Outdated) as caught:
        pairs.confirm(contradiction=pair, by=cast.reviewer(), digest=read)
    assert caught.value.now["Explanation"] == "Another one."


@pytest.mark.parametrize("of", ["draft", "confirmed"])
def test_a_pair_with_a_withdrawn_statement_is_not_confirmed(of):
    pair = proposed()
    confirm(pair.first)
    if of == "confirmed":
        pair = confirm_pair(pair)
        pairs.edit(contradiction=pair, by=cast.editor(), revision=pair.revision, explanation="Another one.")
    read = digest_of(pair)
    statements.withdraw_statement(statement=pair.first, by=cast.reviewer(), reason="Misheard")
    for digest in (read, digest_of(pair)):
        with pytest.raises(Refused):
            pairs.confirm(contradiction=pair, by=cast.reviewer(), digest=digest, reason="Wording.")
    with pytest.raises(Refused, match="is withdrawn, so this pair cannot be confirmed"):
        confirm_pair(pair, reason="Wording.")
    pair.second.refresh_from_db()
    assert pair.second.state == ("draft" if of == "draft" else "confirmed")


def test_a_confirmed_pair_that_is_edited_stays_public_and_waits():
    pair = confirm_pair(proposed())
    edited = pairs.edit(contradiction=pair, by=cast.second_editor(), revision=pair.revision, finding=Finding.PARTIAL)
    assert (edited.state, edited.waits, edited.edition) == (ContradictionState.CONFIRMED, True, pair.edition)
    assert (edited.edition.content["finding"], edited.proposed_by) == ("contradiction", cast.editor())


def test_a_proposal_is_whose_who_last_changed_it():
    pair = proposed()
    edited = pairs.edit(contradiction=pair, by=cast.second_editor(), revision=pair.revision, finding=Finding.PARTIAL)
    assert edited.proposed_by == cast.second_editor()


@pytest.mark.parametrize("state", ["withdrawn", "dismissed"])
def test_what_is_withdrawn_or_dismissed_is_not_edited(state):
    reason = {f"{state}_reason": "Not so."}
    pair = ContradictionFactory(confirmed=state == "withdrawn", state=state, **reason)
    with pytest.raises(Refused, match=state):
        pairs.edit(contradiction=pair, by=cast.editor(), revision=pair.revision, explanation="Another one.")


def test_two_edits_of_one_pair_lose_nothing():
    pair = proposed()
    pairs.edit(contradiction=pair, by=cast.editor(), revision=pair.revision, explanation="First.")
    with pytest.raises(Conflict) as caught:
        pairs.edit(contradiction=pair, by=cast.second_editor(), revision=pair.revision, explanation="Second.")
    assert [(c.field, c.now) for c in caught.value.changes] == [("explanation", "First.")]
    assert caught.value.clashing == {"explanation"}


def test_two_edits_of_two_fields_are_both_kept():
    pair = proposed()
    pairs.edit(contradiction=pair, by=cast.editor(), revision=pair.revision, explanation="First.")
    pairs.edit(
        contradiction=pair,
        by=cast.second_editor(),
        revision=pair.revision,
        explanation=pair.explanation,
        finding=Finding.PARTIAL,
    )
    pair.refresh_from_db()
    assert (pair.explanation, pair.finding) == ("First.", Finding.PARTIAL)


def test_a_dismissed_pair_remembers_why_and_shows_it_before_it_is_proposed_again():
    pair = proposed()
    dismissed = pairs.dismiss(contradiction=pair, by=cast.editor(), reason="Different lists")
    assert dismissed.dismissed_reason == "Different lists"
    again = {"one": pair.first, "other": pair.second, "explanation": "The same list after all."}
    for despite in ("", "Different"):
        with pytest.raises(KnownPair, match="“Different lists” Read that") as caught:
            proposed(**again, despite=despite)
    assert (caught.value.pair, caught.value.pair.dismissed_reason) == (pair, "Different lists")
    taken_up = proposed(**again, despite="Different lists")
    assert (taken_up.pk, taken_up.state, taken_up.dismissed_reason) == (pair.pk, ContradictionState.PROPOSED, "")
    assert taken_up.explanation == "The same list after all."


def test_a_proposed_pair_is_not_withdrawn():
    with pytest.raises(IllegalMove):
        pairs.withdraw(contradiction=proposed(), by=cast.reviewer(), reason="Wrong")


def test_withdrawing_needs_a_public_reason():
    pair = confirm_pair(proposed())
    with pytest.raises(Refused, match="public reason"):
        pairs.withdraw(contradiction=pair, by=cast.reviewer(), reason="")
    assert pairs.withdraw(contradiction=pair, by=cast.reviewer(), reason="Wrong").withdrawn_reason == "Wrong"


def test_correcting_a_pair_marks_it_and_signs_the_note():
    pair = confirm_pair(proposed())
    note = pairs.correct(by=cast.reviewer(), contradiction=pair, text="The day was wrong.")
    pairs.correct(by=cast.reviewer(), contradiction=pair, text="And the place.")
    pair.refresh_from_db()
    assert pair.state == ContradictionState.CORRECTED
    assert (note.signature, pair.corrections.count()) == (cast.reviewer().byline, 2)


def test_a_draft_is_edited_not_corrected():
    with pytest.raises(Refused, match="draft"):
        pairs.correct(by=cast.reviewer(), statement=statement(), text="Wrong.")


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
