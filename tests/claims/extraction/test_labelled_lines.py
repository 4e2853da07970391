"""Lines that begin with who speaks: headlines, headings, transcripts, interviews."""

import pytest

from tests.claims.extraction.annotated import drawn_triple, plain, read_by_rules

LABELLED = {
    "headline": "[Ann Jones]<:> {The bridge is safe}\n\nThe engineer Ann Jones spoke on Monday.",
    "headline with whom or about what": "[Jones] on the bridge<:> {It is safe}\n\nThe engineer Ann Jones spoke.",
    "capitals": "They met on Monday.\n\n[MODERATOR]<:> {Is the bridge safe?}\n\nNobody knew.",
    "surname that comes again": (
        "They met on Monday.\n\n[Lane]<:> {The bridge is safe.}\n\nHill: How so?\n\nLane: No.\n\nHill: Thank you."
    ),
    "heading that quotes": "Ann Jones spoke on Monday.\n\n[Jones]<:> {‘The bridge is safe’}\n\nNobody else spoke.",
    "question": "Q: Is it safe?\n\nA: It is.\n\n[Q]<:> {Who built it?}\n\nA: I did.",
    "answer": "Q: Is it safe?\n\n[A]<:> {It is.}\n\nQ: Who built it?\n\nA: I did.",
    "answer of one word": "Q: Is it safe?\n\n[A]<:> {Yes.}\n\nQ: Who built it?\n\nA: I did.",
    "answer of two paragraphs": "Q: Is it safe?\n\n[A]<:> {It is.\n\nI built it.}\n\nQ: Who paid?\n\nA: You did.",
    "stage direction behind the answer": "Q: Is it safe?\n\n[A]<:> {It is.}\n\n(Laughter)\n\nQ: Who paid?\n\nA: You.",
    "one question": "[Q]<:> {Is it safe?}\n\nA: It is.",
    "letters with stops": "Q. Is it safe?\nA. It is.\n[Q]<.> {Who built it?}\nA. I did.",
    "letters with stops, one pair": "Q. Is it safe?\n[A]<.> {It is safe.}",
    "a name that is said once and asks": "Ann Hill spoke first.\n\n[Hill]<:> {Is it safe?}\n\nNobody knew.",
    "names that are said once, one behind the other": (
        "Ann Hill and Karl Berg met.\n\nHill: It is safe.\n\n[Berg]<:> {It is not.}\n\nNobody else spoke."
    ),
    "capitals in the first line": "[LANE]<:> {We will fix it}\nBERG: You will not.",
    "somebody without a name asks": "[Interviewer]<:> {Is it safe?}\nLane: It is safe.",
    "somebody without a name asked": "Interviewer: Is it safe?\n[Lane]<:> {It is safe.}",
    "thanks in capitals": "The hearing began at noon.\n\n[ANN LANE]<:> {Thank you.}\n\nNobody else spoke.",
    "headline that quotes first": "{‘We will pay’}<:> [Jones] gives in\n\nAnn Jones spoke on Monday.",
    "headline signed": "{‘We will pay’} <–> [Jones]\n\nAnn Jones spoke on Monday.",
    "headline with its cue": '{"We will pay,"} <says> [mayor]\n\nAnn Jones, the mayor, spoke on Monday.',
    "letters without colons": "[<Q>]{Is the bridge safe?}\n\nAIt is.\n\nQWho built it?\n\nAI did.",
}


@pytest.mark.parametrize("drawn", LABELLED.values(), ids=LABELLED.keys())
def test_a_labelled_line_is_what_its_label_says(drawn):
    assert drawn_triple(drawn) in read_by_rules(plain(drawn))


NOBODY = {
    "unknown name in a headline": "Bridges: A short history\n\nThe engineer spoke on Monday.",
    "no name": "They met on Monday.\n\nUPDATE: The bridge is closed.",
    "an answer without any question": "They met on Monday.\n\nA: The first bridge of all.",
    "heading without a quotation": "Ann Jones spoke on Monday.\n\nJones: what we know\n\nNobody else spoke.",
    "the same words again and again": "They met.\n\nStill to come: the old bridge.\n\nStill to come: the new bridge.",
    "initials": "A. Lane met Q. Berg on Monday.\n\nA. Berg left.",
    "facts": "Leeds in figures\n\nPopulation: 700,000 people.\n\nArea: 500 square miles.",
    "a heading that quotes, and a place": "'Unsafe': Leeds bridge to close\n\nThe bridge at Leeds is old.",
    "a title": "'Bridge of sighs': How Leeds lost its bridge\n\nHow it went is a long story.",
    "one letter": "They met on Monday.\n\nQuiet at last.\n\nAnd so it stayed.",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY.keys())
def test_other_lines_have_no_speaker(text):
    assert [cue for _, cue, _ in read_by_rules(text) if cue in (":", ".", "Q", "A")] == []


ROLES = ("MODERATOR", "INTERVIEWER", "Q")


@pytest.mark.parametrize("label", ROLES)
def test_who_only_asks_has_no_name(extractor, label):
    text = f"Ann Lane came at noon.\n\n{label}: Is the bridge safe?\n\nLANE: It is safe.\n\n{label}: Who built it?"
    asked = [one for one in extractor.read(text).attributions if one.source[0].of(text) == label]
    assert [one.speaker for one in asked] == [None, None]


TIMED = {
    "a name and a surname": "08.10 [Nina Clough]<:> {“It is safe.”}\n\n10:05am Clough: “We will not pay.”",
    "an office": "08.10 Nina Clough: “It is safe.”\n\n15.02 [Downing Street]<:> {no decision has been made.}",
    "am": "08.10 Nina Clough: “It is safe.”\n\n10:05am [Clough]<:> {“We will not pay.”}",
    "a headline alone": "[Croft]<:> {We will not pay the fine}",
    "a headline alone that quotes": "[Brisk]<:> {'I took the watch'}",
    "a headline alone that quotes first": "{“We had no targets”}<:> [Clough] hits back",
    "a headline that quotes first": "{'No targets here'}<:> [Clough] hits back at MPs\n\nNina Clough met them.",
    "a transcript's first line": "[MR. LANE]<:> {The bridge was safe.}\nTHE COURT: Overruled.\nMS. BRISK: I object.",
    "a transcript's court": "MR. LANE: The bridge was safe.\n[THE COURT]<:> {Overruled.}\nMS. BRISK: I object.",
}


@pytest.mark.parametrize("drawn", TIMED.values(), ids=TIMED.keys())
def test_who_speaks_in_live_reports_lone_headlines_and_courts(drawn):
    assert drawn_triple(drawn) in read_by_rules(plain(drawn))


NOTHING_SAID = {
    "an update": "08.10 Update: the bridge is closed.\n\n10.05 Breaking News: the bridge is open.",
    "what is closed": "08.10 Road closed: the old bridge is shut.\n\nNobody spoke.",
    "a recipe": "Recipe: My best cake",
    "an opinion": "Opinion: We must act",
    "a thing": "'Unsafe': Bridge closes\n\nBridge works begin on Monday.",
    "facts": "Leeds: 'A short history'\n\nThe town is old.",
}


@pytest.mark.parametrize("text", NOTHING_SAID.values(), ids=NOTHING_SAID.keys())
def test_entries_and_headlines_of_nobody(text):
    assert [cue for _, cue, _ in read_by_rules(text) if cue == ":"] == []
