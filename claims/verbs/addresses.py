"""Addresses made of names."""

from django.db import models
from django.utils.text import slugify


def free_slug(model: type[models.Model], name: str, *, otherwise: str, beside: type[models.Model] | None = None) -> str:
    """A slug made of `name` that no row of `model`, nor of `beside`, has; `otherwise` stands for a name without Latin
    letters. To be asked while nobody else makes one (`locking.one_at_a_time`)."""
    stem = slugify(name)[:180] or otherwise
    taken: set[str] = set()
    for rows in (model, beside):
        if rows:
            taken |= set(rows._default_manager.filter(slug__startswith=stem).values_list("slug", flat=True))
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (stem, *numbered) if slug not in taken)
