"""When: the time expressions of a text, and when reported words were spoken."""

from claims.extraction.dates.dating import read_all_said
from claims.extraction.dates.expressions import find_times
from claims.extraction.dates.inferring import by_publication
from claims.extraction.dates.said import read_said

__all__ = ["by_publication", "find_times", "read_all_said", "read_said"]
