"""The editors' verbs on evidence and statements."""

import datetime as dt

import pytest

from claims.models import Quotation, Statement
from claims.models.states import ContradictionState, QuotationState, StatementState
from claims.records import Mode, Said, Span
from claims.verbs import evidence, statements, stories
from claims.verbs.refusals import Conflict, IllegalMove, NotAllowed, Outdated, Refused
from tests import cast
from tests.confirming import confirm, digest_of
from tests.factories import (
    ArticleVersionFactory,
    ContradictionFactory,
    QuotationFactory,
    SpeakerFactory,
    StatementFactory,
    StoryFactory,
)

pytestmark = pytest.mark.django_db
WEDNESDAY = Said.on(dt.date(2018, 4, 25))


def accepted(**changes) -> Statement:
    asked = {
        "quotation": QuotationFactory(),
        "by": cast.editor(),
        "speaker": SpeakerFactory(),
        "words": "We have no list",
        "mode": Mode.DIRECT,
        "said": WEDNESDAY,
    }
    return evidence.accept(**asked | changes)


def confirmed_by_reviewer(**details) -> Statement:
    return confirm(accepted(**details))


def test_accepting_makes_a_draft_with_its_evidence():
    quotation = QuotationFactory()
    statement = accepted(quotation=quotation, role=" Minister ", occasion="Committee")
    quotation.refresh_from_db()
    assert (statement.state, statement.role, statement.said) == (StatementState.DRAFT, "Minister", WEDNESDAY)
    assert (quotation.state, quotation.statement) == (QuotationState.ACCEPTED, statement)


def test_an_unknown_date_stays_unknown():
    statement = accepted(said=None)
    statement.refresh_from_db()
    assert statement.said is None


def test_a_merged_speaker_is_followed():
    into = SpeakerFactory()
    assert accepted(speaker=SpeakerFactory(merged_into=into)).speaker == into


def test_accepting_twice_is_refused():
    quotation = QuotationFactory()
    accepted(quotation=quotation)
    with pytest.raises(IllegalMove, match="accepted"):
        accepted(quotation=quotation)
    assert Statement.objects.count() == 1


def test_accepting_needs_an_editor():
    with pytest.raises(NotAllowed, match="editor"):
        accepted(by=cast.journalist())
    assert not Statement.objects.exists()


def test_joining_adds_a_rendering():
    statement = accepted()
    other = QuotationFactory()
    evidence.join(quotation=other, by=cast.editor(), statement=statement)
    assert statement.quotations.count() == 2


def test_joining_what_is_confirmed_waits_for_a_reviewer():
    statement = confirmed_by_reviewer()
    joined = evidence.join(quotation=QuotationFactory(), by=cast.editor(), statement=statement)
    assert (joined.state, joined.waits) == (StatementState.CONFIRMED, True)
    assert len(joined.edition.content["renderings"]) == 1


def test_taking_evidence_away_from_what_is_confirmed_waits_too():
    statement = confirmed_by_reviewer()
    quotation = statement.quotations.get()
    evidence.join(quotation=QuotationFactory(), by=cast.editor(), statement=statement)
    statement = confirm(statement, by=cast.reviewer(), reason="One more outlet.")
    evidence.restore(quotation=quotation, by=cast.editor())
    statement.refresh_from_db()
    assert (statement.waits, statement.quotations.count()) == (True, 1)
    assert len(statement.edition.content["renderings"]) == 2


def test_joining_a_withdrawn_statement_is_refused():
    with pytest.raises(Refused, match="withdrawn"):
        evidence.join(quotation=QuotationFactory(), by=cast.editor(), statement=StatementFactory(withdrawn=True))


def test_dismissing_keeps_the_reason():
    quotation = evidence.dismiss(quotation=QuotationFactory(), by=cast.editor(), reason="A title")
    assert (quotation.state, quotation.dismissed_reason) == (QuotationState.DISMISSED, "A title")


def test_dismissing_needs_a_reason():
    quotation = QuotationFactory()
    with pytest.raises(Refused, match="reason is missing"):
        evidence.dismiss(quotation=quotation, by=cast.editor(), reason="  ")
    quotation.refresh_from_db()
    assert quotation.state == QuotationState.SUGGESTED


def test_undoing_an_acceptance_takes_the_loose_draft_along():
    statement = accepted()
    quotation = statement.quotations.get()
    evidence.restore(quotation=quotation, by=cast.editor())
    quotation.refresh_from_db()
    assert quotation.state == QuotationState.SUGGESTED
    assert not Statement.objects.exists()


