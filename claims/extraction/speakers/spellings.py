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
