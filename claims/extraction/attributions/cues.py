"""Which words introduce somebody's words, and what they can take: a clause, an infinitive, a thing, a name."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spacy.tokens import Token

from claims.extraction.parsed.labels import PARTICLE, PREDICATE, SUBJECT, is_passive
from claims.extraction.parsed.page import Page
from claims.extraction.parsed.word_lists import words

_LEXICON = Path(__file__).parents[1] / "lexicon" / "cues.toml"
_VERBAL_POS = frozenset({"VERB", "AUX"})
_TAG_OPENS = frozenset({"<", "</"})
"""What stands before the name of a tag: '<tweet author=…'."""
_QUOTING = frozenset({"quote", "cite", "report"})
_AS_WITHIN = 10
"""Words from 'quoted' to 'as saying'."""
_FOLLOWING = PARTICLE | {"prep"}
_NOUN = frozenset({"noun"})
_ADJECTIVE = frozenset({"adjective"})
VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that can introduce reported words. `frames` names the lists of the lexicon that it stands in."""

    token: Token
    word: str
    frames: frozenset[str]
    last: Token
    """Where the cue ends: the particle or preposition of "call for", the "saying" of "quoted as saying", else the word
    itself."""

    @property
    def quotes(self) -> bool:
        """Whether somebody quotes somebody else: 'the paper quoted her as saying', 'she was quoted as saying'"""
        return self.last.i > self.token.i and self.last.tag_.startswith("VB")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Form -> base form, and base form (with particle, if any) -> frames."""

    bases: dict[str, str]
    frames: dict[str, frozenset[str]]
    nouns: dict[str, str]
    adjectives: frozenset[str]
    open: frozenset[str]
    """The base forms that stand in the lexicon with a particle or preposition."""
    words: frozenset[str]
    """All forms of verbs, nouns and adjectives."""


@cache
def lexicon() -> Lexicon:
    data = tomllib.loads(_LEXICON.read_text(encoding="utf-8"))
    irregular: dict[str, str] = data.pop("irregular")
    nouns, adjectives = data.pop("nouns").split(), frozenset(data.pop("adjectives").split())
    lists = {name: _entries(words) for name, words in data.items()}
    entries = {entry for words in lists.values() for entry in words}
    bases: dict[str, str] = {}
    for base in sorted({entry.split()[0] for entry in entries}):
        for form in irregular[base].split() if base in irregular else inflected(base):
            bases.setdefault(form, base)
    frames = {entry: frozenset(_frame(name) for name in lists if entry in lists[name]) for entry in entries}
    noun_forms = {form: noun for noun in nouns for form in (noun, _plural(noun))}
    return Lexicon(
        bases,
        frames,
        noun_forms,
        adjectives,
        frozenset(entry.split()[0] for entry in entries if " " in entry),
        adjectives.union(bases, noun_forms),
    )


def _frame(name: str) -> str:
    """The frame that a list of the lexicon belongs to: phrases stand in a list of their own."""
    return name.removesuffix("_phrases")


def _entries(words: str) -> set[str]:
    """The words of a list; lines end an entry as a bar does where entries have several words."""
    return (
        {entry.strip() for entry in re.split(r"[|\n]", words) if entry.strip()} if "|" in words else set(words.split())
    )


def inflected(base: str) -> list[str]:
    """The regular forms of an English verb: 'deny' -> deny denies denied denying."""
    if base.endswith("e"):
        return [base, base + "s", base + "d", (base[:-2] + "y" if base.endswith("ie") else base[:-1]) + "ing"]
    if base.endswith("y") and base[-2] not in VOWELS:
        return [base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"]
    if len(base) <= 4 and base[-1] in "bdgmnpt" and base[-2] in VOWELS and base[-3] not in VOWELS:
        return [base, base + "s", base + base[-1] + "ed", base + base[-1] + "ing"]
    return [base, _plural(base), base + "ed", base + "ing"]


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2] not in VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def find_cues(page: Page) -> list[Cue]:
    """The words outside quotation marks that can introduce reported words, in text order."""
    return page.kept(_cues)


def _cues(page: Page) -> list[Cue]:
    return list(_read_cues(page))


def _read_cues(page: Page) -> Iterator[Cue]:
    known = lexicon()
    behind = 0
    for number, word in enumerate(page.words):
        if word not in known.words:
            continue
        token, base = page.tokens[number], known.bases.get(word)
        if base is not None and token.i >= behind and _is_verb(token) and not page.quoted(token):
            quoting = _quoting(token, base, page, known)
            behind = quoting.last.i + 1 if quoting is not None else behind
            yield from [quoting] if quoting is not None else _verb(token, base, known)
        if word in known.nouns and token.pos_ == "NOUN" and not page.quoted(token):
            yield Cue(token, known.nouns[word], _NOUN, token)
        if word in known.adjectives and is_predicate(token) and not page.quoted(token):
            yield Cue(token, word, _ADJECTIVE, token)


def is_predicate(token: Token) -> bool:
    """Whether an adjective or participle tells what somebody is: 'was proud', 'remains opposed'; not 'made sure'"""
    if token.tag_ == "VBN":
        return is_passive(token)
    if any(one.dep_ == "cop" for one in token.children):
        return token.pos_ == "ADJ"
    return token.pos_ == "ADJ" and token.dep_ in PREDICATE and token.head.lower_ in words("linking")


def _is_asked(token: Token) -> bool:
    """Ann Jones, asked about it, said so: whoever is asked asks nothing."""
    if token.lower_ != "asked" or token.i < 2 or token.nbor(-1).text != ",":
        return False
    who = token.nbor(-2)
    return who.dep_ in SUBJECT and who.tag_ in ("NN", "NNP", "NNPS")


def _is_verb(token: Token) -> bool:
    """A verb, or a participle that the tagger took for an adjective; never the noun 'claims' or a mere modifier."""
    if token.i and (token.nbor(-1).text in _TAG_OPENS or _set_phrase(token) or _is_asked(token)):
        return False
    if token.dep_ == "amod" and token.i and token.nbor(-1).pos_ in ("PROPN", "PRON") and token.lower_ in words("said"):
        return True
    if token.dep_ in ("amod", "compound", "aux", "auxpass", "aux:pass", "cop", "case"):
        return token.dep_ in ("amod", "compound") and token.tag_ in ("VBD", "VBZ")
    return token.pos_ in _VERBAL_POS or token.tag_.startswith("VB") or misread(token)


def _set_phrase(token: Token) -> bool:
    """'That said, …', 'All told, …'"""
    before = (token.nbor(-1).lower_, token.lower_) in (("that", "said"), ("all", "told"))
    opens = token.i == 1 or token.nbor(-1).is_sent_start or not token.nbor(-1).is_lower
    return before and opens and token.i + 1 < len(token.doc) and token.nbor(1).text == ","


def misread(token: Token) -> bool:
    """Whether a plural is a verb that the tagger misread: '…, the lawsuit alleges.', 'the lawsuit alleges that …'"""
    if token.tag_ != "NNS" or not token.is_lower:
        return False
    before_clause = token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "that" and token.dep_ == "ROOT"
    return token.dep_ == "parataxis" or before_clause


def _verb(token: Token, base: str, known: Lexicon) -> Iterator[Cue]:
    for follower in _followers(token) if base in known.open else ():
        joined = f"{base} {follower.lower_}"
        if joined in known.frames:
            yield Cue(token, joined, known.frames[joined], follower)
    if base in known.frames:
        yield Cue(token, base, known.frames[base], token)


def _quoting(token: Token, base: str, page: Page, known: Lexicon) -> Cue | None:
    """The paper quoted her as saying; she was quoted by the paper as having said: a cue of what she does"""
    within = min(token.i + _AS_WITHIN, page.sentence_end(token.i) - 2) if base in _QUOTING else 0
    for number in range(token.i + 1, within):
        if page.tokens[number].is_punct or page.tokens[number].is_space:
            return None
        if page.tokens[number].lower_ == "as":
            having = page.tokens[number + 1].lower_ == "having"
            verb = page.tokens[number + 1 + having]
            word = known.bases.get(verb.lower_, "")
            frames = known.frames.get(word, _NOUN)
            return Cue(token, word, frames, verb) if (having or verb.tag_ == "VBG") and "clause" in frames else None
    return None


def _followers(token: Token) -> Iterator[Token]:
    """Particles and prepositions of a verb: the word right after it, or one that hangs on it further off."""
    if token.i + 1 < len(token.doc):
        yield token.nbor(1)
    for child in token.rights:
        if child.dep_ in _FOLLOWING:
            yield child
        elif child.dep_ == "obl":
            yield child.left_edge


def is_reporting(token: Token) -> bool:
    """Whether a word is a verb with tense that can take a reported clause."""
    base = lexicon().bases.get(token.lower_)
    return base is not None and token.tag_ in ("VBD", "VBZ", "VBP") and "clause" in lexicon().frames.get(base, ())
