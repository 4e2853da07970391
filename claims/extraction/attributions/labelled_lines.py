"""Lines that begin with who speaks: a headline, a transcript, questions and answers. "Mayor Jones: We are ready" """

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile, zip_longest

from spacy.tokens import Token

from claims.extraction.attributions.phrase import Phrase
from claims.extraction.parsed.page import Page
from claims.extraction.parsed.passages import DOUBLE, SINGLE, trimmed
from claims.extraction.parsed.word_lists import words
from claims.records import Span

_LABEL = re.compile(r"(?P<name>[^\W\d_][\w.'’ -]{0,60}?)(?P<colon>:)\s+(?=\S)")
_TITLE_LABEL = re.compile(
    r"(?P<name>[^\W\d_][\w.'’ -]{0,60}?)(?:,? (?:on|to|after|over|about) [^:\n]{1,90})?(?P<colon>:) ", re.I
)
_LETTER = re.compile(r"(?P<name>[QA])(?:(?P<colon>\.)\s+(?=\S)|(?=[A-Z][\w'’]* ))")
"""'QWhat happened?': the letter in bold, the colon left out. 'Q. What happened?'"""
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d ?(?:[ap]\.?m\.?)?(?: ?(?:BST|GMT|CET|EST|ET))?[ ,–—-]+(?=[A-Z])")
"""The time before the name in an entry of a live report."""
_US = re.compile(r"(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|us)\b")
_NAMED = re.compile(r"\b[A-Z][\w'’-]*\.?\s(?=([A-Z][\w'’-]+))")
"""The surname of 'Ann Jones' or 'Ms Jones'."""
_SEEN = 160
"""Characters of a line in which its label is looked for."""
_LONGEST_NAME = 7
_SURNAMES = 4
"""Words: a label in small letters that comes again and again has fewer."""
_LETTERS = frozenset({"Q", "A"})
_ASIDE = "([*_"
"""What a line begins with that nobody speaks: '(LAUGHTER)'."""
_NO_SPEAKER = words("no_speaker")
_ASKERS = words("askers")
_TITLES = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sen.", "rep.", "justice", "judge"})
_BEHIND_NAME = frozenset({"on", "to", "in", "after", "over", "about", "’s", "'s"})
_LONGEST_HEADING = 20
"""Words of a heading that begins with a quotation."""


@dataclass(frozen=True, slots=True)
class Label:
    """Who speaks on a line, and where what was said begins."""

    name: str
    span: Span
    colon: Span
    timed: bool = False


def labelled_line(page: Page) -> Iterator[Phrase]:
    """Mayor Jones: We are ready -> We are ready (a headline, or a transcript's line); A: Because it fell -> the same"""
    labels = _labels(page)
    names = Counter(label.name for label in labels.values())
    people = frozenset(_NAMED.findall(page.text)) if labels else frozenset[str]()
    speaking = [
        number
        for number, label in labels.items()
        if _may_speak(label, number, names, page)
        or _in_dialogue(number, labels, people, page)
        or _in_transcript(number, labels)
    ]
    for number, following in zip_longest(speaking, speaking[1:]):
        label = labels[number]
        letter = label.name in _LETTERS
        last = _last_paragraph(number, following, labels, page) if letter and following else number
        content = trimmed(page.text, label.colon.end, page.paragraphs[last].end)
        if letter or len(content.of(page.text).split()) > 1 or _in_transcript(number, labels):
            head = page.tokens[page.token_at(label.span.end - 1)]
            rule = "question_and_answer" if letter else "name_and_colon"
            yield Phrase((content,), label.colon, label.span, head, rule)


def _last_paragraph(number: int, following: int, labels: dict[int, Label], page: Page) -> int:
    """The number of an answer's last paragraph: it goes on up to the next question, a label or a stage direction."""
    going_on = takewhile(
        lambda n: n not in labels and page.text[page.paragraphs[n].start] not in _ASIDE, range(number + 1, following)
    )
    return max(going_on, default=number)


