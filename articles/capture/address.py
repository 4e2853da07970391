"""Web addresses in one form, so that the same article is recognised by its URL."""

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from articles.capture.text import Unreadable, check_characters

TRACKING = ("utm_", "fbclid", "gclid", "at_medium", "at_campaign", "at_custom", "ocid", "cmpid", "mc_cid", "mc_eid")


def normalise_address(url: str) -> str:
    """The URL with a lower-case host, without fragment and tracking parameters; "" stays "".

    Raises Unreadable for anything but an http or https address."""
    url = url.strip()
    if not url:
        return ""
    check_characters(url)
    try:
        parts = urlsplit(url)
        host = parts.hostname
        port = parts.port
    except ValueError as error:
        raise Unreadable(f"{url[:200]!r} is not a web address: {error}.") from error
    if parts.scheme.lower() not in ("http", "https") or not host:
        raise Unreadable(f"{url[:200]!r} is not a web address. It should begin with https:// or http://.")
    query = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(key)]
    network = f"{host}:{port}" if port and port not in (80, 443) else host
    return urlunsplit((parts.scheme.lower(), network, parts.path or "/", urlencode(query), ""))


def _tracks(key: str) -> bool:
    return key.lower().startswith(TRACKING)
