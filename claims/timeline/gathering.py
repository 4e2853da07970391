"""Gathers editions from the database into plain entries, in a number of queries that does not grow; and, for those of
the newsroom, what has no edition yet, marked as such.

Who may see a row is decided before it comes here. Nothing in an edition is looked up anywhere else: articles,
quotations and names are as they were confirmed. What stands outside of editions are corrections, withdrawals, and the
name and address that a speaker has now."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from django.conf import settings
from django.db.models import F, Q
from django.utils import timezone

from claims.models import (
    Contradiction,
    ContradictionEdition,
    Correction,
    Response,
    Speaker,
    Statement,
    StatementEdition,
)
from claims.models.contradiction import ContradictionQuerySet
from claims.models.edition import EditionFields
from claims.models.statement import StatementQuerySet
from claims.models.states import ContradictionState
from claims.timeline.building import WITH_EVIDENCE, entry_of, pair_of, reply_of
from claims.timeline.entries import Entry, Note, Pair
from claims.timeline.stored import pair_from, statement_from

CONFIRMATION = ("content", "number", "confirmed_at", "signature")
EDITION = (
    *("statement_id", *CONFIRMATION, "speaker__slug", "speaker__name"),
    *("speaker__merged_into__slug", "speaker__merged_into__name"),
)
"""What a reading page takes of an edition: naming columns costs more than fetching them, where a page has few rows."""
JOINED = ("speaker__merged_into",)
SIDES = {
    f"{side}_{name}": F(f"{side}__{column}")
    for side in ("first", "second")
    for name, column in (
        ("newest", "edition__number"),
        ("withdrawn", "withdrawn_reason"),
        ("withdrawn_at", "withdrawal__made_at"),
    )
}
"""Of its two statements a pair needs the number of the newest edition, and why and when it was withdrawn."""
WITHDRAWN_AT = {"withdrawn_at": F("withdrawal__made_at")}
UNSEEN = (ContradictionState.SUGGESTED, ContradictionState.DISMISSED)
"""A machine's suggestion and what was dismissed are the desk's business and on no reading page, whoever reads."""


def entries_of(statements: StatementQuerySet, *, named: bool = False) -> dict[int, Entry]:
    """The current edition of each statement by the statement's number, with its corrections; of a draft, what stands at
    the desk. `named`: who confirmed is told by name whatever the settings say, as the newsroom reads it. Two queries,
    and two more where there are drafts."""
    joined, read = ([f"edition__{name}" for name in names] for names in (JOINED, EDITION))
    known = statements.select_related(*joined).only("withdrawn_reason", *read).annotate(**WITHDRAWN_AT)
    rows = list(known.order_by("pk"))
    drafts = [row.pk for row in rows if row.edition_id is None]
    now = drafts_of(drafts) if drafts else {}
    notes = Notes(statements=[row.pk for row in rows], named=named)
    return {row.pk: now[row.pk] if row.pk in now else _current(row, notes) for row in rows}


def drafts_of(keys: Iterable[int]) -> dict[int, Entry]:
    """Statements without an edition as they stand at the desk. Two queries."""
    rows = Statement.objects.filter(pk__in=list(keys)).select_related("speaker").prefetch_related(WITH_EVIDENCE)
    return {row.pk: entry_of(row) for row in rows}


def pairs_of(contradictions: ContradictionQuerySet, *, named: bool = False) -> tuple[Pair, ...]:
    """The current edition of each pair, between the editions of its statements that it names; of a proposal, what
    stands at the desk. `named` as for `entries_of`. Three queries, and up to five more where there are proposals."""
    rows = _examined(contradictions)
    proposed = [row for row in rows if row.edition_id is None]
    made = {pair.key: pair for pair in _proposed(proposed, named)} if proposed else {}
    compared = [
        key for row in rows if row.edition for key in (row.edition.first_edition_id, row.edition.second_edition_id)
    ]
    editions = StatementEdition.objects.select_related(*JOINED).only(*EDITION).in_bulk(compared)
    notes = Notes([row.pk for row in rows], [key for row in rows for key in (row.first_id, row.second_id)], named)
    return tuple(made[row.pk] if row.pk in made else pair_between(row, row.edition, editions, notes) for row in rows)


def _examined(contradictions: ContradictionQuerySet) -> list[Any]:
    """The pairs that an editor has looked at, each with SIDES and WITHDRAWN_AT."""
    examined = contradictions.exclude(state__in=UNSEEN).select_related("edition").annotate(**SIDES, **WITHDRAWN_AT)
    return list(examined.order_by("pk"))


def standing(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Without the findings that no longer hold: their pages stay, the timeline no longer draws them."""
    return tuple(pair for pair in pairs if pair.stands)


def edition_entry(edition: StatementEdition, *, named: bool = False, **more: Any) -> Entry:
    """One edition of a statement as a value. `named` as for `entries_of`."""
    speaker = current_speaker(edition.speaker)
    return statement_from(
        edition.content,
        key=edition.statement_id,
        address=speaker.slug,
        head=speaker.name,
        edition=edition.number,
        **_confirmation(edition, named),
        **more,
    )


