"""Speakers on record get another name, another kind or another self by a proposal and a second person."""

import pytest

from claims.models import Speaker, SpeakerProposal, Statement
from claims.records import PairKind, SpeakerKind
from claims.timeline.awaiting import pair_waits, statement_awaiting
from claims.timeline.pages import SpeakerPage, speaker_page
from claims.timeline.shown import shown_statement
from claims.timeline.wanted import Wanted
from claims.timeline.windows import Cursor
from claims.verbs import speakers, statements
from claims.verbs.history import history_of
from claims.verbs.refusals import IllegalMove, NotAllowed, Refused
from tests import cast
from tests.confirming import confirm, digest_of
from tests.factories import (
    ContradictionFactory,
    QuotationFactory,
    ResponseFactory,
    SpeakerFactory,
    SpeakerProposalFactory,
    StatementFactory,
    StoryFactory,
)

pytestmark = pytest.mark.django_db


def known(**details) -> Speaker:
    """A speaker in a published story."""
    statement = StatementFactory(confirmed=True, **{f"speaker__{name}": value for name, value in details.items()})
    StoryFactory(published=True, statements=[statement])
    return statement.speaker


def renaming(speaker, by=cast.editor, **changes) -> SpeakerProposal:
    wanted = {"name": "Mina Jones", "kind": SpeakerKind.PERSON, "reason": "She married."} | changes
    return speakers.propose_change(speaker=speaker, by=by(), **wanted)


def merging(speaker, into, by=cast.editor, reason="One and the same.") -> SpeakerProposal:
    return speakers.propose_merge(speaker=speaker, into=into, by=by(), reason=reason)


def applied(proposal, by=cast.reviewer) -> Speaker:
    return speakers.apply_proposal(proposal=proposal, digest=digest_of(proposal), by=by())


def test_a_proposal_changes_nothing_yet():
    speaker = known(name="Mina Ister")
    proposal = renaming(speaker)
    speaker.refresh_from_db()
    assert (speaker.name, proposal.state, proposal.proposed_by) == ("Mina Ister", "proposed", cast.editor())
    assert list(SpeakerProposal.objects.waiting()) == [proposal]


def test_a_reviewer_who_did_not_propose_it_applies_it():
    speaker = known(name="Mina Ister")
    proposal = renaming(speaker, by=cast.reviewer)
    with pytest.raises(NotAllowed, match="You proposed this"):
        applied(proposal, by=cast.reviewer)
    with pytest.raises(NotAllowed, match="reviewer"):
        applied(proposal, by=cast.editor)
    speaker.refresh_from_db()
    assert speaker.name == "Mina Ister"
    assert applied(proposal, by=cast.second_reviewer).name == "Mina Jones"
    proposal.refresh_from_db()
    assert (proposal.state, proposal.decided_by) == ("applied", cast.second_reviewer())
    assert history_of(speaker)[0].verb == "apply_proposal"


def test_what_was_decided_is_not_decided_again():
    proposal = renaming(known())
    applied(proposal)
    for decide in (
        lambda: applied(proposal, by=cast.second_reviewer),
        lambda: speakers.dismiss_proposal(proposal=proposal, by=cast.editor(), reason="No."),
    ):
        with pytest.raises(IllegalMove, match="applied"):
            decide()


def test_one_that_is_dismissed_keeps_why_and_another_may_follow():
    speaker = known(name="Mina Ister")
    proposal = speakers.dismiss_proposal(proposal=renaming(speaker), by=cast.editor(), reason="Not so.")
    assert (proposal.state, proposal.dismissed_reason, proposal.decided_by) == ("dismissed", "Not so.", cast.editor())
    speaker.refresh_from_db()
    assert speaker.name == "Mina Ister"
    assert renaming(speaker).state == "proposed"


def test_a_reason_is_needed():
    speaker = known()
    for ask in (
        lambda: renaming(speaker, reason=" "),
        lambda: merging(speaker, SpeakerFactory(), reason=""),
        lambda: speakers.dismiss_proposal(proposal=renaming(speaker), by=cast.editor(), reason=" "),
    ):
        with pytest.raises(Refused, match="reason is missing"):
            ask()


