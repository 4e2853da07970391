"""Where pages and cards are kept: in each process, in a table of the database, or in Redis, as CACHE_URL names it.

Nothing in a cache is ever the only copy, and nothing needs to be purged: what is kept is kept under the state that it
was made from (claims/timeline/stamps.py)."""

import re
from collections import OrderedDict, defaultdict
from importlib.util import find_spec
from threading import Lock
from typing import Any
from urllib.parse import urlsplit

from django.core.cache.backends.locmem import LocMemCache

from config.env import BadSetting

SHAPE = "process, none, db://table or redis://host:6379/0"
DAY = 24 * 60 * 60
MOST_ENTRIES = {"process": 2_000, "shared": 20_000}
MOST_BYTES = 64 * 1024 * 1024
"""Of each of the two caches in each process."""
_weights: defaultdict[str, dict[str, int]] = defaultdict(dict)


class BoundedMemory(LocMemCache):
    """Django's cache of one process, bounded in bytes as well as in entries: what was asked for longest ago goes
    first. OPTIONS may have MAX_BYTES."""

    _cache: OrderedDict[str, bytes]
    _lock: Lock

    def __init__(self, name: str, params: dict[str, Any]) -> None:
        super().__init__(name, params)
        options = params.get("OPTIONS", {})
        self._most = int(options.get("MAX_BYTES", MOST_BYTES))
        self._weights = _weights[name]

    def _set(self, key: str, value: bytes, timeout: Any = DAY) -> None:
        super()._set(key, value, timeout)  # type: ignore[misc]
        self._weights[key] = len(value)
        while len(self._cache) > 1 and sum(self._weights.values()) > self._most:
            self._delete(next(reversed(self._cache)))

    def _delete(self, key: str) -> bool:
        self._weights.pop(key, None)
        return bool(super()._delete(key))  # type: ignore[misc]

    def _cull(self) -> None:
        for key in list(reversed(self._cache))[: len(self._cache) // self._cull_frequency + 1]:
            self._delete(key)

    def clear(self) -> None:
        with self._lock:
            self._weights.clear()
        super().clear()


def caches(url: str) -> dict[str, dict[str, Any]]:
    """The setting CACHES: "pages" for what readers open, "default" for everything else. Raises BadSetting when the
    address cannot be read, or names what is not installed."""
    return {
        "default": {**_backend(url, "default"), "KEY_PREFIX": "kept"},
        "pages": {**_backend(url, "pages"), "KEY_PREFIX": "page"},
    }


def _backend(url: str, name: str) -> dict[str, Any]:
    scheme, _, rest = url.partition("://")
    shared = {"TIMEOUT": DAY, "OPTIONS": {"MAX_ENTRIES": MOST_ENTRIES["shared"]}}
    if url == "none":
        return {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    if url == "process":
        options = {"MAX_ENTRIES": MOST_ENTRIES["process"], "MAX_BYTES": MOST_BYTES}
        return {"BACKEND": "config.caches.BoundedMemory", "LOCATION": name, "TIMEOUT": DAY, "OPTIONS": options}
    if scheme == "db" and re.fullmatch(r"[a-z_][a-z0-9_]{0,62}", rest):
        return {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": rest, **shared}
    if scheme in ("redis", "rediss") and urlsplit(url).hostname:
        if find_spec("redis") is None:
            raise BadSetting("CACHE_URL names Redis, whose client is not installed; install the package redis.")
        return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": url, "TIMEOUT": DAY}
    raise BadSetting(f"CACHE_URL is {url!r}; it should be {SHAPE}.")
