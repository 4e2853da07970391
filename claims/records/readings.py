"""What extraction finds in a text: attributions with who, when and where, times, and what was left."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from claims.records.values import Manner, Mode, Said, Span, SpeakerKind, Stance

PUBLICATION = "publication"
"""Stands for the words that a date was read from where there are none: the text was published on that day."""


@dataclass(frozen=True, slots=True)
class SaidReading:
    """A said date as read from a text: the date, the words it was read from and the rule that read them.

    Where the text does not tell, `basis` is None: the day of publication is an upper limit, which is inferred."""

    said: Said
    basis: Span | None
    rule: str


@dataclass(frozen=True, slots=True)
class SpeakerReading:
    """Who a source refers to: the full name, the words that it was read from and the rule that read them."""

    name: str
    kind: SpeakerKind
    basis: Span
    rule: str


@dataclass(frozen=True, slots=True)
class RoleReading:
    """The role at the time as printed ('home secretary') and where it stands."""

    role: str
    basis: Span


@dataclass(frozen=True, slots=True)
class FurtherSpeaker:
    """Another source of the same report: 'both Rudd and the official denied' has two."""

    speaker: SpeakerReading
    role: RoleReading | None = None


@dataclass(frozen=True, slots=True)
class RelayReading:
    """Who passed a source's words on ('Reuters' in 'X said, according to Reuters'), and where that stands."""

    name: str
    basis: Span


@dataclass(frozen=True, slots=True)
class OccasionReading:
    """Where something was said ('Home Affairs Committee', 'BBC Daily Politics', 'Twitter'), the words that it was read
    from and the rule that read them."""

    name: str
    basis: Span
    rule: str


SURE_VIEW = 0.7
"""Of the views of nobody in particular that are less sure than this, three in five are any, and fewer are words."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source + cue + content: somebody's reported words, found in one text.

    `content` is in text order and can be discontinuous ('"A," said X. "B."'). Unsure is None: a speaker, role or
    date that could not be read is missing, never guessed. `confidence` is between 0 and 1. `rule` names what found
    the attribution. `question` is the question that the words answered, where the text has it. `stance` is what the
    source does to the words, as the cue tells; None where it doesn't, and never `asserts` by default. `negated`: the
    cue says that nothing was said ("did not say that …"); such a one is no suggestion, whatever its confidence.
    `manner` tells admissions and confirmations from other assertions. `further` are the other sources of one report,
    in text order; `relay` passed the words on; `occasion` is where they were said."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    mode: Mode
    confidence: float
    rule: str
    speaker: SpeakerReading | None = None
    role: RoleReading | None = None
    said: SaidReading | None = None
    question: Span | None = None
    stance: Stance | None = None
    negated: bool = False
    manner: Manner | None = None
    further: tuple[FurtherSpeaker, ...] = ()
    relay: RelayReading | None = None
    occasion: OccasionReading | None = None

    @property
    def is_suggestion(self) -> bool:
        """Whether an editor is shown it as somebody's words. Not so what was expressly not said, and not what people
        whom nobody names think or do ("many fear that …") unless that is sure; nor a question of which the
        text tells that it was asked, and not by whom. It stands in the remainder."""
        is_view = self.mode == Mode.INDIRECT and self.stance is None
        asked_by_nobody = self.stance is Stance.ASKS and self.mode == Mode.INDIRECT and not self.source
        unsure = is_view and self.speaker is None and self.confidence < SURE_VIEW
        return not (self.negated or asked_by_nobody or unsure)


class TimeType(StrEnum):
    """TIMEX3 types (TimeML 1.2.1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression and its TIMEX3 value: '2018-04-25', '2018-W17', '2015-12', 'P2D', 'PAST_REF' …"""

    span: Span
    type: TimeType
    value: str
    rule: str


class RemainderKind(StrEnum):
    QUOTED_WORDS = "quoted words"
    REPORTING_VERB = "reporting verb"


@dataclass(frozen=True, slots=True)
class Remainder:
    """What looks like reported words but is covered by no attribution, so that an editor sees what was missed."""

    span: Span
    kind: RemainderKind


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one text: attributions, times and remainder, each in text order. `unread` are stretches
    that were passed over because reading them would have taken longer than any article may."""

    attributions: tuple[Attribution, ...] = field(default=())
    times: tuple[TimeExpression, ...] = field(default=())
    remainder: tuple[Remainder, ...] = field(default=())
    unread: tuple[Span, ...] = field(default=())


type Id = str | int | float | None
"""What a text is called by whoever hands it over: any plain value of JSON."""


@dataclass(frozen=True, slots=True)
class ToRead:
    """One text as given, for offsets count in exactly this text; `place` names its file and line."""

    place: str
    id: Id
    text: str
    published: dt.date | None
