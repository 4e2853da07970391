"""The picture of a timeline as SVG text: a pure function of the timeline, the same for the page and for paper."""

from collections.abc import Callable

from claims.picture.lanes import lay_out
from claims.picture.narrow import WIDTH, draw_narrow
from claims.picture.narrow import height as narrow_height
from claims.picture.pen import Pen, as_text
from claims.picture.wide import draw_wide, full_height
from claims.picture.wording import description, title
from claims.timeline.arranging import Timeline
from claims.timeline.entries import Pair

__all__ = ["description", "narrow", "on_paper", "title", "wide"]

PAGE_WIDTH = 1000.0
SHRINKS = 1.1
"""A page scales a picture down by so much at most; a wider one scrolls."""
PAPER_WIDTH = 700.0


def wide(timeline: Timeline, address: Callable[[Pair], str]) -> str:
    """Lanes from left to right, for a page, 1000 user units wide or wider; `address` gives a pair's own page.

    Statements link to `#statement-<key>`, sums of them to `#on-<section anchor>` in the same page."""
    return _wide(Pen(), timeline, PAGE_WIDTH, address)


def narrow(timeline: Timeline, address: Callable[[Pair], str]) -> str:
    """Days from top to bottom, for a phone, 320 user units wide."""
    pen = Pen()
    sheet = pen.sheet(WIDTH, narrow_height(timeline), "narrow", title(timeline), description(timeline))
    draw_narrow(pen, sheet, timeline, address)
    return as_text(sheet)


def on_paper(timeline: Timeline, font: str = "sans-serif") -> str:
    """The wide picture with its colours in it and without links, 700 user units wide or wider; `font` is a family."""
    return _wide(Pen(paper=True, font=font), timeline, PAPER_WIDTH, _nowhere)


def _wide(pen: Pen, timeline: Timeline, width: float, address: Callable[[Pair], str]) -> str:
    layout = lay_out(timeline, width)
    sheet = pen.sheet(layout.width, full_height(timeline, layout), "wide", title(timeline), description(timeline))
    if not pen.paper and layout.width > width * SHRINKS:
        sheet.set("class", "picture picture--wide picture--scrolls")
    draw_wide(pen, sheet, timeline, layout, address)
    return as_text(sheet)


def _nowhere(_: Pair) -> str:
    return ""
