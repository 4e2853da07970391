import pghistory
from django.db import models
from django.db.models.functions import Lower


@pghistory.track(pghistory.UpdateEvent())
class Outlet(models.Model):
    """Who publishes: BBC News, Civil Service World."""

    name = models.CharField(max_length=200)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(Lower("name"), name="outlet_name_is_unique_whatever_its_case"),
            models.CheckConstraint(condition=~models.Q(name=""), name="outlet_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name
