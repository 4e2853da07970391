"""The source of a cue by the order of words: what stands next to it.

Around quotation marks that is a better guide than the tree: what stands between a quotation and its verb, or right
after the verb, speaks. A rule is of the shape that `sources` describes."""

from spacy.tokens import Token

from claims.extraction.attributions.clauses import is_time, subject_of
from claims.extraction.attributions.content import Found
from claims.extraction.parsed.labels import NOMINAL, RELATIVE, is_passive
from claims.extraction.parsed.page import Page
from claims.records import Span

_BRACKET_WITHIN = 6
"""Tokens among which the other end of a bracket is looked for."""


def between_words_and_verb(what: Found, page: Page) -> Token | None:
    """ "…," the mayor of Leeds said -> mayor"""
    if what.rule not in ("quotation_before", "clause_before", "clause_around"):
        return None
    if _is_inverted(what.cue.token):
        return None
    first = page.token_at(max(span.end for span in what.content if span.end <= what.cue.token.idx) - 1) + 1
    return _top_nominal([page.tokens[number] for number in range(first, what.cue.token.i)], what.cue.token)


def _is_inverted(verb: Token) -> bool:
    """ "…" on the bridge, said Ann Jones: a comma before the verb and its subject behind it"""
    subject = subject_of(verb)
    return verb.i > 0 and verb.nbor(-1).text == "," and subject is not None and subject.i > verb.i


def right_after_verb(what: Found, page: Page) -> Token | None:
    """ "…," said the mayor, who is new -> mayor"""
    if what.rule not in ("quotation_before", "clause_before"):
        return None
    stretch = []
    for number in range(what.cue.last.i + 1, min(what.cue.last.i + 25, len(page.doc))):
        token = page.tokens[number]
        if (token.is_punct and token.text != "-") or token.is_space or token.pos_ in ("VERB", "ADP", "SCONJ"):
            break
        stretch.append(token)
    return _top_nominal(stretch, what.cue.token)


def _top_nominal(stretch: list[Token], verb: Token) -> Token | None:
    """The nominal of the stretch that hangs on nothing else in it; the verb's subject where it is there."""
    numbers = {token.i for token in stretch}
    nominals = [token for token in stretch if token.pos_ in NOMINAL and token.tag_ not in ("DT", "PRP$")] or [
        t for t in stretch if _like_a_name(t)
    ]
    tops = [token for token in nominals if token.head.i not in numbers or token.head == token]
    tops = [token for token in tops if not token.dep_.startswith("obl")] or tops or nominals
    return next((token for token in tops if token.head == verb), tops[0] if tops else None)


def _like_a_name(token: Token) -> bool:
    """A capitalised word, whatever the tagger makes of it: surnames that it has never seen."""
    return token.is_title and token.is_alpha


def adjacent_nominal(what: Found, page: Page) -> Token | None:
    """The nominal right before the verb, where the parser found no subject at all"""
    if what.cue.token.pos_ == "NOUN" or is_passive(what.cue.token):
        return None
    number = what.cue.token.i - 1
    first = page.sentence_start(what.cue.token.i)
    while number > first and _stands_between(page.tokens[number]):
        number -= 1
    if page.tokens[number].text == ")":
        number = next(
            (n - 1 for n in range(number, max(first, number - _BRACKET_WITHIN), -1) if _opens(n, page)), number
        )
    token = page.tokens[number] if number >= first else None
    if token is None or not (token.pos_ in ("PROPN", "PRON", "NOUN") or _like_a_name(token)) or token.tag_ == "WRB":
        return None
    return token if what.cue.token.tag_ not in ("VB", "VBG") else None


def _stands_between(token: Token) -> bool:
    """'also', 'has', the 's of 'he's said'"""
    return token.text in ("'s", "’s") or (token.pos_ in ("ADV", "AUX", "PART") and not _like_a_name(token))


def _opens(number: int, page: Page) -> bool:
    return page.tokens[number].text == "("


def before_commas(what: Found, page: Page) -> Token | None:
    """Ann Jones, who is new to the post, said -> Jones"""
    verb = what.cue.token
    comma = _comma_before(verb)
    if comma is None or verb.tag_ == "VBG":
        return None
    first = page.sentence_start(verb.i)
    segment: list[Token] = []
    for number in range(comma - 1, first - 2, -1):
        if number < first or page.tokens[number].text == ",":
            if segment and _names_somebody(segment):
                return _top_nominal(segment, verb)
            segment = []
        elif inside(page.tokens[number], what.content):
            return None
        else:
            segment.insert(0, page.tokens[number])
    return None


def _comma_before(verb: Token) -> int | None:
    """The number of the comma before a verb: ', also said'."""
    number = verb.i - 1
    while number > 0 and verb.doc[number].pos_ == "ADV":
        number -= 1
    return number if number > 0 and verb.doc[number].text == "," else None


def _names_somebody(segment: list[Token]) -> bool:
    """A name without a verb: 'Sen. Marco Rubio', not 'R-Fla.' and not 'who is new'."""
    first = segment[0]
    if len(segment) < 2:
        behind_inset = any(token.lower_ in RELATIVE for token in first.sent[: first.i - first.sent.start])
        return first.pos_ == "PROPN" and not is_time(first) and not behind_inset
    if any(token.tag_ in ("VBD", "VBZ", "VBP", "MD", "VBG", "WP", "WDT", "WP$") for token in segment):
        return False
    if first.pos_ == "DET":
        return first.is_title
    return (
        (first.pos_ == "PROPN" or _like_a_name(first)) and segment[1].text != "-" and first.pos_ not in ("ADP", "SCONJ")
    )


def inside(token: Token, content: tuple[Span, ...]) -> bool:
    return any(start <= token.idx < end for start, end in content)
