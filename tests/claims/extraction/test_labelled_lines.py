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
    "one letter": "They met on Monday.\n\nQuiet at last.\n\nAnd so it stayed.",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY.keys())
def test_other_lines_have_no_speaker(text):
    assert [cue for _, cue, _ in read_by_rules(text) if cue in (":", "Q", "A")] == []
