"""Titles of papers, programmes, books and films that carry a word of time and name no time: "This Morning"."""

import re

from claims.extraction.dates.words import DAY_PARTS, one_of, words
from claims.records import Span

_KNOWN = re.compile(one_of(words("names")), re.IGNORECASE)
_LONGEST_KNOWN = max(len(name) for name in words("names"))
_LONGEST_QUOTED = 60  # characters
_SMALL = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"})
_OPENING = re.compile(r"(?:[“\"‘]|''|``|(?<!\w)')(?P<words>[^“”\"‘\n]*)\Z")
_CLOSING = re.compile(r"(?P<words>[^“”\"‘’'\n]*?(?:’s\b[^“”\"‘’'\n]*?)?)(?P<stop>[,.]?)(?:[”\"’]|''|'(?!\w))")
_PART = re.compile(rf"\b{one_of(part.capitalize() for part in DAY_PARTS)}\b")
_OF_A_CHANNEL = re.compile(r"(?:\w['’]s|\w[sS]['’])\s+\Z")
_BEFORE_A_SHOW = re.compile(r"(?:\b(?:told|tells|tell)|\w['’]s|\w[sS]['’])\s+\Z")
_HOST = re.compile(r" with [A-Z][\w’'-]+ [A-Z]")
_CAPITALS_BEHIND = re.compile(r"\s+[A-Z][\w’'-]+\s+[A-Z][\w’'-]+")


def in_a_title(text: str, span: Span) -> bool:
    """Whether the words at `span` are a title or a part of one."""
    return any(
        is_title(text, span) for is_title in (_known, _quoted, _capitals, _of_a_channel, _with_an_article, _with_a_host)
    )


def _known(text: str, span: Span) -> bool:
    """'Sunday Times' and 'Mail on Sunday' name papers."""
    start = max(0, span.start - _LONGEST_KNOWN)
    around = text[start : span.end + _LONGEST_KNOWN]
    return any(start + name.start() < span.end and span.start < start + name.end() for name in _KNOWN.finditer(around))


def _quoted(text: str, span: Span) -> bool:
    """On “Sunday Morning Futures” they met. Two words at least in quotation marks, all with capitals."""
    before = _OPENING.search(text[max(0, span.start - _LONGEST_QUOTED) : span.start])
    behind = _CLOSING.match(text[span.end : span.end + _LONGEST_QUOTED]) if before else None
    if before is None or behind is None:
        return False
    quoted = f"{before['words']}{span.of(text)}{behind['words']}".split()
    alone = len(quoted) == 1 and not behind["stop"] and quoted[0] == "Today"
    return alone or (len(quoted) > 1 and _is_capitalised(quoted))


def _is_capitalised(title: list[str]) -> bool:
    return title[0][0].isupper() and all(not word[0].islower() or word in _SMALL for word in title)


def _capitals(text: str, span: Span) -> bool:
    """He told CBS Sunday Morning; in a headline every word has a capital."""
    return _PART.search(span.of(text), 1) is not None and not _in_a_headline(text, span)


def _in_a_headline(text: str, span: Span) -> bool:
    before, behind = text[max(0, span.start - 40) : span.start], text[span.end : span.end + 40]
    around = (before.rpartition("\n")[2] + behind.partition("\n")[0]).split()
    return not any(word[0].islower() and word not in _SMALL for word in around)


def _of_a_channel(text: str, span: Span) -> bool:
    """She told Radio 4's Today: the capital inside a sentence."""
    return span.of(text) in ("Today", "Tonight", "Overnight") and bool(
        _OF_A_CHANNEL.search(text[max(0, span.start - 4) : span.start])
    )


def _with_an_article(text: str, span: Span) -> bool:
    """The author of The Thursday Murder Club."""
    return (
        " " not in span.of(text)
        and text[max(0, span.start - 4) : span.start] == "The "
        and _CAPITALS_BEHIND.match(text, span.end) is not None
    )


def _with_a_host(text: str, span: Span) -> bool:
    """She told Sunday with Laura Pole, the BBC's Sunday with Laura Pole; not: they met on Sunday with Laura Pole."""
    return (
        _HOST.match(text, span.end) is not None
        and _BEFORE_A_SHOW.search(text[max(0, span.start - 7) : span.start]) is not None
    )
