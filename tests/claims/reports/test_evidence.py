"""How a rendering is compared with the words of its statement, and how the sources are numbered."""

import datetime as dt

import pytest

from claims.reports.evidence import COMPARABLE, compared, sources_of
from claims.text.differences import Kind, Piece
from tests.claims.reports.samples import entry, rendering, source

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
    assert [piece.text for piece in pieces if piece.kind == Kind.ADDED] == marked
    assert difference == told


def test_very_long_words_are_not_compared():
    pieces, difference = compared("a " * COMPARABLE, "b " * COMPARABLE)
    assert pieces == (Piece("a " * COMPARABLE),)
    assert difference == "Too long to be compared word by word"


def cited(article, version=1, day=26, **parts):
    """A rendering in that version of that article, published on that day of April; 0: on an unknown one."""
    published = dt.date(2018, 4, day) if day else None
    return rendering(source=source(article, version=version, **parts), published=published)


NUMBERED = {
    "by the day of publication": ([cited(1, day=27), cited(2, day=26)], [(2, 1), (1, 1)]),
    "by the time within the day": (
        [cited(1, published_time="17:00 BST"), cited(2, published_time="09:30 BST")],
        [(2, 1), (1, 1)],
    ),
    "an unknown day comes last": ([cited(1, day=0), cited(2, day=27)], [(2, 1), (1, 1)]),
    "then by article and version": ([cited(2), cited(1, 2), cited(1, 1)], [(1, 1), (1, 2), (2, 1)]),
    "each text once": ([cited(1), cited(1), cited(1, sha256="0" * 64)], [(1, 1)]),
    "what has no text has no number": ([rendering(source=None), cited(1)], [(1, 1)]),
}


@pytest.mark.parametrize("rule", NUMBERED)
def test_sources_run_with_time(rule):
    renderings, texts = NUMBERED[rule]
    entries = [entry(key, renderings=(one,)) for key, one in enumerate(renderings)]
    assert [(one.source.article, one.source.version) for one in sources_of(entries)] == texts
