"""Stores what extraction found in a version of an article, as suggested quotations. The worker and the commands call
it; the web side never does, for the real extractor is spaCy."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pghistory
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from articles.models import ArticleVersion
from claims.carrying import Carried, around, carry_over
from claims.models import Quotation, Reading
from claims.models.reading import ReadingState
from claims.models.states import QuotationState
from claims.records import Attribution, Extraction, Span

logger = logging.getLogger(__name__)

SAME = 0.5
"""Two quotations that share more than this part of the characters of both (intersection over union) are one."""

type Extract = Callable[[str, date | None], Extraction]


@dataclass(frozen=True, slots=True)
class Recorded:
    """What recording came to: quotations `found`; of these `new` suggestions and suggestions `changed`; suggestions
    `removed` because this extractor does not find them; decisions `carried` over from earlier versions."""

    found: int
    new: int
    changed: int
    removed: int
    carried: Carried


# ------------------------------------------------------------------ storing


@transaction.atomic
def record(version: ArticleVersion, extraction: Extraction, extractor: str) -> Recorded:
    """Stores attributions as suggestions. Safe to repeat, and with any other extractor.

    What an editor accepted, dismissed or selected stays as it is, and what is found at the same place (`SAME`) is
    not suggested beside it. Suggestions that nobody touched become what this extractor reads."""
    ArticleVersion.objects.select_for_update().get(pk=version.pk)
    carried = carry_over(version)
    settled, untouched = _there(version)
    found = _by_place(extraction.attributions)
    wanted = {place: one for place, one in found.items() if not _is_settled(place, one, settled)}
    with pghistory.context(verb="read", reason=f"extractor {extractor}"):
        removed = [quotation.pk for place, quotation in untouched.items() if place not in wanted]
        version.quotations.filter(pk__in=removed).delete()
        changed = [_change(untouched[place], one, extractor) for place, one in wanted.items() if place in untouched]
        new = [_suggestion(version, one, extractor) for place, one in wanted.items() if place not in untouched]
        Quotation.objects.bulk_create(new)
    return Recorded(len(found), len(new), sum(changed), len(removed), carried)


def _there(version: ArticleVersion) -> tuple[list[Quotation], dict[Span, Quotation]]:
    """What an editor had a hand in, and the other quotations of the version by their place."""
    settled, untouched = [], {}
    for quotation in version.quotations.select_for_update():
        if quotation.state != QuotationState.SUGGESTED or quotation.made_by_id:
            settled.append(quotation)
        else:
            untouched[Span(quotation.start, quotation.end)] = quotation
    return settled, untouched


def _by_place(attributions: Iterable[Attribution]) -> dict[Span, Attribution]:
    """One attribution for each stretch of text, the surest."""
    found: dict[Span, Attribution] = {}
    for one in sorted(attributions, key=lambda attribution: attribution.confidence):
        found[Span(one.content[0].start, one.content[-1].end)] = one
    return dict(sorted(found.items()))


def _is_settled(place: Span, attribution: Attribution, settled: list[Quotation]) -> bool:
    return any(
        (quotation.start, quotation.end) == place or overlap(quotation.spans, attribution.content) > SAME
        for quotation in settled
    )


def overlap(one: Iterable[Span], other: Iterable[Span]) -> float:
    """Intersection over union of two sets of spans, in characters: 0 apart, 1 the same."""
    one, other = tuple(one), tuple(other)
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    whole = sum(span.end - span.start for span in (*one, *other)) - shared
    return shared / whole if whole else 0.0


def _suggestion(version: ArticleVersion, attribution: Attribution, extractor: str) -> Quotation:
    return Quotation(version=version, **_columns(version.text, attribution, extractor))


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
        "cue": _printed(text, one.cue),
        "cue_start": one.cue[0].start if one.cue else None,
        "source": _printed(text, one.source),
        "source_start": one.source[0].start if one.source else None,
        "role": one.role.role if one.role else "",
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
        "said_basis": one.said.basis.of(text) if one.said else "",
        "said_rule": one.said.rule if one.said else "",
    }


def _printed(text: str, spans: Iterable[Span]) -> str:
    """Words as printed; an ellipsis stands for what comes between two pieces."""
    return " … ".join(span.of(text) for span in spans)


def _fitting(name: str, value: Any) -> Any:
    longest = getattr(Quotation._meta.get_field(name), "max_length", None)
    return value[:longest] if longest and isinstance(value, str) else value


# ------------------------------------------------------------------ reading


def read(version: ArticleVersion, extractor: str, extract: Extract | None = None) -> Reading:
    """Reads a version with `extractor` (as `tasks.current_extractor` names it) and records what it says.

    The row of the Reading shows how far it is. While it runs, the row is locked: whoever comes second leaves it
    alone, and when a worker is killed its lock goes with it, so that the next call begins again. A version that is
    read already is not read twice. Where it fails the Reading says so, and the error is raised."""
    reading, _ = Reading.objects.get_or_create(version=version, extractor=extractor)
    if not _begin(reading):
        return _as_it_is(reading)
    try:
        _run(reading, extract or extract_with_the_pipeline)
    except Exception as error:
        logger.exception("Reading %s failed", version.pk)
        Reading.objects.filter(pk=reading.pk).update(
            state=ReadingState.FAILED, error=sentence(error), finished_at=timezone.now()
        )
        raise
    return _as_it_is(reading)


def extract_with_the_pipeline(text: str, published: date | None) -> Extraction:
    """The extractor of the project over the pipeline that EXTRACTION_MODEL names."""
    from claims.extraction import pipeline

    return pipeline.load(settings.EXTRACTION_MODEL or None).read(text, published)


def sentence(error: Exception) -> str:
    """What an editor is told about a failed reading."""
    if isinstance(error, OSError):
        model = settings.EXTRACTION_MODEL or "that comes with the project"
        return f"The language model {model} could not be loaded. The text is kept; read it again once that is mended."
    fault = type(error).__name__
    return f"Reading stopped at a fault of the software ({fault}). The text is kept; the log tells developers more."


def _begin(reading: Reading) -> bool:
    """Shows that the reading runs. False where it is done, or another worker has it."""
    with transaction.atomic():
        row = _free(reading)
        if row is None or row.state == ReadingState.DONE:
            return False
        row.state, row.error, row.finished_at = ReadingState.RUNNING, "", None
        row.save()
    return True


@transaction.atomic
def _run(reading: Reading, extract: Extract) -> None:
    row = _free(reading)
    if row is None or row.state != ReadingState.RUNNING:
        return
    version = row.version
    extraction = extract(version.text, version.article.published_day)
    row.found = record(version, extraction, row.extractor).found
    row.remainder = [[*one.span, one.kind.value] for one in extraction.remainder]
    row.state, row.finished_at = ReadingState.DONE, timezone.now()
    row.save()


def _free(reading: Reading) -> Reading | None:
    """The row, locked, unless another worker holds it."""
    return Reading.objects.select_for_update(skip_locked=True).filter(pk=reading.pk).first()


def _as_it_is(reading: Reading) -> Reading:
    return Reading.objects.get(pk=reading.pk)
