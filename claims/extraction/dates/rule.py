"""What a rule of time is: a pattern, the words that it can begin with, and a function that reads the value."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from claims.extraction.dates.context import Context
from claims.records import TimeType


class Reading(NamedTuple):
    """A TIMEX3 type and value. An empty value marks words that look like a time and are none (an age)."""

    type: TimeType
    value: str


def date(value: str) -> Reading:
    return Reading(TimeType.DATE, value)


def time(value: str) -> Reading:
    return Reading(TimeType.TIME, value)


def duration(value: str) -> Reading:
    return Reading(TimeType.DURATION, value)


def repeated(value: str) -> Reading:
    return Reading(TimeType.SET, value)


NO_TIME = Reading(TimeType.DATE, "")

type Read = Callable[[re.Match[str], Context], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """`pattern` is tried where one of `starts` (lower case; '#' for figures) begins; `read` may still refuse.

    ValueError and OverflowError out of `read` mean that the calendar has no such time."""

    name: str
    pattern: re.Pattern[str]
    starts: frozenset[str]
    read: Read


def rule(pattern: str, *starts: str | Iterable[str]) -> Callable[[Read], Rule]:
    """Makes a rule of the function below it, under the function's name."""

    def made(read: Read) -> Rule:
        words = frozenset(word for start in starts for word in ([start] if isinstance(start, str) else start))
        return Rule(read.__name__, re.compile(pattern, re.IGNORECASE), words, read)

    return made
