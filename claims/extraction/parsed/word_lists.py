"""The lists of words in lexicon/: a file has lists, or tables of lists, each a text of words or of phrases."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parents[1] / "lexicon"


@cache
def lists(file: str) -> dict[str, Any]:
    """All that a file holds, by its name without the ending."""
    found: dict[str, Any] = tomllib.loads((_FOLDER / f"{file}.toml").read_text(encoding="utf-8"))
    return found


@cache
def listed(file: str, *path: str) -> frozenset[str]:
    """The words of a list by its file, its table where it has one, and its name. KeyError where there is none."""
    found = lists(file)
    for name in path:
        found = found[name]
    return entries(str(found))


@cache
def named(file: str, name: str) -> dict[str, str]:
    """A list of 'word=name': the word -> what it is called."""
    return dict(re.findall(r"(.+)=(.+)", "\n".join(listed(file, name))))


def words(name: str) -> frozenset[str]:
    """A list of words.toml."""
    return listed("words", name)


def entries(text: str) -> frozenset[str]:
    """The words of a list, or its phrases where bars or line ends between bars part them."""
    if "|" not in text:
        return frozenset(text.split())
    return frozenset(part.strip() for line in text.splitlines() for part in line.split("|") if part.strip())
