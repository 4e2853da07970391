"""Which statement comes first: the earlier of a pair, and the order within one day, where an editor sets it."""

from collections.abc import Iterable
from dataclasses import dataclass

from accounts.models import User
from claims import desk
from claims.history import verb
from claims.models import Contradiction, Statement
from claims.records import Precision
from claims.refusals import Refused


@dataclass(frozen=True, slots=True)
class Sides:
    """A pair as it is shown: the earlier statement first, each with its words that clash."""

    pair: Contradiction
    earlier: Statement
    later: Statement
    earlier_clash: str
    later_clash: str


def in_sides(pairs: Iterable[Contradiction]) -> list[Sides]:
    """The pairs, in their order, each with the earlier statement first. One query."""
    found = list(pairs)
    every = {pk for pair in found for pk in (pair.first_id, pair.second_id)}
    order = list(Statement.objects.filter(pk__in=every).in_order_said().values_list("pk", flat=True))
    rank = {pk: place for place, pk in enumerate(order)}
    return [_sides(pair, rank[pair.first_id] < rank[pair.second_id]) for pair in found]


def _sides(pair: Contradiction, as_stored: bool) -> Sides:
    first, second = (pair.first, pair.first_clash), (pair.second, pair.second_clash)
    earlier, later = (first, second) if as_stored else (second, first)
    return Sides(pair, earlier[0], later[0], earlier[1], later[1])


def same_day(statement: Statement) -> list[Statement]:
    """The statements of that day that share a story with this one, itself included, in their order."""
    if statement.said_precision not in (Precision.DAY, Precision.MINUTE):
        return [statement]
    day = Statement.objects.filter(said_from=statement.said_from, said_until=statement.said_until)
    together = day.filter(stories__in=statement.stories.all()).values("pk")
    found = list(day.filter(pk__in=together).in_order_said().select_related("speaker"))
    return found or [statement]


@verb
def move_within_day(*, statement: Statement, by: User, earlier: bool) -> Statement:
    """Moves a statement one place up or down among those of its day and stories, and numbers them all."""
    day = same_day(statement)
    at = next(place for place, one in enumerate(day) if one.pk == statement.pk)
    to = at - 1 if earlier else at + 1
    if not 0 <= to < len(day):
        raise Refused(f"It is the {'first' if earlier else 'last'} of its day already. Nothing was changed.")
    day[at], day[to] = day[to], day[at]
    for place, one in enumerate(day, 1):
        if one.day_order != place:
            desk.edit(statement=one, by=by, revision=one.revision, day_order=place)
    return Statement.objects.get(pk=statement.pk)
