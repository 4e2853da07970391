"""A feed as values, and as Atom (RFC 4287), by Django's generator."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from django.utils.feedgenerator import Atom1Feed
from django.utils.xmlutils import SimplerXMLGenerator

MEDIA_TYPE = "application/atom+xml; charset=utf-8"
BEFORE_ALL = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
"""When a feed without entries was last changed: nothing is ever dated now."""

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Item:
    """`name` is the entry's id, a URN for good; `html` its content; `updated` when readers last got something new."""

    name: str
    title: str
    link: str
    updated: dt.datetime
    html: str
    category: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """`page` is the address of what it tells of, `address` its own; `site` the newsroom that speaks in it."""

    name: str
    title: str
    subtitle: str
    page: str
    address: str
    site: str
    items: tuple[Item, ...]

    @property
    def updated(self) -> dt.datetime:
        return max((item.updated for item in self.items), default=BEFORE_ALL)


def atom(feed: Feed) -> bytes:
    """The feed as XML in UTF-8. Characters that XML has no place for become U+FFFD."""
    written = _Atom(
        title=_legal(feed.title),
        link=feed.page,
        description=None,
        subtitle=_legal(feed.subtitle),
        language="en-GB",
        author_name=_legal(feed.site),
        author_link=feed.page,
        feed_url=feed.address,
        feed_guid=feed.name,
        updated=feed.updated,
    )
    for item in feed.items:
        written.add_item(
            title=_legal(item.title),
            link=item.link,
            description="",
            unique_id=item.name,
            updateddate=item.updated,
            categories=[item.category] if item.category else [],
            html=_legal(item.html),
        )
    return written.writeString("utf-8").encode()


class _Atom(Atom1Feed):
    """Django's, with the content of an entry, and its own moment of change for a feed that has none."""

    def latest_post_date(self) -> dt.datetime:
        updated: dt.datetime = self.feed["updated"]
        return updated

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item | {"description": None})
        handler.addQuickElement("content", item["html"], {"type": "html"})


def _legal(text: str) -> str:
    """XML 1.0, section 2.2: which characters a document may have."""
    return _FORBIDDEN.sub("\ufffd", text)
