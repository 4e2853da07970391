"""What the templates need to show entries: dates in words, signs, differences. No rule of the domain lives here."""

from xml.etree import ElementTree as ET

from django import template
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from accounts import demo
from claims.picture.marks import draw_disc, draw_mark
from claims.picture.pen import Pen, as_text
from claims.picture.wording import counted
from claims.records import Finding
from claims.text import dates, differences
from claims.timeline.entries import Entry

register = template.Library()
register.filter("said_heading", dates.said_heading)
register.filter("said_day", dates.said_day)
register.filter("said_within", dates.said_within)
register.filter("said_datetime", dates.said_datetime)
register.filter("said_after", lambda later, earlier: dates.said_later(earlier, later))
register.filter("marked", differences.marked)
register.filter("counted", counted)


@register.filter
def against(words: str, first: str) -> tuple[differences.Piece, ...]:
    """`rendering.words|against:entry.words`: the pieces of a rendering, compared with the statement's words."""
    return differences.differences(first, words)


@register.simple_tag
def excerpt(entry: Entry, clash: str = "", longest: int = 110) -> str:
    """The words, cut to what a line can hold, in quotation marks where they were quoted in full."""
    words = differences.excerpt(entry.words, clash, longest)
    return f"“{words}”" if entry.takes_marks else words


@register.filter
def lower_first(words: str) -> str:
    """'by 25 April 2018' out of a heading, for the middle of a line; names of months keep their capital."""
    return f"{words[0].lower()}{words[1:]}" if words.startswith(("By ", "Date ")) else words


@register.filter
def differs(words: str, first: str) -> bool:
    return differences.differ(first, words)


@register.simple_tag
def site_name() -> str:
    return settings.SITE_NAME


@register.simple_tag
def demo_password() -> str:
    """The password of the demo's people while the demo runs, and nothing at any other time."""
    return demo.PASSWORD if settings.DEMO else ""


@register.simple_tag
def mark(entry: Entry) -> SafeString:
    """The statement's sign of the picture, as a small drawing; whatever it says stands beside it in words."""
    sheet = _small_sheet("mark", 22)
    draw_mark(Pen(), sheet, entry, 11, 11)
    return _safe(sheet)


@register.simple_tag
def sign(finding: str) -> SafeString:
    """The sign of a finding in its disc, as a small drawing beside words that say the same."""
    sheet = _small_sheet("sign-disc", 24)
    draw_disc(Pen(), sheet, Finding(finding), 12, 12)
    return _safe(sheet)


def _small_sheet(name: str, size: int) -> ET.Element:
    box = {"width": str(size), "height": str(size), "viewBox": f"0 0 {size} {size}"}
    return ET.Element("svg", {"class": f"picture {name}", "aria-hidden": "true", "focusable": "false", **box})


def _safe(sheet: ET.Element) -> SafeString:
    return mark_safe(as_text(sheet))  # noqa: S308 (drawn from numbers; whatever words it has are escaped text nodes)
