"""The public face: any text goes in, offsets into that very text come out."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.extraction import pipeline
from claims.extraction.parsed import parsing
from claims.records import Extraction, RemainderKind

PUBLISHED = dt.date(2018, 4, 26)
ODD = {
    "empty": "",
    "white space": " \n\t\r\n ",
    "only marks": "\"\"\"\"''''“”‘’«»",
    "only stops": "...,,,:::---",
    "one letter": "a",
    "line ends of Windows": "She said:\r\n\r\n“It is safe.”\r\n",
    "right to left": "\u202eהוא אמר\u202c “\u05e9\u05dc\u05d5\u05dd” he said.",
    "control characters": "He said \x01\x02\x1f it was safe.",
    "emoji": "“🎉🎉,” said 👩‍👩‍👧 Jones.",
    "markup": "<script>alert('She said \"no\"')</script> #strong[said]",
    "lone surrogate": "He said \ud800 no.",
    "no space at all": "said" * 3000,
}


def spans(extraction: Extraction):
    for one in extraction.attributions:
        yield from (*one.content, *one.cue, *one.source)
        yield from (reading.basis for reading in (one.speaker, one.role, one.said) if reading and reading.basis)
        yield from [one.question] if one.question else []
    yield from (one.span for one in extraction.times)
    yield from (one.span for one in extraction.remainder)


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_no_text_is_too_odd(extractor, text):
    assert all(0 <= span.start < span.end <= len(text) for span in spans(extractor.read(text, PUBLISHED)))


PLAIN = ("said", "told", "asked", "denied", "according", "to", "that", "and", "by", "who", "is", "the", "tax", "fell")
PRINTED = (
    "Jones",
    "MPs",
    "Ms",
    '"',
    "“",
    "”",
    "‘",
    "’",
    ",",
    ".",
    ":",
    "?",
    "—",
    "(",
    "\n\n",
    "\r\n",
    "\xa0",
    "\u200b",
)
WORDS = st.sampled_from([*PLAIN, *PRINTED])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, max_size=40), st.sampled_from([" ", ""]))
def test_offsets_lie_in_the_text_and_contents_are_apart_and_in_order(extractor, words, space):
    text = space.join(words)
    extraction = extractor.read(text, PUBLISHED)
    assert all(0 <= span.start < span.end <= len(text) for span in spans(extraction))
    for one in extraction.attributions:
        edges = [edge for span in one.content for edge in span]
        assert edges == sorted(edges)
        assert pipeline.LEAST <= one.confidence <= 1


def test_one_by_one_and_together_is_the_same(extractor):
    articles = [('"Yes," said Ann Jones.', PUBLISHED), ("", None), ("Ann Jones said it rained.", None)]
    assert list(extractor.read_many(articles)) == [extractor.read(*article) for article in articles]


def test_a_loaded_pipeline_is_loaded_once():
    assert pipeline.load() is pipeline.load()


def test_an_unknown_pipeline_is_an_error():
    with pytest.raises(OSError, match="no_such_pipeline"):
        pipeline.load("no_such_pipeline")


def test_positions_hold_in_a_text_of_many_blocks(extractor, monkeypatch):
    monkeypatch.setattr(parsing, "BLOCK", 300)
    text = "\n\n".join(f'"This is number {n}," said Ann Jones.' for n in range(40))
    found = extractor.read(text).attributions
    assert [one.content[0].of(text) for one in found] == [f'"This is number {n},"' for n in range(40)]


def test_a_quotation_over_paragraphs_is_never_cut_into_blocks(monkeypatch):
    monkeypatch.setattr(parsing, "BLOCK", 100)
    text = "She said: “" + "\n\n“".join("word " * 8 + "end." for _ in range(4)) + "”\n\nHe left.\n\nShe stayed."
    assert all(text[block.start : block.start + 1] != "“" for block in parsing.blocks(text))


def test_blocks_join_to_the_text(monkeypatch):
    monkeypatch.setattr(parsing, "BLOCK", 50)
    text = "x" * 120 + " " + "y z " * 30 + "\n\nlast paragraph"
    assert "".join(block.of(text) for block in parsing.blocks(text)) == text


def test_what_was_missed_is_left_over(extractor):
    text = 'The "smart" bridge fell.'
    assert [(one.kind, one.span.of(text)) for one in extractor.read(text).remainder] == [
        (RemainderKind.QUOTED_WORDS, '"smart"')
    ]


def test_nothing_is_left_over_where_all_is_attributed(extractor):
    assert extractor.read('"It is safe," said Ann Jones. "I built it."').remainder == ()


def test_a_clear_quotation_is_surer_than_a_thing(extractor):
    sure = extractor.read('"The bridge is safe," said Ann Jones.').attributions[0].confidence
    unsure = [one.confidence for one in extractor.read("Ann Jones discussed bridges.").attributions]
    assert sure > 0.9 > max(unsure, default=0.0)


def test_whoever_was_asked_can_be_the_one_who_answers(extractor):
    text = "Anna Lindqvist, the director, was asked to say whether the bridge was safe. She responded: “It is, yes.”"
    answer = extractor.read(text).attributions[-1]
    assert (answer.content[0].of(text), answer.speaker and answer.speaker.name) == ("“It is, yes.”", "Anna Lindqvist")


def test_a_sum_in_millions_ends_its_sentence(extractor):
    text = "Carl Ott said the plan cost £40m. Mr Lane said it was wrong."
    told = [[span.of(text) for span in one.content] for one in extractor.read(text).attributions]
    assert told == [["the plan cost £40m"], ["it was wrong"]]


@pytest.mark.parametrize("cue", ["demanded", "recommended", "requested"])
def test_what_somebody_is_to_do_has_no_tense(extractor, cue):
    text = f"Peter Holm {cue} that the mayor resign."
    (one,) = extractor.read(text).attributions
    assert [span.of(text) for span in one.content] == ["that the mayor resign"]
