"""The page "How we work" as readers see it, and its history."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from claims.models import MethodText
from claims.records import Change
from claims.text.blocks import Block, blocks
from claims.timeline.gathering import local_day, signer
from claims.timeline.shown import is_newsroom


@dataclass(frozen=True, slots=True)
class WrittenText:
    """One text of the page. `signed` and `day` are "" and None for the one that the software brought along; `changes`
    tells it from the one before, where that was asked for."""

    number: int
    blocks: tuple[Block, ...]
    signed: str
    day: dt.date | None
    changes: tuple[Change, ...] = ()


def method_now(user: object) -> WrittenText:
    """What the page says now. One query."""
    return _written(user, MethodText.objects.newest())


def method_texts(user: object, texts: Iterable[MethodText]) -> tuple[WrittenText, ...]:
    """Some texts in their order, each with what it changed. One query more, for those before them."""
    texts = list(texts)
    before = MethodText.objects.filter(number__in=[row.number - 1 for row in texts])
    known = {row.number: row.text for row in before}
    return tuple(_written(user, row, known.get(row.number - 1)) for row in texts)


def _written(user: object, row: MethodText, before: str | None = None) -> WrittenText:
    return WrittenText(
        number=row.number,
        blocks=blocks(row.text),
        signed=signer(row.signature, named=is_newsroom(user)) if row.written_by_id else "",
        day=local_day(row.written_at) if row.written_at else None,
        changes=() if before is None else (Change("text", "Text", before, row.text),),
    )
