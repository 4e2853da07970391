"""Draws the wide picture: the axis with its silences, the lanes, the arcs, the marks, the key to the signs."""

from collections.abc import Callable
from xml.etree import ElementTree as ET

from claims.picture.arcs import Arc, Mark, clear_spots
from claims.picture.columns import SILENCE_WIDTH, PlacedColumn
from claims.picture.key import KEY_LINE, draw_key, key_height
from claims.picture.lanes import HEAD, NAMES_WIDTH, Layout
from claims.picture.marks import RADIUS, draw_count, draw_disc, draw_mark
from claims.picture.pen import Pen
from claims.picture.wording import many_label, pair_label, statement_label
from claims.records import Precision
from claims.timeline.arranging import Timeline
from claims.timeline.entries import Pair

type PairAddress = Callable[[Pair], str]


def draw_wide(pen: Pen, sheet: ET.Element, timeline: Timeline, layout: Layout, address: PairAddress) -> None:
    _bands(pen, sheet, layout)
    _names(pen, sheet, layout)
    spots = clear_spots(layout.arcs, layout.marks)
    for arc, _ in spots:
        _arc(pen, sheet, arc)
    for mark in layout.marks:
        _mark(pen, sheet, mark)
    for arc, spot in spots:
        _disc(pen, sheet, arc, spot, address)
    draw_key(pen, sheet, timeline, x=NAMES_WIDTH, y=layout.height + KEY_LINE, width=layout.width - NAMES_WIDTH)


def full_height(timeline: Timeline, layout: Layout) -> float:
    """The height with the key to the signs under the lanes."""
    return layout.height + key_height(timeline, layout.width - NAMES_WIDTH)


def _bands(pen: Pen, sheet: ET.Element, layout: Layout) -> None:
    for i, placed in enumerate(layout.columns):
        look = "edge" if placed.column.said is None else "band"
        if look == "band":
            pen.draw(sheet, "rect", look, x=placed.x, y=HEAD - 8, width=placed.width, height=layout.height - HEAD + 8)
        else:
            pen.draw(sheet, "line", look, x1=placed.x, y1=HEAD - 8, x2=placed.x, y2=layout.height)
        _axis_label(pen, sheet, placed)
        if i and placed.column.silence and not layout.merged:
            _silence(pen, sheet, placed)
        for row in layout.rows:
            pen.draw(sheet, "line", "lane", x1=placed.x, y1=row.y, x2=placed.end, y2=row.y)
            if i:
                end = layout.columns[i - 1].end
                pen.draw(sheet, "line", "silence-lane", x1=end, y1=row.y, x2=placed.x, y2=row.y)


def _axis_label(pen: Pen, sheet: ET.Element, placed: PlacedColumn) -> None:
    first, second = placed.column.label
    pen.write(sheet, "day", first, placed.middle, HEAD - 32, "middle")
    if second:
        pen.write(sheet, "year", second, placed.middle, HEAD - 16, "middle")


def _silence(pen: Pen, sheet: ET.Element, placed: PlacedColumn) -> None:
    """The break in the axis, with its length in words: 'up to', '2 years', '4 months' one below the other."""
    middle = placed.x - SILENCE_WIDTH / 2
    words = placed.column.silence.replace("up to ", "up to\n").replace("at least ", "at least\n")
    lines = words.replace("years ", "years\n").replace("year ", "year\n").split("\n")
    for i, line in enumerate(lines):
        pen.write(sheet, "silence", line, middle, HEAD - 18 - 13.5 * (len(lines) - 1 - i), "middle")
    pen.draw(sheet, "path", "break", d=f"M{middle - 9:.1f} {HEAD - 2:.1f}l5 -9l7 9l5 -9")


def _names(pen: Pen, sheet: ET.Element, layout: Layout) -> None:
    for row in layout.rows:
        top = row.y - 8 * (len(row.label) - 1) + 4.5
        for i, line in enumerate(row.label):
            pen.write(sheet, "name", line, NAMES_WIDTH - 16, top + 16 * i, "end")


def _arc(pen: Pen, sheet: ET.Element, arc: Arc) -> None:
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = arc.control_points()
    path = f"M{x1:.1f} {y1:.1f}C{x2:.1f} {y2:.1f} {x3:.1f} {y3:.1f} {x4:.1f} {y4:.1f}"
    pen.draw(sheet, "path", f"arc {arc.pairs[0].finding}", d=path)


def _disc(pen: Pen, sheet: ET.Element, arc: Arc, spot: tuple[float, float], address: PairAddress) -> None:
    pair, (x, y) = arc.pairs[0], spot
    label = pair_label(pair) if len(arc.pairs) == 1 else f"{pair_label(pair)}, and {len(arc.pairs) - 1} more like it"
    link = pen.link(sheet, address(pair), label)
    pen.draw(link, "circle", "hit", cx=x, cy=y, r=13)
    draw_disc(pen, link, pair.finding, x, y)


def _mark(pen: Pen, sheet: ET.Element, mark: Mark) -> None:
    if len(mark.entries) > 1:
        link = pen.link(sheet, f"#on-{mark.column.column.anchor}", many_label(mark.entries))
        link = pen.named(link, "wide", (entry.key for entry in mark.entries))
        draw_count(pen, link, len(mark.entries), mark.x, mark.y)
        return
    entry = mark.entries[0]
    link = pen.link(sheet, f"#statement-{entry.key}", statement_label(entry))
    link = pen.named(link, "wide", [entry.key])
    pen.draw(link, "circle", "hit", cx=mark.x, cy=mark.y, r=12)
    _precision(pen, link, mark)
    draw_mark(pen, link, entry, mark.x, mark.y)


def _precision(pen: Pen, link: ET.Element, mark: Mark) -> None:
    """A month or year is a span, never a point; an open date reaches back without end."""
    said, left, right = mark.entries[0].said, mark.column.x + 6, mark.column.end - 6
    if said is None:
        return
    if said.precision is None:
        pen.draw(link, "path", "open-end", d=f"M{mark.x - RADIUS - 2:.1f} {mark.y:.1f}H{left:.1f}")
    elif said.precision in (Precision.MONTH, Precision.YEAR):
        pen.draw(link, "path", "extent", d=f"M{left:.1f} {mark.y - 5:.1f}v10m0 -5H{right:.1f}m0 -5v10")
