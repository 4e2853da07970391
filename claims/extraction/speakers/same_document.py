"""One name for one document, however the article words it: 'an inspection report from 2015', 'a 2015 report from the
Chief Inspector'. They are the same where noun and year agree and nothing tells them apart; the fuller name stands."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from claims.extraction.speakers.answer import Answer
from claims.extraction.speakers.source import Source
from claims.records import SpeakerKind

_NAME = re.compile(r"(?P<kind>.+?)(?: by (?P<author>.+?))?(?:, (?P<year>(?:19|20)\d\d))?")
_MONTH = re.compile(r"January|February|March|April|May|June|July|August|September|October|November|December")


class Document(NamedTuple):
    """What its name and the words of its source tell of a document. What is not told is empty."""

    name: str
    noun: str
    kind: str
    author: str
    year: str
    month: str


def with_one_name_each(answers: Sequence[Answer], sources: Sequence[Source | None]) -> list[Answer]:
    """The answers, documents under the fullest name that the article has for them."""
    known = {number: _read(answer, sources[number]) for number, answer in enumerate(answers)}
    documents = {one for one in known.values() if one is not None}
    result = list(answers)
    for number, one in known.items():
        speaker = answers[number].speaker
        if one is not None and speaker is not None:
            result[number] = replace(answers[number], speaker=replace(speaker, name=_fullest(one, documents).name))
    return result


def _read(answer: Answer, source: Source | None) -> Document | None:
    if answer.speaker is None or answer.speaker.kind is not SpeakerKind.DOCUMENT or source is None:
        return None
    name = answer.speaker.name
    parts = _NAME.fullmatch(name)
    if parts is None:
        return None
    *kind, noun = parts["kind"].lower().split()
    month = _MONTH.search(source.text)
    return Document(
        name, noun, " ".join(kind), parts["author"] or "", parts["year"] or "", month[0] if month is not None else ""
    )


def _fullest(one: Document, documents: set[Document]) -> Document:
    """The only other document that it can be, where that has an author and this one has none."""
    if one.author or not one.year:
        return one
    same = {
        other for other in documents if other.noun == one.noun and other.year == one.year and other.name != one.name
    }
    authors = {other.name for other in same if other.author}
    rivals = any(not other.author for other in same)
    fuller = next((other for other in same if other.author), one)
    apart = {one.month, *(other.month for other in same)} - {""}
    return fuller if len(authors) == 1 and not rivals and len(apart) < 2 else one
