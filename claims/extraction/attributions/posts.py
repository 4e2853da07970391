"""Posts and letters that are printed whole, with who wrote them behind the words or in the markup around them."""

import re
from collections.abc import Iterator

from claims.extraction.attributions.phrase import Phrase
from claims.extraction.parsed.page import Page
from claims.extraction.parsed.passages import DOUBLE, SINGLE, trimmed
from claims.records import Span

_MARKUP = re.compile(r"<(?P<cue>tweet|post)\b(?P<about>[^<>\n]{0,300})>(?P<words>[^<>]{3,3000})</(?P=cue)>")
_AUTHOR = re.compile(r"author=[\"'“]?(?P<name>@?\w{2,40})")
_SIGNED = re.compile(r"\s(?P<dash>[―—–]|--?)\s*(?P<name>[^\W\d_][^()\n―—–]{0,50}?)\s*\(@\w{1,30}\)[^\n<>]{0,40}$", re.M)
_LINK = re.compile(r"(?:\s*(?:https?://|pic\.twitter\.com/|t\.co/)\S+)+\s*$")
_GREETING = re.compile(r"(?:My )?Dear\s[^\n.]{1,60},?$")
_FAREWELL = re.compile(
    r"(?:Yours(?: (?:sincerely|faithfully|truly|ever))?|Sincerely|(?:Kind|Best|Warm) (?:regards|wishes)),?$", re.I
)
_NAME = r"[A-Z][\w.'’-]+(?: (?:of|de|van|von|the|and|[A-Z][\w.'’-]*)){0,5}"
_FAREWELL_AND_NAME = re.compile(rf"(?P<cue>{_FAREWELL.pattern[:-1]}) (?P<name>{_NAME})$")
_NAME_ALONE = re.compile(r"(?P<name>(?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w'’-]+)(?:,? [A-Z]{2,4})?$")
_STATEMENT = re.compile(
    rf"(?:(?:In full: )?(?:(?:The|A|Full|Joint|Read the|Here is the|Official|full|joint|official) )*"
    rf"(?P<noun>[Ss]tatement|[Ll]etter|[Mm]essage|[Ss]peech|[Rr]emarks|[Rr]esponse|[Aa]nswer)(?: in full)?"
    rf" (?:by|from|of) (?:the )?(?P<by>{_NAME})|(?P<whose>{_NAME})['’]s (?:full )?"
    rf"(?P<thing>statement|letter|message|speech|remarks|response))(?:,? in full|, [^.:\n]{{2,60}})?:?$"
)
_LONGEST_HEADING = 120
"""Characters of the line above a statement."""
_HEADING_WORDS = 8
_ENDINGS = frozenset({"ends.", "notes to editors:", "notes:"})
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
    return Phrase((content,), cue, source, page.tokens[page.token_at(source.end - 1)], rule)


def letter(page: Page) -> Iterator[Phrase]:
    """Dear Prime Minister, (…) Yours sincerely, Ann Jones -> what stands between greeting and farewell. Where there is
    no farewell, the name alone on a line ends it."""
    opened = -1
    for number, part in enumerate(page.paragraphs):
        if _GREETING.match(part.of(page.text)):
            opened = number
        elif 0 <= opened < number - 1 and (end := _farewell(number, page)) is not None:
            last, cue, source = end
            if number - opened <= _LONGEST_LETTER:
                content = Span(page.paragraphs[opened + 1].start, page.paragraphs[last].end)
                head = page.tokens[page.token_at(source.end - 1)]
                yield Phrase((content,), cue, source, head, "letter")
            opened = -1


def _farewell(number: int, page: Page) -> tuple[int, Span, Span] | None:
    """Where a paragraph ends a letter: the number of its last paragraph, the farewell and the name."""
    part = page.paragraphs[number]
    line = part.of(page.text)
    if _FAREWELL.match(line):
        following = page.paragraph_after(part)
        return (number - 1, part, following) if following != part else None
    if match := _FAREWELL_AND_NAME.match(line):
        return number - 1, Span(part.start, part.start + match.end("cue")), _within(part, match)
    if match := _NAME_ALONE.match(line):
        return number - 1, part, _within(part, match)
    return None


def _within(part: Span, match: re.Match[str]) -> Span:
    return Span(part.start + match.start("name"), part.start + match.end("name"))


def statement(page: Page) -> Iterator[Phrase]:
    """Statement by Ann Jones: (…) -> the paragraphs below, as far as their marks go, or up to the next heading"""
    for number, part in enumerate(page.paragraphs[:-1]):
        line = part.of(page.text)
        match = _STATEMENT.match(line) if len(line) < _LONGEST_HEADING else None
        if match is None:
            continue
        name = next(name for name in ("by", "whose") if match.group(name))
        source = Span(part.start + match.start(name), part.start + match.end(name))
        last = _last_of_statement(number, source.of(page.text), page, whole=line[-1] == ":" or "full" in line.lower())
        if last > number:
            content = Span(page.paragraphs[number + 1].start, page.paragraphs[last].end)
            cue = next(word for word in ("noun", "thing") if match.group(word))
            what = Span(part.start + match.start(cue), part.start + match.end(cue))
            yield Phrase((content,), what, source, page.tokens[page.token_at(source.end - 1)], "statement")


def _last_of_statement(number: int, name: str, page: Page, *, whole: bool) -> int:
    """The number of a statement's last paragraph. Whoever makes it doesn't name herself, and a heading ends it."""
    below = page.paragraphs[number + 1 : number + 1 + _LONGEST_LETTER]
    marked = page.text[below[0].start] in DOUBLE + SINGLE
    if not marked and not whole:
        return number
    surname = name.split()[-1]
    for part in below:
        line = part.of(page.text)
        quoted = [passage for passage in page.passages_between(part.start, part.end) if passage.span == part]
        if not quoted if marked else surname in line or _is_heading(line):
            break
        number += 1
    return number


def _is_heading(line: str) -> bool:
    """A short line without a stop, or what a press office puts below: 'ENDS', 'Notes to editors:'."""
    return len(line.split()) <= _HEADING_WORDS and (line[-1].isalnum() or line.lower() in _ENDINGS)
