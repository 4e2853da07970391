"""The signs of the picture. The shape says who speaks (round a person, a lozenge an organisation, a square a
document), the filling how much is quoted (full, half, hollow for direct, mixed, indirect), a cross what was
withdrawn. A pair's disc carries a sign of its own: not equal, nearly equal, equal. Colour never stands alone."""

import math
from xml.etree import ElementTree as ET

from claims.picture.pen import Pen
from claims.records import Finding, Mode, SpeakerKind
from claims.timeline.entries import Entry

RADIUS = 6.5
DISC = 9.0
_SIGNS = {
    Finding.CONTRADICTION: "M-4.2 -1.9h8.4M-4.2 1.9h8.4M2.4 -4.9L-2.4 4.9",
    Finding.PARTIAL: "M-4.2 -1.2q2.1 -2.4 4.2 -.6t4.2 -.6M-4.2 2.6q2.1 -2.4 4.2 -.6t4.2 -.6",
    Finding.CONSISTENT: "M-4 -1.9h8M-4 1.9h8",
}


def draw_mark(pen: Pen, parent: ET.Element, entry: Entry, x: float, y: float) -> None:
    """One statement's sign, centred."""
    if entry.withdrawn:
        _outline(pen, parent, entry.speaker.kind, "gone", x, y)
        pen.draw(parent, "path", "struck", d=f"M{x - 4:.1f} {y - 4:.1f}l8 8m0 -8l-8 8")
        return
    _outline(pen, parent, entry.speaker.kind, "full" if entry.mode == Mode.DIRECT else "hollow", x, y)
    if entry.mode == Mode.MIXED:
        pen.draw(parent, "path", "half", d=_left_half(entry.speaker.kind, x, y))


def draw_disc(pen: Pen, parent: ET.Element, finding: Finding, x: float, y: float) -> None:
    """The sign of a finding in its disc, centred."""
    pen.draw(parent, "circle", f"disc {finding}", cx=x, cy=y, r=DISC)
    pen.draw(parent, "path", f"sign {finding}", d=_SIGNS[finding], transform=f"translate({x:.1f} {y:.1f})")


def draw_count(pen: Pen, parent: ET.Element, number: int, x: float, y: float) -> float:
    """A full disc with a number in it, growing with the number; returns its radius."""
    radius = min(9 + math.sqrt(number), 18)
    pen.draw(parent, "circle", "full", cx=x, cy=y, r=radius)
    pen.write(parent, "count", str(number), x, y + 3.8, "middle")
    return radius


def _outline(pen: Pen, parent: ET.Element, kind: SpeakerKind, look: str, x: float, y: float) -> None:
    match kind:
        case SpeakerKind.PERSON:
            pen.draw(parent, "circle", look, cx=x, cy=y, r=RADIUS)
        case SpeakerKind.DOCUMENT:
            side = RADIUS * 0.9
            pen.draw(parent, "rect", look, x=x - side, y=y - side, width=2 * side, height=2 * side)
        case SpeakerKind.ORGANISATION:
            tip = RADIUS * 1.25
            pen.draw(parent, "path", look, d=f"M{x - tip:.1f} {y:.1f}l{tip} {-tip}l{tip} {tip}l{-tip} {tip}z")


def _left_half(kind: SpeakerKind, x: float, y: float) -> str:
    match kind:
        case SpeakerKind.PERSON:
            return f"M{x:.1f} {y - RADIUS:.1f}a{RADIUS} {RADIUS} 0 0 0 0 {2 * RADIUS}z"
        case SpeakerKind.DOCUMENT:
            side = RADIUS * 0.9
            return f"M{x - side:.1f} {y - side:.1f}h{side}v{2 * side}h{-side}z"
        case SpeakerKind.ORGANISATION:
            tip = RADIUS * 1.25
            return f"M{x:.1f} {y - tip:.1f}l{-tip} {tip}l{tip} {tip}z"
