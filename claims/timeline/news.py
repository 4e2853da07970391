"""What came last into the record: pairs, statements, and what readers were told of changes, newest first. Feeds are
made of it. The number of queries does not grow, and each walks an index of moments as far as it has to.

What is public is found by the rows that lists are made of. Something is as new as its edition, its last correction, or
its withdrawal; a new name or address makes nothing new."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from claims.models import Contradiction, Correction, Statement, Story, StoryEdition
from claims.models.contradiction import ContradictionQuerySet
from claims.models.statement import StatementQuerySet
from claims.models.states import StoryState
from claims.timeline.building import voice_of
from claims.timeline.entries import Entry, Note, Pair, StoryHead
from claims.timeline.gathering import confirmer, entries_of, local_day, pairs_of
from claims.timeline.shown import SpeakerHead, head_of, seen_entry, seen_pair, seen_speaker

NEWEST = ("-edition__confirmed_at", "-edition_id")
"""By the number itself: by a record, its own order would be taken, in which no index stands."""


@dataclass(frozen=True, slots=True)
class New:
    """Something that readers got, and the moment of it: a record, or a note on one."""

    of: Entry | Pair | StoryHead
    at: dt.datetime
    note: Note | None = None


# ------------------------------------------------------------------ by record


def newest_contradictions(user: object, count: int) -> tuple[New, ...]:
    """The pairs that clash, wholly or in part, with an edition. At most six queries."""
    clashing = Contradiction.objects.filter(listing__public=True, listing__clashes=True)
    return _newest_first(_pairs(user, clashing, count), count)


def newest_of_story(user: object, slug: str, count: int) -> tuple[StoryHead, tuple[New, ...]] | None:
    """What is in the published story at that address: statements and pairs; None where none is there. At most ten
    queries."""
    published = Story.objects.filter(state=StoryState.PUBLISHED, edition__slug=slug)
    story = published.select_related("edition").first()
    if story is None:
        return None
    seated = Statement.objects.filter(listing__public_stories__contains=[story.pk])
    between = Contradiction.objects.filter(listing__public_stories__contains=[story.pk])
    return head_of(story), _both(user, seated, between, count)


def newest_of_speaker(user: object, slug: str, count: int) -> tuple[SpeakerHead, tuple[New, ...]] | None:
    """What one speaker is on record with: statements and pairs; None where this user sees no such speaker. A merged
    one leads on, as on the speaker's page. At most twelve queries."""
    speaker = seen_speaker(user, slug)
    if speaker is None:
        return None
    if speaker.merged_into:
        return SpeakerHead(speaker.merged_into.pk, voice_of(speaker.merged_into)), ()
    family = [speaker.pk, *speaker.merged_speakers.values_list("pk", flat=True)]
    heard = Statement.objects.filter(listing__public=True, edition__speaker__in=family)
    touched = Contradiction.objects.filter(listing__public=True, listing__speakers__contains=[speaker.pk])
    return SpeakerHead(speaker.pk, voice_of(speaker)), _both(user, heard, touched, count)


def newest_notes(user: object, count: int) -> tuple[New, ...]:
    """Corrections of statements and pairs, and what was told of stories. At most nine queries."""
    of_statements = dict(_corrections("statement", count))
    of_pairs = dict(_corrections("contradiction", count))
    entries = entries_of(Statement.objects.filter(pk__in=set(of_statements.values())))
    pairs = {pair.key: pair for pair in pairs_of(Contradiction.objects.filter(pk__in=set(of_pairs.values())))}
    found = [
        *_noted(seen_entry(user, entry) for entry in entries.values()),
        *_noted(seen_pair(user, pair) for pair in pairs.values()),
        *_story_notes(count),
    ]
    return _newest_first(found, count)


# ------------------------------------------------------------------ inner workings


def _both(user: object, statements: StatementQuerySet, pairs: ContradictionQuerySet, count: int) -> tuple[New, ...]:
    return _newest_first([*_statements(user, statements, count), *_pairs(user, pairs, count)], count)


def _newest_first(found: Iterable[New], count: int) -> tuple[New, ...]:
    return tuple(sorted(found, key=lambda new: new.at, reverse=True)[:count])


def _statements(user: object, statements: StatementQuerySet, count: int) -> Iterator[New]:
    keys = list(statements.filter(edition__isnull=False).order_by(*NEWEST).values_list("pk", flat=True)[:count])
    entries = entries_of(Statement.objects.filter(pk__in=keys))
    for entry in entries.values():
        yield New(seen_entry(user, entry), _moment(entry))


def _pairs(user: object, contradictions: ContradictionQuerySet, count: int) -> Iterator[New]:
    known = contradictions.filter(edition__isnull=False)
    keys = list(known.order_by(*NEWEST).values_list("pk", flat=True)[:count])
    for pair in pairs_of(Contradiction.objects.filter(pk__in=keys)):
        yield New(seen_pair(user, pair), _moment(pair, pair.earlier.withdrawn_at, pair.later.withdrawn_at))


def _moment(record: Entry | Pair, *ends: dt.datetime | None) -> dt.datetime:
    """When readers last got something new of it."""
    moments = (record.confirmed_at, record.withdrawn_at, *(note.at for note in record.corrections), *ends)
    return max(moment for moment in moments if moment)


def _corrections(of: str, count: int) -> "QuerySet[Correction, tuple[int, int]]":
    """The newest corrections of what is public: number and the number of what they correct."""
    known = Correction.objects.filter(**{f"{of}__listing__public": True})
    return known.order_by("-made_at", "-pk").values_list("pk", of)[:count]


def _noted(records: Iterable[Entry | Pair]) -> Iterator[New]:
    return (New(record, note.at, note) for record in records for note in record.corrections if note.at)


def _story_notes(count: int) -> Iterator[New]:
    """What readers were told of the stories that are published, whichever edition it was."""
    told = StoryEdition.objects.filter(note__gt="", story__state=StoryState.PUBLISHED)
    for row in told.select_related("story__edition").order_by("-confirmed_at", "-pk")[:count]:
        note = Note(row.note, local_day(row.confirmed_at), confirmer(row), row.number)
        yield New(head_of(row.story), row.confirmed_at, note)
