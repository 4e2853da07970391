"""Our record as it stood at a moment: which editions readers found here, as rows and as values.

A statement's edition was public where it was the newest confirmed by then, and the statement a member of the edition
that a story had then, while the story was open to readers. What was taken away since stays away: a story that is no
longer published is in no record, of what was withdrawn nobody reads the words."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.postgres.search import SearchVectorField
from django.db.models import Case, CharField, Exists, F, Func, OuterRef, Q, QuerySet, TextField, Value, When
from django.db.models.fields.json import KT
from django.db.models.functions import Coalesce, Collate, ConcatPair
from django.db.models.lookups import Exact
from django.utils import timezone

from claims.models import (
    Contradiction,
    ContradictionEdition,
    Publication,
    Statement,
    StatementEdition,
    StoryEdition,
    StoryEditionMember,
)
from claims.models.states import StoryState
from claims.records import Finding, PairKind, SpeakerKind
from claims.timeline.entries import Entry, Pair
from claims.timeline.gathering import EDITION, JOINED, SIDES, UNSEEN, WITHDRAWN_AT, Notes, edition_entry, pair_between
from claims.timeline.shown import is_newsroom, seen_entry
from claims.timeline.wanted import Wanted, when, words_begun

_RANK = {PairKind.REVERSAL: "0", PairKind.RECORD: "1", PairKind.DISPUTE: "2"}
type Rows = QuerySet[Any]
"""Editions with what is annotated here."""
_NOW = Coalesce("speaker__merged_into", "speaker")
"""Whose words an edition has: its speaker, or whom that one was merged into."""


def end_of(day: dt.date) -> dt.datetime:
    """The moment at which the day is over on the newsroom's clock."""
    midnight = dt.datetime.combine(day + dt.timedelta(days=1), dt.time.min)
    return timezone.make_aware(midnight)


# ------------------------------------------------------------------ which editions


def stories_then(moment: dt.datetime) -> Rows:
    """The editions that stories had at that moment, of those that were open to readers."""
    newer = StoryEdition.objects.filter(story=OuterRef("story"), number__gt=OuterRef("number"), confirmed_at__lt=moment)
    was_open = Publication.objects.filter(
        Q(unpublished_at=None) | Q(unpublished_at__gte=moment), story=OuterRef("story"), published_at__lt=moment
    )
    return StoryEdition.objects.filter(Exists(was_open), ~Exists(newer), confirmed_at__lt=moment)


def open_since(editions: Rows) -> Rows:
    """Those of stories that are open to readers now as well."""
    return editions.filter(story__state=StoryState.PUBLISHED)


def statements_then(moment: dt.datetime, stories: Rows) -> Rows:
    """The editions of statements that stood in these editions of stories, with their `place` in a timeline and the
    speaker that they are heard under `now`."""
    newer = StatementEdition.objects.filter(
        statement=OuterRef("statement"), number__gt=OuterRef("number"), confirmed_at__lt=moment
    )
    seated = StoryEditionMember.objects.filter(edition__in=stories.values("pk"), statement=OuterRef("statement"))
    known = StatementEdition.objects.filter(Exists(seated), ~Exists(newer), confirmed_at__lt=moment)
    return known.annotate(place=_place(""), now=_NOW)


def pairs_then(moment: dt.datetime, stories: Rows) -> Rows:
    """The editions of pairs both of whose statements stood in one of these editions of stories; of those that still
    hold. With their `kind`, the `place` of the later statement, and `plainness`, which sorts the plainest first."""
    newer = ContradictionEdition.objects.filter(
        contradiction=OuterRef("contradiction"), number__gt=OuterRef("number"), confirmed_at__lt=moment
    )
    beside = StoryEditionMember.objects.filter(
        edition=OuterRef("edition"), statement=OuterRef(OuterRef("contradiction__second"))
    )
    both = StoryEditionMember.objects.filter(
        Exists(beside), edition__in=stories.values("pk"), statement=OuterRef("contradiction__first")
    )
    withdrawn = ("withdrawn_reason", "first__withdrawn_reason", "second__withdrawn_reason")
    stand = ContradictionEdition.objects.filter(**{f"contradiction__{reason}": "" for reason in withdrawn})
    known = stand.filter(Exists(both), ~Exists(newer), confirmed_at__lt=moment)
    known = known.exclude(contradiction__state__in=UNSEEN).annotate(kind=_kind())
    later = Case(When(first_is_earlier=True, then=_place("second_edition__")), default=_place("first_edition__"))
    findings = [When(content__finding=finding.value, then=Value(str(i))) for i, finding in enumerate(Finding)]
    ranks = [When(kind=kind.value, then=Value(rank)) for kind, rank in _RANK.items()]
    rank = ConcatPair(Case(*findings, default=Value("9")), Case(*ranks, default=Value("9")))
    return known.annotate(place=later, plainness=ConcatPair(rank, later, output_field=CharField()))


def _place(path: str) -> Any:
    """Where an edition stands in a timeline, as rows of lists have it."""
    columns = ("said_from", "said_until", "said_precision", "said_time", "day_order", "statement_id")
    args = [F(f"{path}{name}") for name in columns]
    return Collate(Func(*args, function="claims_place", output_field=CharField()), "C")


