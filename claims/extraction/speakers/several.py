"""Several sources of one report: the first is the speaker, the others are further ones."""

from collections.abc import Iterator
from dataclasses import replace

from claims.extraction.speakers.answers import Answer, Context, Rule
from claims.extraction.speakers.by_name import full_name, surname, surname_alone
from claims.extraction.speakers.by_reference import role_description
from claims.extraction.speakers.introductions import after_party
from claims.extraction.speakers.lexicon import DOCUMENTS
from claims.extraction.speakers.organisations import organisation, recognised, spokesperson
from claims.extraction.speakers.source import PREPOSITIONS, Source, begin_of_title
from claims.records import FurtherSpeaker

_MOST = 12
"""Sources of one report at most."""
_JOINTS = frozenset({"and", "&", "or", "nor"})
_OPENS = frozenset({"both", "neither", "either"})
_CLAUSES = frozenset({"who", "whose", "which", "that", "where"})
_ALONE: tuple[Rule, ...] = (full_name, surname, role_description, spokesperson, organisation, recognised, surname_alone)


def several(source: Source, context: Context) -> Answer | None:
    """Both Ann Jones and Bob Hill -> Ann Jones, and further Bob Hill; who has no name is left out"""
    parts = [] if source.words[source.head].lower in DOCUMENTS else list(_parts(source))
    if not parts or _one_organisation(source, context):
        return None
    found = [answer for part in parts[:_MOST] if (answer := _alone(part, source, context)) is not None]
    if not found:
        return None
    further = {one.speaker.name: FurtherSpeaker(one.speaker, one.role) for one in reversed(found) if one.speaker}
    first = found[0].speaker.name if found[0].speaker else ""
    return replace(found[0], further=tuple(one for name, one in reversed(further.items()) if name != first))


def _one_organisation(source: Source, context: Context) -> bool:
    """The Department of Health and Social Care; a spokesman for it"""
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
    names = list(source.names())
    ends = {after_party(name.end, words) for name in names}
    begins = {name.begin for name in names} | {begin_of_title(name.begin, words) for name in names}
    for number in source.phrase:
        if words[number].lower in _CLAUSES:
            return
        if words[number].lower in _JOINTS and number > source.phrase.start:
            yield number - (words.text_at(number - 1) == ","), number + 1
        elif words[number].text == "," and number in ends and number + 1 in begins:
            yield number, number + 1


def _alone(part: Source, whole: Source, context: Context) -> Answer | None:
    """Who a part is by itself. What hangs on a preposition before it is none: aides to Ann Jones and Bob Hill."""
    first = begin_of_title(part.phrase.start, whole.words)
    if any(whole.words[n].lower in PREPOSITIONS for n in range(whole.phrase.start, first)) and not _is_name(
        part, whole
    ):
        return None
    answers = (rule(part, context) for rule in _ALONE)
    return next((answer for answer in answers if answer is not None and answer.speaker is not None), None)


def _is_name(part: Source, whole: Source) -> bool:
    """Whether a name in the part stands for itself in the whole source, too."""
    return any(name.first in part.phrase for name in whole.names())
