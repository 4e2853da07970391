"""Tags that every template has without loading them, for what stands on a page hundreds of times."""

import re
from functools import lru_cache
from typing import Any

from django import template
from django.template import Context
from django.template.base import Node, NodeList, Parser, Token
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as parsed_url
from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse
from django.utils.html import escape

NUMBER = 9876543210
SLUG = f"stand-in-{NUMBER}"
_SLUG = re.compile(r"[-a-zA-Z0-9_]+")

register = template.Library()


class AddressNode(URLNode):
    """Django's own `url`, quicker for an address with one number or slug in it: what stands around it is kept."""

    def render(self, context: Context) -> str:
        if len(self.args) == 1 and not self.kwargs and not self.asvar:
            address = framed(self.view_name.resolve(context), self.args[0].resolve(context))
            if address:
                return address
        return super().render(context)


@register.tag
def url(parser: Parser, token: Token) -> AddressNode:
    node = parsed_url(parser, token)
    return AddressNode(node.view_name, node.args, node.kwargs, node.asvar)


def framed(name: str, key: Any) -> str:
    """The address, escaped; '' where Django has to find it, or to say why there is none."""
    is_number = type(key) is int and key >= 0
    if not is_number and not (type(key) is str and _SLUG.fullmatch(key)):
        return ""
    try:
        before, after = _frame(name, is_number, get_script_prefix(), get_urlconf())
    except NoReverseMatch:
        return ""
    return f"{before}{key}{after}"


@lru_cache(maxsize=512)
def _frame(name: str, is_number: bool, _prefix: str, urlconf: str | None) -> tuple[str, str]:
    """What stands before and behind the key, under that prefix and in those addresses."""
    stand_in = NUMBER if is_number else SLUG
    before, _, after = escape(reverse(name, urlconf, args=[stand_in])).partition(str(stand_in))
    return before, after


class InPlaceNode(Node):
    """Holds the nodes of another template once they were read."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._nodes: NodeList | None = None

    def render(self, context: Context) -> str:
        if self._nodes is None:
            engine = context.template.engine  # type: ignore[union-attr]  # whatever renders has bound its template
            self._nodes = engine.get_template(self._name).nodelist
        return self._nodes.render(context)


@register.tag
def in_place(_parser: Parser, token: Token) -> InPlaceNode:
    """`{% in_place "components/words.html" %}`: the component, with all the names of where it stands and no others.

    An `include … only` makes a context of its own each time, which in a long list costs more than the line itself."""
    try:
        _, name = token.split_contents()
    except ValueError:
        raise template.TemplateSyntaxError("in_place takes the name of one template.") from None
    return InPlaceNode(name.strip("\"'"))
