"""The claim reports as downloads. Whoever may see the page may have the report of it, and finds in it what they see."""

import logging

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.access import public_reading
from claims.reports.gathering import Reader, pair_report, story_report
from claims.reports.report import PairReport, StoryReport
from claims.reports.typesetting import NotTypeset, typeset
from claims.views.public.story import moved

logger = logging.getLogger(__name__)


@require_safe
@public_reading
@never_cache
def report_of_pair(request: HttpRequest, pk: int) -> HttpResponse:
    """A pair as PDF."""
    report = pair_report(pk, _reader(request))
    if report is None:
        raise Http404("No such contradiction.")
    return _download(request, report, f"contradiction-{pk}-{slugify(report.title)[:80]}")


@require_safe
@public_reading
@never_cache
def report_of_story(request: HttpRequest, slug: str) -> HttpResponse:
    """A story as PDF; where the story has another address by now, the way there."""
    report = story_report(slug, _reader(request))
    if report is None:
        return moved(request, slug, "claims:story-report")
    return _download(request, report, f"story-{slug[:80]}")


def _reader(request: HttpRequest) -> Reader:
    return Reader(user=request.user, now=timezone.now(), address=request.build_absolute_uri)


def _download(request: HttpRequest, report: PairReport | StoryReport, name: str) -> HttpResponse:
    try:
        pdf = typeset(report)
    except NotTypeset as error:
        logger.error("No report of %s: %s", report.address, error)
        page = render(request, "claims/report_failed.html", {"report": report}, status=503)
        page["Retry-After"] = "60"
        return page
    mark = "-not-published" if report.internal else ""
    day = f"{timezone.localtime(report.made_at):%Y-%m-%d}"
    disposition = f'attachment; filename="{name.rstrip("-")}-{day}{mark}.pdf"'
    return HttpResponse(pdf, content_type="application/pdf", headers={"Content-Disposition": disposition})
