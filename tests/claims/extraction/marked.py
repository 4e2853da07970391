"""Invented sentences with their attributions marked: [Ms Jones] said {it was over}."""

import re
from dataclasses import dataclass

from claims.extraction.parsed.page import Page
from claims.extraction.parsed.parsing import load_pipeline, recogniser
from claims.extraction.speakers import name_speakers
from claims.extraction.speakers.naming import Named
from claims.records import RoleReading, Span, SpeakerReading


@dataclass(frozen=True)
class Marked:
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()


def marked(text: str) -> tuple[str, list[Marked]]:
    """The text without marks, and one attribution for every [source] with the {content} that follows or precedes it."""
    plain, sources, contents, opened = "", [], [], 0
    for part in re.split(r"([\[\]{}])", text):
        if part in ("[", "{"):
            opened = len(plain)
        elif part == "]":
            sources.append(Span(opened, len(plain)))
        elif part == "}":
            contents.append(Span(opened, len(plain)))
        else:
            plain += part
    contents += [Span(len(plain), len(plain))] * (len(sources) - len(contents))
    return plain, [Marked((one,), (other,)) for one, other in zip(sources, contents, strict=True)]


def read(text: str) -> tuple[str, list[tuple[SpeakerReading | None, RoleReading | None]]]:
    """The plain text, and who speaks in it."""
    plain, found = marked(text)
    return plain, [(one.speaker, one.role) for one in named(plain, found)]


def named(text: str, found: list[Marked]) -> list[Named]:
    nlp = load_pipeline(None)
    return name_speakers(Page(nlp(text)), found, recogniser(nlp))


def names(text: str) -> list[str | None]:
    return [speaker.name if speaker else None for speaker, _ in read(text)[1]]


def roles(text: str) -> list[str | None]:
    return [role.role if role else None for _, role in read(text)[1]]
