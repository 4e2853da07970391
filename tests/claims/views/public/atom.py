"""RFC 4287 read strictly: what an Atom feed must have, by an XML parser and by hand."""

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

ATOM = "{http://www.w3.org/2005/Atom}"
ONCE = {"id", "title", "updated", "subtitle", "summary", "content", "rights", "published", "generator", "icon", "logo"}


@dataclass(frozen=True)
class Entry:
    id: str
    title: str
    link: str
    updated: dt.datetime
    html: str


@dataclass(frozen=True)
class Read:
    id: str
    title: str
    links: dict[str, str]
    updated: dt.datetime
    entries: tuple[Entry, ...]


def read(body: bytes) -> Read:
    """The feed; fails where it breaks a must."""
    feed = ET.fromstring(body)  # noqa: S314 (our own)
    assert feed.tag == f"{ATOM}feed"
    _has_what_it_must(feed)
    links = {link.get("rel", "alternate"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert set(links) == {"self", "alternate"}  # 4.1.1: should have a self link, one alternate of a type and language
    assert feed.findtext(f"{ATOM}author/{ATOM}name")  # 4.1.1: an author here, or in each entry
    entries = tuple(map(_entry, feed.findall(f"{ATOM}entry")))
    assert len({entry.id for entry in entries}) == len(entries)
    found = Read(feed.findtext(f"{ATOM}id"), feed.findtext(f"{ATOM}title"), links, _moment(feed), entries)
    assert found.id not in {entry.id for entry in entries}
    return found


def _entry(entry: ET.Element) -> Entry:
    _has_what_it_must(entry)
    alternate = [link for link in entry.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"]
    assert len(alternate) == 1  # 4.1.2: where there is no content, and never two of one type and language
    content = entry.find(f"{ATOM}content")
    assert content.get("type") == "html"  # 4.1.3.3: no child elements then
    assert not len(content)
    _is_absolute(alternate[0].get("href"))
    assert all(category.get("term") for category in entry.findall(f"{ATOM}category"))  # 4.2.2
    id, title = entry.findtext(f"{ATOM}id"), entry.findtext(f"{ATOM}title")
    return Entry(id, title, alternate[0].get("href"), _moment(entry), content.text)


def _has_what_it_must(element: ET.Element) -> None:
    tags = [child.tag.removeprefix(ATOM) for child in element]
    assert {"id", "title", "updated"} <= set(tags)
    assert [tag for tag in ONCE if tags.count(tag) > 1] == []
    assert element.findtext(f"{ATOM}title")
    _is_absolute(element.findtext(f"{ATOM}id"))


def _is_absolute(iri: str) -> None:
    assert urlsplit(iri).scheme
    assert iri == iri.strip()


def _moment(element: ET.Element) -> dt.datetime:
    """RFC 3339, with a time zone (4.2.15 and 3.3)."""
    text = element.findtext(f"{ATOM}updated")
    assert "T" in text
    moment = dt.datetime.fromisoformat(text)
    assert moment.tzinfo
    return moment
