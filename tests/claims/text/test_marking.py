"""Text and marks in, segments out: nothing of the text is lost or doubled, whatever the marks do."""

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from claims.records import Span
from claims.text.marking import Mark, Part, Segment, paragraphs

marks = st.lists(
    st.builds(
        Mark,
        st.tuples(st.integers(-3, 60), st.integers(-3, 60)).map(lambda pair: Span(*pair)),
        st.sampled_from(Part),
        st.integers(1, 5),
    ),
    max_size=12,
)
texts = st.text(alphabet=st.sampled_from('ab “”"\n\u202e<é😀'), max_size=50)


def flat(text: str, found: list[Mark]) -> list[Segment]:
    return list(chain.from_iterable(paragraphs(text, found)))


def content(start: int, end: int, of: int) -> Mark:
    return Mark(Span(start, end), Part.CONTENT, of)


@given(texts, marks)
def test_the_segments_joined_are_the_text(text: str, found: list[Mark]) -> None:
    pieces = flat(text, found)
    assert "".join(piece.text for piece in pieces) == text
    assert all(text[piece.start :].startswith(piece.text) for piece in pieces)


@given(texts, marks)
def test_every_stretch_knows_every_mark_over_it(text: str, found: list[Mark]) -> None:
    for piece in flat(text, found):
        if not piece.blank:
            over = [mark for mark in found if mark.span.start <= piece.start < min(mark.span.end, len(text))]
            assert sorted((mark.part, mark.of) for mark in piece.marks) == sorted((m.part, m.of) for m in over)


@given(texts, marks)
def test_every_quotation_opens_once(text: str, found: list[Mark]) -> None:
    opened = [of for piece in flat(text, found) for of in piece.opens]
    assert len(opened) == len(set(opened))


def test_a_quotation_inside_another_comes_last() -> None:
    text = "one two three"
    pieces = flat(text, [content(4, 7, of=2), content(0, 13, of=1)])
    assert [(piece.text, piece.quotations) for piece in pieces] == [("one ", (1,)), ("two", (1, 2)), (" three", (1,))]


def test_quotations_that_overlap_share_a_segment() -> None:
    pieces = flat("abcdef", [content(0, 4, of=1), content(2, 6, of=2)])
    assert [(piece.text, set(piece.quotations)) for piece in pieces] == [("ab", {1}), ("cd", {1, 2}), ("ef", {2})]


def test_a_source_inside_words_is_told_apart_from_them() -> None:
    pieces = flat("he said no", [content(0, 10, of=1), Mark(Span(0, 2), Part.SOURCE, 2)])
    assert (pieces[0].quotations, pieces[0].about) == ((1,), ((Part.SOURCE, 2),))


def test_a_quotation_over_paragraphs_opens_in_the_first() -> None:
    found = paragraphs("“One.\n\n“Two.”", [content(0, 13, of=1)])
    assert [[piece.text for piece in paragraph] for paragraph in found] == [["“One.", "\n\n"], ["“Two.”"]]
    assert [piece.opens for paragraph in found for piece in paragraph] == [(1,), (), ()]


def test_a_mark_outside_the_text_leaves_nothing() -> None:
    assert [piece.marks for piece in flat("short", [content(90, 99, of=1)])] == [()]


def test_an_empty_text_has_no_paragraph() -> None:
    assert paragraphs("", [content(0, 3, of=1)]) == ()
