from typing import Any

from django import forms
from django.utils.http import url_has_allowed_host_and_scheme

from claims.forms.fields import words_field
from claims.forms.verb_form import VerbForm
from claims.models.mistake import MOST_ADDRESS, MOST_CONTACT, MOST_WORDS


def own_address(typed: str) -> str:
    """A path of this site out of a query string, "" where it is none: it may have been written by anybody."""
    is_own = typed.startswith("/") and url_has_allowed_host_and_scheme(typed, allowed_hosts=None)
    return typed[:MOST_ADDRESS] if is_own else ""


class MistakeForm(VerbForm):
    """What a reader reports about a page. `website` is seen by machines alone; whatever fills it is not heard."""

    text = words_field(
        "What is wrong?",
        rows=7,
        max_length=MOST_WORDS,
        help_text="What you read, what it should say, and how we can check it.",
        error_messages={"required": "Please say what is wrong. Nothing was sent."},
    )
    contact = forms.CharField(
        label="Where we can reach you",
        required=False,
        max_length=MOST_CONTACT,
        help_text="An e-mail address or a telephone number. Only the newsroom sees it, and only to ask you about this.",
        widget=forms.TextInput(attrs={"autocomplete": "email"}),
    )
    website = forms.CharField(
        label="Leave this empty",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    page = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_page(self) -> str:
        return own_address(self.cleaned_data["page"])

    @property
    def is_by_a_machine(self) -> bool:
        return bool(self.data.get("website"))

    def report(self) -> dict[str, Any]:
        """The words for the verb that takes it in."""
        return {name: self.cleaned_data[name] for name in ("text", "contact")}


class HandleForm(VerbForm):
    note = words_field(
        "What was done",
        rows=3,
        max_length=MOST_WORDS,
        help_text="Or why nothing was. Only the newsroom reads it.",
        error_messages={"required": "Say what was done, or why nothing was. Nothing was changed."},
    )
