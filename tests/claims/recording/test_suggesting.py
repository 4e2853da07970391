"""What extraction found becomes suggested quotations, and an editor's work is never touched."""

import datetime as dt
import threading
from dataclasses import replace

import pytest
from django.db import connection

from claims.models import Quotation, Reading
from claims.models.reading import ReadingState
from claims.models.states import QuotationState
from claims.recording.reading import read
from claims.recording.suggesting import overlap, record
from claims.records import (
    FurtherSpeaker,
    Manner,
    Mode,
    OccasionReading,
    RelayReading,
    RoleReading,
    Said,
    SaidReading,
    Span,
    SpeakerKind,
    SpeakerReading,
    Stance,
)
from claims.verbs import evidence
from tests import cast
from tests.claims.records_of import attribution, extraction, span
from tests.factories import ArticleFactory, ArticleVersionFactory, QuotationFactory, ReadingFactory, SpeakerFactory

TEXT = (
    'The minister faced questions on Wednesday. "Who keeps the list?" a member asked. '
    '"There is no list," Mina Ister, the home secretary, told the committee. "There never was."\n\n'
    "She added that nobody had asked for one. Others doubted it. 😀 “Nonsense,” said Ann Other."
)
DENIAL = attribution(
    TEXT,
    "There is no list,",
    "There never was.",
    cue="told",
    source="Mina Ister",
    speaker="Mina Ister",
    role="home secretary",
    said="on Wednesday",
    question="Who keeps the list?",
    confidence=0.93,
)
ADDITION = attribution(TEXT, "nobody had asked for one", cue="added", source="She", mode=Mode.INDIRECT)
REACTION = attribution(TEXT, "Nonsense,", cue="said", source="Ann Other")


@pytest.fixture
def version(db):
    return ArticleVersionFactory(text=TEXT)


def rows(version):
    fields = [field.attname for field in Quotation._meta.concrete_fields if field.name != "created_at"]
    return list(version.quotations.order_by("pk").values(*fields))


def accept(quotation):
    return evidence.accept(
        quotation=quotation, by=cast.editor(), speaker=SpeakerFactory(), words="Words", mode=Mode.DIRECT, said=None
    )


class TestASuggestion:
    @pytest.fixture
    def quotation(self, version):
        record(version, extraction(DENIAL), "1")
        return version.quotations.get()

    def test_keeps_position_and_words(self, quotation):
        assert quotation.exact == TEXT[quotation.start : quotation.end]
        assert quotation.words == "There is no list, There never was."
        assert quotation.prefix == TEXT[quotation.start - 32 : quotation.start]
        assert quotation.suffix == TEXT[quotation.end : quotation.end + 32]

    def test_keeps_cue_and_source_with_their_places(self, quotation):
        assert (quotation.cue, quotation.source) == ("told", "Mina Ister")
        assert TEXT[quotation.cue_start :].startswith("told")
        assert TEXT[quotation.source_start :].startswith("Mina Ister")

    def test_keeps_who_and_what_it_was_read_from(self, quotation):
        assert (quotation.speaker_name, quotation.speaker_kind) == ("Mina Ister", "person")
        assert (quotation.speaker_basis, quotation.speaker_rule) == ("Mina Ister", "surname")
        assert quotation.role == "home secretary"

    def test_keeps_when_and_what_it_was_read_from(self, quotation):
        assert quotation.said == Said.on(dt.date(2018, 4, 25))
        assert (quotation.said_basis, quotation.said_rule) == ("on Wednesday", "weekday")

    def test_keeps_the_question_and_its_reasons(self, quotation):
        assert quotation.question == "Who keeps the list?"
        assert (quotation.confidence, quotation.rule, quotation.extractor) == (0.93, "quoted words and a cue", "1")

    def test_awaits_an_editor(self, quotation):
        assert quotation.state == QuotationState.SUGGESTED
        assert quotation.made_by is None


def test_what_is_unsure_stays_empty(version):
    record(version, extraction(REACTION), "1")
    quotation = version.quotations.get()
    assert quotation.said is None
    assert (quotation.speaker_name, quotation.role, quotation.question) == ("", "", "")


def test_offsets_count_code_points(version):
    record(version, extraction(REACTION), "1")
    assert version.quotations.get().exact == "Nonsense,"


