"""What the benchmarks measure on, and what they tell."""

import json
from pathlib import Path

import pytest

from benchmarks import __main__, evaluate, layout, texts


def test_made_texts_are_articles_of_the_usual_length_and_always_the_same() -> None:
    made = texts.made(20)
    assert made == texts.made(20)
    assert len(set(made)) == 20
    assert all(texts.LENGTH - 400 < len(text) < texts.LENGTH + 400 for text in made)


def test_texts_of_a_corpus_are_taken_where_one_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long, short = "It rained. " * 200, "It rained."
    (tmp_path / "some.jsonl").write_text("\n".join(json.dumps({"text": text}) for text in (long, short)))
    monkeypatch.setenv("CORPUS", str(tmp_path))
    assert texts.texts(3) == [long] * 3


def test_a_corpus_without_texts_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORPUS", str(tmp_path))
    with pytest.raises(SystemExit, match="No texts in"):
        texts.texts(1)


def test_an_unknown_benchmark_is_refused_with_those_there_are() -> None:
    with pytest.raises(SystemExit, match=r"No such benchmark: none\. There are: extraction"):
        __main__.main(["none"])


def scores(figure: float) -> tuple[evaluate.Scores, evaluate.Scores]:
    each = {"F1": figure, "R": figure, "speaker_overlap_acc": figure}
    subsets = ("speech", "direct", "mixed", "indirect")
    return {name: {"iou>0.5": each, "exact": each} for name in subsets}, {"all": {"relaxed": {"value_F1": figure}}}


@pytest.mark.parametrize(("figure", "below"), [(0.9501, 0), (0.7, 5), (0.1, 7)])
def test_the_table_says_which_measures_fall_short(figure: float, below: int) -> None:
    table = evaluate.table(*scores(figure))
    assert table.count("below") == below
    assert len(table.splitlines()) == 1 + len(evaluate.MEASURES)


def test_sure_attributions_count_as_right_where_most_of_their_content_is_marked() -> None:
    gold = [{"id": 1, "attributions": [{"content": [[0, 10]]}]}]
    spans = ([[0, 10]], [[0, 6]], [[0, 5]], [[0, 9]])
    found = [{"id": 1, "attributions": [
        {"content": span, "confidence": sure} for span, sure in zip(spans, (0.95, 0.95, 0.95, 0.5), strict=True)
    ]}]  # fmt: skip
    assert "right among the 3 attributions" in evaluate._sure(gold, found)
    assert ": 0.667 (" in evaluate._sure(gold, found)


def test_a_folder_without_corpora_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"Not there: .*score\.py"):
        evaluate.main(tmp_path)


def test_a_timeline_to_lay_out_has_a_pair_for_ten_statements():
    made = layout.made(200)
    assert (made.total, len(made.pairs), len(made.lanes)) == (200, 20, 12)
