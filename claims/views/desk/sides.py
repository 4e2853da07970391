"""Which statement comes first: the earlier of a pair, and the order within one day, where an editor sets it."""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.models import Contradiction, Statement


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
