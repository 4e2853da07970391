from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from claims.recording.reading import read, sentence
from claims.tasks import current_extractor, enqueue_unread, unread


class Command(BaseCommand):
    help = "Has every article read that this version of the extractor has not read yet. Safe to repeat."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--now", action="store_true", help="read here and now, with progress, instead of leaving it to the worker"
        )

    def handle(self, *, now: bool, **_: Any) -> None:
        if now:
            self.read_here()
        else:
            self.stdout.write(f"{_texts(enqueue_unread())} left to the worker.")

    def read_here(self) -> None:
        total, failed = unread().count(), 0
        for number, version in enumerate(unread().select_related("article").iterator(chunk_size=50), 1):
            try:
                reading = read(version, current_extractor())
            except Exception as error:
                failed += 1
                self.stderr.write(f"{version}: {sentence(error)}")
            else:
                self.stdout.write(f"{number} of {total}: {version}: {reading.found} quotations")
        if failed:
            raise CommandError(f"{_texts(failed)} could not be read; the others were.")
        if not total:
            self.stdout.write("Nothing is left to read.")


def _texts(count: int) -> str:
    return "1 text" if count == 1 else f"{count:,} texts"
