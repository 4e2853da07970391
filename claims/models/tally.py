"""What is counted of a speaker, however much it is. Kept by the database with the rows of lists, so that nobody counts
a hundred thousand rows to show fifty of them."""

import pgtrigger
from django.db import models

from claims.models.listing import Listing
from claims.models.speaker import Speaker


class Tally(models.Model):
    """How many statements of a speaker there are in all, in a month ('201804'), in a role, in an outlet: `of` tells
    which, `key` the month, the role, the outlet. `public` counts those that readers find, apart from the others. Of
    all, and of a role, `first` and `last` are the days between which they were said."""

    ALL, MONTH, ROLE, OUTLET = "all", "month", "role", "outlet"

    speaker = models.ForeignKey(Speaker, on_delete=models.DO_NOTHING, related_name="+", db_index=False)
    of = models.CharField(max_length=6)
    key = models.TextField(blank=True)
    public = models.BooleanField()
    count = models.IntegerField()
    first = models.DateField(null=True)
    last = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["speaker", "of", "key", "public"], name="tally_counts_each_once"),
        ]

    def __str__(self) -> str:
        return f"{self.count} of speaker {self.speaker_id}, {self.of} {self.key}"


def _counted(name: str, operation: pgtrigger.Operation, *, came: bool, went: bool) -> pgtrigger.Trigger:
    """After each statement in SQL: the rows that it left, and those that it found."""
    new, old = ("new_rows" if came else None), ("old_rows" if went else None)
    sides = (f"ARRAY(SELECT one::claims_listing FROM {rows} one)" if rows else "'{}'" for rows in (new, old))  # noqa: S608
    return pgtrigger.Trigger(
        name=name,
        operation=operation,
        when=pgtrigger.After,
        level=pgtrigger.Statement,
        referencing=pgtrigger.Referencing(old=old, new=new),  # type: ignore[no-untyped-call]
        func=f"PERFORM claims_tally({', '.join(sides)}); RETURN NULL;",
    )


class TalliedListing(Listing):
    class Meta:
        proxy = True
        triggers = [
            _counted("listing_is_tallied", pgtrigger.Insert, came=True, went=False),
            _counted("listing_is_tallied_anew", pgtrigger.Update, came=True, went=True),
            _counted("listing_is_tallied_no_more", pgtrigger.Delete, came=False, went=True),
        ]
