"""Rows as they are now, kept from others until the transaction ends."""

from django.db import models


def locked[Record: models.Model](record: Record) -> Record:
    """The record, fresh and locked."""
    rows: models.Manager[Record] = type(record)._default_manager
    return rows.select_for_update(of=("self",)).get(pk=record.pk)
