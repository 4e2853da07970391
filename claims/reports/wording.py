"""How dates, modes, findings, people and differences are put into words on paper. Pure."""

import datetime as dt
from collections.abc import Iterable

from claims.records import Finding, Mode, PairKind, Precision, Said, Span
from claims.text.dates import said_heading, said_within
from claims.text.differences import Kind, Piece
from claims.timeline import origins
from claims.timeline.entries import Entry, Pair, Rendering, Reply

MODES = {
    Mode.DIRECT: "Direct quotation",
    Mode.MIXED: "Quoted in part",
    Mode.INDIRECT: "Indirect: reported without quotation marks",
}
KINDS = {
    PairKind.REVERSAL: ("Reversal", "one speaker, two statements"),
    PairKind.DISPUTE: ("Dispute", "two speakers"),
    PairKind.RECORD: ("Record", "a document and a statement"),
}
FINDINGS = {
    Finding.CONTRADICTION: "Contradiction",
    Finding.PARTIAL: "Partial contradiction",
    Finding.CONSISTENT: "Consistent: examined, no contradiction",
}
PRECISIONS = {
    None: "a limit: on that day or earlier",
    Precision.MINUTE: "known to the minute",
    Precision.DAY: "known to the day",
    Precision.MONTH: "known to the month",
    Precision.YEAR: "known to the year",
}
DRAFT = "Draft: no second editor has confirmed this statement."
PROPOSED = "Proposed: no second editor has confirmed this finding."
FINDING_WITHHELD = "What was found is no longer shown."
NO_LONGER = "No longer holds"
ABOUT = (
    "This report was made from the newsroom's records at the time given on every page. It shows what outlets printed;"
    " it does not show what the speakers meant, or who is right.",
    "Software searched the articles for quotations, or an editor selected them. An editor accepted each one and wrote"
    " the explanations. Readers see editions: what a second editor, who made none of the changes, read and confirmed."
    " An edition stays as it is: a later change becomes the next one; corrections and withdrawals stand beside it.",
    "“Said” is when the words were spoken, “published” when the article appeared, “captured” when its text was stored."
    " A date that nobody knows is given as unknown. Positions count Unicode code points into the captured text, from 0,"
    " the end not included. The SHA-256 of that text in UTF-8 tells whether a copy of it is the same.",
)


def said(said: Said | None) -> str:
    """As the timeline's heading, with the time where it is known: 'Wednesday 25 April 2018, 14:30'."""
    heading = said_heading(said)
    return f"{heading}, {said.time:%H:%M}" if said and said.time else heading


def dating(entry: Entry) -> str:
    """How exactly the date is known, what it was read from, and whether an editor has checked it."""
    if entry.said is None:
        return "no article gives a date, and no editor has set one"
    checked = "checked by an editor" if entry.said_confirmed else "not checked by an editor"
    return f"{PRECISIONS[entry.said.precision]}; {_basis(entry)}; {checked}"


def _basis(entry: Entry) -> str:
    if entry.said_is_inferred:
        return "inferred from the day of publication"
    return f"read from “{entry.said_basis}”" if entry.said_basis else "set by an editor"


def day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def moment(at: dt.datetime, zone: dt.tzinfo) -> str:
    """On the clocks of that zone: '27 April 2018, 12:00 BST'. At the ends of the calendar, where the zone's clock would
    leave it, on its own."""
    try:
        local = at.astimezone(zone)
    except (OverflowError, ValueError):
        local = at
    return f"{day(local)}, {local:%H:%M %Z}".rstrip()


def published(rendering: Rendering) -> str:
    """On the outlet's clock; without a time where none was given."""
    if rendering.published is None:
        return "date not given"
    time = rendering.source.published_time if rendering.source else ""
    return f"{day(rendering.published)}, {time}" if time else day(rendering.published)


def edition(number: int) -> str:
    """'Edition 2', or nothing where there is none yet."""
    return f"Edition {number}" if number else ""


