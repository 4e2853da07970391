"""Which question reported words answered, where the text has it."""

from collections.abc import Sequence

from claims.extraction.attributions.sourced import Sourced
from claims.extraction.parsed.labels import by_whom, is_passive
from claims.extraction.parsed.page import Page
from claims.extraction.parsed.word_lists import words
from claims.records import Span

_ASKS = frozenset({"ask", "press", "quiz", "challenge", "question", "inquire", "enquire", "query"})
_LABELLED = frozenset({"name_and_colon", "question_and_answer"})
_REACH = 2
"""How many attributions may stand between a question and its answer."""
_FIRST_WORD = 8
"""Characters in which the first word of an answer begins."""


def find_questions(page: Page, found: Sequence[Sourced]) -> list[Span | None]:
    """For each attribution the words of the question that it answers, or None.

    Asked whether it was true, she said no. / He asked why. She replied: "Because." / Q: Why? A: Because."""
    return [_question(page, found, number) for number in range(len(found))]


def _question(page: Page, found: Sequence[Sourced], number: int) -> Span | None:
    one = found[number]
    if one.word.partition(" ")[0] in _ASKS:
        return None
    for other in reversed(found[max(0, number - _REACH - 1) : number]):
        if other.rule in _LABELLED and one.rule in _LABELLED:
            span = other.content[-1]
            return span if page.text[span.end - 1] == "?" else None
        if other.word.partition(" ")[0] in _ASKS and _answers(page, other, one):
            return Span(other.content[0].start, other.content[-1].end)
    return None


def _answers(page: Page, asked: Sourced, one: Sourced) -> bool:
    """In the same sentence behind 'Asked whether …,'; else only where the cue says that it is an answer."""
    first, second = page.token_at(asked.cue.start), page.token_at(one.cue.start)
    to_answer = asked.source is None or is_passive(page.tokens[first]) or by_whom(page.tokens[first]) is not None
    if to_answer and page.sentence_start(first) == page.sentence_start(second):
        return True
    near = page.paragraph_at(one.cue.start).start <= page.paragraph_after(page.paragraph_at(asked.cue.start)).end
    return near and (one.word in words("answers") or _says_yes_or_no(page, one))


def _says_yes_or_no(page: Page, one: Sourced) -> bool:
    """'"No," she said': words that nobody says without having been asked."""
    first = page.tokens_between(one.content[0].start, one.content[0].start + _FIRST_WORD)
    return next((token.lower_ for token in first if token.is_alpha), "") in words("yes_or_no")
