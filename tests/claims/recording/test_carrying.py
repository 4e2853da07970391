"""A changed text keeps the decisions whose words still stand in it, exactly and once; the rest waits for an editor."""

import pytest

from claims.models import Statement
from claims.models.reading import ReadingState
from claims.models.states import QuotationState
from claims.recording.carrying import Carried, carry_over, left_behind, only_place
from claims.recording.suggesting import record
from claims.records import Mode, Span
from claims.verbs import evidence
from claims.verbs.history import history_of
from tests import cast
from tests.claims.records_of import attribution, extraction, span
from tests.factories import ArticleVersionFactory, QuotationFactory, ReadingFactory, SpeakerFactory

FIRST = 'On Wednesday she said: "We have no list." He called that "a fudge", she "wrong".'
EDITED = 'Updated. On Wednesday Ms Ister said: "We have no list." He called that "a fudge", she "wrong".'
REWORDED = 'On Wednesday she said: "We have a list." He called that "a fudge".'
TWICE = 'On Wednesday she said: "We have no list." Again: "We have no list."'

PLACES = {
    "once": ("no list", "We have no list.", Span(8, 15)),
    "nowhere": ("a list", "We have no list.", None),
    "nearly": ("We have list", "We have no list.", None),
    "twice": ("list", "A list is a list.", None),
    "overlapping itself": ("aa", "aaa", None),
    "inside a word": ("no", "I know.", None),
    "in another case": ("No list", "We have no list.", None),
    "after an emoji": ("list", "😀 list", Span(2, 6)),
    "the whole text": ("list", "list", Span(0, 4)),
}


@pytest.mark.parametrize(("words", "text", "place"), PLACES.values(), ids=PLACES)
def test_the_only_place_of_words(words, text, place):
    assert only_place(words, text) == place


@pytest.fixture
def first(db):
    version = ArticleVersionFactory(text=FIRST)
    ReadingFactory(version=version, state=ReadingState.DONE)
    return version


def accepted(version, words):
    quotation = QuotationFactory(version=version, exact=words, cue="said", cue_start=version.text.index("said"))
    statement = evidence.accept(
        quotation=quotation, by=cast.editor(), speaker=SpeakerFactory(), words=words, mode=Mode.DIRECT, said=None
    )
    quotation.refresh_from_db()
    return quotation, statement


def next_version(version, text, number=2):
    following = ArticleVersionFactory(article=version.article, number=number, text=text)
    ReadingFactory(version=following, state=ReadingState.DONE)
    return following


def test_an_accepted_quotation_goes_along(first):
    old, statement = accepted(first, "We have no list.")
    second = next_version(first, EDITED)
    assert carry_over(second) == Carried(accepted=1)
    new = second.quotations.get()
    assert (new.state, new.statement, new.exact) == (QuotationState.ACCEPTED, statement, old.exact)
    assert EDITED[new.start : new.end] == new.exact
    assert new.prefix.endswith('Ms Ister said: "')
    assert statement.quotations.count() == 2


def test_words_of_two_sources_go_along_for_both(first):
    _, statement = accepted(first, "We have no list.")
    other = QuotationFactory(version=first, exact="We have no list.", of_source=1, accepted=True, occasion="Committee")
    second = next_version(first, EDITED)
    assert carry_over(second) == Carried(accepted=2)
    assert [(one.of_source, one.statement, one.occasion) for one in second.quotations.in_text_order()] == [
        (0, statement, ""), (1, other.statement, "Committee"),
    ]  # fmt: skip


def test_its_parts_and_cue_move_with_it(first):
    accepted(first, "We have no list.")
    second = next_version(first, EDITED)
    carry_over(second)
    assert EDITED[second.quotations.get().cue_start :].startswith("said")


def test_a_cue_that_is_gone_has_no_place(first):
    accepted(first, "We have no list.")
    second = next_version(first, 'He was asked. "We have no list."')
    carry_over(second)
    assert (second.quotations.get().cue, second.quotations.get().cue_start) == ("said", None)


def test_a_dismissed_quotation_stays_dismissed(first):
    QuotationFactory(version=first, exact="wrong", dismissed=True)
    second = next_version(first, EDITED)
    assert carry_over(second) == Carried(dismissed=1)
    assert second.quotations.get().state == QuotationState.DISMISSED


@pytest.mark.parametrize("text", [REWORDED, TWICE], ids=["reworded", "twice"])
def test_words_that_changed_are_never_carried(first, text):
    accepted(first, "We have no list.")
    second = next_version(first, text)
    assert carry_over(second) == Carried()
    assert not second.quotations.exists()


def test_a_suggestion_that_stands_there_takes_the_decision_on(first):
    _, statement = accepted(first, "We have no list.")
    second = next_version(first, EDITED)
    suggestion = QuotationFactory(version=second, exact="We have no list.", confidence=0.4)
    carry_over(second)
    suggestion.refresh_from_db()
    assert (suggestion.state, suggestion.statement) == (QuotationState.ACCEPTED, statement)


