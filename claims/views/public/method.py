"""How this newsroom works, in its own words."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.access import public_reading
from claims.models import MethodText
from claims.timeline.method import method_now, method_texts
from claims.views.public.keeping import kept_while

TEXTS_A_PAGE = 10


@require_safe
@public_reading
@kept_while()
def method(request: HttpRequest) -> HttpResponse:
    return render(request, "claims/method.html", {"method": method_now(request.user)})


@require_safe
@public_reading
@kept_while()
def method_history(request: HttpRequest) -> HttpResponse:
    """Every text that the page ever had, newest first: who wrote it, when, and what it changed."""
    page = Paginator(MethodText.objects.order_by("-number"), TEXTS_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "texts": method_texts(request.user, page)}
    return render(request, "claims/method_history.html", context)
