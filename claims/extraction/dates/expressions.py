"""Finds the time expressions of a text and their TIMEX3 values (TimeML 1.2.1).

The text is read once, from left to right. Where a word stands that a rule can begin with, those rules are tried
there, behind words like "about" or "early" that belong to the expression; the longest wins. Neighbours that speak of
one time ("Thursday" + "evening", "9 a.m." + "Tuesday") are joined."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable

from spacy.tokens import Doc

from claims.extraction.dates.clock import CLOCK_RULES
from claims.extraction.dates.context import Context
from claims.extraction.dates.counted import COUNTED_RULES
from claims.extraction.dates.days import DAY_RULES
from claims.extraction.dates.durations import DURATION_RULES
from claims.extraction.dates.holidays import HOLIDAY_RULES
from claims.extraction.dates.joining import joined, with_part_of_day
from claims.extraction.dates.periods import PERIOD_RULES
from claims.extraction.dates.relative import RELATIVE_RULES
from claims.extraction.dates.repetition import REPETITION_RULES
from claims.extraction.dates.rule import Reading, Rule
from claims.extraction.dates.titles import in_a_title
from claims.extraction.dates.words import DAY_PARTS, FIGURES, NUMBER, first_words, one_of, words
from claims.extraction.dates.years import YEAR_RULES
from claims.records import Span, TimeExpression

RULES: tuple[Rule, ...] = (
    *DAY_RULES,
    *HOLIDAY_RULES,
    *PERIOD_RULES,
    *YEAR_RULES,
    *RELATIVE_RULES,
    *COUNTED_RULES,
    *DURATION_RULES,
    *REPETITION_RULES,
    *CLOCK_RULES,
)

_WORD = re.compile(r"['’‘](?=\d\ds?\b)\d\d|\d+|[^\W\d_]+")
_LEADING = words("approximate") + words("part_of_period")
_LEADING_STARTS = first_words(_LEADING)
_MODIFIER = re.compile(
    rf"(?:(?:{one_of(words('part_of_period'))}|{one_of(words('approximate'))}(?=\s+{NUMBER}))[-\s]+){{1,4}}",
    re.IGNORECASE,
)


def _by_first_word(rules: Iterable[Rule]) -> dict[str, tuple[Rule, ...]]:
    index: defaultdict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        for start in rule.starts:
            index[start].append(rule)
    return {start: tuple(found) for start, found in index.items()}


_RULES_AT = _by_first_word(RULES)
_STARTS = _LEADING_STARTS | _RULES_AT.keys()
_BEHIND_THE = _STARTS | DAY_PARTS.keys() | frozenset(words("behind_the"))


def find_times(doc: Doc, published: dt.date | None) -> tuple[TimeExpression, ...]:
    """The time expressions of `doc` in text order, none overlapping another; spans are character offsets.

    `published` is what "yesterday" and "in May" are read against. Without it such words keep a value that says less
    (XXXX-WXX-3, PAST_REF) or none. Needs tokens alone; part-of-speech tags help to tell past from future."""
    context = Context(doc, published)
    position = 0
    for word in _WORD.finditer(context.text):
        key = _key(word[0])
        if key not in _STARTS or word.start() < position:
            continue
        context.position = word.start()
        found = _longest_at(context, word.start(), key)
        if found is None:
            continue
        found = with_part_of_day(context.text, found)
        if in_a_title(context.text, found.span):
            continue
        position = found.span.end
        if found.value:
            context.found.append(found)
            _join_last(context)
    return tuple(context.found)


def _goes_on(text: str, start: int) -> bool:
    """Whether what stands behind a "the" can belong to a time: most of what it begins is none."""
    following = _WORD.search(text, start + 3)
    return following is not None and _key(following.group()) in _BEHIND_THE


def _longest_at(context: Context, start: int, key: str) -> TimeExpression | None:
    found = _longest_core(context, start, start, key) if key != "the" or _goes_on(context.text, start) else None
    if key in _LEADING_STARTS and (modifier := _MODIFIER.match(context.text, start)):
        core = _WORD.match(context.text, modifier.end())
        behind = core and _longest_core(context, start, core.start(), _key(core.group()))
        return max(filter(None, (found, behind)), key=lambda each: each.span.end, default=None)
    return found


def _key(word: str) -> str:
    return FIGURES if word[-1].isdigit() else word.lower()


def _longest_core(context: Context, start: int, core: int, key: str) -> TimeExpression | None:
    best: TimeExpression | None = None
    for rule in _RULES_AT.get(key, ()):
        match = rule.pattern.match(context.text, core)
        if match is None or (best is not None and match.end() <= best.span.end):
            continue
        reading = _read(rule, match, context)
        if reading is not None:
            best = TimeExpression(Span(start, match.end()), reading.type, reading.value, rule.name)
    return best


def _read(rule: Rule, match: re.Match[str], context: Context) -> Reading | None:
    """What the calendar does not have (31 February, the year 10,000) is no time."""
    try:
        return rule.read(match, context)
    except (ValueError, OverflowError):
        return None


def _join_last(context: Context) -> None:
    if len(context.found) >= 2 and (one := joined(context.text, *context.found[-2:])):
        context.found[-2:] = [one]
