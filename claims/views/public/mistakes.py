"""Where readers report a mistake. Nothing of what they write is ever public."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, ResolverMatch, resolve, reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts.access import public_reading
from accounts.models import User
from claims.forms.mistake import MistakeForm, own_address
from claims.models import Contradiction, Speaker, Statement, Story
from claims.models.states import StoryState
from claims.verbs.mistakes import take_in
from claims.views.answering import REFUSED

# The first word of an address's name: under which name the verb takes its record, where it is, and how it is found.
RECORDS: dict[str, tuple[str, Any, Callable[[Any], Q]]] = {
    "statement": ("statement", Statement.objects, lambda key: Q(pk=key)),
    "quotation": ("statement", Statement.objects, lambda key: Q(editions__evidence__quotation=key)),
    "contradiction": ("contradiction", Contradiction.objects, lambda key: Q(pk=key)),
    "story": (
        "story",
        Story.objects,
        lambda slug: Q(state=StoryState.PUBLISHED, edition__slug=slug) | Q(state=StoryState.UNPUBLISHED, slug=slug),
    ),
    "speaker": ("speaker", Speaker.objects, lambda slug: Q(slug=slug)),
}


@require_http_methods(["GET", "HEAD", "POST"])
@public_reading
@never_cache
def report(request: HttpRequest) -> HttpResponse:
    """The form, about the page that the query string names; what was sent goes to the desk."""
    page = own_address(request.POST.get("page") or request.GET.get("page", ""))
    form = MistakeForm(request.POST or None, initial={"page": page})
    if form.is_by_a_machine or form.obeyed(lambda: _report(request, form, page)):
        return redirect(reverse("claims:mistake-sent", query={"page": page} if page else None))
    context = {"form": form, "page": page, "is_there": _match(page) is not None}
    return render(request, "claims/mistake.html", context, status=REFUSED if form.is_bound else 200)


@require_safe
@public_reading
@never_cache
def sent(request: HttpRequest) -> HttpResponse:
    """Thanks, and the way back."""
    page = own_address(request.GET.get("page", ""))
    return render(request, "claims/mistake_sent.html", {"page": page if _match(page) else ""})


def _report(request: HttpRequest, form: MistakeForm, page: str) -> Any:
    by = request.user if isinstance(request.user, User) else None
    about = _subject(request.user, _match(page))
    return take_in(by=by, sender=_sender(request), address=page, **form.report(), **about)


def _match(page: str) -> ResolverMatch | None:
    """The view at that address, None where there is none."""
    try:
        return resolve(page.partition("?")[0].partition("#")[0])
    except Resolver404:
        return None


def _subject(user: object, match: ResolverMatch | None) -> dict[str, Any]:
    """The record that a page is about, under its name as the verb takes it, as far as this reader sees one there."""
    kind = (match.url_name or "").partition("-")[0] if match else ""
    if match is None or kind not in RECORDS or not match.kwargs:
        return {}
    name, rows, at = RECORDS[kind]
    record = rows.visible_to(user).filter(at(next(iter(match.kwargs.values())))).first()
    return {name: record} if record else {}


def _sender(request: HttpRequest) -> str:
    """A mark that the reports of one machine share for a day. Who it is can't be read from it."""
    passed_on = request.headers.get("X-Forwarded-For", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    machine = passed_on.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
    mark = salted_hmac(f"mistakes of {timezone.localdate()}", machine, algorithm="sha256").hexdigest()
    return mark[:32] if machine else ""