def _kind() -> Any:
    """What a pair's edition is: by the kinds that its statements' editions have, and whose they are now."""
    document = Q(first_edition__content__kind=SpeakerKind.DOCUMENT.value) | Q(
        second_edition__content__kind=SpeakerKind.DOCUMENT.value
    )
    first, second = (
        Coalesce(f"{side}_edition__speaker__merged_into", f"{side}_edition__speaker") for side in ("first", "second")
    )
    return Case(
        When(document, then=Value(PairKind.RECORD.value)),
        When(Exact(first, second), then=Value(PairKind.REVERSAL.value)),
        default=Value(PairKind.DISPUTE.value),
    )


# ------------------------------------------------------------------ what is wanted of them


def narrowed_then(rows: Rows, wanted: Wanted, pairs: Rows) -> Rows:
    """The rows that are wanted, by what the editions held; `pairs` are those that belong to what is shown."""
    rows = rows.filter(when(wanted))
    if wanted.speakers:
        slugs = sorted(wanted.speakers)
        rows = rows.filter(Q(speaker__slug__in=slugs) | Q(speaker__merged_into__slug__in=slugs))
    if wanted.modes:
        rows = rows.filter(content__mode__in=sorted(wanted.modes))
    if wanted.stances:
        rows = rows.filter(content__stance__in=sorted(wanted.stances))
    if wanted.outlets:
        printed = (Q(content__renderings__contains=[{"outlet": one}]) for one in sorted(wanted.outlets))
        rows = rows.filter(reduce(or_, printed))
    if wanted.asks_for_what_is_withheld:
        rows = rows.filter(statement__withdrawn_reason="")
    if wanted.words:
        rows = rows.annotate(vector=_vector()).filter(vector=words_begun(wanted.words))
    if wanted.clashing or wanted.kinds or wanted.findings:
        chosen = pairs_wanted_then(pairs, wanted)
        sides = (Q(statement__in=chosen.values(f"contradiction__{side}")) for side in ("first", "second"))
        rows = rows.filter(reduce(or_, sides))
    return rows


def pairs_wanted_then(pairs: Rows, wanted: Wanted) -> Rows:
    if wanted.clashing:
        pairs = that_clash(pairs)
    if wanted.kinds:
        pairs = pairs.filter(kind__in=sorted(wanted.kinds))
    if wanted.findings:
        pairs = pairs.filter(content__finding__in=sorted(wanted.findings))
    return pairs


def that_clash(pairs: Rows) -> Rows:
    return pairs.exclude(content__finding=Finding.CONSISTENT.value)


def _vector() -> Any:
    """What readers may search a statement by, as rows of lists have it."""
    who, around = (
        ConcatPair(KT(f"content__{one}"), ConcatPair(Value(" ", output_field=TextField()), KT(f"content__{other}")))
        for one, other in (("name", "role"), ("occasion", "question"))
    )
    return Func(KT("content__words"), who, around, function="claims_vector", output_field=SearchVectorField())


# ------------------------------------------------------------------ as values


def entries_then(user: object, editions: Iterable[int]) -> dict[int, Entry]:
    """Editions of statements by their numbers, as this user sees them, with what stands outside of editions: names and
    addresses of now, withdrawals, corrections. Three queries."""
    rows = StatementEdition.objects.select_related(*JOINED).only(*EDITION).in_bulk(list(editions))
    keys = [row.statement_id for row in rows.values()]
    known = Statement.objects.filter(pk__in=keys).annotate(
        newest=F("edition__number"), found=F("listing__public"), **WITHDRAWN_AT
    )
    outside: dict[int, Any] = {one.pk: one for one in known.only("withdrawn_reason")}
    notes = Notes(statements=keys, named=is_newsroom(user))
    return {key: _entry_then(user, row, outside[row.statement_id], notes) for key, row in rows.items()}


def _entry_then(user: object, edition: StatementEdition, outside: Any, notes: Notes) -> Entry:
    entry = edition_entry(
        edition,
        named=notes.named,
        withdrawn=outside.withdrawn_reason,
        withdrawn_at=outside.withdrawn_at,
        newest=outside.newest or 0,
        corrections=notes.of_statement(edition.statement_id),
        gone=not (outside.found or is_newsroom(user)),
    )
    return seen_entry(user, entry)


def pair_values_then(user: object, editions: Iterable[int]) -> dict[int, Pair]:
    """Editions of pairs that hold by their numbers, between the editions of statements that they name. Four queries."""
    rows = list(ContradictionEdition.objects.filter(pk__in=list(editions)).order_by("pk"))
    of = Contradiction.objects.filter(pk__in=[row.contradiction_id for row in rows])
    known: dict[int, Any] = {one.pk: one for one in of.annotate(found=F("listing__public"), **SIDES, **WITHDRAWN_AT)}
    compared = [key for row in rows for key in (row.first_edition_id, row.second_edition_id)]
    sides = StatementEdition.objects.select_related(*JOINED).only(*EDITION).in_bulk(compared)
    statements = [key for one in known.values() for key in (one.first_id, one.second_id)]
    notes = Notes(list(known), statements, named=is_newsroom(user))
    made: dict[int, Pair] = {}
    for row in rows:
        pair = known[row.contradiction_id]
        made[row.pk] = _marked(pair_between(pair, row, sides, notes), gone=not (pair.found or is_newsroom(user)))
    return made


def _marked(pair: Pair, *, gone: bool) -> Pair:
    earlier, later = (replace(side, gone=gone) for side in (pair.earlier, pair.later))
    return replace(pair, gone=gone, earlier=earlier, later=later)
