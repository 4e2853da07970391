"""How sure an attribution is: a logistic regression over what can be seen of it, a handful of named features.

The weights were fitted on the development corpus, where an attribution counts as right when its content overlaps an
annotated one by more than half (intersection over union). They are data: lexicon/confidence.toml, written anew by
`make calibrate CORPUS=path`."""

import math
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from claims.extraction.attributions.sourced import Sourced
from claims.extraction.parsed.page import Page
from claims.extraction.parsed.word_lists import words
from claims.records import Mode

_WEIGHTS = Path(__file__).parents[1] / "lexicon" / "confidence.toml"
_LABELS = frozenset({"question_and_answer", "name_and_colon", "quoted_heading"})
"""Rules whose cue is a mark or a letter and whose source is a name, whatever the tagger takes them for."""
_LIKE = {"taken_up": "clause_after"}
"""Rules too rare to be weighed, and which one finds words as they do: a denial of what another one found."""
_OPENERS = frozenset({"that", "whether", "if"})


@cache
def weights() -> dict[str, float]:
    """Feature -> weight; 'constant' counts always."""
    loaded: dict[str, float] = tomllib.loads(_WEIGHTS.read_text(encoding="utf-8"))["weights"]
    return loaded


def confidence(one: Sourced, page: Page) -> float:
    """The probability that the words of an attribution are rightly found, between 0 and 1, to two digits."""
    known = weights()
    total = sum(known.get(name, 0.0) for name in features(one, page))
    return round(1 / (1 + math.exp(-total)), 2)


def features(one: Sourced, page: Page) -> Iterator[str]:
    """What is seen of an attribution, by name."""
    verb = page.tokens[page.token_at(one.cue.start)]
    yield "constant"
    yield f"rule {_LIKE.get(one.rule, one.rule)}"
    yield f"source {_source_kind(one)}"
    yield f"mode {one.mode}"
    yield f"length {min(sum(end - start for start, end in one.content) // 40, 4)}"
    yield f"tag {':' if one.rule in _LABELS else verb.tag_}"
    if one.word in words("plain"):
        yield "plain verb"
    if page.tokens[page.token_at(one.content[0].start)].lower_ in _OPENERS:
        yield "opens with that"
    if len(one.content) > 1:
        yield "several pieces"
    if one.mode == Mode.DIRECT and page.text[one.content[0].end - 1 : one.content[0].end].isalnum():
        yield "mark missing"
    if not _ends_its_sentence(one, page):
        yield "stops early"
    if one.frames & {"belief", "desire", "stance"} and "clause" not in one.frames:
        yield "view"


def _source_kind(one: Sourced) -> str:
    if one.head is None:
        return "none" if one.source is None else "words"
    if one.rule in _LABELS:
        return "PROPN"
    if one.head.lower_ in ("i", "we", "you", "it", "who", "which", "that"):
        return one.head.lower_
    return one.head.pos_


def _ends_its_sentence(one: Sourced, page: Page) -> bool:
    """Whether nothing but the reporting clause stands between the end of the words and the next stop."""
    rest = page.text[one.content[-1].end : one.content[-1].end + 2].partition("\n")[0].strip()
    return not rest or rest[0] in '.,;:?!"”’)' or one.cue.start > one.content[-1].end
