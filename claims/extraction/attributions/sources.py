"""Who is printed as the source of reported words: the noun phrase, before anybody asks whom it means.

A rule takes a cue and answers with the head of the source's noun phrase, or None. Those that look at the words next to
the cue stand in `nearby`, those that climb the tree from a verb without a subject in `governing`."""

from collections.abc import Callable

from spacy.tokens import Token

from claims.extraction.attributions.clauses import finite, is_time, object_of, subject_of
from claims.extraction.attributions.content import Found
from claims.extraction.attributions.governing import (
    carried_over,
    governing_subject,
    made_to,
    main_subject,
    modified_noun,
    same_speaker,
    with_somebody,
)
from claims.extraction.attributions.nearby import (
    adjacent_nominal,
    before_commas,
    between_words_and_verb,
    inside,
    right_after_verb,
)
from claims.extraction.attributions.turned_down import turned_down
from claims.extraction.parsed.labels import (
    OBJECT,
    POSSESSOR,
    SUBJECT,
    by_whom,
    is_passive,
    prepositional,
)
from claims.extraction.parsed.outlets import longest_outlet
from claims.extraction.parsed.page import Page
from claims.extraction.parsed.word_lists import lists
from claims.records import Span

_STOPS = frozenset('"“”[]–—―:;') | {"''", "``", "--"}
_NAME_TAGS = frozenset({"NNP", "NNPS", "NN", "NNS", "JJ", "POS", "HYPH"})

_DASHES = frozenset({"-", "–", "—", "―", "--"})
_JOINED = frozenset({"NNP", "DT", "PRP$", "CD"})
_SENTENCE = 6
"""Words inside quotation marks that are more than a name for somebody."""
_OPENING_WITHIN = 8
_OCCASIONS = frozenset(lists("dates")["said"]["occasions"])
_JOINED_WITHIN = 15
"""Tokens from 'as well as' to the cue."""
_BRACKET_WITHIN = 6
"""Tokens among which the other end of a bracket is looked for."""

Rule = Callable[[Found, Page], Token | None]


def quoted(what: Found, _page: Page) -> Token | None:
    """The paper quoted the mayor as saying, the mayor was quoted by the paper as saying -> mayor"""
    verb = what.cue.token
    if not what.cue.quotes:
        return None
    return subject_of(verb) if is_passive(verb) else object_of(verb)


def own_subject(what: Found, page: Page) -> Token | None:
    """The mayor said -> mayor"""
    verb = what.cue.token
    if verb.pos_ == "NOUN" or is_passive(verb):
        return None
    subjects = [child for child in verb.children if child.dep_ in SUBJECT and not _is_dateline(child, verb, page)]
    return next((one for one in subjects if one.tag_ not in ("WP", "WDT")), subjects[0] if subjects else None)


def agent(what: Found, _page: Page) -> Token | None:
    """was accused by the mayor of lying -> mayor"""
    verb = what.cue.token
    return by_whom(verb) if is_passive(verb) or verb.tag_ == "VBN" else None


def possessor(what: Found, _page: Page) -> Token | None:
    """the mayor's claim that … -> mayor; a claim by the mayor; the mayor made the claim that …"""
    if "noun" not in what.cue.frames:
        return None
    noun = what.cue.token
    owner = next((child for child in noun.children if child.dep_ in POSSESSOR), None)
    if owner is None:
        owner = next((other for preposition, other in prepositional(noun) if preposition in ("by", "from", "of")), None)
    owner = owner or _named_before(noun)
    if owner is None and noun.dep_ in OBJECT:
        owner = subject_of(noun.head)
    return owner or _doer_with(noun)


def _doer_with(noun: Token) -> Token | None:
    """The mayor entered the hall with the claim that … -> mayor"""
    verb = noun.head.head
    if noun.head.dep_ != "prep" or noun.head.lower_ != "with":
        return None
    return subject_of(verb) or (subject_of(verb.head) if verb.dep_ == "conj" else None)


def _named_before(noun: Token) -> Token | None:
    """the TUC demand that … -> TUC"""
    before = noun.nbor(-1) if noun.i else noun
    return before if before.tag_ in ("NNP", "NNPS") and before.head == noun else None


