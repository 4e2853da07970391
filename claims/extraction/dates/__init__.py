"""When: the time expressions of a text, and when reported words were spoken."""

from claims.extraction.dates.expressions import find_times
from claims.extraction.dates.said import read_said

__all__ = ["find_times", "read_said"]
