"""From the entries of a timeline to the passages of a report: one statement, one pair. Pure."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from django.urls import reverse

from claims.records import Mode
from claims.reports import wording
from claims.reports.report import Correction, Pair, Piece, Rendering, Response, Statement
from claims.text.differences import Kind, marked
from claims.timeline.entries import Entry, Note, Reply
from claims.timeline.entries import Pair as EntryPair

OPENING_MARKS = tuple("\"“„«'‘")


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads and when; `address` makes of a path one that can be followed from paper."""

    user: object
    now: dt.datetime
    address: Callable[[str], str]


def statement_of(
    entry: Entry, number: int, renderings: tuple[Rendering, ...], confirmed: str, reader: Reader
) -> Statement:
    return Statement(
        number=number,
        address=reader.address(reverse("claims:statement", args=[entry.key])),
        speaker=entry.speaker.name,
        role=entry.role,
        said=wording.said(entry.said),
        dating=wording.dating(entry),
        occasion=entry.occasion,
        question=entry.question,
        mode=wording.MODES[entry.mode],
        pieces=_quoted((Piece(entry.words),), entry),
        confirmed=confirmed,
        notice=wording.DRAFT if entry.draft else "",
        withdrawn=entry.withdrawn,
        renderings=renderings,
        corrections=tuple(map(_correction, entry.corrections)),
    )


def pair_of(pair: EntryPair, number: int, statements: Mapping[int, Statement], confirmed: str, reader: Reader) -> Pair:
    """`statements` holds the two of the pair, by their keys; what clashes is marked in them."""
    return Pair(
        number=number,
        address=reader.address(reverse("claims:contradiction", args=[pair.key])),
        title=wording.pair_title(pair),
        kind=pair.kind,
        kind_told=wording.pair_kind(pair),
        finding=pair.finding,
        finding_told=wording.FINDINGS[pair.finding],
        explanation=pair.explanation,
        earlier=_marked(statements[pair.earlier.key], pair.earlier, pair.earlier_clash),
        later=_marked(statements[pair.later.key], pair.later, pair.later_clash),
        confirmed=confirmed,
        notice=wording.PROPOSED if pair.open else "",
        withdrawn=pair.withdrawn,
        responses=tuple(_response(reply, reader.now) for reply in pair.replies),
        corrections=tuple(map(_correction, pair.corrections)),
    )


def _marked(statement: Statement, entry: Entry, clash: str) -> Statement:
    pieces = tuple(Piece(one.text, one.kind == Kind.CLASHING) for one in marked(entry.words, clash))
    return replace(statement, pieces=_quoted(pieces, entry))


def _quoted(pieces: tuple[Piece, ...], entry: Entry) -> tuple[Piece, ...]:
    """Direct speech in quotation marks, unless it brings its own; reported speech has none."""
    if entry.mode != Mode.DIRECT or entry.words.startswith(OPENING_MARKS):
        return pieces
    return (Piece("“"), *pieces, Piece("”"))


def _response(reply: Reply, now: dt.datetime) -> Response:
    return Response(wording.asked(reply), wording.outcome(reply, now), reply.answer)


def _correction(note: Note) -> Correction:
    return Correction(note.text, wording.day(note.day), note.signed)
