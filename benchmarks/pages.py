"""How pages take the size of the newsroom: the same page of a small one and of a large one, in turn, over HTTP from the
server of production, nothing kept. The bound is a ratio, so that it holds on any machine."""

import gzip
import os
import secrets
import statistics
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from time import perf_counter
from typing import NamedTuple

from benchmarks.newsrooms import SETTINGS, database
from benchmarks.serving import served

SMALL, LARGE = 10_000, 1_000_000
MOST = 1.3
"""The highest ratio that is still in order."""
SLOWEST, HEAVIEST = 300.0, 100
"""Milliseconds that one request in twenty may take longer than; kB of a page or a fragment, compressed."""
REQUESTS, BEFORE = 200, 5
PAGES = (
    ("front", "/"),
    ("a story of 100", "/stories/the-list-{}/"),
    ("a story of 10,000", "/stories/the-list/"),
    ("a window of it", "/stories/the-list/?after=2012"),
    ("a speaker of 100", "/speakers/mina-ister-{}/"),
    ("the busiest speaker", "/speakers/mina-ister/"),
    ("a window of theirs", "/speakers/mina-ister/?after=2012"),
    ("a pair", "/contradictions/{}/"),
    ("a statement", "/statements/{}/"),
    ("search, rare", "/search/?q=batasher"),
    ("search, common", "/search/?q=target"),
    ("search, a phrase", "/search/?q=%22target+removal%22"),
    ("speakers", "/speakers/"),
    ("desk: front", "/desk/"),
    ("desk: search", "/desk/statements/?q=target"),
    ("desk: against", "/desk/statements/{}/against/"),
    ("desk: speakers", "/desk/speakers/?q=ister"),
    ("desk: articles", "/desk/articles/?q=list"),
)
SPREAD = 7
"""Stories looked at: every so many of them, so that no cache holds just one."""
FRAGMENT = {"HX-Request": "true"}


class Page(NamedTuple):
    """Milliseconds of a page in the small and in the large newsroom, and kB of page and fragment, compressed."""

    name: str
    small: list[float]
    large: list[float]
    weights: tuple[float, float]

    def __str__(self) -> str:
        small, large, slow = statistics.median(self.small), statistics.median(self.large), slowest(self.large)
        weight, part = self.weights
        wrong = large / small > MOST or slow > SLOWEST or max(self.weights) > HEAVIEST
        return (
            f"{self.name:20} {small:6.1f} {large:6.1f} {large / small:6.2f} {slow:6.0f} {weight:6.1f} {part:6.1f}"
            + "  too much" * wrong
        )


def lines() -> Iterator[str]:
    yield f"At most {MOST} times as long, {SLOWEST:.0f} ms in 95 of 100, {HEAVIEST} kB; {REQUESTS} requests each"
    yield f"{'':20} {SMALL:>6} {LARGE // 1_000_000:>5}M  ratio    95%     kB   part"
    yield from map(str, measured())


def measured() -> Iterator[Page]:
    """Builds both newsrooms where they are not there, and asks both in turn."""
    for size in (SMALL, LARGE):
        _python("benchmarks.newsrooms", size)
    os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(50))  # the servers read the sessions that others began
    keys = [_python("benchmarks.pages", size) for size in (SMALL, LARGE)]
    with served(database(SMALL)) as small, served(database(LARGE)) as large:
        asked = [_Asked(port, size, key) for port, size, key in zip((small, large), (SMALL, LARGE), keys, strict=True)]
        for name, address in PAGES:
            taken: tuple[list[float], list[float]] = ([], [])
            for number in range(BEFORE + REQUESTS):
                for one, times in zip(asked, taken, strict=True):
                    times.append(one.time(address, number))
            weights = (asked[1].weight(address, {}), asked[1].weight(address, FRAGMENT))
            yield Page(name, taken[0][BEFORE:], taken[1][BEFORE:], weights)


def slowest(times: list[float]) -> float:
    """What 95 of 100 take at most."""
    return statistics.quantiles(times, n=20)[-1]


class _Asked:
    """A server that is asked for pages over one connection, by an editor where they are of the desk."""

    def __init__(self, port: int, size: int, key: str) -> None:
        self._connection = HTTPConnection("localhost", port)
        self._stories, self._key = size // 100, key

    def time(self, address: str, number: int) -> float:
        begun = perf_counter()
        self._get(address, number, {})
        return 1000 * (perf_counter() - begun)

    def weight(self, address: str, headers: dict[str, str]) -> float:
        return len(gzip.compress(self._get(address, 0, headers))) / 1000

    def _get(self, address: str, number: int, headers: dict[str, str]) -> bytes:
        first = self._stories // 10 + 2
        path = address.format(first + number * SPREAD % (self._stories - first - 1))
        who = {"Cookie": f"sessionid={self._key}"} if path.startswith("/desk/") else {}
        self._connection.request("GET", path, headers=who | headers)
        answer = self._connection.getresponse()
        if answer.status != 200:
            sys.exit(f"{path} answers {answer.status}")
        return answer.read()


def _python(module: str, size: int) -> str:
    environment = os.environ | {"BENCH_DATABASE": database(size)}
    command = [sys.executable, "-m", module, str(size)]
    return subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


def signed_in() -> str:
    """The key of a session of the editor's, in the database of this process."""
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    import django

    django.setup()
    from django.test import Client

    from accounts.models import User

    editor = Client()
    editor.force_login(User.objects.get(username="editor"))
    return editor.cookies["sessionid"].value


if __name__ == "__main__":
    print(signed_in())
