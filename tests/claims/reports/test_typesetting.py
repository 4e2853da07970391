"""What becomes of the values on paper: every word of them, nothing but words, and a file that a reader of any kind
can use."""

import time
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from itertools import pairwise

import pytest

from claims.records import Finding
from claims.reports import typesetting, wording
from claims.reports.report import StoryReport
from claims.reports.typesetting import NotTypeset, printable, typeset
from claims.timeline.entries import WITHHELD
from tests.claims.reports import samples
from tests.claims.reports.paper import Paper

TOLD_OTHERWISE = {"picture", "picture_told", "earlier_clash", "later_clash"}
"""The picture, which is told in its alternative text, and clashes, which are marked in the words."""
NOT_ON_PAPER = {
    "slug",
    "before",
    "after",
    "exact",
    "attributed",
    "cue",
    "statement_addresses",
    "pair_addresses",
    "zone",
}
"""What a report has no place for; of all addresses it prints those of what is in it."""
KEPT = {"picture", "sha256", "zone"}
"""What is no text that anybody writes."""


def words_in(value: object) -> list[str]:
    """Every text in a report that belongs on paper, however deep."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return [value] if value else []
    if isinstance(value, tuple):
        return [text for one in value for text in words_in(one)]
    if is_dataclass(value):
        # A speaker's key is half an address; other keys are numbers.
        named = {field.name for field in fields(value)} - TOLD_OTHERWISE - NOT_ON_PAPER - {"key", "head"}
        named |= {"head"} if isinstance(value, StoryReport) else set()
        return [text for name in sorted(named) for text in words_in(getattr(value, name))]
    return []


def with_every_text(value, change):
    """The same report with every text in it replaced by `change(text)`."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple) and type(value) is tuple:
        return tuple(with_every_text(one, change) for one in value)
    if isinstance(value, Mapping):
        return {key: change(one) for key, one in value.items()}
    if not is_dataclass(value):
        return value
    named = [field.name for field in fields(value) if field.name not in KEPT]
    return replace(value, **{name: with_every_text(getattr(value, name), change) for name in named})


REPORTS = {"pair": samples.full_pair, "story": samples.full_story}


@pytest.mark.parametrize("kind", REPORTS)
def test_every_word_of_the_content_is_on_paper(kind):
    report = REPORTS[kind]()
    paper = Paper(typeset(report))
    assert [words for words in words_in(report) if words not in paper] == []


ADDED = {
    "pair": (
        ["Edition 2, confirmed by Rae View, 27 April 2018", "Edition 1, confirmed by Con Firm, 27 April 2018"],
        ["Denied: We have no list", "On statement 1. Edition 2. 28 April 2018, signed Rae View"],
        [wording.newer(samples.full_pair().pair.earlier), "https://claims.example.org/statements/2/"],
        ["26 April 2018, 09:30 BST", "26 April 2018, 09:00 BST", "characters 40 to 55", "text 0123456789ab"],
    ),
    "story": (
        ["Edition 2, confirmed by Rae View, 27 April 2018", "Edition 1, confirmed by Con Firm, 27 April 2018"],
        ["Denied: We have no list", "On pair 1. Edition 2. 28 April 2018, signed Rae View"],
        [wording.newer(samples.full_pair().pair.earlier), "https://claims.example.org/statements/3/"],
        ["Edition 3 of the story", "On this story. Edition 3. 28 April 2018"],
        [wording.DRAFT, wording.PROPOSED, "28 April 2018, 09:00 BST"],
    ),
}
"""What the report tells beyond the texts of its values."""


@pytest.mark.parametrize("kind", REPORTS)
def test_editions_stances_and_places_are_on_paper(kind):
    paper = Paper(typeset(REPORTS[kind]()))
    assert [words for line in ADDED[kind] for words in line if words not in paper] == []


def test_of_what_was_withdrawn_readers_get_reasons_and_no_words():
    gone = samples.entry(withdrawn="Somebody else.").without_words()
    pair = samples.pair(earlier=gone).without_words()
    for report in (
        samples.pair_report(pair=pair),
        samples.story_report(sections=(samples.section((gone, pair.later)),), pairs=(pair,)),
    ):
        paper = Paper(typeset(report))
        told = ["Somebody else.", WITHHELD, wording.FINDING_WITHHELD, "No longer holds", "Mina Ister"]
        assert [words for words in told if words not in paper] == []
        assert "We have no list" not in paper
        assert "Nobody has been asked" not in paper
        assert "No article that reports this" not in paper


