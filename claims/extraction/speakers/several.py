"""Several sources of one report: the first is the speaker, the others are further ones."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from claims.extraction.speakers.answers import Answer, Context, Rule
from claims.extraction.speakers.by_name import full_name, surname, surname_alone
from claims.extraction.speakers.by_reference import role_description
from claims.extraction.speakers.introductions import after_party
from claims.extraction.speakers.lexicon import DOCUMENTS, OFFICES, ORGANISATION_NOUNS, VOICES
from claims.extraction.speakers.organisations import organisation, recognised, spokesperson
from claims.extraction.speakers.salience import is_plural
from claims.extraction.speakers.source import DETERMINERS, OWN, PREPOSITIONS, Source, begin_of_title
from claims.extraction.speakers.things import kind_again
from claims.extraction.speakers.words import Words
from claims.records import FurtherSpeaker, SpeakerKind, SpeakerReading

_MOST = 12
"""Sources of one report at most."""
_JOINTS = frozenset({"and", "&", "or", "nor"})
_LONG_JOINTS = (("as", "well", "as"), ("along", "with"), ("together", "with"))
_OPENS = frozenset({"both", "neither", "either"})
_CLAUSES = frozenset({"who", "whose", "which", "that", "where"})
_SOMEBODY = OFFICES | VOICES | ORGANISATION_NOUNS
_ALONE: tuple[Rule, ...] = (
    full_name,
    surname,
    role_description,
    spokesperson,
    organisation,
    recognised,
    kind_again,
    surname_alone,
)


def several(source: Source, context: Context) -> Answer | None:
    """Both Ann Jones and Bob Hill -> Ann Jones, and further Bob Hill; beside somebody with a name also a single one
    without, as printed: Ann Jones and her deputy"""
    parts = [] if source.words[source.head].lower in DOCUMENTS else list(_parts(source))
    if not parts or _one_organisation(source, context):
        return None
    found = [answer for part in parts[:_MOST] if (answer := _alone(part, source, context)) is not None]
    if not found:
        return None
    beside = [part for before, part in pairwise([source, *parts[:_MOST]]) if not _same_apposition(before, part)]
    found += [answer for part in beside if (answer := _described(part, source, context)) is not None]
    further = {one.speaker.name: FurtherSpeaker(one.speaker, one.role) for one in reversed(found) if one.speaker}
    first = found[0].speaker.name if found[0].speaker else ""
    return replace(found[0], further=tuple(one for name, one in reversed(further.items()) if name != first))


def _one_organisation(source: Source, context: Context) -> bool:
    """The Department of Health and Social Care; a spokesman for it. Not: Ann Jones and a spokesman for it"""
    words = source.words
    if any(words[n].lower in _JOINTS and words[n + 1].lower in DETERMINERS for n in source.core[:-1]):
        return False
    answers = (rule(source, context) for rule in (organisation, recognised, spokesperson))
    return any(answer is not None and answer.speaker is not None for answer in answers)


def _parts(source: Source) -> Iterator[Source]:
    """Ann Jones (D), Bob Hill and the mayor -> each; nothing where there is only one."""
    words, first = source.words, source.phrase.start
    first += words.text_at(first) in _OPENS
    cuts = list(_cuts(source))
    for begin, end in zip(
        [first, *(stop for _, stop in cuts)], [*(start for start, _ in cuts), source.phrase.stop], strict=True
    ):
        if cuts and begin < end:
            yield Source(source.number, words.span(begin, end), source.content, words)


def _cuts(source: Source) -> Iterator[tuple[int, int]]:
    """From where to where the joints reach: 'and', ', and', and the comma between two names."""
    words = source.words
    names = source.names
    ends = {after_party(name.end, words) for name in names}
    begins = {name.begin for name in names} | {begin_of_title(name.begin, words) for name in names}
    for number in source.phrase:
        if words[number].lower in _CLAUSES:
            return
        length = 1 if words[number].lower in _JOINTS else long_joint(number, words)
        if length and number > source.phrase.start:
            yield number - (words.text_at(number - 1) == ","), number + length
        elif words[number].text == "," and number in ends and _begins(number + 1, begins, source):
            yield number, number + 1


def _begins(number: int, begins: set[int], source: Source) -> bool:
    """Whether a name begins there, or after 'her': Ann Jones, | her deputy Bob Hill and the mayor"""
    joined = any(source.words[n].lower in _JOINTS for n in range(number, source.phrase.stop))
    return number in begins or (joined and source.words[number].lower in OWN and number + 1 in begins)


def long_joint(number: int, words: Words) -> int:
    """How many words join two sources there: as well as, along with."""
    found = (len(one) for one in _LONG_JOINTS if all(words.text_at(number + n) == word for n, word in enumerate(one)))
    return next(found, 0)


def _hangs(first: int, whole: Source) -> bool:
    """Whether a preposition stands before a word of a source, not counting the 'with' that joins: aides to Ann Jones"""
    joints = {number for begin, stop in _cuts(whole) for number in range(begin, stop)}
    return any(whole.words[n].lower in PREPOSITIONS for n in range(whole.phrase.start, first) if n not in joints)


def _alone(part: Source, whole: Source, context: Context) -> Answer | None:
    """Who a part is by itself. What hangs on a preposition before it is none: aides to Ann Jones and Bob Hill."""
    first = begin_of_title(part.phrase.start, whole.words)
    if _hangs(first, whole) and not _is_name(part, whole):
        return None
    answers = (rule(part, context) for rule in _ALONE)
    return next((answer for answer in answers if answer is not None and answer.speaker is not None), None)


def _same_apposition(before: Source, part: Source) -> bool:
    """Ann Jones, the mayor of Leeds | and a farmer: both say what she is"""
    words, joint = part.words, part.phrase.start - 1
    inside = any(words[n].text == "," for n in before.phrase)
    return before.phrase.stop == joint and words.text_at(joint) in _JOINTS and inside


def _described(part: Source, whole: Source, context: Context) -> Answer | None:
    """The top official in her department, a spokesman for the council: one alone, without a name in the text"""
    words, first = part.words, part.phrase.start
    head = words[part.head].lower
    if words[first].lower not in DETERMINERS or len(part.phrase) < 2 or _hangs(first, whole) or part.names:
        return None
    if head not in _SOMEBODY or is_plural(head) or _alone(part, whole, context):
        return None
    kind = SpeakerKind.ORGANISATION if head in ORGANISATION_NOUNS else SpeakerKind.PERSON
    kept = part.phrase if words[first].lower in OWN else part.bare(part.core)
    basis = words.span(kept.start, kept.stop)
    name = " ".join(basis.of(words.text).split())
    return Answer(SpeakerReading(name[0].upper() + name[1:], kind, basis, "described"))


def _is_name(part: Source, whole: Source) -> bool:
    """Whether a name in the part stands for itself in the whole source, too."""
    return any(name.first in part.phrase for name in whole.names)
