"""Decoding and normalising an article's text."""

import hashlib
import unicodedata

LONGEST_TEXT = 5_000_000
"""Code points; a longer text is not one article."""


class Unreadable(ValueError):
    """What was brought is no usable text. The message says what happened and what to do."""


def decode(data: bytes, *, encoding: str = "utf-8") -> str:
    """Bytes of a text file as text, a byte order mark left out. Raises Unreadable for anything but text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"The file is not {encoding.upper()} text (byte {error.start + 1} does not fit). "
            "Save it as plain text in UTF-8 and try again."
        ) from error
    except LookupError as error:
        raise Unreadable(f"There is no encoding called {encoding!r}; try utf-8 or cp1252.") from error
    if "\x00" in text:
        raise Unreadable("The file holds binary data, not plain text. Save the article as plain text and try again.")
    return text.removeprefix("\ufeff")


def normalise(text: str) -> str:
    """LF line ends, Unicode NFC, no white space at the outer edges; quotation marks stay as printed.

    Raises Unreadable where nothing is left, or where the text is longer than LONGEST_TEXT."""
    check_characters(text)
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    normal = unicodedata.normalize("NFC", lines).strip()
    if not normal:
        raise Unreadable("The text is empty. Paste the article's words, or choose a file that holds them.")
    if len(normal) > LONGEST_TEXT:
        raise Unreadable(
            f"The text has {len(normal):,} characters; one article may have {LONGEST_TEXT:,}. Split it and try again."
        )
    return normal


def check_characters(text: str) -> None:
    """Raises Unreadable for what JSON can carry and no text can: a NUL, half of a character (a lone surrogate)."""
    if "\x00" in text:
        raise Unreadable("The text holds a NUL character, so it is binary data. Paste the article's words alone.")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise Unreadable(
            "The text holds half of a character (a lone surrogate). Copy it again from its source."
        ) from error


def fingerprint(text: str) -> str:
    """SHA-256 of a normalised text's UTF-8, 64 hex digits."""
    return hashlib.sha256(text.encode()).hexdigest()
