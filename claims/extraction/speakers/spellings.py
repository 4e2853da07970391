"""Names that differ by accents or by a slip of the pen."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=10_000)
def plain(word: str) -> str:
    """Calderón -> calderon"""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))


def misspelt(one: str, other: str, *, least: int) -> bool:
    """Whether two words of at least so many letters differ by one letter, or by two that have changed places.

    lindqvist and lindquist, marco and mario; not: ann and anne, for `least` = 5"""
    if one == other or min(len(one), len(other)) < least or abs(len(one) - len(other)) > 1:
        return False
    first = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    short, long = sorted((one[first:], other[first:]), key=len)
    if len(short) < len(long):
        return long[1:] == short
    return short[1:] == long[1:] or (short[:2] == long[1::-1] and short[2:] == long[2:])


LONGEST = 40
"""Letters of a word in which a slip is looked for: no name has more, and each letter is left out once."""


class Slips[Item]:
    """Finds what stands under a word with a slip in it, without looking at every word: two words that differ by one
    letter, or by two that have changed places, are the same once a letter of each is left out."""

    def __init__(self) -> None:
        self._found: dict[str, list[tuple[str, Item]]] = {}

    def add(self, word: str, item: Item) -> None:
        for key in _without_a_letter(word):
            self._found.setdefault(key, []).append((word, item))

    def like(self, word: str, *, least: int) -> list[Item]:
        """What stands under words of at least so many letters that this is a slip for."""
        if len(word) < least:
            return []
        found = [one for key in _without_a_letter(word) for one in self._found.get(key, ())]
        return list(dict.fromkeys(item for other, item in found if misspelt(other, word, least=least)))


def _without_a_letter(word: str) -> list[str]:
    if len(word) > LONGEST:
        return [word]
    return list(dict.fromkeys([word, *(word[:n] + word[n + 1 :] for n in range(len(word)))]))
