"""What every test may ask for: a clean start for the database, and the two real articles."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ROOT.parent / "shared" / "articles"
IN_CI = os.environ.get("CI", "").lower() == "true"
TEST_DATABASE = re.compile(r"test_whosaidwhat_(?P<run>\d+)(_gw\d+)?")


def missing(what: str) -> None:
    """Skips a test, saying why; where CI says that everything must be there, the test fails instead."""
    if IN_CI:
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, django_db_blocker, request) -> None:
    """Before the test database is made: drops those that killed runs have left in the embedded server.

    On a server that others may use too, a process number says nothing.
    """
    if not settings.DATABASE_URL and getattr(request.config, "workerinput", {}).get("workerid", "gw0") == "gw0":
        with django_db_blocker.unblock():
            drop_left_databases()


def drop_left_databases() -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database")
        for (name,) in cursor.fetchall():
            found = TEST_DATABASE.fullmatch(name)
            if found and not psutil.pid_exists(int(found["run"])):
                cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')


@pytest.fixture(scope="session")
def articles_folder() -> Path:
    """The folder of the two real articles, which belong to their publishers and so are no part of the project."""
    if not ARTICLES.is_dir():
        missing("the real articles are not beside this checkout, in shared/articles")
    return ARTICLES


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Ends the sessions that are left before the test database is dropped: a thread of the live site can still hold
    one for the last thing that a closed window asked for, and then dropping is refused."""
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()"
        )
