"""Matches in order, best first, in one pass over the newest of them."""

import re
from dataclasses import dataclass

from django.contrib.postgres.search import SearchQueryField
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import ExpressionWrapper
from django.db.models.expressions import Combinable

from claims.models.listing import ListingQuerySet

_PHRASE = re.compile(r'(?<!\S)"([^"]*)"?')
_LEFT_OUT = re.compile(r"(?<!\S)-+")
# A row is read once: whether it matches and how well is asked of what the newest candidates brought along.
_RANKED = """
SELECT statement_id, seen FROM (SELECT *, count(*) OVER () AS seen FROM ({newest}) newest) counted
WHERE vector @@ asked ORDER BY ts_rank(vector, asked) DESC, place DESC LIMIT %s
"""


@dataclass(frozen=True, slots=True)
class Ranked:
    """Numbers of statements, best first; `bounded` where there are as many candidates as were looked at, or more."""

    keys: tuple[int, ...] = ()
    bounded: bool = False


def best_first(candidates: ListingQuerySet, query: Combinable, *, among: int, most: int) -> Ranked:
    """Those of the newest `among` candidates that match the query, at most so many. One query, none where there can be
    no candidate."""
    asked = candidates.annotate(asked=ExpressionWrapper(query, output_field=SearchQueryField()))
    newest = asked.order_by("-place").values("statement_id", "place", "vector", "asked")[:among]
    try:
        sql, values = newest.query.sql_with_params()
    except EmptyResultSet:
        return Ranked()
    with connection.cursor() as cursor:
        cursor.execute(_RANKED.format(newest=sql), [*values, most])
        rows: list[tuple[int, int]] = cursor.fetchall()
    return Ranked(tuple(key for key, _ in rows), bool(rows) and rows[0][1] >= among)


def without_phrases(words: str) -> str:
    """What asks for the words of each phrase wherever they stand: an index knows these, and not which are neighbours.
    Finds whatever the phrases find, and more."""
    if '-"' in words:
        return words
    return _PHRASE.sub(lambda phrase: _LEFT_OUT.sub("", phrase[1]), words)
