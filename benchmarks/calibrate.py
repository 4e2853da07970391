"""python -m benchmarks.calibrate CORPUS: fits the weights of attributions/confidence.py. CORPUS is the folder that
holds `corpora`.

Prints the reliability table, each article judged by weights fitted on the others, and writes lexicon/confidence.toml.
Only counts leave the corpus: a weight for each feature."""

import argparse
import itertools
import json
from collections import Counter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.extraction.attributions.confidence import features
from claims.extraction.attributions.finding import find_attributions
from claims.extraction.parsed.page import Page
from claims.extraction.parsed.parsing import load_pipeline, readable
from claims.records import Span

WEIGHTS = Path(__file__).parents[1] / "claims" / "extraction" / "lexicon" / "confidence.toml"
FOLDS = 5
RIDGE = 2.0
HELD_BACK = 0.45
"""Taken from the log-odds of all: the rules were written on these articles and do a little worse on others, and an
editor who stops checking the easy ones is to be told too little rather than too much."""
UNWEIGHED = frozenset({"rule question_and_answer"})
"""The corpus annotates no answer of an interview that is printed as one: nothing is fitted to these, neither weights of
their own nor one that they share with others, such as the colon's."""
SELDOM = 12
"""What was seen less often than this is no feature: a rare word proves nothing."""
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)

Example = tuple[list[str], bool, int]
"""The features of one attribution, whether it is right, and the number of its article."""


def examples(corpus: Path, model: str | None) -> list[Example]:
    rows = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
    docs = load_pipeline(model).pipe((readable(row["text"]) for row in rows), batch_size=8)
    found: list[Example] = []
    for number, (row, doc) in enumerate(zip(rows, docs, strict=True)):
        page = Page(doc)
        gold = [_characters(one["content"]) for one in row["attributions"]]
        for one in find_attributions(page):
            words = _characters(one.content)
            right = any(2 * len(words & other) > len(words | other) for other in gold)
            found.append((list(features(one, page)), right, number))
    return found


def _characters(spans: tuple[Span, ...] | list[list[int]]) -> set[int]:
    return {position for start, end in spans for position in range(start, end)}


def fitted(seen: list[Example]) -> dict[str, float]:
    """Logistic regression by Newton's method, with a ridge so that rare features stay near zero."""
    seen = [one for one in seen if not UNWEIGHED & set(one[0])]
    often = Counter(name for feats, _, _ in seen for name in feats)
    names = sorted(name for name, count in often.items() if count >= SELDOM)
    index = {name: i for i, name in enumerate(names)}
    table: NDArray[np.float64] = np.zeros((len(seen), len(names)))
    for row, (feats, _, _) in enumerate(seen):
        table[row, [index[name] for name in feats if name in index]] = 1.0
    right = np.array([float(one) for _, one, _ in seen])
    weights = np.zeros(len(names))
    for _ in range(25):
        likely = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (right - likely) - RIDGE * weights
        curve = (table * (likely * (1 - likely))[:, None]).T @ table + RIDGE * np.eye(len(names))
        weights += np.linalg.solve(curve, slope)
    weights[index["constant"]] -= HELD_BACK
    return {name: round(float(weights[index[name]]), 3) for name in names}


def judged(seen: list[Example]) -> list[tuple[float, bool]]:
    """(confidence, right) for each attribution, by weights fitted on the other articles."""
    result = []
    for fold in range(FOLDS):
        weights = fitted([one for one in seen if one[2] % FOLDS != fold])
        for feats, right, number in seen:
            if number % FOLDS == fold:
                total = sum(weights.get(name, 0.0) for name in feats)
                result.append((float(round(1 / (1 + np.exp(-total)), 2)), right))
    return result


def reliability(pairs: list[tuple[float, bool]]) -> str:
    """A table: of the attributions in a band of confidence, how many are right."""
    lines = ["| confidence | attributions | right |", "|---|---|---|"]
    for low, high in itertools.pairwise(BANDS):
        band = (
            [right for sure, right in pairs if low < sure <= high] if low else [r for sure, r in pairs if sure <= high]
        )
        if band:
            lines.append(f"| {low:.2f} to {min(high, 1.0):.2f} | {len(band)} | {sum(band) / len(band):.3f} |")
    above = [right for sure, right in pairs if sure > 0.9]
    lines.append(f"| **above 0.90** | **{len(above)}** | **{sum(above) / max(len(above), 1):.3f}** |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="the folder above corpora")
    parser.add_argument("--model")
    args = parser.parse_args()
    seen = examples(args.corpus / "corpora" / "polnear" / "dev.jsonl", args.model)
    print(reliability(judged(seen)))
    lines = [f'"{name}" = {weight}' for name, weight in fitted(seen).items()]
    head = "# Written by benchmarks.calibrate; see attributions/confidence.py.\n\n[weights]\n"
    WEIGHTS.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
