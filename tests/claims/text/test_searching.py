"""A search as it is typed, taken apart."""

import datetime as dt

import pytest

from claims.text.searching import LONGEST, Search, grams, plain, search_of

TYPED = {
    "nothing": ("  ", Search()),
    "words": ("local targets", Search(words="local targets")),
    "a phrase in curly marks": ("“local targets” -leak", Search(words='"local targets" -leak')),
    "a speaker": ("speaker:rudd", Search(speakers=("rudd",))),
    "a speaker of two words": ('speaker:"amber rudd" targets', Search(words="targets", speakers=("amber rudd",))),
    "an outlet": ("outlet:“BBC News”", Search(outlets=("BBC News",))),
    "days": (
        "after:2018-04-24 before:2018-05",
        Search(after=dt.date(2018, 4, 24), before=dt.date(2018, 5, 31)),
    ),
    "a day in words": ('before:"25 april 2018"', Search(before=dt.date(2018, 4, 25))),
    "what clashes": ("has:contradiction targets", Search(words="targets", clashing=True)),
    "no such day": ("after:yesterday x", Search(words="x", unread=("after:yesterday",))),
    "no such thing to have": ("has:fleas", Search(unread=("has:fleas",))),
    "an empty condition": ('speaker:"" x', Search(words="x", unread=('speaker:""',))),
    "a condition that never closes": ('speaker:"amber', Search(speakers=("amber",))),
    "an accent": ("Café’s", Search(words="Cafe's")),
    "too long": ("x" * 400, Search(words="x" * LONGEST)),
}


@pytest.mark.parametrize(("typed", "read"), TYPED.values(), ids=TYPED)
def test_a_search_is_read(typed, read):
    assert search_of(typed) == read
    assert bool(search_of(typed)) is (read != Search(unread=read.unread))


def test_letters_in_runs_of_three():
    assert grams("Ann Lee") == ["  a", "  l", " an", " le", "ann", "lee"]
    assert grams("ÉCOLE") == grams("ecole")
    assert grams(" -- ") == []


def test_plain_words_have_no_accents():
    assert plain("Añé ‘x’") == "Ane 'x'"
