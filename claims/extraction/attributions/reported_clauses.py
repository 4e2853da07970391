"""What was said in a clause of its own: before its cue, around it or behind it."""

from spacy.tokens import Token

from claims.extraction.attributions.clauses import (
    RECIPIENTS,
    bare,
    cut,
    finite,
    finite_clause,
    is_time,
    object_of,
    right_child,
    subject_of,
)
from claims.extraction.attributions.cues import Cue, is_reporting, lexicon
from claims.extraction.attributions.introducing import conjunction
from claims.extraction.attributions.occasions_behind import without_occasion
from claims.extraction.attributions.quoted_speech import past_quotation
from claims.extraction.parsed.labels import (
    ADVERBIAL_CLAUSE,
    AUXILIARY,
    CLAUSE,
    FINITE,
    LOOSE,
    NOUN_CLAUSE,
    OBJECT,
    RELATIVE,
    is_passive,
)
from claims.extraction.parsed.page import Page
from claims.extraction.parsed.word_lists import words
from claims.records import Span

_PLAIN = words("plain")
_OPENS_CLAUSE = frozenset(
    {"PRP", "DT", "NNP", "NNPS", "NN", "NNS", "PRP$", "JJ", "CD", "EX", "IN", "WRB", "JJS", "JJR", "PDT", "RBR", "VBG"}
)
_NEVER_FIRST = frozenset({"after", "when", "while", "as", "because", "since", "before", "until", "to", "last", "about"})
_INVERTS = frozenset({",", '"', "”", "''", "’", "—", "–"})
_RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$"})
_OF_A_DAY = frozenset({"on", "late", "early", "earlier", "later"})
_NO_CONTENT = frozenset({"conj", "cc", "punct", "parataxis"})
_VERBAL = frozenset({"TO", "VBN"})
_AND = frozenset({"and", "but"})
_BESIDE = frozenset({"while", "as", "after", "when", "even"})
_BEGINS_CLAUSE = frozenset({"PRP", "DT", "PRP$", "EX", "CD"})
_DASHES = frozenset({"–", "—", "―", "--"})


def clause_after(cue: Cue, page: Page) -> list[Span] | None:
    """She said the tax would be cut. -> the tax would be cut"""
    if not cue.frames & {"clause", "question", "belief", "finding"}:
        return None
    first = _where_it_begins(cue, page)
    if first is None:
        return None
    if page.tokens[first].lower_ in _NEVER_FIRST or (
        page.tokens[first].tag_ in _RELATIVE_TAGS and page.tokens[first - 1].text == ","
    ):
        return None
    if _is_condition(cue, first, page) or _is_beside(cue, first, page):
        return None
    end = _where_it_ends(cue, first, page)
    held = FINITE if cue.word in words("finding_out") else FINITE | _VERBAL
    # "demanded that the mayor resign": no tense, and often no verb to the tagger either.
    begins = page.tokens[first].lower_ == "that" and cue.word not in words("finding_out")
    if not begins and not any(finite(token) or token.tag_ in held for token in page.tokens[first:end]):
        return None
    end = without_occasion(first, end, page)
    return [bare(page.text, page.tokens[first].idx, page.tokens[end - 1].idx + len(page.tokens[end - 1]))]


def _is_condition(cue: Cue, first: int, page: Page) -> bool:
    """'Promised to resign | if the vote was lost': what was promised stands before."""
    between = [token.tag_ for token in page.tokens[cue.last.i + 1 : first]]
    return page.tokens[first].lower_ == "if" and "commitment" in cue.frames and between[:1] == ["TO"]


def _is_beside(cue: Cue, first: int, page: Page) -> bool:
    """'Denied involvement | while officials said the drone was hers': a thing was denied, and others say something."""
    if "stance" not in cue.frames and "matter" not in cue.frames:
        return False
    for token in page.tokens[first : page.sentence_end(first)]:
        if token.lower_ in _BESIDE and token.i > first:
            return True
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "DET") and token.lower_ not in ("of", "in", "any", "all"):
            return False
    return False


