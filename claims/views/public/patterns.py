from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.access import role_required
from accounts.roles import Role
from claims.views.public.pictures import pictures
from claims.views.public.samples import samples


@require_safe
@role_required(Role.JOURNALIST)
def patterns(request: HttpRequest) -> HttpResponse:
    """Every component on one page, with invented content."""
    shown = samples()
    return render(request, "claims/patterns.html", shown | {"pictures": pictures(shown["timeline"])})
