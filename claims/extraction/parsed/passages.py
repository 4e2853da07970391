"""Which stretches of a text stand inside quotation marks, British or American, straight or curly.

Works on characters, before any parsing: printed marks are reliable where a parser is not. A paragraph is the unit of
repair: marks that don't balance cost their own paragraph at most, never the next one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from claims.records import Span

DOUBLE = '"“”„‟«»'
SINGLE = "'‘’‚‛"
_MARK = re.compile(f"''|``|[{DOUBLE}{SINGLE}]")
_TAG = re.compile(r"</?[a-z]\w*(?: [^<>\r\n]{0,300})?>")
_PARAGRAPH = re.compile(r"[^\r\n\u2028\u2029]+(?:(?<=[\w,])\r?\n(?=[a-z])[^\r\n\u2028\u2029]+)*")
_ELISION = re.compile(r"(?:\d\ds?|em|til|till|cause|tis|twas|n|round|bout|cos|kay)\b", re.IGNORECASE)
_OPENERS_BEFORE = "([{-–—―/:;,."
_CLOSERS_AFTER = ")]}-–—―/:;,.!?…*"
_SAYS = re.compile(
    r"[,?!] (?:(?:said|says|added) (?:the |a |an |[A-Z])"
    r"|(?:he|she|they|(?:M[rs]s?\.? )?[A-Z][\w’'-]+) (?:said|says|added)\b)"
)
FARTHEST = 200
"""Marks between the opening and the closing one of a quotation, at most."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words inside quotation marks, within one paragraph.

    `span` includes the marks, `words` does not. `continues`: the passage before was left open at the end of its
    paragraph and goes on here (the printers' rule for quotations of several paragraphs)."""

    span: Span
    words: Span
    closed: bool
    continues: bool = False


class Mark(NamedTuple):
    """A quotation mark with what its surroundings let it do."""

    start: int
    end: int
    double: bool
    opens: bool
    closes: bool


def paragraphs(text: str) -> Iterator[Span]:
    """The lines of the text that have more than white space, without the white space at their edges."""
    for match in _PARAGRAPH.finditer(text):
        start, end = trimmed(text, match.start(), match.end())
        if start < end:
            yield Span(start, end)


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space at its edges; empty where there is nothing else."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def find_passages(text: str, blocks: list[Span]) -> list[Passage]:
    """Every quoted passage of the paragraphs `blocks`, outermost marks only, in text order.

    '"We will," he said.' -> ['"We will,"']; "the workers' rights" -> []"""
    found: list[Passage] = []
    open_kind: bool | None = None
    for block, following in zip_longest(blocks, blocks[1:]):
        marks = list(find_marks(text, block))
        goes_on = following is not None and text[following.start] == text[block.start]
        here = list(_pair(text, block, marks, goes_on))
        if open_kind is not None and here and here[0].span.start == block.start and marks[0].double == open_kind:
            here[0] = Passage(here[0].span, here[0].words, here[0].closed, continues=True)
        left_open = here and not here[-1].closed and here[-1].span.end == block.end
        open_kind = text[here[-1].span.start] in DOUBLE if left_open else None
        found += here
    return found


def find_marks(text: str, block: Span) -> Iterator[Mark]:
    """The quotation marks of one paragraph; apostrophes are left out, and what stands inside a tag."""
    tags = [Span(*match.span()) for match in _TAG.finditer(text, block.start, block.end)]
    for match in _MARK.finditer(text, block.start, block.end):
        while tags and tags[0].end <= match.start():
            tags.pop(0)
        if tags and tags[0].start < match.start():
            continue
        before = text[match.start() - 1] if match.start() > block.start else " "
        after = text[match.end()] if match.end() < block.end else " "
        mark = _read_mark(match.group(), before, after, text[match.end() : match.end() + 6])
        if mark is not None:
            double, opens, closes = mark
            first = double and match.start() == block.start  # nothing is open there, whatever was printed: '” … they'
            yield Mark(match.start(), match.end(), double, opens or first, closes and not first)


def _read_mark(glyph: str, before: str, after: str, following: str) -> tuple[bool, bool, bool] | None:
    double = glyph in ("''", "``") or glyph in DOUBLE
    opens = (before.isspace() or before in _OPENERS_BEFORE or before in DOUBLE + SINGLE) and not after.isspace()
    closes = not before.isspace() and (after.isspace() or after in _CLOSERS_AFTER or after in DOUBLE + SINGLE)
    if not double and (_is_apostrophe(glyph, before, after) or (opens and _ELISION.match(following))):
        return None
    if glyph in ("“", "„", "«", "``") or (glyph == "‘" and opens):
        opens, closes = opens or not closes, closes and not opens
    elif glyph == "”" and before in ",.?!…" and after.isalpha():
        opens, closes = False, True  # '…,”Jones said': the space was left out
    elif glyph in ("”", "»") or glyph == "’":
        opens, closes = double and opens and not closes, closes or not opens
    elif not opens and not closes:
        opens = closes = double
    return double, opens, closes


def _is_apostrophe(glyph: str, before: str, after: str) -> bool:
    return before.isalnum() and after.isalnum() and glyph != "‘"


def _pair(text: str, block: Span, marks: list[Mark], goes_on: bool) -> Iterator[Passage]:
    """Pairs the marks of one paragraph from left to right. `goes_on`: the next one begins with the same mark."""
    i = 0
    while i < len(marks):
        opening = marks[i]
        if not opening.opens:
            i += 1
            continue
        closing = _closing(text, marks, i) if opening.double else _single_closing(text, marks, i)
        if closing is not None:
            yield _passage(text, opening, marks[closing].start, marks[closing].end)
            i = closing + 1
        elif goes_on and opening.start == block.start:
            yield _passage(text, opening, block.end, block.end, closed=False)
            return
        elif (again := _reopening(marks, i)) is not None and text[marks[again].start] != text[opening.start] == '"':
            i = again
        elif again is not None:
            end = _where_it_stopped(text, opening.end, marks[again].start)
            yield _passage(text, opening, end, end, closed=False)
            i = again
        else:
            if opening.double or opening.start == block.start:
                end = _before_its_cue(text, opening.end, block.end)
                yield _passage(text, opening, end, end, closed=False)
                return
            i += 1


def _passage(text: str, opening: Mark, words_end: int, end: int, closed: bool = True) -> Passage:
    return Passage(Span(opening.start, end), trimmed(text, opening.end, words_end), closed)


def _closing(text: str, marks: list[Mark], i: int) -> int | None:
    """The mark that closes a double one, past whole quotations inside it; none where another one opens first."""
    depth = 1
    for j in _ahead(marks, i):
        if not marks[j].double:
            continue
        if text[marks[j].start] == "“" and marks[j].opens:
            depth += 1
        elif marks[j].closes:
            depth -= 1
        else:
            return None
        if depth == 0:
            return j
    return None


def _single_closing(text: str, marks: list[Mark], i: int) -> int | None:
    """The mark that closes a single one. Prefers one beside punctuation: 'the workers' rights,' he said."""
    possible = [j for j in _ahead(marks, i) if not marks[j].double and marks[j].closes]
    reopened = next((j for j in _ahead(marks, i) if not marks[j].double and marks[j].opens), len(marks))
    possible = [j for j in possible if j < reopened] or possible[:1]
    for j in possible:
        if text[marks[j].start - 1] in ",.?!…" or text[marks[j].end : marks[j].end + 1] in (
            "",
            ",",
            ".",
            "?",
            "!",
            ";",
        ):
            return j
    return possible[0] if possible else None


def _reopening(marks: list[Mark], i: int) -> int | None:
    return next((j for j in _ahead(marks, i) if marks[j].double and marks[i].double and marks[j].opens), None)


def _ahead(marks: list[Mark], i: int) -> range:
    """The marks after one, as far as its partner can be: a paragraph of marks alone is read in time all the same."""
    return range(i + 1, min(len(marks), i + 1 + FARTHEST))


def _before_its_cue(text: str, start: int, end: int) -> int:
    """Where a passage that nothing closes ends: behind the comma of '…, said Jones' or '…, she said', else not."""
    match = _SAYS.search(text, start, end)
    return match.start() + 1 if match else end


def _where_it_stopped(text: str, start: int, end: int) -> int:
    """Where a passage whose closing mark is missing probably ended: its last comma, else its last full stop."""
    for stops in (",", ".!?…"):
        last = max(text.rfind(stop, start, end) for stop in stops)
        if last >= 0:
            return last + 1
    return trimmed(text, start, end).end
