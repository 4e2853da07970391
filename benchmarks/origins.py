"""python -m benchmarks.origins TEXTS: how surely near copies are told from other reports.

TEXTS is a file of JSON Lines, an article a line with its `text` and, where known, its `publisher`. Of each that is long
enough to be news, copies are made as editors make them, and every two articles are compared as they are."""

import json
import random
import sys
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

from articles.capture.likeness import are_near_copies, share, shingles

LEAST = 150
"""Shingles of an article of its own words: a hundred and fifty words, as a brief report has."""

type Copying = Callable[[list[str], list[str], random.Random], list[str]]


def _edited(paragraphs: list[str], other: list[str], pick: random.Random, part: float) -> list[str]:
    words = " ".join(other).split()
    return [
        " ".join(pick.choice(words) if pick.random() < part else word for word in one.split()) for one in paragraphs
    ]


def _added(paragraphs: list[str], other: list[str], pick: random.Random, part: float) -> list[str]:
    mixed = list(paragraphs)
    for one in other[: max(1, round(len(other) * part))]:
        mixed.insert(pick.randrange(len(mixed) + 1), one)
    return mixed


def _cut(paragraphs: list[str], part: float) -> list[str]:
    return paragraphs[: max(1, round(len(paragraphs) * part))]


def _shuffled(paragraphs: list[str], pick: random.Random) -> list[str]:
    return [*paragraphs[:1], *pick.sample(paragraphs[1:], len(paragraphs) - 1)]


COPIES: dict[str, Copying] = {
    "another headline and byline": lambda text, _, __: ["Fresh row over what was known", "By A Writer", *text[1:]],
    "cut to two thirds": lambda text, _, __: _cut(text, 2 / 3),
    "cut to a half": lambda text, _, __: _cut(text, 1 / 2),
    "cut to a third": lambda text, _, __: _cut(text, 1 / 3),
    "cut to a fifth": lambda text, _, __: _cut(text, 1 / 5),
    "every other paragraph left out": lambda text, _, pick: [one for one in text if pick.random() < 0.5],
    "paragraphs in another order": lambda text, _, pick: _shuffled(text, pick),
    "half as much added": lambda text, other, pick: _added(text, other, pick, 0.5),
    "as much again added": lambda text, other, pick: _added(text, other, pick, 1),
    "a word in twenty changed": lambda text, other, pick: _edited(text, other, pick, 0.05),
    "a word in ten changed": lambda text, other, pick: _edited(text, other, pick, 0.1),
    "a word in seven changed": lambda text, other, pick: _edited(text, other, pick, 0.15),
    "a word in five changed": lambda text, other, pick: _edited(text, other, pick, 0.2),
    "cut, edited, mixed and added to": lambda text, other, pick: _added(
        _shuffled(_edited(_cut(text, 0.5), other, pick, 0.05), pick), other, pick, 0.5
    ),
}


def main(path: Path) -> None:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    texts = [[one for one in row["text"].split("\n") if one.strip()] for row in rows]
    known = [shingles("\n".join(text)) for text in texts]
    pick = random.Random(1)  # noqa: S311 (made-up copies need no secret)
    news = [place for place, one in enumerate(known) if len(one) >= LEAST]
    for name, copying in COPIES.items():
        made = (copying(texts[place], pick.choice(texts), pick) for place in news)
        found = sum(
            are_near_copies(share(known[place], shingles("\n".join(text))), of_one_outlet=False)
            for place, text in zip(news, made, strict=True)
        )
        print(f"{name:32}{found / len(news):6.3f}")
    alike = [(share(known[one], known[other]), one, other) for one, other in combinations(range(len(rows)), 2)]
    outlets = [row.get("publisher", place) for place, row in enumerate(rows)]
    taken = [pair for pair in alike if are_near_copies(pair[0], of_one_outlet=outlets[pair[1]] == outlets[pair[2]])]
    print(f"\n{len(taken)} of {len(alike):,} pairs of articles are taken for copies; the most alike:")
    for how, one, other in sorted(alike, reverse=True)[:5]:
        print(f"{how:6.3f}  {rows[one].get('title', one)[:60]!r} and {rows[other].get('title', other)[:60]!r}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Say where the texts are: python -m benchmarks.origins texts.jsonl")
    main(Path(sys.argv[1]))
