"""Speakers by their names and by-names, however these are spelt: by runs of three letters, as an index holds them."""

from functools import reduce
from operator import add

from django.db.models import F, FloatField, Func, Value
from django.db.models.expressions import Combinable

from claims.models import Speaker
from claims.models.speaker import SpeakerQuerySet
from claims.text.searching import grams

MANY = 1_000
"""So many names that have all of what was typed leave no room in a list for those that are only like it."""
LIKE = 0.5
"""The part of what was typed that has to stand in a name: one wrong letter in a surname leaves more than that."""


def speakers_like(text: str) -> SpeakerQuerySet:
    """Speakers, not merged ones, whose names are like what was typed, the likest first. Carries `likeness`, from LIKE
    to 1. Asks the database at once whether very many have all of it: then these alone are found, by name."""
    typed = grams(text)
    if not typed:
        return Speaker.objects.none()
    whole = Speaker.objects.current().filter(naming__grams__contains=typed)
    if whole[:MANY].count() == MANY:
        return whole.annotate(likeness=Value(1.0)).order_by("name", "pk")
    shared: Combinable = reduce(add, map(_has, typed))
    found = Speaker.objects.current().filter(naming__grams__overlap=typed)
    return (
        found.annotate(likeness=shared / float(len(typed)))
        .filter(likeness__gte=LIKE)
        .order_by("-likeness", "name", "pk")
    )


def _has(part: str) -> Func:
    """1 where a name has that run of letters, else 0. Plain operators: a function is called once for every name."""
    return Func(
        Value(part),
        F("naming__grams"),
        template="(%(expressions)s))::integer",
        arg_joiner=" = ANY(",
        output_field=FloatField(),
    )
