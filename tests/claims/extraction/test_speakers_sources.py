"""Which words are the source, where the words around them are taken for it. [source] <cue> {content}."""

import pytest

from tests.claims.extraction.annotated import drawn_triple, found_triple, plain

DRAWN = {
    "behind a dateline": "LEEDS (Reuters) - [The mayor] <said> {the bridge was safe}.",
    "two behind a dateline": "LEEDS (AP) — Bob Hill and [Mayor Ann Jones] <pledged> {to rebuild the bridge}.",
    "with a hyphen": "[The vice-chair Ann Jones] <said> {the bridge was safe}.",
    "who put a statement out": "[The mayor] released a statement <saying> {the bridge was safe}.",
    "who spoke at a meeting": "[She] spoke at a conference <announcing> {that the bridge was safe}.",
    "a letter that nobody sent": "[A letter] <warning> {that the bridge was unsafe} reached the mayor.",
    "behind a report in quotation marks": (
        '[Jones] insisted that he had "widened the bridge," <claiming> {that he was responsible for it}.'
    ),
    "behind a reported clause": "[Jones] said the road was shut, <suggesting> {that the bridge was unsafe}.",
    "an infinitive": "[The mayor] tweeted on Friday to <say> {the bridge was safe}.",
    "an infinitive behind an adjective": "[The engineers] are quick to <point out> {that the bridge is safe}.",
    "who was made to": "The flood drove [the people] to <demand> {that the bridge be closed}.",
    "a participle before its sentence": "Instead of <saying> {that the bridge was safe}, [Mr Hill] left.",
    "a participle that begins a sentence": (
        '[Jones] stated that it was ugly. <Adding>, {"We will build another one."}'
    ),
    "a participle behind with": "The evening ended with [Mr Hill] <saying> {that the bridge was safe}.",
    "behind an inset": "Speaking in Leeds, [Jones], without naming him, also <accused> {Mr Hill of lying}.",
    "a noun and who brought it": "[Mr Jones] entered the hall with the <claim> {that the bridge was safe}.",
    "a noun behind a name": "The town ignored [the TUC] <demand> {that the bridge be closed}.",
    "behind a quotation that has a subject": (
        '"The old bridge over the harbour is safe," said [the engineer Ann Jones], <suggesting> {that she had seen it}.'
    ),
    "two, and what the first is": "[Bob Hill, the mayor, and Ann Jones] <said> {the bridge was safe}.",
    "two, with as well as": "[Bob Hill as well as Ann Jones] <said> {the bridge was safe}.",
    "two, with along with": "[Bob Hill, along with Ann Jones], <said> {the bridge was safe}.",
    "along with a thing": "Bob Hill, along with his boat, vanished. [Ann Jones] <said> {the bridge was safe}.",
    "a relative clause with and": "[Bob Hill, who left], and then returned, <said> {the bridge was safe}.",
    "turned round, behind a comma": (
        '{"The bridge is the best thing" of the town}, <said> [Richard Curtin, the chief engineer].'
    ),
}


@pytest.mark.parametrize("drawn", DRAWN.values(), ids=DRAWN)
def test_source(drawn, extractor):
    text = plain(drawn)
    assert drawn_triple(drawn) in [found_triple(text, one) for one in extractor.read(text).attributions]


SPOKESMAN = "A spokesman for Harbour Freight said the crane was sound. "
AGAIN = {
    "in the next sentence": (SPOKESMAN + "The spokesman said divers were at work.", "Harbour Freight"),
    "behind his words": (SPOKESMAN + "“Divers are at work,” the spokesman added.", "Harbour Freight"),
    "in the next paragraph": (SPOKESMAN + "\n\n“Divers are at work,” the spokesman said.", "Harbour Freight"),
    "before somebody else": (
        SPOKESMAN + "“Divers are at work,” the spokesman added.\n\nMaria Brandt left the hall.",
        "Harbour Freight",
    ),
    "though he is a person now": (SPOKESMAN + "The spokesperson said divers were at work.", "Harbour Freight"),
    "a person's": (
        "A spokeswoman for Anna Lindqvist said she was ill. The spokeswoman said she would be back.",
        "Spokeswoman for Anna Lindqvist",
    ),
    "a woman is not he": (SPOKESMAN + "The spokeswoman said divers were at work.", None),
    "another one": (SPOKESMAN + "A spokesman said it rained. The spokesman said divers were at work.", None),
    "too far off": (SPOKESMAN + "\n\nIt rained." * 5 + "\n\nThe spokesman said divers were at work.", None),
}


@pytest.mark.parametrize(("text", "expected"), AGAIN.values(), ids=AGAIN)
def test_the_spokesman_is_the_one_who_spoke_before(text, expected, extractor):
    one = extractor.read(text).attributions[-1].speaker
    assert (one and one.name) == expected


FOR_WHOM = {
    "he is not the spokeswoman": ("Strandholm’s spokeswoman said he would not stand.", "Spokeswoman for Strandholm"),
    "he is the spokesman": ("Strandholm’s spokesman said he had seen the crane.", "Strandholm"),
    "a firm": ("Strandholm’s spokeswoman said it would build no crane.", "Strandholm"),
}


@pytest.mark.parametrize(("text", "expected"), FOR_WHOM.values(), ids=FOR_WHOM)
def test_whom_a_spokeswoman_calls_he_is_a_person(text, expected, extractor):
    [one] = extractor.read(text).attributions
    assert one.speaker.name == expected


BEGINNING = {
    "a verb to the eye": ("Manning Lowe said it was over. Lowe added that it rained.", ["Manning Lowe"] * 2),
    "behind words": ("“It is over,” Manning Lowe told the council.", ["Manning Lowe"]),
    "a verb indeed": ("Peter Lowe left. Quoting Lowe, Bob Hill said it was over.", ["Bob Hill"]),
}


@pytest.mark.parametrize(("text", "expected"), BEGINNING.values(), ids=BEGINNING)
def test_a_given_name_that_looks_like_a_verb_begins_a_sentence(text, expected, extractor):
    speakers = [one.speaker for one in extractor.read(text).attributions]
    assert [one and one.name for one in speakers] == expected


FAMILIES = {
    "another family": ("Ida Voss left. Ida van der Voss said it was over.", "Ida van der Voss"),
    "the other way round": ("Ida van der Voss left. Ida Voss said it was over.", "Ida Voss"),
    "in capitals": ("Ida van der Voss left. Ida Van der Voss said it was over.", "Ida van der Voss"),
    "her surname": ("Ida van der Voss left. Ms Voss said it was over.", "Ida van der Voss"),
}


@pytest.mark.parametrize(("text", "expected"), FAMILIES.values(), ids=FAMILIES)
def test_small_words_before_a_surname_tell_families_apart(text, expected, extractor):
    [one] = extractor.read(text).attributions
    assert one.speaker.name == expected


@pytest.mark.parametrize("surname", ["Manning", "Harding", "Reed", "Saeed"])
def test_a_surname_that_looks_like_a_verb_begins_a_sentence(extractor, surname):
    text = f"Peter {surname}, the mayor, said the bridge was shut. {surname} said it was over."
    assert [one.speaker.name for one in extractor.read(text).attributions] == [f"Peter {surname}"] * 2