def confirmed(record: Entry | Pair) -> str:
    """'Edition 2, confirmed by Rae View, 27 April 2018', or nothing for what nobody has confirmed."""
    if not record.edition or record.confirmed_on is None:
        return edition(record.edition)
    return f"{edition(record.edition)}, confirmed by {record.confirmed}, {day(record.confirmed_on)}"


def newer(entry: Entry) -> str:
    """That the statement has a newer edition than the one compared, or nothing."""
    if not entry.has_newer:
        return ""
    return f"Edition {entry.newest} of this statement came after edition {entry.edition}, which was compared here."


def reported(entry: Entry) -> str:
    """'3 outlets, 2 independent reports. One report, printed more than once: BBC News, Civil Service World.', or
    nothing where the edition tells no count, and where one outlet is all there is."""
    count = origins.reported(entry.renderings)
    if count is None or count.outlets == 1:
        return ""
    together = [", ".join(outlets) for outlets in origins.printing_one_report(entry.renderings)]
    return " ".join([f"{count}.", *(f"One report, printed more than once: {outlets}." for outlets in together)])


def asked(reply: Reply, zone: dt.tzinfo) -> str:
    """Whom we asked, when, how and by what deadline."""
    deadline = f", to answer by {moment(reply.deadline, zone)}" if reply.deadline else ""
    return f"{reply.who} was asked on {moment(reply.asked, zone)}, {reply.how}{deadline}."


def outcome(reply: Reply, now: dt.datetime, zone: dt.tzinfo) -> str:
    """What came of it by now: the answer's date, none by the deadline, or none so far."""
    if reply.answered:
        return f"The answer of {moment(reply.answered, zone)}, in full:"
    if reply.deadline and reply.deadline <= now:
        return "There was no answer by the deadline."
    return "There is no answer so far."


def pair_title(pair: Pair) -> str:
    """'Mina Ister on 1 May 2018 and on 2 May 2018', or 'Mina Ister (by 1 May 2018) and Opp Onent (in 2019)'."""
    earlier, later = said_within(pair.earlier.said), said_within(pair.later.said)
    if pair.kind == PairKind.REVERSAL:
        return f"{pair.earlier.speaker.name} {earlier} and {later}"
    return f"{pair.earlier.speaker.name} ({earlier}) and {pair.later.speaker.name} ({later})"


def is_withheld(pair: Pair) -> bool:
    """Whether what was found is kept from this reader, for it no longer holds."""
    return not pair.stands and not pair.explanation


def finding(pair: Pair) -> str:
    return NO_LONGER if is_withheld(pair) else FINDINGS[pair.finding]


def pair_kind(pair: Pair) -> str:
    """'Reversal: one speaker, two statements'; without the first word where nothing was reversed, or it is withheld."""
    name, sides = KINDS[pair.kind]
    return f"{name}: {sides}" if pair.clashes and not is_withheld(pair) else sides.capitalize()


def spans(spans: Iterable[Span]) -> str:
    """'120 to 160', or '120 to 140 and 150 to 160' where the words are interrupted."""
    return " and ".join(f"{span.start} to {span.end}" for span in spans)


def differences_told(pieces: Iterable[Piece]) -> str:
    """'Differs: “removals” for “removal”, with “local”, without “any”'; the order is that of the words."""
    told: list[str] = []
    left_out = ""
    for piece, words in ((piece, piece.text.strip()) for piece in pieces if piece.text.strip()):
        match piece.kind:
            case Kind.LEFT_OUT:
                left_out = words
                continue
            case Kind.ADDED:
                told.append(f"“{words}” for “{left_out}”" if left_out else f"with “{words}”")
            case _:
                told += [f"without “{left_out}”"] if left_out else []
        left_out = ""
    told += [f"without “{left_out}”"] if left_out else []
    return f"Differs: {', '.join(told)}" if told else "The same words, set differently"
