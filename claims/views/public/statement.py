from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.access import public_reading
from claims.models import Contradiction, Statement, Story
from claims.timeline.arranging import arrange
from claims.timeline.gathering import entries_of, pairs_of


@require_safe
@public_reading
def statement(request: HttpRequest, pk: int) -> HttpResponse:
    """One statement: words, speaker, date and its basis, every rendering in context, its pairs, its corrections."""
    entry = entries_of(Statement.objects.visible_to(request.user).filter(pk=pk), in_context=True).get(pk)
    if entry is None:
        raise Http404("No such statement.")
    pairs = pairs_of(Contradiction.objects.visible_to(request.user).filter(Q(first=pk) | Q(second=pk)))
    stories = Story.objects.visible_to(request.user).filter(statements=pk).newest_first()
    (line,) = arrange([entry], pairs).sections[0].lines
    return render(request, "claims/statement.html", {"entry": entry, "ties": line.ties, "stories": stories})
