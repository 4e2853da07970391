"""The day of an utterance that stands around it: whole invented texts, published on Thursday 26 April 2018.

Each line gives the cues of a text with the date, in EDTF, that each utterance has."""

import datetime as dt
import time

import pytest

from claims.extraction import pipeline
from claims.extraction.dates import by_publication
from claims.records import PUBLICATION, Said

THURSDAY = dt.date(2018, 4, 26)
UNKNOWN = "[..2018-04-26]"


def said(text: str, published: dt.date | None = THURSDAY) -> list[tuple[str, str | None]]:
    """(the cue, its date in EDTF) of each attribution."""
    found = pipeline.load().read(text, published).attributions
    return [(one.cue[0].of(text), one.said.said.edtf() if one.said else None) for one in found]


AROUND = [
    # the same speaker goes on
    ("Kim Lane said on Tuesday that fares would rise. Lane told reporters that she was sorry.",
     [("said", "2018-04-24"), ("told", "2018-04-24")]),
    ("Kim Lane said on Tuesday that fares would rise. Lane has said that she was sorry.",
     [("said", "2018-04-24"), ("said", UNKNOWN)]),
    ("Kim Lane said on Tuesday that fares would rise. In July 2017 she had left. Lane told Moss that she was ill.",
     [("said", "2018-04-24"), ("told", UNKNOWN)]),
    ("Kim Lane said on Tuesday that fares would rise. Ann Moss told reporters that she was sorry.",
     [("said", "2018-04-24"), ("told", UNKNOWN)]),
    ("Kim Lane said on Tuesday that fares would rise. After Lane accused him of theft, Moss left.",
     [("said", "2018-04-24"), ("accused", UNKNOWN)]),
    ("Lane told a rally on Monday that trams were ugly. She later defended her comments.",
     [("told", "2018-04-23"), ("defended", UNKNOWN)]),
    # another place or audience has not the day of the one before
    ("Kim Lane said on Tuesday that fares would rise. In a letter to Moss, Lane said she was sorry.",
     [("said", "2018-04-24"), ("said", UNKNOWN)]),
    ("Kim Lane said on Tuesday that fares would rise. In court, Lane said she was sorry.",
     [("said", "2018-04-24"), ("said", UNKNOWN)]),
    ("Kim Lane said on Tuesday that fares would rise. At the party conference, Lane said she was sorry.",
     [("said", "2018-04-24"), ("said", UNKNOWN)]),
    ("Kim Lane told Sky News on Tuesday that fares would rise. Lane told the Harbour Times that she was sorry.",
     [("told", "2018-04-24"), ("told", UNKNOWN)]),
    # a full hour begins an entry, too
    ("2.30pm Lane says it is late.\n\n4pm Moss says it is wet.\n\n5.10pm Hill says it is dark.",
     [("says", "2018-04-26T14:30"), ("says", "2018-04-26T16:00"), ("says", "2018-04-26T17:10")]),
    # what is yet to be said has no day that is past
    ("Kim Lane is to tell the council on Friday that fares will rise.", [("tell", None)]),
    ("Kim Lane is to say on Friday that fares will rise.", [("say", None)]),
    # the sentence before sets the scene
    ("Kim Lane appeared in Leeds on Monday. “We have won,” Lane said.", [("said", "2018-04-23")]),
    ("In a speech in Leeds on Monday night, Kim Lane struck a calm tone. “We have won,” she said.",
     [("said", "2018-04-23")]),
    ("Kim Lane was asked about fares on Monday. “We have won,” Lane said.", [("said", "2018-04-23")]),
    ("On Monday the bridge loomed large at the debate. In a sharp reply, Kim Lane called it old.",
     [("called", "2018-04-23")]),
    ("The bridge fell on Monday. “We have won,” Kim Lane said.", [("said", UNKNOWN)]),
    ("Kim Lane, who appeared in Leeds on Monday, is ill. “We have won,” Lane said.", [("said", UNKNOWN)]),
    ("Kim Lane will appear in Leeds on Monday. “We have won,” Lane said.", [("said", UNKNOWN)]),
    ("Kim Lane's campaign sent a statement on Monday. “We have won,” Lane said.", [("said", UNKNOWN)]),
    # … before whom, and where people met
    ("Kim Lane appeared before the transport panel on Wednesday. “We have no list,” she said.",
     [("said", "2018-04-25")]),
    ("Kim Lane left before the vote on Wednesday. “We have no list,” Lane said.", [("said", UNKNOWN)]),
    ("The transport committee met on Tuesday. Kim Lane told the committee that there was no list.",
     [("told", "2018-04-24")]),
    ("Kim Lane met voters on Tuesday. Ann Moss said that there was no list.", [("said", UNKNOWN)]),
    ("A row broke out on Tuesday over the tram. Ann Moss said that it was a disgrace.", [("said", "2018-04-24")]),
    ("Kim Lane gave evidence to the inquiry on Monday. Asked whether he had seen the list, he said: “No.”",
     [("Asked", "2018-04-23"), ("said", "2018-04-23")]),
    # the same document, one of several, hours later
    ("In a statement on Tuesday the firm denied theft. The statement said the list had been lost.",
     [("denied", "2018-04-24"), ("said", "2018-04-24")]),
    ("On Monday the council published a report. The report found that the bridge was old.", [("found", "2018-04-23")]),
    ("The tram stood still on Monday. The report found that the bridge was old.", [("found", UNKNOWN)]),
    ("In a poll held from 3 April to 9 April, trams won. The poll found that buses lost.", [("found", UNKNOWN)]),
    ("Some councillors warned on Tuesday that the tram was late. Kim Lane, a councillor from Hull, said it was lost.",
     [("warned", "2018-04-24"), ("said", "2018-04-24")]),
    ("Some councillors warned on Tuesday that the tram was late. Kim Lane, a baker from Hull, said it was lost.",
     [("warned", "2018-04-24"), ("said", UNKNOWN)]),
    ("The firm denied on Monday that it had lost the files. Hours later, Kim Lane said that some were missing.",
     [("denied", "2018-04-23"), ("said", "2018-04-23")]),
    # the same gathering, whom somebody speaks for
    ("Ann Moss spoke at a rally on Tuesday. Many came. Kim Lane, who attended the rally, said that trams were ugly.",
     [("said", "2018-04-24")]),
    ("Ann Moss spoke at a rally on Tuesday. Many came. Kim Lane, who stayed at home, said that trams were ugly.",
     [("said", UNKNOWN)]),
    ("The Home Office denied it on Monday. “It is false,” said Kim Lane, a Home Office spokeswoman.",
     [("denied", "2018-04-23"), ("said", "2018-04-23")]),
    ("The Home Office denied it on Monday. “It is true,” said Kim Lane, a baker.",
     [("denied", "2018-04-23"), ("said", UNKNOWN)]),
    ("Kim Lane arrived in Hull on Friday. “It is hot,” she said.", [("said", UNKNOWN)]),
    # a headline
    ("Lane: The bridge is safe\n\nOn Monday in Leeds, Kim Lane, the mayor, told the council that no stone had moved.",
     [(":", "2018-04-23"), ("told", "2018-04-23")]),
    ("Lane says the bridge is safe\n\nOn Monday in Leeds, Ann Moss told the council that no stone had moved.",
     [("says", UNKNOWN), ("told", "2018-04-23")]),
    ("Hacker Zorro: The mill is open\n\nIn a broadcast on Monday, a man known as “Zorro” told the council it was so.",
     [(":", "2018-04-23"), ("told", "2018-04-23")]),
    # the question
    ("Asked on Wednesday whether fares would rise, Kim Lane replied: “No.”",
     [("Asked", "2018-04-25"), ("replied", "2018-04-25")]),
    # a heading
    ("Wednesday 25 April\n\n“We have no targets,” Kim Lane told the panel.\n\n“That is false,” Ann Moss said.",
     [("told", "2018-04-25"), ("said", "2018-04-25")]),
    ("Tuesday’s hearing\n\n“We have no targets,” Kim Lane told the panel.", [("told", "2018-04-24")]),
    ("It rained on Tuesday in Hull\n\n“We have no targets,” Kim Lane told the panel.", [("told", UNKNOWN)]),
    # a day that an occasion has
    ("Ann Moss stretched the truth during Saturday’s debate, when she claimed that trams were ugly.",
     [("claimed", "2018-04-21")]),
    ("On Monday, in a move that surprised her party, Kim Lane announced that she would leave.",
     [("announced", "2018-04-23")]),
    ("Kim Lane resigned on Monday after admitting that she had kept a list.", [("admitting", UNKNOWN)]),
    ("Kim Lane spoke on Radio Humber on Monday and began by saying it was hot.", [("saying", "2018-04-23")]),
    ("The bridge is old, according to data released on Monday by the council.", [("according to", "2018-04-23")]),
    ("Kim Lane said on Tuesday that fares would rise. They have risen twice in the last year. Lane told reporters that"
     " she was sorry.", [("said", "2018-04-24"), ("told", "2018-04-24")]),
    ("On Radio Humber on Tuesday, Kim Lane said, “I never left.” Asked if it was a mistake, he replied, “Maybe so.”",
     [("said", "2018-04-24"), ("Asked", "2018-04-24"), ("replied", "2018-04-24")]),
    ("Kim Lane agreed on Monday that fares would rise. Ann Moss asked the party to raise none in November."
     " Lane told a rally to vote.", [("agreed", "2018-04-23"), ("asked", UNKNOWN), ("told", UNKNOWN)]),
    ("The council on Monday spread a report that hinted that Lane would leave. “It is false,” Kim Lane told a show.",
     [("hinted", UNKNOWN), ("told", UNKNOWN)]),
    ("Some lawmakers said on Monday that the tram was late. “It is a disgrace,” said Rep. Kim Lane of Hull.",
     [("said", "2018-04-23"), ("said", "2018-04-23")]),
    ("The meeting took place on Monday. The statement by the two suggested that trams were late.",
     [("suggested", "2018-04-23")]),
    ("Monday’s meeting was called off. Kim Lane said she was ill.", [("said", UNKNOWN)]),
    ("At a hearing on Tuesday, Ann Moss asked if fares were due. Kim Lane responded: “I never know.”\n\nMoss, who has"
     " since described the answer as a “farce”, then said: “I doubt it.”",
     [("asked", "2018-04-24"), ("responded", "2018-04-24"), ("described", UNKNOWN), ("said", "2018-04-24")]),
    # a live report
    ("14.20 Lindqvist says that fares will rise.\n\n14.10\n\nKim Okafor told the house that she was sorry."
     "\n\n1.55pm\n\nIt rained.", [("says", "2018-04-26T14:20"), ("told", "2018-04-26")]),
    ("14.20 Lindqvist says that fares will rise.\n\nIt rained.", [("says", UNKNOWN)]),
    ("14.20 It rained.\n\n14.10 It rained on Monday. In recent days, Kim Lane said that it was hot."
     "\n\n13.55 In recent days, Kim Okafor said that it was cold.", [("said", UNKNOWN), ("said", UNKNOWN)]),
    ("0.20 Lindqvist says that fares will rise.\n\n23.50\n\nIt rained.\n\n23.30\n\nIt rained on.",
     [("says", UNKNOWN)]),
    ("Tuesday 24 April\n\n14.20 Lindqvist says that fares will rise.\n\n14.10 It rained.\n\n13.55 It rained on.",
     [("says", "2018-04-24T14:20")]),
    # nobody's words date another's
    ("Ann Moss said that the bridge fell on Tuesday, and Kim Lane said that it was old.",
     [("said", UNKNOWN), ("said", UNKNOWN)]),
    # not yet said, or before
    ("Kim Lane will say on Friday that fares must rise.", [("say", None)]),
    ("Kim Lane is due to say on Friday that fares must rise.", [("say", None)]),
    ("Kim Lane had previously said that fares would rise.", [("said", UNKNOWN)]),
    ("On ITV’s This Morning, Kim Lane said that fares would rise.", [("said", UNKNOWN)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dates"), AROUND, ids=[text for text, _ in AROUND])
def test_the_day_stands_around_the_utterance(text: str, dates: list[tuple[str, str]]) -> None:
    assert said(text) == dates


def test_where_the_text_does_not_tell_publication_is_the_limit() -> None:
    one = pipeline.load().read("“Fares will rise,” Kim Lane said.", THURSDAY).attributions[0]
    assert one.said == by_publication(THURSDAY)
    assert one.said is not None
    assert (one.said.said, one.said.basis, one.said.rule) == (Said.by(THURSDAY), None, PUBLICATION)


def test_without_a_day_of_publication_nothing_is_inferred() -> None:
    assert by_publication(None) is None
    assert said("“Fares will rise,” Kim Lane said.", None) == [("said", None)]


def seconds(entries: int) -> float:
    """For a live report of so many entries, all by one speaker."""
    from claims.extraction.parsed.parsing import load_pipeline

    doc = load_pipeline(None)("14.20 Kim Lane says that it rains. She told them more on Monday.\n\n" * entries)
    began = time.process_time()
    pipeline.read_doc(doc, THURSDAY)
    return time.process_time() - began


def test_a_live_report_is_read_in_time_that_grows_with_its_length() -> None:
    assert seconds(240) < 0.05 + 9 * seconds(60)


@pytest.mark.parametrize(
    ("text", "content", "date"),
    [
        ("Peter Lane, who is 43, had said on Monday he would stay.", "he would stay", "2018-04-23"),
        ("Peter Lane said Monday the council met in secret.", "the council met in secret", "2018-04-23"),
        ("Peter Lane said Monday’s vote was rigged.", "Monday’s vote was rigged", UNKNOWN),
        ("Peter Lane said today is a good day.", "today is a good day", UNKNOWN),
    ],
)
def test_the_day_between_a_cue_and_its_clause_is_no_part_of_what_was_said(text: str, content: str, date: str) -> None:
    (one,) = pipeline.load().read(text, THURSDAY).attributions
    assert (one.content[0].of(text), one.said.said.edtf()) == (content, date)