def test_words_too_long_for_a_column_are_cut(version):
    long = attribution(TEXT, "Nonsense,", rule="r" * 200)
    record(version, extraction(long), "1")
    assert version.quotations.get().rule == "r" * 80


def test_of_two_readings_of_one_stretch_the_surer_is_kept(version):
    doubtful = attribution(TEXT, "Nonsense,", confidence=0.2)
    recorded = record(version, extraction(REACTION, doubtful), "1")
    assert recorded.found == 1
    assert version.quotations.get().cue == "said"


def test_recording_again_changes_nothing(version):
    found = extraction(DENIAL, ADDITION, REACTION)
    record(version, found, "1")
    before, events = rows(version), Quotation.pgh_event_model.objects.count()
    again = record(version, found, "1")
    assert rows(version) == before
    assert (again.found, again.new, again.changed, again.removed) == (3, 0, 0, 0)
    assert Quotation.pgh_event_model.objects.count() == events


def test_another_extractor_replaces_what_nobody_touched(version):
    record(version, extraction(DENIAL, ADDITION), "1")
    kept = version.quotations.get(exact=ADDITION.content[0].of(TEXT))
    better = attribution(TEXT, "nobody had asked for one", cue="added", source="She", mode=Mode.MIXED)
    recorded = record(version, extraction(better, REACTION), "2")
    assert (recorded.new, recorded.changed, recorded.removed) == (1, 1, 1)
    assert {q.exact for q in version.quotations.all()} == {"nobody had asked for one", "Nonsense,"}
    kept.refresh_from_db()
    assert (kept.mode, kept.extractor) == ("mixed", "2")


def test_an_accepted_span_is_not_repeated(version):
    record(version, extraction(DENIAL), "1")
    accept(version.quotations.get())
    before = rows(version)
    record(version, extraction(DENIAL), "2")
    assert rows(version) == before


def test_a_dismissed_span_does_not_come_back(version):
    record(version, extraction(REACTION), "1")
    evidence.dismiss(quotation=version.quotations.get(), by=cast.editor(), reason="Not of interest")
    record(version, extraction(REACTION), "2")
    assert version.quotations.get().state == QuotationState.DISMISSED


def test_an_editors_selection_is_not_touched(version):
    words = "Others doubted it."
    mine = evidence.select(version=version, by=cast.editor(), spans=[span(TEXT, words)])
    record(version, extraction(attribution(TEXT, words), REACTION), "2")
    record(version, extraction(), "3")
    mine.refresh_from_db()
    assert (version.quotations.count(), mine.extractor, mine.state) == (1, "", QuotationState.SUGGESTED)


OVERLAPS = {
    "the same stretch": ("There is no list", False),
    "one word more": ("There is no list,", False),
    "most of it": ("is no list,", False),
    "less than half of it": ("There", True),
    "twice as much": ('There is no list," Mina Ister, the home secretary, told', True),
    "beside it": ("Nonsense,", True),
}


@pytest.mark.parametrize(("words", "suggested"), OVERLAPS.values(), ids=OVERLAPS)
@pytest.mark.parametrize("decision", ["accepted", "dismissed"])
def test_what_mostly_covers_a_decided_span_is_the_same(version, words, suggested, decision):
    QuotationFactory(version=version, exact="There is no list", **{decision: True})
    record(version, extraction(attribution(TEXT, words)), "2")
    assert version.quotations.filter(state=QuotationState.SUGGESTED).exists() == suggested


PAIRS = {
    "apart": ([(0, 4)], [(4, 8)], 0),
    "the same": ([(0, 4)], [(0, 4)], 1),
    "half of it": ([(0, 4)], [(0, 2)], 0.5),
    "in pieces": ([(0, 2), (4, 6)], [(0, 2), (4, 6)], 1),
    "one piece of two": ([(0, 2), (4, 6)], [(0, 2)], 0.5),
    "across a gap": ([(0, 2), (4, 6)], [(0, 6)], 4 / 6),
    "nothing": ([], [], 0),
}


@pytest.mark.parametrize(("one", "other", "share"), PAIRS.values(), ids=PAIRS)
def test_overlap(one, other, share):
    spans, others = [Span(*s) for s in one], [Span(*s) for s in other]
    assert overlap(spans, others) == overlap(others, spans) == share


