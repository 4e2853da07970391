"""How the layout of a timeline grows: its columns, lanes and arcs, from statements and pairs that are read already."""

import datetime as dt
from collections.abc import Iterator
from time import process_time

from claims.picture.lanes import lay_out
from claims.records import Said
from claims.timeline.arranging import Timeline, arrange
from claims.timeline.entries import Entry, Pair, Voice

SIZES = (1_000, 3_000, 10_000)
A_PAIR_IN, VOICES, DAYS = 10, 12, 4_000
WIDTH = 1_000.0
MOST = 100.0
"""Milliseconds for the largest of SIZES."""
STRAIGHT = 1.5
"""How much more a statement may cost in the largest than in the smallest."""


def lines() -> Iterator[str]:
    taken = {size: min(_milliseconds(made(size)) for _ in range(5)) for size in SIZES}
    for size, spent in taken.items():
        yield f"{size:,} statements and {size // A_PAIR_IN:,} pairs: {spent:.0f} ms, {1000 * spent / size:.1f} µs each"
    small, large = SIZES[0], SIZES[-1]
    grown = (taken[large] / large) / (taken[small] / small)
    yield f"At most {MOST:.0f} ms for {large:,}; a statement costs {grown:.2f} times as much (at most {STRAIGHT})"


def made(size: int) -> Timeline:
    """So many statements of twelve speakers over eleven years, one pair for ten of them."""
    voices = [Voice(f"speaker-{number}", f"Speaker {number}") for number in range(VOICES)]
    first = dt.date(2010, 1, 1)
    entries = [
        Entry(
            number,
            voices[number * 7 % VOICES],
            "We keep no list",
            said=Said.on(first + dt.timedelta(number * 7919 % DAYS)),
        )
        for number in range(1, size + 1)
    ]
    pairs = [Pair(number, entries[number], entries[-number - 1]) for number in range(size // A_PAIR_IN)]
    return arrange(entries, pairs)


def _milliseconds(timeline: Timeline) -> float:
    begun = process_time()
    lay_out(timeline, WIDTH)
    return 1000 * (process_time() - begun)
