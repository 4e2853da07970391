"""Where a reporting clause and a reported clause begin and end."""

from spacy.tokens import Token

from claims.extraction.attributions.cues import lexicon, misread
from claims.extraction.attributions.turned_down import turned_down
from claims.extraction.parsed.labels import AUXILIARY, FINITE, NAME_PART, OBJECT, SUBJECT
from claims.extraction.parsed.page import Page, width
from claims.extraction.parsed.passages import DOUBLE, SINGLE, trimmed
from claims.extraction.parsed.word_lists import words
from claims.records import Span

RECIPIENTS = words("recipients")
"""Verbs whose first object is who was told."""

_TIMES = words("times")
_SAID = words("said")
_ASIDE = words("aside")
_SAYING = words("saying")
_MEETINGS = words("meetings")
_REACTIONS = words("reactions")
_OCCASIONS = words("occasions") | words("occasions_set_off")
_MOVES = words("moves")
_TELLS = frozenset({"clause", "belief", "naming", "naming_as"})
_HELPING = frozenset({"have", "has", "had", "do", "does", "did"})
_CLOSING = frozenset((*DOUBLE, *SINGLE, "''"))
_SUMS = words("sums")
_SUMMED_WITHIN = 6
"""Words from 'a' to the noun of 'a 16-point margin'."""
_TELLER_WITHIN = 7
"""Words from 'which' to the verb of 'which at least one engineer considered unsafe'."""
_THEN = frozenset({"before", "while", "after", "despite"})
_AND = frozenset({"and", "but"})
_ADJUNCT_STOPS = frozenset(",.;:?!–—―\"“”''``()[]")
_NICKNAME = 25
"""Characters: a shorter quoted passage without a stop in it may be no more than a nickname."""
_INVERTED_WITHIN = 12
"""Words behind a verb among which the head of its inverted subject is looked for."""
_ASIDE_WITHIN = 8
"""Words of an aside without a verb: 'while troublesome'."""
_OCCASION_WITHIN = 6
"""Words from 'during' to what it happened at."""
_HEARD_WITHIN = 5
"""Words from 'prompting' to what is heard, and from 'then' to the room."""
_VERB_WITHIN = 3
"""Words from 'when' or 'which' to the verb of its clause."""


def finite(token: Token) -> bool:
    """Whether a verb form carries tense: 'said', 'will'; not 'saying', 'to say'."""
    return token.tag_ in FINITE or misread(token)


def right_child(token: Token, labels: frozenset[str]) -> Token | None:
    return next((child for child in token.rights if child.dep_ in labels), None)


def subject_of(token: Token) -> Token | None:
    """The verb's own subject."""
    return next((child for child in token.children if child.dep_ in SUBJECT), None)


def object_of(token: Token) -> Token | None:
    """The last object before any clause: in 'told him the story' the story."""
    return next((child for child in token.rights if child.dep_ in OBJECT and not is_time(child)), None)


def is_time(token: Token) -> bool:
    """Whether a noun names a time: 'said Tuesday', 'said last week'."""
    return token.lower_ in _TIMES


def reporting_clause(token: Token, page: Page) -> tuple[int, int]:
    """(start, end) of 'she said on Monday' or 'said the mayor, who is new': the verb, its subject and what is short
    around it, without any reported clause. Positions are code points."""
    return _start(token, page), _end(token, page)


def _start(token: Token, page: Page) -> int:
    floor = max(page.sentence_start(token.i), _after_quotation(token, page))
    first = token.i
    nearest = max((child.i for child in token.lefts if child.dep_ in SUBJECT), default=-1)
    for child in token.lefts:
        if child.i == nearest or child.dep_ in AUXILIARY or child.dep_ == "advmod":
            first = min(first, max(child.left_edge.i, floor)) if child.i >= floor else first
    while first < token.i and page.tokens[first].is_punct:
        first += 1
    return page.tokens[first].idx


def _after_quotation(token: Token, page: Page) -> int:
    """The number of the token after the last quoted passage before `token` that is more than a nickname."""
    passage = page.passage_before(token.idx)
    if passage is None or (
        page.text[passage.words.end - 1 : passage.words.end] not in ",.?!…" and width([passage.span]) < _NICKNAME
    ):
        return 0
    return page.token_at(passage.span.end - 1) + 1


