"""Which names are an outlet's: lexicon/outlets.toml. Words are asked in lower case, without an article."""

from collections.abc import Sequence
from functools import cache

from claims.extraction.parsed.word_lists import listed

_GENITIVES = frozenset({"'s", "’s"})
_ARTICLES = frozenset({"the", "a", "an"})
_REPORTS = frozenset({"report", "reports", "story", "article"})
_JOINTS = frozenset({"on", "of"})
_WITHIN = 3
_IN = frozenset({"in", "by", "from"})


def is_outlet(words: Sequence[str]) -> bool:
    """reuters; leeds evening post; time"""
    name = " ".join(words)
    if name in names() or name in listed("outlets", "words_too"):
        return True
    return len(words) > 1 and words[-1] in listed("outlets", "last_words")


def longest_outlet(words: Sequence[str]) -> int:
    """How many words an outlet's name has that goes on behind a small word: mail on sunday; times of london"""
    if len(words) < _WITHIN or words[1] not in _JOINTS:
        return 0
    return _WITHIN if " ".join(words[:_WITHIN]) in names() else 0


def up_to_outlet(words: Sequence[str]) -> int:
    """How many words stand before an outlet's name that only say how it reports: the; a report in the; reports by"""
    number = int(bool(words) and words[0] in _ARTICLES)
    if len(words) > number + 1 and words[number] in _REPORTS and words[number + 1] in _IN:
        number += 2
        number += len(words) > number and words[number] in _ARTICLES
    return number


def is_programme(words: Sequence[str]) -> bool:
    """What an outlet sends: good morning britain; the bbc's daily politics; fox news sunday; harbour tonight"""
    last = ends_like_a_programme(words[-1]) and len(words) > 1
    return " ".join(words) in listed("outlets", "programmes") or last or _owner(words) > 0


def ends_like_a_programme(word: str) -> bool:
    """daily, show"""
    return word in listed("outlets", "programmes_last_words")


def _owner(words: Sequence[str]) -> int:
    """How many words in front are the broadcaster's whose programme it is: fox news sunday, the bbc's daily politics"""
    lengths = [n for n in range(min(len(words) - 1, 3), 0, -1) if " ".join(words[:n]) in names()]
    broadcasts = (n for n in lengths if words[n] in _GENITIVES or words[0] in listed("outlets", "broadcasters"))
    return next(broadcasts, 0)


@cache
def names() -> frozenset[str]:
    """The names that stand in the list and are no common words."""
    return listed("outlets", "names") | listed("outlets", "broadcasters")
