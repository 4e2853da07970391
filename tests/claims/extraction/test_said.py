"""When words were spoken. The examples mark <source>, {cue} and [content]; published on Thursday 26 April 2018."""

import datetime as dt
import re

import pytest
import spacy
from spacy.language import Language

from claims.extraction.dates import find_times, read_said
from claims.extraction.parsed.parsing import default_model
from claims.records import SaidReading, Span

THURSDAY = dt.date(2018, 4, 26)
TOKENS_ALONE, TAGGED = spacy.blank("en"), spacy.load(default_model())
_KINDS = {"<": "source", ">": "source", "{": "cue", "}": "cue", "[": "content", "]": "content"}


def unmarked(marked: str) -> tuple[str, dict[str, tuple[Span, ...]]]:
    """The plain text, and the spans of source, cue and content in it."""
    text = ""
    opened: dict[str, int] = {}
    spans: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
    for character in marked:
        kind = _KINDS.get(character)
        if not kind:
            text += character
        elif character in "<{[":
            opened[kind] = len(text)
        else:
            spans[kind].append(Span(opened[kind], len(text)))
    return text, {kind: tuple(found) for kind, found in spans.items()}


def said(
    marked: str,
    nlp: Language = TAGGED,
    published: dt.date | None = THURSDAY,
    previous: tuple[SaidReading | None, ...] = (),
) -> tuple[str, str] | None:
    """(the date in EDTF, the words that it was read from) of the one attribution that is marked."""
    text, marks = unmarked(marked)
    doc = nlp(text)
    reading = read_said(
        doc, marks["content"], marks["cue"], marks["source"], find_times(doc, published), published, previous
    )
    return (reading.said.edtf(), reading.basis.of(text)) if reading else None


DATED = [
    # beside the cue
    ("<The mayor> {said} on Tuesday [that fares would rise].", "2018-04-24", "on Tuesday"),
    ("<The mayor> {said} on Thursday [that fares would rise].", "2018-04-26", "on Thursday"),
    ("<The mayor> {said} Friday [that fares would rise].", "2018-04-20", "Friday"),
    ("<The mayor> yesterday {denied} [that fares would rise].", "2018-04-25", "yesterday"),
    ("Yesterday <the mayor> {denied} [a rise].", "2018-04-25", "Yesterday"),
    ("[“Fares will rise,”] {said} <the mayor> on Monday.", "2018-04-23", "on Monday"),
    ("[“Fares will rise,”] <the mayor> {said} in March 2017.", "2017-03", "in March 2017"),
    ("[“Fares will rise,”] <the mayor> {said} last year.", "2017", "last year"),
    ("[“Fares will rise,”] <the mayor> {said} in 2014.", "2014", "in 2014"),
    ("[“Fares will rise,”] <the mayor> {said} at 9.15am on Tuesday.", "2018-04-24T09:15", "at 9.15am on Tuesday"),
    ("[“Fares will rise,”] <the mayor> {said} on Tuesday evening.", "2018-04-24", "on Tuesday evening"),
    # behind the cue, past whom it was said to and where
    ("<She> {told} members of the council on Wednesday [that fares would rise].", "2018-04-25", "on Wednesday"),
    ("<She> {told} a local radio station in an interview broadcast on Sunday [that fares would rise].", "2018-04-22",
     "on Sunday"),
    ("[“Fares will rise,”] <the mayor> {told} Monday's transport committee.", "2018-04-23", "Monday"),
    # before the cue
    ("On Wednesday <the mayor> {denied} [fares would rise], when she met the unions.", "2018-04-25", "On Wednesday"),
    ("Speaking in Leeds on Monday, <the mayor> {said} [fares would rise].", "2018-04-23", "on Monday"),
    ("When she met the unions on Monday, <the mayor> {said} [fares would rise].", "2018-04-23", "on Monday"),
    ("During a debate on transport yesterday, <the mayor> {said} [fares would rise].", "2018-04-25", "yesterday"),
    ("Elsewhere in Wednesday’s debate, <the mayor> {outlined} [plans for the bridge].", "2018-04-25", "Wednesday"),
    ("<The mayor>, in a letter of 4 April, {warned} [that fares would rise].", "2018-04-04", "of 4 April"),
    ("On <Wednesday Mayor Lee> {denied} [fares would rise].", "2018-04-25", "On Wednesday"),
    ("<Monday’s hearing> {was told} [that fares would rise].", "2018-04-23", "Monday"),
    # a verb without a subject of its own shares the date of the verb before it
    ("Facing the unions on Wednesday, <she> said she had asked for more buses, but {added}: [“We have no money.”]",
     "2018-04-25", "on Wednesday"),
    ("<The firm> apologised on Friday, {saying} [that it had no money].", "2018-04-20", "on Friday"),
    ("But <she> admitted on Thursday to “small” rises but {said} [she had not known about them].", "2018-04-26",
     "on Thursday"),
    # asked on that day
    ("Asked by a councillor on Monday, <the mayor> {said} [it was over].", "2018-04-23", "on Monday"),
    # a clause beside it happened on that day
    ("The worry grew on Monday when <the mayor> {denied} [the plan].", "2018-04-23", "on Monday"),
    ("The firm fell into a row on Friday: <unions> {said} [they were not asked].", "2018-04-20", "on Friday"),
    # the day that closes the source
    ("<The mayor’s office on Monday> {reported} [a small loss].", "2018-04-23", "on Monday"),
    ("<Lane Sunday night> {recalled} [a small loss].", "2018-04-22", "Sunday night"),
    # a name may hold a verb
    ("<The mayor> {told} Face the City on Sunday [that fares would rise].", "2018-04-22", "on Sunday"),
    # a document speaks when it is written
    ("[Fares have doubled], {according to} <a survey released on Monday>.", "2018-04-23", "on Monday"),
    ("<An audit report from December 2015>, seen by the paper, {showed} [that fares had risen].", "2015-12",
     "from December 2015"),
    ("<A report by the auditors published in December 2015>, spotted by a rival, {revealed} [that fares had risen].",
     "2015-12", "in December 2015"),
    ("<A 2012 survey> {found} [that fares had risen].", "2012", "2012"),
]  # fmt: skip


