from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from accounts.access import public_reading
from claims.models import Contradiction, Speaker, Statement
from claims.timeline.arranging import arrange
from claims.timeline.gathering import entries_of, pairs_of, standing
from claims.views.public.pictures import pictures


@require_safe
@public_reading
def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    """What one speaker is on record with. The address of a merged speaker leads on for good."""
    speaker = get_object_or_404(Speaker.objects.visible_to(request.user).select_related("merged_into"), slug=slug)
    if speaker.merged_into:
        return redirect(speaker.merged_into, permanent=True)
    entries = entries_of(Statement.objects.visible_to(request.user).filter(speaker=speaker))
    touching = Q(first__in=entries) | Q(second__in=entries)
    pairs = standing(pairs_of(Contradiction.objects.visible_to(request.user).filter(touching)))
    timeline = arrange(entries.values(), pairs)
    context = {"speaker": speaker, "timeline": timeline, "pictures": pictures(timeline)}
    return render(request, "claims/speaker.html", context)
