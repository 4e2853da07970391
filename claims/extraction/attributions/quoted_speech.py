"""What was said inside quotation marks: a passage before its cue, behind it, or in the next paragraph."""

from spacy.tokens import Token

from claims.extraction.attributions.clauses import (
    RECIPIENTS,
    bare,
    clause_span,
    cut,
    finite,
    is_time,
    object_of,
    reports_anew,
    right_child,
    subject_of,
)
from claims.extraction.attributions.cues import Cue, is_reporting
from claims.extraction.attributions.introducing import conjunction
from claims.extraction.parsed.labels import CLAUSE, COORDINATION, NOMINAL, RELATIVE, is_passive
from claims.extraction.parsed.page import Page
from claims.extraction.parsed.passages import DOUBLE, SINGLE, Passage
from claims.records import Span

_QUOTES = DOUBLE + SINGLE
_GENITIVES = ("'s", "’s", "s'", "s’")
_DASHES = frozenset({"–", "—", "―", "-", "--"})
_OPENS_ANOTHER_CLAUSE = frozenset({"and", "but", "or", "nor", "which", "while", "because", "who", "that", "so", "then"})
_ENDS_CLAUSE = ",?!…—–-*]"
_STOPS = (*",.?!…", "")
_BREAKS = frozenset({",", ";", ":", "–", "—", "-", "--", "("})
_LEAVES = frozenset({"while", "when", "as", "after", "before", "during", "in", "at", "last", "since", "because", "who"})
_CONJUNCTIONS = frozenset({"that", "if", "whether", "how", "why", "what", "who", "when", "where", "which"})
_SUBJECT_BEHIND_QUESTION = 6
"""Words from '?' or '!' to the verb: what is longer and begins with a capital is a sentence of its own."""
_SHORT_SUBJECT = 3
_SENTENCE = 5
"""Words: what is shorter and has no stop may be a title."""
_LONGEST_SUBJECT = 40
"""Words from a quotation to its verb."""
_LONGEST_LEAD = 29
"""Words from a cue to the comma or colon before its quotation."""
_LONGEST_TITLE = 7
"""Words of the name of a book, a law, a campaign."""
_SMALL_WORD = 3
"""Letters of a word that needs no capital in a title: 'of', 'the'."""
_BEFORE_QUOTED_PART = 15
"""Words from a cue to a quotation that is only a part of what it reports."""
_RESUMED_WITHIN = 12
"""Words behind a cue among which the 'that' is looked for with which its report goes on."""
_TIME_WITHIN = 4
"""Words behind a cue among which the end of 'on Thursday' is looked for."""
_BLOCK_LEAD = 8
"""Words from a cue to the colon that ends its paragraph."""


def quotation_before(cue: Cue, page: Page) -> list[Span] | None:
    """ "We are ready," said the mayor. -> "We are ready," """
    if not cue.frames & {"clause", "quotation", "question", "demand"}:
        return None
    passage = page.passage_before(cue.token.idx)
    if (
        passage is None
        or names_a_show(passage, page)
        or _has_object(cue)
        or _announces(cue, page)
        or _reports_behind(cue, passage, page)
        or page.paragraph_at(passage.span.start) != page.paragraph_at(cue.token.idx)
    ):
        return None
    between = page.tokens_between(passage.span.end, cue.token.idx)
    if not _ends_like_speech(page, passage, between, cue) or not _only_a_subject(between, cue):
        return None
    start = _sentence_with(page, passage)
    return [Span(start, passage.span.end), *resumed(cue, page)] if start is not None else None


def resumed(cue: Cue, page: Page) -> list[Span]:
    """'It is a pity, she said, | that the bridge is closed': what an interrupted report goes on with."""
    limit = page.sentence_end(cue.token.i)
    for number in range(cue.last.i + 1, min(cue.last.i + _RESUMED_WITHIN, limit - 2)):
        token = page.tokens[number]
        if token.lower_ == "that" and token.tag_ == "IN" and page.tokens[number - 1].text == ",":
            end = cut(number, limit, page) - 1
            return [bare(page.text, token.idx, page.tokens[end].idx + len(page.tokens[end]))]
        if finite(token) or page.quoted(token):
            break
    return []


def _announces(cue: Cue, page: Page) -> bool:
    """Whether a colon stands right behind a cue: its words come after it."""
    return cue.last.i + 1 < len(page.doc) and cue.last.nbor(1).text == ":"


def _reports_behind(cue: Cue, passage: Passage, page: Page) -> bool:
    """Whether a quoted nickname ends the subject: 'the man known as "Bud," stated | that …'"""
    between = page.text[passage.span.end : cue.token.idx].strip(" \xa0,–—-")
    return not between and conjunction(cue, page) == cue.last.i + 1


