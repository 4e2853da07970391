"""What the next edition of a record would hold, and in what that differs from the one that readers see.

The digest covers all of it: whoever confirms sends back the digest of what was on their screen, and the verbs refuse
where it is another one by then. No answer here depends on a stored flag."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from claims.models import Contradiction, SpeakerProposal, Statement, Story
from claims.records import Change
from claims.timeline.building import pair_now, statements_now, told_by
from claims.timeline.entries import Entry, StoryHead
from claims.timeline.stored import (
    Side,
    digest_of,
    pair_content,
    statement_content,
    statement_from,
    story_content,
    with_reports,
)
from claims.timeline.telling import Told, changes_between, pair_told, statement_told, story_told


@dataclass(frozen=True)
class Awaiting:
    """The next edition of one record: its number, its content and digest in words and as stored. `before` is what the
    current edition tells, None where there is none; `is_new` whether the next one would say anything else."""

    number: int
    content: dict[str, Any]
    digest: str
    told: Told
    before: Told | None
    is_new: bool

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        return changes_between(self.before or {}, self.told)


@dataclass(frozen=True)
class StatementAwaiting(Awaiting):
    entry: Entry
    speaker: int

    @property
    def side(self) -> Side:
        return Side(self.entry.key, self.number, digest_of(self.content))


@dataclass(frozen=True)
class PairAwaiting(Awaiting):
    """`sides` are the statements that would be confirmed along with the pair, by their numbers; `own` whether the pair
    itself, apart from the editions that it names, says anything new."""

    sides: Mapping[int, StatementAwaiting]
    first_is_earlier: bool
    named: Mapping[int, int]
    own: bool

    @property
    def everything(self) -> Told:
        """What the pair tells, and after it what each statement that goes along does."""
        every = dict(self.told)
        for key, side in self.sides.items():
            every |= {f"{label} (statement {key})": words for label, words in side.told.items()}
        return every


def statement_awaiting(statement: Statement) -> StatementAwaiting:
    """The next edition of a statement. Four queries."""
    return statements_awaiting([statement])[statement.pk]


def statements_awaiting(statements: Collection[Statement]) -> dict[int, StatementAwaiting]:
    """The next editions of some statements, by their numbers."""
    entries = statements_now([statement.pk for statement in statements])
    return {statement.pk: _statement_awaiting(statement, entries[statement.pk]) for statement in statements}


def _statement_awaiting(statement: Statement, entry: Entry) -> StatementAwaiting:
    content, edition = statement_content(entry), statement.edition
    told = statement_told(content)
    speaker = statement.speaker_id
    before, is_new = None, True
    if edition:
        # A speaker's new name makes no changes waiting: names beside words are the edition's.
        same_speaker = speaker in (edition.speaker_id, edition.speaker.merged_into_id)
        known = {**edition.content, **({k: content[k] for k in ("name", "kind")} if same_speaker else {})}
        before = statement_told(known)
        is_new = with_reports(known) != with_reports(content) or not same_speaker
    return StatementAwaiting(
        number=(edition.number if edition else 0) + 1,
        content=content,
        digest=digest_of({"content": content, "speaker": speaker}),
        told=told,
        before=before,
        is_new=is_new,
        entry=entry,
        speaker=speaker,
    )


def pair_awaiting(pair: Contradiction, fresh: Collection[int] | None = None) -> PairAwaiting:
    """The next edition of a pair, with those of its statements that would be confirmed along with it: drafts and what
    has changes waiting, or else those in `fresh`."""
    statements = {one.pk: one for one in (pair.first, pair.second)}
    next_ones = statements_awaiting(list(statements.values()))
    wanted = {key for key, one in next_ones.items() if one.is_new} if fresh is None else set(fresh)
    along = {key: next_ones[key] for key in sorted(wanted)}
    sides = {key: next_ones[key].side if key in along else _current_side(one) for key, one in statements.items()}
    entries = {key: next_ones[key].entry if key in along else _current(one) for key, one in statements.items()}
    edition = pair.edition
    value = pair_now(pair, entries[pair.first_id], entries[pair.second_id])
    content = _as_named(pair_content(value, sides), edition.content if edition else None)
    return PairAwaiting(
        number=(edition.number if edition else 0) + 1,
        content=content,
        digest=digest_of({"content": content, "sides": {str(key): one.digest for key, one in along.items()}}),
        told=pair_told(content),
        before=pair_told(edition.content) if edition else None,
        is_new=edition is None or edition.content != content,
        own=edition is None or _own(edition.content) != _own(content),
        sides=along,
        first_is_earlier=value.earlier.key == pair.first_id,
        named={key: side.edition for key, side in sides.items()},
    )


def pair_waits(pair: Contradiction) -> bool:
    """Whether a confirmed pair says anything at the desk that readers do not see yet, or stands on an old edition."""
    return pair_awaiting(pair, fresh=()).is_new


def story_awaiting(story: Story) -> Awaiting:
    """The next edition of a story's head and members. Three queries."""
    members = list(story.statements.order_by("pk").values_list("pk", flat=True))
    head = StoryHead(story.pk, story.slug, story.title, story.summary)
    content, edition = story_content(head, members), story.edition
    every = {*members, *(edition.content["statements"] if edition else ())}
    rows = Statement.objects.filter(pk__in=every).select_related("speaker")
    words = {row.pk: f"{row.speaker}: {told_by(row)}" for row in rows}
    return Awaiting(
        number=(edition.number if edition else 0) + 1,
        content=content,
        digest=digest_of(content),
        told=story_told(content, words),
        before=story_told(edition.content, words) if edition else None,
        is_new=edition is None or edition.content != content,
    )


def proposal_digest(proposal: SpeakerProposal) -> str:
    """The digest of what a proposal would change: both speakers as they are called now, and what is proposed."""
    people = [proposal.speaker, *([proposal.into] if proposal.into else [])]
    now = [[one.pk, one.name, one.kind, one.merged_into_id] for one in people]
    return digest_of({"people": now, "name": proposal.name, "kind": proposal.kind, "reason": proposal.reason})


def _current_side(statement: Statement) -> Side:
    edition = statement.edition
    if edition is None:
        return Side(statement.pk, 0, "")
    return Side(statement.pk, edition.number, edition.digest)


def _current(statement: Statement) -> Entry:
    """The statement as its current edition has it."""
    edition = statement.edition
    if edition is None:
        return statements_now([statement.pk])[statement.pk]
    address = (edition.speaker.merged_into or edition.speaker).slug
    return statement_from(edition.content, key=statement.pk, address=address, edition=edition.number)


def _as_named(content: dict[str, Any], before: Mapping[str, Any] | None) -> dict[str, Any]:
    """The content with whoever was asked under the name that was confirmed: a new name makes no changes waiting."""
    names = {one["response"]: one["who"] for one in before["replies"]} if before else {}
    replies = [one | {"who": names.get(one["response"], one["who"])} for one in content["replies"]]
    return content | {"replies": replies}


def _own(content: Mapping[str, Any]) -> dict[str, Any]:
    """What a pair's content says apart from the editions of its statements and the order that these give."""
    clashes = {str(content[side]["statement"]): content[side]["clash"] for side in ("earlier", "later")}
    return {name: content[name] for name in ("finding", "explanation", "replies")} | {"clashes": clashes}
