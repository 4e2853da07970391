"""Which words stand inside quotation marks. The marks alone decide; nothing is parsed."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims.extraction.parsed.passages import find_passages, paragraphs

PASSAGES = {
    "straight": ('"We will," he said.', ['"We will,"']),
    "curly": ("“We will,” he said.", ["“We will,”"]),
    "british": ("‘We will,’ he said.", ["‘We will,’"]),
    "single straight": ("'We will,' he said.", ["'We will,'"]),
    "two apostrophes for a mark": ("''We will,'' he said.", ["''We will,''"]),
    "opened curly, closed straight": ('“We will," he said.', ['“We will,"']),
    "closed with an opening mark": ("“We will,“ he said.", ["“We will,“"]),
    "never closed, before its cue": (
        '"We will, said Jones, who built it.\n\nNobody knew.',
        ['"We will,'],
    ),
    "never closed, before she and its cue": ("“We will, she said. It fell.\n\nNobody knew.", ["“We will,"]),
    "interrupted": ('"A plan," he said, "is a plan."', ['"A plan,"', '"is a plan."']),
    "apostrophes are no marks": ("the workers' rights and the '90s aren't quoted", []),
    "plural owner inside single marks": ("‘The workers’ rights matter,’ she said.", ["‘The workers’ rights matter,’"]),
    "elision": ("’Tis the season, he said, to give ’em hell.", []),
    "single marks inside double ones": ("“If you ask ‘are there any?’, no.”", ["“If you ask ‘are there any?’, no.”"]),
    "double marks inside single ones": ("‘The “plan” is dead,’ he said.", ["‘The “plan” is dead,’"]),
    "curly marks inside curly ones": ("“The “plan” is dead,” he said.", ["“The “plan” is dead,”"]),
    "no space after the comma": ("Jones said,“We will.”", ["“We will.”"]),
    "single word": ('He called it "odd" and left.', ['"odd"']),
    "feet and inches": ("He is 5'10\" tall.", []),
    "never closed, at the end": ('"We will. He left.', ['"We will. He left.']),
    "never closed, another opens": ('"We will, he said. "We must."', ['"We will,', '"We must."']),
    "stray mark of another kind": ('"He laughed and said, “no.” Then he left.', ["“no.”"]),
    "marks inside a tag": ('<tweet author="jones">We will, "soon".</tweet>', ['"soon"']),
    "only marks": ('""""', ['""', '""']),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("text", "expected"), PASSAGES.values(), ids=PASSAGES.keys())
def test_a_passage_is_what_stands_between_its_marks(text, expected):
    found = find_passages(text, list(paragraphs(text)))
    assert [one.span.of(text) for one in found] == expected


def test_open_marks_at_the_end_of_a_paragraph_let_the_next_go_on():
    text = "“One.\n\n“Two.\n\n“Three,” she said."
    assert [one.continues for one in find_passages(text, list(paragraphs(text)))] == [False, True, True]


def test_a_broken_paragraph_does_not_cost_the_next():
    text = '"One, he said.\n\nShe left: "Two."'
    assert [one.span.of(text) for one in find_passages(text, list(paragraphs(text)))][-1] == '"Two."'


def test_a_paragraph_without_a_mark_ends_an_open_quotation():
    text = "“One.\n\nShe added: “Two.”"
    assert [one.continues for one in find_passages(text, list(paragraphs(text)))] == [False, False]


def test_a_line_that_goes_on_in_small_letters_is_no_new_paragraph():
    text = 'He said "we\nwill" today.'
    assert [one.span.of(text) for one in find_passages(text, list(paragraphs(text)))] == ['"we\nwill"']


MARKS = st.text(alphabet="ab \n.,\"'“”‘’—«»`s", max_size=60)


@given(MARKS)
@example("“”‘’''``")
def test_passages_lie_in_the_text_in_order_and_apart(text):
    found = find_passages(text, list(paragraphs(text)))
    edges = [edge for one in found for edge in one.span]
    assert edges == sorted(edges)
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in found)
    assert all(one.span.start <= one.words.start <= one.words.end <= one.span.end for one in found)
