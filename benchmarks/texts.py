"""Texts to measure on: made here from a fixed seed, or taken from a corpus on this machine."""

import datetime as dt
import json
import os
import random
from pathlib import Path

LENGTH = 4_600
"""Characters of a usual news article."""
DAY = dt.date(2018, 4, 26)

STRANGE_LENGTH = 300_000
STRANGE = {
    "prose": "The mayor said that the bridge was safe. Nobody else spoke of it on that day in Leeds.\n\n",
    "cues": "said ",
    "cues with a subject": "he said that ",
    "short quotations": "“Yes,” he said. ",
    "marks": "“”\"'",
    "opening marks": "“ a ",
    "brackets": "( ",
    "line ends": "a\n\n",
    "single letters": "a b ",
    "one word": "a",
    "one word in capitals": "A",
    "underscores": "_",
    "letters and digits": "A1",
    "emoji": "😀 ",
    "names": "Ann Jones ",
    "days": "on Wednesday ",
    "questions and answers": "Q: Why? A: No.\n",
    "sources": "according to ",
    "tags": '<tweet pic=""> ',
    "capitals with a cue": "ANNA LANE SAID ",
    "quotations in one line": '"a" said "b" ',
    "commas between marks": '", said ", ',
    "colons": "said: ",
    "letters that never end": "Dear Anna,\n\nIt is so.\n\n",
    "statements": "Statement by Anna Lane:\n\n“It is so.\n\n“It is.\n\n",
    "people of one surname": "".join(
        f"Anna{chr(97 + n % 26)}{chr(97 + n // 26 % 26)} Jones said that it was so. " for n in range(676)
    ),
}
"""Texts that nobody prints, each to be repeated; all but the first were slow once."""

_PEOPLE = ("Kim Okafor", "Lena Harrow", "Councillor Dan Whitby", "the transport minister", "a union official", "Moss")
_PLACES = ("a hearing in Leeds", "an interview", "the council chamber", "a letter to staff", "a committee on fares")
_TIMES = ("on Wednesday", "yesterday", "last month", "in December 2015", "earlier this year", "on Monday evening", "")
_WORDS = (
    "the bridge had been closed without notice", "nobody had told the drivers about the new rota",
    "fares would have to rise by four per cent", "the figures were never meant to be published",
    "the work should be finished before the winter", "there was no list of the kind that had been described",
    "every depot would be inspected within three weeks", "the money had been spent twice over",
)  # fmt: skip
_SHAPES = (
    "{who} told {place} {when} that {one}, and that {two}.",
    "“We were told that {one},” said {who} {when}. “It is plain that {two}.”",
    "Speaking at {place} {when}, {who} denied that {one} but admitted that “{two}”.",
    "According to {who}, {one}. The plan was drawn up over two years, and {two}.",
    "The depot stands by the river, where about forty buses a day are washed, fuelled and sent out again.",
    "{who} added: “I have asked whether {one}, and I was told that {two}.”",
)


def texts(number: int) -> list[str]:
    """So many texts: of the corpus that the variable CORPUS names (JSON Lines, or a folder of them), else made."""
    corpus = os.environ.get("CORPUS", "")
    if not corpus:
        return made(number)
    found = _of_corpus(Path(corpus))
    return (found * (number // len(found) + 1))[:number]


def made(number: int) -> list[str]:
    """So many texts of LENGTH characters. Always the same ones."""
    dice = random.Random(2018)  # noqa: S311
    return [_article(dice) for _ in range(number)]


def _article(dice: random.Random) -> str:
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < LENGTH - 200:
        paragraphs.append(" ".join(_sentence(dice) for _ in range(dice.randint(1, 3))))
    return "\n\n".join(paragraphs)


def _sentence(dice: random.Random) -> str:
    one, two = dice.sample(_WORDS, 2)
    filled = dice.choice(_SHAPES).format(
        who=dice.choice(_PEOPLE), place=dice.choice(_PLACES), when=dice.choice(_TIMES), one=one, two=two
    )
    spaced = filled.replace("  ", " ").replace(" ,", ",").replace(" .", ".")
    return spaced[0].upper() + spaced[1:]


def _of_corpus(path: Path) -> list[str]:
    files = sorted(path.rglob("polnear/*.jsonl")) or sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]
    lines = (line for file in files for line in file.read_text(encoding="utf-8").split("\n") if line)
    found = [text for line in lines if len(text := json.loads(line).get("text", "")) > LENGTH // 4]
    if not found:
        raise SystemExit(f"No texts in {path}: JSON Lines with the key text are looked for.")
    return found
