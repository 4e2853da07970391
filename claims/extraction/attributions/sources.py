"""Who is printed as the source of reported words: the noun phrase, before anybody asks whom it means.

A rule takes a cue and answers with the head of the source's noun phrase, or None. Around quotation marks the order of
words is a better guide than the tree: what stands between a quotation and its verb, or right after the verb, speaks."""

from collections.abc import Callable

from spacy.tokens import Token

from claims.extraction.attributions.clauses import is_time, reports_anew, subject_of
from claims.extraction.attributions.content import Found
from claims.extraction.attributions.cues import is_reporting
from claims.extraction.parsed.labels import (
    ADVERBIAL_CLAUSE,
    CLAUSE,
    LOOSE,
    NOMINAL,
    NOUN_CLAUSE,
    OBJECT,
    OPEN_CLAUSE,
    SUBJECT,
    by_whom,
    is_passive,
    prepositional,
)
from claims.extraction.parsed.page import Page
from claims.records import Span

_STOPS = frozenset('"“”[]–—―:;') | {"''", "``", "--"}
_NAME_TAGS = frozenset({"NNP", "NNPS", "NN", "NNS", "JJ", "POS", "HYPH"})
_MAX_STEPS = 6

Rule = Callable[[Found, Page], Token | None]


def between_words_and_verb(what: Found, page: Page) -> Token | None:
    """ "…," the mayor of Leeds said -> mayor"""
    if what.rule not in ("quotation_before", "clause_before", "clause_around"):
        return None
    first = page.token_at(max(span.end for span in what.content if span.end <= what.cue.token.idx) - 1) + 1
    return _top_nominal([page.doc[number] for number in range(first, what.cue.token.i)], what.cue.token)


def right_after_verb(what: Found, page: Page) -> Token | None:
    """ "…," said the mayor, who is new -> mayor"""
    if what.rule not in ("quotation_before", "clause_before"):
        return None
    stretch = []
    for number in range(what.cue.last.i + 1, min(what.cue.last.i + 25, len(page.doc))):
        token = page.doc[number]
        if (token.is_punct and token.text != "-") or token.is_space or token.pos_ in ("VERB", "ADP", "SCONJ"):
            break
        stretch.append(token)
    return _top_nominal(stretch, what.cue.token)


def _top_nominal(stretch: list[Token], verb: Token) -> Token | None:
    """The nominal of the stretch that hangs on nothing else in it; the verb's subject where it is there."""
    numbers = {token.i for token in stretch}
    nominals = [token for token in stretch if token.pos_ in NOMINAL] or [t for t in stretch if _like_a_name(t)]
    tops = [token for token in nominals if token.head.i not in numbers or token.head == token]
    tops = [token for token in tops if not token.dep_.startswith("obl")] or tops or nominals
    return next((token for token in tops if token.head == verb), tops[0] if tops else None)


def _like_a_name(token: Token) -> bool:
    """A capitalised word, whatever the tagger makes of it: surnames that it has never seen."""
    return token.is_title and token.is_alpha


def own_subject(what: Found, _page: Page) -> Token | None:
    """The mayor said -> mayor"""
    verb = what.cue.token
    if verb.pos_ == "NOUN" or is_passive(verb):
        return None
    subjects = [child for child in verb.children if child.dep_ in SUBJECT]
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
    owner = next((child for child in noun.children if child.dep_ in ("nmod:poss", "poss")), None)
    if owner is None:
        owner = next((other for preposition, other in prepositional(noun) if preposition in ("by", "from", "of")), None)
    if owner is None and noun.dep_ in OBJECT:
        owner = subject_of(noun.head)
    return owner


def modified_noun(what: Found, _page: Page) -> Token | None:
    """a letter warning that … -> letter"""
    verb = what.cue.token
    if verb.dep_ in NOUN_CLAUSE and verb.tag_ == "VBG" and verb.head.i == verb.i - 1 and verb.head.pos_ == "NOUN":
        return verb.head
    return None


