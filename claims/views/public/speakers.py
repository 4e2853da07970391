from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.access import public_reading
from claims.forms.search import SpeakerSearchForm
from claims.search.names import speakers_like
from claims.timeline.index import PAGE, IndexPage, index_page, indexed, on_record
from claims.views.public.keeping import kept_while


@require_safe
@public_reading
@kept_while()
def speakers(request: HttpRequest) -> HttpResponse:
    """Everybody on record, by name; or, where something was typed, those whose names are like it."""
    form = SpeakerSearchForm(request.GET)
    typed = form.cleaned_data.get("q")
    if typed:
        like = speakers_like(typed).filter(pk__in=on_record(request.user))
        page = IndexPage(indexed(request.user, list(like[:PAGE])))
    else:
        page = index_page(request.user, form.cleaned_data.get("after"))
    return render(request, "claims/speakers.html", {"form": form, "page": page, "typed": typed})
