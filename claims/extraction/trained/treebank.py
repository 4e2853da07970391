"""CoNLL-U -> spaCy documents that look like news: paragraphs, and every habit of quotation marks.

The treebank's sentences stand one a line with straight quotation marks. A parser that has seen only those cuts
sentences badly where a newspaper prints curly or single marks and blank lines between paragraphs, so that each
passage is also given with other marks and in other groupings."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from spacy.tokens import Doc
from spacy.vocab import Vocab


class Word(NamedTuple):
    """One token line of a CoNLL-U file. `head` is 0 for the root, else the 1-based number of the head."""

    form: str
    lemma: str
    pos: str
    tag: str
    feats: str
    head: int
    dep: str
    space: bool


Sentence = list[Word]
Marks = dict[str, tuple[str, str]]

STRAIGHT: Marks = {}
CURLY: Marks = {'"': ("“", "”"), "'": ("‘", "’")}
BRITISH: Marks = {'"': ("‘", "’"), "'": ("’", "’")}


def sentences(path: Path) -> Iterator[tuple[bool, Sentence]]:
    """Yields (whether a paragraph begins here, the words) for each tree of a CoNLL-U file."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        if lines:
            begins = any(line.startswith("# newpar") for line in lines)
            yield begins, _words([line.split("\t") for line in lines if not line.startswith("#")])


def _words(rows: list[list[str]]) -> Sentence:
    joined = _inside_multiword_tokens(rows)
    return [
        Word(form, lemma, pos, tag, "" if feats == "_" else feats, int(head), dep,
             number not in joined and "SpaceAfter=No" not in misc)
        for number, form, lemma, pos, tag, feats, head, dep, _, misc in rows
        if number.isdigit()
    ]  # fmt: skip


def _inside_multiword_tokens(rows: list[list[str]]) -> set[str]:
    """Numbers of the words that no space follows because they are parts of one printed token ("do" in "don't")."""
    joined: set[str] = set()
    for number, *_, misc in rows:
        if "-" in number:
            first, last = map(int, number.split("-"))
            joined.update(map(str, range(first, last)))
            if "SpaceAfter=No" in misc:
                joined.add(str(last))
    return joined


def with_marks(sentence: Sentence, marks: Marks) -> Sentence:
    """The sentence with other quotation marks and apostrophes: '"No," he said.' -> '“No,” he said.'"""
    rewritten, opened = [], False
    for i, word in enumerate(sentence):
        form = word.form
        if form in marks and word.pos == "PUNCT":
            opens = not opened if form == '"' else i + 1 < len(sentence) and not word.space
            opened = opens if form == '"' else opened
            form = marks[form][0 if opens else 1]
        elif marks in (CURLY, BRITISH) and "'" in form:
            form = form.replace("'", "’")
        rewritten.append(word._replace(form=form))
    return rewritten


def document(vocab: Vocab, group: list[tuple[bool, Sentence]]) -> Doc:
    """One Doc of several sentences; a blank line stands where a paragraph begins."""
    words: list[Word] = []
    for begins, sentence in group:
        if begins and words:
            words[-1] = words[-1]._replace(space=False)
            words.append(Word("\n\n", "\n\n", "SPACE", "_SP", "", len(words), "dep", False))
        offset = len(words)
        words += [word._replace(head=word.head + offset if word.head else 0) for word in sentence]
    return Doc(
        vocab,
        words=[w.form for w in words],
        spaces=[w.space for w in words],
        tags=[w.tag for w in words],
        pos=[w.pos for w in words],
        morphs=[w.feats for w in words],
        lemmas=[w.lemma for w in words],
        heads=[w.head - 1 if w.head else i for i, w in enumerate(words)],
        deps=["ROOT" if w.dep == "root" else w.dep for w in words],
    )


def documents(vocab: Vocab, path: Path, size: int, marks: Marks) -> Iterator[Doc]:
    """The treebank as documents of `size` sentences each, printed with the given marks."""
    return grouped(vocab, sentences(path), size, marks)


def grouped(vocab: Vocab, trees: Iterable[tuple[bool, Sentence]], size: int, marks: Marks) -> Iterator[Doc]:
    """Documents of `size` sentences each, in the order given."""
    group: list[tuple[bool, Sentence]] = []
    for begins, sentence in trees:
        group.append((begins, with_marks(sentence, marks)))
        if len(group) == size:
            yield document(vocab, group)
            group = []
    if group:
        yield document(vocab, group)
