"""Words compared with words: how two outlets print one statement, and which words of a statement clash.

Pure. Typography is no difference: quotation marks, there or not, straight or curly; dashes, an ellipsis and white space
however they are printed; and what closes a quotation ("no," or "no."), which is the reporting sentence's. Any other
comma or letter more is a difference, and is shown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKEN = re.compile(r"\w+(?:[’'‑-]\w+)*|\.\.\.|[^\w\s]")
_MARKS = "\"'“”„‟«»‹›‘’‚"
_TYPOGRAPHY = str.maketrans({"‘": "'", "’": "'", "–": "-", "—": "-", "‑": "-", "…": "..."})
_CLOSING = f" \n\t.,;:{_MARKS}"
_EVERY = re.compile(r"\w+(?:[’'‑-]\w+)*|\s+|[^\w\s]")
_EVERY_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_LINE = re.compile(r"[^\n]+")
_WHOLE = re.compile(r"(?s).+")
_SENTENCE = re.compile(r"""[.!?…]["'”’)]*\s+""")
_SEVERAL = re.compile(r"\s*(?:…|\.\.\.|\n)\s*")


MOST_COMPARED = 3000
"""Parts on either side. Comparing takes longer than in proportion, and a page cannot wait for it."""


class Kind(StrEnum):
    SAME = "same"
    ADDED = "added"
    LEFT_OUT = "left out"
    CLASHING = "clashing"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words and what it is."""

    text: str
    kind: Kind = Kind.SAME


def differences(first: str, other: str) -> tuple[Piece, ...]:
    """The words of `other` in order, with what it adds to `first` and what it leaves out of it."""
    first, closing = first.rstrip(_CLOSING), other[len(other.rstrip(_CLOSING)) :]
    other = other.rstrip(_CLOSING)
    ours, theirs = _compared(first, other)
    matcher = SequenceMatcher(None, [_plain(m) for m in ours], [_plain(m) for m in theirs])
    pieces: list[Piece] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(Piece(_stretch(other, theirs, j1, j2)))
            continue
        left_out, added = _stretch(first, ours, i1, i2), _stretch(other, theirs, j1, j2)
        pieces += _changed(f"{left_out.rstrip()} " if added and left_out else left_out, Kind.LEFT_OUT)
        pieces += _changed(added, Kind.ADDED)
    return (*pieces, Piece(closing)) if closing else tuple(pieces)


def edited(before: str, now: str) -> tuple[Piece, ...]:
    """The text of `now` in order with whatever tells it from `before`, to the last mark: what an editor changed is
    never mere typography."""
    ours, theirs = _every(before), _every(now)
    pieces: list[Piece] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("".join(theirs[j1:j2])))
        else:
            left_out, added = "".join(ours[i1:i2]), "".join(theirs[j1:j2])
            pieces += _marked_up(left_out, Kind.LEFT_OUT)
            pieces += [Piece(" ")] if left_out.strip() and added.strip() else []
            pieces += _marked_up(added, Kind.ADDED)
    return tuple(pieces)


def _marked_up(text: str, kind: Kind) -> list[Piece]:
    """The text with its kind; white space around its words is none of it."""
    words = text.strip()
    if not words:
        return [Piece(text, kind)] if text else []
    start = text.index(words)
    around = (Piece(text[:start]), Piece(words, kind), Piece(text[start + len(words) :]))
    return [piece for piece in around if piece.text]


def _every(text: str) -> list[str]:
    """The words, marks and white space of a text; of a long one its lines; of one with too many of those the whole."""
    for grain in (_EVERY, _EVERY_LINE):
        parts = grain.findall(text)
        if len(parts) <= MOST_COMPARED:
            return parts
    return [text]


def differ(first: str, other: str) -> bool:
    """Whether more than typography tells the two apart."""
    return any(piece.kind != Kind.SAME for piece in differences(first, other))


def plain(words: str) -> tuple[str, ...]:
    """The words as they are compared: what has the same ones differs by typography alone."""
    return tuple(map(_plain, _tokens(words.rstrip(_CLOSING))))


def marked(words: str, clash: str) -> tuple[Piece, ...]:
    """The words with those that clash marked; `clash` may name several passages, an ellipsis or a line break between.

    A passage that does not stand in the words marks nothing: `clash` is an editor's note, not evidence."""
    pieces: list[Piece] = []
    end = 0
    for start, stop in sorted(_passages(words, clash)):
        if start >= end:
            pieces += [Piece(words[end:start]), Piece(words[start:stop], Kind.CLASHING)]
            end = stop
    return tuple(piece for piece in (*pieces, Piece(words[end:])) if piece.text)


def excerpt(words: str, clash: str = "", longest: int = 110) -> str:
    """At most `longest` characters of the words, whole words only, beginning with the sentence of the first clash."""
    start = min((start for start, _ in _passages(words, clash)), default=0)
    begin = max((match.end() for match in _SENTENCE.finditer(words, 0, start)), default=0)
    kept = words[begin:]
    if len(kept) > longest:
        kept = f"{_whole_words(kept[:longest]).rstrip(_CLOSING)} …"
    return f"… {kept}" if begin else kept


def _whole_words(cut: str) -> str:
    """Without the word that the cut went through; with it where hardly anything would be left, as in a script that puts
    no spaces between words."""
    whole = cut.rpartition(" ")[0]
    return whole if len(whole) > len(cut) // 2 else cut


def _passages(words: str, clash: str) -> Iterator[tuple[int, int]]:
    tokens = _tokens(words)
    plain = [_plain(token).casefold() for token in tokens]
    for passage in _SEVERAL.split(clash):
        wanted = [_plain(token).casefold() for token in _tokens(passage)]
        for i in range(len(plain) - len(wanted) + 1 if wanted else 0):
            if plain[i : i + len(wanted)] == wanted:
                yield tokens[i].start(), tokens[i + len(wanted) - 1].end()
                break


def _tokens(text: str, grain: re.Pattern[str] = _TOKEN) -> list[re.Match[str]]:
    """Words and punctuation in order, quotation marks left out."""
    return [token for token in grain.finditer(text) if token.group() not in _MARKS]


def _compared(first: str, other: str) -> tuple[list[re.Match[str]], list[re.Match[str]]]:
    """Word by word; longer texts line by line; and whole where even their lines are too many."""
    for grain in (_TOKEN, _LINE):
        parts = _tokens(first, grain), _tokens(other, grain)
        if max(map(len, parts)) <= MOST_COMPARED:
            return parts
    return list(_WHOLE.finditer(first)), list(_WHOLE.finditer(other))


def _plain(token: re.Match[str]) -> str:
    return token.group().translate(_TYPOGRAPHY)


def _changed(text: str, kind: Kind) -> list[Piece]:
    """The words with their kind; the space after them is no difference."""
    words = text.rstrip()
    return [piece for piece in (Piece(words, kind), Piece(text[len(words) :])) if piece.text]


def _stretch(text: str, tokens: list[re.Match[str]], start: int, end: int) -> str:
    """The text under these tokens, with the space that follows the last one; nothing where there are none."""
    if end <= start:
        return ""
    after = tokens[end].start() if end < len(tokens) else len(text)
    begin = 0 if start == 0 else tokens[start].start()
    return text[begin:after]
