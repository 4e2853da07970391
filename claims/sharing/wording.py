"""How statements, pairs and findings are called where a line of plain text is all the room there is. Pure."""

from claims.records import Finding, PairKind, Said
from claims.text.dates import said_day, said_within
from claims.text.differences import excerpt
from claims.timeline.entries import Entry, Pair, with_stance

KINDS = {PairKind.REVERSAL: "Reversal", PairKind.DISPUTE: "Dispute", PairKind.RECORD: "Record"}
LONGEST_WORDS = 90
NO_WORDS = "withdrawn"


def pair_title(pair: Pair) -> str:
    """'Mina Ister, 25 April 2018 and 26 April 2018', 'Mina Ister against Una Ion'."""
    earlier, later = pair.earlier, pair.later
    if pair.kind == PairKind.REVERSAL:
        return f"{earlier.speaker.name}, {day(earlier.said)} and {day(later.said)}"
    return f"{earlier.speaker.name} {'against' if pair.clashes else 'and'} {later.speaker.name}"


def statement_title(entry: Entry) -> str:
    """'Mina Ister on 25 April 2018: “We have no list.”'; of a withdrawn one that it is."""
    return f"{entry.speaker.name} {said_within(entry.said)}: {short(entry) or NO_WORDS}"


def short(entry: Entry, clash: str = "", longest: int = LONGEST_WORDS) -> str:
    """The words as one line holds them, in quotation marks where they were quoted in full; '' where none are shown."""
    words = excerpt(entry.words, clash, longest)
    return f"“{words}”" if entry.takes_marks else with_stance(words, entry.stance_before)


def in_full(entry: Entry) -> str:
    """All the words, in quotation marks where they were quoted in full, else with their stance before them."""
    return f"“{entry.words}”" if entry.takes_marks else entry.told


def finding(pair: Pair) -> str:
    """'Reversal', 'Dispute, in part', 'Examined, no contradiction', 'No longer holds'."""
    if not pair.stands:
        return "No longer holds"
    if pair.finding == Finding.CONSISTENT:
        return "Examined, no contradiction"
    return f"{KINDS[pair.kind]}{', in part' if pair.finding == Finding.PARTIAL else ''}"


def day(said: Said | None) -> str:
    """The day for the middle of a line: '25 April 2018', 'by 25 April 2018', 'date unknown'."""
    told = said_day(said)
    return f"{told[0].lower()}{told[1:]}" if said is None or said.precision is None else told
