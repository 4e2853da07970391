"""An edition put into words, field by field, so that two of them can be compared by whoever reads them."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from claims.records import Change
from claims.text.dates import said_heading
from claims.timeline.entries import Entry
from claims.timeline.origins import reported
from claims.timeline.stored import Content, statement_from

type Told = Mapping[str, str]
"""What each part says, by its label, in the order in which it is read."""


def changes_between(before: Told, now: Told) -> tuple[Change, ...]:
    """What differs, in the order of `now`; what is gone comes last."""
    labels = [*now, *(label for label in before if label not in now)]
    changed = (label for label in labels if before.get(label, "") != now.get(label, ""))
    return tuple(Change(label, label, before.get(label, ""), now.get(label, "")) for label in changed)


def statement_told(content: Content) -> dict[str, str]:
    entry = statement_from(content, key=0, address="")
    time = f", {entry.said.time:%H:%M}" if entry.said and entry.said.time else ""
    told = {
        "Speaker": f"{entry.speaker.name} ({entry.speaker.kind})",
        "Role at the time": entry.role,
        "Words": entry.words,
        "Quoted": entry.mode.value,
        "Stance": entry.stance.value if entry.stance else "",
        "Said": f"{said_heading(entry.said)}{time}",
        "Date read from": entry.said_basis,
        "Date checked": "yes" if entry.said_confirmed else "no",
        "Order within the day": str(entry.day_order),
        "Occasion": entry.occasion,
        "Question it answered": entry.question,
        "Reported by": _reported_told(entry),
    }
    return told | {_rendering_label(one): _rendering_told(one) for one in content["renderings"]}


def pair_told(content: Content) -> dict[str, str]:
    earlier, later = content["earlier"], content["later"]
    told = {
        "Finding": content["finding"],
        "Explanation": content["explanation"],
        "Earlier statement": _side_told(earlier),
        "Later statement": _side_told(later),
        f"Clashing words of statement {earlier['statement']}": earlier["clash"],
        f"Clashing words of statement {later['statement']}": later["clash"],
    }
    return told | {f"Response {one['response']}, {one['who']}": _reply_told(one) for one in content["replies"]}


def story_told(content: Content, words: Mapping[int, str]) -> dict[str, str]:
    """`words` tells what the statements say, by their numbers."""
    told = {"Title": content["title"], "Address": content["slug"], "Summary": content["summary"]}
    return told | {f"Statement {key}": words.get(key, "in the story") for key in content["statements"]}


def _reported_told(entry: Entry) -> str:
    """The count, and which outlets' renderings are one report."""
    count = reported(entry.renderings)
    if count is None:
        return ""
    together: dict[int, list[str]] = {}
    for one in entry.renderings:
        together.setdefault(one.report, []).append(f"{one.outlet} ({one.key})")
    return "\n".join([str(count), *(", ".join(names) for names in together.values())])


def _rendering_label(one: Content) -> str:
    return f"Rendering {one['quotation']}"


def _rendering_told(one: Content) -> str:
    source = one["source"] or {}
    parts: tuple[Any, ...] = (
        f"{one['outlet']}: {one['title']}",
        one["url"],
        f"{source.get('byline', '')}",
        f"published {one['published'] or 'on an unknown day'} {source.get('published_time', '')}".strip(),
        f"version {source.get('version', '')}, SHA-256 {source.get('sha256', '')[:12]}",
        " ".join(part for part in (one["mode"], one["stance"]) if part),
        " · ".join(part for part in (one["attributed"], one["cue"]) if part),
        f"{one['before']}[{one['words']}]{one['after']}",
    )
    return "\n".join(part for part in parts if part)


def _side_told(side: Content) -> str:
    return f"statement {side['statement']}, edition {side['edition']}"


def _reply_told(one: Content) -> str:
    parts = (
        f"asked {_moment(one['asked'])}, {one['how']}",
        f"to answer by {_moment(one['deadline'])}" if one["deadline"] else "",
        f"answered {_moment(one['answered'])}: {one['answer']}" if one["answer"] else "no answer",
    )
    return "\n".join(part for part in parts if part)


def _moment(text: str) -> str:
    """On the newsroom's clock: '27 April 2018, 12:00'."""
    moment = timezone.localtime(dt.datetime.fromisoformat(text))
    return f"{moment.day} {moment:%B %Y, %H:%M}"
