"""How a statement or a pair is cited: in plain text, and as an entry for BibTeX or BibLaTeX.

A citation names who spoke, the words, the day, the outlets that reported it, and which edition of ours it is. One of
something withdrawn says so, and has no words."""

import datetime as dt
from dataclasses import dataclass

from django.utils.text import slugify

from claims.records import Precision
from claims.sharing.naming import key_of, path_of
from claims.sharing.site import Site
from claims.sharing.wording import finding, in_full, pair_title
from claims.text.dates import said_within
from claims.timeline.entries import Entry, Pair

_ESCAPED = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "#$%&_"},
        # Braces count for BibTeX whatever stands before them.
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


@dataclass(frozen=True, slots=True)
class Citation:
    """`address` is the whole address of the page that is cited."""

    address: str
    plain: str
    bibtex: str


def cite(record: Entry | Pair, site: Site, today: dt.date) -> Citation:
    """`today` is the day on which it was read, on the newsroom's calendar."""
    address = site.address(path_of(record))
    title, circumstances = _of_entry(record) if isinstance(record, Entry) else _of_pair(record)
    edition = _edition(record)
    plain = f"{_whole(record)} {circumstances} {site.name}, {edition}. {address} (accessed {_day(today)})."
    fields = {
        "author": f"{{{escaped(_authors(record))}}}",
        "title": f"{{{escaped(title)}}}",
        **_when(record),
        "howpublished": escaped(site.name),
        "note": escaped(f"{circumstances} {edition[0].upper()}{edition[1:]}"),
        "url": address,
        "urldate": today.isoformat(),
    }
    name = f"{slugify(site.name).replace('-', '') or 'site'}:{'-'.join(map(str, key_of(record)))}-{record.edition}"
    lines = "".join(f"  {field} = {{{value}}},\n" for field, value in fields.items())
    return Citation(address, _line(plain), f"@misc{{{name},\n{lines}}}")


def escaped(text: str) -> str:
    """The text as a value between braces, in one line: nothing in it is markup, and its braces balance."""
    return _line(text).translate(_ESCAPED)


def _whole(record: Entry | Pair) -> str:
    """Who, and the words; of a pair those of both sides."""
    if isinstance(record, Entry):
        who = f"{record.speaker.name} ({record.role})" if record.role else record.speaker.name
        return _ended(f"{who}: {_words(record)}")
    sides = " – ".join(f"{_words(side)} ({said_within(side.said)})" for side in (record.earlier, record.later))
    return f"{pair_title(record)}: {_ended(sides)}"


def _of_entry(entry: Entry) -> tuple[str, str]:
    occasion = f", {entry.occasion}" if entry.occasion else ""
    said = f"Said {said_within(entry.said)}{occasion}."
    return _words(entry), " ".join(filter(None, [said, _reported(entry), _gone(entry.withdrawn)]))


def _of_pair(pair: Pair) -> tuple[str, str]:
    outlets = {one.outlet: one for side in (pair.earlier, pair.later) for one in side.renderings}
    reasons = dict.fromkeys((pair.withdrawn, pair.earlier.withdrawn, pair.later.withdrawn))
    gone = (_gone(reason) for reason in reasons)
    title = pair_title(pair) if not pair.stands else f"{_words(pair.earlier)} – {_words(pair.later)}"
    return title, " ".join(filter(None, [f"{finding(pair)}.", _by(list(outlets)), *gone])).strip()


def _words(entry: Entry) -> str:
    return in_full(entry) or ("[words withdrawn]" if entry.withdrawn else "[words not shown]")


def _reported(entry: Entry) -> str:
    return _by(list(dict.fromkeys(one.outlet for one in entry.renderings)))


def _by(outlets: list[str]) -> str:
    if not outlets:
        return ""
    *others, last = outlets
    return f"Reported by {', '.join(others)} and {last}." if others else f"Reported by {last}."


def _gone(reason: str) -> str:
    return f"Withdrawn: {_ended(reason)}" if reason else ""


def _authors(record: Entry | Pair) -> str:
    sides = [record] if isinstance(record, Entry) else [record.earlier, record.later]
    return " and ".join(dict.fromkeys(side.speaker.name for side in sides))


def _when(record: Entry | Pair) -> dict[str, str]:
    """The year and, where it is known, the month of a statement; of a pair those of its edition."""
    if isinstance(record, Pair):
        on = record.confirmed_on
        return {"year": str(on.year), "month": f"{on:%b}".lower()} if on else {}
    if record.said is None or record.said.precision is None:
        return {}
    year = {"year": str(record.said.until.year)}
    return year if record.said.precision == Precision.YEAR else year | {"month": f"{record.said.until:%b}".lower()}


def _edition(record: Entry | Pair) -> str:
    """'statement 3, edition 2, confirmed 27 April 2018'."""
    kind, number = key_of(record)
    confirmed = f", confirmed {_day(record.confirmed_on)}" if record.confirmed_on else ""
    return f"{kind} {number}, edition {record.edition}{confirmed}"


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…", ".”", "!”", "?”", "…”")) else f"{text}."


def _line(text: str) -> str:
    return " ".join(text.split())
