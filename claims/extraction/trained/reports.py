"""Turns sentences of the treebank into reported speech, and gives its people names that nobody has heard of.

Trained on the treebank alone, the tagger takes unknown surnames for verbs and the parser knows news reports from a few
hundred examples. Every frame below is filled with a tree of the treebank, so that the labels stay the treebank's own:
the reported sentence is a ccomp of the cue; a title is an nmod:desc and a first name the head of the name."""

from random import Random

from claims.extraction.trained.treebank import Sentence, Word

PAST = (
    "said added argued warned insisted claimed noted admitted replied responded wrote tweeted told continued declared"
)
PRESENT = "says adds argues warns insists claims notes admits replies writes"
LEMMAS = {
    "said": "say", "added": "add", "argued": "argue", "warned": "warn", "insisted": "insist", "claimed": "claim",
    "noted": "note", "admitted": "admit", "replied": "reply", "responded": "respond", "wrote": "write",
    "tweeted": "tweet", "told": "tell", "continued": "continue", "declared": "declare", "says": "say", "adds": "add",
    "argues": "argue", "warns": "warn", "insists": "insist", "claims": "claim", "notes": "note", "admits": "admit",
    "replies": "reply", "writes": "write",
}  # fmt: skip
TITLES = "Mr. Mrs. Ms Dr. Sen. Rep. Gov. Sir President Senator Secretary Chancellor"
ROLES = "spokesman spokeswoman minister secretary leader chairman director analyst mayor lawyer senator aide professor"
PLACES = "department party committee council union campaign university ministry company agency"
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
PEOPLE = "reporters voters supporters lawmakers journalists MPs us him CNN"
ONSETS = "b br c ch cl d dr f fr g gl gr h j k kl l m n p pr r s sch sl st t tr v w wh z y"
VOWELS = "a e i o u ai ee ou oo ei au ie"
CODAS = "n nd ll r rn s sh ck m tt dd x ng rt st l ff by ley son ton man ez ski ard er"

Phrase = list[Word]
"""Words whose heads are numbered from 1 within the phrase; 0 is the phrase's own head."""


def surname(rng: Random) -> str:
    """An invented name: 'Brund', 'Keelton'."""
    syllables = "".join(rng.choice(ONSETS.split()) + rng.choice(VOWELS.split()) for _ in range(rng.choice((1, 1, 2))))
    return (syllables + rng.choice(CODAS.split())).capitalize()


def renamed(sentence: Sentence, rng: Random) -> Sentence:
    """The sentence with about half of its proper nouns replaced by invented ones."""
    words = []
    for word in sentence:
        if word.tag == "NNP" and word.form.isalpha() and word.form.istitle() and rng.random() < 0.5:
            name = surname(rng)
            words.append(word._replace(form=name, lemma=name))
        else:
            words.append(word)
    return words


def can_be_reported(sentence: Sentence) -> bool:
    """A plain statement: a verb or predicate with its subject, a full stop, no quotation marks of its own."""
    root = next((n for n, word in enumerate(sentence, 1) if word.dep == "root"), 0)
    return (
        4 < len(sentence) < 32
        and sentence[-1].form == "."
        and sentence[-1].head == root
        and not any(word.form in ('"', "''", "“", ":", "(") for word in sentence)
        and any(word.dep.startswith("nsubj") and word.head == root for word in sentence)
        and not sentence[0].dep.startswith(("list", "discourse", "vocative"))
    )


def reported(sentence: Sentence, rng: Random) -> Sentence:
    """The sentence as somebody's words, in one of the frames of news English."""
    frame = rng.choice((quoted_first, quoted_first, quoted_last, that_clause, that_clause, clause_first, partly_quoted))
    return frame(sentence[:-1], rng)


def quoted_first(words: Sentence, rng: Random) -> Sentence:
    """'"We are ready," said Ann Brund on Monday.'"""
    root = _root(words)
    content = _behind([*_no_space(words), _mark(",", root, False), _mark('"', root, True, "''")], [_opening(root)])
    return _content_first(content, _reporting(rng, inverted=rng.random() < 0.5))


