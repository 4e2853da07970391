"""Sitemaps (sitemaps.org, protocol 0.9): one index, and lists of addresses with the day of their last change."""

import datetime as dt
from collections.abc import Iterable

from django.utils.html import escape

MEDIA_TYPE = "application/xml; charset=utf-8"
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def index(addresses: Iterable[str]) -> str:
    return _document("sitemapindex", (f"<sitemap><loc>{escape(address)}</loc></sitemap>" for address in addresses))


def urls(addresses: Iterable[tuple[str, dt.datetime | None]]) -> str:
    return _document("urlset", (_url(address, changed) for address, changed in addresses))


def _url(address: str, changed: dt.datetime | None) -> str:
    told = f"<lastmod>{changed.isoformat(timespec='seconds')}</lastmod>" if changed else ""
    return f"<url><loc>{escape(address)}</loc>{told}</url>"


def _document(root: str, lines: Iterable[str]) -> str:
    inside = "\n".join(lines)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{_NAMESPACE}">\n{inside}\n</{root}>\n'
