"""What anybody's cache may keep of the answers to those who are signed in: nothing."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_cache_control

type Answering = Callable[[HttpRequest], HttpResponseBase]


def keep_nothing_of_whoever_is_signed_in(answering: Answering) -> Answering:
    """A middleware: where an answer was made knowing that somebody is signed in, browsers and proxies are told to store
    none of it. Whether somebody is is not asked for this: an answer that never asked is the same for everybody."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        answered = answering(request)
        if request.session.accessed and request.user.is_authenticated:
            patch_cache_control(answered, private=True, no_store=True)
        return answered

    return answer
