"""The index of speakers: who is on record, by name, some at a time, with how much and from when to when."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, Max, Min, OuterRef, Q, Sum

from claims.models import Listing, Speaker, Tally
from claims.models.speaker import SpeakerQuerySet
from claims.timeline.building import voice_of
from claims.timeline.entries import Voice
from claims.timeline.shown import is_newsroom

PAGE = 60


@dataclass(frozen=True, slots=True)
class Indexed:
    """A speaker with the number of statements on record, and the first and last day of these."""

    voice: Voice
    statements: int
    first: dt.date | None
    last: dt.date | None


@dataclass(frozen=True, slots=True)
class IndexPage:
    """`after` is the number of the speaker that the next page begins behind; None where this is the last."""

    speakers: tuple[Indexed, ...]
    after: int | None = None


def index_page(user: object, after: int | None = None) -> IndexPage:
    """Those whom this user finds on record, behind the speaker with that number. At most five queries."""
    rows = on_record(user).order_by("name", "pk")
    last = Speaker.objects.filter(pk=after).values("name", "pk").first() if after else None
    if last:
        rows = rows.filter(Q(name__gt=last["name"]) | Q(name=last["name"], pk__gt=last["pk"]), name__gte=last["name"])
    found = list(rows[: PAGE + 1])
    return IndexPage(indexed(user, found[:PAGE]), found[PAGE - 1].pk if len(found) > PAGE else None)


def on_record(user: object) -> SpeakerQuerySet:
    """The speakers, not merged ones, of whom this user finds a statement in a list."""
    return Speaker.objects.current().filter(Exists(_rows(user).filter(speaker=OuterRef("pk"))))


def indexed(user: object, speakers: list[Speaker]) -> tuple[Indexed, ...]:
    """The speakers with what is counted of them, in the same order."""
    counts = _counts(user, [one.pk for one in speakers])
    return tuple(Indexed(voice_of(one), *counts.get(one.pk, (0, None, None))) for one in speakers)


def _counts(user: object, keys: list[int]) -> dict[int, Any]:
    """Counts and days by speaker, as the database keeps them."""
    kept = Tally.objects.filter(speaker__in=keys, of=Tally.ALL)
    kept = kept if is_newsroom(user) else kept.filter(public=True)
    rows = kept.values("speaker").annotate(total=Sum("count"), since=Min("first"), until=Max("last"))
    return {speaker: rest for speaker, *rest in rows.values_list("speaker", "total", "since", "until")}


def _rows(user: object) -> Any:
    return Listing.objects.seen_by(newsroom=is_newsroom(user))