RULES: tuple[Rule, ...] = (
    quoted,
    between_words_and_verb,
    right_after_verb,
    possessor,
    own_subject,
    agent,
    with_somebody,
    modified_noun,
    same_speaker,
    made_to,
    governing_subject,
    adjacent_nominal,
    before_commas,
    carried_over,
    main_subject,
)


def find_source(what: Found, page: Page) -> Token | None:
    """The head of the source's noun phrase, by the first rule that knows."""
    for rule in RULES:
        head = rule(what, page)
        if head is None or _is_spoken(head, page):
            continue
        if not inside(head, what.content) and not _is_dateline(head, what.cue.token, page):
            return _before_bracket(head, what.cue.token)
    return None


def _is_spoken(head: Token, page: Page) -> bool:
    """Whether a word stands in what somebody says: not in 'the "experts" said', whose marks hold no sentence"""
    passage = page.passage_at(head.idx)
    return passage is not None and len(passage.words.of(page.text).split()) >= _SENTENCE


def _before_bracket(head: Token, cue: Token) -> Token:
    """Bob Hill (R-OH), said -> Hill: what stands in brackets says no more than where somebody comes from"""
    if not head.i < cue.i:
        return head
    for number in range(head.i, max(head.i - _BRACKET_WITHIN, 0), -1):
        if head.doc[number].text == ")" and number < head.i:
            break
        if head.doc[number].text == "(":
            return head.doc[number - 1] if head.doc[number - 1].pos_ == "PROPN" else head
    return head


def _is_dateline(head: Token, cue: Token, page: Page) -> bool:
    """LEEDS (Reuters) — The mayor said"""
    first = page.tokens[page.sentence_start(head.i)]
    if not (first.is_upper and len(first) > 3 and first.i <= head.i < cue.i):
        return False
    dashes = (token.i for token in page.tokens[first.i : cue.i] if token.text in _DASHES and bool(token.whitespace_))
    return head.i < next(dashes, 0)


def source_span(head: Token, cue: Token, content: tuple[Span, ...], page: Page) -> Span:
    """The whole noun phrase of `head`, appositions included, as far as it reaches neither the cue nor the content."""
    first = max(head.left_edge.i, page.sentence_start(head.i))
    last = min(head.right_edge.i, page.sentence_end(head.i) - 1)
    if cue.i > head.i:
        last = min(last, cue.i - 1)
    elif cue.i < head.i:
        first = max(first, cue.i + 1)
    first = next((n + 1 for n in range(head.i - 1, first - 1, -1) if _begins_anew(n, content, page)), first)
    last = next((n - 1 for n in range(head.i + 1, last + 1) if _stops(page.tokens[n], content)), last)
    last = _with_joined(_without_new_clause(head.i, last, page), cue, content, page)
    if head.pos_ == "PROPN":
        first = _without_opening(_whole_name(first, -1, content, page), head, page)
    if cue.i < head.i:
        last = _whole_name(last, 1, content, page)
    last = max(last, head.i + longest_outlet([token.lower_ for token in page.tokens[head.i : head.i + 3]]) - 1)
    while last + 1 < min(cue.i, len(page.doc)) and cue.i > head.i and _is_glued(page.tokens[last]):
        last += 1
    while (
        last > head.i and (page.tokens[last].is_punct or page.tokens[last].is_space) and page.tokens[last].text != ")"
    ):
        last -= 1
    while first < head.i and (page.tokens[first].is_punct or page.tokens[first].pos_ in ("ADP", "SCONJ", "CCONJ")):
        first += 1
    return page.stretch(min(first, head.i), max(last, head.i))


def _without_opening(first: int, head: Token, page: Page) -> int:
    """In 2019 | Ann Jones said, In her maiden speech | Ann Jones said: without a comma the tree takes both as one"""
    begin = page.sentence_start(first)
    if page.tokens[begin].lower_ not in ("in", "at", "during") or first - begin > _OPENING_WITHIN:
        return first
    opening = page.tokens[begin + 1 : head.i]
    cut = next((token.i for token in reversed(opening) if token.pos_ != "PROPN"), begin)
    spoken = page.tokens[cut].lower_ in _OCCASIONS or page.tokens[cut].shape_ == "dddd"
    return max(first, cut + 1) if spoken and not any(token.text == "," for token in opening) else first


