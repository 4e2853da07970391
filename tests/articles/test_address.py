"""Web addresses in one form."""

import pytest

from articles.capture.address import normalise_address
from articles.capture.text import Unreadable

SAME = {
    "nothing": ("", ""),
    "as it is": ("https://news.example.org/a/1", "https://news.example.org/a/1"),
    "a host in capitals": ("HTTPS://News.Example.ORG/A", "https://news.example.org/A"),
    "no path": ("https://news.example.org", "https://news.example.org/"),
    "a fragment": ("https://news.example.org/a#comments", "https://news.example.org/a"),
    "tracking": ("https://news.example.org/a?utm_source=x&id=2&fbclid=y", "https://news.example.org/a?id=2"),
    "the usual port": ("https://news.example.org:443/a", "https://news.example.org/a"),
    "another port": ("http://news.example.org:8080/a", "http://news.example.org:8080/a"),
    "a password": ("https://user:secret@news.example.org/a", "https://news.example.org/a"),
    "white space around": (" https://news.example.org/a \n", "https://news.example.org/a"),
}


@pytest.mark.parametrize(("brought", "kept"), SAME.values(), ids=SAME)
def test_an_address_is_kept_in_one_form(brought, kept):
    assert normalise_address(brought) == kept


REFUSED = {
    "a script": "javascript:alert(1)",
    "a file": "file:///etc/hosts",
    "no scheme": "news.example.org/a",
    "no host": "https:///a",
    "a bracket too few": "http://[::1/a",
    "no such port": "https://news.example.org:99999/",
    "a NUL": "https://news.example.org/\x00",
    "half of a character": "https://news.example.org/\ud800",
}


@pytest.mark.parametrize("brought", REFUSED.values(), ids=REFUSED)
def test_anything_else_is_refused(brought):
    with pytest.raises(Unreadable):
        normalise_address(brought)
