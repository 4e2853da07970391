"""What the templates need to show entries: dates in words, signs, differences. No rule of the domain lives here."""

import re
from dataclasses import replace
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

from django import template
from django.conf import settings
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from accounts import demo
from claims.picture.marks import draw_disc, draw_mark
from claims.picture.pen import Pen, as_text
from claims.picture.wording import counted
from claims.records import Finding, Mode, SpeakerKind, Stance
from claims.text import dates, differences
from claims.timeline import origins
from claims.timeline.entries import Entry, Rendering, Voice, stance_before, with_stance

EMBEDDED_WORDS = 240
AT_A_GLANCE = 160
_DATE = re.compile(r"(?:\d{1,2} )?[A-Z][a-z]+ \d{4}")

register = template.Library()
register.filter("said_heading", dates.said_heading)
register.filter("said_day", dates.said_day)
register.filter("said_within", dates.said_within)
register.filter("said_datetime", dates.said_datetime)
register.filter("said_after", lambda later, earlier: dates.said_later(earlier, later))
register.filter("marked", differences.marked)
register.filter("counted", counted)
register.filter("folded", origins.folded)
register.filter("printing_one_report", origins.printing_one_report)


@register.filter
def unbroken(words: str) -> SafeString:
    """Words of ours with a date in them, which no line cuts: neither behind the day nor behind the month."""
    return mark_safe(_DATE.sub(r'<span class="unbroken">\g<0></span>', escape(words)))  # noqa: S308 (escaped first)


@register.filter
def stance_told(row: Any) -> str:
    """'Denied: ' before the words of a row of the desk, where these are reported; '' for any other."""
    stance = stance_before(Mode(row.mode), Stance(row.stance) if row.stance else None)
    return f"{stance}: " if stance else ""


@register.filter
def changed_from(words: str, before: str) -> tuple[differences.Piece, ...]:
    """`change.now|changed_from:change.before`: the pieces of a text, compared with what it was."""
    return differences.edited(before, words)


@register.filter
def against(rendering: Rendering, first: Entry | Rendering) -> tuple[differences.Piece, ...]:
    """`rendering|against:entry`: the pieces of a rendering, compared with the statement, its stance before them."""
    ours, theirs = _compared(first, rendering)
    pieces = differences.differences(ours, theirs)
    is_untold = bool(rendering.stance_before) and theirs == rendering.words
    return (differences.Piece(f"{rendering.stance_before}: "), *pieces) if is_untold else pieces


@register.filter
def differs(rendering: Rendering, first: Entry | Rendering) -> bool:
    return differences.differ(*_compared(first, rendering))


def _compared(first: Entry | Rendering, other: Rendering) -> tuple[str, str]:
    """Both with their stances before them where these are known and differ: a denial is no assertion."""
    if first.stance_before == other.stance_before or not (first.stance and other.stance):
        return first.words, other.words
    return first.told, other.told


@register.filter
def reported_by(entry: Entry) -> str:
    """'3 outlets, 2 independent reports'; '' where the edition tells no count."""
    return str(origins.reported(entry.renderings) or "")


@register.filter
def several_outlets(entry: Entry) -> bool:
    """Whether there is more to count than the one outlet that is named anyway."""
    count = origins.reported(entry.renderings)
    return count is not None and count.outlets > 1


@register.simple_tag
def excerpt(entry: Entry, clash: str = "", longest: int = 110) -> str:
    """The words, cut to what a line can hold, in quotation marks where they were quoted in full."""
    words = differences.excerpt(entry.words, clash, longest)
    return f"“{words}”" if entry.takes_marks else with_stance(words, entry.stance_before)


@register.filter
def shortened(entry: Entry, clash: str = "") -> Entry:
    """The statement with as much of its words as a frame has room for, from the sentence on that clashes."""
    return replace(entry, words=differences.excerpt(entry.words, clash, EMBEDDED_WORDS))


@register.filter
def at_a_glance(entry: Entry, clash: str = "") -> Entry:
    """The statement, or, where its words are long, the part of them that clashes: so that none stands beside a hole."""
    return entry if len(entry.words) <= AT_A_GLANCE else shortened(entry, clash)


@register.filter
def lower_first(words: str) -> str:
    """'by 25 April 2018' out of a heading, for the middle of a line; names of months keep their capital."""
    return f"{words[0].lower()}{words[1:]}" if words.startswith(("By ", "Date ")) else words


@register.simple_tag
def site_name() -> str:
    return settings.SITE_NAME


@register.simple_tag
def public_reading() -> bool:
    """Whether the site is open to readers: feeds and frames are for nobody else."""
    return settings.PUBLIC_READING


@register.simple_tag
def demo_password() -> str:
    """The password of the demo's people while the demo runs, and nothing at any other time."""
    return demo.PASSWORD if settings.DEMO else ""


@register.simple_tag
def mark(entry: Entry) -> SafeString:
    """The statement's sign of the picture, as a small drawing; whatever it says stands beside it in words."""
    return _mark(entry.speaker.kind, entry.mode, bool(entry.withdrawn))


@cache
def _mark(kind: SpeakerKind, mode: Mode, withdrawn: bool) -> SafeString:
    """All that a sign depends on: a long page has few of them, each many times."""
    sheet = _small_sheet("mark", 22)
    draw_mark(Pen(), sheet, Entry(0, Voice("", "", kind), "", mode, withdrawn="withdrawn" * withdrawn), 11, 11)
    return _safe(sheet)


@register.simple_tag
def sign(finding: str) -> SafeString:
    """The sign of a finding in its disc, as a small drawing beside words that say the same."""
    return _disc(Finding(finding))


@cache
def _disc(finding: Finding) -> SafeString:
    sheet = _small_sheet("sign-disc", 24)
    draw_disc(Pen(), sheet, finding, 12, 12)
    return _safe(sheet)


def _small_sheet(name: str, size: int) -> ET.Element:
    box = {"width": str(size), "height": str(size), "viewBox": f"0 0 {size} {size}"}
    return ET.Element("svg", {"class": f"picture {name}", "aria-hidden": "true", "focusable": "false", **box})


def _safe(sheet: ET.Element) -> SafeString:
    return mark_safe(as_text(sheet))  # noqa: S308 (drawn from numbers; whatever words it has are escaped text nodes)