def quoted_last(words: Sentence, rng: Random) -> Sentence:
    """'Ann Brund said: "We are ready."'"""
    root = _root(words)
    lead = [_mark(form, root, True) for form in rng.choice((":", ",", ",", ""))] + [_opening(root)]
    content = _behind([*_no_space(words), _mark(".", root, False), _mark('"', root, True, "''")], lead)
    return _content_last(content, _reporting(rng, inverted=False), full_stop=False)


def that_clause(words: Sentence, rng: Random) -> Sentence:
    """'Ann Brund told reporters that we are ready.'"""
    content = _lowered(words)
    if rng.random() < 0.5:
        content = _behind(content, [Word("that", "that", "SCONJ", "IN", "", _root(words), "mark", True)])
    return _content_last(content, _reporting(rng, inverted=False))


def clause_first(words: Sentence, rng: Random) -> Sentence:
    """'We are ready, Ann Brund said.'"""
    content = [*_no_space(words), _mark(",", _root(words), True)]
    return _content_first(content, _reporting(rng, inverted=rng.random() < 0.4))


def partly_quoted(words: Sentence, rng: Random) -> Sentence:
    """'Ann Brund said we are "ready for it."'"""
    start, root = rng.randrange(1, len(words) - 1), _root(words)
    marked = [*_no_space(_lowered(words)), _mark('"', root, True, "''")]
    marked = [word._replace(head=word.head + (word.head > start)) for word in marked]
    opening = _opening(root + (root > start))
    return _content_last([*marked[:start], opening, *marked[start:]], _reporting(rng, inverted=False))


def _content_first(content: Sentence, reporting: tuple[Phrase, int]) -> Sentence:
    words, cue = reporting
    words = words[:-1] if words[-1].form == "," else words
    place = len(content)
    body = [word if word.head else word._replace(head=cue + place, dep="ccomp") for word in content]
    clause = [word._replace(head=word.head + place if word.head else 0) for word in words]
    return [*body, *_no_space(clause), _mark(".", cue + place, True)]


def _content_last(content: Sentence, reporting: tuple[Phrase, int], *, full_stop: bool = True) -> Sentence:
    words, cue = reporting
    place = len(words)
    body = [w._replace(head=w.head + place) if w.head else w._replace(head=cue, dep="ccomp") for w in content]
    clause = [words[0]._replace(form=words[0].form[0].upper() + words[0].form[1:]), *words[1:]]
    clause = _no_space(clause) if content[0].form in (",", ":") else clause
    return [*clause, *_no_space(body), _mark(".", cue, True)] if full_stop else [*clause, *body]


def _root(words: Sentence) -> int:
    return next(n for n, word in enumerate(words, 1) if word.dep == "root")


def _mark(form: str, head: int, space: bool, tag: str | None = None) -> Word:
    return Word(form, form, "PUNCT", tag or form, "", head, "punct", space)


def _no_space(words: Sentence) -> Sentence:
    return [*words[:-1], words[-1]._replace(space=False)]


def _lowered(words: Sentence) -> Sentence:
    first = words[0]
    keep = first.tag in ("NNP", "NNPS") or first.form == "I" or first.form.isupper()
    return words if keep else [first._replace(form=first.form[0].lower() + first.form[1:]), *words[1:]]


def _behind(words: Sentence, before: Sentence) -> Sentence:
    """`words` behind words that hang on them; the heads of all (numbered within `words`) counted anew."""
    return [word._replace(head=word.head + len(before) if word.head else 0) for word in [*before, *words]]


def _opening(head: int) -> Word:
    return Word('"', '"', "PUNCT", "``", "", head, "punct", False)