def test_undoing_an_acceptance_keeps_a_draft_that_a_story_uses():
    statement = accepted()
    StoryFactory(statements=[statement])
    evidence.restore(quotation=statement.quotations.get(), by=cast.editor())
    assert Statement.objects.filter(pk=statement.pk).exists()


def test_undoing_an_acceptance_keeps_a_draft_that_an_edition_of_a_story_has_seated():
    statement = accepted()
    story = StoryFactory(published=True, statements=[statement])
    stories.remove_from_story(story=story, statement=statement, by=cast.editor())
    evidence.restore(quotation=statement.quotations.get(), by=cast.editor())
    assert Statement.objects.filter(pk=statement.pk).exists()


def test_the_last_evidence_of_a_confirmed_statement_stays():
    statement = confirmed_by_reviewer()
    with pytest.raises(Refused, match="only evidence"):
        evidence.restore(quotation=statement.quotations.get(), by=cast.editor())


def test_selecting_keeps_position_words_and_what_stands_around():
    version = ArticleVersionFactory(text="He said on Monday: “Not 😀 one.” Then he left.")
    span = evidence.place_of(version, "Not 😀 one.")
    quotation = evidence.select(version=version, by=cast.editor(), spans=[span], source="He", cue="said")
    assert quotation.exact == version.text[quotation.start : quotation.end] == "Not 😀 one."
    assert (quotation.prefix, quotation.suffix) == ("He said on Monday: “", "” Then he left.")
    assert quotation.made_by == cast.editor()


def test_selecting_pieces_keeps_what_interrupts_them_out_of_the_words():
    version = ArticleVersionFactory(text='"Yes," he said. "And no."')
    quotation = evidence.select(version=version, by=cast.editor(), spans=[Span(1, 5), Span(17, 24)])
    assert quotation.words == "Yes, And no."


@pytest.mark.parametrize(
    "spans",
    [[], [Span(-1, 4)], [Span(0, 999)], [Span(4, 4)], [Span(8, 12), Span(0, 4)], [Span(2, 3)]],
    ids=["nothing", "before the text", "after the text", "empty", "out of order", "a space"],
)
def test_a_selection_that_does_not_fit_is_refused(spans):
    version = ArticleVersionFactory(text="He said no, and left.")
    with pytest.raises(Refused, match="selection"):
        evidence.select(version=version, by=cast.editor(), spans=spans)
    assert not Quotation.objects.exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [("No.", "2 times"), ("Maybe", "do not stand"), ("   ", "missing"), ("aa", "overlap")],
    ids=["twice", "not there", "no words", "over itself"],
)
def test_pasted_words_must_stand_in_the_text_once(words, message):
    version = ArticleVersionFactory(text="No. Yes. No. And then baaab.")
    with pytest.raises(Refused, match=message):
        evidence.place_of(version, words)


def test_editing_a_confirmed_statement_takes_nothing_away_and_waits():
    statement = confirmed_by_reviewer()
    pair = ContradictionFactory(first=statement, confirmed=True)
    edition = statement.edition
    edited = statements.edit(
        statement=statement, by=cast.second_editor(), revision=statement.revision, words="We have one list"
    )
    pair.refresh_from_db()
    assert (edited.state, edited.waits, edited.edited_by) == (StatementState.CONFIRMED, True, cast.second_editor())
    assert (edited.edition, edition.content["words"]) == (edition, "We have no list")
    assert (pair.state, pair.waits) == (ContradictionState.CONFIRMED, False)


def test_editing_it_back_leaves_nothing_waiting():
    statement = confirmed_by_reviewer(role="Minister")
    for role in ("Home Secretary", "Minister"):
        statement = statements.edit(statement=statement, by=cast.editor(), revision=statement.revision, role=role)
    assert not statement.waits


@pytest.mark.parametrize("change", [{"day_order": 2}, {"said_confirmed": True}], ids=["order", "date checked"])
def test_ordering_and_checking_wait_like_any_other_change(change):
    statement = confirmed_by_reviewer()
    edited = statements.edit(statement=statement, by=cast.editor(), revision=statement.revision, **change)
    assert (edited.state, edited.waits) == (StatementState.CONFIRMED, True)
    assert edited.edition.day_order == 0
    assert edited.edition.content["said_confirmed"] is False


def test_saving_without_a_change_is_no_change():
    statement = confirmed_by_reviewer()
    edited = statements.edit(statement=statement, by=cast.editor(), revision=statement.revision, words=statement.words)
    assert (edited.state, edited.revision, edited.waits) == (StatementState.CONFIRMED, statement.revision, False)


