"""Columns that a table has no more, kept in its history: who confirmed what, and when, before there were editions.

Nothing writes them any longer. Editions hold the same of every confirmation since."""

from django.conf import settings
from django.db import models


def who_confirmed() -> models.ForeignKey[models.Model | None, models.Model | None]:
    """As pghistory made the column: a number, whether or not there is somebody of that number still."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        related_query_name="+",
    )


def when_confirmed() -> models.DateTimeField[str | None, str | None]:
    return models.DateTimeField(null=True, blank=True, editable=False)
