"""Statements and pairs as plain frozen values: what a timeline, a picture, a page and a report are made of.

No ORM object and no HTML in here. Keys are what addresses are built from: a statement's or pair's number, a
speaker's slug."""

import datetime as dt
from dataclasses import dataclass, field

from claims.records import Finding, Mode, PairKind, Said, SpeakerKind


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is heard: a speaker's slug, name and kind."""

    key: str
    name: str
    kind: SpeakerKind = SpeakerKind.PERSON


@dataclass(frozen=True, slots=True)
class Note:
    """A correction: public, dated, signed."""

    text: str
    day: dt.date
    signed: str


@dataclass(frozen=True, slots=True)
class Rendering:
    """One outlet's wording of a statement, the day it was published, the sentence on either side where asked for."""

    key: int
    outlet: str
    title: str
    url: str
    published: dt.date | None
    words: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """Right of reply: whom we asked, when, how and by what deadline; the answer verbatim, or none."""

    asked: dt.datetime
    how: str
    deadline: dt.datetime | None = None
    answer: str = ""
    answered: dt.datetime | None = None
    who: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement. `said` is None where the date is unknown; `withdrawn` holds the public reason, if any.

    `day_order` is the order that an editor gave to statements of one day; 0 where nobody has."""

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
    renderings: tuple[Rendering, ...] = ()
    corrections: tuple[Note, ...] = ()

    @property
    def takes_marks(self) -> bool:
        """Whether the words are to be set in quotation marks: quoted in full, and without marks of their own."""
        return self.mode == Mode.DIRECT and not self.words.startswith(tuple("\"“„«'‘"))


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
    replies: tuple[Reply, ...] = field(default=())
    corrections: tuple[Note, ...] = field(default=())

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

    def clash(self, key: int) -> str:
        """The words that clash in the statement with this key."""
        return self.earlier_clash if self.earlier.key == key else self.later_clash

    def other(self, key: int) -> Entry:
        """The statement that faces the one with this key."""
        return self.later if self.earlier.key == key else self.earlier
