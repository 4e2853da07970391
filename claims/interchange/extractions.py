"""JSON Lines of the command extract_quotations: what it is given to read, and how it writes what was found."""

import json
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, BinaryIO

from articles.capture.lines import BadLine, read_each, read_published
from articles.capture.text import Unreadable
from claims.records import PUBLICATION, Attribution, Extraction, Id, Precision, Said, SaidReading, Span, ToRead

_SURROGATE = re.compile("[\ud800-\udfff]")


def read_texts(stream: BinaryIO, name: str) -> Iterator[tuple[str, ToRead | BadLine]]:
    """(place, text) for each line that is not blank. Holds one line in memory at a time."""
    for number, line in read_each(stream, _read, like='{"id": …, "text": …, "published": …}'):
        place = f"{name}, line {number}"
        yield place, line if isinstance(line, BadLine) else replace(line, place=place)


def _read(found: dict[str, Any]) -> ToRead:
    text, published = found.get("text"), found.get("published")
    if "text" not in found:
        raise Unreadable("it has no text")
    if not isinstance(text, str):
        raise Unreadable(f"text should be text, and is {_shown(text)}")
    if published is not None and not isinstance(published, str):
        raise Unreadable(f"published should be text such as 2018-04-26, and is {_shown(published)}")
    moment = read_published(published)
    return ToRead("", _id(found.get("id")), text, date(moment.year, moment.month, moment.day) if moment else None)


def _id(found: object) -> Id:
    if isinstance(found, bool) or not isinstance(found, str | int | float | None):
        raise Unreadable(f"id should be text or a number, and is {_shown(found)}")
    if isinstance(found, float) and not math.isfinite(found):
        raise Unreadable("id is a number that no JSON can hold")
    return found


def _shown(value: object) -> str:
    return json.dumps(value)[:60]


# ------------------------------------------------------------------ what was found, as JSON


def written(identity: Id, extraction: Extraction) -> str:
    """One line: the text's id, its attributions and its time expressions. Spans are [start, end) in code points."""
    found = {
        "id": identity,
        "attributions": [_attribution(one) for one in extraction.attributions],
        "times": [{"span": [*one.span], "type": str(one.type), "value": one.value} for one in extraction.times],
        "unread": _spans(extraction.unread),
    }
    line = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    # A lone surrogate is no character of any encoding; JSON has an escape for it all the same.
    return line if line.isascii() or not _SURROGATE.search(line) else json.dumps(found, separators=(",", ":"))


def _attribution(one: Attribution) -> dict[str, Any]:
    return {
        "content": _spans(one.content),
        "cue": _spans(one.cue),
        "source": _spans(one.source),
        "quote_type": str(one.mode),
        "stance": str(one.stance) if one.stance else None,
        "negated": one.negated,
        "suggested": one.is_suggestion,
        "manner": str(one.manner) if one.manner else None,
        "speaker": one.speaker.name if one.speaker else None,
        "role": one.role.role if one.role else None,
        "speakers": _speakers(one),
        "relay": {"name": one.relay.name, "basis": [*one.relay.basis]} if one.relay else None,
        "occasion": {"name": one.occasion.name, "basis": [*one.occasion.basis]} if one.occasion else None,
        "said": _said(one.said) if one.said else None,
        "confidence": round(one.confidence, 3),
    }


def _speakers(one: Attribution) -> list[dict[str, Any]]:
    """Everybody whose words they are: `speaker` and `role` first, then the other sources of the same report."""
    first = [(one.speaker, one.role)] if one.speaker else []
    everybody = [*first, *((other.speaker, other.role) for other in one.further)]
    return [{"name": who.name, "kind": str(who.kind), "role": role.role if role else None} for who, role in everybody]


def _spans(spans: Sequence[Span]) -> list[list[int]]:
    return [[*span] for span in spans]


def _said(reading: SaidReading) -> dict[str, Any]:
    """Both ends are inclusive. An upper limit alone ('at an earlier hearing') has neither `from` nor precision.
    Where the text tells no day, the day of publication is one: inferred, its basis the word "publication"."""
    said = reading.said
    return {
        "from": _moment(said, said.start) if said.start else None,
        "until": _moment(said, said.until),
        "precision": str(said.precision) if said.precision else None,
        "basis": [*reading.basis] if reading.basis else PUBLICATION,
        "inferred": reading.basis is None,
    }


def _moment(said: Said, day: date) -> str:
    return f"{day}T{said.time:%H:%M}" if said.precision == Precision.MINUTE else f"{day}"
