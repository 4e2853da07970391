"""Cues that are no verbs: 'according to', 'Name: words'."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.extraction.page import Page

if TYPE_CHECKING:
    from claims.extraction.attributions import Sourced


def find_phrases(_page: Page) -> Iterator["Sourced"]:
    """The attributions that a phrase introduces."""
    return iter(())