def test_a_decision_made_on_the_new_version_stands(first):
    accepted(first, "We have no list.")
    second = next_version(first, EDITED)
    QuotationFactory(version=second, exact="We have no list.", dismissed=True)
    carry_over(second)
    assert second.quotations.get().state == QuotationState.DISMISSED


def test_the_later_of_two_decisions_is_carried(first):
    accepted(first, "We have no list.")
    second = next_version(first, EDITED)
    QuotationFactory(version=second, exact="We have no list.", dismissed=True)
    third = next_version(first, EDITED + " More.", number=3)
    carry_over(third)
    assert third.quotations.get().state == QuotationState.DISMISSED


def test_carrying_again_changes_nothing(first):
    accepted(first, "We have no list.")
    second = next_version(first, EDITED)
    carry_over(second)
    assert carry_over(second) == Carried()
    assert second.quotations.count() == 1


def test_history_says_why(first):
    accepted(first, "We have no list.")
    second = next_version(first, EDITED)
    carry_over(second)
    entry = history_of(second.quotations.get())[0]
    assert (entry.verb, entry.why) == ("carry over", "decided on version 1")


def test_recording_a_new_version_carries_and_suggests_the_rest(first):
    accepted(first, "We have no list.")
    second = next_version(first, EDITED)
    found = extraction(attribution(EDITED, "We have no list."), attribution(EDITED, "a fudge"))
    recorded = record(second, found, "1")
    assert (recorded.carried, recorded.new) == (Carried(accepted=1), 1)
    assert {(q.exact, q.state) for q in second.quotations.all()} == {
        ("We have no list.", "accepted"),
        ("a fudge", "suggested"),
    }


class TestLeftBehind:
    @pytest.fixture
    def old(self, first):
        return accepted(first, "We have no list.")[0]

    def test_is_what_the_new_version_words_differently(self, first, old):
        next_version(first, REWORDED)
        assert list(left_behind(first.article)) == [old]

    def test_is_nothing_before_there_is_a_new_version(self, first, old):
        assert not left_behind(first.article).exists()

    def test_is_nothing_before_the_new_version_is_read(self, first, old):
        ArticleVersionFactory(article=first.article, number=2, text=REWORDED)
        assert not left_behind(first.article).exists()

    def test_is_nothing_that_was_carried(self, first, old):
        second = next_version(first, EDITED)
        carry_over(second)
        assert not left_behind(first.article).exists()

    def test_is_left_when_an_editor_accepts_the_new_words(self, first, old):
        second = next_version(first, REWORDED)
        quotation = evidence.select(version=second, by=cast.editor(), spans=[span(REWORDED, "We have a list.")])
        assert left_behind(first.article).exists()
        evidence.join(quotation=quotation, by=cast.editor(), statement=old.statement)
        assert not left_behind(first.article).exists()

    def reworded(self, old):
        second = next_version(old.version, REWORDED)
        quotation = evidence.select(version=second, by=cast.editor(), spans=[span(REWORDED, "We have a list.")])
        evidence.join(quotation=quotation, by=cast.editor(), statement=old.statement)

    def test_stays_empty_when_the_new_words_are_carried_on(self, first, old):
        self.reworded(old)
        carry_over(next_version(first, "Updated. " + REWORDED, number=3))
        assert not left_behind(first.article).exists()

    def test_is_nothing_when_the_first_text_comes_back(self, first, old):
        self.reworded(old)
        third = next_version(first, FIRST, number=3)
        carry_over(third)
        assert [(one.exact, one.statement) for one in third.quotations.all()] == [(old.exact, old.statement)]
        assert not left_behind(first.article).exists()

    def test_is_one_of_two_renderings(self, first, old):
        other = QuotationFactory(version=first, exact="a fudge", accepted=True, statement=old.statement)
        second = next_version(first, REWORDED)
        carry_over(second)
        assert list(left_behind(first.article)) == [old]
        assert other.statement.quotations.count() == 3

    def test_names_words_once_though_two_versions_had_them(self, first, old):
        second = next_version(first, EDITED)
        carry_over(second)
        next_version(first, REWORDED, number=3)
        assert list(left_behind(first.article)) == [second.quotations.get()]

    def test_is_nothing_dismissed_or_suggested(self, first, old):
        QuotationFactory(version=first, exact="wrong", dismissed=True)
        QuotationFactory(version=first, exact="a fudge")
        next_version(first, REWORDED)
        assert list(left_behind(first.article)) == [old]

    def test_keeps_to_its_article(self, first, old):
        elsewhere = ArticleVersionFactory(text=FIRST)
        accepted(elsewhere, "We have no list.")
        next_version(first, REWORDED)
        assert list(left_behind(first.article)) == [old]
        assert Statement.objects.count() == 2
