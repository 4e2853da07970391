"""Who said what, when, from JSON Lines to JSON Lines. Asks no database."""

import os
import sys
import time
from argparse import RawDescriptionHelpFormatter
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser, DjangoHelpFormatter

from articles.capture.lines import BadLine
from claims.extraction.batches import NoSuchModel, Read, Unread, extracted
from claims.interchange.extractions import read_texts, written
from claims.records import ToRead

STDIN = "-"
PATIENCE = 2.0
"""Seconds between two lines of progress."""

SHAPES = """
Each line of a FILE is an object with the keys id, text and, where it is known, published (2018-04-26 or
2018-04-26T09:30), which "on Wednesday" is read against. Other keys are passed over.

For each text one line is written, in the same order:
  {"id", "attributions": [{"content": [[start, end], …], "cue": […], "source": […],
   "quote_type": "direct|mixed|indirect", "stance": "asserts|denies|asks|promises|demands" or null,
   "negated": whether the cue says that nothing was said, "suggested": whether an editor is shown it,
   "manner": "admits|confirms" or null,
   "speaker": name or null, "role": as printed or null,
   "speakers": [{"name", "kind": "person|organisation|document", "role"}, …], the first and the further sources,
   "relay": {"name", "basis": [start, end]} or null, "occasion": {"name", "basis": [start, end]} or null,
   "said": {"from", "until", "precision": "minute|day|month|year", "basis": [start, end], "inferred": false} or null,
   "confidence": 0…1}, …], "times": [{"span": [start, end], "type", "value"}, …],
   "unread": [[start, end], …], what was passed over because the text is too long}
Where a text tells no day but was published on one, said is an upper limit: "from" and "precision" are null, "basis" is
"publication" and "inferred" true.
Offsets count Unicode code points into the text as given, end-exclusive. Types and values of times are TIMEX3.

A line that cannot be read is named on standard error and the rest goes on; the exit status is then 1.

  manage.py extract_quotations articles.jsonl > found.jsonl
  gunzip -c archive.jsonl.gz | manage.py extract_quotations --processes 2 > found.jsonl
"""


class Described(DjangoHelpFormatter, RawDescriptionHelpFormatter):
    """Leaves the lines of the description as they are."""


class Command(BaseCommand):
    help = "Finds who said what, and when, in texts given as JSON Lines. Needs no database."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.epilog = SHAPES
        parser.formatter_class = Described
        parser.add_argument("files", nargs="*", metavar="FILE", help="JSON Lines; - or nothing is standard input")
        parser.add_argument("--model", default="", help="an installed spaCy pipeline instead of EXTRACTION_MODEL")
        parser.add_argument("--processes", type=int, default=1, metavar="N", help="batches read side by side (1)")

    def handle(self, *, files: list[str], model: str, processes: int, **_: Any) -> None:
        if processes < 1:
            raise CommandError("--processes should be 1 or more.")
        self.done = self.failed = 0
        self.began = self.glanced = time.monotonic()
        try:
            self.extract(files or [STDIN], model or settings.EXTRACTION_MODEL or None, processes)
            self.stdout.flush()
        except BrokenPipeError:
            _close_quietly()
        if self.failed:
            raise CommandError(f"Not read: {self.failed:,} (named above). Everything else was.")

    def extract(self, files: list[str], model: str | None, processes: int) -> None:
        try:
            with closing(extracted(self.texts(files), model=model, processes=processes)) as found:
                for one in found:
                    self.write(one)
        except NoSuchModel as error:
            raise CommandError(f"There is no such spaCy pipeline. {error}") from error
        except BrokenProcessPool as error:
            raise CommandError("A worker was killed, most likely for want of memory. Try fewer --processes.") from error

    def write(self, one: Read | Unread) -> None:
        if isinstance(one, Unread):
            self.report(one.place, one.reason)
        else:
            self.stdout.write(written(one.id, one.extraction))
            self.progress()

    def texts(self, files: list[str]) -> Iterator[ToRead]:
        for name in files:
            try:
                with opened(name) as stream:
                    yield from self.readable(stream, "standard input" if name == STDIN else name)
            except OSError as error:
                self.report(name, error.strerror or str(error))

    def readable(self, stream: BinaryIO, name: str) -> Iterator[ToRead]:
        for place, line in read_texts(stream, name):
            if isinstance(line, BadLine):
                self.report(place, line.reason)
            else:
                yield line

    def report(self, place: str, reason: str) -> None:
        self.failed += 1
        self.stderr.write(f"{place}: {reason}")

    def progress(self) -> None:
        """Tells a person at a terminal how far it is; a log file stays clean."""
        self.done += 1
        now = time.monotonic()
        if now - self.glanced > PATIENCE and self.stderr.isatty():
            self.glanced = now
            rate = self.done / (now - self.began)
            self.stderr.write(f"Texts so far: {self.done:,} ({rate:.1f} a second)", self.style.NOTICE)


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """The file of that name, or standard input, which is left open."""
    if name == STDIN:
        yield sys.stdin.buffer
    else:
        with Path(name).open("rb") as stream:
            yield stream


def _close_quietly() -> None:
    """Whoever reads us has seen enough (head); Python shall not try to write the rest when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
