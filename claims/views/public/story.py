from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import push_url

from accounts.access import public_reading
from claims.forms.choice import ChoiceForm
from claims.models import Contradiction, Statement, Story
from claims.timeline.arranging import arrange, voices
from claims.timeline.gathering import entries_of, pairs_of, standing
from claims.views.answering import wants_fragment
from claims.views.public.pictures import pictures


@require_safe
@public_reading
@vary_on_headers("HX-Request")
def story(request: HttpRequest, slug: str) -> HttpResponse:
    """A story as a timeline. The query string chooses speakers and days; htmx gets the timeline alone."""
    story = get_object_or_404(Story.objects.visible_to(request.user), slug=slug)
    entries = entries_of(Statement.objects.visible_to(request.user).filter(stories=story))
    pairs = standing(pairs_of(Contradiction.objects.visible_to(request.user).within(story), entries))
    form = ChoiceForm(request.GET, voices=voices(entries.values()))
    timeline = arrange(entries.values(), pairs, form.choice())
    context = {"story": story, "timeline": timeline, "pictures": pictures(timeline), "form": form}
    if wants_fragment(request):
        answer = render(request, "claims/story.html#timeline", context | {"is_fragment": True})
        return push_url(answer, request.path + form.query())
    return render(request, "claims/story.html", context | {"whole": arrange(entries.values(), pairs)})
