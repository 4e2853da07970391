"""How pages answer: whole, or the part that htmx asked for; a redirect once a verb went through."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django_htmx.middleware import HtmxDetails

from accounts.models import User
from claims.models import Quotation

PAGE_LENGTH = 25
REFUSED = 422
LAST_ACTION = "desk-last-action"


class DeskRequest(HttpRequest):
    """A request of somebody signed in, as the middleware leaves it."""

    user: User
    htmx: HtmxDetails


def wants_fragment(request: HttpRequest) -> bool:
    """Whether htmx wants a part of the page; a page restored from history is wanted whole."""
    htmx: HtmxDetails = request.htmx  # type: ignore[attr-defined]
    return bool(htmx) and not htmx.history_restore_request


def show(
    request: DeskRequest, template: str, context: dict[str, Any], *, part: str = "record", refused: bool = False
) -> HttpResponse:
    """The page, or its `part` for htmx. Refused answers carry 422, so that no script takes them for done."""
    name = f"{template}#{part}" if wants_fragment(request) else template
    answer = render(request, name, context, status=REFUSED if refused else 200)
    answer["Vary"] = "HX-Request"
    return answer


def done(request: DeskRequest, message: str, to: Any, *args: Any) -> HttpResponse:
    """Says what was done on the page that comes next; htmx follows the redirect and takes its part of that page."""
    messages.success(request, message)
    return redirect(to, *args)


def gone(request: DeskRequest, form: forms.Form, what: str) -> HttpResponse:
    """For a form about a record that was taken away meanwhile: what was typed comes back to be copied."""
    shown = ((field.label, str(field.value() or "")) for field in form if not field.is_hidden)
    typed = [(label, words) for label, words in shown if words]
    return show(request, "claims/desk/gone.html", {"what": what, "typed": typed}, refused=True)


def last_action(request: DeskRequest) -> dict[str, Any] | None:
    """What this person did last to a quotation, so that it can be undone: quotation, version, what."""
    last: dict[str, Any] | None = request.session.get(LAST_ACTION)
    return last


def remember_action(request: DeskRequest, quotation: Quotation, what: str) -> None:
    """An empty `what` means that nothing is left to undo."""
    action = {"quotation": quotation.pk, "version": quotation.version_id, "what": what}
    request.session[LAST_ACTION] = action if what else None


def one_page[Row: Any](request: DeskRequest, rows: QuerySet[Row]) -> Page[Row]:
    """The page of a list that the address asks for; a number out of range gives the nearest page."""
    return Paginator(rows, PAGE_LENGTH).get_page(request.GET.get("page"))
