"""What the worker does, and asking it to. Nothing here loads the extractor before a worker runs."""

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.tasks import task

from articles.models import ArticleVersion
from claims.extraction.version import VERSION
from claims.models import Reading
from claims.models.reading import ReadingState


def current_extractor() -> str:
    """The name under which this code's readings are kept: its version, and the model where another one is set."""
    return f"{VERSION} {settings.EXTRACTION_MODEL}".strip()[:80]


@task
def read_version(version_id: int) -> int:
    """Reads one version of an article; how many quotations were found."""
    # The one import inside a function: it keeps the extractor out of the processes that answer requests.
    from claims.recording import reading

    version = ArticleVersion.objects.select_related("article").get(pk=version_id)
    return reading.read(version, current_extractor()).found


@transaction.atomic
def enqueue_reading(version: ArticleVersion) -> Reading:
    """Asks a worker to read `version`, unless this extractor has read it. The row returned shows how far it is.

    One that failed, or stopped half way, is tried again. Asking twice costs nothing: a version is read once."""
    reading, _ = Reading.objects.get_or_create(version=version, extractor=current_extractor())
    if reading.state == ReadingState.DONE:
        return reading
    if reading.state == ReadingState.FAILED:
        reading.state, reading.error, reading.finished_at = ReadingState.QUEUED, "", None
        reading.save()
    read_version.enqueue(version.pk)
    return reading


def unread() -> QuerySet[ArticleVersion]:
    """Versions that this extractor has not read to the end, oldest first. A new extractor has read none."""
    read = Reading.objects.filter(version=OuterRef("pk"), extractor=current_extractor(), state=ReadingState.DONE)
    return ArticleVersion.objects.filter(~Exists(read)).order_by("pk")


def enqueue_unread() -> int:
    """Asks for the reading of everything unread; how many versions that is."""
    count = 0
    for version in unread().defer("text").iterator():
        enqueue_reading(version)
        count += 1
    return count
