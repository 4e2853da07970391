"""python -m benchmarks.evaluate CORPUS: how right extraction is, beside what it should reach.

CORPUS is the folder that holds `corpora` and `evaluation`. The scorer there is run as it stands on the development
parts; its README explains the measures, the floors (regular expressions) and the human figures."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from claims.extraction.batches import Unread, extracted
from claims.interchange.extractions import written
from claims.records import ToRead

type Scores = dict[str, Any]


class Measure(NamedTuple):
    """A line of the table. `human` is None where nobody has counted."""

    name: str
    floor: float
    human: float | None
    reach: float
    value: Callable[[Scores, Scores], float]


def _content(subset: str, criterion: str, figure: str = "F1") -> Callable[[Scores, Scores], float]:
    return lambda quotations, _: float(quotations[subset][criterion][figure])


MEASURES = (
    Measure("speech, content F1, iou > .5", 0.47, 0.92, 0.80, _content("speech", "iou>0.5")),
    Measure("speech, content F1, exact", 0.24, 0.80, 0.60, _content("speech", "exact")),
    Measure("direct, F1, iou > .5", 0.80, 0.99, 0.95, _content("direct", "iou>0.5")),
    Measure("mixed, recall, iou > .5", 0.36, 0.93, 0.85, _content("mixed", "iou>0.5", "R")),
    Measure("indirect, F1, iou > .5", 0.11, 0.74, 0.55, _content("indirect", "iou>0.5")),
    Measure("speaker overlaps, speech", 0.54, 0.97, 0.92, _content("speech", "iou>0.5", "speaker_overlap_acc")),
    Measure("times, relaxed value F1", 0.66, None, 0.82, lambda _, times: float(times["all"]["relaxed"]["value_F1"])),
)


def table(quotations: Scores, times: Scores) -> str:
    rows = [f"{'measure':32}{'now':>7}{'reach':>7}{'floor':>7}{'human':>7}"]
    for measure in MEASURES:
        now = measure.value(quotations, times)
        human = "" if measure.human is None else f"{measure.human:.2f}"
        short = "" if round(now, 2) >= measure.reach else "  below"
        rows.append(f"{measure.name:32}{now:7.3f}{measure.reach:7.2f}{measure.floor:7.2f}{human:>7}{short}")
    return "\n".join(rows)


def main(corpus: Path) -> None:
    scorer = corpus / "evaluation" / "score.py"
    gold = {kind: corpus / "corpora" / name / "dev.jsonl" for kind, name in
            (("quotations", "polnear"), ("timex", "timex"))}  # fmt: skip
    if missing := [path for path in (scorer, *gold.values()) if not path.is_file()]:
        sys.exit(f"Not there: {', '.join(map(str, missing))}. CORPUS is the folder above corpora and evaluation.")
    with tempfile.TemporaryDirectory() as folder:
        found = {kind: _extract(path, Path(folder) / f"{kind}.jsonl") for kind, path in gold.items()}
        scores = {kind: _score(scorer, kind, path, found[kind]) for kind, path in gold.items()}
        print(table(scores["quotations"], scores["timex"]))
        print(_sure(_rows(gold["quotations"]), _rows(found["quotations"])))


def _extract(gold: Path, into: Path) -> Path:
    """Writes what extraction finds in the texts of `gold`."""
    work = (ToRead(row["id"], row["id"], row["text"], _day(row)) for row in _rows(gold))
    with into.open("w", encoding="utf-8") as file:
        for one in extracted(work, model=None, processes=min(os.cpu_count() or 1, 2)):
            if isinstance(one, Unread):
                sys.exit(f"{one.place}: {one.reason}")
            file.write(written(one.id, one.extraction) + "\n")
    return into


def _day(row: dict[str, Any]) -> date | None:
    published = row.get("published") or row.get("dct")
    return date.fromisoformat(published[:10]) if published else None


def _score(scorer: Path, kind: str, gold: Path, found: Path) -> Scores:
    ran = subprocess.run(
        [sys.executable, str(scorer), kind, str(gold), str(found)], capture_output=True, text=True, check=True
    )
    scores: Scores = json.loads(ran.stdout)
    return scores


def _rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


# ------------------------------------------------------------------ does confidence mean something


def _sure(gold: list[dict[str, Any]], found: list[dict[str, Any]], least: float = 0.9) -> str:
    """Of the attributions that extraction is sure of: how many share most of their content with a marked one."""
    marked = {row["id"]: [_characters(one["content"]) for one in row["attributions"]] for row in gold}
    sure = [(row["id"], one) for row in found for one in row["attributions"] if one["confidence"] > least]
    right = sum(_matches(_characters(one["content"]), marked[identity]) for identity, one in sure)
    share = f"{right / len(sure):.3f}" if sure else "none"
    return f"right among the {len(sure)} attributions of a confidence above {least}: {share} (reach 0.95)"


def _characters(spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    return frozenset(position for start, end in spans for position in range(start, end))


def _matches(one: frozenset[int], marked: list[frozenset[int]]) -> bool:
    return any(2 * len(one & other) > len(one | other) for other in marked)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Say where the corpora are: make evaluate CORPUS=path")
    main(Path(sys.argv[1]))
