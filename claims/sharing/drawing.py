"""A card → the bytes of a PNG, by Typst, in a process of its own that is ended when it takes too long. What was drawn
is kept in the cache under its version, so that a card costs its making once; few are made at a time."""

import subprocess
import sys
from pathlib import Path
from threading import BoundedSemaphore

from django.core.cache import cache

from claims.sharing.card import Card

PAINTER = Path(__file__).with_name("painter.py")
TIME_LIMIT = 15
AT_ONCE = 2
PATIENCE = 3
"""Seconds for one card; cards that one web process makes at a time, so that pages are not kept waiting; seconds that
others wait."""
SEATS = BoundedSemaphore(AT_ONCE)
KEPT_FOR = 24 * 60 * 60


class NotDrawn(Exception):
    """The card could not be made; the message is for the log."""


def drawn(card: Card, time_limit: float = TIME_LIMIT) -> bytes:
    """A PNG of 1200 × 630. Raises NotDrawn where Typst fails, is too busy, or needs more than `time_limit` seconds."""
    key = f"card:{card.version}"
    kept: bytes | None = cache.get(key)
    if kept is not None:
        return kept
    if not SEATS.acquire(timeout=PATIENCE):
        raise NotDrawn(f"{AT_ONCE} cards are being made already, and none was ready within {PATIENCE} seconds")
    try:
        png = _painted(card.as_json().encode(), time_limit)
    finally:
        SEATS.release()
    cache.set(key, png, KEPT_FOR)
    return png


def _painted(card: bytes, time_limit: float) -> bytes:
    command = [sys.executable, "-I", str(PAINTER)]
    try:
        done = subprocess.run(command, input=card, capture_output=True, timeout=time_limit)
    except subprocess.TimeoutExpired as error:
        raise NotDrawn(f"the card took longer than {time_limit} seconds") from error
    if done.returncode:
        raise NotDrawn(done.stderr.decode(errors="replace").strip())
    return done.stdout
