"""The words of occasions: lexicon/occasions.toml."""

from claims.extraction.parsed import word_lists


def listed(name: str) -> frozenset[str]:
    return word_lists.listed("occasions", name)


def named(name: str) -> dict[str, str]:
    """Word -> what it is called."""
    return word_lists.named("occasions", name)