def _where_it_begins(cue: Cue, page: Page) -> int | None:
    """The number of the first token of the clause that a cue reports."""
    opening = conjunction(cue, page)
    if opening is not None:
        return opening
    if cue.token.tag_ == "VBN" and is_passive(cue.token) and cue.word not in RECIPIENTS and not cue.quotes:
        return None
    clause = right_child(cue.last if cue.quotes else cue.token, CLAUSE)
    if clause is None and "clause" in cue.frames:
        clause = _clause_in_disguise(cue)
    if clause is None or clause.i <= cue.last.i:
        return _right_behind(cue, page) if cue.word in _PLAIN else None
    first = max(clause.left_edge.i, cue.last.i + 1)
    for child in cue.token.rights:
        if child.dep_ in OBJECT and cue.last.i < child.i < first and cue.word not in RECIPIENTS and not is_time(child):
            first = min(first, child.left_edge.i)
    return _past_the_day(cue, _past_whom(cue, first, page), page)


def _past_the_day(cue: Cue, first: int, page: Page) -> int:
    """Where the clause begins that the parser gave the day of its telling: 'said on Friday he met them' -> he"""
    number = first
    if first != cue.last.i + 1 and cue.word not in RECIPIENTS:
        return first
    while number < min(first + 4, len(page.doc) - 1) and (
        page.tokens[number].lower_ in _OF_A_DAY or is_time(page.tokens[number])
    ):
        number += 1
    named = number > first and is_time(page.tokens[number - 1])
    return number if named and page.tokens[number].tag_ in _BEGINS_CLAUSE else first


def _right_behind(cue: Cue, page: Page) -> int | None:
    """The number of the first word after a plain reporting verb and its adverbs, if a clause can begin there."""
    limit = page.sentence_end(cue.token.i)
    number = _after_adjuncts(cue, page)
    if number >= limit - 2 or page.tokens[number].tag_ not in _OPENS_CLAUSE:
        return None
    if (
        subject_of(cue.token) is None
        and cue.token.i
        and cue.token.nbor(-1).text in _INVERTS
        and cue.token.tag_ != "VBG"
    ):
        return None
    strict = cue.word in words("strict") and cue.token.dep_ not in NOUN_CLAUSE
    for token in page.tokens[number:limit]:
        if token.text in ".;:" or (token.lower_ in RELATIVE and not strict):
            return None
        if finite(token) or (strict and token.tag_ == "VBN"):
            return _past_whom(cue, number, page)
    return None


def _after_adjuncts(cue: Cue, page: Page) -> int:
    """The number of the first word behind a verb that is neither adverb nor time nor who was told."""
    number = cue.last.i + 1
    whom = object_of(cue.token) if cue.word in RECIPIENTS else None
    if whom is not None and whom.left_edge.i == number and whom.right_edge.i < page.sentence_end(cue.token.i) - 3:
        number = whom.right_edge.i + 1
    while number < len(page.doc) - 1 and (page.tokens[number].tag_ == "RB" or is_time(page.tokens[number])):
        number += 1
    return number


def _past_whom(cue: Cue, first: int, page: Page) -> int:
    """Where the clause begins that the parser ran into who was told: 'told CNN Ms Jones was ready' -> Ms"""
    start = cue.last.i + 1
    swallowed = first == start or finite(page.tokens[first])
    if cue.word != "tell" or not swallowed or page.tokens[start].pos_ == "PRON":
        return first
    behind = range(start, page.sentence_end(start))
    verb = next((n for n in behind if finite(page.tokens[n])), None)
    if verb is None:  # 'the bridge closed', which the tagger can take for 'the bridge that was closed'
        verb = next((n for n in behind if page.tokens[n].tag_ == "VBN"), first)
    for number in range(verb - 1, start, -1):
        token = page.tokens[number]
        if token.lower_ in words("titles") or token.pos_ in ("DET", "PRON"):
            return number
    return verb - 1 if verb - 1 > start and page.tokens[verb - 1].pos_ == "PROPN" else first


