"""Whether somebody works: a health check for the worker, read from the queue itself."""

from argparse import ArgumentParser
from datetime import datetime, timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max


class Command(BaseCommand):
    help = "Fails when tasks have waited for some minutes and no worker has started or finished one meanwhile."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--minutes", type=int, default=10, help="how long a task may wait (default: 10)")

    def handle(self, *, minutes: int, **_: Any) -> None:
        since = timezone.now() - timedelta(minutes=minutes)
        waiting = waiting_since(since)
        if waiting and not moved_since(since):
            raise CommandError(f"{waiting} tasks have waited for {minutes} minutes and no worker has touched any.")
        self.stdout.write(f"{waiting} tasks have waited for {minutes} minutes.")


def waiting_since(moment: datetime) -> int:
    """How many tasks could have been started before that moment and still wait."""
    due = Q(run_after=get_date_max()) | Q(run_after__lt=moment)
    return DBTaskResult.objects.ready().filter(due, enqueued_at__lt=moment).count()


def moved_since(moment: datetime) -> bool:
    """Whether any task has been started or finished since."""
    return DBTaskResult.objects.filter(Q(started_at__gte=moment) | Q(finished_at__gte=moment)).exists()
