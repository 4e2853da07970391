"""What may be brought as a text, and in which form it is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.capture.text import LONGEST_TEXT, Unreadable, decode, fingerprint, normalise

KEPT = {
    "line ends of Windows": ("one\r\ntwo", "one\ntwo"),
    "line ends of old Macs": ("one\rtwo", "one\ntwo"),
    "white space around it": ("  \n one \n", "one"),
    "a byte order mark": ("\ufeffone", "one"),
    "a letter and its accent apart": ("cafe\u0301", "café"),
    "quotation marks as printed": ("“one” ‘two’ «three» \"four\" 'five'", "“one” ‘two’ «three» \"four\" 'five'"),
    "blank lines inside": ("one\n\n\ntwo", "one\n\n\ntwo"),
    "from right to left": ("אמר: „לא”", "אמר: „לא”"),
    "markup": ("<b>one</b> #set text(red)", "<b>one</b> #set text(red)"),
    "emoji": ("one 😀 two", "one 😀 two"),
    "marks and nothing else": ("“”\"'", "“”\"'"),
}


@pytest.mark.parametrize(("brought", "kept"), KEPT.values(), ids=KEPT)
def test_a_text_is_kept_in_one_form(brought, kept):
    assert normalise(brought) == kept


REFUSED = {
    "nothing": ("", "empty"),
    "white space": (" \r\n\t ", "empty"),
    "a NUL": ("one\x00two", "NUL"),
    "half of a character": ("one \ud83d two", "half of a character"),
    "more than one article": ("a" * (LONGEST_TEXT + 1), "5,000,001"),
}


@pytest.mark.parametrize(("brought", "reason"), REFUSED.values(), ids=REFUSED)
def test_no_usable_text_is_refused_with_the_reason(brought, reason):
    with pytest.raises(Unreadable, match=reason):
        normalise(brought)


def test_five_megabytes_are_one_article():
    assert len(normalise("a" * LONGEST_TEXT)) == LONGEST_TEXT


@given(st.text())
def test_normalising_again_changes_nothing(text):
    try:
        once = normalise(text)
    except Unreadable:
        return
    assert normalise(once) == once


DECODED = {
    "UTF-8": ("“no” 😀".encode(), {}, "“no” 😀"),
    "UTF-8 with a mark": ("\ufeffno".encode(), {}, "no"),
    "UTF-16": ("“no”".encode("utf-16"), {}, "“no”"),
    "Windows, when said": ("“no”".encode("cp1252"), {"encoding": "cp1252"}, "“no”"),
}


@pytest.mark.parametrize(("data", "options", "text"), DECODED.values(), ids=DECODED)
def test_bytes_become_text(data, options, text):
    assert decode(data, **options) == text


UNDECODED = {
    "Windows, when not said": ("“no”".encode("cp1252"), {}, "not UTF-8 text .byte 1 "),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", {}, "not UTF-8"),
    "a file of zeros": (b"\x00\x00\x00", {}, "binary data"),
    "an unknown encoding": (b"no", {"encoding": "klingon"}, "no encoding called 'klingon'"),
}


@pytest.mark.parametrize(("data", "options", "reason"), UNDECODED.values(), ids=UNDECODED)
def test_bytes_that_are_no_text_are_refused(data, options, reason):
    with pytest.raises(Unreadable, match=reason):
        decode(data, **options)


def test_a_fingerprint_is_the_sha_256_of_the_utf_8():
    assert fingerprint("“no”") == "be3e51412937228de9699fc07ef4f4840c798a97267b851579bb0c2b06e2bfbb"
