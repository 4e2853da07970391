"""Where pages are kept: as CACHE_URL says, and never more than there is room for."""

import pytest

from config.caches import BoundedMemory, caches
from config.env import BadSetting
from tests.config.programs import PRODUCTION, manage


@pytest.mark.parametrize(
    ("url", "backend", "location"),
    [
        ("process", "config.caches.BoundedMemory", "pages"),
        ("db://page_cache", "django.core.cache.backends.db.DatabaseCache", "page_cache"),
        ("none", "django.core.cache.backends.dummy.DummyCache", None),
    ],
    ids=["each process", "a table", "nowhere"],
)
def test_the_address_names_the_cache(url, backend, location):
    found = caches(url)
    assert (found["pages"]["BACKEND"], found["pages"].get("LOCATION")) == (backend, location)
    assert found["pages"]["KEY_PREFIX"] != found["default"]["KEY_PREFIX"]


@pytest.mark.parametrize("url", ["", "nonsense", "db://", "db://no table", "redis://", "memcached://here"])
def test_an_address_that_names_none_is_refused(url):
    with pytest.raises(BadSetting, match="CACHE_URL"):
        caches(url)


def test_a_bad_address_is_one_sentence():
    answer = manage("check", **{**PRODUCTION, "CACHE_URL": "nonsense"})
    assert answer.stderr.startswith("CACHE_URL is 'nonsense'; it should be process, none, db://table or redis:")


@pytest.fixture
def memory():
    cache = BoundedMemory("bounded", {"OPTIONS": {"MAX_BYTES": 10_000, "MAX_ENTRIES": 50}})
    yield cache
    cache.clear()


def test_what_was_asked_for_longest_ago_goes_when_there_is_no_room_left(memory):
    for number in range(9):
        memory.set(str(number), b"x" * 1000)
    assert memory.get("0")
    memory.set("new", b"x" * 1500)
    assert [name for name in map(str, range(9)) if memory.get(name) is None] == ["1"]
    memory.set("huge", b"x" * 20_000)
    assert memory.get("new") is None
    assert memory.get("huge")


def test_entries_are_bounded_too_and_what_is_gone_weighs_nothing(memory):
    for number in range(500):
        memory.set(str(number), b"x" * 10)
    assert len(memory._cache) <= 50
    assert memory._weights.keys() == memory._cache.keys()
    memory.delete("499")
    memory.set("498", b"x" * 10, timeout=0)
    assert memory.get("498") is None
    assert memory._weights.keys() == memory._cache.keys()
