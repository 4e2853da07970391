"""The child process of `typesetting`: an order as JSON on standard input, a PDF on standard output. Run as a script,
it loads neither Django nor the project, so that it starts in the blink of an eye."""

import json
import sys
from pathlib import Path
from typing import TypedDict

import typst

TEMPLATES = Path(__file__).resolve().with_name("typst")
PROBE = b'#set document(title: "x")\n#set text(font: "Libertinus Serif")\n#sys.inputs.letters'


class Order(TypedDict):
    """`report` is the JSON that the templates read, `made_at` seconds since 1970."""

    report: str
    made_at: int


def compile_report(order: Order) -> bytes:
    """With the fonts that Typst carries; else with the system's too; else with the letters that no font has spelled
    out as [U+4E2D]. Raises typst.TypstError where even that fails."""
    carried, all_fonts = typst.Fonts(include_system_fonts=False), typst.Fonts()
    for fonts in (carried, all_fonts):
        try:
            return _compile(order["report"], order["made_at"], fonts)
        except typst.TypstError:
            continue
    return _compile(spelled_out(order["report"], all_fonts), order["made_at"], all_fonts)


def spelled_out(text: str, fonts: typst.Fonts) -> str:
    """The text with every letter that none of the fonts has replaced by its code point."""
    letters = sorted({letter for letter in text if not letter.isascii()})
    return text.translate({ord(letter): f"[U+{ord(letter):04X}]" for letter in _missing(letters, fonts)})


def _missing(letters: list[str], fonts: typst.Fonts) -> list[str]:
    """Those of the letters that cannot be drawn, found by halving."""
    if not letters or _drawable(letters, fonts):
        return []
    if len(letters) == 1:
        return letters
    middle = len(letters) // 2
    return _missing(letters[:middle], fonts) + _missing(letters[middle:], fonts)


def _drawable(letters: list[str], fonts: typst.Fonts) -> bool:
    inputs = {"letters": " ".join(letters)}
    try:
        typst.compile(PROBE, font_paths=fonts, sys_inputs=inputs, pdf_standards="ua-1", timestamp=0)
    except typst.TypstError:
        return False
    return True


def _compile(report: str, made_at: int, fonts: typst.Fonts) -> bytes:
    return typst.compile(
        TEMPLATES / "report.typ",
        root=TEMPLATES,
        font_paths=fonts,
        sys_inputs={"report": report},
        pdf_standards="ua-1",
        timestamp=made_at,
    )


if __name__ == "__main__":
    sys.stdout.buffer.write(compile_report(json.load(sys.stdin)))
