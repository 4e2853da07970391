"""Sources that mean somebody named shortly before, and names that only stand where they speak."""

import pytest

from tests.claims.extraction.marked import names

EPITHETS = {
    "the only one near": ("Bob Hill left early. [The businessman] said {so}.", ["Bob Hill"]),
    "behind the words": ("Bob Hill left early. {“It is over,”} [the businessman] said.", ["Bob Hill"]),
    "of a party": ("Sen. Bob Hill left early. [The Kentucky Republican] said {so}.", ["Bob Hill"]),
    "of a place": ("Sen. Bob Hill met Gov. Ann Jones. [The Florida senator] said {so}.", ["Bob Hill"]),
    "two are near": ("Bob Hill and Al Brand left. By noon [the businessman] said {so}.", [None]),
    "the one who is called so": (
        "Bob Hill, a businessman, left.\n\nIt rained. Al Brand met Mr Hill. {“No,”} [the businessman] said.",
        ["Bob Hill"],
    ),
    "a writer of speeches": ("Bob Hill left early. {“No,”} [the speechwriter] said.", ["Bob Hill"]),
    "the subject of two": ("Al Brand hired Bob Hill. Hill left. [The rugby legend] said {so}.", ["Bob Hill"]),
    "somebody without a name": ("Bob Hill met a businessman from Leeds. [The businessman] said {so}.", [None]),
    "of the other party": ("The Democratic leader Bob Hill left. [The Kentucky Republican] said {so}.", [None]),
    "of the other gender": ("Ann Jones left. [The businessman] said {so}.", [None]),
    "of another office": ("President Bob Hill left. [The Florida senator] said {so}.", [None]),
    "too far off": (f"Bob Hill left. {'It rained. ' * 5}By noon [the businessman] said {{so}}.", [None]),
    "who is spoken of": ("{“Bob Hill lost,”} [the businessman] said.", [None]),
    "no word for one person": ("Bob Hill left early. [The crowd] said {so}.", [None]),
    "not definite": ("Bob Hill left early. [A businessman] said {so}.", [None]),
}


@pytest.mark.parametrize(("text", "expected"), EPITHETS.values(), ids=EPITHETS)
def test_an_epithet_means_the_only_one_near(text, expected):
    assert names(text) == expected


FAR = "\n\nIt rained.\n\nIt snowed.\n\n"
SURNAMES = {
    "in this paragraph": (f"Bob Jones left.{FAR}Ann Jones came. [Jones] said {{so}}.", ["Ann Jones"]),
    "in the paragraph before": (f"Bob Jones left.{FAR}Ann Jones came.\n\n[Jones] said {{so}}.", ["Ann Jones"]),
    "this paragraph before that": ("Bob Jones left.\n\nAnn Jones came. [Jones] said {so}.", ["Ann Jones"]),
    "both in one paragraph": ("Bob Jones left. Ann Jones came. [Jones] said {so}.", [None]),
    "both far off": (f"Bob Jones left. Ann Jones came.{FAR}[Jones] said {{so}}.", [None]),
}


@pytest.mark.parametrize(("text", "expected"), SURNAMES.values(), ids=SURNAMES)
def test_of_two_with_one_surname_the_one_near_speaks(text, expected):
    assert names(text) == expected


PRINTED_ONCE = {
    "an outlet before the name": ("[The Echo's Xolba Hill] said {so}.", ["Xolba Hill"]),
    "an office with of before the name": ("[Former secretary of state Ann Jones] said {so}.", ["Ann Jones"]),
    "a master of ceremonies": ("[Master of ceremonies Xolba Al-Hill, an engineer,] said {so}.", ["Xolba Al-Hill"]),
    "a friend of a senator is not the senator": (
        "Ann Jones left. [A friend of state senator Ann Jones] said {so}.",
        [None],
    ),
    "a son is not his father": ("Bob J. Hill left. [Bob Hill Jr.] said {so}.", ["Bob Hill Jr."]),
    "a son may be printed without Jr.": ("[Bob R. Hill Jr.] said {so}. [Bob Hill] said {no}.", ["Bob R. Hill Jr."] * 2),
    "whose": ("[M. Okwudi Brand, whose club lost,] said {so}.", ["M. Okwudi Brand"]),
    "a name that ends before I": ("They know Bob Hill I’ve met. [Mr Hill] said {so}.", ["Bob Hill"]),
}


@pytest.mark.parametrize(("text", "expected"), PRINTED_ONCE.values(), ids=PRINTED_ONCE)
def test_a_name_that_stands_where_it_speaks(text, expected):
    assert names(text) == expected


