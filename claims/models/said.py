"""The said date as columns: shared by quotations (as read) and statements (as an editor left it)."""

from django.db import models
from django.db.models import F, Q

from claims.records import PUBLICATION, Precision, Said


class SaidFields(models.Model):
    """An interval of days, inclusive; `said_until` alone is an upper limit, all empty is unknown. The wall-clock
    `said_time` belongs to minute precision. `said_basis` are the words that the date was read from."""

    said_from = models.DateField(null=True, blank=True)
    said_until = models.DateField(null=True, blank=True)
    said_time = models.TimeField(null=True, blank=True)
    said_precision = models.CharField(
        max_length=6, blank=True, choices=[(precision.value, precision.value) for precision in Precision]
    )
    said_basis = models.CharField(max_length=500, blank=True)

    class Meta:
        abstract = True

    @property
    def said_is_inferred(self) -> bool:
        """The text does not tell the day: that of publication is its upper limit."""
        return self.said_basis == PUBLICATION

    @property
    def said(self) -> Said | None:
        if self.said_until is None:
            return None
        precision = Precision(self.said_precision) if self.said_precision else None
        return Said(self.said_from, self.said_until, precision, self.said_time)

    @said.setter
    def said(self, said: Said | None) -> None:
        self.said_from = said.start if said else None
        self.said_until = said.until if said else None
        self.said_time = said.time if said else None
        self.said_precision = said.precision.value if said and said.precision else ""


def said_constraints() -> list[models.BaseConstraint]:
    """The rules of `records.Said` in SQL."""
    one_day = Q(said_from=F("said_until"))
    month = Q(said_from__day=1, said_from__year=F("said_until__year"), said_from__month=F("said_until__month"))
    year = Q(said_from__day=1, said_from__month=1, said_until__day=31, said_until__month=12)
    fits = (
        Q(said_precision="", said_from=None, said_time=None)
        | Q(said_precision="minute", said_time__isnull=False) & one_day
        | Q(said_precision="day", said_time=None) & one_day
        | Q(said_precision="month", said_time=None) & month
        | Q(said_precision="year", said_time=None, said_from__year=F("said_until__year")) & year
    )
    known = Q(said_precision="") | Q(said_from__isnull=False, said_until__isnull=False)
    return [
        models.CheckConstraint(condition=fits, name="%(class)s_said_parts_fit_together"),
        models.CheckConstraint(condition=known, name="%(class)s_said_precision_has_dates"),
    ]
