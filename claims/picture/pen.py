"""Writes SVG in two flavours: for a page, with classes and links that a style sheet colours, light or dark; for
paper, with colours as plain attributes and no links, since what typesets it knows neither CSS variables nor hrefs.

Words reach the drawing as text nodes only, so that nothing in them can become markup."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

INK, GREY, HAIR, BAND, PAPER, ACCENT = "#1a1a1a", "#5c5c5c", "#c9c6bf", "#f5f2ec", "#ffffff", "#b3261e"
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

PAPER_LOOKS: dict[str, dict[str, str]] = {
    "band": {"fill": BAND},
    "edge": {"stroke": HAIR, "stroke-width": "1", "stroke-dasharray": "2 3"},
    "lane": {"stroke": HAIR, "stroke-width": "1"},
    "silence-lane": {"stroke": HAIR, "stroke-width": "1", "stroke-dasharray": "1 5"},
    "break": {"stroke": GREY, "stroke-width": "1.2", "fill": "none"},
    "day": {"fill": INK, "font-size": "12.5", "font-weight": "bold"},
    "year": {"fill": GREY, "font-size": "11.5"},
    "silence": {"fill": GREY, "font-size": "11.5", "font-style": "italic"},
    "name": {"fill": INK, "font-size": "13", "font-weight": "bold"},
    "legend": {"fill": GREY, "font-size": "11.5"},
    "count": {"fill": PAPER, "font-size": "10.5", "font-weight": "bold"},
    "full": {"fill": INK, "stroke": INK, "stroke-width": "1.8"},
    "hollow": {"fill": PAPER, "stroke": INK, "stroke-width": "1.8"},
    "half": {"fill": INK},
    "extent": {"stroke": INK, "stroke-width": "1.8", "fill": "none"},
    "open-end": {"stroke": INK, "stroke-width": "1.8", "stroke-dasharray": "2 3", "fill": "none"},
    "struck": {"stroke": GREY, "stroke-width": "2.2", "fill": "none"},
    "gone": {"fill": PAPER, "stroke": GREY, "stroke-width": "1.4"},
    "arc contradiction": {"stroke": ACCENT, "stroke-width": "1.8", "fill": "none"},
    "arc partial": {"stroke": ACCENT, "stroke-width": "1.8", "stroke-dasharray": "5 4", "fill": "none"},
    "arc consistent": {"stroke": GREY, "stroke-width": "1.4", "stroke-dasharray": "1 4", "fill": "none"},
    "disc contradiction": {"fill": ACCENT, "stroke": PAPER, "stroke-width": "2"},
    "disc partial": {"fill": PAPER, "stroke": ACCENT, "stroke-width": "1.6"},
    "disc consistent": {"fill": PAPER, "stroke": GREY, "stroke-width": "1.4"},
    "sign contradiction": {"stroke": PAPER, "stroke-width": "1.7", "fill": "none"},
    "sign partial": {"stroke": ACCENT, "stroke-width": "1.7", "fill": "none"},
    "sign consistent": {"stroke": GREY, "stroke-width": "1.6", "fill": "none"},
    "hit": {"fill": "none"},
}


@dataclass(frozen=True)
class Pen:
    """`paper`: colours as attributes and no links. `font`: the family that the paper flavour asks for."""

    paper: bool = False
    font: str = "sans-serif"

    def sheet(self, width: float, height: float, name: str, title: str, description: str) -> ET.Element:
        """An empty picture of that size in user units, with its title and description."""
        size = {"width": number(width), "height": number(height), "viewBox": f"0 0 {number(width)} {number(height)}"}
        sheet = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size})
        if self.paper:
            sheet.set("font-family", self.font)
        else:
            sheet.attrib |= {"class": f"picture picture--{name}", "role": "group"}
            sheet.attrib |= {"aria-labelledby": f"picture-{name}-title", "aria-describedby": f"picture-{name}-desc"}
        self._told(sheet, "title", f"picture-{name}-title", title)
        self._told(sheet, "desc", f"picture-{name}-desc", description)
        return sheet

    def draw(self, parent: ET.Element, shape: str, look: str, **places: float | str) -> ET.Element:
        """A shape with its look; places are its attributes, numbers in user units."""
        return ET.SubElement(parent, shape, self._look(look) | {k: number(v) for k, v in places.items()})

    def write(self, parent: ET.Element, look: str, words: str, x: float, y: float, anchor: str = "start") -> None:
        """Words on a base line at (x, y): `anchor` is start, middle or end."""
        line = self.draw(parent, "text", look, x=x, y=y)
        line.text = printable(words)
        if anchor != "start":
            line.set("text-anchor", anchor)

    def link(self, parent: ET.Element, address: str, label: str, look: str = "to") -> ET.Element:
        """A group that leads somewhere; on paper a plain group."""
        if self.paper:
            return ET.SubElement(parent, "g")
        group = ET.SubElement(parent, "a", {"href": address, "class": look, "aria-label": printable(label)})
        ET.SubElement(group, "title").text = printable(label)
        return group

    def named(self, parent: ET.Element, picture: str, keys: Iterable[int]) -> ET.Element:
        """A group that stands for statements in a picture of that name, for a list to link to: '#wide-7'. On paper
        the parent itself."""
        for key in () if self.paper else keys:
            parent = ET.SubElement(parent, "g", {"id": f"{picture}-{key}"})
        return parent

    def _look(self, look: str) -> dict[str, str]:
        return dict(PAPER_LOOKS[look]) if self.paper else {"class": look}

    def _told(self, sheet: ET.Element, tag: str, name: str, words: str) -> None:
        ET.SubElement(sheet, tag, {} if self.paper else {"id": name}).text = printable(words)


def as_text(sheet: ET.Element) -> str:
    return ET.tostring(sheet, encoding="unicode")


def printable(words: str) -> str:
    """Without the characters that XML 1.0 does not allow, line breaks as spaces."""
    return " ".join(_FORBIDDEN.sub("", words).split())


def number(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
