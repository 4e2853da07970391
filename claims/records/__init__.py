"""The plain values that cross the borders inside claims: frozen dataclasses and enums, standard library only.

Extraction hands them to recording, desk and timeline hand them to views and reports. Nothing here knows Django,
spaCy or a database. Offsets count Unicode code points into the text as given and are end-exclusive
(W3C Web Annotation, TextPositionSelector)."""

from claims.records.readings import (
    PUBLICATION,
    Attribution,
    Extraction,
    FurtherSpeaker,
    Id,
    OccasionReading,
    RelayReading,
    Remainder,
    RemainderKind,
    RoleReading,
    SaidReading,
    SpeakerReading,
    TimeExpression,
    TimeType,
    ToRead,
)
from claims.records.values import (
    Change,
    Finding,
    Manner,
    Mode,
    PairKind,
    Precision,
    Said,
    Span,
    SpeakerKind,
    Stance,
)

__all__ = [
    "PUBLICATION",
    "Attribution",
    "Change",
    "Extraction",
    "Finding",
    "FurtherSpeaker",
    "Id",
    "Manner",
    "Mode",
    "OccasionReading",
    "PairKind",
    "Precision",
    "RelayReading",
    "Remainder",
    "RemainderKind",
    "RoleReading",
    "Said",
    "SaidReading",
    "Span",
    "SpeakerKind",
    "SpeakerReading",
    "Stance",
    "TimeExpression",
    "TimeType",
    "ToRead",
]
