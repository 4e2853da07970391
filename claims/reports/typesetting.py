"""The values of a report → the bytes of a PDF, by Typst, in a process of its own that is ended when it takes too long.

The values travel as JSON and reach the templates as strings, so that nothing in them can become markup. Templates may
read files beside themselves and nothing else. The same report gives the same bytes on every machine, as long as the
fonts that Typst carries know its letters."""

import json
import subprocess
import sys
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from claims.reports.passages import passages_of
from claims.reports.report import PairReport, StoryReport
from claims.text.printable import printable

COMPILER = Path(__file__).with_name("compiler.py")
TIME_LIMIT = 60
"""Seconds. Five hundred quotations take less than one."""

DRAWING = "picture"
"""The one field that is XML; whoever draws it takes care of its characters."""

AT_ONCE = 2
PATIENCE = 10
"""Reports that one web process makes at a time, so that pages are not kept waiting; seconds that others wait."""
SEATS = BoundedSemaphore(AT_ONCE)


class NotTypeset(Exception):
    """The report could not be made into a PDF; the message is for the log."""


def typeset(report: PairReport | StoryReport, time_limit: float = TIME_LIMIT) -> bytes:
    """A tagged PDF/UA-1. Raises NotTypeset where Typst fails, is too busy, or needs more than `time_limit` seconds.

    Letters that the fonts within Typst lack are taken from the system's; those that no font has are spelled out by
    their code points, as [U+4E2D]."""
    order = {"report": as_json(report), "made_at": int(report.made_at.timestamp())}
    if not SEATS.acquire(timeout=PATIENCE):
        raise NotTypeset(f"{AT_ONCE} reports are being made already, and none was ready within {PATIENCE} seconds")
    try:
        return _compiled(json.dumps(order).encode(), time_limit)
    finally:
        SEATS.release()


def _compiled(order: bytes, time_limit: float) -> bytes:
    command = [sys.executable, "-I", str(COMPILER)]
    try:
        done = subprocess.run(command, input=order, capture_output=True, timeout=time_limit)
    except subprocess.TimeoutExpired as error:
        raise NotTypeset(f"the report took longer than {time_limit} seconds") from error
    if done.returncode:
        raise NotTypeset(done.stderr.decode(errors="replace").strip())
    return done.stdout


def as_json(report: PairReport | StoryReport) -> str:
    """What the templates read."""
    return json.dumps(_printable(passages_of(report)), ensure_ascii=False)


def _printable(value: Any) -> Any:
    match value:
        case str():
            return printable(value)
        case dict():
            return {key: one if key == DRAWING else _printable(one) for key, one in value.items()}
        case list():
            return [_printable(one) for one in value]
        case _:
            return value
