"""Where an occasion stands in the sentence of its cue: one rule for each way of saying it.

A rule takes a cue with the words around it and answers with the occasion, or None."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

from claims.extraction.occasions.phrases import (
    as_printed,
    body_named,
    capital,
    event_within,
    in_a_title,
    is_event,
    is_outlet,
    is_programme,
    noun_phrase,
    outlet_told,
    printed,
    stretch,
    up_to_small_word,
    without_determiner,
)
from claims.extraction.occasions.words import listed, named
from claims.extraction.parsed.labels import FINITE
from claims.records import Attribution, OccasionReading, Span

_LONGEST = 14
"""Words of a phrase that names an occasion, at most."""
_NEAR = 4
"""Words between 'wrote' and where that is printed."""
_WHERE = frozenset({"at", "in", "on", "during", "before", "throughout"})
_ON_THE_WAY_FROM = frozenset(
    {"despite", "after", "before", "having", "previously", "earlier", "initially", "repeatedly"}
)
_TELLS = frozenset({"tell", "told", "tells", "telling", "assured", "informed", "asked", "reminded", "warned"})


@dataclass(frozen=True)
class Setting:
    """One cue with the words of its sentence that are neither reported nor a time: where an occasion can stand."""

    one: Attribution
    cue: Token
    tokens: Sequence[Token]

    def behind(self, number: int, count: int = _LONGEST) -> list[Token]:
        """The words of the setting that follow its word `number` without a gap."""
        found = list(self.tokens[number + 1 : number + 1 + count])
        stop = next((n for n, token in enumerate(found) if _breaks(token)), len(found))
        return found[:stop]


def _breaks(token: Token) -> bool:
    """Whether a word begins something else than the phrase that names an occasion."""
    if in_a_title(token):
        return False
    if token.lower_ in listed("breaks") or token.text in ",.;:?!()–—":
        return True
    return token.tag_ in FINITE and not token.text[0].isupper()


Rule = Callable[[Setting], OccasionReading | None]


def attended(setting: Setting) -> OccasionReading | None:
    """Addressing the Home Affairs Committee, she said … / Answering an urgent question in the Commons, she said …"""
    for number, token in enumerate(setting.tokens):
        if token.lower_ in listed("attending") and not within(token.idx, setting.one.cue):
            reading = _event(setting.behind(number), "attended")
            if reading is not None:
                return reading
    return None


def told(setting: Setting) -> OccasionReading | None:
    """She told the Home Affairs Committee that … / told the BBC's Daily Politics that … / told Ann Jones of the BBC"""
    for number, token in enumerate(setting.tokens):
        if token.lower_ in _TELLS and within(token.idx, setting.one.cue):
            noun = noun_phrase(setting.behind(number))
            phrase = outlet_told(noun) or up_to_small_word(noun)
            if phrase and (is_outlet(phrase) or _hears(phrase[-1]) or body_named(phrase) or is_event(phrase)):
                return _reading(phrase, "told")
    return None


def _hears(token: Token) -> bool:
    return token.lower_ in listed("bodies")


def posted(setting: Setting) -> OccasionReading | None:
    """She tweeted: … / She wrote on Twitter that … / In a Facebook post, she said … -> Twitter, Facebook"""
    platforms = named("platforms")
    for token in setting.tokens:
        known = platforms.get(token.lower_)
        if known is None:
            continue
        beside = within(token.idx, setting.one.cue) or _in_a_phrase(token) or token.lower_ in ("tweet", "tweets")
        if beside and not within(token.idx, setting.one.source):
            return OccasionReading(known, stretch(token, token), "posted")
    return None


def _in_a_phrase(token: Token) -> bool:
    """'on Twitter', 'in a Facebook post'; not: Twitter said"""
    return any(token.nbor(-n).lower_ in ("on", "in", "via", "to") for n in (1, 2, 3) if token.i >= n)


