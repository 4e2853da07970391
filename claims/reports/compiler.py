"""The child process of `typesetting`: an order as JSON on standard input, a PDF on standard output. Run as a script,
it loads neither Django nor the project, so that it starts in the blink of an eye."""

import json
import sys
from pathlib import Path
from typing import Literal, NamedTuple, TypedDict

import typst

TEMPLATES = Path(__file__).resolve().with_name("typst")


class Order(TypedDict):
    """`report` is the JSON that the templates read, `made_at` seconds since 1970."""

    report: str
    made_at: int


class Try(NamedTuple):
    system_fonts: bool
    standard: Literal["ua-1", "1.7"]


TRIES = (Try(False, "ua-1"), Try(True, "ua-1"), Try(True, "1.7"))
"""From the reproducible to the forgiving: each is for letters that the fonts of the one before lack."""


def compile_report(order: Order) -> bytes:
    """Raises typst.TypstError where even the last try fails."""
    *tries, last = TRIES
    for one in tries:
        try:
            return _compile(order, one)
        except typst.TypstError:
            continue
    return _compile(order, last)


def _compile(order: Order, attempt: Try) -> bytes:
    return typst.compile(
        TEMPLATES / "report.typ",
        root=TEMPLATES,
        ignore_system_fonts=not attempt.system_fonts,
        sys_inputs={"report": order["report"]},
        pdf_standards=attempt.standard,
        timestamp=order["made_at"],
    )


if __name__ == "__main__":
    sys.stdout.buffer.write(compile_report(json.load(sys.stdin)))
