import pytest

from claims.text.surroundings import sentence_after, sentence_before

TEXTS = {
    "within a sentence": ("It rained. He said <no list> on Monday. She left.", "He said ", " on Monday."),
    "a sentence of its own": ("It rained. “<No list.>” She left. More.", "It rained. “", "” She left."),
    "at the start": ("<No list>, he said. More.", "", ", he said."),
    "at the end": ("It rained. He said: <no list.>", "He said: ", ""),
    "over a paragraph": ("It rained.\n\n<No list,> he said.\n\nMore.", "It rained.\n\n", " he said."),
    "a title is no end": ("It rained. Mr. Park said <no list>. More.", "Mr. Park said ", ". More."),
    "an initial is no end": ("It rained. E. Park said <no list>. More.", "E. Park said ", ". More."),
    "no sentence at all": ("<no list>", "", ""),
}


@pytest.mark.parametrize(("text", "before", "after"), TEXTS.values(), ids=TEXTS)
def test_a_sentence_either_side_and_no_more(text, before, after):
    start, end = text.index("<"), text.index(">") - 1
    text = text.replace("<", "").replace(">", "")

    assert sentence_before(text, start) == before
    assert sentence_after(text, end) == after


def test_a_sentence_without_end_is_cut():
    text = "word " * 1000 + "no list" + " word" * 1000

    before, after = sentence_before(text, 5000), sentence_after(text, 5007)

    assert before.startswith("… word")
    assert after.endswith("word …")
    assert max(len(before), len(after)) <= 404