def test_the_second_to_save_one_field_is_told_what_changed():
    statement = accepted(role="Minister")
    opened = statement.revision
    statements.edit(statement=statement, by=cast.editor(), revision=opened, role="Home Secretary", occasion="Committee")
    with pytest.raises(Conflict) as caught:
        statements.edit(
            statement=statement, by=cast.second_editor(), revision=opened, role="The Minister", words="We have no list"
        )
    assert caught.value.by == cast.editor().byline
    assert [(c.field, c.before, c.now) for c in caught.value.changes] == [("role", "Minister", "Home Secretary")]
    assert (caught.value.clashing, caught.value.untouched) == ({"role"}, {"words"})
    statement.refresh_from_db()
    assert (statement.role, caught.value.current) == ("Home Secretary", statement.revision)


# What was there when both opened it, what they made of it, what I send, and what is then there: None is a conflict.
MERGES = {
    "each another field": ({"role": "A"}, {"occasion": "B"}, {"role": "A", "occasion": "B"}),
    "mine sent with fields that I never touched": (
        {"role": "A"},
        {"role": "Minister", "occasion": "B"},
        {"role": "A", "occasion": "B"},
    ),
    "both the same": ({"role": "A"}, {"role": "A"}, {"role": "A"}),
    "nothing of mine": ({"role": "A"}, {"role": "Minister"}, {"role": "A"}),
    "both one field": ({"role": "A"}, {"role": "B"}, None),
    "another date each": ({"said": Said.in_month(2018, 4)}, {"said": None}, None),
    "a date and a word": ({"said": None}, {"words": "None"}, {"said": None, "words": "None"}),
}


@pytest.mark.parametrize(("theirs", "mine", "then"), MERGES.values(), ids=MERGES)
def test_two_editors_of_one_statement_are_merged_field_by_field(theirs, mine, then):
    statement = accepted(role="Minister")
    opened = statement.revision
    statements.edit(statement=statement, by=cast.editor(), revision=opened, **theirs)
    if then is None:
        with pytest.raises(Conflict):
            statements.edit(statement=statement, by=cast.second_editor(), revision=opened, **mine)
        then = theirs
    else:
        statements.edit(statement=statement, by=cast.second_editor(), revision=opened, **mine)
    statement.refresh_from_db()
    assert {name: getattr(statement, name) for name in then} == then


def test_saving_over_it_puts_nothing_back_that_was_not_touched():
    """The second try, made at the revision that the conflict named, changes the clashing field alone."""
    statement = accepted(role="Minister")
    opened = statement.revision
    statements.edit(statement=statement, by=cast.editor(), revision=opened, role="A", occasion="Committee")
    typed = {"role": "B", "occasion": "", "words": statement.words}
    with pytest.raises(Conflict) as caught:
        statements.edit(statement=statement, by=cast.second_editor(), revision=opened, **typed)
    kept = {name: getattr(caught.value.record, name) for name in caught.value.untouched}
    statements.edit(statement=statement, by=cast.second_editor(), revision=caught.value.current, **(typed | kept))
    statement.refresh_from_db()
    assert (statement.role, statement.occasion) == ("B", "Committee")


def test_confirming_needs_a_reviewer_who_did_not_edit():
    statement = accepted(by=cast.reviewer())
    with pytest.raises(NotAllowed, match="reviewer"):
        confirm(statement, by=cast.editor())
    with pytest.raises(NotAllowed, match="somebody else"):
        confirm(statement, by=cast.reviewer())
    assert confirm(statement, by=cast.second_reviewer()).state == StatementState.CONFIRMED


def test_what_is_confirmed_is_what_the_reviewer_read():
    statement = accepted()
    read = digest_of(statement)
    statements.edit(statement=statement, by=cast.editor(), revision=statement.revision, words="We have many lists")
    with pytest.raises(Outdated) as caught:
        statements.confirm_statement(statement=statement, by=cast.reviewer(), digest=read)
    assert caught.value.now["Words"] == "We have many lists"


def test_a_statement_without_evidence_is_not_confirmed():
    with pytest.raises(Refused, match="quotation"):
        confirm(StatementFactory())


def test_withdrawing_keeps_the_page_and_its_reason():
    statement = confirmed_by_reviewer()
    withdrawn = statements.withdraw_statement(statement=statement, by=cast.reviewer(), reason="Misheard")
    assert (withdrawn.state, withdrawn.withdrawn_reason) == (StatementState.WITHDRAWN, "Misheard")
    with pytest.raises(Refused, match="withdrawn"):
        statements.edit(statement=withdrawn, by=cast.editor(), revision=withdrawn.revision, words="x")


def test_a_draft_is_not_withdrawn():
    with pytest.raises(IllegalMove, match="draft"):
        statements.withdraw_statement(statement=accepted(), by=cast.reviewer(), reason="Misheard")
