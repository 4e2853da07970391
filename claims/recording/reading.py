"""Has a version of an article read and shows how far it is. The worker and the commands call it; the web side never
does, for the real extractor is spaCy."""

import logging
from collections.abc import Callable
from datetime import date

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from articles.models import ArticleVersion
from claims.models import Reading
from claims.models.reading import ReadingState
from claims.recording.suggesting import record
from claims.records import Extraction

logger = logging.getLogger(__name__)

type Extract = Callable[[str, date | None], Extraction]


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
    row.unread = [[*span] for span in extraction.unread]
    row.state, row.finished_at = ReadingState.DONE, timezone.now()
    row.save()


def _free(reading: Reading) -> Reading | None:
    """The row, locked, unless another worker holds it."""
    return Reading.objects.select_for_update(skip_locked=True).filter(pk=reading.pk).first()


def _as_it_is(reading: Reading) -> Reading:
    return Reading.objects.get(pk=reading.pk)
