"""What the templates are given: the values of a report in words."""

import json
from dataclasses import replace

import pytest

from claims.records import Finding, Mode, Said, SpeakerKind, Stance
from claims.reports.passages import passages_of
from claims.timeline.entries import Voice
from tests.claims.reports import samples


def paired(**parts):
    """The pair of a report as the templates have it."""
    return passages_of(samples.pair_report(pair=samples.pair(**parts)))["pair"]


def told(entry):
    """A statement as the templates have it, in a story's timeline."""
    report = samples.story_report(sections=(samples.section([entry]),), pairs=())
    return passages_of(report)["days"][0]["statements"][0]


def text(pieces):
    return "".join(piece["text"] for piece in pieces)


QUOTED = {
    "direct": (Mode.DIRECT, "We have no list", "“We have no list”"),
    "direct, with marks of its own": (Mode.DIRECT, "‘No’ list, none", "‘No’ list, none"),
    "mixed": (Mode.MIXED, "there was “no list”", "there was “no list”"),
    "indirect": (Mode.INDIRECT, "there was no list", "there was no list"),
}


@pytest.mark.parametrize("name", QUOTED)
def test_direct_speech_stands_in_quotation_marks(name):
    mode, words, quoted = QUOTED[name]
    assert text(told(samples.entry(words=words, mode=mode))["pieces"]) == quoted


STANCES = {
    "denied": (Mode.INDIRECT, Stance.DENIES, "Denied"),
    "quoted in part": (Mode.MIXED, Stance.DEMANDS, "Demanded"),
    "direct speech tells it itself": (Mode.DIRECT, Stance.DENIES, ""),
    "asserted": (Mode.INDIRECT, Stance.ASSERTS, ""),
    "unknown": (Mode.INDIRECT, None, ""),
}


@pytest.mark.parametrize("name", STANCES)
def test_a_stance_stands_before_words_that_are_reported(name):
    mode, stance, before = STANCES[name]
    printed = samples.rendering(mode=mode, stance=stance)
    statement = told(samples.entry(mode=mode, stance=stance, renderings=(printed,)))
    assert (statement["stance"], statement["renderings"][0]["stance"]) == (before, before)


def test_the_words_that_clash_are_marked():
    assert paired(earlier_clash="no list")["earlier"]["pieces"] == [
        {"text": "“", "marked": False},
        {"text": "We have ", "marked": False},
        {"text": "no list", "marked": True},
        {"text": "”", "marked": False},
    ]


def test_a_rendering_tells_where_it_stands_and_how_it_differs():
    printed = told(samples.entry(renderings=(samples.rendering("We have no lists"),)))["renderings"][0]
    assert [piece["text"] for piece in printed["pieces"] if piece["marked"]] == ["lists"]
    assert printed["difference"] == "Differs: “lists” for “list”"
    assert printed["place"] == "40 to 55"
    assert (printed["source"]["number"], printed["source"]["version"]) == (1, 2)
    assert printed["source"]["captured"] == "26 April 2018, 09:00 BST"


def test_a_rendering_without_a_captured_text_is_told_all_the_same():
    report = passages_of(samples.story_report(sections=(samples.section([bare()]),), pairs=()))
    source = report["days"][0]["statements"][0]["renderings"][0]["source"]
    assert (source["outlet"], source["number"], source["sha256"]) == ("The Daily Sample", 0, "")
    assert report["sources"] == []


def bare():
    return samples.entry(renderings=(samples.rendering(source=None),))


def test_statements_are_numbered_in_order_and_pairs_name_the_numbers():
    entries = [samples.entry(key) for key in (5, 2, 9)]
    pair = samples.pair(earlier=samples.entry(2), later=samples.entry(9))
    report = passages_of(samples.story_report(sections=(samples.section(entries),), pairs=(pair,)))
    assert [one["number"] for one in report["days"][0]["statements"]] == [1, 2, 3]
    assert (report["pairs"][0]["earlier"]["number"], report["pairs"][0]["later"]["number"]) == (2, 3)


