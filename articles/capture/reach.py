"""How far days and moments may reach: the years 1000 to 2999.

Nothing that a newsroom holds was printed outside of them, and at either end there is room for every time zone: at the
ends of Python's own calendar (the years 1 and 9999) a change of zone is an OverflowError."""

import datetime as dt

EARLIEST = dt.datetime(1000, 1, 1, tzinfo=dt.UTC)
LATEST = dt.datetime(2999, 12, 31, 23, 59, 59, tzinfo=dt.UTC)


def within_reach(when: dt.date | dt.datetime) -> bool:
    """Whether a day, or a moment with or without a time zone, lies in those years; a zoned one by UTC."""
    if isinstance(when, dt.datetime) and when.tzinfo:
        return EARLIEST <= when <= LATEST
    return EARLIEST.year <= when.year <= LATEST.year


def out_of_reach(when: dt.date | dt.datetime) -> str:
    """Why it isn't taken, as a sentence; empty where it is."""
    if within_reach(when):
        return ""
    return f"The year {when.year} lies outside of {EARLIEST.year} to {LATEST.year}. Correct it and try again."


def into_reach(moment: dt.datetime) -> dt.datetime:
    """The moment, or the nearest one that any time zone can show. It must have a time zone."""
    return min(max(moment, EARLIEST), LATEST)