def _end(token: Token, page: Page) -> int:
    limit = page.sentence_end(token.i)
    number = token.i + 1
    inverted = next((child for child in token.rights if child.dep_ in SUBJECT), None)
    if inverted is not None and inverted.i <= token.i + _INVERTED_WITHIN:
        number = max(number, min(inverted.right_edge.i + 1, limit))
    while number < limit and page.tokens[number].text not in _ADJUNCT_STOPS and not page.tokens[number].is_space:
        number += 1
    last = page.tokens[number - 1]
    return last.idx + len(last) if number >= len(page.doc) else page.tokens[number].idx


def clause_span(head: Token, page: Page) -> Span:
    """The words of a clause or phrase, from its left edge to its right edge, as far as they belong to it."""
    first, last = head.left_edge, head.right_edge
    limit = page.sentence_end(head.i)
    end = cut(max(first.i, head.i - 1), min(last.i + 1, limit), page)
    stretch = page.stretch(first.i, max(end - 1, first.i))
    within = page.paragraph_at(first.idx)
    return bare(page.text, stretch.start, min(stretch.end, within.end))


def finite_clause(head: Token) -> bool:
    """Whether a clause carries tense, itself or by an auxiliary."""
    return finite(head) or any(child.dep_ in AUXILIARY and finite(child) for child in head.children)


def is_infinitive(clause: Token) -> bool:
    """Whether a clause is 'to act'."""
    return any(child.lower_ == "to" and child.i < clause.i for child in clause.children)


def to_do_behind(end: int, page: Page) -> int:
    """The end of 'to …' right behind a noun: 'called for the council | to act'."""
    number = page.token_at(end - 1) + 1
    if number >= len(page.doc) - 1 or page.tokens[number].tag_ != "TO":
        return end
    return max(end, clause_span(page.tokens[number].head, page).end)


def cut(first: int, end: int, page: Page) -> int:
    """The number after the last token of a report, before a new one: '…, adding that', '… and said', '…, though'."""
    for number in range(first + 1, end - 1):
        token = page.tokens[number]
        if not page.quoted(token) and (_turns_away(token, token.nbor(1)) or _somebody_else_says(token)):
            return _before_conjunction(_before_day(number, page), first, page)
        if _turns_from_quotation(token):
            return number + 1
    return _before_conjunction(end, first, page)


def _before_day(end: int, page: Page) -> int:
    """Without the day of the speech, where a clause about the speech follows: 'was used | yesterday, which angered'"""
    told_of = end + 1 < len(page.doc) and _comes_of_it(page.tokens[end + 1])
    return end - 1 if told_of and page.tokens[end - 1].lower_ in ("yesterday", "today") else end


def _before_conjunction(end: int, first: int, page: Page) -> int:
    """Without the conjunction that a report can't end in: 'that the bridge was closed, | and'"""
    while end > first + 2 and (page.tokens[end - 1].lower_ in _AND or page.tokens[end - 1].text == ","):
        end -= 1
    return end


def _turns_away(token: Token, following: Token) -> bool:
    if token.text in (",", "-", "–", "—", "--"):
        return (
            reports_anew(following)
            or (following.lower_ in _ASIDE and not _resumes(following))
            or _comes_of_it(following)
            or _told_apart(following)
            or _after_speaking(following)
            or turned_down(following) is not None
            or (following.lower_ in _AND and _says(following.nbor(1)))
        )
    if token.lower_ in _THEN and following.tag_ == "VBG" and following.lower_ in _SAYING:
        return True
    if token.lower_ == "when" and _comes_of_it(token):
        return following.tag_ == "PRP"
    return token.lower_ in _AND and (_says(following) or _leaves(following))


def _leaves(token: Token) -> bool:
    """Whether a speaker goes: '… and | then left the room'"""
    within = token.doc[token.i + 1 : token.i + _HEARD_WITHIN]
    if token.lower_ != "then" or len(within) < _HEARD_WITHIN - 1 or within[0].lower_ not in words("leaves"):
        return False
    return any(word.lower_ in words("leaves_from") for word in within[1:])


def _told_apart(token: Token) -> bool:
    """Whether a relative clause has a source and cue of its own: 'a new bridge, | which she called a disgrace'"""
    if token.tag_ not in ("WDT", "WP") or token.i + _VERB_WITHIN >= len(token.doc):
        return False
    verb = next((word for word in token.doc[token.i + 2 : token.i + _TELLER_WITHIN + 1] if finite(word)), token)
    frames = lexicon().frames.get(lexicon().bases.get(verb.lower_, ""), frozenset[str]())
    subject = subject_of(verb)
    near = token.nbor(1).tag_ == "PRP" and verb.i <= token.i + _VERB_WITHIN
    return bool(frames & _TELLS) and (near or (subject is not None and token.i < subject.i < verb.i))


