"""The words of occasions, as sets: lexicon/occasions.toml."""

import re
import tomllib
from functools import cache
from pathlib import Path

from claims.extraction.parsed.word_lists import entries

_LEXICON = Path(__file__).parents[1] / "lexicon" / "occasions.toml"


@cache
def listed(name: str) -> frozenset[str]:
    return entries(_lexicon()[name])


@cache
def named(name: str) -> dict[str, str]:
    """Word -> what it is called."""
    return dict(re.findall(r"(.+)=(.+)", "\n".join(entries(_lexicon()[name]))))


@cache
def _lexicon() -> dict[str, str]:
    lists: dict[str, str] = tomllib.loads(_LEXICON.read_text(encoding="utf-8"))
    return lists
