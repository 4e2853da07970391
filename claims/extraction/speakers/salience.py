"""Whom 'she' means: who spoke, or who was the subject, before.

Centering theory (Grosz, Joshi and Weinstein 1995) in short: the next sentence goes on about the subject of the last
one, not about its object. In news the speaker is the better subject still, for quotations follow each other."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from spacy.tokens import Token

from claims.extraction.parsed.labels import APPOSITION, FINITE, NAME_PART, SUBJECT
from claims.extraction.parsed.page import Page
from claims.extraction.speakers.answer import UNSURE, Answer
from claims.extraction.speakers.lexicon import CAPTIONS, FEMALE_ROLES, MALE_ROLES, OFFICES, PEOPLE
from claims.extraction.speakers.people import Mention, People
from claims.extraction.speakers.person import Person
from claims.extraction.speakers.source import Source
from claims.records import Span

_SENTENCES_BACK = 5
_PARAGRAPHS_BACK = 3
PRONOUNS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}


class Spoken(NamedTuple):
    """Where a source stands, its words and what was answered about it."""

    span: Span
    text: str
    answer: Answer

    @property
    def basis(self) -> Span:
        """The words that named the speaker."""
        return self.answer.speaker.basis if self.answer.speaker is not None else self.span


class Antecedent(NamedTuple):
    """Whom a pronoun means, and the words that said so. No person: somebody without a name stands in the way; who is
    called after somebody else ("a spokesman for Ann Jones") has an answer."""

    person: Person | None
    basis: Span
    rule: str
    answer: Answer = UNSURE


def antecedent(
    position: int,
    gender: str,
    own: Sequence[Span],
    contents: Sequence[Span],
    spoken: Sequence[Spoken],
    people: People,
    page: Page,
) -> Antecedent | None:
    """The nearest speaker or subject before `position` that a pronoun of this gender can mean.

    `own` is what the source says: whoever is named in it is spoken of, and is not the speaker. `contents` are all
    reported words of the text; in them stand the people whom others speak about."""
    for sentence in _backwards(position, page):
        found = _speaker_in(sentence, gender, spoken) or _subject_in(sentence, gender, own, contents, people, page)
        if found is not None:
            return found
    return None


def _backwards(position: int, page: Page) -> Iterator[Span]:
    """The sentence before the position, then those before it."""
    number = page.token_at(position)
    first = page.sentence_start(number)
    yield Span(page.tokens[first].idx, position)
    paragraphs = {page.paragraph_at(position)}
    sentences = 0
    while first > 0 and sentences < _SENTENCES_BACK and len(paragraphs) <= _PARAGRAPHS_BACK:
        end = page.tokens[first].idx
        first = page.sentence_start(first - 1)
        span = Span(page.tokens[first].idx, end)
        if any(c.isalpha() for c in span.of(page.text)) and not _is_caption(span, page):
            sentences += 1
            paragraphs.add(page.paragraph_at(span.start))
            yield span


def window_before(position: int, page: Page) -> Span:
    """The two sentences before a position and what stands before it in its own."""
    begins = [sentence.start for sentence in islice(_backwards(position, page), 3)]
    return Span(min(begins), position)


def _is_caption(sentence: Span, page: Page) -> bool:
    """Whether a sentence stands under a picture: whoever is seen there is not who speaks in the text."""
    return page.paragraph_at(sentence.start).of(page.text).lstrip().lower().startswith(CAPTIONS)


def _speaker_in(sentence: Span, gender: str, spoken: Sequence[Spoken]) -> Antecedent | None:
    """The last one who spoke in a sentence."""
    for one in reversed(spoken):
        if one.span.start < sentence.start:
            break
        if one.span.start >= sentence.end:
            continue
        person = one.answer.person
        if person is not None:
            if _can_be(person, gender):
                return Antecedent(person, one.basis, "previous_speaker")
        elif one.answer.somebody and _somebody(one.text, gender) and _fits(one.answer, gender):
            return Antecedent(None, one.span, "unnamed", one.answer)
    return None


def _fits(answer: Answer, gender: str) -> bool:
    """Whether the role does not speak against it: he is no spokeswoman"""
    words = answer.role.role.lower().split() if answer.role is not None else []
    return not (words and _of_the_other(words[-1], gender))


def _of_the_other(role: str, gender: str) -> bool:
    """Whether a role is only that of the other gender: spokeswoman, for 'm'"""
    return bool(gender) and role in (FEMALE_ROLES if gender == "m" else MALE_ROLES)


def _can_be(person: Person, gender: str) -> bool:
    """Whether a word of this gender can mean somebody; an unknown gender fits every one."""
    return not (person.gender and gender) or person.gender == gender


def _somebody(source: str, gender: str) -> bool:
    """Whether an unresolved source can be what 'he' refers to: a single person without a name."""
    words = source.lower().split()
    if not words or words[0] in ("who", "they", "we", "it", "i", "that", "which", "you", "some", "many", "others"):
        return False
    if words[0] in PRONOUNS:
        return PRONOUNS[words[0]] == gender
    if is_plural(words[-1]):
        return False
    return words[0] in ("a", "an", "one", "another") or words[-1] in OFFICES or (source[0].isupper() and len(words) < 3)


def is_plural(word: str) -> bool:
    """Whether a word in lower case names several people: officials, allies, spokesmen."""
    one = word[:-3] + "y" if word.endswith("ies") else word[:-1]
    return word.endswith(("men", "people")) or (word.endswith("s") and (one in OFFICES or one in PEOPLE))


def _subject_in(
    sentence: Span, gender: str, own: Sequence[Span], contents: Sequence[Span], people: People, page: Page
) -> Antecedent | None:
    """The first subject of a sentence that is a person and not spoken about."""
    for mention in mentions_between(sentence, people):
        if not _can_be(mention.person, gender) or _inside(mention.span, own):
            continue
        if is_subject(mention, people, page) and not _inside(mention.span, contents):
            if _pronoun_before(mention, sentence, gender, people, page):
                return None
            return Antecedent(mention.person, mention.span, "previous_subject")
        if _is_owner(mention, people, page) and not _inside(mention.span, contents):
            return Antecedent(mention.person, mention.span, "previous_owner")
    return _unnamed_in(sentence, gender, contents, page)


def _is_owner(mention: Mention, people: People, page: Page) -> bool:
    """Jones's ideas met resistance. She … : whose the subject is that begins a sentence"""
    words, name = people.words, mention.printed
    if not words.is_possessive(name.end) or page.passage_at(mention.span.start) is not None:
        return False
    return words.begins_sentence(name.begin)


