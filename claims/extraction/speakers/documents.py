"""Documents that speak, each under one name however it is worded."""

import re

from claims.extraction.speakers.answers import UNSURE, Answer, Context
from claims.extraction.speakers.lexicon import DOCUMENT_ENDS, DOCUMENTS, MESSAGES, OFFICES, ORGANISATION_WORDS
from claims.extraction.speakers.source import Source
from claims.records import Span, SpeakerKind, SpeakerReading

_WHOSE = frozenset({"by", "from"})
_SMALL = frozenset({"of", "for", "and", "the", "on", "to", "in", "at"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_PLAIN = frozenset(
    {
        "new",
        "recent",
        "latest",
        "independent",
        "damning",
        "scathing",
        "separate",
        "earlier",
        "internal",
        "exclusive",
        "early",
    }
)


def document(source: Source, context: Context) -> Answer | None:
    """A 2015 report from the independent inspector; a report by the Inspector published in May 2015 -> Report by the
    Inspector, 2015

    Noun, author, year: what kind of report it is called, and in which month it came out, changes from text to text.
    Without an author the words before the noun stay (Inspection report, 2015), and without a year all of them."""
    head = source.words[source.head]
    if head.lower not in DOCUMENTS or (head.capital and source.head > source.phrase.start):
        return None
    numbers = source.bare(_behind_articles(source))
    stop = next((n for n in numbers if n > source.head and source.words[n].lower in DOCUMENT_ENDS), numbers.stop)
    year = _YEAR.search(source.text)
    known = _known_document(head.lower, year[0] if year else "", context) if source.definite else None
    if known and (len(numbers) == 1 or year):
        return Answer(known)
    span = source.words.span(numbers.start, stop)
    if not _told_apart(range(numbers.start, stop), source):
        return UNSURE
    return Answer(SpeakerReading(_name(source, span, year), SpeakerKind.DOCUMENT, span, "document"))


def _name(source: Source, span: Span, year: re.Match[str] | None) -> str:
    author = _author(source, source.words.number_at(span.end))
    dated = f", {year[0]}" if year else ""
    if author:
        return f"{source.words[source.head].text.capitalize()} by {author}{dated}"
    kind = source.words.span(source.words.number_at(span.start), source.head + 1) if year else span
    return _opened(" ".join(w for w in kind.of(source.words.text).split() if not _YEAR.fullmatch(w)) + dated)


def _author(source: Source, stop: int) -> str:
    """The words after 'by' or 'from', with the capitals of a title: the Chief Inspector of Borders"""
    first = source.head + 1
    if source.words.text_at(first) not in _WHOSE or first + 1 >= stop or _is_date(first + 1, source):
        return ""
    words = source.words.span(first + 1, stop).of(source.words.text).split()
    words = [word for word in words if word not in _PLAIN and not _YEAR.fullmatch(word)]
    message = source.words[source.head].lower in MESSAGES
    if not any(_is_somebody(word, of_a_message=message) for word in words):
        return ""
    return " ".join(word if word in _SMALL else word[0].upper() + word[1:] for word in words)


def _is_somebody(word: str, *, of_a_message: bool) -> bool:
    """Whether a word of an author's names an office, an organisation or somebody: not 'the two'. Of messages there are
    many, and 'an email from the party' can be any."""
    return word != word.lower() or (not of_a_message and (word in OFFICES or word in ORGANISATION_WORDS))


def _is_date(number: int, source: Source) -> bool:
    """from December 2015, from 2015"""
    later = number + (source.words.text_at(number) != "the")
    return any(_YEAR.fullmatch(source.words.text_at(n)) for n in (number, later))


def _behind_articles(source: Source) -> range:
    """The phrase from the last article before its head: 'Image caption | A 2015 report'."""
    begins = [n for n in source.core if n < source.head and source.words[n].lower in ("a", "an", "the")]
    return range(begins[-1], source.core.stop) if begins else source.core


def _told_apart(numbers: range, source: Source) -> bool:
    """Whether a document is more than 'a new poll', 'a 2014 study', 'reports from the council': a name, its kind and
    year or an author tell it from the next one."""
    before = [source.words[n] for n in numbers if n < source.head]
    kind = [word for word in before if word.text.isalpha() and word.lower not in _PLAIN]
    behind = source.words.span(source.head, numbers.stop).of(source.words.text)
    if any(word.capital and word.lower not in _PLAIN for word in before) or any(
        part != part.lower() for part in behind.split()[1:]
    ):
        return True
    plural = source.words[source.head].lower.endswith("s") and source.words[source.head].lower[:-1] in DOCUMENTS
    if _author(source, numbers.stop) and not plural:
        return True
    return bool(kind) and _YEAR.search(source.text) is not None


def _known_document(noun: str, year: str, context: Context) -> SpeakerReading | None:
    """The document of that year that was named at length before: 'the report'."""
    fits = (one for one in reversed(context.others) if noun in one.name.lower().replace(",", "").split())
    return next((one for one in fits if year in one.name), None)


def _opened(name: str) -> str:
    name = " ".join(name.split())
    return name[0].upper() + name[1:]
