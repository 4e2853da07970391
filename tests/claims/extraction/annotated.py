"""Invented texts with their attributions drawn in: [source] <cue> {content}; read back for comparison."""

import re

from claims.extraction.attributions.finding import find_attributions
from claims.extraction.attributions.sourced import Sourced
from claims.extraction.parsed.page import Page
from claims.extraction.parsed.parsing import load_pipeline, readable
from claims.records import Attribution

Triple = tuple[str, str, tuple[str, ...]]
"""Source, cue and the pieces of content, as words."""


def plain(drawn: str) -> str:
    """The text without what is drawn in."""
    return re.sub(r"[\[\]<>{}]", "", drawn)


def drawn_triple(drawn: str) -> Triple:
    """The one attribution that is drawn in."""
    source = re.findall(r"\[(.*?)\]", drawn, re.DOTALL)
    cue = re.findall(r"<(.*?)>", drawn, re.DOTALL)
    content = re.findall(r"\{(.*?)\}", drawn, re.DOTALL)
    return plain(" ".join(source)), plain(" ".join(cue)), tuple(plain(part) for part in content)


def found_triple(text: str, one: Attribution) -> Triple:
    source = " ".join(span.of(text) for span in one.source)
    cue = " ".join(span.of(text) for span in one.cue)
    return source, cue, tuple(span.of(text) for span in one.content)


def sourced_triple(text: str, one: Sourced) -> Triple:
    return one.source.of(text) if one.source else "", one.cue.of(text), tuple(span.of(text) for span in one.content)


def read_by_rules(text: str) -> list[Triple]:
    """Every attribution that the rules find, however sure anybody is of it."""
    page = Page(load_pipeline(None)(readable(text)))
    return [sourced_triple(text, one) for one in find_attributions(page)]