def _reporting(rng: Random, *, inverted: bool) -> tuple[Phrase, int]:
    """(words, number of the cue): 'Ann Brund told reporters on Monday'."""
    form = rng.choice((PAST if rng.random() < 0.8 else PRESENT).split())
    form = "said" if form == "told" and inverted else form
    finite = "Mood=Ind|Number=Sing|Person=3|Tense=" + ("Past" if form in PAST.split() else "Pres") + "|VerbForm=Fin"
    cue = Word(form, LEMMAS[form], "VERB", "VBD" if form in PAST.split() else "VBZ", finite, 0, "root", True)
    speaker, tail = _speaker(rng), _tail(rng, form)
    parts = [[cue], speaker, tail] if inverted else [speaker, [cue], tail]
    number = 1 if inverted else len(speaker) + 1
    words: Phrase = []
    for part in parts:
        offset = len(words)
        words += [w._replace(head=w.head + offset if w.head else (0 if part[0] is cue else number)) for w in part]
    return words, number


def _tail(rng: Random, form: str) -> Phrase:
    tail: Phrase = []
    if form == "told":
        whom = rng.choice(PEOPLE.split())
        pos, tag = ("PRON", "PRP") if whom in ("us", "him") else ("PROPN", "NNP") if whom == "CNN" else ("NOUN", "NNS")
        tail.append(Word(whom, whom, pos, tag, "", 0, "iobj", True))
    if rng.random() < 0.4:
        day = rng.choice(DAYS.split())
        at = len(tail)
        if rng.random() < 0.5:
            tail.append(Word("on", "on", "ADP", "IN", "", at + 2, "case", True))
            tail.append(Word(day, day, "PROPN", "NNP", "Number=Sing", 0, "obl", True))
        else:
            tail.append(Word(day, day, "PROPN", "NNP", "Number=Sing", 0, "obl:unmarked", True))
    return tail


def _speaker(rng: Random) -> Phrase:
    kind = rng.random()
    if kind < 0.15:
        form = rng.choice(("he", "she", "they"))
        return [Word(form, form, "PRON", "PRP", "Case=Nom|PronType=Prs", 0, "nsubj", True)]
    if kind < 0.35:
        return _described(rng)
    name = [_name(rng, 0, "nsubj")]
    if rng.random() < 0.5:
        name.append(_name(rng, 1, "flat"))
    if rng.random() < 0.35:
        title = rng.choice(TITLES.split() if rng.random() < 0.6 else ROLES.split())
        tag = "NNP" if title[0].isupper() else "NN"
        pos = "PROPN" if tag == "NNP" else "NOUN"
        name = _behind(name, [Word(title, title, pos, tag, "Number=Sing", 1, "nmod:desc", True)])
    elif rng.random() < 0.3:
        name = _with_apposition(name, rng)
    return name


def _name(rng: Random, head: int, dep: str) -> Word:
    name = surname(rng)
    return Word(name, name, "PROPN", "NNP", "Number=Sing", head, dep, True)


def _described(rng: Random, dep: str = "nsubj") -> Phrase:
    """'the spokesman for the council', 'a lawyer'"""
    article, role = rng.choice(("the", "a")), rng.choice(ROLES.split())
    words = [
        Word(article, article, "DET", "DT", "PronType=Art", 2, "det", True),
        Word(role, role, "NOUN", "NN", "Number=Sing", 0, dep, True),
    ]
    if rng.random() < 0.5:
        place = rng.choice(PLACES.split())
        words += [
            Word(rng.choice(("of", "for")), "of", "ADP", "IN", "", 5, "case", True),
            Word("the", "the", "DET", "DT", "Definite=Def|PronType=Art", 5, "det", True),
            Word(place, place, "NOUN", "NN", "Number=Sing", 2, "nmod", True),
        ]
    return words


def _with_apposition(name: Phrase, rng: Random) -> Phrase:
    """'Ann Brund, a lawyer for the union,'"""
    name = _no_space(name)
    offset = len(name) + 1
    words = [w._replace(head=w.head + offset if w.head else 1) for w in _no_space(_described(rng, "appos"))]
    comma = offset + next(n for n, w in enumerate(words, 1) if w.dep == "appos")
    return [*name, _mark(",", comma, True), *words, _mark(",", comma, True)]