def _has_object(cue: Cue) -> bool:
    """Whether a verb with its subject before it has an object that is neither who was told nor who is quoted."""
    subject, thing = subject_of(cue.token), object_of(cue.token)
    if subject is None or thing is None or cue.word in RECIPIENTS or cue.quotes:
        return False
    # '"…," she said, a claim that the mayor denies': what hangs behind a comma is none.
    return subject.i < cue.token.i and thing.left_edge.nbor(-1).text != ","


def _ends_like_speech(page: Page, passage: Passage, between: list[Token], cue: Cue) -> bool:
    """With a comma, a dash, '?' or '!'; a full stop does where a small letter follows."""
    last = page.text[passage.words.start : passage.words.end].rstrip(_QUOTES + " ")[-1:]
    following = between[0].text if between else cue.token.text
    if last.isalnum() and _says_it_all(page, passage, between):
        return True
    if last == "." or (last in "?!" and len(between) > _SUBJECT_BEHIND_QUESTION):
        return following[0].islower() or following in _DASHES
    return last in _ENDS_CLAUSE or following in _DASHES or following == ","


def _says_it_all(page: Page, passage: Passage, between: list[Token]) -> bool:
    """A quotation of a sentence whose comma was left out: '"We are ready" Jones said.'"""
    words = passage.words.of(page.text)
    return 0 < len(between) <= _SHORT_SUBJECT and len(words.split()) >= _SENTENCE and words[:1].isupper()


def _only_a_subject(between: list[Token], cue: Cue) -> bool:
    """Whether the words from a quotation to its verb are no more than the verb's subject and auxiliaries."""
    if not between:
        return cue.token.tag_ not in ("VB", "VBG")
    opening = next((token.lower_ for token in between if token.is_alpha), "")
    if len(between) > _LONGEST_SUBJECT or opening in _OPENS_ANOTHER_CLAUSE or any(t.text in ".:;" for t in between):
        return False
    if not any(token.pos_ in NOMINAL for token in between):
        return all(not token.is_alpha or token.pos_ in ("ADV", "AUX", "PART") for token in between)
    verbs = [token for token in between if finite(token) and token.head != cue.token and token.dep_ != "aux"]
    return len(verbs) <= sum(token.lower_ in RELATIVE for token in between) and not any(
        is_reporting(t) for t in between
    )


def _sentence_with(page: Page, passage: Passage) -> int | None:
    """Where the sentence around the beginning of a passage begins: 'The plan is "dead," she said.' -> The

    None where the sentence has a cue of its own before the passage."""
    number = page.token_at(passage.span.start)
    start = max(page.tokens[page.sentence_start(number)].idx, page.paragraph_at(passage.span.start).start)
    lead = page.text[start : passage.span.start].rstrip()
    before = page.passages_between(start, passage.span.start)
    if not any(c.isalpha() for c in lead) or lead[-1] in ".?!:" or any(_is_speech(one, page) for one in before):
        return passage.span.start
    if lead[-1] in _DASHES and (before or passage.words.of(page.text)[:1].isupper()):
        return passage.span.start
    if any(is_reporting(token) for token in page.tokens_between(start, passage.span.start)):
        return passage.span.start if before else None
    return start


def _is_speech(passage: Passage, page: Page) -> bool:
    """Whether a passage ends with a stop, as words that somebody spoke do and a title does not."""
    return page.text[passage.words.end - 1 : passage.words.end] in _STOPS


def quotation_after(cue: Cue, page: Page) -> list[Span] | None:
    """The mayor told reporters on Monday: "We are ready." -> "We are ready." """
    if not cue.frames & {"clause", "quotation", "question", "belief", "finding"}:
        return None
    after = cue.last.idx + len(cue.last)
    passage = next(iter(page.passages_between(after, _reach(cue, page))), None)
    if passage is None or not _leads_to(page, cue, passage):
        return None
    lead = page.text[after : passage.span.start].split()
    start = passage.span.start
    if lead and lead[-1].strip(",:").lower() in _CONJUNCTIONS:
        start = page.text.rindex(lead[-1], after, start)
    return [Span(start, _end_with(page, cue, passage))]


