"""How pages take the size of the newsroom: the same page in a small one and in a large one, in turn, each time in a
fresh process. The bound is a ratio, so that it holds on any machine."""

import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.newsrooms import SETTINGS, database

SMALL, LARGE = 10_000, 1_000_000
MOST = 1.5
"""The highest ratio that is still in order."""
ROUNDS, REQUESTS = 3, 60
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


class Page(NamedTuple):
    """Median milliseconds of a page, the best of all rounds, in the small and in the large newsroom."""

    name: str
    small: float
    large: float

    @property
    def ratio(self) -> float:
        return self.large / self.small


def lines() -> Iterator[str]:
    for page in measured():
        yield (
            f"{page.name}: {page.small:.0f} ms among {SMALL:,} statements, {page.large:.0f} ms among {LARGE:,}, "
            f"{page.ratio:.2f} times as long (at most {MOST})"
        )


def measured() -> list[Page]:
    """Builds both newsrooms where they are not there, and measures them in turn."""
    for size in (SMALL, LARGE):
        _python("benchmarks.newsrooms", str(size))
    rounds = [(_medians(SMALL), _medians(LARGE)) for _ in range(ROUNDS)]
    names = rounds[0][0]
    return [Page(name, *(min(one[side][name] for one in rounds) for side in (0, 1))) for name in names]


def _medians(size: int) -> dict[str, float]:
    told = _python("benchmarks.pages", str(size))
    return {name: float(value) for name, _, value in (line.rpartition(" ") for line in told.splitlines())}


def _python(module: str, argument: str) -> str:
    environment = os.environ | {"BENCH_DATABASE": database(int(argument))}
    command = [sys.executable, "-m", module, argument]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout.strip()


def measure(size: int) -> Iterator[str]:
    """What a fresh process measures: a line for each page, its name and its median in milliseconds."""
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    import django

    django.setup()
    from time import perf_counter

    from django.test import Client

    from accounts.models import User

    reader, editor, stories = Client(), Client(), size // 100
    editor.force_login(User.objects.get(username="editor"))
    for name, address in PAGES:
        taken = []
        for number in range(REQUESTS):
            begun = perf_counter()
            whose = editor if address.startswith("/desk/") else reader
            answer = whose.get(address.format(stories // 10 + 2 + number * SPREAD % (stories - stories // 10 - 3)))
            taken.append(1000 * (perf_counter() - begun))
            if answer.status_code != 200:
                sys.exit(f"{name} answers {answer.status_code}")
        yield f"{name} {statistics.median(taken[5:]):.2f}"


if __name__ == "__main__":
    for line in measure(int(sys.argv[1])):
        print(line)
