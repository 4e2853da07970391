"""What machines that walk the web are asked to leave alone, and where they learn what there is."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

CLOSED = ("/",)
OPEN = ("/desk/", "/admin/", "/accounts/", "/oembed/", "/compare/")


@login_not_required
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Plain text (RFC 9309). Where the site is closed to the public, all of it."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in (OPEN if settings.PUBLIC_READING else CLOSED))]
    if settings.PUBLIC_READING:
        lines += ["", f"Sitemap: {request.build_absolute_uri(reverse('claims:sitemap'))}"]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
