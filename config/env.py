"""Strict readers of the environment: what is missing or malformed is an error at once, in one sentence.

An empty variable counts as one that is not set, because compose files pass on unset variables as empty ones.
"""

import os
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.core.exceptions import ImproperlyConfigured

YES = frozenset({"true", "yes", "on", "1"})
NO = frozenset({"false", "no", "off", "0"})


class BadSetting(ImproperlyConfigured):
    """An environment variable is missing or malformed. The message is a sentence for whoever runs the program."""


def text(name: str, default: str | None = None, *, like: str = "a text") -> str:
    """The variable's value. Without a default it must be set; `like` tells the reader what it should look like."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is None:
        raise BadSetting(f"{name} is not set; it should be {like}.")
    return default


def flag(name: str, default: bool) -> bool:
    """true or false (also yes, no, on, off, 1, 0)."""
    value = text(name, str(default)).lower()
    if value not in YES | NO:
        raise BadSetting(f"{name} is {value!r}; it should be true or false.")
    return value in YES


def choice(name: str, default: str, among: tuple[str, ...]) -> str:
    """One of a few words, whatever its case."""
    value = text(name, default).lower()
    if value not in among:
        raise BadSetting(f"{name} is {value!r}; it should be {' or '.join(among)}.")
    return value


def number(name: str, default: int, *, least: int = 0) -> int:
    """A whole number, not below `least`."""
    value = text(name, str(default))
    if not value.isdecimal() or int(value) < least:
        raise BadSetting(f"{name} is {value!r}; it should be a whole number from {least} on.")
    return int(value)


def items(name: str, *, like: str, required: bool = False) -> list[str]:
    """Several values, separated by commas; none when the variable is not set and need not be."""
    value = text(name, None if required else "", like=f"{like}, separated by commas")
    found = [item.strip() for item in value.split(",")] if value else []
    if any(not item or " " in item for item in found):
        raise BadSetting(f"{name} has an empty or broken entry; it should be {like}, separated by commas.")
    return found


def hosts(name: str) -> list[str]:
    """Host names, at least one: claims.example.org, without a scheme or path."""
    found = items(name, like="host names such as claims.example.org", required=True)
    if any("/" in host for host in found):
        raise BadSetting(f"{name} has an address in it; it should be bare host names such as claims.example.org.")
    return found


def origins(name: str) -> list[str]:
    """Addresses with their scheme: https://claims.example.org."""
    found = items(name, like="addresses such as https://claims.example.org")
    if any(urlsplit(origin).scheme not in {"http", "https"} or not urlsplit(origin).hostname for origin in found):
        raise BadSetting(f"{name} needs a scheme in each entry; it should be like https://claims.example.org.")
    return found


def zone(name: str, default: str) -> str:
    """The name of a time zone that this machine knows: Europe/London."""
    value = text(name, default)
    try:
        ZoneInfo(value)
    except (ValueError, OSError, LookupError):
        raise BadSetting(f"{name} is {value!r}; it should be a time zone such as Europe/London.") from None
    return value