def current_speaker(speaker: Speaker) -> Speaker:
    """Follows a merged speaker to the one it went into."""
    return speaker.merged_into or speaker


class Notes:
    """The corrections of some pairs and statements, `named` as for `entries_of`. One query, where there are any of
    those."""

    def __init__(self, pairs: Collection[int] = (), statements: Collection[int] = (), named: bool = False) -> None:
        self.named = named
        self._of: dict[tuple[str, int | None], list[Note]] = defaultdict(list)
        if not pairs and not statements:
            return
        wanted = Q(contradiction__in=pairs) | Q(statement__in=statements) if pairs else Q(statement__in=statements)
        rows = Correction.objects.filter(wanted).select_related("statement_edition", "contradiction_edition")
        for row in rows.defer("statement_edition__content", "contradiction_edition__content"):
            of = ("pair", row.contradiction_id) if row.contradiction_id else ("statement", row.statement_id)
            self._of[of].append(_note(row, named))

    def of_pair(self, key: int) -> tuple[Note, ...]:
        return tuple(self._of["pair", key])

    def of_statement(self, key: int) -> tuple[Note, ...]:
        return tuple(self._of["statement", key])


def _current(statement: Any, notes: Notes) -> Entry:
    edition = statement.edition
    if edition is None:
        raise ValueError(f"statement {statement.pk} has no edition")
    return edition_entry(
        edition,
        withdrawn=statement.withdrawn_reason,
        withdrawn_at=statement.withdrawn_at,
        newest=edition.number,
        named=notes.named,
        corrections=notes.of_statement(statement.pk),
    )


def pair_between(
    pair: Any, edition: ContradictionEdition, editions: Mapping[int, StatementEdition], notes: Notes
) -> Pair:
    """One edition of a pair, which has SIDES and WITHDRAWN_AT, as a value; `editions` are those of statements."""
    sides = {
        getattr(pair, f"{side}_id"): _side(editions[getattr(edition, f"{side}_edition_id")], pair, side, notes)
        for side in ("first", "second")
    }
    return pair_from(
        edition.content,
        sides,
        key=pair.pk,
        withdrawn=pair.withdrawn_reason,
        withdrawn_at=pair.withdrawn_at,
        corrections=notes.of_pair(pair.pk),
        edition=edition.number,
        **_confirmation(edition, notes.named),
    )


def _side(edition: StatementEdition, pair: Any, side: str, notes: Notes) -> Entry:
    newest, reason, at = (getattr(pair, f"{side}_{name}") for name in ("newest", "withdrawn", "withdrawn_at"))
    corrections = notes.of_statement(edition.statement_id)
    more = {"newest": newest or 0, "corrections": corrections}
    return edition_entry(edition, named=notes.named, withdrawn=reason, withdrawn_at=at, **more)


def _proposed(pairs: list[Contradiction], named: bool) -> Iterator[Pair]:
    sides = {pk for pair in pairs for pk in (pair.first_id, pair.second_id)}
    entries = entries_of(Statement.objects.filter(pk__in=sides), named=named)
    replies: dict[int, list[Response]] = {}
    for response in Response.objects.filter(contradiction__in=pairs).select_related("speaker"):
        replies.setdefault(response.contradiction_id, []).append(response)
    for pair in pairs:
        told = tuple(map(reply_of, replies.get(pair.pk, ())))
        yield pair_of(pair, entries[pair.first_id], entries[pair.second_id], told)


def _confirmation(edition: EditionFields, named: bool) -> dict[str, Any]:
    """Who confirmed and when, as readers are told. A sign-in name is nobody's business: it stays out."""
    at = edition.confirmed_at
    return {"confirmed": confirmer(edition, named=named), "confirmed_on": local_day(at), "confirmed_at": at}


def confirmer(edition: EditionFields, *, named: bool = False) -> str:
    """Who confirmed an edition: the name that stood there then, for nobody is renamed on a public page; the role where
    the settings tell roles to readers, unless it is to be `named`."""
    return signer(edition.signature, named=named, role="a second editor")


def signer(signature: str, *, named: bool = False, role: str = "a reviewer") -> str:
    """A signature as it is told: the one place that decides between a name and a role (`CONFIRMED_BY`)."""
    return signature if signature and (named or settings.CONFIRMED_BY == "name") else role


def local_day(moment: dt.datetime) -> dt.date:
    """On the newsroom's calendar."""
    return timezone.localdate(moment)


def _note(correction: Correction, named: bool) -> Note:
    edition = correction.statement_edition or correction.contradiction_edition
    signed, number = signer(correction.signature, named=named), edition.number if edition else 0
    return Note(correction.text, local_day(correction.made_at), signed, number, correction.made_at, correction.pk)
