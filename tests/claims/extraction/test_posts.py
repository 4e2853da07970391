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
    "letter": (LETTER, ("Ann Jones", "Yours sincerely,", ("The bridge is old.\n\nIt must be closed.",))),
}


@pytest.mark.parametrize(("text", "expected"), WHOLE.values(), ids=WHOLE.keys())
def test_what_is_printed_whole_is_its_writers(text, expected):
    assert read_by_rules(f"They met on Monday.\n\n{text}\n\nNobody knew.")[:1] == [expected]


NOBODY = {
    "a dash and a name without a handle": "They met on a bridge — Ann Jones (who built it) and Bob Hill.",
    "markup without a writer": "<tweet>The bridge is old.</tweet>",
    "a greeting without a farewell": "Dear Prime Minister,\n\nThe bridge is old.\n\nIt fell.\n\nNobody knew.",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY.keys())
def test_other_lines_are_nobodys(text):
    assert read_by_rules(text) == []
