"""What a dependency label means here, in both worlds: Universal Dependencies and spaCy's own English labels (CLEAR).

Each set holds the labels of both; no label means different things in the two."""

from collections.abc import Iterator

from spacy.tokens import Token

SUBJECT = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "nsubjpass", "csubj", "csubj:pass", "csubjpass"})
PASSIVE_SUBJECT = frozenset({"nsubj:pass", "nsubjpass", "csubj:pass", "csubjpass"})
OBJECT = frozenset({"obj", "dobj", "iobj", "dative", "attr"})
CLAUSE = frozenset({"ccomp"})
OPEN_CLAUSE = frozenset({"xcomp", "oprd"})
LOOSE = frozenset({"parataxis", "dep", "discourse"})
ADVERBIAL_CLAUSE = frozenset({"advcl", "advcl:relcl"})
NOUN_CLAUSE = frozenset({"acl", "acl:relcl", "relcl"})
POSSESSOR = frozenset({"nmod:poss", "poss"})
APPOSITION = frozenset({"appos"})
NAME_PART = frozenset({"flat", "compound", "flat:name"})
AUXILIARY = frozenset({"aux", "aux:pass", "auxpass", "neg", "cop"})
PREDICATE = frozenset({"acomp"})
"""An adjective below its verb: CLEAR alone has it, UD hangs the verb below the adjective as 'cop'."""
PARTICLE = frozenset({"compound:prt", "prt"})
MARKER = frozenset({"mark"})
COORDINATION = frozenset({"cc", "cc:preconj", "preconj"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "NUM"})
"""Parts of speech that can be somebody or something."""

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of verb forms that carry tense."""

RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})
"""Words that open a clause about the noun before them."""

NEGATION = frozenset({"no", "not", "n't", "n’t", "never", "neither", "nor"})


def child(token: Token, labels: frozenset[str]) -> Token | None:
    """The first dependent with one of the labels."""
    return next((one for one in token.children if one.dep_ in labels), None)


def prepositional(token: Token) -> Iterator[tuple[str, Token]]:
    """(preposition, noun) for each prepositional phrase that depends on `token`, in text order.

    UD hangs the preposition below the noun (obl + case), CLEAR the noun below the preposition (prep + pobj)."""
    for one in token.children:
        if one.dep_.startswith(("obl", "nmod")) or one.dep_ in ADVERBIAL_CLAUSE:
            case = next((part for part in one.children if part.dep_ in ("case", "mark") and part.i < one.i), None)
            if case is not None:
                yield case.lower_, one
        elif one.dep_ in ("prep", "agent", "dative"):
            for noun in one.children:
                if noun.dep_ in ("pobj", "pcomp"):
                    yield one.lower_, noun


def is_passive(token: Token) -> bool:
    return any(one.dep_ in PASSIVE_SUBJECT or one.dep_ in ("aux:pass", "auxpass") for one in token.children)


def by_whom(token: Token) -> Token | None:
    """The agent of a passive: 'was reported by the commission' -> commission."""
    return next((noun for preposition, noun in prepositional(token) if preposition == "by"), None)
