import datetime as dt
from itertools import permutations

import pytest

from claims.records import Finding, PairKind, Said, SpeakerKind
from claims.timeline.arranging import arrange, in_order, voices
from claims.timeline.entries import Entry, Pair, Rendering, Voice

MINISTER, UNION = Voice("mina-ister", "Mina Ister"), Voice("una-ion", "Una Ion")
REPORT = Voice("the-report", "The Report", SpeakerKind.DOCUMENT)


def entry(key, said=None, speaker=MINISTER, **parts):
    return Entry(key, speaker, f"words {key}", said=Said.from_edtf(said) if said else None, **parts)


ORDERS = {
    "days": ("2018-04-25", "2018-04-26"),
    "a limit before its own day": ("[..2018-04-25]", "2018-04-25"),
    "a limit after the day before": ("2018-04-24", "[..2018-04-25]"),
    "a year before its first month": ("2015", "2015-01"),
    "a month before its first day": ("2015-12", "2015-12-01"),
    "a month after its eve": ("2015-11-30", "2015-12"),
    "no time before a time": ("2018-04-25", "2018-04-25T09:00"),
    "times": ("2018-04-25T09:00", "2018-04-25T14:30"),
    "unknown last": ("2018-04-25", None),
}


@pytest.mark.parametrize(("first", "second"), ORDERS.values(), ids=ORDERS)
def test_statements_stand_in_the_order_they_were_said(first, second):
    earlier, later = entry(2, first), entry(1, second)

    assert in_order(earlier, later) == in_order(later, earlier) == (earlier, later)
    assert arrange([later, earlier]).entries == (earlier, later)


def test_an_editors_order_comes_before_the_time_and_the_number():
    entries = [entry(1, "2018-04-25T09:00", day_order=2), entry(2, "2018-04-25", day_order=1), entry(3, "2018-04-25")]

    assert [e.key for e in arrange(entries).entries] == [3, 2, 1]


def test_the_order_does_not_depend_on_how_statements_come_in():
    entries = [entry(i, said) for i, said in enumerate(["2018-04-25", None, "2015", "[..2018-04-25]"])]

    assert len({arrange(shuffled).entries for shuffled in permutations(entries)}) == 1


def test_a_section_holds_a_day_whether_or_not_the_time_is_known():
    timeline = arrange([entry(1, "2018-04-25"), entry(2, "2018-04-25T09:00"), entry(3, "2015-12"), entry(4)])

    assert [section.heading for section in timeline.sections] == [
        "December 2015",
        "Wednesday 25 April 2018",
        "Date unknown",
    ]
    assert [section.anchor for section in timeline.sections] == ["2015-12", "2018-04-25", "unknown"]
    assert [section.datetime for section in timeline.sections] == ["2015-12", "2018-04-25", ""]


def test_a_long_silence_is_named_before_the_section_that_ends_it():
    timeline = arrange([entry(1, "2015-12"), entry(2, "2018-04-25"), entry(3, "2018-04-26"), entry(4)])

    assert [section.silence for section in timeline.sections] == ["", "2 years 4 months", "", ""]


def test_a_silence_is_counted_from_the_last_day_that_anybody_may_have_spoken():
    timeline = arrange([entry(1, "2015"), entry(2, "2015-03-01"), entry(3, "2018-04-25")])

    assert timeline.sections[-1].silence == "3 years"


def test_a_pair_is_drawn_when_both_statements_are_in_view_and_named_when_one_is():
    denial, charge = entry(1, "2018-04-25"), entry(2, "2018-04-24", UNION)
    pair = Pair(7, charge, denial)

    whole = arrange([denial, charge], [pair])
    part = arrange([denial], [pair])

    assert whole.pairs == (pair,)
    assert part.pairs == ()
    assert [(tie.pair.key, tie.other.key, tie.comes_first) for tie in part.sections[0].lines[0].ties] == [(7, 2, False)]


def test_what_was_published_after_a_day_is_marked_and_its_pairs_are_not_drawn():
    known = entry(1, "2018-04-25", renderings=(printed(26), printed(24)))
    later, unprinted = entry(2, "2018-04-24", renderings=(printed(27),)), entry(3, "2018-04-26")
    pairs = [Pair(1, later, known), Pair(2, known, unprinted)]

    timeline = arrange([known, later, unprinted], pairs, as_of=dt.date(2018, 4, 26))

    lines = [line for section in timeline.sections for line in section.lines]
    assert [(line.entry.key, line.known) for line in lines] == [(2, False), (1, True), (3, True)]
    assert [pair.key for pair in timeline.pairs] == [2]
    assert [tie.pair.key for line in lines for tie in line.ties] == [2, 2]


def printed(day):
    return Rendering(day, "Sample", "Title", "", dt.date(2018, 4, day), "words")


def test_a_window_knows_what_stood_before_it():
    timeline = arrange([entry(1, "2018-04-25"), entry(2, "2018-04-26")], previous=Said.from_edtf("2018-04-25T09:00"))
    assert [section.continued for section in timeline.sections] == [True, False]
    assert arrange([entry(1, "2018-04-25")], previous=Said.in_month(2015, 12)).sections[0].silence == "2 years 4 months"


def test_whoever_is_in_most_pairs_has_the_first_lane():
    charge, denial, echo = entry(1, "2018-04-24", UNION), entry(2, "2018-04-25"), entry(3, "2018-04-23", REPORT)
    timeline = arrange([charge, denial, echo], [Pair(1, charge, denial), Pair(2, echo, denial)])

    assert [lane.voice.key for lane in timeline.lanes] == ["mina-ister", "the-report", "una-ion"]


def test_whole_contradictions_come_before_partial_ones_and_consistent_pairs_last():
    one, two, three = entry(1, "2018-04-24"), entry(2, "2018-04-25"), entry(3, "2018-04-26")
    pairs = [Pair(1, one, two, Finding.CONSISTENT), Pair(2, one, three), Pair(3, two, three, Finding.PARTIAL)]

    assert [pair.key for pair in arrange([one, two, three], pairs).pairs] == [2, 3, 1]


def test_a_reversal_comes_before_a_record_and_a_record_before_a_dispute():
    report, charge = entry(1, "2015-12", REPORT), entry(2, "2018-04-24", UNION)
    denial, admission = entry(3, "2018-04-25"), entry(4, "2018-04-26")
    pairs = [Pair(1, charge, denial), Pair(2, report, denial), Pair(3, denial, admission)]

    assert [pair.key for pair in arrange([report, charge, denial, admission], pairs).pairs] == [3, 2, 1]


KINDS = {
    "same speaker": (MINISTER, MINISTER, PairKind.REVERSAL),
    "two speakers": (UNION, MINISTER, PairKind.DISPUTE),
    "a document": (REPORT, MINISTER, PairKind.RECORD),
    "a document against itself": (REPORT, REPORT, PairKind.RECORD),
}


@pytest.mark.parametrize(("one", "other", "kind"), KINDS.values(), ids=KINDS)
def test_the_kind_of_a_pair_follows_from_who_spoke(one, other, kind):
    assert Pair(1, entry(1, speaker=one), entry(2, speaker=other)).kind == kind


def test_everybody_heard_is_listed_once_by_name():
    assert voices([entry(1, speaker=UNION), entry(2), entry(3)]) == [MINISTER, UNION]


def test_nothing_makes_an_empty_timeline():
    timeline = arrange([])

    assert (timeline.sections, timeline.lanes, timeline.pairs, timeline.total) == ((), (), (), 0)
