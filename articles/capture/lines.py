"""JSON Lines: one article a line, read as a stream, however long the file."""

import datetime as dt
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from typing import Any, BinaryIO

from articles.capture.reach import out_of_reach
from articles.capture.text import LONGEST_TEXT, Unreadable, decode

LONGEST_LINE = LONGEST_TEXT * 6
"""Bytes: six is the most that JSON needs for a code point inside the Basic Multilingual Plane (backslash uXXXX)."""


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """What one line says of an article; "" and None where it says nothing."""

    title: str = ""
    text: str = ""
    id: str = ""
    outlet: str = ""
    url: str = ""
    byline: str = ""
    zone: str = ""
    published: dt.date | dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class BadLine:
    """Why a line could not be read."""

    reason: str


def read_lines(stream: BinaryIO, *, encoding: str = "utf-8") -> Iterator[tuple[int, ArticleLine | BadLine]]:
    """(number, line), counting from 1; blank lines are left out. Holds one line in memory at a time."""
    return read_each(stream, _article, like='{"outlet": …, "title": …, "text": …}', encoding=encoding)


def read_each[Read](
    stream: BinaryIO, read: Callable[[dict[str, Any]], Read], *, like: str, encoding: str = "utf-8"
) -> Iterator[tuple[int, Read | BadLine]]:
    """(number, what `read` makes of the line's JSON object), or why it could not be read; blank lines are left out.

    `read` raises Unreadable for an object that is none of its kind; `like` shows one that is."""
    number = 0
    while raw := stream.readline(LONGEST_LINE + 1):
        number += 1
        too_long = len(raw) > LONGEST_LINE
        while too_long and raw and not raw.endswith(b"\n"):
            raw = stream.readline(LONGEST_LINE)
        if too_long:
            yield number, BadLine(f"the line is longer than {LONGEST_LINE:,} bytes, too long for one article")
        elif raw.strip():
            try:
                yield number, read(_object(decode(raw, encoding=encoding), like))
            except Unreadable as error:
                yield number, BadLine(str(error))


def read_published(words: str | None) -> dt.date | dt.datetime | None:
    """A day (2018-04-26) or a moment (2018-04-26T09:30, with or without an offset); None for nothing.

    ISO 8601. Raises Unreadable for anything else, and for a year out of reach."""
    if not words:
        return None
    try:
        when = dt.date.fromisoformat(words) if len(words) == 10 else dt.datetime.fromisoformat(words)
    except ValueError as error:
        raise Unreadable(
            f"published is {words[:60]!r}; write a day such as 2018-04-26, or 2018-04-26T09:30, or leave it out"
        ) from error
    if wrong := out_of_reach(when):
        raise Unreadable(f"published is {words[:60]!r}: {wrong}")
    return when


def _object(words: str, like: str) -> dict[str, Any]:
    try:
        found = json.loads(words)
    except RecursionError as error:
        raise Unreadable("it is nested too deeply for an article") from error
    except ValueError as error:
        raise Unreadable(f"it is no JSON ({error})") from error
    if not isinstance(found, dict):
        raise Unreadable(f"it is no JSON object: it should look like {like}")
    return found


def _article(found: dict[str, Any]) -> ArticleLine:
    known = {field.name for field in fields(ArticleLine)} - {"published", "id"}
    words = {name: _words(name, found.get(name)) for name in known}
    published = read_published(_words("published", found.get("published")))
    return ArticleLine(**words, id=str(found.get("id", "")), published=published)


def _words(name: str, value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Unreadable(f"{name} should be text, and is {json.dumps(value, default=str)[:60]}")
    return value
