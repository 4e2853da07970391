"""How pages answer: whole, or the part that htmx asked for; a redirect once a verb went through."""

import datetime as dt
import hashlib
from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import is_valid_path, reverse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.functional import cached_property
from django.utils.html import escape
from django.utils.http import http_date
from django_htmx.middleware import HtmxDetails

from accounts.models import User
from claims.models import Quotation

PAGE_LENGTH = 25
MOST_LISTED = 1_000
REFUSED = 422
LAST_ACTION = "desk-last-action"
FOLDED_BELOW = "desk-folded-below"
FOLDS = (0, 60, 70, 80, 90)
"""In 100: suggestions of less confidence can be folded away; 0 folds none."""


class DeskRequest(HttpRequest):
    """A request of somebody signed in, as the middleware leaves it."""

    user: User
    htmx: HtmxDetails


def wants_fragment(request: HttpRequest) -> bool:
    """Whether htmx wants a part of the page; a page restored from history is wanted whole."""
    htmx: HtmxDetails = request.htmx  # type: ignore[attr-defined]
    return bool(htmx) and not htmx.history_restore_request


def led_on(request: HttpRequest, to: str, *args: Any, permanent: bool = False) -> HttpResponse:
    """To the address that a record has now, with whatever this one asked for."""
    query = request.META.get("QUERY_STRING", "")
    return redirect(f"{reverse(to, args=args)}{'?' if query else ''}{query}", permanent=permanent)


def show(
    request: DeskRequest, template: str, context: dict[str, Any], *, part: str = "record", refused: bool = False
) -> HttpResponse:
    """The page, or its `part` for htmx. Refused answers carry 422, so that no script takes them for done."""
    name = f"{template}#{part}" if wants_fragment(request) else template
    answer = render(request, name, context, status=REFUSED if refused else 200)
    answer["Vary"] = "HX-Request"
    lost = next((form for form in _refused_forms(context) if not _is_drawn(form, answer)), None) if refused else None
    return gone(request, lost, " ".join(_sentences(lost)), _record(request)) if lost is not None else answer


def revalidated(request: HttpRequest, answer: HttpResponse, changed: dt.datetime | None = None) -> HttpResponse:
    """The answer for any cache to keep and to ask about each time, so that nobody reads what was withdrawn; 304 for
    whoever has just this (RFC 9110, section 13). `changed` is when it last changed, where that is known."""
    answer["ETag"] = f'"{hashlib.sha256(answer.content).hexdigest()[:32]}"'
    if changed:
        answer["Last-Modified"] = http_date(changed.timestamp())
    patch_cache_control(answer, public=True, no_cache=True)
    kept = get_conditional_response(request, answer["ETag"], None, answer)
    return kept if isinstance(kept, HttpResponse) else answer


def _record(request: HttpRequest) -> str:
    """The address of the record whose verb was asked for: a verb's address is that and one word more."""
    address = request.path.rstrip("/").rpartition("/")[0] + "/"
    return address if is_valid_path(address) else ""


def _refused_forms(context: dict[str, Any]) -> Iterator[forms.Form]:
    return (form for form in context.values() if isinstance(form, forms.Form) and form.is_bound and form.errors)


def _is_drawn(form: forms.Form, answer: HttpResponse) -> bool:
    """Whether a page has a refused form's fields, or, where nothing was typed into it, says why it was refused: in the
    state that a record has by now, a page may offer other forms than the one that was sent."""
    page, typed = answer.content.decode(), [field for field in form if not field.is_hidden and field.value()]
    if typed:
        return all(f'name="{field.html_name}"' in page for field in typed)
    return all(escape(sentence) in page for sentence in _sentences(form))


def _sentences(form: forms.Form) -> list[str]:
    return [str(sentence) for sentences in form.errors.values() for sentence in sentences]


def done(request: DeskRequest, message: str, to: Any, *args: Any) -> HttpResponse:
    """Says what was done on the page that comes next; htmx follows the redirect and takes its part of that page."""
    messages.success(request, message)
    return redirect(to, *args)


def gone(request: DeskRequest, form: forms.Form, what: str, back: str = "") -> HttpResponse:
    """For a form about a record that was taken away, or went where the form leads no longer: what was typed comes back
    to be copied."""
    shown = ((field.label, str(field.value() or "")) for field in form if not field.is_hidden)
    typed = [(label, words) for label, words in shown if words]
    return show(request, "claims/desk/gone.html", {"what": what, "typed": typed, "back": back}, refused=True)


def last_action(request: DeskRequest) -> dict[str, Any] | None:
    """What this person did last to a quotation, so that it can be undone: quotation, version, what."""
    last: dict[str, Any] | None = request.session.get(LAST_ACTION)
    return last


def remember_action(request: DeskRequest, quotation: Quotation, what: str) -> None:
    """An empty `what` means that nothing is left to undo."""
    action = {"quotation": quotation.pk, "version": quotation.version_id, "what": what}
    request.session[LAST_ACTION] = action if what else None


def folded_below(request: DeskRequest) -> int:
    """The confidence in 100 below which this person has suggestions folded away: the one that the address asks for,
    kept for the pages after it. What is none of `FOLDS` changes nothing."""
    asked = request.GET.get("fold", "")
    if asked in map(str, FOLDS):
        request.session[FOLDED_BELOW] = int(asked)
    return int(request.session.get(FOLDED_BELOW, 0))


class ShortPaginator(Paginator[Any]):
    """Pages of a list whose rows are counted as far as `MOST_LISTED` and no farther: whoever looks for others
    searches."""

    @cached_property
    def count(self) -> int:
        rows: Any = self.object_list
        return int(rows.order_by()[:MOST_LISTED].count())

    @property
    def is_cut(self) -> bool:
        """Whether there may be more than are counted."""
        return self.count == MOST_LISTED


def one_page[Row: Any](request: DeskRequest, rows: QuerySet[Row]) -> Page[Row]:
    """The page of a list that the address asks for; a number out of range gives the nearest page."""
    return ShortPaginator(rows, PAGE_LENGTH).get_page(request.GET.get("page"))
