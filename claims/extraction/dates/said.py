"""Reads when reported words were spoken."""

import datetime as dt
from collections.abc import Sequence

from spacy.tokens import Doc

from claims.records import SaidReading, Span, TimeExpression


def read_said(
    doc: Doc,  # noqa: ARG001
    content: tuple[Span, ...],  # noqa: ARG001
    cue: tuple[Span, ...],  # noqa: ARG001
    source: tuple[Span, ...],  # noqa: ARG001
    times: tuple[TimeExpression, ...],  # noqa: ARG001
    published: dt.date | None,  # noqa: ARG001
    previous: Sequence[SaidReading | None] = (),  # noqa: ARG001
) -> SaidReading | None:
    """When the reported words were spoken, or None where the text does not tell.

    `previous` holds the readings of the attributions before this one, in text order."""
    return None
