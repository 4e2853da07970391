"""Side by side with Datasette, what a data journalist would pick: the same statements in SQLite with full-text search,
one process each, nothing kept; then the speaker's page with the cache of production. Datasette stands in an environment
of its own, as it is installed, but for the facets that it suggests, which cost it time."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.newsrooms import ROOT, SETTINGS, database
from benchmarks.pages import LARGE
from benchmarks.serving import free_port, running, served

FOLDER = ROOT / "var" / "datasette"
PACKAGES = ("datasette==0.65.1", "setuptools<81")  # it still asks setuptools for its own files
SECONDS, CONNECTIONS = 8, 4
LEAST, LEAST_KEPT = 0.5, 3.0
"""Times Datasette's requests per second that ours have to be, and those of a page that is kept."""
NUMBER = LARGE // 100 // 2
SPEAKER = f"mina-ister-{NUMBER}"
ASKED = (
    ("a speaker of 100", f"/speakers/{SPEAKER}/", f"/statements?speaker={SPEAKER}&_sort=said&_size=100"),
    ("a rare word", "/search/?q=batasher", "/statements?_search=batasher&_size=20"),
    ("a common word", "/search/?q=target", "/statements?_search=target&_size=20"),
)
ROWS = """
    SELECT edition.statement_id, speaker.slug, speaker.name, edition.content->>'words', edition.content->>'role',
        edition.said_from::text, edition.content->'renderings'->0->>'outlet',
        edition.content->'renderings'->0->>'title', edition.content->'renderings'->0->>'url'
    FROM claims_listing listed JOIN claims_statementedition edition ON edition.id = listed.edition_id
    JOIN claims_speaker speaker ON speaker.id = listed.speaker_id WHERE listed.public
"""
TABLE = """
    CREATE TABLE statements (
        id INTEGER PRIMARY KEY, speaker TEXT, name TEXT, words TEXT, role TEXT, said TEXT, outlet TEXT,
        title TEXT, url TEXT
    )
"""
INDEXES = (
    "CREATE INDEX statements_by_speaker ON statements (speaker, said)",
    "CREATE VIRTUAL TABLE statements_fts USING fts5 (words, name, role, content='statements', content_rowid='id')",
    "INSERT INTO statements_fts (statements_fts) VALUES ('rebuild')",
)


def lines() -> Iterator[str]:
    name = database(LARGE)
    for module in ("benchmarks.newsrooms", "benchmarks.datasette"):
        environment = os.environ | {"BENCH_DATABASE": name}
        subprocess.run(
            [sys.executable, "-m", module, str(LARGE)], env=environment, check=True, stdout=subprocess.DEVNULL
        )
    port = free_port()
    file = FOLDER / f"{name}.db"
    command = [
        str(_installed()),
        "serve",
        "--immutable",
        str(file),
        "--port",
        str(port),
        "--setting",
        "suggest_facets",
        "off",
    ]
    yield f"Requests per second among {LARGE:,} statements, {CONNECTIONS} connections, {SECONDS} s each"
    with running(command, port, "/-/versions.json"), served(name) as ours, served(name, "process") as keeping:
        for what, page, table in ASKED:
            told = _rate(ours, page), _rate(port, f"/{name}{table}")
            yield _compared(what, *told, LEAST)
        yield _compared(
            f"{ASKED[0][0]}, kept", _rate(keeping, ASKED[0][1]), _rate(port, f"/{name}{ASKED[0][2]}"), LEAST_KEPT
        )


def _compared(what: str, ours: float, theirs: float, least: float) -> str:
    return f"{what}: {ours:.0f}, Datasette {theirs:.0f}, {ours / theirs:.2f} times as many (at least {least})"


def _rate(port: int, path: str) -> float:
    """Requests per second, as wrk counts them."""
    address = f"http://localhost:{port}{path}"
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}", address]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    rate = re.search(r"Requests/sec:\s+([\d.]+)", told)
    if rate is None or "Non-2xx" in told:
        sys.exit(f"{address} does not answer as it should:\n{told}")
    return float(rate.group(1))


def _installed() -> Path:
    program = FOLDER / "environment" / "bin" / "datasette"
    if not program.exists():
        uv, environment = Path(sys.executable).with_name("uv"), FOLDER / "environment"
        subprocess.run([uv, "venv", "--quiet", environment], check=True)
        subprocess.run([uv, "pip", "install", "--quiet", "--python", environment, *PACKAGES], check=True)
    return program


def build(statements: int) -> None:
    """The statements of a newsroom as a table of SQLite, with their words in an index; kept and found again."""
    import sqlite3

    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    import django

    django.setup()
    from django.db import connection, transaction

    file = FOLDER / f"{database(statements)}.db"
    if file.exists():
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    with sqlite3.connect(unfinished) as table, transaction.atomic(), connection.chunked_cursor() as cursor:
        table.execute(TABLE)
        cursor.execute(ROWS)
        table.executemany("INSERT INTO statements VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", cursor)
        for statement in INDEXES:
            table.execute(statement)
    table.close()
    unfinished.rename(file)


if __name__ == "__main__":
    build(int(sys.argv[1]))
