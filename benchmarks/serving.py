"""A newsroom served as in production, over HTTP: the server's own command, one process, its threads and its pool."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection

from benchmarks.newsrooms import SETTINGS

THREADS = 4
PATIENCE = 60.0
"""Seconds that a server has to answer."""


@contextmanager
def served(database: str, cache: str = "none") -> Iterator[int]:
    """The port on which the newsroom in that database answers; `cache` is what CACHE_URL says."""
    port = free_port()
    environment = os.environ | {
        "BENCH_DATABASE": database,
        "CACHE_URL": cache,
        "DATABASE_POOL": str(2 * THREADS),
        "DJANGO_SETTINGS_MODULE": SETTINGS,
    }
    program = [sys.executable, "-m", "granian", "--interface", "wsgi", "--log-level", "warning", "--no-ws"]
    how = ["--port", str(port), "--blocking-threads", str(THREADS), "config.wsgi:application"]
    with running([*program, *how], port, "/healthz", environment):
        yield port


@contextmanager
def running(command: list[str], port: int, path: str, environment: dict[str, str] | None = None) -> Iterator[None]:
    """A program that answers at that path, ended when the block is left."""
    program = subprocess.Popen(command, env=environment)
    try:
        _await(port, path)
        yield
    finally:
        program.terminate()
        program.wait()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _await(port: int, path: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            connection = HTTPConnection("localhost", port, timeout=PATIENCE)
            connection.request("GET", path)
            connection.getresponse().read()
        except OSError:
            time.sleep(0.2)
        else:
            return
    sys.exit(f"Nothing answers on port {port}.")