def test_a_wording_without_a_captured_text_is_printed_all_the_same():
    pair = samples.pair(earlier=samples.entry(renderings=(samples.rendering(source=None),)))
    assert "no captured text on record" in Paper(typeset(samples.pair_report(pair=pair)))


@pytest.mark.parametrize("kind", REPORTS)
def test_it_is_tagged_and_says_what_it_is(kind):
    report = REPORTS[kind]()
    paper = Paper(typeset(report))
    assert "<pdfuaid:part>1</pdfuaid:part>" in paper.xmp
    assert report.title in paper.xmp
    assert paper.root["/Lang"] == "en-GB"
    assert paper.root["/MarkInfo"]["/Marked"]
    assert paper.root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert paper.reader.metadata.title == report.title
    assert paper.reader.metadata.author == report.site
    assert paper.reader.metadata.creation_date == samples.NOON


@pytest.mark.parametrize("kind", REPORTS)
def test_headings_tables_and_quotations_are_tagged_as_such(kind):
    tags = Paper(typeset(REPORTS[kind]())).tags
    assert tags["/H1"] == 1
    assert tags["/H2"] >= 4
    assert tags["/Table"] == {"pair": 3, "story": 4}[kind]
    assert tags["/TH"] >= 7
    assert tags["/BlockQuote"] >= 4
    assert tags["/Link"] >= 4


@pytest.mark.parametrize("kind", REPORTS)
def test_no_level_of_headings_is_skipped(kind):
    levels = Paper(typeset(REPORTS[kind]())).headings
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("kind", REPORTS)
def test_what_a_screen_reader_needs_is_there(kind):
    paper = Paper(typeset(REPORTS[kind]()))
    heads = [node for node in paper.nodes() if node.get("/S") == "/TH"]
    assert all(attribute["/Scope"] == "/Column" for head in heads for attribute in head["/A"])
    assert all(note["/Contents"] and "/StructParent" in note for note in paper.notes)
    assert all(page["/Tabs"] == "/S" for page in paper.reader.pages if "/Annots" in page)
    assert all({"/FontFile2", "/FontFile3"} & font["/FontDescriptor"].keys() for font in paper.fonts)


def test_the_picture_is_told_to_whoever_does_not_see_it():
    paper = Paper(typeset(samples.story_report()))
    assert "2 statements by 1 speaker" in paper.alternatives
    assert "A lane" in paper


def test_a_story_without_statements_has_a_report_too():
    paper = Paper(typeset(samples.story_report(sections=(), pairs=(), picture="", head=samples.head(summary=""))))
    assert "Nothing is on record in this story yet." in paper


@pytest.mark.parametrize("finding", Finding)
def test_each_finding_has_a_look(finding):
    report = samples.pair_report(pair=samples.pair(finding=finding))
    assert wording.FINDINGS[finding] in Paper(typeset(report))


def test_internal_matter_is_marked_on_every_page():
    paper = Paper(typeset(samples.story_report(30, internal=True)))
    assert len(paper.pages) > 5
    assert all("NOT PUBLISHED — for internal use" in page for page in paper.pages)


def test_public_matter_is_not():
    assert "NOT PUBLISHED" not in Paper(typeset(samples.story_report()))


def test_the_same_report_gives_the_same_bytes():
    assert typeset(samples.full_story()) == typeset(samples.full_story())


MARKUP = {
    "typst": '#set text(fill: white); *b* _i_ `r` $x$ @label <l> // c /* d */ #eval("1") \\ ~ --- [ ] { }',
    "typst file": '#read("/etc/passwd") #include "report.typ" #import "@preview/x:0.1.0"',
    "html": "<script>alert(1)</script> &amp; <b>bold</b> <!-- c -->",
    "json": '", "internal": true, "x": {"a": ["b"]} \\u0041',
}


