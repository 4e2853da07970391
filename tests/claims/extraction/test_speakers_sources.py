"""Which words are the source, where the words around them are taken for it. [source] <cue> {content}."""

import pytest

from tests.claims.extraction.annotated import drawn_triple, found_triple, plain

DRAWN = {
    "behind a dateline": "LEEDS (Reuters) - [The mayor] <said> {the bridge was safe}.",
    "with a hyphen": "[The vice-chair Ann Jones] <said> {the bridge was safe}.",
}


@pytest.mark.parametrize("drawn", DRAWN.values(), ids=DRAWN)
def test_source(drawn, extractor):
    text = plain(drawn)
    assert drawn_triple(drawn) in [found_triple(text, one) for one in extractor.read(text).attributions]