def _with_joined(last: int, cue: Token, content: tuple[Span, ...], page: Page) -> int:
    """Ann Jones | as well as Bob Hill said: the tree has the second one elsewhere, or only 'as well as'"""
    tokens = page.tokens
    joints = (n for n in range(max(last - 2, 0), last + 3) if n < cue.i and _joins_names(n, page))
    joint = next(joints, None)
    if joint is None or cue.i - joint > _JOINED_WITHIN:
        return last
    end = cue.i - 1
    while end > joint and (tokens[end].pos_ in ("ADV", "AUX") or tokens[end].text == ","):
        end -= 1
    behind = tokens[joint : end + 1]
    cut = any(_stops(token, content) or finite(token) or token.text == "," for token in behind)
    return last if cut or not any(token.pos_ == "PROPN" for token in behind) else max(end, last)


def _joins_names(number: int, page: Page) -> bool:
    words = tuple(token.lower_ for token in page.tokens[number : number + 3])
    return words == ("as", "well", "as") or words[:2] in (("along", "with"), ("together", "with"))


def _whole_name(edge: int, step: int, content: tuple[Span, ...], page: Page) -> int:
    """The edge moved over the words of a name or title that the tree left outside: 'Lib | Dem leader Sir Ed'."""
    limit = page.sentence_start(edge) if step < 0 else len(page.doc) - 1
    while edge != limit:
        token = page.tokens[edge + step]
        if step < 0 and token.tag_ in ("DT", "PRP$"):
            return edge + step
        if not _in_a_name(token) or is_time(token) or _stops(token, content):
            return edge
        edge += step
    return edge


def _is_glued(token: Token) -> bool:
    """Whether a word goes on behind a token: 'al | -Hassan', 'al- | Hassan'"""
    following = token.nbor(1)
    return not token.whitespace_ and (following.text == "-" or (token.text == "-" and following.is_alpha))


def _in_a_name(token: Token) -> bool:
    """Whether a word can be a part of a name or title, be it one of a language that the tagger doesn't know: Nguyễn"""
    return token.tag_ in _NAME_TAGS or token.text == "-" or (token.is_title and not token.is_ascii)


def _begins_anew(number: int, content: tuple[Span, ...], page: Page) -> bool:
    """A mark of punctuation that ends what stands before it: also the comma of '…, with Mr Davies saying'."""
    token = page.tokens[number]
    return _stops(token, content) or (token.text == "," and token.nbor(1).lower_ == "with")


def _stops(token: Token, content: tuple[Span, ...]) -> bool:
    return token.text in _STOPS or token.is_space or _ends_dateline(token) or inside(token, content)


def _ends_dateline(token: Token) -> bool:
    """LEEDS (Reuters) - The mayor said"""
    before = token.nbor(-1) if token.i else token
    return (
        token.text == "-" and bool(before.whitespace_) and (before.text == ")" or (before.is_upper and len(before) > 3))
    )


def _without_new_clause(head: int, last: int, page: Page) -> int:
    """Cuts before ', suggesting that' and ', quoted by Reuters', which say what the source does, not who it is."""
    for number in range(head + 1, last):
        following = page.tokens[number + 1]
        if page.tokens[number].text == "," and (
            following.tag_ in ("VBG", "VBD", "RB")
            or following.lower_ == "quoted"
            or turned_down(following) is not None
            or _clause_behind(number + 1, last, page)
        ):
            return number - 1
    return last


def _clause_behind(number: int, last: int, page: Page) -> bool:
    """Whether a conjunction joins more than another source: not in 'Ann Jones, the mayor, | and her deputy said'"""
    if page.tokens[number].tag_ != "CC":
        return False
    joined = page.tokens[number + 1 : last + 1]
    return (
        page.tokens[number].lower_ != "and"
        or not any(token.tag_ in _JOINED for token in joined[:1])
        or any(map(finite, joined))
    )
