"""Takes a newsroom of the release before through the migration: the fixture `old`, and the ways there and back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import CheckConstraint

from tests.claims import before_editions as before

BEFORE = [("claims", "0001_initial")]
BESIDE = [("claims", "0002_editions")]
EMPTIED = ("claims\\_%", "articles\\_%", "accounts\\_user", "pghistory\\_context")


@dataclass(frozen=True)
class Was:
    """What the release before had: records by name, and what was to be seen of them."""

    room: before.Newsroom
    seen: dict[str, dict[int, Any]]
    pairs: set[int]
    counts: dict[str, int]
    events: dict[str, set[int]]
    confirmations: dict[str, list[Any]]
    upto: dict[str, int]


def migrate(targets: list[tuple[str, str]]) -> before.Models:
    """Goes there, and gives the models that there are then."""
    MigrationExecutor(connection).migrate(targets)
    return MigrationExecutor(connection).loader.project_state(targets).apps.get_model


def latest() -> list[tuple[str, str]]:
    return [node for node in MigrationExecutor(connection).loader.graph.leaf_nodes() if node[0] == "claims"]


def tables(*patterns: str) -> str:
    """The names of the tables that are like one of the patterns, for a statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(tablename, ', ') FROM pg_tables WHERE tablename LIKE ANY(%s)", [[*patterns]])
        return str(cursor.fetchone()[0])


def forget_claims() -> None:
    """As if the app had never been there: many times faster than going back migration by migration."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {tables('claims\\_%')} CASCADE")
    MigrationRecorder(connection).migration_qs.filter(app="claims").delete()


@pytest.fixture(scope="module")
def old(django_db_setup: None, django_db_blocker: Any) -> Iterator[Was]:
    """The newsroom before, and then the migration. One for all the tests here: none of them commits."""
    with django_db_blocker.unblock():
        try:
            forget_claims()
            model = migrate(BEFORE)
            was = _what_there_is(before.fill(model), model)
            migrate(latest())
            with django_db_blocker.block():
                yield was
        finally:
            with connection.cursor() as cursor:
                cursor.execute(f"TRUNCATE {tables(*EMPTIED)} CASCADE")
            migrate(latest())


def _what_there_is(room: before.Newsroom, model: before.Models) -> Was:
    events = before.events(model)
    return Was(
        room=room,
        seen=before.seen(model),
        pairs=before.public_pairs(model),
        counts=before.counts(model),
        events=events,
        confirmations=before.confirmations(model),
        upto={name: max(keys) for name, keys in events.items()},
    )


def broken_rules(model: before.Models) -> list[str]:
    """Which constraints of the release before the records would break: 0002 brings them back on the way."""
    rules = MigrationExecutor(connection).loader.project_state(BEFORE).models
    named = [
        (name, rule)
        for name in ("statement", "contradiction", "story")
        for rule in rules["claims", name].options["constraints"]
        if isinstance(rule, CheckConstraint)
    ]
    return [rule.name for name, rule in named if model(f"claims.{name}").objects.exclude(rule.condition).exists()]