PRONOUNS = {
    "no subject, but the only one": ("As for Ms Jones's travel, [she] said {so}. Ann Jones left.", ["Ann Jones"]),
    "the only one of that gender": ("The crowd met Ann Jones and Bob Hill. [He] said {so}.", ["Bob Hill"]),
    "as for": ("[Al Brand] said {no}. As for Bob Hill, [he] said {yes}.", ["Al Brand", "Bob Hill"]),
    "as for a woman": ("[Al Brand] said {no}. As for Ann Jones, [he] said {yes}.", ["Al Brand", "Al Brand"]),
    "two fit": ("The crowd met Al Brand and Bob Hill. [He] said {so}.", [None]),
    "whose gender nobody knows": ("The crowd met Xolba Hill, 34. [He] said {so}.", [None]),
    "who is spoken of": ("The crowd left. {“Bob Hill has lost,”} [he] said.", [None]),
    "somebody's campaign is not he": (
        "Bob Hill left. The Brand campaign cheered. [He] said {so}. Al Brand stayed.",
        ["Bob Hill"],
    ),
    "a surname that two have": (
        f"Bob Jones met Ann Jones.{FAR}[Jones] said {{so}}. [She] added {{more}}.",
        [None, "Ann Jones"],
    ),
    "a surname that two women have": (
        f"Sue Jones met Ann Jones.{FAR}[Jones] said {{so}}. [She] added {{more}}.",
        [None, None],
    ),
}


@pytest.mark.parametrize(("text", "expected"), PRONOUNS.values(), ids=PRONOUNS)
def test_a_pronoun_means_the_only_one_whom_it_fits(text, expected):
    assert names(text) == expected


THINGS = {
    "a kind of organisation again": (
        "[The Leeds Printers Union] said {so}. [The union] added {more}.",
        ["Leeds Printers Union"] * 2,
    ),
    "another kind": (
        "[The Leeds Printers Union] said {so}. [The agency] added {more}.",
        ["Leeds Printers Union", None],
    ),
    "which": ("They asked the Leeds Police Department, [which] said {so}.", ["Leeds Police Department"]),
    "which, of no name": ("They asked an agency [which] said {so}.", [None]),
    "a company that is named": ("Workers of Verizon left. [The company] said {so}.", ["Verizon"]),
    "one of two companies": ("Workers of Verizon left. Microsoft paid. [The company] said {so}.", [None]),
    "no company that is named": ("The workers left. [The company] said {so}.", [None]),
    "which, of a person's campaign": ("They asked Ann Jones, [which] said {so}.", [None]),
}


@pytest.mark.parametrize(("text", "expected"), THINGS.values(), ids=THINGS)
def test_a_thing_is_meant_again(text, expected):
    assert names(text) == expected


IMPLIED = {
    "behind the cue": '"It is over," said retired teacher Ann Jones, asked about the bridge.',
    "between commas": "The council built it for the town, a spokeswoman, Ann Jones, said on Monday.",
}


@pytest.mark.parametrize("text", IMPLIED.values(), ids=IMPLIED)
def test_a_name_at_the_cue_speaks(text, extractor):
    assert {one.speaker and one.speaker.name for one in extractor.read(text).attributions} == {"Ann Jones"}


NO_NAMES = {
    "a kind of organisation": "[The Super PAC] said {so}.",
    "a noun that begins a headline": "[Network] has offered {hope}.",
    "a state": "In Leeds, [OH], they said {so}.",
    "people of an organisation": "[Leaders of the North Carolina Senate] said {so}.",
    "a document of a year alone": "[A 2014 study that appeared in the journal] said {so}.",
    "a document by nobody": "[The statement by the two] said {so}.",
    "documents from a meeting": "[Exclusive reports from the convention] said {so}.",
}


@pytest.mark.parametrize("text", NO_NAMES.values(), ids=NO_NAMES)
def test_what_is_no_name(text):
    assert names(text) == [None]


def test_a_heading_in_capitals_is_no_part_of_a_name():
    assert names("[NEWS IN BRIEF The Green Party] said {so}.") == ["Green Party"]


INSPECTOR = "A 2015 report from the Chief Inspector of Wells"
SAME = {
    "an author and a kind": ("An inspection report from December 2015", INSPECTOR, True),
    "a year in the author's name": ("A 2015 report from the 2015 Chief Inspector of Wells", INSPECTOR, True),
    "two kinds": ("An inspection report from 2015", "An audit report from 2015", False),
    "two years": ("An inspection report from 2014", INSPECTOR, False),
    "two nouns": ("An inspection letter from 2015", INSPECTOR, False),
    "two months": ("An inspection report from December 2015", INSPECTOR + " published in May", False),
}


@pytest.mark.parametrize("turned", [False, True], ids=["shorter first", "fuller first"])
@pytest.mark.parametrize(("one", "other", "same"), SAME.values(), ids=SAME)
def test_one_document_has_one_name(one, other, same, turned):
    first, second = (other, one) if turned else (one, other)
    found = names(f"[{first}] showed {{so}}. [{second}] showed {{no}}.")
    assert None not in found
    assert (len(set(found)) == 1) == same
    assert not same or set(found) == {"Report by the Chief Inspector of Wells, 2015"}


def test_of_two_authors_neither_wrote_what_has_none():
    reports = ["An inspection report from 2015", INSPECTOR, "A 2015 report from the auditor"]
    assert len(set(names(" ".join(f"[{one}] showed {{so}}." for one in reports)))) == 3