@pytest.mark.parametrize("nlp", [TAGGED, TOKENS_ALONE], ids=["tagged", "tokens alone"])
@pytest.mark.parametrize(("marked", "date", "basis"), DATED, ids=[marked for marked, _, _ in DATED])
def test_a_date_of_the_utterance_is_read(marked: str, date: str, basis: str, nlp: Language) -> None:
    assert said(marked, nlp) == (date, basis)


UNKNOWN = [
    # no date at all
    "<The mayor> {said} [fares would rise].",
    "Answering questions in the council, <the mayor> {said}: [“Fares will rise.”]",
    # inside the reported words
    "<The mayor> {said} [fares would rise on Tuesday].",
    "[“We met on Tuesday,”] <the mayor> {said}.",
    # the date of something else
    "After resigning on Monday, <the mayor> {said} [fares would rise].",
    "<The mayor>, who resigned on Monday, {said} [fares would rise].",
    "Despite a strike on Monday, <the mayor> {said} [fares would not rise].",
    "The strike began on Monday. <The mayor> {said} [fares would rise].",
    "<Lee, the 2012 winner>, {said} [fares would rise].",
    "[“Fares will rise,”] {said} <Lee, who has advised three mayors since the 2008 crash>.",
    # some other, unnamed time
    "At an earlier hearing <the auditor> {said} [fares would rise].",
    "In <an earlier announcement> {the firm's previous pledge} last month [to freeze fares] was forgotten.",
    "<The winner of the vote on Monday> {said} [that fares would rise].",
    "Looking back to 2008, <the mayor> {argued} [that fares were low].",
    "<The mayor> {listed the needs of the city in 2016:} [“Buses.”]",
    "On the same day as the strike, <the mayor> {said} [that fares would rise].",
    "<The mayor> {said} last week [that fares would rise], before the vote on Monday.",
    # as vague as a week
    "<The mayor> {said} last week [that fares would rise].",
    "<The mayor> {said} recently [that fares would rise].",
    # not spoken yet
    "<The mayor> will {say} on Friday [that fares must rise].",
    "<The mayor> is due to {say} on Friday [that fares must rise].",
    "<The mayor> {said} on 3 May 2018 [that fares would rise].",
]


