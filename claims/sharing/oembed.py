"""The answer of oEmbed 1.0 (oembed.com, section 2.3.4) for a record that is public: a frame of its embed."""

from typing import Any

from django.utils.html import format_html

from claims.sharing.card import HEIGHT as HIGH
from claims.sharing.card import WIDTH as WIDE
from claims.sharing.card import Card
from claims.sharing.naming import Record, card_path_of, embed_path_of, title_of
from claims.sharing.site import Site
from claims.timeline.entries import Entry, Pair

WIDTH = 600
NARROW = 480
CACHE_AGE = 300
"""Seconds. What was withdrawn is soon asked for again."""


def oembed(
    record: Record, card: Card, site: Site, most_wide: int | None = None, most_high: int | None = None
) -> dict[str, Any]:
    """`most_wide` and `most_high` are the room that the consumer has, in CSS pixels; neither frame nor thumbnail takes
    more."""
    width = min(WIDTH, most_wide or WIDTH)
    height = _height(record, width)
    height = min(height, most_high or height)
    return {
        "version": "1.0",
        "type": "rich",
        "provider_name": site.name,
        "provider_url": site.address("/"),
        "title": title_of(record),
        "cache_age": CACHE_AGE,
        "html": frame(record, site, width, height),
        "width": width,
        "height": height,
        **(_thumbnail(record, card, site) if _holds_card(most_wide, most_high) else {}),
    }


def _holds_card(most_wide: int | None, most_high: int | None) -> bool:
    """A thumbnail has to keep within the same room."""
    return (most_wide or WIDE) >= WIDE and (most_high or HIGH) >= HIGH


def _thumbnail(record: Record, card: Card, site: Site) -> dict[str, Any]:
    return {
        "thumbnail_url": site.address(card_path_of(record, card.version)),
        "thumbnail_width": WIDE,
        "thumbnail_height": HIGH,
    }


def frame(record: Record, site: Site, width: int = WIDTH, height: int | None = None) -> str:
    """The markup that shows a record on another site."""
    return format_html(
        '<iframe src="{}" width="{}" height="{}" title="{}" loading="lazy" style="border:0;max-width:100%"></iframe>',
        site.address(embed_path_of(record)),
        width,
        height or _height(record, width),
        f"{title_of(record)} | {site.name}",
    )


def _height(record: Record, width: int) -> int:
    """What an embed of the usual length takes; a longer one scrolls within its frame."""
    narrow = width < NARROW
    match record:
        case Entry():
            return 320 if narrow else 260
        case Pair():
            return 640 if narrow else 500
        case _:
            return 780 if narrow else 620