def _pronoun_before(mention: Mention, sentence: Span, gender: str, people: People, page: Page) -> bool:
    """He agreed that Hill was right, but he said: there the first he goes further back, and so does the second."""
    words = people.words
    between = range(words.number_at(sentence.start), mention.printed.first)
    return any(
        words[n].lower in ("he", "she")
        and PRONOUNS[words[n].lower] == gender
        and page.passage_at(words[n].start) is None
        for n in between
    )


def mentions_between(span: Span, people: People) -> list[Mention]:
    return people.mentions[bisect_left(people.starts, span.start) : bisect_left(people.starts, span.end)]


def is_spoken_of(mention: Mention, source: Source) -> bool:
    """Whether somebody is named in what the source says."""
    return _inside(mention.span, source.content)


def _inside(span: Span, others: Sequence[Span]) -> bool:
    return any(other.start <= span.start < other.end for other in others)


def is_subject(mention: Mention, people: People, page: Page) -> bool:
    """Whether a name is the subject of a clause, by the parser, the verb that follows, or a comma: Hill, asked …,"""
    words, number = people.words, mention.printed.end
    if words.is_possessive(number) or page.passage_at(mention.span.start) is not None:
        return False
    if words.begins_sentence(mention.printed.begin) and words.text_at(number) == ",":
        return True
    token = page.tokens[page.token_at(mention.span.end - 1)]
    top = _top(token)
    return (top.dep_ in SUBJECT and not _is_modifier(token, top)) or _verb_follows(token)


def _is_modifier(token: Token, top: Token) -> bool:
    """The Jones campaign said: there the campaign speaks"""
    return token.dep_ in NAME_PART and top.i > token.i and top.pos_ == "NOUN"


def _top(token: Token) -> Token:
    """The head of the name that a token is part of."""
    for _ in range(4):
        if token.dep_ not in NAME_PART | APPOSITION or token.head is token:
            break
        token = token.head
    return token


def _verb_follows(token: Token) -> bool:
    number = token.i + 1
    while number < len(token.doc) and token.doc[number].pos_ == "ADV":
        number += 1
    return number < len(token.doc) and token.doc[number].tag_ in FINITE


def _unnamed_in(sentence: Span, gender: str, contents: Sequence[Span], page: Page) -> Antecedent | None:
    """A subject like 'a man from Leeds' keeps 'he' from reaching somebody further back."""
    for token in page.tokens_between(sentence.start, sentence.end):
        called = token.dep_ in SUBJECT and token.tag_ == "NN" and (token.lower_ in PEOPLE or token.lower_ in OFFICES)
        if called and not _of_the_other(token.lower_, gender):
            span = Span(token.idx, token.idx + len(token))
            if not _inside(span, contents) and page.passage_at(token.idx) is None:
                return Antecedent(None, span, "unnamed")
    return None
