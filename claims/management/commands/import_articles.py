"""Articles from files into the database, ready to be read."""

import sys
import time
from argparse import RawDescriptionHelpFormatter
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser, DjangoHelpFormatter
from django.db import OperationalError, transaction

from articles.capture.lines import ArticleLine, BadLine, read_lines, read_published
from articles.capture.text import LONGEST_TEXT, Unreadable, decode
from articles.importing import Imported, NotImported, Outcome, import_article
from claims.tasks import enqueue_reading

JSON_LINES = (".jsonl", ".ndjson", ".json")
TEXT = (".txt", ".text", ".md")
STDIN = "-"
LONGEST_FILE = LONGEST_TEXT * 4
"""Bytes of one text, in any usual encoding."""
PATIENCE = 2.0
"""Seconds between two lines of progress."""
GO_ON = "What went in before stays; run the same command again to go on."

SHAPES = """
Two kinds of files:
  JSON Lines (.jsonl, .ndjson, .json): an object a line with the keys outlet, title and text, and where they are
  known url, published (2018-04-26 or 2018-04-26T09:30), byline, zone and id. --outlet, --byline and --zone stand
  in where a line has none.
  A text file (.txt, .text, .md): the article's words; say the rest with options.
Any other ending, and - for the standard input: JSON Lines, or a text where --title is given.
An article that is there already is recognised by its URL, or else by outlet, title and publication; a changed text
becomes a new version. The same text at the same outlet is the same article where one of the two has no URL.
Importing a file again is safe.
"""


class Described(DjangoHelpFormatter, RawDescriptionHelpFormatter):
    """Leaves the lines of the description as they are."""


class Command(BaseCommand):
    help = "Imports articles from JSON Lines or text files and leaves them to the worker to be read."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.epilog = SHAPES
        parser.formatter_class = Described
        parser.add_argument("files", nargs="+", metavar="FILE", help="JSON Lines or a text file; - is standard input")
        parser.add_argument("--outlet", default="", help="who published it, such as BBC News")
        parser.add_argument("--title", default="", help="its headline (one text file only)")
        parser.add_argument("--url", default="", help="its web address (one text file only)")
        parser.add_argument("--published", default="", metavar="WHEN", help="2018-04-26, or 2018-04-26T09:30")
        zone = settings.NEWSROOM_TIME_ZONE
        parser.add_argument("--zone", default=zone, help="time zone of WHEN (default: %(default)s)")
        parser.add_argument("--byline", default="", help="who wrote it")
        parser.add_argument("--encoding", default="utf-8", help="of the files (default: %(default)s)")

    def handle(self, *, files: list[str], **options: Any) -> None:
        self.options = options
        self.counts: Counter[str] = Counter()
        self.glanced = time.monotonic()
        self.check_options(files)
        try:
            for name in files:
                self.import_file(name)
        except OperationalError as error:
            raise CommandError(f"The database cannot be reached: {error} {GO_ON}") from error
        except KeyboardInterrupt:
            raise CommandError(f"Stopped. {GO_ON}") from None
        self.report()

    def check_options(self, files: list[str]) -> None:
        texts = [name for name in files if self.is_text(name)]
        single = [f"--{name}" for name in ("title", "url", "published") if self.options[name]]
        if single and (len(files) > 1 or not texts):
            raise CommandError(f"{', '.join(single)}: for one text file only. In JSON Lines each line says its own.")
        if texts and not (self.options["outlet"] and self.options["title"]):
            raise CommandError(
                f"{texts[0]} is a text file, so say --outlet and --title. (JSON Lines end in {', '.join(JSON_LINES)}.)"
            )

    def is_text(self, name: str) -> bool:
        """A text, or else JSON Lines: by its ending, or else by whether a title is given."""
        if name.lower().endswith(TEXT + JSON_LINES):
            return name.lower().endswith(TEXT)
        return bool(self.options["title"])

    def import_file(self, name: str) -> None:
        try:
            with opened(name) as stream:
                lines = self.whole_text(stream) if self.is_text(name) else self.json_lines(stream)
                for number, line in lines:
                    self.import_line(f"{name}, line {number}" if number else name, line)
        except OSError as error:
            self.failed(name, error.strerror or str(error))

    def json_lines(self, stream: BinaryIO) -> Iterator[tuple[int, ArticleLine | BadLine]]:
        return read_lines(stream, encoding=self.options["encoding"])

    def whole_text(self, stream: BinaryIO) -> Iterator[tuple[int, ArticleLine | BadLine]]:
        try:
            data = stream.read(LONGEST_FILE + 1)
            if len(data) > LONGEST_FILE:
                raise Unreadable(f"The file is longer than {LONGEST_FILE:,} bytes, too long for one article.")
            text = decode(data, encoding=self.options["encoding"])
            published = read_published(self.options["published"])
        except Unreadable as error:
            yield 0, BadLine(str(error))
        else:
            yield 0, ArticleLine(self.options["title"], text, url=self.options["url"], published=published)

    def import_line(self, place: str, line: ArticleLine | BadLine) -> None:
        if isinstance(line, BadLine):
            self.failed(place, line.reason)
            return
        try:
            imported = self.store(line)
        except NotImported as error:
            self.failed(f"{place} (id {line.id})" if line.id else place, str(error))
        else:
            self.counts[imported.outcome] += 1
        self.progress()

    @transaction.atomic
    def store(self, line: ArticleLine) -> Imported:
        imported = import_article(
            outlet=line.outlet or self.options["outlet"],
            title=line.title,
            text=line.text,
            url=line.url,
            byline=line.byline or self.options["byline"],
            published=line.published,
            zone=line.zone or self.options["zone"],
        )
        if imported.outcome is not Outcome.KNOWN:
            enqueue_reading(imported.version)
        return imported

    def failed(self, place: str, reason: str) -> None:
        self.counts["failed"] += 1
        self.stderr.write(f"{place}: {reason}")

    def progress(self) -> None:
        if time.monotonic() - self.glanced > PATIENCE:
            self.glanced = time.monotonic()
            self.stderr.write(f"Articles so far: {self.counts.total():,}", self.style.NOTICE)

    def report(self) -> None:
        told = ", ".join(f"{self.counts[outcome]:,} {outcome}" for outcome in Outcome)
        self.stdout.write(f"Articles: {told}.")
        if self.counts["failed"]:
            raise CommandError(f"Not imported: {self.counts['failed']:,} (named above). Everything else went in.")


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """The file of that name, or standard input, which is left open."""
    if name == STDIN:
        yield sys.stdin.buffer
    else:
        with Path(name).open("rb") as stream:
            yield stream
