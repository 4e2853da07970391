"""Both pictures of a timeline, ready for a template."""

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from claims import picture
from claims.timeline.arranging import Timeline
from claims.timeline.entries import Pair


def pictures(timeline: Timeline) -> dict[str, SafeString | bool]:
    """`wide` for lanes, `narrow` for a phone, of what was known by the day that was asked of; the style sheet shows one
    of them. `scrolls`: the wide one may."""
    drawn = timeline.as_known()
    wide, narrow = picture.wide(drawn, _address), picture.narrow(drawn, _address)
    # Whatever words a picture has are escaped text nodes.
    return {"wide": mark_safe(wide), "narrow": mark_safe(narrow), "scrolls": "picture--scrolls" in wide}  # noqa: S308


def _address(pair: Pair) -> str:
    """A pair's own page; where readers find none any more, the later statement."""
    return f"#statement-{pair.later.key}" if pair.gone else reverse("claims:contradiction", args=[pair.key])
