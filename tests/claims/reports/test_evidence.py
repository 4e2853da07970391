"""How a rendering is compared with the words of its statement."""

import pytest

from claims.reports.evidence import COMPARABLE, compared
from claims.reports.report import Piece

WORDINGS = {
    "the same": ("We have no list", "We have no list", [], "The same words"),
    "marks around it": ("“We have no list,”", "We have no list", [], "The same words"),
    "cut short": ("… we have no list …", "we have no list", [], "The same words"),
    "other glyphs": ("We don’t", "We don't", [], "The same words, set differently"),
    "a letter more": (
        "the removals targets",
        "the removal targets",
        ["removals"],
        "Differs: “removals” for “removal”",
    ),
    "a comma more": ("a list, I think", "a list I think", [","], "Differs: with “,”"),
    "a word less": ("We have no list", "We have no local list", [], "Differs: without “local”"),
    "two things": ("I had a list then", "We had a list", ["I", "then"], "Differs: “I” for “We”, with “then”"),
    "nothing but marks": ("”””", "”", [], "The same words"),
}


@pytest.mark.parametrize("name", WORDINGS)
def test_what_differs_is_marked_and_told(name):
    words, wanted, marked, told = WORDINGS[name]
    pieces, difference = compared(words, wanted)
    assert "".join(piece.text for piece in pieces) == words
    assert [piece.text for piece in pieces if piece.marked] == marked
    assert difference == told


def test_very_long_words_are_not_compared():
    pieces, difference = compared("a " * COMPARABLE, "b " * COMPARABLE)
    assert pieces == (Piece("a " * COMPARABLE),)
    assert difference == "Too long to be compared word by word"