def _leads_to(page: Page, cue: Cue, passage: Passage) -> bool:
    """Whether nothing but to whom, where and when stands between a cue and the passage after it."""
    last = page.token_at(passage.span.start)
    between = [token for token in page.tokens[cue.last.i + 1 : last] if not token.is_space]
    if not between:
        return cue.word != "tell" and not is_title(passage.words.of(page.text))
    if any(is_reporting(token) or reports_anew(token) for token in between):
        return False
    opening = conjunction(cue, page)
    if opening is not None and opening < between[-1].i:
        return False
    if any(token.text in ".?!;" or finite(token) for token in between):
        return False
    if between[-1].text in (",", ":", "―", "—", "–"):
        return len(between) <= _LONGEST_LEAD
    return len(between) == 1 and between[0].lower_ in (_CONJUNCTIONS | {"simply", "only", "bluntly", "flatly"})


def is_title(words: str) -> bool:
    """Every word begins with a capital and nothing ends it: "The New Dawn"."""
    parts = words.split()
    capitals = all(part[0].isupper() or len(part) <= _SMALL_WORD for part in parts)
    return 1 < len(parts) <= _LONGEST_TITLE and words[-1:].isalnum() and capitals


def names_a_show(passage: Passage, page: Page) -> bool:
    """'… she said on the BBC's "Today Tonight." "We are ready."': where it was said, not what."""
    before = page.text[max(passage.span.start - 3, 0) : passage.span.start].rstrip()
    words = passage.words.of(page.text).rstrip(".,")
    if before.endswith(_GENITIVES) and words[:1].isupper() and words.isalpha():
        return True
    return (before[-1:].isalnum() or before.endswith(_GENITIVES)) and is_title(words)


def _end_with(page: Page, cue: Cue, passage: Passage) -> int:
    """The end of the passage, or of the clause that it stands at the beginning of."""
    end = past_quotation(page, passage)
    clause = right_child(cue.token, CLAUSE)
    if clause is not None and clause.left_edge.idx <= passage.span.start + 1:
        return max(end, clause_span(clause, page).end)
    return end


def past_quotation(page: Page, passage: Passage) -> int:
    """The end of a passage, and of the words behind it that go on with its sentence: '"very hard" to win.'"""
    number = page.token_at(passage.span.end - 1) + 1
    if page.text[passage.words.end - 1 : passage.words.end] in _STOPS or number >= len(page.doc):
        return passage.span.end
    limit = page.sentence_end(number - 1)
    token = page.tokens[number]
    if number >= limit or not token.is_alpha or token.dep_ in COORDINATION or finite(token) or token.lower_ in _LEAVES:
        return passage.span.end
    end = cut(number - 1, limit, page)
    end = next(
        (n for n in range(number, end) if page.tokens[n].text in _BREAKS and not page.quoted(page.tokens[n])), end
    )
    return bare(page.text, passage.span.start, page.tokens[end - 1].idx + len(page.tokens[end - 1])).end


def up_to_quotation(cue: Cue, page: Page) -> list[Span] | None:
    """She rails against its "wall of rules". -> its "wall of rules" (where the tree has no better answer)"""
    after = cue.last.idx + len(cue.last)
    if not cue.frames - {"noun", "light"} or is_passive(cue.token) or cue.last.i + 1 >= page.sentence_end(cue.token.i):
        return None
    limit = page.tokens[page.sentence_end(cue.token.i) - 1].idx
    passage = next(iter(page.passages_between(after, limit)), None)
    if passage is None or is_title(passage.words.of(page.text)):
        return None
    between = _without_time(page.tokens_between(after, passage.span.start))
    if not 0 < len(between) <= _BEFORE_QUOTED_PART or any(t.text in ",.;:?!()–—" or finite(t) for t in between):
        return None
    return [bare(page.text, between[0].idx, past_quotation(page, passage))]


def _without_time(tokens: list[Token]) -> list[Token]:
    """Without a first phrase like 'on Thursday'."""
    for number, token in enumerate(tokens[:_TIME_WITHIN]):
        if is_time(token):
            return tokens[number + 1 :]
    return tokens


def _reach(cue: Cue, page: Page) -> int:
    """How far a quotation may stand behind its cue: in the paragraph, or at the next one's beginning behind a colon."""
    part = page.paragraph_at(cue.token.idx)
    return page.paragraph_after(part).start + 1 if page.text[part.end - 1] == ":" else part.end


def block_quotation(cue: Cue, page: Page) -> list[Span] | None:
    """The mayor wrote: (and in the next paragraph) We are ready. -> We are ready."""
    part = page.paragraph_at(cue.token.idx)
    if not cue.frames & {"clause", "quotation"} or page.text[part.end - 1] != ":":
        return None
    between = page.tokens_between(cue.last.idx + len(cue.last), part.end - 1)
    following = page.paragraph_after(part)
    if len(between) > _BLOCK_LEAD or any(finite(token) for token in between) or following == part:
        return None
    return [following]
