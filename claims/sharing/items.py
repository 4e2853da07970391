"""What is new as the entries of a feed: title, address and words of a statement, a pair or a correction.

Titles and words are those of editions. Of what was withdrawn an entry says that it is, and shows no words."""

from collections.abc import Iterable
from functools import singledispatch

from django.utils.html import format_html, format_html_join, linebreaks
from django.utils.safestring import SafeString, mark_safe

from claims.sharing.feed import Item
from claims.sharing.naming import key_of, path_of, title_of
from claims.sharing.site import Site, permanent
from claims.sharing.wording import finding, in_full
from claims.text.dates import said_heading, said_later
from claims.timeline.entries import Entry, Note, Pair, StoryHead
from claims.timeline.news import New


def items_of(news: Iterable[New], site: Site) -> tuple[Item, ...]:
    return tuple(_of_note(new, new.note, site) if new.note else _of_record(new, site) for new in news)


def _of_record(new: New, site: Site) -> Item:
    return Item(
        name=permanent(site, *key_of(new.of)),
        title=title_of(new.of),
        link=site.address(path_of(new.of)),
        updated=new.at,
        html=_told(new.of),
        category=finding(new.of) if isinstance(new.of, Pair) else "Statement",
    )


def _of_note(new: New, note: Note, site: Site) -> Item:
    is_story = isinstance(new.of, StoryHead)
    number = ("edition", note.edition) if is_story else ("correction", note.key)
    what = "Changed" if is_story else "Correction"
    return Item(
        name=permanent(site, *key_of(new.of), *number),
        title=f"{what}: {title_of(new.of)}",
        link=site.address(path_of(new.of)),
        updated=new.at,
        html=_note(note),
        category=what,
    )


@singledispatch
def _told(record: Entry | Pair | StoryHead) -> SafeString:
    raise TypeError(record)


@_told.register
def _(entry: Entry) -> SafeString:
    asked = format_html("<p>Asked: {}</p>", entry.question) if entry.question else ""
    where = format_html("<p>{}</p>", entry.occasion) if entry.occasion else ""
    return format_html("{}{}{}{}", asked, _side(entry), where, _notes(entry))


@_told.register
def _(pair: Pair) -> SafeString:
    after = said_later(pair.earlier.said, pair.later.said)
    between = format_html("<p>{}{}</p>", "≠" if pair.clashes else "=", f" {after}" if after else "")
    explanation = mark_safe(linebreaks(pair.explanation, autoescape=True))  # noqa: S308 (escaped by linebreaks)
    found = format_html("<p><strong>{}.</strong></p>", finding(pair))
    sides = _side(pair.earlier), between, _side(pair.later)
    return format_html("{}{}{}{}{}{}", found, *sides, explanation, _notes(pair))


def _side(entry: Entry) -> SafeString:
    """Who and when, then the words, or why there are none."""
    who = f"{entry.speaker.name}, {entry.role}" if entry.role else entry.speaker.name
    if entry.words:
        words = format_html("<blockquote><p>{}</p></blockquote>", in_full(entry))
    else:
        words = format_html("<p>{} {}</p>", entry.withheld, entry.withdrawn)
    return format_html("<p>{}. {}:</p>{}", said_heading(entry.said), who, words)


def _notes(record: Entry | Pair) -> SafeString:
    gone = format_html("<p>Withdrawn. {}</p>", record.withdrawn) if record.withdrawn and _is_pair(record) else ""
    return format_html("{}{}", gone, format_html_join("", "{}", ((_note(note),) for note in record.corrections)))


def _is_pair(record: Entry | Pair) -> bool:
    return isinstance(record, Pair)


def _note(note: Note) -> SafeString:
    signed = f", {note.signed}" if note.signed else ""
    return format_html("<p><strong>{} {}{}.</strong> {}</p>", note.day.day, f"{note.day:%B %Y}", signed, note.text)
