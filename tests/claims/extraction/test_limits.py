"""How much of one text is read, and what is said of the rest."""

import pytest

from claims.extraction import limits
from claims.extraction.limits import beyond_the_limit
from claims.extraction.pipeline import load
from claims.records import Span

LINE = "The mayor said that the bridge was safe. Nobody else spoke of it on that day."


@pytest.fixture
def at_most_a_hundred_words(monkeypatch):
    monkeypatch.setattr(limits, "LONGEST", 100)


@pytest.mark.usefixtures("at_most_a_hundred_words")
def test_a_text_within_the_limit_is_read_whole():
    assert beyond_the_limit("\n\n".join([LINE] * 3)) is None


@pytest.mark.usefixtures("at_most_a_hundred_words")
@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("one two\n" * 90, "one two\n" * 33),
        ("one " * 200, "one " * 99 + "one"),
        ("o,ne" * 200, "o,ne" * 49 + "o,"),
        ("“" * 400, "“" * 20),
        ("said " * 400, "said " * 19 + "said"),
    ],
    ids=["between paragraphs", "between words", "nowhere to cut", "marks cost more", "cues cost more"],
)
def test_what_is_read_ends(text, kept):
    rest = beyond_the_limit(text)
    assert rest is not None
    assert text[: rest.start].rstrip() == kept.rstrip()
    assert rest.end == len(text)


@pytest.mark.usefixtures("at_most_a_hundred_words")
def test_white_space_behind_what_is_read_is_no_loss():
    assert beyond_the_limit("one " * 100 + "\n" * 500) is None


@pytest.mark.usefixtures("at_most_a_hundred_words")
def test_what_is_beyond_the_limit_is_named_and_nothing_is_found_in_it():
    text = "\n\n".join([LINE] * 12)
    found = load().read(text)
    (rest,) = found.unread
    assert rest.end == len(text)
    assert 0 < rest.start < len(text)
    assert found.attributions
    assert all(span.end <= rest.start for one in found.attributions for span in one.content)
    assert found.attributions == load().read(text[: rest.start]).attributions


def test_an_article_of_any_usual_length_is_read_whole():
    assert load().read("\n\n".join([LINE] * 200)).unread == ()


@pytest.mark.usefixtures("at_most_a_hundred_words")
def test_each_of_many_texts_has_its_own_rest():
    long = "\n\n".join([LINE] * 12)
    unread = [one.unread for one in load().read_many([(LINE, None), (long, None), (LINE, None)])]
    assert unread[0] == unread[2] == ()
    assert unread[1] == (Span(unread[1][0].start, len(long)),)
