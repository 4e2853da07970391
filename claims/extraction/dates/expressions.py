"""Finds the time expressions of a text and their TIMEX3 values."""

import datetime as dt

from spacy.tokens import Doc

from claims.records import TimeExpression


def find_times(doc: Doc, published: dt.date | None) -> tuple[TimeExpression, ...]:  # noqa: ARG001
    """The time expressions of `doc`, in text order."""
    return ()
