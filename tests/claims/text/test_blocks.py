"""The few marks of a page of our own, as a table of what is written and what comes of it."""

import pytest

from claims.text.blocks import blocks

WRITTEN = {
    "nothing": ("\n \n", []),
    "a paragraph": ("Two people\nread it.", [("paragraph", "Two people read it.")]),
    "two paragraphs": ("One.\n\n\nTwo.", [("paragraph", "One."), ("paragraph", "Two.")]),
    "a heading": ("# Who decides #", [("heading", "Who decides")]),
    "a heading of another level": ("### Who decides", [("heading", "Who decides")]),
    "a heading between paragraphs": (
        "One.\n# Two\nThree.",
        [("paragraph", "One."), ("heading", "Two"), ("paragraph", "Three.")],
    ),
    "a list": ("- one\n* two\n• three", [("list", "one", "two", "three")]),
    "a list after a line": ("So:\n- one", [("paragraph", "So:"), ("list", "one")]),
    "two lists": ("- one\n\n- two", [("list", "one"), ("list", "two")]),
    "no heading": ("#1 of us", [("paragraph", "#1 of us")]),
    "no list": ("-5 degrees", [("paragraph", "-5 degrees")]),
    "HTML is words": ("<b>bold</b>", [("paragraph", "<b>bold</b>")]),
    "line ends of a browser": ("One.\r\n\r\nTwo.", [("paragraph", "One."), ("paragraph", "Two.")]),
}


@pytest.mark.parametrize(("text", "found"), WRITTEN.values(), ids=WRITTEN)
def test_a_text_in_blocks(text, found):
    assert [(block.kind.value, *block.lines) for block in blocks(text)] == found
