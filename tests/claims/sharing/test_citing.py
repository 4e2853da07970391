"""How statements and pairs are cited: all that a citation has to name, and markup that survives any words."""

import datetime as dt
import re
from dataclasses import replace

import pytest

from claims.records import Finding, Mode, Said, Stance
from claims.sharing.citing import cite, escaped
from claims.sharing.site import Site
from claims.timeline.entries import Entry, Pair, Rendering, Voice

SITE = Site("Who Said What", "claims.example.org", lambda path: f"https://claims.example.org{path}")
TODAY = dt.date(2018, 5, 3)
CONFIRMED = {"edition": 2, "newest": 2, "confirmed": "Rae View", "confirmed_on": dt.date(2018, 4, 27)}
MINISTER = Voice("mina-ister", "Mina Ister")


def rendering(outlet: str) -> Rendering:
    return Rendering(1, outlet, "Title", "", None, "We have no list.")


DENIAL = Entry(
    3,
    MINISTER,
    "We have no list.",
    said=Said.on(dt.date(2018, 4, 25)),
    role="Harbour Secretary",
    occasion="Answers to the press",
    renderings=(rendering("The Daily Sample"), rendering("Sample Evening News"), rendering("The Daily Sample")),
    **CONFIRMED,
)
ADMISSION = replace(DENIAL, key=4, words="There was a list", said=Said.in_month(2018, 5), renderings=())
PAIR = Pair(
    7, DENIAL, ADMISSION, Finding.CONTRADICTION, "There cannot be both.", edition=1, confirmed_on=dt.date(2018, 4, 27)
)


def test_a_statement_in_plain_text():
    assert cite(DENIAL, SITE, TODAY).plain == (
        "Mina Ister (Harbour Secretary): “We have no list.” Said on 25 April 2018, Answers to the press. Reported by"
        " The Daily Sample and Sample Evening News. Who Said What, statement 3, edition 2, confirmed 27 April 2018."
        " https://claims.example.org/statements/3/ (accessed 3 May 2018)."
    )


def test_a_statement_for_bibtex():
    assert cite(DENIAL, SITE, TODAY).bibtex == (
        "@misc{whosaidwhat:statement-3-2,\n"
        "  author = {{Mina Ister}},\n"
        "  title = {{“We have no list.”}},\n"
        "  year = {2018},\n"
        "  month = {apr},\n"
        "  howpublished = {Who Said What},\n"
        "  note = {Said on 25 April 2018, Answers to the press. Reported by The Daily Sample and Sample Evening News."
        " Statement 3, edition 2, confirmed 27 April 2018},\n"
        "  url = {https://claims.example.org/statements/3/},\n"
        "  urldate = {2018-05-03},\n"
        "}"
    )


def test_a_pair_names_both_sides():
    found = cite(PAIR, SITE, TODAY)

    assert found.plain == (
        "Mina Ister, 25 April 2018 and May 2018: “We have no list.” (on 25 April 2018) – “There was a list”"
        " (in May 2018). Reversal. Reported by The Daily Sample and Sample Evening News. Who Said What, pair 7,"
        " edition 1, confirmed 27 April 2018. https://claims.example.org/contradictions/7/ (accessed 3 May 2018)."
    )
    assert "title = {{“We have no list.” – “There was a list”}}" in found.bibtex


def test_reported_words_keep_their_stance():
    denied = replace(DENIAL, mode=Mode.INDIRECT, stance=Stance.DENIES, words="targets were used")

    assert "Denied: targets were used" in cite(denied, SITE, TODAY).plain


def test_what_is_withdrawn_says_so():
    gone = replace(DENIAL, withdrawn="It was somebody else.").without_words()
    for record in (gone, replace(PAIR, earlier=gone, later=ADMISSION.without_words()).without_words()):
        found = cite(record, SITE, TODAY)
        for text in (found.plain, found.bibtex):
            assert "Withdrawn: It was somebody else." in text
            assert "list" not in text


def test_a_day_that_nobody_knows_is_none():
    undated = cite(replace(DENIAL, said=None), SITE, TODAY)

    assert "Said on an unknown date" in undated.plain
    assert "year" not in undated.bibtex


ESCAPES = {
    "signs": ("50% of $5 & #1 _x_", r"50\% of \$5 \& \#1 \_x\_"),
    "braces, balanced for BibTeX": ("} { }", r"\textbraceright{} \textbraceleft{} \textbraceright{}"),
    "backslash": (r"\input{x}", r"\textbackslash{}input\textbraceleft{}x\textbraceright{}"),
    "accents of TeX": ("a~b^c", r"a\textasciitilde{}b\textasciicircum{}c"),
    "lines": ("one\n two\r\n\tthree", "one two three"),
    "other scripts": ("Зелёный 名 🙂", "Зелёный 名 🙂"),
}


@pytest.mark.parametrize(("text", "told"), ESCAPES.values(), ids=ESCAPES)
def test_nothing_in_a_value_is_markup(text, told):
    assert escaped(text) == told


def test_any_words_leave_the_braces_of_an_entry_balanced():
    wild = '}}, @comment{ \\ % " # ~ ^ _ & $ {{{ \n@misc{x,'
    found = cite(replace(DENIAL, words=wild, role=wild, speaker=Voice("x", wild), occasion=wild), SITE, TODAY).bibtex

    depth = 0
    for sign in re.findall("[{}]", found):
        depth += 1 if sign == "{" else -1
        assert depth >= 0
    assert depth == 0
    assert len(found.splitlines()) == 10
