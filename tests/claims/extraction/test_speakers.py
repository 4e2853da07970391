"""Whom a source means, as a table of invented sentences. [source], {reported words}."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from claims.extraction.parsed.page import Page
from claims.extraction.parsed.parsing import load_pipeline
from claims.extraction.speakers.entities import Entities
from claims.extraction.speakers.naming import Named
from claims.extraction.speakers.people import People
from claims.extraction.speakers.salience import is_subject
from claims.extraction.speakers.words import Words
from claims.records import Span, SpeakerKind
from tests.claims.extraction.marked import Marked, marked, named, names, read

PIECES = [
    "Ann",
    "Jones",
    "Sir",
    "Mr.",
    " ",
    " ",
    "’s",
    ",",
    "(",
    "\n",
    "“",
    "the ",
    "mayor",
    " said",
    "of",
    "who",
    "she",
    "É",
]

PEOPLE = {
    "a full name": ("[Ann Jones] said {it was over}.", ["Ann Jones"]),
    "a name of the wider world": ("[Rajesh Venkataraman] said {it was over}.", ["Rajesh Venkataraman"]),
    "after an office": ("[Home Secretary Ann Jones] said {it was over}.", ["Ann Jones"]),
    "a given name in no list, after an office": ("[The spokeswoman Xolba Jones] said {so}.", ["Xolba Jones"]),
    "after a party's genitive": ("[The ISU's Ann Jones] said {it was over}.", ["Ann Jones"]),
    "a given name in no list, after a party": ("[The Green Party's Xolba Hill] said {so}.", ["Xolba Hill"]),
    "capitals that the recogniser takes for a person": ("[Ilyas Venner] said {so}.", ["Ilyas Venner"]),
    "capitals with an age": ("[Okwudi Brand, 34, of Leeds] said {so}.", ["Okwudi Brand"]),
    "capitals with who": ("[Okwudi Brand, who lives here,] said {so}.", ["Okwudi Brand"]),
    "capitals of which nothing speaks for a person": ("In [Wulver Sound] the people said {so}.", [None]),
    "capitals of which a part alone is a person": (
        "Ann Hill left. Had Hill won? [Had Hill] said {so}.",
        ["Ann Hill"],
    ),
    "behind a glued caption": ("[Media captionAlbert Hill] said {so}. [Mr Hill] said {no}.", ["Albert Hill"] * 2),
    "he is no spokeswoman": (
        "Bob Hill won. [A spokeswoman for the Harbour Trust] said {so}. [He] said {no}.",
        ["Harbour Trust", "Bob Hill"],
    ),
    "a genitive": ("[Ann Jones's] claim {so} is old. [Ms Jones's] claim {no} is new.", ["Ann Jones"] * 2),
    "by age": ("Ann Jones, 43, met Bob Hill, 34. [The 43-year-old] said {so}.", ["Ann Jones"]),
    "by age, of whom it is not told": ("Ann Jones won. [The 43-year-old] said {so}.", ["Ann Jones"]),
    "by age, of somebody without a name": ("Ann Jones met a 43-year-old man. [The 43-year-old] said {so}.", [None]),
    "by age and office": (
        "Bob Hill, a former congressman, left. [The 43-year-old former congressman] said {so}.",
        ["Bob Hill"],
    ),
    "before its office": ("[Ann Jones, head of Leeds Council,] said {it was over}.", ["Ann Jones"]),
    "after its office": ("[The head of Leeds Council, Ann Jones,] said {it was over}.", ["Ann Jones"]),
    "with a knighthood": ("[Lib Dem leader Sir Bob Hill] said {it was over}.", ["Sir Bob Hill"]),
    "with a particle": ("[Bill de Vere] said {so}. [De Vere] said {no}.", ["Bill de Vere"] * 2),
    "with an initial": ("[Sen. Bob R. Hill (R-Ohio)] said {so}. [Hill] said {no}.", ["Bob R. Hill"] * 2),
    "with Jr.": ("[Bob Hill Jr.] said {so}. [Mr. Hill] said {no}.", ["Bob Hill Jr."] * 2),
    "in capitals": ("[ANN JONES]: {We won.}\n\n[JONES]: {Twice.}", ["Ann Jones"] * 2),
    "a surname": ("Ann Jones left. Later [Jones] said {it was over}.", ["Ann Jones"]),
    "a surname with a title": ("Ann Jones left. Later [Ms Jones] said {it was over}.", ["Ann Jones"]),
    "a surname with an office": ("Ann Jones left. [Senator Jones] said {it was over}.", ["Ann Jones"]),
    "a given name alone": ("Ann Jones left. [Ann] said {it was over}.", ["Ann Jones"]),
    "a title tells two of one surname apart": (
        "Ann Jones met Bob Jones. [Mr Jones] said {no}. [Mrs. Jones] said {yes}.",
        ["Bob Jones", "Ann Jones"],
    ),
    "two of one surname": ("Ann Jones met Sue Jones. [Ms Jones] said {no}.", [None]),
    "the second of the surname comes later": (
        "[Ann Jones] said {no}. [Jones] said {yes}. Her cousin Sue Jones left.",
        ["Ann Jones", "Ann Jones"],
    ),
    "nobody of that surname has a full name": ("[Mr Jones] said {no}. [He] said {so}.", ["Jones", "Jones"]),
    "an office and a surname are all there is": ("[President Jones] said {no}. [Jones] said {so}.", ["Jones", "Jones"]),
    "a surname alone that the recogniser takes for a person": ("“It is over,” [Petersen] said {no}.", ["Petersen"]),
    "a surname in a transcript": ("[LINDQVIST]: {We won.}", ["Lindqvist"]),
    "a slip in the given name": (
        "Marco Hill left. Mario Hill stayed. Marco Hill sang. [Hill] said {so}.",
        ["Marco Hill"],
    ),
    "a slip in the surname": (
        "[Anna Lindquist] said {so}. [Lindqvist] said {no}. Lindqvist left.",
        ["Anna Lindquist", "Anna Lindquist"],
    ),
    "the printing that the text has most often": (
        "[Anna Lindquist] said {so}. [Anna Lindqvist] said {no}. Ms Lindqvist left.",
        ["Anna Lindqvist"] * 2,
    ),
    "an accent that is left out": ("[José Calderón] said {so}. [Calderon] said {no}.", ["José Calderón"] * 2),
    "whose relatives are named in passing": (
        "Ann Jones won. Ann Jones and her husband, Bob Jones, left. [Jones] said {so}.",
        ["Ann Jones"],
    ),
    "whose relatives are named as often": (
        "Ann Jones won. Ann Jones and Bob Jones left. Bob Jones sang. [Jones] said {so}.",
        [None],
    ),
    "who alone holds the office": (
        "Ann Jones won. Ann Jones met President Bob Jones. [President Jones] said {so}.",
        ["Bob Jones"],
    ),
    "somebody with an official": ("Ann Jones left. [Both Jones and the mayor] said {so}.", ["Ann Jones"]),
    "a knight by his given name": ("[Sir Bob Hill] said {so}. [Sir Bob] said {no}.", ["Sir Bob Hill"] * 2),
    "a lord": ("[Lord Hill, a former judge,] said {so}. [Lord Hill] said {no}.", ["Lord Hill"] * 2),
    "with a party before the name": ("[The chair of the panel, Labour's Ann Jones,] said {so}.", ["Ann Jones"]),
    "with an office that has of in it": ("[Bank of England governor Bob Hill] said {so}.", ["Bob Hill"]),
    "with letters": ("[Ann Jones MP] said {so}. [Ms Jones] said {no}.", ["Ann Jones"] * 2),
    "friends are not the friend": ("Ann Jones left. [Friends of Ann Jones] said {so}.", [None]),
    "a surname that is a month": ("Theresa May left. [May] said {so}. [Mrs May] said {no}.", ["Theresa May"] * 2),
    "a pope": ("[Pope Francis] said {so}. [The pope] said {no}.", ["Pope Francis"] * 2),
    "a short form of the given name": ("[Ken Hill] said {so}. Kenneth Hill left. [Hill] said {no}.", ["Ken Hill"] * 2),
    "a surname that is a word": ("[Mary West] said {so}. [Ms West] said {no}.", ["Mary West"] * 2),
    "a place before a title": ("[South Carolina Sen. Ann Jones] said {so}.", ["Ann Jones"]),
    "a headline": (
        "Bob Hill Calls Ann Jones Wrong Again\n\n[Ms Jones] said {so}. [Hill] said {no}.",
        ["Ann Jones", "Bob Hill"],
    ),
    "a headline alone makes nobody": ("Orlando Mourns Its Brave Dead Today\n\n[Orlando] said {so}.", ["Orlando"]),
    "an aide is not the principal": ("Ann Jones left. [An aide to Ann Jones] said {so}.", [None]),
    "supporters are not the candidate": ("Ann Jones left. [Jones supporters] said {so}.", [None]),
    "somebody's campaign is not somebody": ("Ann Jones left. [A Jones aide] said {so}.", [None]),
    "a building named after somebody": ("Ann Jones left. [The Jones Foundation] said {so}.", ["Jones Foundation"]),
}


@pytest.mark.parametrize(("text", "expected"), PEOPLE.values(), ids=PEOPLE)
def test_people(text, expected):
    assert names(text) == expected


PRONOUNS = {
    "the speaker before": ("[Ann Jones] said {no}. [She] said {yes}.", ["Ann Jones"] * 2),
    "a chain": ("[Ann Jones] said {no}. [She] said {yes}. [She] added: {“Maybe.”}", ["Ann Jones"] * 3),
    "not whom the speaker speaks about": (
        "[Ann Jones] said {Sue Hill should go}. [She] said {Ms Hill had failed}.",
        ["Ann Jones", "Ann Jones"],
    ),
    "not who is named in the words that follow": (
        "[Ann Jones] said {no}.\n\n[She] told the BBC {Ms Hill was wrong}. Sue Hill left.",
        ["Ann Jones", "Ann Jones"],
    ),
    "the subject of the sentence before": (
        "Ann Jones met Sue Hill on Monday. [She] said {it was over}.",
        ["Ann Jones"],
    ),
    "the subject of its own sentence": ("On Monday Ann Jones left, and [she] said {it was over}.", ["Ann Jones"]),
    "the gender decides": ("Ann Jones met Bob Hill on Monday. [He] said {it was over}.", ["Bob Hill"]),
    "somebody without a name stands between": (
        "[Bob Hill] said {no}. [A senior aide] said {yes}. [He] added {maybe}.",
        ["Bob Hill", None, None],
    ),
    "several people without a name do not stand between": (
        "[Bob Hill] said {no}, as [union officials] said {so}. [He] added {maybe}.",
        ["Bob Hill", None, "Bob Hill"],
    ),
    "as the pronoun that its sentence begins with": (
        "[Bob Hill] said {no}. He agreed that Guy Wood may lose, but [he] said {maybe}.",
        ["Bob Hill", "Bob Hill"],
    ),
    "a subject with words set in": (
        "Guy Wood left. Bob Hill, when asked about it, often talks and talks. [He] said {no}.",
        ["Bob Hill"],
    ),
    "nobody under a picture": (
        "[Bob Hill] said {no}.\n\nImage caption Guy Wood holds up the cup\n\n[He] added {maybe}.",
        ["Bob Hill", "Bob Hill"],
    ),
    "a woman is not he": ("[Ann Jones] said {no}. [He] said {yes}.", ["Ann Jones", None]),
    "who": ("Later [Ann Jones], [who] said {so}, left.", ["Ann Jones"] * 2),
    "one of several, who speaks for them": (
        "[Tory backbenchers], including Guy Wood and Bob Hill, cheered, with Mr Hill saying so, and accused {her}.",
        ["Bob Hill"],
    ),
    "one of several, who is only named": (
        "[Tory backbenchers], including Guy Wood and Bob Hill, cheered with Mr Hill, and accused {her of it}.",
        [None],
    ),
    "they": ("[Ann Jones] said {no}. [They] said {yes}.", ["Ann Jones", None]),
}


@pytest.mark.parametrize(("text", "expected"), PRONOUNS.values(), ids=PRONOUNS)
def test_pronouns(text, expected):
    assert names(text) == expected


DESCRIPTIONS = {
    "an office": ("Home Secretary Ann Jones left. Bob Hill stayed. [The home secretary] said {no}.", ["Ann Jones"]),
    "a short word for it": ("Prime Minister Ann Jones left. Bob Hill stayed. [The PM] said {no}.", ["Ann Jones"]),
    "with whose it is": (
        "Ann Jones, general secretary of the Teachers' Union, left. [The union's general secretary] said {no}.",
        ["Ann Jones"],
    ),
    "a title is an office": ("Sen. Ann Jones left. Bob Hill stayed. [The senator] said {no}.", ["Ann Jones"]),
    "the shadow of an office is another": (
        "Shadow home secretary Ann Jones left. Bob Hill, a farmer, met her. [The home secretary] said {no}.",
        [None],
    ),
    "two hold it": ("Sen. Ann Jones met Sen. Bob Hill. [The senator] said {no}.", [None]),
    "the last subject, which has no other role": (
        "Ann Jones has admitted a mistake.\n\n[The home secretary] told Parliament {it was over}.",
        ["Ann Jones"],
    ),
    "the last subject has another role": (
        "Farmer Ann Jones has admitted a mistake.\n\n[The home secretary] told Parliament {it was over}.",
        [None],
    ),
    "whose it is cannot be told": ("Bob Hill's lawyer Ann Jones left. [His lawyer] said {no}.", [None]),
    "ministers are no one minister": ("[Ministers], including Ann Jones, said {so}.", [None]),
    "nobody is called so": ("[The mayor] said {it was over}.", [None]),
}


@pytest.mark.parametrize(("text", "expected"), DESCRIPTIONS.values(), ids=DESCRIPTIONS)
def test_descriptions(text, expected):
    assert names(text) == expected


OTHERS = {
    "an office of state": ("[The Home Office] said {so}.", "Home Office", SpeakerKind.ORGANISATION),
    "a party": ("[The Green Party] said {so}.", "Green Party", SpeakerKind.ORGANISATION),
    "an acronym": ("[The TUC] said {so}.", "TUC", SpeakerKind.ORGANISATION),
    "of and for": ("[The Department of Health] said {so}.", "Department of Health", SpeakerKind.ORGANISATION),
    "a spokesman for": ("[A spokesman for the Home Office] said {so}.", "Home Office", SpeakerKind.ORGANISATION),
    "a spokesperson of a ministry": (
        "[A Ministry of Justice spokesperson] said {so}.",
        "Ministry of Justice",
        SpeakerKind.ORGANISATION,
    ),
    "a union": ("[Unite] said {so}.", "Unite", SpeakerKind.ORGANISATION),
    "a union with of": (
        "[The National Union of Teachers] said {so}.",
        "National Union of Teachers",
        SpeakerKind.ORGANISATION,
    ),
    "a newspaper": ("[The Guardian] said {so}.", "Guardian", SpeakerKind.ORGANISATION),
    "a party of people": ("[The Liberal Democrats] said {so}.", "Liberal Democrats", SpeakerKind.ORGANISATION),
    "a spokeswoman of": ("[A Downing Street spokeswoman] said {so}.", "Downing Street", SpeakerKind.ORGANISATION),
    "a report": (
        "[A report by the independent inspector of wells published in May, seen by the Echo,] showed {so}.",
        "Report by the Inspector of Wells",
        SpeakerKind.DOCUMENT,
    ),
    "a report of a month": (
        "[An audit report from May 2015] showed {so}.",
        "Audit report, 2015",
        SpeakerKind.DOCUMENT,
    ),
    "a report by a firm that is called New": (
        "[A recent report from New Echo Finance] showed {so}.",
        "Report by New Echo Finance",
        SpeakerKind.DOCUMENT,
    ),
    "a letter by somebody": ("[The letter from Ms Jones] said {so}.", "Letter by Ms Jones", SpeakerKind.DOCUMENT),
    "the genitive of an organisation": (
        "[The Home Office's] claim {so} is old.",
        "Home Office",
        SpeakerKind.ORGANISATION,
    ),
    "a company that the recogniser knows": ("Later [Microsoft] said {so}.", "Microsoft", SpeakerKind.ORGANISATION),
    "a company in no list": ("[Norvestra] said {no}.", "Norvestra", SpeakerKind.ORGANISATION),
    "a shipping line": (
        "[Helgesen Shipping] said {it had lost a ship}.",
        "Helgesen Shipping",
        SpeakerKind.ORGANISATION,
    ),
    "two names that are one firm": (
        "[Marks and Spencer] said {it had sold more}.",
        "Marks and Spencer",
        SpeakerKind.ORGANISATION,
    ),
    "a country": ("The talks failed. [Germany] said {so}.", "Germany", SpeakerKind.ORGANISATION),
    "a caption before it": (
        "[Image caption A 2015 report from the auditor] showed {so}.",
        "Report by the Auditor, 2015",
        SpeakerKind.DOCUMENT,
    ),
}


@pytest.mark.parametrize(("text", "name", "kind"), OTHERS.values(), ids=OTHERS)
def test_organisations_and_documents(text, name, kind):
    _, [(speaker, _)] = read(text)
    assert (speaker.name, speaker.kind) == (name, kind)


SEVERAL = {
    "two names": ("Ann Jones met Bob Hill. [Jones and Hill] said {they won}.", ["Ann Jones", "Bob Hill"]),
    "both": ("Ann Jones met Bob Hill. [Both Mr Hill and Ms Jones] said {so}.", ["Bob Hill", "Ann Jones"]),
    "both, behind them": ("Ann Jones met Bob Hill. [Ms Jones and Mr Hill both] said {so}.", ["Ann Jones", "Bob Hill"]),
    "each": ("[Ann Jones and Bob Hill each] said {so}.", ["Ann Jones", "Bob Hill"]),
    "as well as": ("[Ann Jones as well as Bob Hill] said {so}.", ["Ann Jones", "Bob Hill"]),
    "along with": ("[Ann Jones, along with Bob Hill], said {so}.", ["Ann Jones", "Bob Hill"]),
    "together with an office": (
        "[Ann Jones, together with a spokesman for the council], said {so}.",
        ["Ann Jones", "Spokesman for the council"],
    ),
    "three": ("[Ann Jones, Sir Bob Hill and Mary West] said {so}.", ["Ann Jones", "Sir Bob Hill", "Mary West"]),
    "with parties": ("[Sen. Bob Hill, R-Ohio, and Ann Jones] said {so}.", ["Bob Hill", "Ann Jones"]),
    "with parties in brackets": ("[Sen. Bob Hill (D) and Sen. Ann Jones] said {so}.", ["Bob Hill", "Ann Jones"]),
    "organisations": ("[The Treasury and the Home Office] said {so}.", ["Treasury", "Home Office"]),
    "broadcasters": ("[Fox News and NBC News] said {so}.", ["Fox News", "NBC News"]),
    "a person and an organisation": ("[Ann Jones and the Home Office] said {so}.", ["Ann Jones", "Home Office"]),
    "an office that is known": (
        "Mayor Bob Hill left. [Ann Jones and the mayor] said {so}.",
        ["Ann Jones", "Bob Hill"],
    ),
    "an office that is not": (
        "[Both Ann Jones and the top official in her department] said {so}.",
        ["Ann Jones", "Top official in her department"],
    ),
    "whoever speaks for somebody without a name": (
        "[Ann Jones and a spokesman for the council] said {so}.",
        ["Ann Jones", "Spokesman for the council"],
    ),
    "whoever speaks for an organisation": (
        "[Ann Jones, the mayor, and a spokesman for the Harbour Trust] said {so}.",
        ["Ann Jones", "Harbour Trust"],
    ),
    "a name after somebody without one": ("[The council and Ann Jones] said {so}.", ["Ann Jones", "Council"]),
    "more than one without a name": ("[Ann Jones and three other councillors] said {so}.", ["Ann Jones"]),
    "somebody who could be anybody": ("[Ann Jones and a man who knows her] said {so}.", ["Ann Jones"]),
    "nobody with a name": ("[The mayor and a spokesman for the council] said {so}.", [None]),
    "what one is, twice": ("[Ann Jones, the mayor of Leeds and a farmer,] said {so}.", ["Ann Jones"]),
    "spokesmen of two": (
        "[Spokesmen for Ann Jones and Bob Hill] said {so}.",
        ["Spokesman for Ann Jones", "Spokesman for Bob Hill"],
    ),
    "an office with and in it": ("[Ann Jones, director for border and immigration,] said {so}.", ["Ann Jones"]),
    "an organisation with and in it": (
        "[The Department of Health and Social Security] said {so}.",
        ["Department of Health and Social Security"],
    ),
    "aides to two": ("Ann Jones met Bob Hill. [Aides to Ann Jones and Bob Hill] said {so}.", [None]),
    "who is thought of by one": (
        "Bob Hill left. [Ann Jones, who met Bob Hill and Mary West,] said {so}.",
        ["Ann Jones"],
    ),
    "the same one twice": ("[Ann Jones and Ms Jones] said {so}.", ["Ann Jones"]),
}


@pytest.mark.parametrize(("text", "expected"), SEVERAL.values(), ids=SEVERAL)
def test_several_speakers(text, expected):
    one = named(*marked(text))[-1]
    assert [one.speaker.name if one.speaker else None, *(other.speaker.name for other in one.further)] == expected


def test_further_speakers_have_their_roles_and_come_back_as_they():
    first, second = named(*marked("[Mayor Ann Jones and Sir Bob Hill, a farmer,] said {so}. [They] said {no}."))
    assert (first.role.role, [other.role.role for other in first.further]) == ("Mayor", ["farmer"])
    assert (second.speaker.name, second.further) == ("Ann Jones", first.further)


VOICES = {
    "of a person": ("Anna Lindqvist left. [A spokesman for Ms Lindqvist] said {so}.", "Spokesman for Anna Lindqvist"),
    "of somebody named there": ("[A spokesman for Anna Lindqvist] said {so}.", "Spokesman for Anna Lindqvist"),
    "before its noun": ("Anna Lindqvist left. [A Lindqvist spokeswoman] said {so}.", "Spokeswoman for Anna Lindqvist"),
    "with a genitive": ("Anna Lindqvist left. [Lindqvist's spokesman] said {so}.", "Spokesman for Anna Lindqvist"),
    "with a pronoun": ("[Anna Lindqvist] said {so}. [Her spokesman] said {so}.", "Spokesman for Anna Lindqvist"),
    "with a name of his own": ("Anna Lindqvist left. [Lindqvist spokeswoman Mary Hill] said {so}.", "Mary Hill"),
    "of a surname alone": ("[A spokesman for Mr Lindqvist] said {so}.", "Spokesman for Lindqvist"),
    "of an office and its name": (
        "[A spokesman for the mayor, Anna Lindqvist,] said {so}.",
        "Spokesman for Anna Lindqvist",
    ),
    "of an office that is known": (
        "Mayor Anna Lindqvist left. [A spokesman for the mayor] said {so}.",
        "Spokesman for Anna Lindqvist",
    ),
    "of an office that is known, with a genitive": (
        "Mayor Anna Lindqvist left. [The mayor's spokesman] said {so}.",
        "Spokesman for Anna Lindqvist",
    ),
    "of an organisation, with a name of his own": ("[A spokesman for Leeds Council, Bob Hill,] said {so}.", "Bob Hill"),
    "as he": ("[A spokesman for Anna Lindqvist] said {so}. [He] said {no}.", "Spokesman for Anna Lindqvist"),
}


@pytest.mark.parametrize(("text", "expected"), VOICES.values(), ids=VOICES)
def test_whoever_speaks_for_somebody_is_somebody_else(text, expected):
    one = named(*marked(text))[-1]
    assert (one.speaker.name, one.speaker.kind) == (expected, SpeakerKind.PERSON)


def test_whoever_works_for_somebody_is_not_called_by_that_name():
    text, found = marked("[An aide to the mayor, Anna Lindqvist,] said {so}. [Ms Lindqvist] said {no}.")
    first, second = named(text, found)
    assert (first.speaker, second.speaker.name, second.role.role) == (None, "Anna Lindqvist", "mayor")


def test_an_organisation_that_spoke_does_not_stand_before_he():
    assert names("[Bob Hill] said {no}. [The Treasury] said {yes}. [He] said {maybe}.")[2] == "Bob Hill"


def test_they_are_the_organisation_that_spoke_last():
    assert names("[The Treasury] said {no}. [They] said {so}. [Bob Hill] left. [They] said {so}.")[1::2] == [
        "Treasury",
        None,
    ]


@pytest.mark.parametrize(
    "source",
    [
        "Senate Republicans",
        "Christian Speaker",
        "Union officials",
        "Voters",
        "Many",
        "Democrats",
        "A friend",
        "Activists",
        "WASHINGTON (AP)",
        "74 percent",
        "Others",
        "It",
    ],
)
def test_nobody_in_particular(source):
    assert names(f"[{source}] said {{it was over}}.") == [None]


@pytest.mark.parametrize("document", ["The letter", "A statement", "An e-mail", "A new poll", "The report"])
def test_a_document_that_nothing_tells_apart_has_no_name(document):
    assert names(f"[{document}] said {{so}}.") == [None]


@pytest.mark.parametrize(
    "worded",
    [
        "A 2015 report from the Inspector of Wells",
        "A report by the independent inspector of wells published in May 2015",
        "The report from the inspector of wells, published in 2015,",
    ],
)
def test_a_document_has_one_name_across_wordings(worded):
    assert names(f"[{worded}] showed {{so}}.") == ["Report by the Inspector of Wells, 2015"]


def test_the_report_of_a_year_is_the_one_that_was_named_before():
    text = "[A 2015 report from the auditor] showed {so}. [The audit report, published in May 2015,] showed {no}."
    assert names(text) == ["Report by the Auditor, 2015"] * 2


def test_the_report_is_the_one_that_was_named_before():
    assert (
        names("[A report by the auditor] showed {so}. [The report] said {no}. [It] added {more}.")
        == ["Report by the Auditor"] * 3
    )


def test_an_answer_carries_the_words_it_was_read_from():
    text, [_, (by_surname, _), (by_pronoun, _)] = read("[Ann Jones] said {no}. [Ms Jones] said {so}. [She] said {yes}.")
    assert (by_surname.basis.of(text), by_surname.rule) == ("Ann Jones", "surname")
    assert (by_pronoun.basis.of(text), by_pronoun.rule) == ("Ann Jones", "pronoun_previous_speaker")


IMPLIED = {
    "the name right before the cue": ("Ann Jones left. Later Ms Jones then SAID: “No.”", "Ann Jones"),
    "the name before an inset": ("Ann Jones left. Jones, who had come back, then SAID: “No.”", "Ann Jones"),
    "not the name inside the inset": ("Ann Jones left. The mayor, like Ms Jones, SAID: “No.”", None),
    "not the object of a passive": ("Ann Jones left. Ms Jones was TOLD: “No.”", None),
    "not a name in the words of somebody else": ("Ann Jones left. “Ms Jones” SAID: “No.”", None),
}


@pytest.mark.parametrize(("text", "expected"), IMPLIED.values(), ids=IMPLIED)
def test_a_missing_source_is_the_name_at_the_cue(text, expected):
    cue = re.search("SAID|TOLD", text)
    found = Marked((), (Span(cue.end() + 2, len(text)),), (Span(*cue.span()),))
    [one] = named(text.replace(cue[0], cue[0].lower()), [found])
    assert (one.speaker.name if one.speaker else None) == expected


def test_what_somebody_did_is_no_source():
    text = "Ann Jones left. Answering a question in the House, Ms Jones said: “No.”"
    did, cue = text.index("Answering"), text.index("said")
    found = Marked((Span(did, text.index(", Ms")),), (Span(cue + 6, len(text)),), (Span(cue, cue + 4),))
    [one] = named(text, [found])
    assert (one.speaker.name, one.speaker.rule) == ("Ann Jones", "surname")


def test_without_a_source_there_is_no_speaker():
    assert named("“No.”", [Marked((), ())]) == [Named()]


@pytest.mark.parametrize(
    ("label", "expected"),
    [("nsubj", True), ("nsubj:pass", True), ("nsubjpass", True), ("obj", False), ("dobj", False), ("pobj", False)],
)
def test_a_subject_is_one_in_both_label_sets(label, expected):
    """The parse is written by hand: 'Greeted by crowds was Ann Jones' has no verb after the name to go by."""
    words = ["Greeted", "by", "crowds", "was", "Ann", "Jones", "."]
    doc = Doc(
        load_pipeline(None).vocab,
        words=words,
        tags=["VBN", "IN", "NNS", "VBD", "NNP", "NNP", "."],
        pos=["VERB", "ADP", "NOUN", "AUX", "PROPN", "PROPN", "PUNCT"],
        heads=[0, 2, 0, 0, 5, 0, 0],
        deps=["ROOT", "case", "obl", "aux", "compound", label, "punct"],
    )
    page = Page(doc)
    people = People(page, Words(page.text), Entities(page, None))
    assert [is_subject(mention, people, page) for mention in people.mentions] == [expected]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14), st.data())
def test_any_text_and_any_source_are_survived(pieces, data):
    text = "".join(pieces)
    ends = st.integers(0, len(text))
    source = Span(*sorted((data.draw(ends), data.draw(ends))))
    [one] = named(text, [Marked((source,), (Span(0, len(text)),))])
    for reading in (one.speaker, one.role):
        assert reading is None or 0 <= reading.basis.start < reading.basis.end <= len(text)
