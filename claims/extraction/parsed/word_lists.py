"""The closed lists of words in lexicon/words.toml."""

import tomllib
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parents[1] / "lexicon" / "words.toml"


@cache
def _lists() -> dict[str, str]:
    lists: dict[str, str] = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return lists


@cache
def words(name: str) -> frozenset[str]:
    """A list by its name, in lower case. KeyError where there is no such list."""
    return entries(_lists()[name])


def entries(text: str) -> frozenset[str]:
    """The words of a list, or its phrases where bars or line ends between bars part them."""
    if "|" not in text:
        return frozenset(text.split())
    return frozenset(part.strip() for line in text.splitlines() for part in line.split("|") if part.strip())