def test_one_bad_attribution_leaves_nothing_half_stored(version):
    past_the_end = attribution(TEXT, "Nonsense,")
    object.__setattr__(past_the_end, "content", (Span(len(TEXT) - 2, len(TEXT) + 5),))
    with pytest.raises(Exception, match="quotation_exact_is_as_long_as_its_span"):
        record(version, extraction(DENIAL, past_the_end), "1")


def test_what_was_not_said_is_no_suggestion(version):
    record(version, extraction(DENIAL, replace(REACTION, negated=True)), "1")
    assert [quotation.cue for quotation in version.quotations.all()] == ["told"]


VIEWS = {
    "of nobody in particular": ({}, 0.69, 0),
    "of somebody": ({"speaker": SpeakerReading("Ann Other", SpeakerKind.PERSON, Span(0, 3), "full_name")}, 0.5, 1),
    "that is sure": ({}, 0.7, 1),
    "that is speech": ({"stance": Stance.ASSERTS}, 0.5, 1),
    "in quotation marks": ({"mode": Mode.MIXED}, 0.5, 1),
}


@pytest.mark.parametrize(("parts", "confidence", "number"), VIEWS.values(), ids=VIEWS)
def test_a_view_is_a_suggestion_where_somebody_holds_it_or_it_is_sure(version, parts, confidence, number):
    view = replace(
        REACTION, **{"mode": Mode.INDIRECT, "stance": None, "speaker": None, "confidence": confidence} | parts
    )
    record(version, extraction(view), "1")
    assert version.quotations.count() == number


class TestSeveralSources:
    """'Both Mina Ister and Ann Other denied it': one report, a suggestion for each of them."""

    def both(self):
        other = SpeakerReading("Ann Other", SpeakerKind.PERSON, span(TEXT, "Ann Other"), "full_name")
        role = RoleReading("member", span(TEXT, "member"))
        return replace(DENIAL, further=(FurtherSpeaker(other, role),))

    def test_are_a_suggestion_each(self, version):
        record(version, extraction(self.both(), ADDITION), "2")
        found = version.quotations.in_text_order().values_list("of_source", "speaker_name", "role")
        assert list(found)[:2] == [(0, "Mina Ister", "home secretary"), (1, "Ann Other", "member")]
        assert len({(one.start, one.end, one.exact) for one in version.quotations.all()}) == 2

    def test_are_read_again_as_they_are(self, version):
        record(version, extraction(self.both()), "2")
        before = rows(version)
        assert record(version, extraction(self.both()), "2").new == 0
        assert rows(version) == before

    def test_are_decided_on_one_by_one(self, version):
        record(version, extraction(self.both()), "2")
        first, second = version.quotations.in_text_order()
        accept(first)
        record(version, extraction(self.both()), "3")
        second.refresh_from_db()
        assert (second.state, second.extractor, second.speaker_name) == ("suggested", "3", "Ann Other")
        accept(second)
        assert version.quotations.get(of_source=0).statement_id != version.quotations.get(of_source=1).statement_id

    def test_go_where_the_next_reading_finds_one_alone(self, version):
        record(version, extraction(self.both()), "2")
        assert record(version, extraction(DENIAL), "3").removed == 1
        assert version.quotations.get().of_source == 0


def test_where_it_was_said_who_passed_it_on_and_how_it_was_put_are_kept(version):
    one = replace(
        DENIAL,
        occasion=OccasionReading("Committee", span(TEXT, "the committee"), "told"),
        relay=RelayReading("Ann Other", span(TEXT, "Ann Other")),
        manner=Manner.CONFIRMS,
    )
    record(version, extraction(one), "1")
    found = version.quotations.get()
    assert (found.occasion, found.occasion_basis) == ("Committee", "the committee")
    assert (found.relay, found.manner) == ("Ann Other", "confirms")


def test_an_inferred_day_is_an_upper_limit_and_says_so(version):
    reading = SaidReading(Said.by(dt.date(2018, 4, 26)), None, "publication")
    record(version, extraction(replace(DENIAL, said=reading)), "1")
    found = version.quotations.get()
    assert (found.said, found.said_basis, found.said_rule) == (reading.said, "publication", "publication")
    assert found.said_is_inferred


def test_history_says_that_the_extractor_did_it(version):
    record(version, extraction(REACTION), "7")
    event = Quotation.pgh_event_model.objects.get()
    assert event.pgh_context.metadata == {"verb": "read", "reason": "extractor 7"}


