"""Where a source is missing or no source at all, the name that stands at the cue."""

from claims.extraction.speakers.answers import Context
from claims.extraction.speakers.people import Mention
from claims.extraction.speakers.salience import mentions_between
from claims.extraction.speakers.words import Words
from claims.records import Span

_BETWEEN = frozenset({"then", "also", "later", "once", "again", "has", "had", "have", "since", "previously"})


_NOT_BETWEEN = frozenset({"that", "of", "to", "about", "and", "for", "on", "in", "with", "by", "at", "as", "is", "was"})
_QUOTE_ENDS = frozenset({'"', "”", "’", "'", ","})
_WITHIN = 60
"""Characters behind a cue among which a name is looked for."""


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
    begin = page.tokens[page.sentence_start(page.token_at(cue.start))].idx
    for mention in mentions_between(Span(begin, cue.start), context.people):
        if page.passage_at(mention.span.start) is None and _leads_to(last, mention, words):
            return words.span(mention.printed.first - bool(mention.printed.title), mention.printed.end)
    return _behind(cue, context)


def _behind(cue: Span, context: Context) -> Span | None:
    """ "…," said retired teacher Ann Jones, asked about it: the name behind the cue"""
    words = context.words
    first = words.number_at(cue.end)
    for mention in mentions_between(Span(cue.end, cue.end + _WITHIN), context.people):
        between = [words[n] for n in range(first, mention.printed.first)]
        plain = all(word.text.isalpha() and word.lower not in _NOT_BETWEEN for word in between)
        if mention.printed.full and plain and words.text_at(words.number_at(cue.start) - 1) in _QUOTE_ENDS:
            return words.span(first, mention.printed.end)
        break
    return None


def _leads_to(last: int, mention: Mention, words: Words) -> bool:
    """Whether the last word before the cue ends the name, or the inset that follows a name at the very beginning."""
    name = mention.printed
    if name.end == last + 1 or (name.end == last and words.text_at(last) == words.text_at(name.first - 1) == ","):
        return True
    inset = words.text_at(name.end) == "," and words.text_at(last) == "," and name.end < last
    return inset and words.begins_sentence(name.begin)