def wrote_in(setting: Setting) -> OccasionReading | None:
    """She wrote in the Harbour Times that … / in her column for the Harbour Times -> Harbour Times"""
    if setting.cue.lower_ not in ("wrote", "writes", "writing", "written", "write"):
        return None
    for number, token in enumerate(setting.tokens):
        if token.lower_ in ("in", "for") and 0 < token.i - setting.cue.i <= _NEAR:
            noun = noun_phrase(setting.behind(number))
            capitals = [word for word in noun if capital(word)]
            if noun and (is_outlet(noun) or (len(capitals) > 1 and len(capitals) == len(without_determiner(noun)))):
                return _reading(noun, "wrote_in")
    return None


def at_an_event(setting: Setting) -> OccasionReading | None:
    """She said at a news conference that … / in an interview with CNN / during an earlier hearing / on "This Week" """
    for number, token in sorted(enumerate(setting.tokens), key=lambda pair: abs(pair[1].i - setting.cue.i)):
        if (
            token.lower_ in _WHERE
            and not within(token.idx, setting.one.source)
            and not _of_earlier_words(setting, token)
        ):
            reading = _event([token, *setting.behind(number)], "at_an_event")
            if reading is not None:
                return reading
    return None


def _of_earlier_words(setting: Setting, preposition: Token) -> bool:
    """She admitted that she knew, despite denying it | in an interview: that is where she denied it."""
    between = [token for token in setting.tokens if setting.cue.i < token.i < preposition.i]
    return any(
        before.lower_ in _ON_THE_WAY_FROM and token.tag_ == "VBG" and token.lower_ in listed("retelling")
        for before, token in pairwise(between)
    )


RULES: tuple[Rule, ...] = (attended, told, posted, wrote_in, at_an_event)


def _event(phrase: list[Token], rule: str) -> OccasionReading | None:
    """An occasion at the beginning of a phrase, with or without its preposition."""
    prepositions: list[Token] = []
    while phrase and (phrase[0].lower_ in listed("prepositions") or phrase[0].lower_ in ("evidence", "questions")):
        prepositions.append(phrase[0])
        phrase = phrase[1:]
    noun = noun_phrase(phrase)
    if not noun:
        return None
    last = prepositions[-1].lower_ if prepositions else ""
    if last == "on" and is_programme(noun):
        return _reading(noun, rule)
    body = body_named(noun)
    if body and rule == "attended" and not is_event(noun):
        return _reading(noun, rule)
    if is_event(noun) or event_within(noun):
        return _with_place(noun, prepositions, rule)
    return _reading(noun, rule) if body and last in ("in", "to", "before", "at") else None


def _with_place(noun: list[Token], prepositions: list[Token], rule: str) -> OccasionReading:
    """an urgent question in the Commons -> House of Commons, urgent question; in a letter to MPs -> as it is"""
    bare = without_determiner(noun)
    inside = [n for n, token in enumerate(bare) if token.lower_ in ("in", "to", "at", "before")]
    place = body_named(bare[inside[0] + 1 :]) if inside else None
    if place:
        kind = " ".join(printed(bare[: inside[0]]).split())
        return OccasionReading(f"{place}, {kind}", stretch(noun[0], noun[-1]), rule)
    if noun[0].lower_ in ("a", "an", "his", "her", "their", "its", "another") and prepositions:
        preposition = prepositions[-1].lower_
        if preposition in ("at", "in", "on", "during", "throughout"):
            whole = [prepositions[-1], *noun]
            return OccasionReading(as_printed(whole), stretch(whole[0], noun[-1]), rule)
    return _reading(noun, rule)


def _reading(noun: Sequence[Token], rule: str) -> OccasionReading:
    name = body_named(noun) or printed(without_determiner(noun))
    return OccasionReading(name[:1].upper() + name[1:], stretch(noun[0], noun[-1]), rule)


def within(position: int, spans: Sequence[Span]) -> bool:
    for start, end in spans:  # noqa: SIM110 - asked of every word around a cue, where any() takes thrice the time
        if start <= position < end:
            return True
    return False
