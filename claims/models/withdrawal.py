import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.models.contradiction import Contradiction
from claims.models.statement import Statement


class Withdrawal(models.Model):
    """That a statement or a pair was withdrawn: when, why and by whom. The database never lets it change or go.

    The reason stands on the record as well, which pages show; this is what lists of what was corrected are made of.
    `signed_by` is None and `signature` empty where history did not tell who it was."""

    statement = models.OneToOneField(
        Statement, on_delete=models.PROTECT, null=True, blank=True, related_name="withdrawal"
    )
    contradiction = models.OneToOneField(
        Contradiction, on_delete=models.PROTECT, null=True, blank=True, related_name="withdrawal"
    )
    reason = models.TextField("reason, for readers")
    made_at = models.DateTimeField()
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    signature = models.CharField("signed, as printed", max_length=200, blank=True)

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(statement__isnull=False, contradiction=None)
                | Q(statement=None, contradiction__isnull=False),
                name="withdrawal_is_of_one_thing",
            ),
            models.CheckConstraint(condition=Q(reason__gt=""), name="withdrawal_has_a_reason"),
        ]
        indexes = [models.Index(fields=["made_at", "id"], name="withdrawal_newest")]
        triggers = [
            pgtrigger.Protect(name="withdrawal_never_changes", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.reason[:80]
