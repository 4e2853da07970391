"""Two speakers side by side, or one before and after a day."""

from dataclasses import dataclass
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from accounts.access import public_reading
from claims.forms.compare import CompareForm
from claims.timeline.comparing import Comparison, Side, before_and_after, partners_of, two_speakers
from claims.timeline.windows import Cursor, cursor_of
from claims.views.answering import wants_fragment
from claims.views.public.keeping import kept_while

NAMES = ("a", "b")
"""What the parts of either side are called, and how the places of its window begin in an address."""


@dataclass(frozen=True, slots=True)
class Column:
    """A side as a page shows it: what its parts are called, and the addresses of the windows before and after."""

    name: str
    side: Side
    earlier: str
    later: str

    @property
    def asks(self) -> tuple[str, str]:
        """The ids of the links to the windows on either side: htmx asks by them and gets what is beyond."""
        return f"{self.name}-earlier", f"{self.name}-later"


@require_safe
@public_reading
@kept_while()
def compare(request: HttpRequest) -> HttpResponse:
    """What two speakers, or one before and after a day, are on record with. Names lead on to addresses."""
    form = CompareForm(request.GET, request.user)
    if form.leads_on:
        return redirect(f"{request.path}{form.address()}")
    return _compared(request, form) if form.is_whole else _asked(request, form)


def _asked(request: HttpRequest, form: CompareForm) -> HttpResponse:
    """The form, with what is missing or can't be found."""
    known = form.speakers.get("a")
    partners = partners_of(request.user, known) if known else ()
    context = {"form": form, "partners": [(one, form.address(b=one.key, day="")) for one in partners]}
    status = HTTPStatus.NOT_FOUND if form.unknown else HTTPStatus.OK
    return render(request, "claims/compare.html", context, status=status)


def _compared(request: HttpRequest, form: CompareForm) -> HttpResponse:
    """The page; for htmx, where more of one side was asked for, what is beyond in that side alone."""
    asker = request.htmx.trigger if wants_fragment(request) else None  # type: ignore[attr-defined]
    comparison = _comparison(request, form)
    columns = [_column(request, form, name, side) for name, side in zip(NAMES, comparison.sides, strict=True)]
    for column in columns:
        if asker in column.asks:
            return render(request, "claims/compare.html#window", {"column": column, "asker": asker})
    return render(request, "claims/compare.html", {"form": form, "comparison": comparison, "columns": columns})


def _comparison(request: HttpRequest, form: CompareForm) -> Comparison:
    one, other, (first, second) = form.speakers["a"], form.speakers.get("b"), (_cursor(request, one) for one in NAMES)
    if other:
        return two_speakers(request.user, one, other, form.found_story, (first, second))
    if form.parting is None:
        raise ValueError("neither a second speaker nor a day")
    return before_and_after(request.user, one, form.parting, form.found_story, (first, second))


def _cursor(request: HttpRequest, name: str) -> Cursor:
    return cursor_of(request.GET.get(f"{name}_after", ""), request.GET.get(f"{name}_before", ""))


def _column(request: HttpRequest, form: CompareForm, name: str, side: Side) -> Column:
    """Each side has its own place; the other one stays where it is."""
    (other,) = set(NAMES) - {name}
    kept = {place: request.GET.get(place, "") for place in (f"{other}_after", f"{other}_before")}
    before = form.address(**kept, **{f"{name}_before": side.window.earlier}) if side.window.earlier else ""
    after = form.address(**kept, **{f"{name}_after": side.window.later}) if side.window.later else ""
    return Column(name, side, *(f"{request.path}{one}" if one else "" for one in (before, after)))
