"""How dates, modes, findings, people and differences are put into words on paper."""

import datetime as dt
from collections.abc import Iterable

from django.utils import timezone

from accounts.models import User
from articles.models import Article
from claims.records import Finding, Mode, PairKind, Precision, Said, Span
from claims.text.dates import said_heading, said_within
from claims.text.differences import Kind, Piece
from claims.timeline.entries import Entry, Pair, Reply

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
ABOUT = (
    "This report was made from the newsroom's records at the time given on every page. It shows what outlets printed;"
    " it does not show what the speakers meant, or who is right.",
    "Software searched the articles for quotations, or an editor selected them. An editor accepted each one and wrote"
    " the explanations. What readers see was confirmed by a second editor, never by the one who proposed it.",
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
    basis = f"read from “{entry.said_basis}”" if entry.said_basis else "set by an editor"
    checked = "checked by an editor" if entry.said_confirmed else "not checked by an editor"
    return f"{PRECISIONS[entry.said.precision]}; {basis}; {checked}"


def day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def moment(at: dt.datetime) -> str:
    """In the newsroom's zone: '27 April 2018, 12:00 BST'."""
    local = timezone.localtime(at)
    return f"{day(local)}, {local:%H:%M %Z}"


def published(article: Article) -> str:
    """In the article's own zone; without a time where none was given."""
    at = article.published_moment
    if at is None:
        return "date not given"
    return f"{day(at)}, {at:%H:%M %Z}" if article.published_has_time else day(at)


def confirmed(by: User | None, at: dt.datetime | None) -> str:
    """'Confirmed by Rae View, 27 April 2018', or nothing. A sign-in name is nobody's business: it stays out."""
    if by is None or at is None:
        return ""
    return f"Confirmed by {by.get_full_name() or 'a second editor'}, {day(timezone.localtime(at))}"


def asked(reply: Reply) -> str:
    """Whom we asked, when, how and by what deadline."""
    deadline = f", to answer by {moment(reply.deadline)}" if reply.deadline else ""
    return f"{reply.who} was asked on {moment(reply.asked)}, {reply.how}{deadline}."


def outcome(reply: Reply, now: dt.datetime) -> str:
    """What came of it by now: the answer's date, none by the deadline, or none so far."""
    if reply.answered:
        return f"The answer of {moment(reply.answered)}, in full:"
    if reply.deadline and reply.deadline <= now:
        return "There was no answer by the deadline."
    return "There is no answer so far."


def pair_title(pair: Pair) -> str:
    """'Mina Ister on 1 May 2018 and on 2 May 2018', or 'Mina Ister (by 1 May 2018) and Opp Onent (in 2019)'."""
    earlier, later = said_within(pair.earlier.said), said_within(pair.later.said)
    if pair.kind == PairKind.REVERSAL:
        return f"{pair.earlier.speaker.name} {earlier} and {later}"
    return f"{pair.earlier.speaker.name} ({earlier}) and {pair.later.speaker.name} ({later})"


def pair_kind(pair: Pair) -> str:
    """'Reversal: one speaker, two statements'; without the first word where nothing was reversed."""
    name, sides = KINDS[pair.kind]
    return f"{name}: {sides}" if pair.clashes else sides.capitalize()


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
