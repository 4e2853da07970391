"""Statements and pairs as plain frozen values: what an edition holds, and what a timeline, a picture, a page and
a report are made of.

No ORM object and no HTML in here. Keys are what addresses are built from: a statement's or pair's number, a
speaker's slug."""

import datetime as dt
from dataclasses import dataclass, field, replace

from claims.records import PUBLICATION, Finding, Mode, PairKind, Said, Span, SpeakerKind, Stance

STANCES = {
    Stance.DENIES: "Denied",
    Stance.ASKS: "Asked",
    Stance.PROMISES: "Promised",
    Stance.DEMANDS: "Demanded",
}
"""How a stance stands before reported words; what is asserted, or of unknown stance, stands alone."""


WITHHELD = "Withdrawn: the words are no longer shown."
ELSEWHERE = "The words stand on the statement’s own page."


def stance_before(mode: Mode, stance: Stance | None) -> str:
    """'Denied' where the words are reported, for they do not tell it themselves; '' for direct speech."""
    return "" if mode == Mode.DIRECT or stance is None else STANCES.get(stance, "")


def with_stance(words: str, stance: str) -> str:
    return f"{stance}: {words}" if stance and words else words


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is heard: the speaker's slug as it is now, name and kind as they were confirmed; `head` is the name now,
    for lanes, filters and headings."""

    key: str
    name: str
    kind: SpeakerKind = SpeakerKind.PERSON
    head: str = ""

    @property
    def heading(self) -> str:
        return self.head or self.name


@dataclass(frozen=True, slots=True)
class Note:
    """A correction: public, dated, signed. `edition` is the number of the one that it tells of, 0 where of none; `at`
    the moment and `key` the number of a correction of a statement or pair."""

    text: str
    day: dt.date
    signed: str
    edition: int = 0
    at: dt.datetime | None = None
    key: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """The captured text that a rendering stands in. `published_time` is on the outlet's clock ('09:30 BST'), ''
    where only the day is known; `sha256` the hex digest of the text in UTF-8."""

    article: int
    version: int
    byline: str
    published_time: str
    captured: dt.datetime
    sha256: str


@dataclass(frozen=True, slots=True)
class Rendering:
    """One outlet's wording of a statement, the day it was published, the sentence on either side.

    `spans` are the places of its pieces in the text of `source`, in code points; `exact` is the whole stretch from the
    first to the last, as printed; `attributed` are the words that name who spoke ("Ms Rudd"), `cue` those that
    introduce the report. Renderings of one statement with the same `report`, counted from 1, share an origin: they are
    near copies; 0 where that is not known."""

    key: int
    outlet: str
    title: str
    url: str
    published: dt.date | None
    words: str
    before: str = ""
    after: str = ""
    mode: Mode = Mode.DIRECT
    stance: Stance | None = None
    source: Source | None = None
    spans: tuple[Span, ...] = ()
    exact: str = ""
    attributed: str = ""
    cue: str = ""
    report: int = 0

    @property
    def stance_before(self) -> str:
        return stance_before(self.mode, self.stance)

    @property
    def told(self) -> str:
        """The words with their stance before them."""
        return with_stance(self.words, self.stance_before)


@dataclass(frozen=True, slots=True)
class Reply:
    """Right of reply: whom we asked, when, how and by what deadline; the answer verbatim, or none."""

    asked: dt.datetime
    how: str
    deadline: dt.datetime | None = None
    answer: str = ""
    answered: dt.datetime | None = None
    who: str = ""
    key: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement. `said` is None where the date is unknown; `withdrawn` holds the public reason, if any, and
    `withdrawn_at` the moment.

    `edition` is the number of the edition that it shows, 0 for a draft; `newest` that of the statement's newest
    edition, where a pair shows an older one. `day_order` is the order that an editor gave to statements of one
    day; 0 where nobody has. `gone` is what readers found here once, in a record as it stood, and find no more."""

    key: int
    speaker: Voice
    words: str
    mode: Mode = Mode.DIRECT
    said: Said | None = None
    said_basis: str = ""
    said_confirmed: bool = True
    day_order: int = 0
    role: str = ""
    occasion: str = ""
    question: str = ""
    draft: bool = False
    withdrawn: str = ""
    withdrawn_at: dt.datetime | None = None
    renderings: tuple[Rendering, ...] = ()
    corrections: tuple[Note, ...] = ()
    stance: Stance | None = None
    edition: int = 0
    newest: int = 0
    confirmed: str = ""
    confirmed_on: dt.date | None = None
    confirmed_at: dt.datetime | None = None
    gone: bool = False

    @property
    def said_is_inferred(self) -> bool:
        """The text does not tell the day: that of publication is its upper limit."""
        return self.said_basis == PUBLICATION

    @property
    def known_from(self) -> dt.date | None:
        """The day on which the first of its renderings was published; where none has one, the last on which it can
        have been said. None where nobody knows."""
        days = [one.published for one in self.renderings if one.published]
        return min(days) if days else self.said.until if self.said else None

    @property
    def takes_marks(self) -> bool:
        """Whether the words are to be set in quotation marks: quoted in full, and without marks of their own."""
        return bool(self.words) and self.mode == Mode.DIRECT and not self.words.startswith(tuple("\"“„«'‘"))

    @property
    def stance_before(self) -> str:
        return stance_before(self.mode, self.stance)

    @property
    def told(self) -> str:
        """The words with their stance before them: 'Denied: targets were used'."""
        return with_stance(self.words, self.stance_before)

    @property
    def withheld(self) -> str:
        """What stands in place of words that are not shown: its own, or those of a pair that no longer holds."""
        if self.words:
            return ""
        return WITHHELD if self.withdrawn else ELSEWHERE

    @property
    def has_newer(self) -> bool:
        """Whether the statement has a newer edition than the one shown."""
        return self.newest > self.edition

    def without_words(self) -> "Entry":
        """What readers see of a withdrawn statement: who and when, and the reason."""
        basis = self.said_basis if self.said_is_inferred else ""
        return replace(self, words="", stance=None, question="", said_basis=basis, renderings=())


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements that an editor compared, the earlier one first, and what was found.

    The clashes are the words of each that an editor marked. `open` is a pair that nobody has confirmed yet, which only
    those signed in ever see."""

    key: int
    earlier: Entry
    later: Entry
    finding: Finding = Finding.CONTRADICTION
    explanation: str = ""
    earlier_clash: str = ""
    later_clash: str = ""
    open: bool = False
    withdrawn: str = ""
    withdrawn_at: dt.datetime | None = None
    replies: tuple[Reply, ...] = field(default=())
    corrections: tuple[Note, ...] = field(default=())
    edition: int = 0
    confirmed: str = ""
    confirmed_on: dt.date | None = None
    confirmed_at: dt.datetime | None = None
    gone: bool = False

    @property
    def kind(self) -> PairKind:
        """Derived: a document on one side is a record, one speaker a reversal, two speakers a dispute."""
        if SpeakerKind.DOCUMENT in (self.earlier.speaker.kind, self.later.speaker.kind):
            return PairKind.RECORD
        return PairKind.REVERSAL if self.earlier.speaker.key == self.later.speaker.key else PairKind.DISPUTE

    @property
    def stands(self) -> bool:
        """Whether the finding still holds: neither it nor one of its statements was withdrawn."""
        return not (self.withdrawn or self.earlier.withdrawn or self.later.withdrawn)

    @property
    def clashes(self) -> bool:
        """Whether the finding is a contradiction, whole or in part; the accent colour says this and nothing else."""
        return self.finding != Finding.CONSISTENT

    @property
    def newer(self) -> tuple[Entry, ...]:
        """The sides of which there is a newer edition than the one that was compared."""
        return tuple(side for side in (self.earlier, self.later) if side.has_newer)

    def clash(self, key: int) -> str:
        """The words that clash in the statement with this key."""
        return self.earlier_clash if self.earlier.key == key else self.later_clash

    def other(self, key: int) -> Entry:
        """The statement that faces the one with this key."""
        return self.later if self.earlier.key == key else self.earlier

    def without_words(self) -> "Pair":
        """What readers see of a finding that no longer holds: who, when and the reason."""
        return replace(self, explanation="", earlier_clash="", later_clash="", replies=())


@dataclass(frozen=True, slots=True)
class StoryHead:
    """A story's head. `public`: readers see it; `edition` is the number of the edition shown, 0 for none."""

    key: int
    slug: str
    title: str
    summary: str = ""
    public: bool = False
    edition: int = 0
    published_at: dt.datetime | None = None
    notes: tuple[Note, ...] = ()
    confirmed_at: dt.datetime | None = None
