"""Posts and letters that are printed whole, with who wrote them behind the words or in the markup around them."""

import re
from collections.abc import Iterator

from claims.extraction.attributions.phrase import Phrase
from claims.extraction.parsed.page import Page
from claims.extraction.parsed.passages import trimmed
from claims.records import Span

_MARKUP = re.compile(r"<(?P<cue>tweet|post)\b(?P<about>[^<>\n]{0,300})>(?P<words>[^<>]{3,3000})</(?P=cue)>")
_AUTHOR = re.compile(r"author=[\"'“]?(?P<name>@?\w{2,40})")
_SIGNED = re.compile(r"\s(?P<dash>[―—–]|--?)\s*(?P<name>[^\W\d_][^()\n―—–]{0,50}?)\s*\(@\w{1,30}\)[^\n<>]{0,40}$", re.M)
_LINK = re.compile(r"(?:\s*(?:https?://|pic\.twitter\.com/|t\.co/)\S+)+\s*$")
_GREETING = re.compile(r"(?:My )?Dear\s[^\n.]{1,60},?$")
_FAREWELL = re.compile(
    r"(?:Yours(?: (?:sincerely|faithfully|truly|ever))?|Sincerely|(?:Kind|Best|Warm) (?:regards|wishes)),?$", re.I
)
_LONGEST_LETTER = 40
"""Paragraphs from the greeting to the farewell."""


def marked_post(page: Page) -> Iterator[Phrase]:
    """<tweet author="annjones">The bridge is safe.</tweet> -> The bridge is safe."""
    for match in _MARKUP.finditer(page.text):
        signed = _SIGNED.search(match.group("words"))
        author = _AUTHOR.search(match.group("about"))
        start = match.start("words")
        end = start + (signed.start() if signed else len(match.group("words")))
        if signed:
            source = Span(start + signed.start("name"), start + signed.end("name"))
        elif author:
            source = Span(*(match.start("about") + at for at in author.span("name")))
        else:
            continue
        yield _post(start, end, Span(match.start(), match.end("cue")), source, "marked_post", page)


def signed_post(page: Page) -> Iterator[Phrase]:
    """The bridge is safe. — Ann Jones (@annjones) March 3, 2019 -> The bridge is safe."""
    for match in _SIGNED.finditer(page.text):
        part = page.paragraph_at(match.start())
        line = page.text[part.start : match.start()]
        if part.start < match.start() and "<" not in line:
            name, dash = Span(*match.span("name")), Span(*match.span("dash"))
            yield _post(part.start, match.start(), dash, name, "signed_post", page)


def _post(start: int, end: int, cue: Span, source: Span, rule: str, page: Page) -> Phrase:
    """A post without the links at its end."""
    link = _LINK.search(page.text, start, end)
    content = trimmed(page.text, start, link.start() if link and link.start() > start else end)
    return Phrase((content,), cue, source, page.doc[page.token_at(source.end - 1)], rule)


def letter(page: Page) -> Iterator[Phrase]:
    """Dear Prime Minister, (…) Yours sincerely, Ann Jones -> what stands between greeting and farewell"""
    opened: int | None = None
    for number, part in enumerate(page.paragraphs[:-1]):
        line = part.of(page.text)
        if _GREETING.match(line):
            opened = number
        elif opened is not None and number - opened > 1 and _FAREWELL.match(line):
            if number - opened <= _LONGEST_LETTER:
                source = page.paragraphs[number + 1]
                content = Span(page.paragraphs[opened + 1].start, page.paragraphs[number - 1].end)
                head = page.doc[page.token_at(source.end - 1)]
                yield Phrase((content,), part, source, head, "letter")
            opened = None
