"""Which PostgreSQL to use: the one that DATABASE_URL names, or the one that comes with the project."""

from pathlib import Path
from typing import Any

import dj_database_url

from config.env import BadSetting

SHAPE = "postgresql://user:password@host:5432/name"


def embedded(folder: Path) -> dict[str, Any]:
    """The server of the wheel, with its files in `folder`. Its own first database is used, so none has to be made."""
    return {
        "ENGINE": "config.embedded_postgres",
        "NAME": "postgres",
        "EMBEDDED_FOLDER": folder,
        "TEST": {"NAME": "test_whosaidwhat"},
    }


def named(url: str) -> dict[str, Any]:
    """Any PostgreSQL, by its address. Raises BadSetting when it is no PostgreSQL address."""
    try:
        found = dict(dj_database_url.parse(url))
    except ValueError:
        raise BadSetting(f"DATABASE_URL cannot be read; it should look like {SHAPE}.") from None
    if found["ENGINE"] != "django.db.backends.postgresql" or not found["NAME"]:
        raise BadSetting(f"DATABASE_URL is no PostgreSQL database; it should look like {SHAPE}.")
    return found


def pooled(database: dict[str, Any], size: int) -> dict[str, Any]:
    """The same database behind a pool of at most `size` connections a process; 0 means one connection a thread."""
    if size:
        options = {**database.get("OPTIONS", {}), "pool": {"min_size": 1, "max_size": size, "timeout": 10}}
        return {**database, "OPTIONS": options, "CONN_HEALTH_CHECKS": True}
    return database
