"""The public history of a public record: every edition of a statement, a pair or a story, with who confirmed it, when,
what it changed, and what readers were told."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from claims.models import ContradictionEdition, Statement, StatementEdition, StoryEdition
from claims.models.edition import EditionFields
from claims.records import Change
from claims.timeline.entries import Entry, Note, Pair, StoryHead
from claims.timeline.gathering import confirmer, local_day
from claims.timeline.shown import is_newsroom
from claims.timeline.stored import Content, statement_from
from claims.timeline.telling import Told, changes_between, pair_told, statement_told, story_told


@dataclass(frozen=True, slots=True)
class PastEdition:
    """One edition as its list shows it. `first` has nothing before it; `told` are the corrections or the note that
    readers got; `reason` why they got none, for the newsroom alone."""

    number: int
    confirmed: str
    day: dt.date
    taken_over: bool
    first: bool
    changes: tuple[Change, ...] = ()
    told: tuple[Note, ...] = ()
    reason: str = ""


def statement_editions(user: object, entry: Entry) -> tuple[PastEdition, ...]:
    """The editions of a statement that this user sees, newest first. Of a withdrawn one readers get no words."""
    rows = StatementEdition.objects.filter(statement=entry.key).order_by("number")
    told = (lambda _: {}) if _is_hidden(user, entry.withdrawn) else statement_told
    return _listed(user, rows, told, entry.corrections)


def pair_editions(user: object, pair: Pair) -> tuple[PastEdition, ...]:
    """The editions of a pair that this user sees, newest first. Of one that no longer holds readers get no words."""
    rows = ContradictionEdition.objects.filter(contradiction=pair.key).order_by("number")
    told = (lambda _: {}) if _is_hidden(user, not pair.stands) else pair_told
    return _listed(user, rows, told, pair.corrections)


def story_editions(user: object, head: StoryHead, seen: Collection[Entry]) -> tuple[PastEdition, ...]:
    """The editions of a story, newest first. Of its members those are told that this user sees in it now, or that are
    public elsewhere."""
    rows = StoryEdition.objects.filter(story=head.key).order_by("number")
    ever = {key for row in rows for key in row.content["statements"]}
    public = Statement.objects.visible_to(user).filter(pk__in=ever, edition__isnull=False, withdrawn_reason="")
    words = {one.pk: _told(one.edition.content) for one in public.select_related("edition") if one.edition}
    words |= {entry.key: entry.told for entry in seen}
    named = is_newsroom(user)
    notes = [
        Note(row.note, local_day(row.confirmed_at), confirmer(row, named=named), row.number) for row in rows if row.note
    ]
    return _listed(user, rows, lambda content: story_told(_known(content, words), words), notes)


def _told(content: Content) -> str:
    return statement_from(content, key=0, address="").told


def _known(content: Content, words: Collection[int]) -> Content:
    return {**content, "statements": [key for key in content["statements"] if key in words]}


def _is_hidden(user: object, withdrawn: object) -> bool:
    return bool(withdrawn) and not is_newsroom(user)


def _listed(
    user: object, rows: Iterable[EditionFields], tell: Callable[[Content], Told], notes: Iterable[Note]
) -> tuple[PastEdition, ...]:
    notes = tuple(notes)
    listed: list[PastEdition] = []
    before: Told | None = None
    for row in rows:
        now = tell(row.content)
        listed.append(
            PastEdition(
                number=row.number,
                confirmed=confirmer(row, named=is_newsroom(user)),
                day=local_day(row.confirmed_at),
                taken_over=row.taken_over,
                first=before is None,
                changes=() if before is None else changes_between(before, now),
                told=tuple(note for note in notes if note.edition == row.number),
                reason=row.reason if is_newsroom(user) else "",
            )
        )
        before = now
    return tuple(reversed(listed))