@pytest.mark.parametrize("name", MARKUP)
@pytest.mark.parametrize("kind", REPORTS)
def test_markup_in_every_field_stays_words(kind, name):
    report = with_every_text(REPORTS[kind](), lambda text: f"{text} {MARKUP[name]}")
    paper = Paper(typeset(report))
    assert [words for words in words_in(report) if words not in paper] == []


WRITING = {
    "hebrew": "אין לנו רשימה (25)",
    "arabic": "ليست لدينا قائمة",
    "override left open": "no \u202etsil\u202d list",
    "isolate left open": "no \u2067list",
    "greek": "Δεν έχουμε κατάλογο",
    "cyrillic": "У нас нет списка",
    "combining": "Z̈ȩ́ o̤",
    "control": "bell\x07 tab\tescape\x1b\x9b",
    "byte order mark": "\ufefflist",
    "noncharacter": "list\ufffe\U0001ffff",
    "line ends": "one\r\ntwo\rthree\u2028four\u2029five\x0bsix",
    "without a space": "list" * 30,
    "quotation marks": "”’»" * 40,
    "private use": "\ue000\U000f0000",
    "tag letters": "list\U000e0041\U000e007f",
    "soft": "so\u00adft\u200bly\u2060 \u200d",
}


@pytest.mark.parametrize("name", WRITING)
def test_any_writing_in_every_field_can_be_set(name):
    report = with_every_text(samples.full_story(), lambda text: f"{text} {WRITING[name]}")
    paper = Paper(typeset(report))
    assert "The list that was none" in paper
    assert paper.root["/MarkInfo"]["/Marked"]


@pytest.mark.parametrize("writing", ["我们没有名单", "รายการ", "no list 😀"], ids=["chinese", "thai", "emoji"])
def test_letters_that_no_font_here_may_have_do_not_stop_the_report(writing):
    paper = Paper(typeset(samples.pair_report(pair=samples.pair(explanation=f"{writing}. There cannot be both."))))
    spelled = "".join(char if char.isascii() else f"[U+{ord(char):04X}]" for char in writing)
    assert writing in paper or spelled in paper
    assert "There cannot be both." in paper
    assert "<pdfuaid:part>1</pdfuaid:part>" in paper.xmp


def test_a_letter_that_no_font_can_have_is_spelled_out():
    unassigned = "\u0378"
    paper = Paper(typeset(samples.pair_report(pair=samples.pair(explanation=f"no {unassigned} list"))))
    assert "no [U+0378] list" in paper


def test_words_from_right_to_left_do_not_turn_their_neighbours():
    assert printable("no \u202elist\nsecond") == "\u2068no \u202elist\u2069\nsecond"


def test_words_from_left_to_right_stay_as_they_are():
    assert printable("We have “no” list – none.") == "We have “no” list – none."


def test_three_hundred_statements_are_set_in_seconds():
    begun = time.perf_counter()
    paper = Paper(typeset(samples.story_report(300)))
    assert time.perf_counter() - begun < 20
    assert "We have no list number 300" in paper


def test_a_quotation_longer_than_a_page_runs_on():
    words = " ".join(f"word{number}" for number in range(3000))
    paper = Paper(typeset(samples.pair_report(pair=samples.pair(earlier=samples.entry(words=words)))))
    assert len(paper.pages) > 6
    assert all(f"word{number}" in paper for number in range(3000))


def test_what_takes_too_long_is_given_up():
    with pytest.raises(NotTypeset, match="longer than"):
        typeset(samples.story_report(300), time_limit=0.01)


def test_no_more_than_a_few_reports_are_made_at_once(monkeypatch):
    monkeypatch.setattr(typesetting, "PATIENCE", 0.01)
    for _ in range(typesetting.AT_ONCE):
        assert typesetting.SEATS.acquire(blocking=False)
    try:
        with pytest.raises(NotTypeset, match="are being made already"):
            typeset(samples.pair_report())
    finally:
        typesetting.SEATS.release(typesetting.AT_ONCE)
    assert typeset(samples.pair_report())


def test_only_addresses_of_the_web_become_links():
    pair = samples.pair(earlier=samples.entry(renderings=(samples.rendering(url="javascript:alert(1)"),)))
    pdf = typeset(samples.pair_report(pair=pair))
    targets = [note["/A"]["/URI"] for note in Paper(pdf).notes]
    assert targets
    assert all(target.startswith("https://") for target in targets)
