"""Preview cards: what they show, what their version follows, and that no words break them."""

import datetime as dt
import struct
import threading
import time
from dataclasses import replace

import pytest
from django.core.cache import cache

from claims.records import Finding, Said
from claims.sharing import drawing
from claims.sharing.card import Card, pair_card, statement_card, story_card
from claims.sharing.drawing import NotDrawn, drawn
from claims.timeline.entries import Entry, Pair, StoryHead, Voice

SITE = "Who Said What"
MINISTER = Voice("mina-ister", "Mina Ister")
DENIAL = Entry(3, MINISTER, "We have no list.", said=Said.on(dt.date(2018, 4, 25)), edition=2)
ADMISSION = replace(DENIAL, key=4, words="There was a list", said=Said.on(dt.date(2018, 4, 26)))
PAIR = Pair(7, DENIAL, ADMISSION, Finding.CONTRADICTION, "Not both.", "no list", "was a list", edition=1)
HEAD = StoryHead(1, "harbour", "The harbour list", "A summary.", edition=3)
GONE = replace(PAIR, earlier=replace(DENIAL, withdrawn="Somebody else.").without_words()).without_words()


@pytest.fixture(autouse=True)
def nothing_kept():
    cache.clear()


def size_of(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n")
    return struct.unpack(">II", png[16:24])


def test_a_pair_faces_off():
    card = pair_card(PAIR, SITE)

    assert [side.day for side in card.sides] == ["Wednesday 25 April 2018", "Thursday 26 April 2018"]
    assert [piece.text for side in card.sides for piece in side.pieces if piece.marked] == ["no list", "was a list"]
    assert (card.kicker, card.sign, card.between, card.clashes) == ("Reversal", "≠", "the next day", True)
    assert card.alt == (
        "“We have no list.” Mina Ister, Wednesday 25 April 2018 ≠ “There was a list” Mina Ister, Thursday 26 April 2018"
    )


def test_a_story_shows_its_strongest_pair_under_its_title():
    card = story_card(HEAD, PAIR, SITE)

    assert (card.title, card.sides, card.edition) == ("The harbour list", pair_card(PAIR, SITE).sides, 3)
    assert story_card(HEAD, None, SITE).told == "A summary."


def test_of_what_no_longer_holds_there_are_no_words_and_no_accent():
    card = pair_card(GONE, SITE)

    assert not card.clashes
    assert card.sign == "–"
    assert "We have no list" not in card.as_json() + card.alt


SAME = {"a name now": replace(DENIAL, speaker=replace(MINISTER, head="Mina Other")), "who confirmed": DENIAL}
OTHER = {
    "words": replace(DENIAL, words="We have no list at all."),
    "edition": replace(DENIAL, edition=3),
    "withdrawn": replace(DENIAL, withdrawn="Somebody else.").without_words(),
}


def test_the_version_follows_what_is_drawn_and_the_edition():
    version = statement_card(DENIAL, SITE).version

    assert version.startswith("2-")
    assert {statement_card(entry, SITE).version for entry in SAME.values()} == {version}
    assert version not in {statement_card(entry, SITE).version for entry in OTHER.values()}
    assert statement_card(DENIAL, "Another site").version != version


WILD = {
    "markup of Typst": '#set page(width: 1pt) ] } $ \\ * _ ` #image("/etc/passwd") "quoted"',
    "no spaces": "W" * 2000,
    "very long": "And so on, and so forth. " * 400,
    "scripts and signs": "Зелёный 我们没有名单 אין לנו רשימה محمد ਪੰਜਾਬੀ 👩‍👩‍👧‍👦🏳️‍🌈 a\u0301\u0301 \u202egnorw",
    "control characters": "a\x00b\x07c\x1b[31m\ufffe\u2028d",
    "nothing but spaces": " \n\t ",
    "many lines": "line\n" * 60,
}


@pytest.mark.parametrize("words", WILD.values(), ids=WILD)
def test_no_words_break_a_card(words):
    entry = replace(DENIAL, words=words, role=words[:300], speaker=Voice("x", words[:200] or "x"))
    pair = replace(PAIR, earlier=entry, earlier_clash=words[:500])

    assert size_of(drawn(story_card(replace(HEAD, title=words[:200]), pair, words[:80]))) == (1200, 630)


def test_a_statement_and_a_story_without_a_pair_are_drawn():
    for card in (statement_card(DENIAL, SITE), statement_card(OTHER["withdrawn"], SITE), story_card(HEAD, None, SITE)):
        assert size_of(drawn(card)) == (1200, 630)


def test_a_card_is_made_once(monkeypatch):
    card = statement_card(DENIAL, SITE)
    first = drawn(card)
    monkeypatch.setattr(drawing, "PAINTER", "nowhere")

    assert drawn(card) == first
    with pytest.raises(NotDrawn):
        drawn(statement_card(ADMISSION, SITE))


def test_one_that_takes_too_long_is_ended():
    with pytest.raises(NotDrawn, match="longer than"):
        drawn(statement_card(DENIAL, SITE), time_limit=0.001)


def test_few_are_made_at_a_time(monkeypatch):
    monkeypatch.setattr(drawing, "PATIENCE", 0.05)
    monkeypatch.setattr(drawing, "SEATS", threading.BoundedSemaphore(1))
    drawing.SEATS.acquire()
    began = time.monotonic()

    with pytest.raises(NotDrawn, match="being made already"):
        drawn(Card(SITE, "On record"))
    assert time.monotonic() - began < 1
