from functools import reduce
from operator import or_

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Cast, Coalesce, Lower
from django.urls import reverse

from claims.models.statement import Statement
from claims.records import SpeakerKind

_NOW = ("pk", "merged_into")


class SpeakerQuerySet(models.QuerySet["Speaker"]):
    def visible_to(self, user: object) -> "SpeakerQuerySet":
        """The newsroom sees every speaker; readers those heard in a published story, and old names of theirs."""
        if getattr(user, "is_journalist", False):
            return self
        # A merge moves no edition: what was confirmed of an old name is heard under the one that it went into.
        heard = [
            Exists(Statement.objects.public().filter(edition__speaker__merged_into=OuterRef(who))) for who in _NOW
        ] + [Exists(Statement.objects.public().filter(edition__speaker=OuterRef(who))) for who in _NOW]
        return self.filter(reduce(or_, map(Q, heard)), merged_alone=False)

    def on_record(self) -> "SpeakerQuerySet":
        """Those who, under this or a merged name, are in an edition: a second person has seen them there."""
        same = self.model.objects.filter(pk=OuterRef("pk"))
        ways = ("editions__isnull", "merged_speakers__editions__isnull")
        return self.filter(reduce(or_, (Q(Exists(same.filter(**{way: False}))) for way in ways)))

    def current(self) -> "SpeakerQuerySet":
        """Without those merged into another."""
        return self.filter(merged_into=None)

    def with_count(self) -> "SpeakerQuerySet":
        """Adds `heard`, how many statements each has at the desk, counted for those alone that are fetched."""
        theirs = Statement.objects.filter(speaker=OuterRef("pk")).order_by().values("speaker")
        return self.annotate(heard=Coalesce(Subquery(theirs.annotate(count=Count("pk")).values("count")), 0))

    def named(self, name: str) -> "SpeakerQuerySet":
        """Current speakers called `name`, or with that alias, whatever its case."""
        lowered = Cast(Lower(Cast("aliases", models.TextField())), ArrayField(models.TextField()))
        found = self.current().alias(lowered=lowered)
        return found.filter(Q(name__iexact=name) | Q(lowered__contains=[name.lower()]))


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Speaker(models.Model):
    """A person, an organisation or a document whose words are on record. Merging keeps the old address; one that one
    person merged, since no reader knew it (`merged_alone`), leads the newsroom on and readers nowhere."""

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
    merged_alone = models.BooleanField("merged by one person", default=False, editable=False)
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
        indexes = [models.Index("name", "id", name="speaker_by_name")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("claims:speaker", args=[self.slug])
