"""Both pictures of a timeline, ready for a template."""

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from claims import picture
from claims.entries import Pair
from claims.timeline import Timeline


def pictures(timeline: Timeline) -> dict[str, SafeString]:
    """`wide` for lanes, `narrow` for a phone; the style sheet shows one of them."""
    drawn = {"wide": picture.wide(timeline, _address), "narrow": picture.narrow(timeline, _address)}
    return {name: mark_safe(svg) for name, svg in drawn.items()}  # noqa: S308 (words in it are escaped text nodes)


def _address(pair: Pair) -> str:
    return reverse("claims:contradiction", args=[pair.key])
