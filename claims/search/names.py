"""Speakers by their names and by-names, however these are spelt: by runs of three letters, as an index holds them."""

from django.contrib.postgres.fields import ArrayField
from django.db.models import F, FloatField, Func, QuerySet, TextField, Value

from claims.models import Speaker
from claims.text.searching import grams

LIKE = 0.5
"""The part of what was typed that has to stand in a name: one wrong letter in a surname leaves more than that."""


def speakers_like(text: str) -> QuerySet[Speaker]:
    """Speakers, not merged ones, whose names are like what was typed, the likest first. Carries `likeness`, from LIKE
    to 1."""
    typed = grams(text)
    if not typed:
        return Speaker.objects.none()
    value = Value(typed, output_field=ArrayField(TextField()))
    shared = Func(F("naming__grams"), value, function="claims_shared", output_field=FloatField())
    found = Speaker.objects.current().filter(naming__grams__overlap=typed)
    return found.annotate(likeness=shared / len(typed)).filter(likeness__gte=LIKE).order_by("-likeness", "name", "pk")
