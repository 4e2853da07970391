"""What publication alone tells: whatever an article reports had been said by the day on which it appeared."""

import datetime as dt

from claims.records import PUBLICATION, Said, SaidReading


def by_publication(published: dt.date | None) -> SaidReading | None:
    """The day of publication as an upper limit; it is inferred, so that there are no words that it was read from."""
    return SaidReading(Said.by(published), None, PUBLICATION) if published else None
