"""What tests of pages look at: the page as somebody gets it, and its words without the markup."""

import html
import re

from django.http import HttpResponse

from tests import cast


def opened(address: str, by: cast.Person | None = None, **headers: str) -> HttpResponse:
    return cast.browser_of(by or cast.public()).get(address, headers=headers)


def words(response: HttpResponse) -> str:
    """The text that a reader sees, in one line."""
    body = re.sub(r"(?s)<(head|svg)\b.*?</\1>", " ", response.content.decode())
    plain = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())
    return re.sub(r" (?=[.,:;”])|(?<=“) ", "", plain)