def test_one_waits_at_a_time():
    speaker = known()
    renaming(speaker)
    with pytest.raises(Refused, match="waits already"):
        merging(speaker, SpeakerFactory(), by=cast.second_editor)


REFUSED = {
    "a speaker nobody knows": (lambda: renaming(SpeakerFactory()), "Edit or merge it directly"),
    "a merge of one nobody knows": (lambda: merging(SpeakerFactory(), known()), "Edit or merge it directly"),
    "the name and kind that there is": (lambda: renaming(known(name="Mina Jones")), "Nothing was proposed"),
    "no name": (lambda: renaming(known(), name=" "), "name is missing"),
    "a merge into itself": (lambda: (lambda one: merging(one, one))(known()), "into itself"),
    "one that is merged": (
        lambda: renaming(SpeakerFactory(merged_into=SpeakerFactory())),
        "merged into another one",
    ),
}


@pytest.mark.parametrize(("ask", "message"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_proposed(ask, message):
    with pytest.raises(Refused, match=message):
        ask()
    assert not SpeakerProposal.objects.exists()


def test_a_journalist_proposes_nothing():
    speaker = known()
    with pytest.raises(NotAllowed):
        renaming(speaker, by=cast.journalist)
    with pytest.raises(NotAllowed):
        merging(speaker, SpeakerFactory(), by=cast.journalist)
    with pytest.raises(NotAllowed):
        speakers.dismiss_proposal(proposal=SpeakerProposalFactory(), by=cast.journalist(), reason="No.")


def page_of(slug: str) -> SpeakerPage:
    """What readers see of a speaker."""
    page = speaker_page(cast.public(), slug, Wanted(), Cursor())
    assert page
    return page


class TestAnotherName:
    def test_makes_no_changes_waiting(self):
        speaker = known(name="Mina Ister")
        statement = speaker.statements.get()
        pair = ContradictionFactory(first=statement, confirmed=True)
        ResponseFactory(contradiction=pair, speaker=speaker)
        applied(renaming(speaker))
        statement, pair = Statement.objects.get(pk=statement.pk), type(pair).objects.with_statements().get(pk=pair.pk)
        assert (statement.waits, statement_awaiting(statement).is_new) == (False, False)
        assert statements.settled(statement).waits is False
        assert (pair.waits, pair_waits(pair)) == (False, False)

    def test_stands_at_the_head_while_editions_keep_the_old_one(self):
        speaker = known(name="Mina Ister")
        applied(renaming(speaker))
        shown = page_of(speaker.slug)
        assert shown.head.voice.name == "Mina Jones"
        [entry] = shown.part.timeline.entries
        assert (entry.speaker.name, entry.speaker.heading) == ("Mina Ister", "Mina Jones")

    def test_comes_to_readers_with_the_next_edition(self):
        speaker = known(name="Mina Ister")
        applied(renaming(speaker))
        statement = speaker.statements.get()
        evidence_of(statement)
        statements.edit(statement=statement, by=cast.editor(), revision=statement.revision, role="Minister")
        edition = confirm(statement, reason="The role.").edition
        assert (edition.content["name"], edition.content["role"]) == ("Mina Jones", "Minister")

    def test_given_between_reading_and_confirming_is_read_first(self):
        speaker = known(name="Mina Ister")
        statement = speaker.statements.get()
        evidence_of(statement)
        statements.edit(statement=statement, by=cast.editor(), revision=statement.revision, role="Minister")
        read = digest_of(statement)
        applied(renaming(speaker))
        with pytest.raises(Refused, match="changed after you opened it"):
            statements.confirm_statement(statement=statement, by=cast.reviewer(), digest=read, reason="The role.")

    def test_is_a_name_by_which_it_is_found(self):
        speaker = known(name="Mina Ister")
        applied(renaming(speaker))
        assert speakers.speaker_called(name="Mina Jones", by=cast.editor()) == speaker


class TestAnotherKind:
    def test_makes_no_changes_waiting_and_other_pairs(self):
        speaker = known()
        pair = ContradictionFactory(first=speaker.statements.get(), confirmed=True)
        assert pair.kind == PairKind.DISPUTE
        applied(renaming(speaker, name=speaker.name, kind=SpeakerKind.DOCUMENT))
        pair = type(pair).objects.with_statements().get(pk=pair.pk)
        assert (pair.kind, pair.waits, pair_waits(pair)) == (PairKind.RECORD, False, False)
        assert pair.first.edition.content["kind"] == "person"


class TestAMerge:
    @pytest.fixture
    def old(self):
        return known(name="A. Other", slug="a-other", aliases=["AO"])

    @pytest.fixture
    def into(self):
        return known(name="Ann Other", slug="ann-other")

    def test_moves_everything_and_keeps_the_old_name_and_address(self, old, into):
        statement, response = old.statements.get(), ResponseFactory(speaker=old)
        merged = applied(merging(old, into))
        statement.refresh_from_db()
        response.refresh_from_db()
        old.refresh_from_db()
        assert (statement.speaker, statement.state, statement.waits) == (into, "confirmed", False)
        assert response.speaker == into
        assert (merged, merged.aliases) == (into, ["A. Other", "AO"])
        assert (old.merged_into, old.slug) == (into, "a-other")

    def test_makes_no_changes_waiting(self, old, into):
        statement = old.statements.get()
        pair = ContradictionFactory(first=statement, second=into.statements.get(), confirmed=True)
        applied(merging(old, into))
        statement = Statement.objects.get(pk=statement.pk)
        assert statement_awaiting(statement).is_new is False
        pair = type(pair).objects.with_statements().get(pk=pair.pk)
        assert (pair_waits(pair), pair.kind) == (False, PairKind.REVERSAL)

    def test_editions_keep_the_old_name_while_address_and_head_follow(self, old, into):
        statement = old.statements.get()
        applied(merging(old, into))
        entry = shown_statement(cast.public(), statement.pk).entry
        assert (entry.speaker.name, entry.speaker.key, entry.speaker.heading) == ("A. Other", "ann-other", "Ann Other")
        assert statement.editions.get().speaker == old
        names = {one.speaker.name for one in page_of("ann-other").part.timeline.entries}
        assert names == {"A. Other", "Ann Other"}
        assert page_of("a-other").head.voice.key == "ann-other"

    def test_putting_back_keeps_the_speaker_that_it_went_into(self, old, into):
        statement = old.statements.get()
        applied(merging(old, into))
        statement.refresh_from_db()
        statements.edit(statement=statement, by=cast.editor(), revision=statement.revision, role="Minister")
        put = statements.put_back(statement=statement, digest=digest_of(statement), by=cast.reviewer())
        assert (put.speaker, put.waits) == (into, False)

    def test_that_waits_is_never_aimed_at_another_speaker(self, old, into):
        third = known()
        proposal, other = merging(old, into), merging(into, third)
        applied(other)
        with pytest.raises(Refused, match="merged into another already"):
            applied(proposal)
        proposal.refresh_from_db()
        assert (proposal.state, proposal.into) == ("proposed", into)

    def test_the_other_way_round_is_refused_once_one_of_them_was_applied(self, old, into):
        proposal, other = merging(old, into), merging(into, old)
        applied(proposal)
        other.refresh_from_db()
        with pytest.raises(Refused, match="merged into another already"):
            applied(other)
        assert speakers.dismiss_proposal(proposal=other, by=cast.editor(), reason="Done.").state == "dismissed"

    def test_proposed_but_not_applied_moves_nothing(self, old, into):
        merging(old, into)
        assert old.statements.count() == 1
        assert Speaker.objects.get(pk=old.pk).merged_into is None


def evidence_of(statement):
    """A quotation that the edition names too, so that the statement can be confirmed again."""
    QuotationFactory(accepted=True, statement=statement)
    statement.refresh_from_db()
