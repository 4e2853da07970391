"""Both pictures of a timeline, ready for a template."""

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from claims import picture
from claims.timeline.arranging import Timeline
from claims.timeline.entries import Pair


def pictures(timeline: Timeline) -> dict[str, SafeString | bool]:
    """`wide` for lanes, `narrow` for a phone; the style sheet shows one of them. `scrolls`: the wide one may."""
    wide, narrow = picture.wide(timeline, _address), picture.narrow(timeline, _address)
    # Whatever words a picture has are escaped text nodes.
    return {"wide": mark_safe(wide), "narrow": mark_safe(narrow), "scrolls": "picture--scrolls" in wide}  # noqa: S308


def _address(pair: Pair) -> str:
    return reverse("claims:contradiction", args=[pair.key])
