"""Both worlds of dependency labels give the same attributions. The parses are written by hand."""

import pytest
import spacy
from spacy.tokens import Doc

from claims.extraction.attributions.finding import find_attributions
from claims.extraction.parsed.page import Page
from tests.claims.extraction.annotated import drawn_triple, plain, sourced_triple

# (word, tag, part of speech, number of the head, label in Universal Dependencies, head and label in CLEAR)
UD, CLEAR = "Universal Dependencies", "CLEAR"
Row = tuple[str, str, str, tuple[int, str], tuple[int, str]]

TOLD: list[Row] = [
    ("The", "DT", "DET", (1, "det"), (1, "det")),
    ("mayor", "NN", "NOUN", (2, "nsubj"), (2, "nsubj")),
    ("told", "VBD", "VERB", (2, "ROOT"), (2, "ROOT")),
    ("reporters", "NNS", "NOUN", (2, "iobj"), (2, "dobj")),
    ("that", "IN", "SCONJ", (7, "mark"), (7, "mark")),
    ("taxes", "NNS", "NOUN", (7, "nsubj"), (7, "nsubj")),
    ("would", "MD", "AUX", (7, "aux"), (7, "aux")),
    ("fall", "VB", "VERB", (2, "ccomp"), (2, "ccomp")),
    (".", ".", "PUNCT", (2, "punct"), (2, "punct")),
]
CALLED_FOR: list[Row] = [
    ("The", "DT", "DET", (1, "det"), (1, "det")),
    ("mayor", "NN", "NOUN", (2, "nsubj"), (2, "nsubj")),
    ("called", "VBD", "VERB", (2, "ROOT"), (2, "ROOT")),
    ("for", "IN", "ADP", (5, "case"), (2, "prep")),
    ("lower", "JJR", "ADJ", (5, "amod"), (5, "amod")),
    ("taxes", "NNS", "NOUN", (2, "obl"), (3, "pobj")),
    (".", ".", "PUNCT", (2, "punct"), (2, "punct")),
]
PROMISED: list[Row] = [
    ("The", "DT", "DET", (1, "det"), (1, "det")),
    ("mayor", "NN", "NOUN", (2, "nsubj"), (2, "nsubj")),
    ("promised", "VBD", "VERB", (2, "ROOT"), (2, "ROOT")),
    ("to", "TO", "PART", (4, "mark"), (4, "aux")),
    ("cut", "VB", "VERB", (2, "xcomp"), (2, "xcomp")),
    ("taxes", "NNS", "NOUN", (4, "obj"), (4, "dobj")),
    (".", ".", "PUNCT", (2, "punct"), (2, "punct")),
]
BLAMED: list[Row] = [
    ("The", "DT", "DET", (1, "det"), (1, "det")),
    ("mayor", "NN", "NOUN", (2, "nsubj"), (2, "nsubj")),
    ("blamed", "VBD", "VERB", (2, "ROOT"), (2, "ROOT")),
    ("bankers", "NNS", "NOUN", (2, "obj"), (2, "dobj")),
    ("for", "IN", "ADP", (5, "case"), (2, "prep")),
    ("it", "PRP", "PRON", (2, "obl"), (4, "pobj")),
    (".", ".", "PUNCT", (2, "punct"), (2, "punct")),
]
SAID_BEHIND: list[Row] = [
    ("Taxes", "NNS", "NOUN", (2, "nsubj"), (2, "nsubj")),
    ("would", "MD", "AUX", (2, "aux"), (2, "aux")),
    ("fall", "VB", "VERB", (6, "ccomp"), (6, "ccomp")),
    (",", ",", "PUNCT", (2, "punct"), (6, "punct")),
    ("the", "DT", "DET", (5, "det"), (5, "det")),
    ("mayor", "NN", "NOUN", (6, "nsubj"), (6, "nsubj")),
    ("said", "VBD", "VERB", (6, "ROOT"), (6, "ROOT")),
    (".", ".", "PUNCT", (6, "punct"), (6, "punct")),
]
SAYING: list[Row] = [
    ("The", "DT", "DET", (1, "det"), (1, "det")),
    ("mayor", "NN", "NOUN", (2, "nsubj"), (2, "nsubj")),
    ("left", "VBD", "VERB", (2, "ROOT"), (2, "ROOT")),
    (",", ",", "PUNCT", (4, "punct"), (2, "punct")),
    ("saying", "VBG", "VERB", (2, "advcl"), (2, "advcl")),
    ("taxes", "NNS", "NOUN", (7, "nsubj"), (7, "nsubj")),
    ("would", "MD", "AUX", (7, "aux"), (7, "aux")),
    ("fall", "VB", "VERB", (4, "ccomp"), (4, "ccomp")),
    (".", ".", "PUNCT", (2, "punct"), (2, "punct")),
]
ENGLISH = spacy.blank("en").vocab
PARSES = {
    "[The mayor] <told> reporters {that taxes would fall}.": TOLD,
    "[The mayor] <called for> {lower taxes}.": CALLED_FOR,
    "[The mayor] <promised> {to cut taxes}.": PROMISED,
    "[The mayor] <blamed> {bankers for it}.": BLAMED,
    "{Taxes would fall}, [the mayor] <said>.": SAID_BEHIND,
    "[The mayor] left, <saying> {taxes would fall}.": SAYING,
}


def parsed(rows: list[Row], labels: str) -> Doc:
    words = [row[0] for row in rows]
    following = [*words[1:], "."]
    trees = [row[3] if labels == UD else row[4] for row in rows]
    return Doc(
        ENGLISH,
        words=words,
        spaces=[after not in ".,:" for after in following],
        tags=[row[1] for row in rows],
        pos=[row[2] for row in rows],
        heads=[head for head, _ in trees],
        deps=[dep for _, dep in trees],
    )


@pytest.mark.parametrize("labels", [UD, CLEAR])
@pytest.mark.parametrize(("drawn", "rows"), PARSES.items(), ids=PARSES.keys())
def test_both_label_sets_are_read_alike(drawn, rows, labels):
    doc = parsed(rows, labels)
    assert doc.text == plain(drawn)
    assert [sourced_triple(doc.text, one) for one in find_attributions(Page(doc))] == [drawn_triple(drawn)]


PASSIVE = {
    UD: [("by", "IN", "ADP", (4, "case")), ("critics", "NNS", "NOUN", (2, "obl:agent"))],
    CLEAR: [("by", "IN", "ADP", (2, "agent")), ("critics", "NNS", "NOUN", (3, "pobj"))],
}


@pytest.mark.parametrize("labels", [UD, CLEAR])
def test_the_agent_of_a_passive_is_no_subject(labels):
    subject, auxiliary = ("nsubj:pass", "aux:pass") if labels == UD else ("nsubjpass", "auxpass")
    rows = [("He", "PRP", "PRON", (2, subject)), ("was", "VBD", "AUX", (2, auxiliary))]
    rows += [("denounced", "VBN", "VERB", (2, "ROOT")), *PASSIVE[labels]]
    doc = parsed([(*row, row[3]) for row in rows], labels)
    assert find_attributions(Page(doc)) == []
