"""What a speaker is when the words are spoken, as printed. [source], {reported words}."""

import pytest

from tests.claims.extraction.marked import read, roles

ROLES = {
    "before the name": ("[Home Secretary Ann Jones] said {no}.", "Home Secretary"),
    "with a party": ("[Lib Dem leader Sir Bob Hill] said {no}.", "Lib Dem leader"),
    "with a genitive": ("[Labour's shadow home secretary Ann Jones] said {no}.", "Labour's shadow home secretary"),
    "a determiner is none of it": ("[The SNP's justice spokeswoman Ann Jones] said {no}.", "SNP's justice spokeswoman"),
    "a short title": ("[Sen. Ann Jones] said {no}.", "Sen."),
    "of a state": ("[Former Ohio Gov. Bob Hill] said {no}.", "Former Ohio Gov."),
    "of State": ("[Secretary of State Ann Jones] said {no}.", "Secretary of State"),
    "after the name": (
        "[Ann Jones, general secretary of the Teachers' Union,] said {no}.",
        "general secretary of the Teachers' Union",
    ),
    "a list in it": (
        "[Ann Jones, director for border, immigration and citizenship,] said {no}.",
        "director for border, immigration and citizenship",
    ),
    "after an age": ("[Ann Jones, 34, a teacher in Leeds,] said {no}.", "teacher in Leeds"),
    "behind the source": ("[Ann Jones], head of Leeds Council, said {no}.", "head of Leeds Council"),
    "a colleague": ("[Her Labour frontbench colleague, Ann Jones,] said {no}.", "Labour frontbench colleague"),
    "reversed": ("[The head of Leeds Council, Ann Jones,] said {no}.", "head of Leeds Council"),
    "a chair who is more": (
        "At the hearing [Home Affairs Committee chair Ann Jones, a Labour MP,] asked {why}.",
        "Home Affairs Committee chair",
    ),
    "no role": ("[Ann Jones] said {no}.", None),
    "Mr is no role": ("Bob Hill left. [Mr Hill] said {no}.", None),
    "a relative clause is no role": ("[Ann Jones, who met the mayor,] said {no}.", None),
    "whom somebody works for": ("[Ann Jones, speaking to the mayor,] said {no}.", None),
    "somebody's attorney": ("[Trump's attorney, Ann Jones,] said {no}.", "Trump's attorney"),
    "one more": ("[Another pollster, Ann Jones of Leeds,] said {no}.", "pollster"),
    "with an abbreviation": ("[A former U.S. congressman, Bob Hill, R-Ohio,] said {no}.", "former U.S. congressman"),
    "with a party before the name": ("[The chair of the panel, Labour's Ann Jones,] said {no}.", "chair of the panel"),
    "with of in it": ("[Bank of England governor Bob Hill] said {no}.", "Bank of England governor"),
    "with for in it": ("So [Transport for London chief Bob Hill] said {no}.", "Transport for London chief"),
    "a party at the beginning": ("[Labour peer Lady Hill] said {no}.", "Labour peer"),
    "letters after the name": ("[Ann Jones MP] said {no}.", "MP"),
    "of an acronym": ("[The NAO's head, Sir Bob Hill,] said {no}.", "NAO's head"),
    "somebody else's apposition": ("With Bob Hill and [Ann Jones], the minister stated {so}.", None),
    "of somebody named before": ("After Bob Hill, the new mayor, [Jones] said {no}. Ann Jones left.", None),
    "a relative clause about somebody else": ("Ann Jones left. The judge [Jones] accused said {no}.", None),
    "with a date in it": ("[9/11 widow Ann Jones] said {no}.", "9/11 widow"),
    "an organisation's voice": ("[A Downing Street spokeswoman] said {no}.", "spokeswoman"),
}


@pytest.mark.parametrize(("text", "role"), ROLES.values(), ids=ROLES)
def test_roles(text, role):
    assert roles(text) == [role]


CARRIED = {
    "to the surname": ("[Home Secretary Ann Jones] said {no}. [Jones] said {yes}.", ["Home Secretary"] * 2),
    "to the pronoun": ("[Home Secretary Ann Jones] said {no}. [She] said {yes}.", ["Home Secretary"] * 2),
    "from where nobody spoke": ("Home Secretary Ann Jones left. [Ms Jones] said {no}.", ["Home Secretary"]),
    "one of several": (
        "Conservative backbenchers, including Sir Bob Hill and Guy Wood, cheered. [Mr Wood] said {no}.",
        ["Conservative backbenchers"],
    ),
    "the source's own words come first": (
        "Home Secretary Ann Jones left. [Former teacher Ann Jones] said {no}.",
        ["Former teacher"],
    ),
    "a headline is no role": (
        "Mayor Bob Hill Finally Endorses House Speaker Ann Jones\n\nMs Jones left. [Jones] said {no}.",
        [None],
    ),
    "a role in a headline": (
        "House Speaker Ann Jones Endorses Bob Hill\n\nMs Jones left. [Jones] said {no}.",
        ["House Speaker"],
    ),
    "a description is a role": (
        "Ann Jones has admitted a mistake.\n\n[The home secretary] said {no}. [Jones] said {yes}.",
        ["home secretary"] * 2,
    ),
}


@pytest.mark.parametrize(("text", "expected"), CARRIED.values(), ids=CARRIED)
def test_a_role_goes_with_the_person(text, expected):
    assert roles(text) == expected


def test_a_role_carries_where_it_stands():
    text, [_, (_, role)] = read("[Home Secretary Ann Jones] said {no}. [She] said {yes}.")
    assert role.basis.of(text) == role.role == "Home Secretary"