class TestReading:
    def found(self, text, published):
        self.asked = (text, published)
        return extraction(DENIAL, REACTION, missed=(span(TEXT, "Others doubted it."),))

    def test_stores_and_says_so(self, version):
        reading = read(version, "1", self.found)
        assert (reading.state, reading.found, reading.error) == (ReadingState.DONE, 2, "")
        assert reading.finished_at
        assert version.quotations.count() == 2

    def test_keeps_the_remainder(self, version):
        start, end = span(TEXT, "Others doubted it.")
        assert read(version, "1", self.found).remainder == [[start, end, "quoted words"]]

    def test_keeps_what_was_not_read(self, version):
        found = replace(extraction(DENIAL), unread=(Span(100, len(TEXT)),))
        assert read(version, "1", lambda *_: found).unread == [[100, len(TEXT)]]

    def test_gives_the_day_of_publication_in_the_articles_zone(self, db):
        late = ArticleFactory(published_at=dt.datetime(2018, 4, 25, 23, 30, tzinfo=dt.UTC))
        read(ArticleVersionFactory(article=late, text=TEXT), "1", self.found)
        assert self.asked == (TEXT, dt.date(2018, 4, 26))

    def test_gives_no_day_where_none_is_known(self, db):
        undated = ArticleFactory(published_at=None)
        read(ArticleVersionFactory(article=undated, text=TEXT), "1", self.found)
        assert self.asked == (TEXT, None)

    def test_is_done_once(self, version):
        read(version, "1", self.found)
        self.asked = None
        read(version, "1", self.found)
        assert self.asked is None

    def test_is_done_again_by_another_extractor(self, version):
        read(version, "1", self.found)
        read(version, "2", self.found)
        assert {reading.extractor for reading in version.readings.all()} == {"1", "2"}
        assert version.quotations.count() == 2

    def test_that_fails_tells_the_editor_and_the_caller(self, version, caplog):
        def broken(text, published):
            raise ValueError("a fault")

        with pytest.raises(ValueError, match="a fault"):
            read(version, "1", broken)
        reading = version.readings.get()
        assert reading.state == ReadingState.FAILED
        assert "ValueError" in reading.error
        assert "kept" in reading.error
        assert "a fault" in caplog.text

    def test_without_its_model_names_the_model(self, version, settings):
        settings.EXTRACTION_MODEL = "no_such_model"
        with pytest.raises(OSError, match="no_such_model"):
            read(version, "1")
        assert "no_such_model could not be loaded" in version.readings.get().error

    def test_that_fails_half_way_stores_nothing(self, version):
        def past_the_end(text, published):
            bad = attribution(TEXT, "Nonsense,")
            object.__setattr__(bad, "content", (Span(len(TEXT), len(TEXT) + 5),))
            return extraction(DENIAL, bad)

        with pytest.raises(Exception, match="quotation_"):
            read(version, "1", past_the_end)
        assert not version.quotations.exists()
        assert version.readings.get().state == ReadingState.FAILED

    def test_that_failed_is_tried_again(self, version):
        ReadingFactory(version=version, state=ReadingState.FAILED, error="Power cut.")
        reading = read(version, "1", self.found)
        assert (reading.state, reading.error) == (ReadingState.DONE, "")

    def test_left_running_by_a_killed_worker_is_tried_again(self, version):
        ReadingFactory(version=version, state=ReadingState.RUNNING)
        assert read(version, "1", self.found).state == ReadingState.DONE


@pytest.mark.django_db(transaction=True)
def test_two_workers_read_a_version_once():
    version = ArticleVersionFactory(text=TEXT)
    inside, finish = threading.Event(), threading.Event()
    seen: list[str] = []

    def slow(text, published):
        inside.set()
        assert finish.wait(10)
        return extraction(DENIAL, REACTION)

    def first():
        read(version, "1", slow)
        connection.close()

    worker = threading.Thread(target=first)
    worker.start()
    assert inside.wait(10)
    seen.append(read(version, "1", lambda text, published: extraction()).state)
    finish.set()
    worker.join(10)
    assert seen == [ReadingState.RUNNING]
    assert Reading.objects.get().state == ReadingState.DONE
    assert version.quotations.count() == 2
