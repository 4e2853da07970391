import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from claims.models.statement import Statement
from claims.records import SpeakerKind


class SpeakerQuerySet(models.QuerySet["Speaker"]):
    def visible_to(self, user: object) -> "SpeakerQuerySet":
        """The newsroom sees every speaker; readers those heard in a published story, and old names of theirs."""
        if getattr(user, "is_journalist", False):
            return self
        readable = Statement.objects.public()
        heard = Exists(readable.filter(speaker=OuterRef("pk")))
        merged_into_heard = Exists(readable.filter(speaker=OuterRef("merged_into")))
        return self.filter(Q(heard) | Q(merged_into_heard))

    def current(self) -> "SpeakerQuerySet":
        """Without those merged into another."""
        return self.filter(merged_into=None)

    def named(self, name: str) -> "SpeakerQuerySet":
        """Current speakers called `name`, whatever its case, or with exactly that alias."""
        return self.current().filter(Q(name__iexact=name) | Q(aliases__contains=[name]))


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Speaker(models.Model):
    """A person, an organisation or a document whose words are on record. Merging keeps the old address."""

    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=200, unique=True)
    kind = models.CharField(
        max_length=12, choices=[(kind.value, kind.value) for kind in SpeakerKind], default=SpeakerKind.PERSON.value
    )
    aliases = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    wikidata_id = models.CharField("Wikidata id", max_length=20, blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged_speakers"
    )
    revision = models.PositiveIntegerField(default=1, editable=False)

    objects = SpeakerQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="speaker_has_a_name"),
            models.CheckConstraint(
                condition=Q(merged_into=None) | ~Q(merged_into=F("id")), name="speaker_is_not_merged_into_itself"
            ),
            models.CheckConstraint(
                condition=Q(wikidata_id="") | Q(wikidata_id__regex=r"^Q[1-9][0-9]*$"), name="speaker_wikidata_id_is_one"
            ),
            models.UniqueConstraint(
                "wikidata_id", condition=~Q(wikidata_id="") & Q(merged_into=None), name="speaker_wikidata_id_is_unique"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("claims:speaker", args=[self.slug])
