"""The key to the signs: only those that the picture uses."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from claims.picture.columns import sums_up
from claims.picture.marks import draw_disc, draw_mark
from claims.picture.pen import Pen
from claims.picture.wording import SIGNS
from claims.records import Finding, Mode, SpeakerKind
from claims.timeline.arranging import Timeline
from claims.timeline.entries import Entry, Voice

KEY_LINE = 24.0
_MODES = {Mode.DIRECT: "quoted in full", Mode.MIXED: "partly quoted", Mode.INDIRECT: "reported"}
_KINDS = {SpeakerKind.DOCUMENT: "document", SpeakerKind.ORGANISATION: "organisation"}


def draw_key(pen: Pen, sheet: ET.Element, timeline: Timeline, x: float, y: float, width: float) -> None:
    """Signs with their words, from (x, y) on, wrapped at `width`."""
    for sign, words, left, top in _places(timeline, width):
        if isinstance(sign, Finding):
            draw_disc(pen, sheet, sign, x + left + 9, y + top)
        else:
            draw_mark(pen, sheet, sign, x + left + 9, y + top)
        pen.write(sheet, "legend", words, x + left + 23, y + top + 4)


def key_height(timeline: Timeline, width: float) -> float:
    places = list(_places(timeline, width))
    return places[-1][3] + KEY_LINE + 14 if places else 0.0


def _places(timeline: Timeline, width: float) -> Iterator[tuple[Entry | Finding, str, float, float]]:
    left = top = 0.0
    for sign, words in _used(timeline):
        room = 23 + 6.4 * len(words) + 20
        if left and left + room > width:
            left, top = 0.0, top + KEY_LINE
        yield sign, words, left, top
        left += room


def _used(timeline: Timeline) -> Iterator[tuple[Entry | Finding, str]]:
    for finding in Finding:
        if any(pair.finding == finding for pair in timeline.pairs):
            yield finding, SIGNS[finding]
    if sums_up(timeline):
        return
    for mode, words in _MODES.items():
        if any(entry.mode == mode for entry in timeline.entries):
            yield _sample(mode=mode), words
    for kind, words in _KINDS.items():
        if any(entry.speaker.kind == kind for entry in timeline.entries):
            yield _sample(kind=kind), words
    if any(entry.withdrawn for entry in timeline.entries):
        yield _sample(withdrawn="yes"), "withdrawn"


def _sample(mode: Mode = Mode.DIRECT, kind: SpeakerKind = SpeakerKind.PERSON, withdrawn: str = "") -> Entry:
    return Entry(0, Voice("", "", kind), "", mode, withdrawn=withdrawn)
