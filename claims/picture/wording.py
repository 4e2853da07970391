"""The picture in words: its title, its description and the label of each mark, for whoever does not see it."""

from claims.records import Finding, PairKind, Said
from claims.text.dates import said_day, said_within
from claims.timeline.arranging import Timeline
from claims.timeline.entries import Entry, Pair

SIGNS = {
    Finding.CONTRADICTION: "contradiction",
    Finding.PARTIAL: "partly contradicts",
    Finding.CONSISTENT: "consistent",
}
_VERBS = {
    Finding.CONTRADICTION: "is contradicted by",
    Finding.PARTIAL: "is partly contradicted by",
    Finding.CONSISTENT: "was compared and is consistent with",
}
_KINDS = {PairKind.REVERSAL: "Reversal", PairKind.DISPUTE: "Dispute", PairKind.RECORD: "Record"}


def title(timeline: Timeline) -> str:
    return f"Who said what and when: {counted(len(timeline.entries), 'statement')}"


def description(timeline: Timeline) -> str:
    """Two or three sentences that stand in for the picture: how many, who, from when to when, what contradicts what."""
    if not timeline.entries:
        return "No statements."
    first, last = timeline.sections[0].said, timeline.sections[-1].said
    reach = said_day(first) if len(timeline.sections) == 1 else f"{said_day(first)} to {_small(last)}"
    speakers = counted(len(timeline.lanes), "speaker")
    opening = f"{counted(len(timeline.entries), 'statement')} by {speakers}, {reach}, in order from left to right."
    clashes = [pair for pair in timeline.pairs if pair.clashes]
    return " ".join([opening, *(f"{pair_label(pair)}." for pair in clashes[:12])])


def counted(number: int, thing: str) -> str:
    """'1 statement', '3 statements'."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def pair_label(pair: Pair) -> str:
    """'Reversal: Amber Rudd, 25 April 2018, is contradicted by Amber Rudd, 26 April 2018'."""
    kind = f"{_KINDS[pair.kind]}: " if pair.clashes else ""
    return f"{kind}{_who(pair.earlier)}, {_VERBS[pair.finding]} {_who(pair.later)}"


def statement_label(entry: Entry) -> str:
    """'Amber Rudd on 25 April 2018: “We don’t have …”', with what the source did to reported words ('Denied: …') and
    a word where it was withdrawn."""
    words = entry.told if len(entry.told) <= 90 else f"{entry.told[:88].rstrip()} …"
    quoted = f": “{words}”" if entry.takes_marks else f": {words}" if words else ""
    withdrawn = " (withdrawn)" if entry.withdrawn else ""
    return f"{entry.speaker.name} {said_within(entry.said)}{withdrawn}{quoted}"


def many_label(entries: tuple[Entry, ...]) -> str:
    names = list({entry.speaker.key: entry.speaker.heading for entry in entries}.values())
    who = names[0] if len(names) == 1 else f"{len(names)} speakers"
    return f"{who}: {counted(len(entries), 'statement')} from {said_day(entries[0].said)} on"


def _who(entry: Entry) -> str:
    return f"{entry.speaker.name}, {_small(entry.said)}"


def _small(said: Said | None) -> str:
    """The day as it stands after a comma: 'by 25 April 2018', 'date unknown', 'December 2015'."""
    day = said_day(said)
    return f"{day[0].lower()}{day[1:]}" if said is None or said.precision is None else day
