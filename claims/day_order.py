"""The order of statements that were said on one day, where an editor sets it."""

from accounts.models import User
from claims import desk
from claims.history import verb
from claims.models import Statement
from claims.records import Precision
from claims.refusals import Refused


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
