"""Where a source is missing or no source at all, the name that stands at the cue."""

from claims.extraction.speakers.answers import Context
from claims.extraction.speakers.people import Mention
from claims.extraction.speakers.salience import mentions_between
from claims.extraction.speakers.words import Words
from claims.records import Span

_BETWEEN = frozenset({"then", "also", "later", "once", "again", "has", "had", "have", "since", "previously"})


def is_no_source(span: Span, words: Words) -> bool:
    """Answering a question in the House: what the speaker did, taken for who it is"""
    first = words.number_at(span.start)
    return len(words.between(span)) > 2 and words.text_at(first).endswith("ing")


def implied_source(cue: Span, context: Context) -> Span | None:
    """The name right before the cue, or at the beginning of its sentence: Ms Jones, who had left, then said"""
    page, words = context.page, context.words
    last = words.number_at(cue.start) - 1
    while last > 0 and words[last].lower in _BETWEEN:
        last -= 1
    begin = page.doc[page.sentence_start(page.token_at(cue.start))].idx
    for mention in mentions_between(Span(begin, cue.start), context.people):
        if page.passage_at(mention.span.start) is None and _leads_to(last, mention, words):
            return words.span(mention.printed.first - bool(mention.printed.title), mention.printed.end)
    return None


def _leads_to(last: int, mention: Mention, words: Words) -> bool:
    """Whether the last word before the cue ends the name, or the inset that follows a name at the very beginning."""
    name = mention.printed
    if name.end == last + 1:
        return True
    inset = words.text_at(name.end) == "," and words.text_at(last) == "," and name.end < last
    return inset and words.begins_sentence(name.begin)