def _labels(page: Page) -> dict[int, Label]:
    """The label of each paragraph that has one, by the paragraph's number."""
    found: dict[int, Label] = {}
    for number, part in enumerate(page.paragraphs):
        seen = page.text[part.start : min(part.start + _SEEN, part.end)]
        clock = _CLOCK.match(seen)
        line = seen[clock.end() :] if clock else seen.lstrip(DOUBLE + " ")
        match = (_LABEL if number else _TITLE_LABEL).match(line) or _LABEL.match(line) or _LETTER.match(line)
        if match is not None:
            start = part.start + len(seen) - len(line)
            name = Span(start, start + match.end("name"))
            colon = Span(start + match.start("colon"), start + match.end("colon"))
            found[number] = Label(
                match.group("name"), name, colon if match.group("colon") else name, timed=clock is not None
            )
    return found


def _may_speak(label: Label, number: int, names: Counter[str], page: Page) -> bool:
    """Whether a label names somebody: in a headline a name that the text knows; elsewhere capitals, or Q and A."""
    parts = label.name.split()
    if label.name in _LETTERS:
        with_stop = label.colon.of(page.text) == "."
        return (
            names["Q"] > 0
            and (label.colon != label.span or names["Q"] > 1 < names["A"])
            and (names["A"] > 0 or not with_stop)
        )
    if len(parts) > _LONGEST_NAME or {parts[0].lower(), parts[-1].lower()} & _NO_SPEAKER:
        return False
    if label.timed:
        return _is_timed_name(label, parts, page)
    if number == 0:
        return parts[-1][0].isupper() and (_is_known(parts, page) or _is_lone_headline(label, parts, page))
    again = names[label.name] > 1
    if label.name.isupper():
        return again or len(label.name) > 3
    return (
        parts[0][0].isupper()
        and parts[-1][0].isupper()
        and len(parts) < _SURNAMES
        and (again or _quotes(label, number, parts, page))
    )


def _in_transcript(number: int, labels: dict[int, Label]) -> bool:
    """MR. LANE: It was safe. THE COURT: Overruled. Labels in capitals, one behind the other, of whom one has a title"""
    near = [labels[n].name for n in (number - 1, number, number + 1) if n in labels]
    titled = any(name.split()[0].lower() in _TITLES for name in near)
    return titled and len(near) > 1 and all(name.isupper() and len(name) > 3 for name in near)


def _is_timed_name(label: Label, parts: list[str], page: Page) -> bool:
    """08.10 Ann Jones: It is safe; not: 08.10 Update: what we know"""
    if len(parts) >= _SURNAMES or not all(part[0].isupper() for part in parts):
        return False
    last = page.tokens[page.token_at(label.span.end - 1)]
    return last.pos_ == "PROPN" and (len(parts) > 1 or _is_known(parts, page))


def _is_lone_headline(label: Label, parts: list[str], page: Page) -> bool:
    """Jones: We will not pay (nothing else is there): words in marks, or somebody speaks of 'us'"""
    if len(page.paragraphs) > 1 or len(parts) >= _SURNAMES or not all(part[0].isupper() for part in parts):
        return False
    said, last = _words_of(label, 0, page), page.tokens[page.token_at(label.span.end - 1)]
    marked = said[0] in DOUBLE + SINGLE and said[-1] in DOUBLE + SINGLE
    of_us = _US.match(said.lstrip(DOUBLE + SINGLE)) is not None
    return (marked and of_us) or (last.pos_ == "PROPN" and (marked or of_us))


def _in_dialogue(number: int, labels: dict[int, Label], people: frozenset[str], page: Page) -> bool:
    """Whether a label that is said once names somebody who asks, or who speaks beside another one: 'Hill: How so?'"""
    if _was_asked(number, labels, page):
        return True
    if not _is_person(labels[number], people):
        return False
    if _words_of(labels[number], number, page)[-1] == "?":
        return True
    return any(beside in labels and _is_person(labels[beside], people) for beside in (number - 1, number + 1))


