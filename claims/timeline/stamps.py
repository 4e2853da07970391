"""Stamps: what tells one state of a page from another without reading the page.

The database moves a scope's stamp whenever what readers see of it changes (models/listing.py). Beside these a page
changes with the newsroom's day, with a deadline that passes, with the release and the settings."""

from collections.abc import Callable, Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.core.cache import cache as store
from django.db import connection
from django.utils import timezone

NAMES = "names"
"""What may stand on any page: how speakers are called, and where they are found."""
SITE = "site"
DAY = 24 * 60 * 60

_OF_STATEMENTS = """
    SELECT unnest('speaker:' || listed.speaker_id
        || ARRAY(SELECT 'story:' || story FROM unnest(listed.public_stories) story))
    FROM claims_listing listed WHERE listed.statement_id IN ({})
"""
SCOPES = {
    "story": "SELECT DISTINCT 'story:' || story_id FROM claims_storyedition WHERE slug = %s",
    "speaker": "SELECT 'speaker:' || coalesce(merged_into_id, id) FROM claims_speaker WHERE slug = %s",
    "statement": _OF_STATEMENTS.format("SELECT %s::bigint"),
    "contradiction": _OF_STATEMENTS.format(
        "SELECT unnest(ARRAY[first_id, second_id]) FROM claims_contradiction WHERE id = %s"
    ),
    "quotation": _OF_STATEMENTS.format(
        "SELECT edition.statement_id FROM claims_editionevidence evidence"
        " JOIN claims_statementedition edition ON edition.id = evidence.edition_id WHERE evidence.quotation_id = %s"
    ),
}
"""By the kind of a page the scopes of all that it shows, found by the number or the address in its address."""

_STAMPS = """
    SELECT found.scopes, ARRAY(
            SELECT scope || '@' || value FROM claims_stamp
            WHERE scope = ANY(found.scopes || %s::varchar[]) ORDER BY 1
        ), (SELECT max(deadline) FROM claims_response WHERE deadline <= %s)
    FROM (SELECT ARRAY({})::varchar[] AS scopes) found
"""
_LARGEST = 2**63 - 1
_NO_SCOPE = "SELECT NULL WHERE false"
_CODE = ("accounts", "articles", "claims", "config", "templates", "static", "requirements.txt")


def stamp_of(scopes: Iterable[str]) -> str:
    """One word for the state of all that these scopes tell, hexadecimal. One query, by index."""
    return _stamp(_NO_SCOPE, [], scopes)[1]


def stamp_at(kind: str, key: str | int, *more: str) -> str:
    """The same for the page of a record: its kind, one of SCOPES, and the number or address that it has there; `more`
    are other scopes that it shows. "" where nothing that readers may see has that address. One query, by index."""
    if isinstance(key, int) and key > _LARGEST:
        return ""
    found, stamp = _stamp(SCOPES[kind], [key], more)
    return stamp if found else ""


def _stamp(scopes: str, key: list[Any], more: Iterable[str]) -> tuple[list[str], str]:
    """The scopes that were found, and the stamp of those and `more`."""
    now, named = timezone.now(), sorted({NAMES, *more})
    with connection.cursor() as cursor:
        cursor.execute(_STAMPS.format(scopes), [named, now, *key])
        found, values, passed = cursor.fetchone()
    told = repr((sorted(found), named, values, passed, timezone.localdate(now), _settings(), _release()))
    return found, sha256(told.encode()).hexdigest()[:32]


def of_story(key: int) -> str:
    return f"story:{key}"


def of_speaker(key: int) -> str:
    return f"speaker:{key}"


def kept[Value](name: str, stamp: str, compute: Callable[[], Value]) -> Value:
    """What `compute` gives, kept by its name for as long as the stamp is the same. An empty stamp keeps nothing."""
    if not stamp:
        return compute()
    key = f"kept:{sha256(name.encode()).hexdigest()[:32]}:{stamp}"
    known: tuple[Value] | None = store.get(key)
    if known is None:
        known = (compute(),)
        store.set(key, known, timeout=DAY)
    return known[0]


def _settings() -> tuple[Any, ...]:
    """What pages show of the settings."""
    return (
        *(settings.SITE_NAME, settings.SITE_DOMAIN, str(settings.TIME_ZONE), settings.CONFIRMED_BY),
        *(settings.PUBLIC_READING, settings.DEMO, settings.STATIC_URL),
    )


@cache
def _release() -> str:
    """What pages are made with: this code, whatever its version is called, and Django's."""
    folder = Path(settings.BASE_DIR)
    roots = [folder / name for name in _CODE]
    files = [file for root in roots for file in ([root] if root.is_file() else sorted(root.rglob("*.*")))]
    told = sha256(django.__version__.encode())
    for file in files:
        if file.is_file() and file.suffix != ".pyc":
            told.update(f"{file.relative_to(folder)}\0".encode() + file.read_bytes())
    return told.hexdigest()