def _resumes(aside: Token) -> bool:
    """Whether the verb of a report comes behind an aside: 'the bridge, | while old, was safe'"""
    for token in aside.doc[aside.i + 1 : min(aside.i + _ASIDE_WITHIN, len(aside.doc) - 1)]:
        if finite(token) or token.text == ",":
            return token.text == "," and finite(token.nbor(1))
    return False


def _comes_of_it(token: Token) -> bool:
    """Whether a clause tells of the speech and is no part of it: ', drawing boos', ', when she faced them'"""
    within = token.doc[token.i : token.i + _VERB_WITHIN]
    if token.lower_ in words("brings_about"):
        return any(word.lower_ in words("heard") for word in token.doc[token.i : token.i + _HEARD_WITHIN])
    if token.tag_ == "VBG" or token.lower_ == "which":
        return any(word.lower_ in _REACTIONS for word in within)
    return token.lower_ == "when" and any(word.lower_ in _MEETINGS for word in within)


def _after_speaking(token: Token) -> bool:
    """Whether what follows a comma is the writer's: ', before leaving', ', speaking in Leeds', ', also known as Tom',
    ', during an urgent question', ', a claim that …', ', as have others'"""
    if token.i + 1 >= len(token.doc):
        return False
    following = token.nbor(1)
    if token.lower_ in ("before", "after"):
        return following.tag_ == "VBG"
    if token.lower_ == "as":
        return following.lower_ in _HELPING and finite(following)
    if token.lower_ == "also":
        return following.lower_ == "known"
    if token.lower_ in ("a", "an"):
        if sums_up(token):
            return True
        return following.lower_ in _MOVES and token.i + 2 < len(token.doc) and token.nbor(2).lower_ in ("that", "which")
    if token.lower_ in ("speaking", "addressing"):
        return True
    within = token.doc[token.i + 1 : token.i + _OCCASION_WITHIN]
    return token.lower_ in ("during", "in", "at") and any(word.lower_ in _OCCASIONS for word in within)


def sums_up(article: Token) -> bool:
    """Whether a noun behind a comma sums up what went before: ', a claim nobody believed', ', a 16-point margin'"""
    within = article.doc[article.i + 1 : article.i + _SUMMED_WITHIN]
    noun = next((word for word in within if word.pos_ == "NOUN" and word.dep_ not in NAME_PART | {"amod"}), article)
    return noun.lower_ in _SUMS


def _turns_from_quotation(token: Token) -> bool:
    """'… a "distortion," calling', '… "safe," though': behind the comma inside the marks the writer goes on."""
    if token.text not in _CLOSING or token.nbor(-1).text != ",":
        return False
    following = token.nbor(1)
    aside = following.lower_ in _ASIDE and not _resumes(following)
    return following.tag_ in ("VBG", "VBN") or aside or sums_up(following)


def _somebody_else_says(token: Token) -> bool:
    """'… and one in four said': a conjunction before the subject of a new reporting verb."""
    if token.lower_ not in _AND and token.text != ";":
        return False
    joined = (child for child in token.head.rights if child.dep_ == "conj" and child.i > token.i)
    verb = token.head if token.head.i > token.i else next(joined, None)
    if verb is None or not finite(verb) or verb.lower_ not in _SAID:
        return False
    subject = subject_of(verb)
    return subject is not None and token.i < subject.i < verb.i


def reports_anew(token: Token) -> bool:
    """Whether a word behind a comma opens a report of its own: 'adding', 'according'."""
    return token.lower_ == "according" or (token.tag_ == "VBG" and _takes_clause(token))


def _says(token: Token) -> bool:
    while token.tag_ == "RB" and token.i + 1 < len(token.doc):
        token = token.nbor(1)
    return finite(token) and token.lower_ in _SAID


def _takes_clause(token: Token) -> bool:
    base = lexicon().bases.get(token.lower_)
    return base is not None and "clause" in lexicon().frames.get(base, ())


def bare(text: str, start: int, end: int) -> Span:
    """Without white space, commas and full stops at the edges."""
    span = trimmed(text, start, end)
    while span.end > span.start and text[span.end - 1] in ",;:.–—":
        span = trimmed(text, span.start, span.end - 1)
    while span.start < span.end and text[span.start] in ",;:.–—":
        span = trimmed(text, span.start + 1, span.end)
    return span