def _where_it_ends(cue: Cue, first: int, page: Page) -> int:
    """The number after the last token of the reported clause that begins at `first`."""
    last = first
    limit = page.sentence_end(cue.token.i)
    for child in cue.token.rights:
        if child.right_edge.i >= first and child.dep_ not in _NO_CONTENT and not _after_comma(child, first):
            last = max(last, child.right_edge.i)
    holder = page.tokens[first].head
    if holder.i >= first:
        last = max(last, holder.right_edge.i)
    end = cut(first, min(_through_its_verb(cue, first, last, page) + 1, limit), page)
    for passage in page.passages_between(page.tokens[first].idx, page.tokens[end - 1].idx + 1):
        end = max(end, page.token_at(past_quotation(page, passage) - 1) + 1)
    end = _before_parallel(cue, first, end, page)
    going_on = cue.token.dep_ not in NOUN_CLAUSE and _goes_on(end, limit, page)
    return cut(end - 1, limit, page) if going_on or _explains(cue, end, limit, page) else end


def _before_parallel(cue: Cue, first: int, end: int, page: Page) -> int:
    """Where a new cue in the tense of this one ends the report, if nothing in it has that tense: 'lamented that the
    bridge is old | and criticized the mayor', 'says that it was old | but promises a new one'"""
    tags = {page.tokens[first].tag_} if finite(page.tokens[first]) else set[str]()
    for token in page.tokens[first + 1 : end - 1]:
        if token.lower_ in _AND and cue.token.tag_ not in tags and not page.quoted(token):
            verb = _past_adverbs(token.nbor(1))
            if finite(verb) and verb.tag_ == cue.token.tag_ and verb.lower_ in lexicon().bases:
                return token.i - (token.nbor(-1).text == ",")
        if finite(token):
            tags.add(token.tag_)
    return end


def _past_adverbs(token: Token) -> Token:
    while token.tag_ == "RB" and token.i + 1 < len(token.doc):
        token = token.nbor(1)
    return token


def _through_its_verb(cue: Cue, first: int, last: int, page: Page) -> int:
    """The last token's number, with the verb that the tree took from its subject: 'who say the bridge | is safe'"""
    if cue.word not in words("strict") or cue.token.tag_ == "VB" or any(map(finite, page.tokens[first : last + 1])):
        return last
    number = last + 1
    while number < len(page.doc) - 1 and page.tokens[number].text in _DASHES:
        number += 1
    verb = page.tokens[number] if number < len(page.doc) else page.tokens[last]
    if not finite(verb):
        return last
    return max(verb.right_edge.i, verb.head.right_edge.i if verb.dep_ in AUXILIARY else number)


def _explains(cue: Cue, end: int, limit: int, page: Page) -> bool:
    """Whether a colon joins to the clause what it means: 'argued that the bridge was unsafe: | it had no rail'"""
    colon = end < limit - 2 and page.tokens[end].text == ":" and not page.quoted(page.tokens[end + 1])
    return colon and "question" not in cue.frames and not any(map(is_reporting, page.tokens[max(end - 3, 0) : end]))


def _goes_on(end: int, limit: int, page: Page) -> bool:
    """Whether the clause can't be over: its verb is still to come, or its reason: '…, who won, | would'."""
    if end >= limit - 2:
        return False
    token, following = page.tokens[end], page.tokens[end + 1]
    if token.text == ",":
        return following.tag_ == "MD" or (following.pos_ == "AUX" and finite(following))
    return token.lower_ in ("because", "than", "unless") or (token.tag_ == "MD" and page.tokens[end - 1].text != ",")


def _after_comma(child: Token, first: int) -> bool:
    edge = child.left_edge
    return edge.i > first and child.dep_ not in CLAUSE and edge.nbor(-1).text == ","


def _clause_in_disguise(cue: Cue) -> Token | None:
    """A clause that the parser took for a loose part or an object: 'said the party wins'."""
    for child in cue.token.rights:
        if child.dep_ in LOOSE | ADVERBIAL_CLAUSE and finite_clause(child) and child.left_edge.i <= cue.last.i + 8:
            if any(c.dep_ == "mark" and c.lower_ not in ("that", "if", "whether") for c in child.children):
                continue
            if child.left_edge.i > cue.last.i + 1 and child.left_edge.nbor(-1).text == ",":
                continue
            return child
    return None