def same_speaker(what: Found, page: Page) -> Token | None:
    """The mayor said that … and added that … -> mayor, for 'added'"""
    verb = what.cue.token
    number = verb.i - 1
    while number > 0 and page.doc[number].tag_ == "RB":
        number -= 1
    joined = number > 0 and page.doc[number].dep_ == "cc" and is_reporting(verb)
    if not joined and not (verb.tag_ == "VBG" and page.doc[number].text == "," and reports_anew(verb)):
        return None
    earlier = [t for t in page.doc[page.sentence_start(verb.i) : number] if is_reporting(t) and not page.quoted(t)]
    earlier = [token for token in earlier if token.tag_ == verb.tag_ or not joined]
    return subject_of(earlier[0]) if earlier else None


def governing_subject(what: Found, _page: Page) -> Token | None:
    """The mayor spoke for an hour, saying that … -> mayor"""
    verb = what.cue.token
    if is_passive(verb) or verb.pos_ == "NOUN" or (verb.lower_ == "asked" and not verb.n_lefts):
        return None
    for _ in range(_MAX_STEPS):
        if verb.head == verb or not _leans_on_its_head(verb):
            return None
        joined, verb = verb.dep_ == "conj", verb.head
        if joined and verb.dep_ in CLAUSE and (is_reporting(verb.head) or reports_anew(verb.head)):
            verb = verb.head  # 'saying that most backed it and accused the council': the report ended before 'and'
        subject = subject_of(verb)
        if subject is not None and subject.i != what.cue.token.i:
            return subject
    return None


def _leans_on_its_head(verb: Token) -> bool:
    return verb.dep_ in ADVERBIAL_CLAUSE | OPEN_CLAUSE | LOOSE | {"conj", "ccomp", "pcomp", "acl", "obl"}


def adjacent_nominal(what: Found, page: Page) -> Token | None:
    """The nominal right before the verb, where the parser found no subject at all"""
    if what.cue.token.pos_ == "NOUN" or is_passive(what.cue.token):
        return None
    number = what.cue.token.i - 1
    first = page.sentence_start(what.cue.token.i)
    while number > first and page.doc[number].pos_ in ("ADV", "AUX", "PART") and not _like_a_name(page.doc[number]):
        number -= 1
    token = page.doc[number] if number >= first else None
    if token is None or not (token.pos_ in ("PROPN", "PRON", "NOUN") or _like_a_name(token)):
        return None
    return token if what.cue.token.tag_ not in ("VB", "VBG") else None


def before_commas(what: Found, page: Page) -> Token | None:
    """Ann Jones, who is new to the post, said -> Jones"""
    verb = what.cue.token
    if verb.i == 0 or verb.nbor(-1).text != "," or what.cue.token.tag_ == "VBG":
        return None
    first = page.sentence_start(verb.i)
    segment: list[Token] = []
    for number in range(verb.i - 2, first - 2, -1):
        if number < first or page.doc[number].text == ",":
            if segment and _names_somebody(segment):
                return _top_nominal(segment, verb)
            segment = []
        elif _inside(page.doc[number], what.content):
            return None
        else:
            segment.insert(0, page.doc[number])
    return None


def _names_somebody(segment: list[Token]) -> bool:
    """A name without a verb: 'Sen. Marco Rubio', not 'R-Fla.' and not 'who is new'."""
    first = segment[0]
    if len(segment) < 2 or any(
        token.tag_ in ("VBD", "VBZ", "VBP", "MD", "VBG", "WP", "WDT", "WP$") for token in segment
    ):
        return False
    if first.pos_ == "DET":
        return first.is_title
    return (
        (first.pos_ == "PROPN" or _like_a_name(first)) and segment[1].text != "-" and first.pos_ not in ("ADP", "SCONJ")
    )


