"""Asking the worker to read, and the worker reading."""

import subprocess
import sys

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from claims.models import Reading
from claims.models.reading import ReadingState
from claims.tasks import current_extractor, enqueue_reading, enqueue_unread, read_version, unread
from tests.factories import ArticleVersionFactory, ReadingFactory


@pytest.fixture
def version(db):
    return ArticleVersionFactory()


def test_an_article_waits_to_be_read(version):
    reading = enqueue_reading(version)
    assert (reading.state, reading.extractor) == (ReadingState.QUEUED, current_extractor())
    assert DBTaskResult.objects.ready().get().args_kwargs["args"] == [version.pk]


def test_what_is_read_is_not_asked_for_again(version):
    ReadingFactory(version=version, extractor=current_extractor(), state=ReadingState.DONE)
    assert enqueue_reading(version).state == ReadingState.DONE
    assert not DBTaskResult.objects.exists()


def test_what_failed_waits_again(version):
    ReadingFactory(version=version, extractor=current_extractor(), state=ReadingState.FAILED, error="Power cut.")
    reading = enqueue_reading(version)
    assert (reading.state, reading.error) == (ReadingState.QUEUED, "")
    assert DBTaskResult.objects.ready().count() == 1


@pytest.mark.parametrize("state", [ReadingState.RUNNING, ReadingState.QUEUED])
def test_what_was_left_half_way_is_asked_for_again(version, state):
    ReadingFactory(version=version, extractor=current_extractor(), state=state)
    enqueue_reading(version)
    assert DBTaskResult.objects.ready().count() == 1
    assert Reading.objects.count() == 1


def test_everything_unread_is_asked_for(version):
    read, failed = ArticleVersionFactory(), ArticleVersionFactory()
    ReadingFactory(version=read, extractor=current_extractor(), state=ReadingState.DONE)
    ReadingFactory(version=failed, extractor=current_extractor(), state=ReadingState.FAILED, error="Power cut.")
    assert enqueue_unread() == 2
    assert {task.args_kwargs["args"][0] for task in DBTaskResult.objects.all()} == {version.pk, failed.pk}


def test_a_new_extractor_has_read_nothing(version, settings):
    ReadingFactory(version=version, extractor=current_extractor(), state=ReadingState.DONE)
    assert not unread().exists()
    settings.EXTRACTION_MODEL = "another_model"
    assert unread().get() == version


def test_the_models_name_is_part_of_the_extractors(settings):
    plain = current_extractor()
    settings.EXTRACTION_MODEL = "another_model"
    assert current_extractor() == f"{plain} another_model"


def test_asking_loads_no_extractor():
    script = (
        "import django, sys; django.setup(); import claims.tasks; "
        "print([name for name in ('spacy', 'claims.recording') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_the_pipeline_says_the_same_version():
    from claims.extraction import pipeline, version

    assert pipeline.VERSION == version.VERSION


def test_a_reading_that_fails_in_the_worker_says_so(version, settings, caplog):
    settings.EXTRACTION_MODEL = "no_such_model"
    with pytest.raises(OSError, match="no_such_model"):
        read_version.call(version.pk)
    assert version.readings.get().state == ReadingState.FAILED


def work() -> None:
    """Lets a worker do all that waits."""
    Worker(
        queue_names=["default"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="test",
        excluded_queue_names=[],
    ).run()


@pytest.mark.django_db(transaction=True)
def test_the_worker_reads_what_waits(version):
    enqueue_reading(version)
    work()
    assert version.readings.get().state == ReadingState.DONE
    assert DBTaskResult.objects.successful().count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_worker_reads_a_text_once_however_often_it_was_asked(version):
    enqueue_reading(version)
    enqueue_unread()
    work()
    assert DBTaskResult.objects.successful().count() == 2
    assert version.readings.get().state == ReadingState.DONE


def test_the_command_reads_here_and_shows_progress(version, capsys):
    call_command("read_articles", "--now")
    assert capsys.readouterr().out.startswith(f"1 of 1: {version}: ")
    assert version.readings.get().state == ReadingState.DONE


def test_the_command_leaves_reading_to_the_worker(version, capsys):
    call_command("read_articles")
    assert capsys.readouterr().out == "1 text left to the worker.\n"
    assert DBTaskResult.objects.ready().count() == 1


def test_the_command_reports_what_could_not_be_read(version, settings, capsys, caplog):
    settings.EXTRACTION_MODEL = "no_such_model"
    with pytest.raises(CommandError, match="1 text could not be read"):
        call_command("read_articles", "--now")
    assert "no_such_model could not be loaded" in capsys.readouterr().err


def test_the_command_says_when_nothing_is_left(db, capsys):
    call_command("read_articles", "--now")
    assert capsys.readouterr().out == "Nothing is left to read.\n"