@pytest.mark.parametrize("nlp", [TAGGED, TOKENS_ALONE], ids=["tagged", "tokens alone"])
@pytest.mark.parametrize("marked", UNKNOWN)
def test_an_unknown_date_stays_unknown(marked: str, nlp: Language) -> None:
    assert said(marked, nlp) is None


HEARING = (
    "During a hearing on bus fares yesterday, the chair, Kim Okafor, asked Lane when the rise had been decided. "
    "The committee had been told by an auditor that it was old news during an earlier hearing.\n\n"
)


def test_an_answer_belongs_to_the_question_that_was_just_dated() -> None:
    assert said(HEARING + "<Lane> {responded}: [“We have not decided.”]") == ("2018-04-25", "yesterday")


@pytest.mark.parametrize(
    "marked",
    [
        HEARING + "<Lane> {said}: [“We have not decided.”]",
        HEARING + "<Lane> {had responded}: [“We have not decided.”]",
        HEARING + "On another day <Lane> earlier {responded}: [“We have not decided.”]",
        HEARING + "It rained on Monday.\n\n<Lane> {responded}: [“We have not decided.”]",
        HEARING + "One.\n\nTwo.\n\nThree.\n\n<Lane> {responded}: [“We have not decided.”]",
        "Shops were shut yesterday.\n\n<Lane> {responded}: [“We have not decided.”]",
    ],
)
def test_nothing_else_takes_the_date_of_a_question(marked: str) -> None:
    assert said(marked) is None


def reading(marked_before: str, basis: str, rule: str = "beside_the_cue") -> SaidReading:
    """A reading of 25 April from the words `basis` in an earlier part of the text."""
    from claims.records import Said

    start = unmarked(marked_before)[0].index(basis)
    return SaidReading(Said.on(dt.date(2018, 4, 25)), Span(start, start + len(basis)), rule)


BEFORE = "Lane said on Wednesday that nothing was decided.\n\n"


@pytest.mark.parametrize(
    ("after", "carried"),
    [
        ("<She> {added}: [“Nothing at all.”]", True),
        ("<She> {went on}: [“Nothing at all.”]", True),
        ("<She> later {told} them: [“Nothing at all.”]", True),
        ("<She> later {defended} [her words].", False),
        ("<A driver> also {said} [that she was tired].", False),
        ("<She> also {said} [that she was tired].", True),
        ("<She> {said} [that she was tired].", False),
        ("<She> had {added}: [“Nothing at all.”]", False),
        ("<Lane> {added}: [“Nothing at all.”]", True),
        ("<They> {added}: [“Nothing at all.”]", True),
        ("[“Nothing at all,”] {added} <Councillor Dan Whitby, a member of the board>.", False),
        ("One.\n\nTwo.\n\nThree.\n\n<She> {added}: [“Nothing at all.”]", False),
    ],
)
def test_whoever_adds_speaks_on(after: str, carried: bool) -> None:
    expected = ("2018-04-25", "on Wednesday") if carried else None
    assert said(BEFORE + after, previous=(reading(BEFORE, "on Wednesday"),)) == expected


def test_nobody_speaks_on_after_an_undated_attribution() -> None:
    assert said(BEFORE + "<She> {added}: [“No.”]", previous=(reading(BEFORE, "on Wednesday"), None)) is None


def test_a_scene_holds_over_undated_attributions_until_another_day_is_named() -> None:
    scene = (reading(HEARING, "yesterday", "answer_in_a_dated_scene"), None)
    answer = "Moss was asked about it.\n\nAnd about more.\n\nAnd again.\n\n<He> {replied}: [“No.”]"
    assert said(HEARING + answer, previous=scene) == ("2018-04-25", "yesterday")
    assert said(HEARING + "It rained on Monday.\n\n" + answer, previous=scene) is None


def test_an_attribution_without_a_cue_has_no_date() -> None:
    assert said("On Monday they met. [“Fares will rise.”]") is None


def test_without_a_publication_date_only_whole_dates_are_read() -> None:
    assert said("<She> {said} on Tuesday [that fares would rise].", published=None) is None
    assert said("<She> {said} on 24 April 2018 [that fares would rise].", published=None) == (
        "2018-04-24",
        "on 24 April 2018",
    )


def test_the_examples_mark_one_cue_each() -> None:
    assert all(len(re.findall("[{]", marked)) == 1 for marked, _, _ in DATED)
