"""The child process of `drawing`: a card as JSON on standard input, a PNG on standard output. Run as a script, it loads
neither Django nor the project, so that it starts in the blink of an eye."""

import re
import sys
from pathlib import Path

import typst

TEMPLATES = Path(__file__).resolve().with_name("typst")
POINTS = 72.0
"""An inch has so many: one point of the template becomes one pixel."""
_CARRIED = re.compile("[\x00-\u052f\u1e00-\u22ff]*")
"""Latin, Greek, Cyrillic, punctuation and signs: letters of the fonts that Typst carries."""


def paint(card: str) -> bytes:
    """With the fonts that Typst carries where they have the letters, else with the system's too; a letter that no font
    has becomes an empty box."""
    fonts = typst.Fonts(include_system_fonts=not _CARRIED.fullmatch(card))
    drawn = typst.compile(
        TEMPLATES / "card.typ", root=TEMPLATES, font_paths=fonts, sys_inputs={"card": card}, format="png", ppi=POINTS
    )
    return drawn if isinstance(drawn, bytes) else drawn[0]


if __name__ == "__main__":
    sys.stdout.buffer.write(paint(sys.stdin.buffer.read().decode()))
