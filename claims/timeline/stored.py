"""The content of an edition: values to JSON and back, and the digest that tells one content from another.

Every content carries its `format`, so that a later release can read what an earlier one stored."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from claims.records import Finding, Mode, Said, Span, SpeakerKind, Stance
from claims.timeline.entries import Entry, Pair, Rendering, Reply, Source, StoryHead, Voice
from claims.timeline.origins import numbered

FORMAT = 1
STATEMENT_FORMAT = 2
"""The second tells of each rendering which report it is; what the first stored tells of none."""

type Content = Mapping[str, Any]


def digest_of(content: object) -> str:
    """SHA-256 of the content in its one canonical form, 64 hex digits."""
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


# ------------------------------------------------------------------ statements


def statement_content(entry: Entry) -> dict[str, Any]:
    """All that readers will see of a statement; what follows the speaker (address, merges) is left out."""
    return {
        "format": STATEMENT_FORMAT,
        "name": entry.speaker.name,
        "kind": entry.speaker.kind.value,
        "role": entry.role,
        "words": entry.words,
        "mode": entry.mode.value,
        "stance": entry.stance.value if entry.stance else "",
        "said": entry.said.edtf() if entry.said else "",
        "said_basis": entry.said_basis,
        "said_confirmed": entry.said_confirmed,
        "day_order": entry.day_order,
        "occasion": entry.occasion,
        "question": entry.question,
        "renderings": [_rendering_content(one) for one in entry.renderings],
    }


def with_reports(content: Content) -> dict[str, Any]:
    """The content with a report for every rendering: where it tells of none, as if each article were one of its own.
    So compared, not to have told of independent reports is no change."""
    reports = numbered(one.get("report") or _unshared(one) for one in content["renderings"])
    told = [{**one, "report": report} for one, report in zip(content["renderings"], reports, strict=True)]
    return {**content, "format": STATEMENT_FORMAT, "renderings": told}


def _unshared(rendering: Content) -> tuple[str, int]:
    source = rendering["source"]
    return ("article", source["article"]) if source else ("quotation", rendering["quotation"])


def statement_from(content: Content, *, key: int, address: str, head: str = "", **more: Any) -> Entry:
    """The statement that a content tells of. `key` is its number; `address` and `head` the slug and the name that its
    speaker has now; `more` are fields of Entry that stand outside of the edition."""
    return Entry(
        key=key,
        speaker=Voice(address, content["name"], SpeakerKind(content["kind"]), head),
        words=content["words"],
        mode=Mode(content["mode"]),
        stance=_stance(content["stance"]),
        said=Said.from_edtf(content["said"]) if content["said"] else None,
        said_basis=content["said_basis"],
        said_confirmed=content["said_confirmed"],
        day_order=content["day_order"],
        role=content["role"],
        occasion=content["occasion"],
        question=content["question"],
        renderings=tuple(map(_rendering_from, content["renderings"])),
        **more,
    )


def _rendering_content(one: Rendering) -> dict[str, Any]:
    return {
        "quotation": one.key,
        "outlet": one.outlet,
        "title": one.title,
        "url": one.url,
        "published": one.published.isoformat() if one.published else "",
        "words": one.words,
        "exact": one.exact,
        "attributed": one.attributed,
        "cue": one.cue,
        "before": one.before,
        "after": one.after,
        "mode": one.mode.value,
        "stance": one.stance.value if one.stance else "",
        "spans": [[*span] for span in one.spans],
        "report": one.report,
        "source": _source_content(one.source) if one.source else None,
    }


def _rendering_from(content: Content) -> Rendering:
    return Rendering(
        key=content["quotation"],
        outlet=content["outlet"],
        title=content["title"],
        url=content["url"],
        published=dt.date.fromisoformat(content["published"]) if content["published"] else None,
        words=content["words"],
        exact=content["exact"],
        attributed=content["attributed"],
        cue=content["cue"],
        before=content["before"],
        after=content["after"],
        mode=Mode(content["mode"]),
        stance=_stance(content["stance"]),
        spans=tuple(Span(*span) for span in content["spans"]),
        report=content.get("report", 0),
        source=_source_from(content["source"]) if content["source"] else None,
    )


def _source_content(source: Source) -> dict[str, Any]:
    return {
        "article": source.article,
        "version": source.version,
        "byline": source.byline,
        "published_time": source.published_time,
        "captured": _moment(source.captured),
        "sha256": source.sha256,
    }


def _source_from(content: Content) -> Source:
    return Source(**{**content, "captured": dt.datetime.fromisoformat(content["captured"])})


# ------------------------------------------------------------------ pairs


@dataclass(frozen=True, slots=True)
class Side:
    """One statement of a pair as its edition names it: the statement, the number of its edition and its digest."""

    statement: int
    edition: int
    digest: str


def pair_content(pair: Pair, sides: Mapping[int, Side]) -> dict[str, Any]:
    """All that readers will see of a pair; its statements are named by their editions."""
    return {
        "format": FORMAT,
        "finding": pair.finding.value,
        "explanation": pair.explanation,
        "earlier": _side_content(sides[pair.earlier.key], pair.earlier_clash),
        "later": _side_content(sides[pair.later.key], pair.later_clash),
        "replies": [_reply_content(reply) for reply in pair.replies],
    }


def pair_from(content: Content, sides: Mapping[int, Entry], *, key: int, **more: Any) -> Pair:
    """The pair that a content tells of, between the statements in `sides`, by their numbers."""
    earlier, later = content["earlier"], content["later"]
    return Pair(
        key=key,
        earlier=sides[earlier["statement"]],
        later=sides[later["statement"]],
        finding=Finding(content["finding"]),
        explanation=content["explanation"],
        earlier_clash=earlier["clash"],
        later_clash=later["clash"],
        replies=tuple(map(_reply_from, content["replies"])),
        **more,
    )


def _side_content(side: Side, clash: str) -> dict[str, Any]:
    return {"statement": side.statement, "edition": side.edition, "digest": side.digest, "clash": clash}


def _reply_content(reply: Reply) -> dict[str, Any]:
    return {
        "response": reply.key,
        "who": reply.who,
        "asked": _moment(reply.asked),
        "how": reply.how,
        "deadline": _moment(reply.deadline),
        "answer": reply.answer,
        "answered": _moment(reply.answered),
    }


def _reply_from(content: Content) -> Reply:
    return Reply(
        key=content["response"],
        who=content["who"],
        asked=dt.datetime.fromisoformat(content["asked"]),
        how=content["how"],
        deadline=_moment_from(content["deadline"]),
        answer=content["answer"],
        answered=_moment_from(content["answered"]),
    )


# ------------------------------------------------------------------ stories


def story_content(head: StoryHead, members: list[int]) -> dict[str, Any]:
    """All that readers will see of a story itself: its head, and which statements are in it."""
    return {
        "format": FORMAT,
        "title": head.title,
        "slug": head.slug,
        "summary": head.summary,
        "statements": sorted(members),
    }


# ------------------------------------------------------------------ inner workings


def _stance(name: str) -> Stance | None:
    return Stance(name) if name else None


def _moment(moment: dt.datetime | None) -> str:
    return moment.astimezone(dt.UTC).isoformat() if moment else ""


def _moment_from(text: str) -> dt.datetime | None:
    return dt.datetime.fromisoformat(text) if text else None
