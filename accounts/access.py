"""Opening views to a role, or to the public: the decorators that every view names."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase

from accounts.roles import Role, reaches

type View = Callable[..., HttpResponseBase]


def role_required(role: Role) -> Callable[[View], View]:
    """Lets in those who hold `role` or a higher one; others signed in get 403, the public the sign-in page."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not reaches(getattr(request.user, "role", None), role):
                raise PermissionDenied(f"This needs the role {role.value}.")
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def public_reading(view: View) -> View:
    """Opens a page to readers who are not signed in, unless the setting PUBLIC_READING closes the site to them."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not settings.PUBLIC_READING and not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return view(request, *args, **kwargs)

    return login_not_required(guarded)


def open_to_all_alike(view: View) -> View:
    """Opens an address that knows no session: whoever is signed in gets what the public gets, so that it can be framed
    elsewhere and kept by anybody's cache. Where PUBLIC_READING closes the site, nothing is there."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not settings.PUBLIC_READING:
            raise Http404("Nothing here is open to the public.")
        request.user = AnonymousUser()
        return view(request, *args, **kwargs)

    return login_not_required(guarded)
