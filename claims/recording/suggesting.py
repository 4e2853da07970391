"""Stores what extraction found in a version of an article, as suggested quotations."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import pghistory
from django.db import transaction

from articles.models import ArticleVersion
from claims.models import EditionEvidence, Quotation
from claims.models.states import QuotationState
from claims.recording.carrying import Carried, carry_over, keep_statements_of
from claims.records import PUBLICATION, Attribution, Extraction, Span
from claims.text.anchoring import around

type Place = tuple[Span, int]
"""Where a quotation stands, and which of several sources of one report it is of."""

SAME = 0.5
"""Two quotations that share more than this part of the characters of both (intersection over union) are one."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What recording came to: quotations `found`; of these `new` suggestions and suggestions `changed`; suggestions
    `removed` because this extractor does not find them; decisions `carried` over from earlier versions."""

    found: int
    new: int
    changed: int
    removed: int
    carried: Carried


@transaction.atomic
def record(version: ArticleVersion, extraction: Extraction, extractor: str) -> Recorded:
    """Stores attributions as suggestions. Safe to repeat, and with any other extractor.

    What an editor accepted, dismissed or selected stays as it is, and what is found at the same place (`SAME`) is
    not suggested beside it. Suggestions that nobody touched become what this extractor reads."""
    keep_statements_of(version)
    ArticleVersion.objects.select_for_update(no_key=True).get(pk=version.pk)
    carried = carry_over(version)
    settled, untouched = _there(version)
    found = _by_place(extraction.attributions)
    wanted = {place: one for place, one in found.items() if not _is_settled(place, one, settled)}
    with pghistory.context(verb="read", reason=f"extractor {extractor}"):
        removed = [quotation.pk for place, quotation in untouched.items() if place not in wanted]
        version.quotations.filter(pk__in=removed).delete()
        changed = [_change(untouched[place], one, extractor) for place, one in wanted.items() if place in untouched]
        new = [_suggestion(version, place, one, extractor) for place, one in wanted.items() if place not in untouched]
        Quotation.objects.bulk_create(new)
    return Recorded(len(found), len(new), sum(changed), len(removed), carried)


def _there(version: ArticleVersion) -> tuple[list[Quotation], dict[Place, Quotation]]:
    """What an editor had a hand in or an edition names, and the other quotations of the version by their place."""
    settled, untouched = [], {}
    named = set(EditionEvidence.objects.filter(quotation__version=version).values_list("quotation", flat=True))
    for quotation in version.quotations.select_for_update(no_key=True):
        decided = quotation.state != QuotationState.SUGGESTED or quotation.made_by_id
        if decided or quotation.pk in named:
            settled.append(quotation)
        else:
            untouched[Span(quotation.start, quotation.end), quotation.of_source] = quotation
    return settled, untouched


def _by_place(attributions: Iterable[Attribution]) -> dict[Place, Attribution]:
    """One attribution for each stretch of text, the surest, and for each of its sources. What is no suggestion
    stands in the remainder."""
    found: dict[Span, Attribution] = {}
    said = (one for one in attributions if one.is_suggestion)
    for one in sorted(said, key=lambda attribution: attribution.confidence):
        found[Span(one.content[0].start, one.content[-1].end)] = one
    return {
        (span, number): each for span, one in sorted(found.items()) for number, each in enumerate(_for_each_source(one))
    }


def _for_each_source(one: Attribution) -> list[Attribution]:
    others = [replace(one, speaker=other.speaker, role=other.role, further=()) for other in one.further]
    return [one, *others]


def _is_settled(place: Place, attribution: Attribution, settled: list[Quotation]) -> bool:
    span, of_source = place
    return any(
        quotation.of_source == of_source
        and ((quotation.start, quotation.end) == span or overlap(quotation.spans, attribution.content) > SAME)
        for quotation in settled
    )


def overlap(one: Iterable[Span], other: Iterable[Span]) -> float:
    """Intersection over union of two sets of spans, in characters: 0 apart, 1 the same."""
    one, other = tuple(one), tuple(other)
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    whole = sum(span.end - span.start for span in (*one, *other)) - shared
    return shared / whole if whole else 0.0


def _suggestion(version: ArticleVersion, place: Place, attribution: Attribution, extractor: str) -> Quotation:
    return Quotation(version=version, of_source=place[1], **_columns(version.text, attribution, extractor))


def _change(quotation: Quotation, attribution: Attribution, extractor: str) -> bool:
    """Makes a suggestion say what is read now; whether that is anything new."""
    columns = _columns(quotation.version.text, attribution, extractor)
    if all(getattr(quotation, name) == value for name, value in columns.items()):
        return False
    for name, value in columns.items():
        setattr(quotation, name, value)
    quotation.save()
    return True


def _columns(text: str, one: Attribution, extractor: str) -> dict[str, Any]:
    """An attribution as the columns of a quotation."""
    whole = Span(one.content[0].start, one.content[-1].end)
    columns: dict[str, Any] = {
        "start": whole.start,
        "end": whole.end,
        "parts": [list(span) for span in one.content],
        "exact": whole.of(text),
        **around(text, whole),
        "mode": one.mode.value,
        "stance": one.stance.value if one.stance else "",
        "manner": one.manner.value if one.manner else "",
        "cue": _printed(text, one.cue),
        "cue_start": one.cue[0].start if one.cue else None,
        "source": _printed(text, one.source),
        "source_start": one.source[0].start if one.source else None,
        "role": one.role.role if one.role else "",
        "relay": one.relay.name if one.relay else "",
        "occasion": one.occasion.name if one.occasion else "",
        "occasion_basis": one.occasion.basis.of(text) if one.occasion else "",
        "question": one.question.of(text) if one.question else "",
        "confidence": one.confidence,
        "rule": one.rule,
        "extractor": extractor,
        **_speaker_columns(text, one),
        **_said_columns(text, one),
    }
    return {name: _fitting(name, value) for name, value in columns.items()}


def _speaker_columns(text: str, one: Attribution) -> dict[str, Any]:
    speaker = one.speaker
    return {
        "speaker_name": speaker.name if speaker else "",
        "speaker_kind": speaker.kind.value if speaker else "",
        "speaker_basis": speaker.basis.of(text) if speaker else "",
        "speaker_rule": speaker.rule if speaker else "",
    }


def _said_columns(text: str, one: Attribution) -> dict[str, Any]:
    dated = Quotation()
    dated.said = one.said.said if one.said else None
    names = ("said_from", "said_until", "said_time", "said_precision")
    return {name: getattr(dated, name) for name in names} | {
        "said_basis": _said_basis(text, one),
        "said_rule": one.said.rule if one.said else "",
    }


def _said_basis(text: str, one: Attribution) -> str:
    if one.said is None:
        return ""
    return one.said.basis.of(text) if one.said.basis else PUBLICATION


def _printed(text: str, spans: Iterable[Span]) -> str:
    """Words as printed; an ellipsis stands for what comes between two pieces."""
    return " … ".join(span.of(text) for span in spans)


def _fitting(name: str, value: Any) -> Any:
    longest = getattr(Quotation._meta.get_field(name), "max_length", None)
    return value[:longest] if longest and isinstance(value, str) else value
