"""Posts and letters that are printed whole."""

import pytest

from tests.claims.extraction.annotated import read_by_rules

LETTER = "Dear Prime Minister,\n\nThe bridge is old.\n\nIt must be closed.\n\nYours sincerely,\n\nAnn Jones"
WHOLE = {
    "signed, with a handle": (
        "The bridge is safe. — Ann Jones (@annjones) March 3, 2019",
        ("Ann Jones", "—", ("The bridge is safe.",)),
    ),
    "signed, with a picture": (
        "The bridge is safe. pic.twitter.com/abc — Ann Jones (@annjones) March 3, 2019",
        ("Ann Jones", "—", ("The bridge is safe.",)),
    ),
    "markup": (
        '<tweet author="annjones">The bridge is safe.</tweet>',
        ("annjones", "<tweet", ("The bridge is safe.",)),
    ),
    "markup, signed": (
        '<tweet author="@annjones">The bridge is safe. — Ann Jones (@annjones) March 3, 2019</tweet>',
        ("Ann Jones", "<tweet", ("The bridge is safe.",)),
    ),
    "letter without a farewell": (
        "Dear colleagues,\n\nThe bridge is old.\n\nIt must be closed.\n\nAnn Jones\nEngineer of the council",
        ("Ann Jones", "Ann Jones", ("The bridge is old.\n\nIt must be closed.",)),
    ),
    "farewell and name on one line": (
        "Dear Mr Hill,\n\nThe bridge is old.\n\nYours sincerely, Ann Jones",
        ("Ann Jones", "Yours sincerely,", ("The bridge is old.",)),
    ),
    "statement in marks": (
        "Statement by Ann Jones:\n\n“The bridge is safe.\n\n“It will be open.”",
        ("Ann Jones", "Statement", ("“The bridge is safe.\n\n“It will be open.”",)),
    ),
    "statement in marks, below a role": (
        "Full statement from Ann Jones, engineer\n\n“The bridge is safe.”",
        ("Ann Jones", "statement", ("“The bridge is safe.”",)),
    ),
    "statement up to a heading": (
        "Statement from Ann Jones:\n\nThe bridge is safe.\n\nIt will be open.\n\nBackground",
        ("Ann Jones", "Statement", ("The bridge is safe.\n\nIt will be open.",)),
    ),
    "statement up to who made it": (
        "Ann Jones’s statement in full:\n\nThe bridge is safe.\n\nJones spoke at noon.",
        ("Ann Jones", "statement", ("The bridge is safe.",)),
    ),
    "letter": (LETTER, ("Ann Jones", "Yours sincerely,", ("The bridge is old.\n\nIt must be closed.",))),
}


@pytest.mark.parametrize(("text", "expected"), WHOLE.values(), ids=WHOLE.keys())
def test_what_is_printed_whole_is_its_writers(text, expected):
    assert read_by_rules(f"They met on Monday.\n\n{text}\n\nNobody knew.")[:1] == [expected]


NOBODY = {
    "a dash and a name without a handle": "They met on a bridge — Ann Jones (who built it) and Bob Hill.",
    "markup without a writer": "<tweet>The bridge is old.</tweet>",
    "a heading of a statement, and the report of it": "Statement by Ann Jones\n\nThe bridge is old.\n\nIt fell.",
    "a greeting without a farewell": "Dear Prime Minister,\n\nThe bridge is old.\n\nIt fell.\n\nNobody knew.",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY.keys())
def test_other_lines_are_nobodys(text):
    assert read_by_rules(text) == []
