"""What anybody's cache may keep of the answers to those who are signed in, nothing, and of what is not there."""

from collections.abc import Callable
from http import HTTPStatus

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


def ask_again_for_what_is_not_there(answering: Answering) -> Answering:
    """A middleware: what is not there may be there in a moment, so that caches ask each time, as for any page."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        answered = answering(request)
        if answered.status_code == HTTPStatus.NOT_FOUND and not answered.has_header("Cache-Control"):
            patch_cache_control(answered, no_cache=True)
        return answered

    return answer
