"""Who speaks: the newsroom's name, how its addresses are made, and names that outlive them."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Site:
    """`address` makes of a path one that is whole; `domain` never changes, whatever host pages are asked from."""

    name: str
    domain: str
    address: Callable[[str], str]


def permanent(site: Site, *parts: str | int) -> str:
    """A name for good, as a URN: the same for the same parts on the same domain, whatever becomes of titles, addresses
    and names.

    RFC 4122, section 4.3: a UUID made of a name. RFC 4287, section 4.2.6: an id stays when what it names is moved."""
    newsroom = uuid.uuid5(uuid.NAMESPACE_DNS, site.domain)
    return uuid.uuid5(newsroom, "/".join(map(str, parts))).urn
