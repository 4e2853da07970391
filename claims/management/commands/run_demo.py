"""The whole newsroom on this machine with one command: database, story, people, web server and worker."""

import shutil
import signal
import socket
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Sequence
from http.client import HTTPConnection
from io import StringIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError

from accounts.demo import PASSWORD, make_demo_people
from articles.models import Article
from claims.management.processes import ProgramEnded, Programs, running, watch, watch_for_ever
from claims.tasks import enqueue_unread

HOST = "127.0.0.1"
ROOM_NEEDED = 300  # megabytes for the database's files and what it writes ahead
START_LIMIT = 60.0  # seconds for the web server to answer
GRANIAN = ("-m", "granian", "--interface", "wsgi", "--log-level", "warning", "--blocking-threads", "4", "--no-ws")


class Command(BaseCommand):
    help = "Starts the demo newsroom on this machine; Ctrl-C stops it and keeps what was done."
    requires_system_checks: tuple[str, ...] = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, help="the port to listen on; without it PORT, or 8000")

    def handle(self, *, port: int | None = None, **_: Any) -> None:
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        signal.signal(signal.SIGHUP, signal.default_int_handler)
        try:
            self.run(port or settings.PORT)
        except KeyboardInterrupt:
            self.say("\nStopping. What was done is kept.")
        except ProgramEnded as problem:
            raise CommandError(str(problem)) from None
        finally:
            signal.signal(signal.SIGINT, signal.SIG_IGN)

    def run(self, port: int) -> None:
        check_mode()
        check_room(settings.DATA_DIR)
        check_port(port)
        self.prepare()
        with running(commands(port)) as programs:
            await_answer(programs, port)
            self.welcome(port)
            watch_for_ever(programs)

    def prepare(self) -> None:
        self.say("Starting PostgreSQL …")
        try:
            call_command("migrate", verbosity=0)
        except (subprocess.SubprocessError, OperationalError, OSError) as problem:
            raise CommandError(f"PostgreSQL could not start: {last_line(problem)}") from None
        make_demo_people()
        if not Article.objects.exists():
            self.say("Telling the demo story …")
            call_command("fill_demo", stdout=StringIO())
        # A worker that was killed left its reading undone, and a new extractor has read nothing yet.
        enqueue_unread()

    def welcome(self, port: int) -> None:
        names = make_demo_people()
        self.say(f"\n  {settings.SITE_NAME} stands at http://{HOST}:{port}/\n")
        self.say(f"  Sign in as {', '.join(names[:-1])} or {names[-1]}; the password is {PASSWORD}.")
        self.say("  Ctrl-C stops everything and keeps what was done.\n")

    def say(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()


def check_mode() -> None:
    if not settings.DEMO:
        raise CommandError("run_demo runs with DEMO=true only, because anybody may sign in there: use make run.")


def check_room(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    room = shutil.disk_usage(folder).free // 2**20
    if room < ROOM_NEEDED:
        raise CommandError(f"The disk has {room} MB left and the database needs {ROOM_NEEDED} MB: make room first.")


def check_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError) as problem:
            raise CommandError(
                f"Port {port} cannot be used ({problem}); name another one: make run PORT=8001."
            ) from None


def commands(port: int) -> dict[str, Sequence[str]]:
    server = (*GRANIAN, "--host", HOST, "--port", str(port), "config.wsgi:application")
    return {
        "web server": (sys.executable, *server),
        "worker": (sys.executable, str(settings.BASE_DIR / "manage.py"), "db_worker", "--no-startup-delay"),
    }


def await_answer(programs: Programs, port: int) -> None:
    """Returns when the site answers. Raises ProgramEnded or CommandError when it does not."""
    until = time.monotonic() + START_LIMIT
    while not answers(port):
        watch(programs)
        if time.monotonic() > until:
            raise CommandError(f"The web server did not answer within {START_LIMIT:.0f} seconds; nothing was changed.")
        time.sleep(0.1)


def answers(port: int) -> bool:
    line = HTTPConnection(HOST, port, timeout=5)
    try:
        line.request("GET", "/healthz")
        return line.getresponse().status == 200
    except OSError:
        return False
    finally:
        line.close()


def last_line(problem: Exception) -> str:
    """The last words of PostgreSQL's own log where it has one, else those of the error."""
    log = settings.DATA_DIR / "postgres" / "log"
    lines = log.read_text(errors="replace").splitlines() if log.exists() else str(problem).splitlines()
    return lines[-1].strip() if lines else type(problem).__name__
