"""What the desk's templates need beside `reading`."""

from typing import Any

from django import template

register = template.Library()


@register.filter
def of(values: dict[int, Any], key: int) -> Any:
    """`counts|of:article.pk`: the value under that key, or nothing."""
    return values.get(key)


@register.filter
def spaced(name: str) -> str:
    """A rule's name for reading: 'behind_the_cue' as 'behind the cue'."""
    return name.replace("_", " ")


@register.filter
def in_100(share: float | None) -> str:
    """0.934 as '93'; '' where it is not known."""
    return "" if share is None else f"{share * 100:.0f}"
