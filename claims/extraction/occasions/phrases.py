"""Noun phrases that name an occasion: which words belong to one, and what kind of thing it names."""

import re
from collections.abc import Sequence

from spacy.tokens import Token

from claims.extraction.occasions.words import listed, named
from claims.extraction.parsed import outlets, word_lists
from claims.records import Span

_JOINS = frozenset({"of", "on", "for", "to", "into", "with", "in", "at", "'s", "’s", "'", "’"})
_DETERMINERS = frozenset({"a", "an", "the", "his", "her", "its", "their", "my", "our", "this", "that", "another"})
_GENITIVES = frozenset({"'s", "’s", "'", "’"})
_OF = frozenset({"of", "from", "at"})
_SENT = frozenset({"programme", "program", "show", "podcast"})
_QUOTES = "\"“”'‘’"


def noun_phrase(tokens: list[Token]) -> list[Token]:
    """The noun phrase that begins a stretch: 'the BBC's Daily Politics', 'an interview with CNN'."""
    found: list[Token] = []
    for number, token in enumerate(tokens):
        following = tokens[number + 1] if number + 1 < len(tokens) else None
        if token.lower_ in _JOINS and (not found or following is None or not _goes_on(token, following, found)):
            break
        if not (token.lower_ in _JOINS or _nominal(token) or in_a_title(token)):
            break
        found.append(token)
    while found and _ends_no_phrase(found[-1]):
        found.pop()
    return found


def _ends_no_phrase(token: Token) -> bool:
    return token.lower_ in _JOINS | _DETERMINERS or (token.pos_ == "ADJ" and not capital(token))


def in_a_title(token: Token) -> bool:
    """Whether an 'and' stands in the name of what is sent: Fox and Friends"""
    around = token.doc[max(token.i - 1, 0) : token.i + 2] if token.lower_ == "and" else token.doc[:0]
    return around.text.lower() in word_lists.listed("outlets", "programmes")


def _nominal(token: Token) -> bool:
    if token.text in _QUOTES or token.lower_ in _DETERMINERS or token.text in ("-", "&"):
        return True
    return token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") or token.tag_ in ("VBN", "JJ") or capital(token)


def capital(token: Token) -> bool:
    return token.text[:1].isupper()


def _goes_on(token: Token, following: Token, found: list[Token]) -> bool:
    """Whether a small word goes on with a name or an event: 'Bank of England', 'interview with CNN'."""
    if token.lower_ in ("'s", "’s", "'", "’", "of"):
        return True
    return is_event(found) and (capital(following) or following.lower_ in _DETERMINERS)


def event_within(noun: list[Token]) -> bool:
    """'an interview with CNN', 'a letter to the editor': the event stands before its first small word."""
    return is_event(up_to_small_word(noun))


def is_event(noun: Sequence[Token]) -> bool:
    words = [token.lower_ for token in noun[-2:]]
    return bool(words) and (words[-1] in listed("events") or " ".join(words) in listed("events"))


def up_to_small_word(noun: Sequence[Token]) -> Sequence[Token]:
    """the High Court | in London"""
    small = _JOINS - {"'s", "’s", "'", "’", "of"}
    return noun[: next((n for n, token in enumerate(noun) if token.lower_ in small), len(noun))]


def body_named(noun: Sequence[Token]) -> str | None:
    """The name of a body with a name: 'the Commons', 'the Home Affairs Select Committee'."""
    bare = without_determiner(noun)
    words = " ".join(token.lower_ for token in bare)
    if words in named("named"):
        return named("named")[words]
    if words == "white house":
        return None
    if len(bare) > 1 and bare[-1].lower_ in listed("bodies") and all(capital(t) or t.lower_ in _JOINS for t in bare):
        return printed(bare)
    return None


def is_outlet(noun: Sequence[Token]) -> bool:
    """the Harbour Times, BBC News; and what an outlet sends: the BBC's Daily Politics, Fox News Sunday"""
    bare = [token for token in without_determiner(noun) if token.text not in _QUOTES]
    words = [token.lower_ for token in bare]
    if not any(capital(token) for token in bare):
        return False
    whole = all(capital(token) or token.lower_ in _JOINS | _SENT for token in bare)
    return (whole and outlets.is_outlet(words)) or outlets.is_programme(words)


def outlet_told(noun: Sequence[Token]) -> Sequence[Token]:
    """The outlet whose reporter was told something: the BBC | 's Ann Jones, BBC | political editor Ann Jones; the
    Associated Press | of the plan; Ann Jones of | the BBC. Nothing where no outlet ends there."""
    for number, token in enumerate(noun):
        if not number:
            continue
        if token.lower_ in _OF and _is_reporter(noun[:number]) and is_outlet(noun[number + 1 :]):
            return noun[number + 1 :]
        owner = token.lower_ in _GENITIVES
        ends = _is_reporter(noun[number + 1 :]) if owner else token.lower_ == "of" or _is_common(token)
        if ends and is_outlet(noun[:number]):
            return noun[:number]
    return ()


def _is_common(token: Token) -> bool:
    """political editor; not the programme of 'the Today programme'"""
    return token.is_lower and token.pos_ in ("NOUN", "ADJ") and token.lower_ not in _SENT


def _is_reporter(noun: Sequence[Token]) -> bool:
    """Whether words are somebody's name: Ann Jones; not Daily Politics, and not the Andrew Marr Show"""
    given = (
        any(noun[0].lower_ in word_lists.listed("names", name) for name in ("male", "female", "either"))
        if noun
        else False
    )
    return (
        given and len(noun) in (2, 3) and all(map(capital, noun)) and not outlets.ends_like_a_programme(noun[-1].lower_)
    )


def is_programme(noun: Sequence[Token]) -> bool:
    """on Fox News Sunday, on the BBC's Today programme, on "This Week": what is sent"""
    if is_outlet(noun) or noun[-1].lower_ in _SENT:
        return True
    return noun[0].text in _QUOTES and noun[-1].text in _QUOTES and len(noun) > 2


def without_determiner(noun: Sequence[Token]) -> Sequence[Token]:
    return noun[1:] if noun and noun[0].lower_ in _DETERMINERS else noun


def printed(tokens: Sequence[Token]) -> str:
    """As printed, on one line and without quotation marks; the owner of a programme without its genitive."""
    first = next((n for n, token in enumerate(tokens) if token.lower_ in ("'s", "’s")), None)
    kept = [token for n, token in enumerate(tokens) if n != first or not _owns(tokens[n - 1])]
    text = "".join(token.text_with_ws if token in kept else " " for token in tokens)
    text = re.sub(rf"(?<!\w)[{_QUOTES}]|[{_QUOTES}](?!\w)", "", text)
    return " ".join(text.split()).strip(" ,")


def _owns(token: Token) -> bool:
    """the BBC | 's, Radio 4 | 's"""
    return capital(token) or (token.is_digit and token.i > 0 and capital(token.nbor(-1)))


def as_printed(tokens: Sequence[Token]) -> str:
    text = " ".join("".join(token.text_with_ws for token in tokens).split()).strip(" ,")
    return text[:1].lower() + text[1:]


def stretch(first: Token, last: Token) -> Span:
    return Span(first.idx, last.idx + len(last))
