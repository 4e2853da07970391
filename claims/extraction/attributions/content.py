"""What was said: the stretches of text that a cue reports. One rule for each way English has of reporting words.

A rule takes a cue and its page and answers with the spans of the content, in text order, or None."""

from collections.abc import Callable
from dataclasses import dataclass

from claims.extraction.attributions.adjectives import of_a_mind
from claims.extraction.attributions.clauses_before import (
    as_somebody_says,
    clause_around,
    clause_before,
    clause_before_anyway,
    clause_then_quotation,
)
from claims.extraction.attributions.cues import Cue
from claims.extraction.attributions.passives import (
    accused_of,
    called_something,
    reported_by,
    said_to_be,
    told_to_do,
)
from claims.extraction.attributions.quoted_speech import (
    block_quotation,
    quotation_after,
    quotation_before,
    up_to_quotation,
)
from claims.extraction.attributions.relatives import what_somebody_calls, with_fronted
from claims.extraction.attributions.reported_clauses import clause_after
from claims.extraction.attributions.reported_nouns import noun_about, noun_clause, noun_to_do, speech_noun
from claims.extraction.attributions.reported_things import (
    about_something,
    doing,
    report_shows,
    some_thing,
    somebody_for_something,
    somebody_something,
    somebody_to_do,
    to_do,
)
from claims.extraction.attributions.short_answers import yes_or_no
from claims.extraction.parsed.page import Page
from claims.records import Span


@dataclass(frozen=True, slots=True)
class Found:
    """A cue with what it reports, and the name of the rule that found it."""

    cue: Cue
    content: tuple[Span, ...]
    rule: str


Rule = Callable[[Cue, Page], list[Span] | None]

RULES: tuple[Rule, ...] = (
    yes_or_no,
    quotation_before,
    clause_then_quotation,
    what_somebody_calls,
    quotation_after,
    block_quotation,
    as_somebody_says,
    clause_around,
    clause_before,
    clause_after,
    somebody_to_do,
    told_to_do,
    said_to_be,
    called_something,
    accused_of,
    to_do,
    doing,
    somebody_something,
    about_something,
    somebody_for_something,
    some_thing,
    report_shows,
    reported_by,
    speech_noun,
    noun_clause,
    noun_to_do,
    noun_about,
    of_a_mind,
    up_to_quotation,
    clause_before_anyway,
)


def find_content(cue: Cue, page: Page) -> Found | None:
    """What `cue` reports, by the first rule that knows."""
    for rule in RULES:
        spans = rule(cue, page)
        if spans:
            return Found(cue, tuple(with_fronted(cue, spans, page)), rule.__name__)
    return None