def main_subject(what: Found, page: Page) -> Token | None:
    """The mayor left early, calling it a day -> mayor, where the tree hangs the participle elsewhere"""
    verb = what.cue.token
    if verb.tag_ not in ("VBG", "VBD") or verb.pos_ == "NOUN":
        return None
    first = page.sentence_start(verb.i)
    subjects = (subject_of(token) for token in page.doc[first : verb.i] if token.dep_ == "ROOT")
    return next((subject for subject in subjects if subject is not None and subject.i < verb.i), None)


RULES: tuple[Rule, ...] = (
    between_words_and_verb,
    right_after_verb,
    possessor,
    own_subject,
    agent,
    modified_noun,
    same_speaker,
    governing_subject,
    adjacent_nominal,
    before_commas,
    main_subject,
)


def find_source(what: Found, page: Page) -> Token | None:
    """The head of the source's noun phrase, by the first rule that knows."""
    for rule in RULES:
        head = rule(what, page)
        if head is not None and not _inside(head, what.content):
            return head
    return None


def source_span(head: Token, cue: Token, content: tuple[Span, ...], page: Page) -> Span:
    """The whole noun phrase of `head`, appositions included, as far as it reaches neither the cue nor the content."""
    first = max(head.left_edge.i, page.sentence_start(head.i))
    last = min(head.right_edge.i, page.sentence_end(head.i) - 1)
    if cue.i > head.i:
        last = min(last, cue.i - 1)
    elif cue.i < head.i:
        first = max(first, cue.i + 1)
    first = next((n + 1 for n in range(head.i - 1, first - 1, -1) if _begins_anew(n, content, page)), first)
    last = next((n - 1 for n in range(head.i + 1, last + 1) if _stops(page.doc[n], content)), last)
    last = _without_new_clause(head.i, last, page)
    if head.pos_ == "PROPN":
        first = _whole_name(first, -1, content, page)
    if cue.i < head.i:
        last = _whole_name(last, 1, content, page)
    while last > head.i and (page.doc[last].is_punct or page.doc[last].is_space) and page.doc[last].text != ")":
        last -= 1
    while first < head.i and (page.doc[first].is_punct or page.doc[first].pos_ in ("ADP", "SCONJ", "CCONJ")):
        first += 1
    return page.stretch(min(first, head.i), max(last, head.i))


def _whole_name(edge: int, step: int, content: tuple[Span, ...], page: Page) -> int:
    """The edge moved over the words of a name or title that the tree left outside: 'Lib | Dem leader Sir Ed'."""
    limit = page.sentence_start(edge) if step < 0 else len(page.doc) - 1
    while edge != limit:
        token = page.doc[edge + step]
        if step < 0 and token.tag_ in ("DT", "PRP$"):
            return edge + step
        if (token.tag_ not in _NAME_TAGS and token.text != "-") or is_time(token) or _stops(token, content):
            return edge
        edge += step
    return edge


def _begins_anew(number: int, content: tuple[Span, ...], page: Page) -> bool:
    """A mark of punctuation that ends what stands before it: also the comma of '…, with Mr Davies saying'."""
    token = page.doc[number]
    return _stops(token, content) or (token.text == "," and token.nbor(1).lower_ == "with")


def _stops(token: Token, content: tuple[Span, ...]) -> bool:
    return token.text in _STOPS or token.is_space or _ends_dateline(token) or _inside(token, content)


def _ends_dateline(token: Token) -> bool:
    """LEEDS (Reuters) - The mayor said"""
    before = token.nbor(-1) if token.i else token
    return (
        token.text == "-" and bool(before.whitespace_) and (before.text == ")" or (before.is_upper and len(before) > 3))
    )


def _without_new_clause(head: int, last: int, page: Page) -> int:
    """Cuts before ', suggesting that' and ', who is new', which say what the source does, not who it is."""
    for number in range(head + 1, last):
        if page.doc[number].text == "," and page.doc[number + 1].tag_ in ("VBG", "VBD", "RB", "CC"):
            return number - 1
    return last


def _inside(token: Token, content: tuple[Span, ...]) -> bool:
    return any(start <= token.idx < end for start, end in content)