def test_a_pair_shows_the_editions_that_were_compared_whatever_the_story_shows():
    entries = [samples.entry(1, "A newer wording", edition=3, newest=3), samples.entry(2)]
    pair = samples.pair(earlier=samples.entry(1, "An older wording", edition=2, newest=3))
    report = passages_of(samples.story_report(sections=(samples.section(entries),), pairs=(pair,)))
    (current, _), side = report["days"][0]["statements"], report["pairs"][0]["earlier"]
    assert (text(current["pieces"]), current["edition"], current["newer"]) == ("“A newer wording”", "Edition 3", "")
    assert (text(side["pieces"]), side["edition"]) == ("“An older wording”", "Edition 2")
    assert side["newer"] == "Edition 3 of this statement came after edition 2, which was compared here."


def test_each_record_tells_its_edition_and_each_correction_the_one_it_names():
    notes = (samples.note(edition=2), samples.note(edition=0))
    pair = paired(earlier=samples.entry(corrections=notes))
    assert pair["confirmed"] == "Edition 1, confirmed by Con Firm, 27 April 2018"
    assert pair["earlier"]["confirmed"] == "Edition 2, confirmed by Rae View, 27 April 2018"
    assert [note["edition"] for note in pair["earlier"]["corrections"]] == ["Edition 2", ""]


def test_what_has_no_edition_says_so():
    pair = paired(earlier=samples.draft(), open=True, edition=0, confirmed="", confirmed_on=None)
    assert (pair["confirmed"], pair["earlier"]["confirmed"], pair["earlier"]["edition"]) == ("", "", "")
    assert pair["notice"] == "Proposed: no second editor has confirmed this finding."
    assert pair["earlier"]["notice"] == "Draft: no second editor has confirmed this statement."


def test_a_story_tells_its_edition_and_its_notes():
    report = passages_of(samples.story_report())
    assert (report["edition"], report["published"]) == ("Edition 3", "28 April 2018, 09:00 BST")
    assert [(note["text"], note["edition"], note["made"]) for note in report["notes"]] == [
        ("The title named another list.", "Edition 3", "28 April 2018")
    ]


def gone():
    """A withdrawn statement as readers have it."""
    return samples.entry(withdrawn="Somebody else.", mode=Mode.INDIRECT, stance=Stance.DENIES).without_words()


def test_of_a_withdrawn_statement_readers_get_the_reason_and_no_words():
    statement = told(gone())
    assert (statement["withheld"], statement["pieces"]) == ("Withdrawn: the words are no longer shown.", [])
    assert (statement["withdrawn"], statement["stance"], statement["mode"]) == ("Somebody else.", "", "")


def test_of_a_finding_that_no_longer_holds_readers_get_nothing_that_was_found():
    seen = replace(samples.pair(replies=(samples.reply(),)), earlier=gone()).without_words()
    pair = passages_of(samples.pair_report(pair=seen))["pair"]
    assert (pair["finding"], pair["finding_told"]) == ("", "No longer holds")
    assert (pair["explanation"], pair["withheld"]) == ("", "What was found is no longer shown.")
    assert pair["responses"] == []


def test_the_newsroom_reads_on():
    pair = paired(earlier=samples.entry(withdrawn="Somebody else."), replies=(samples.reply(),))
    assert pair["explanation"]
    assert pair["responses"]
    assert (pair["finding"], pair["stands"], pair["withheld"]) == ("", False, "")
    assert text(pair["earlier"]["pieces"]) == "“We have no list”"


KINDS = {
    "reversal": ({}, "Reversal: one speaker, two statements"),
    "dispute": ({"later": samples.entry(2, speaker=Voice("opp-onent", "Opp Onent"))}, "Dispute: two speakers"),
    "record": (
        {"earlier": samples.entry(speaker=Voice("audit", "Audit", SpeakerKind.DOCUMENT), said=Said.in_month(2015, 12))},
        "Record: a document and a statement",
    ),
    "consistent": ({"finding": Finding.CONSISTENT}, "One speaker, two statements"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_pair_is_named(kind):
    parts, named = KINDS[kind]
    assert paired(**parts)["kind_told"] == named


@pytest.mark.parametrize("report", [samples.pair_report, samples.story_report])
def test_what_comes_out_is_plain_json(report):
    passages = passages_of(report())
    assert json.loads(json.dumps(passages)) == passages
