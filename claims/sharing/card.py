"""What a preview card shows, as a plain value: the two sentences and the days, or the words of one statement.

A card's version names the edition and everything that is drawn, so that its address changes with either."""

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any

from claims.sharing.wording import finding, short, statement_title
from claims.text.dates import said_heading, said_later
from claims.text.differences import Kind, excerpt, marked
from claims.text.printable import printable
from claims.timeline.entries import Entry, Pair, StoryHead

LOOK = 1
"""Goes up when cards look different: their addresses change with it."""
WIDTH, HEIGHT = 1200, 630
LONGEST_SIDE, LONGEST_ALONE, LONGEST_HEAD, LONGEST_ROLE = 200, 360, 120, 60


@dataclass(frozen=True, slots=True)
class CardPiece:
    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class CardSide:
    """One statement. `withheld` stands where its words would."""

    day: str
    who: str
    role: str
    stance: str
    pieces: tuple[CardPiece, ...]
    withheld: str


@dataclass(frozen=True, slots=True)
class Card:
    """`told` stands where there is no statement; `alt` tells the card to whoever does not see it."""

    site: str
    kicker: str
    title: str = ""
    told: str = ""
    sides: tuple[CardSide, ...] = ()
    sign: str = ""
    between: str = ""
    clashes: bool = False
    alt: str = ""
    edition: int = 0

    @property
    def version(self) -> str:
        """'2-1f0c…': the edition, and a digest of what is drawn."""
        return f"{self.edition}-{hashlib.sha256(self.as_json().encode()).hexdigest()[:16]}"

    def as_json(self) -> str:
        """What the template reads."""
        return json.dumps({**_printable(asdict(self)), "look": LOOK}, ensure_ascii=False, sort_keys=True)


def statement_card(entry: Entry, site: str) -> Card:
    side = _side(entry, "", LONGEST_ALONE)
    return Card(site, "On record", sides=(side,), alt=statement_title(entry), edition=entry.edition)


def pair_card(pair: Pair, site: str) -> Card:
    sides = (
        _side(pair.earlier, pair.earlier_clash, LONGEST_SIDE),
        _side(pair.later, pair.later_clash, LONGEST_SIDE),
    )
    clashes = pair.clashes and pair.stands
    return Card(
        site,
        kicker=finding(pair),
        sides=sides,
        sign="≠" if clashes else "=" if pair.stands else "–",
        between=said_later(pair.earlier.said, pair.later.said),
        clashes=clashes,
        alt=f"{_told(pair.earlier)} {'≠' if clashes else 'and'} {_told(pair.later)}",
        edition=pair.edition,
    )


def story_card(head: StoryHead, lead: Pair | None, site: str) -> Card:
    """The story's title above its strongest pair; without one, its summary."""
    title = _cut(head.title, LONGEST_HEAD)
    if lead is None:
        return Card(site, "Who said what", title, told=_cut(head.summary, 300), alt=head.title, edition=head.edition)
    drawn = pair_card(lead, site)
    return Card(
        site,
        kicker=drawn.kicker,
        title=title,
        sides=drawn.sides,
        sign=drawn.sign,
        between=drawn.between,
        clashes=drawn.clashes,
        alt=f"{head.title}: {drawn.alt}",
        edition=head.edition,
    )


def _side(entry: Entry, clash: str, longest: int) -> CardSide:
    words = excerpt(entry.words, clash, longest)
    words = f"“{words}”" if entry.takes_marks else words
    return CardSide(
        day=said_heading(entry.said),
        who=_cut(entry.speaker.name, LONGEST_ROLE),
        role=_cut(entry.role, LONGEST_ROLE),
        stance=entry.stance_before,
        pieces=tuple(CardPiece(piece.text, piece.kind == Kind.CLASHING) for piece in marked(words, clash)),
        withheld=entry.withheld,
    )


def _told(entry: Entry) -> str:
    return f"{short(entry) or entry.withheld} {entry.speaker.name}, {said_heading(entry.said)}"


def _cut(text: str, longest: int) -> str:
    return excerpt(" ".join(text.split()), "", longest)


def _printable(value: Any) -> Any:
    match value:
        case str():
            return printable(value)
        case dict():
            return {key: _printable(one) for key, one in value.items() if key != "alt"}
        case list() | tuple():
            return [_printable(one) for one in value]
        case _:
            return value