def _was_asked(number: int, labels: dict[int, Label], page: Page) -> bool:
    """Whether the line before is an interviewer's question: whoever has the next label answers it."""
    before, label = labels.get(number - 1), labels[number]
    named = all(part[0].isupper() for part in label.name.split()) and len(label.name.split()) < _SURNAMES
    asked = before is not None and before.name.lower() in _ASKERS
    return asked and named and _words_of(labels[number - 1], number - 1, page)[-1] == "?"


def _is_person(label: Label, people: frozenset[str]) -> bool:
    """Whether a label is a name that the text introduces ('Ann Hill'), a name in capitals, or an 'Interviewer'."""
    parts = label.name.split()
    if len(parts) >= _SURNAMES or {parts[0].lower(), parts[-1].lower()} & _NO_SPEAKER:
        return False
    return label.name.lower() in _ASKERS or parts[-1] in people or (label.name.isupper() and len(label.name) > 2)


def _words_of(label: Label, number: int, page: Page) -> str:
    return trimmed(page.text, label.colon.end, page.paragraphs[number].end).of(page.text)


def _is_known(parts: list[str], page: Page) -> bool:
    return any(page.text.count(part) > 1 for part in parts if part[0].isupper() and len(part) > 2)


def _quotes(label: Label, number: int, parts: list[str], page: Page) -> bool:
    """A heading between the paragraphs that is a name and a quotation: "Jones: 'We are ready'" """
    content = _words_of(label, number, page)
    marked = content[0] in DOUBLE + SINGLE and content.rstrip(".")[-1] in DOUBLE + SINGLE
    return marked and parts[-1][0].isupper() and _is_known(parts, page)


def quoted_heading(page: Page) -> Iterator[Phrase]:
    """'We are ready': Jones attacks the council -> 'We are ready' (a headline, or a heading between the paragraphs)"""
    people = frozenset(_NAMED.findall(page.text)) if page.passages else frozenset[str]()
    for passage in page.passages:
        part = page.paragraph_at(passage.span.start)
        colon = passage.span.end
        if passage.span.start != part.start or page.text[colon : colon + 2] != ": ":
            continue
        if len(part.of(page.text).split()) > _LONGEST_HEADING or part.of(page.text)[-1] in ".:":
            continue
        name = _name_at(page.token_at(colon + 2), people, page)
        if name is not None:
            head = page.tokens[page.token_at(name.end - 1)]
            yield Phrase((passage.span,), Span(colon, colon + 1), name, head, "quoted_heading")


def _name_at(first: int, people: frozenset[str], page: Page) -> Span | None:
    """The longest name from a word on that stands in the text below, too, and has a verb or 'on' behind it."""
    found = None
    for number in range(first, min(first + _SURNAMES, len(page.doc) - 1)):
        if not page.tokens[number].is_title and not page.tokens[number].is_upper:
            break
        name, behind = page.stretch(first, number), page.tokens[number + 1]
        verbal = behind.is_space or behind.lower_ in _BEHIND_NAME or behind.tag_ in ("VBZ", "VBD", "MD")
        if verbal and _is_told_of(name, page.tokens[number], people, page):
            found = name
    return found


def _is_told_of(name: Span, last: Token, people: frozenset[str], page: Page) -> bool:
    """Whether the text below has a name, too; or a headline is all there is, and 'we' said what stands in marks."""
    if len(page.paragraphs) == 1:
        return last.pos_ in ("PROPN", "NOUN") and _US.match(page.text.lstrip(DOUBLE + SINGLE)) is not None
    if last.pos_ == "PROPN":
        return name.of(page.text) in page.text[name.end :]
    return last.pos_ == "NOUN" and last.text in people
