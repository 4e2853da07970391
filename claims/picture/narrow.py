"""The narrow picture, for a phone: days run down the page, a row for each statement, the arcs on the left.

A long story shows the statements that stand in a pair and counts the others, day by day."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from claims.picture.key import draw_key, key_height
from claims.picture.marks import RADIUS, draw_disc, draw_mark
from claims.picture.pen import Pen
from claims.picture.wording import counted, pair_label, statement_label
from claims.timeline.arranging import Section, Timeline
from claims.timeline.entries import Entry, Pair

WIDTH = 320.0
SPINE = 104.0
WORDS = SPINE + 20
ROW = 29.0
ALL_SHOWN = 12

type ArcDown = tuple[Pair, float, float, float]
"""A pair, the top and bottom of its arc and how far it reaches to the left."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the picture, at the height of its middle: a silence, a heading, a statement or a count of others,
    which are left out, by their keys."""

    y: float
    silence: str = ""
    section: Section | None = None
    entry: Entry | None = None
    left_out: tuple[int, ...] = ()

    @property
    def others(self) -> int:
        return len(self.left_out)


def steps(timeline: Timeline) -> tuple[Step, ...]:
    return tuple(_spaced(_plain_steps(timeline)))


def height(timeline: Timeline) -> float:
    placed = steps(timeline)
    return (placed[-1].y + ROW / 2 + 6 if placed else ROW) + key_height(timeline, WIDTH - 8)


def draw_narrow(pen: Pen, sheet: ET.Element, timeline: Timeline, address: Callable[[Pair], str]) -> None:
    placed = steps(timeline)
    for step in placed:
        _background(pen, sheet, step)
    heights = {step.entry.key: step.y for step in placed if step.entry}
    arcs = list(_arcs(timeline, heights))
    for pair, top, bottom, reach in arcs:
        x, bow = SPINE - RADIUS, SPINE - RADIUS - reach * 4 / 3
        path = f"M{x:.1f} {top:.1f}C{bow:.1f} {top:.1f} {bow:.1f} {bottom:.1f} {x:.1f} {bottom:.1f}"
        pen.draw(sheet, "path", f"arc {pair.finding}", d=path)
    for step in placed:
        _foreground(pen, sheet, step)
    for pair, (x, y) in _clear_spots(arcs):
        link = pen.link(sheet, address(pair), pair_label(pair))
        pen.draw(link, "circle", "hit", cx=x, cy=y, r=13)
        draw_disc(pen, link, pair.finding, x, y)
    draw_key(pen, sheet, timeline, x=4, y=height(timeline) - key_height(timeline, WIDTH - 8) + 18, width=WIDTH - 8)


def _plain_steps(timeline: Timeline) -> Iterator[Step]:
    tied = {side.key for pair in timeline.pairs for side in (pair.earlier, pair.later)}
    everything = len(timeline.entries) <= ALL_SHOWN
    for section in timeline.sections:
        if section.silence:
            yield Step(0, silence=section.silence)
        yield Step(0, section=section)
        entries = [line.entry for line in section.lines]
        yield from (Step(0, entry=entry) for entry in entries if everything or entry.key in tied)
        if others := tuple(entry.key for entry in entries if not (everything or entry.key in tied)):
            yield Step(0, section=section, left_out=others)


def _spaced(plain: Iterator[Step]) -> Iterator[Step]:
    y = 2.0
    for step in plain:
        is_heading = step.section is not None and not step.others
        room = ROW + 5 if is_heading else ROW
        yield Step(y + room - ROW / 2, step.silence, step.section, step.entry, step.left_out)
        y += room


def _background(pen: Pen, sheet: ET.Element, step: Step) -> None:
    look = "silence-lane" if step.silence else "lane"
    pen.draw(sheet, "line", look, x1=SPINE, y1=step.y - ROW / 2 - 5, x2=SPINE, y2=step.y + ROW / 2)


def _foreground(pen: Pen, sheet: ET.Element, step: Step) -> None:
    if step.silence:
        pen.write(sheet, "silence", step.silence, WORDS, step.y + 4)
    elif step.entry:
        link = pen.link(sheet, f"#statement-{step.entry.key}", statement_label(step.entry))
        link = pen.named(link, "narrow", [step.entry.key])
        pen.draw(link, "rect", "hit", x=SPINE - 12, y=step.y - 13, width=WIDTH - SPINE + 12, height=26)
        draw_mark(pen, link, step.entry, SPINE, step.y)
        pen.write(link, "person", _short(step.entry.speaker.name), WORDS, step.y + 4.5)
    elif step.section and step.others:
        link = pen.link(sheet, f"#on-{step.section.anchor}", f"{counted(step.others, 'more statement')}")
        link = pen.named(link, "narrow", step.left_out)
        pen.draw(link, "rect", "hit", x=SPINE - 12, y=step.y - 13, width=WIDTH - SPINE + 12, height=26)
        pen.write(link, "others", f"and {counted(step.others, 'more statement')}", WORDS, step.y + 4.5)
    elif step.section:
        pen.write(sheet, "day", step.section.heading, WORDS, step.y + 6)


def _clear_spots(arcs: list[ArcDown]) -> Iterator[tuple[Pair, tuple[float, float]]]:
    """For each arc the point nearest its middle where its disc covers no other."""
    taken: list[tuple[float, float]] = []
    for arc in arcs:
        candidates = [_on_arc(arc, t) for t in (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)]
        free = [p for p in candidates if all((p[0] - x) ** 2 + (p[1] - y) ** 2 >= 21**2 for x, y in taken)]
        taken.append((free or candidates)[0])
        yield arc[0], taken[-1]


def _on_arc(arc: ArcDown, t: float) -> tuple[float, float]:
    _, top, bottom, reach = arc
    return SPINE - RADIUS - 4 * reach * t * (1 - t), top + (bottom - top) * (3 * t**2 - 2 * t**3)


def _short(name: str) -> str:
    return name if len(name) <= 27 else f"{name[:25].rstrip()} …"


def _arcs(timeline: Timeline, heights: dict[int, float]) -> Iterator[ArcDown]:
    """The longer an arc, the further it reaches, and never two alike."""
    spans = [(pair, heights[pair.earlier.key], heights[pair.later.key]) for pair in timeline.pairs]
    spans.sort(key=lambda span: span[2] - span[1])
    apart = min(21.0, (SPINE - RADIUS - 36) / max(len(spans) - 1, 1))
    for i, (pair, top, bottom) in enumerate(spans):
        yield pair, top, bottom, 24 + apart * i
