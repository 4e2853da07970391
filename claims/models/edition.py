"""Editions: what a second person read and confirmed, whole. The database never lets one change or go.

`content` is all that readers see, as `timeline.stored` writes it; the columns beside it are what queries look things
up by. `made_by` are the people who changed what the edition holds since the one before it, read from history; whoever
confirms is none of them."""

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.lookups import IsNull

from claims.models.contradiction import Contradiction
from claims.models.quotation import Quotation
from claims.models.said import SaidFields, said_constraints
from claims.models.statement import Statement
from claims.models.story import Story


def never_changes(name: str) -> pgtrigger.Protect:
    return pgtrigger.Protect(name=name, operation=pgtrigger.Update | pgtrigger.Delete)


class EditionFields(models.Model):
    """What every edition has. `taken_over`: it was public before editions were kept. `signature` is the confirmer's
    name as it was then. `reason` is why readers are not told of it, from the second edition on; `upto` how far
    history was counted, by the table of its events."""

    number = models.PositiveIntegerField()
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    made_by = ArrayField(models.BigIntegerField(), default=list)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField()
    signature = models.CharField("confirmed by, as printed", max_length=200, blank=True)
    taken_over = models.BooleanField(default=False)
    told = models.BooleanField("readers are told of it", default=False)
    reason = models.TextField("why readers are not told of it", blank=True)
    upto = models.JSONField(default=dict)

    class Meta:
        abstract = True


def edition_constraints(record: str) -> list[models.BaseConstraint]:
    """The rules of every edition in SQL; `record` is the field that names what it is an edition of."""
    among_them = Func(F("made_by"), F("confirmed_by"), function="array_position", output_field=models.IntegerField())
    return [
        models.UniqueConstraint(fields=[record, "number"], name="%(class)s_is_numbered_once"),
        models.CheckConstraint(condition=Q(number__gte=1), name="%(class)s_is_counted_from_one"),
        models.CheckConstraint(
            condition=Q(taken_over=True) | Q(confirmed_by__isnull=False), name="%(class)s_names_who_confirmed_it"
        ),
        models.CheckConstraint(condition=IsNull(among_them, True), name="%(class)s_is_confirmed_by_somebody_else"),
        models.CheckConstraint(
            condition=Q(number=1) | Q(told=True) | Q(reason__gt=""), name="%(class)s_is_told_or_says_why_not"
        ),
    ]


def silent_index(name: str) -> models.Index:
    """Finds by their moments the editions of which readers were not told."""
    return models.Index(fields=["confirmed_at", "id"], condition=Q(number__gt=1, told=False), name=name)


class StatementEdition(SaidFields, EditionFields):
    """What was confirmed of a statement. `speaker` is whose it was then; lanes and addresses follow its merges."""

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="editions")
    speaker = models.ForeignKey("claims.Speaker", on_delete=models.PROTECT, related_name="editions")
    day_order = models.SmallIntegerField(default=0)

    class Meta:
        ordering = ["statement", "number"]
        constraints = [*said_constraints(), *edition_constraints("statement")]
        indexes = [
            models.Index(fields=["speaker", "confirmed_at", "id"], name="statement_edition_newest"),
            silent_index("statement_edition_silent"),
        ]
        triggers = [never_changes("statement_edition_never_changes")]

    def __str__(self) -> str:
        return f"edition {self.number} of statement {self.statement_id}"


class EditionEvidence(models.Model):
    """A quotation that an edition of a statement names: extraction never rewrites it, nobody deletes it."""

    edition = models.ForeignKey(StatementEdition, on_delete=models.PROTECT, related_name="evidence")
    quotation = models.ForeignKey(Quotation, on_delete=models.PROTECT, related_name="in_editions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "quotation"], name="edition_names_each_quotation_once"),
        ]
        triggers = [never_changes("edition_evidence_never_changes")]

    def __str__(self) -> str:
        return f"quotation {self.quotation_id} in {self.edition}"


class ContradictionEdition(EditionFields):
    """What was confirmed of a pair, and between which editions of its statements."""

    contradiction = models.ForeignKey(Contradiction, on_delete=models.PROTECT, related_name="editions")
    first_edition = models.ForeignKey(StatementEdition, on_delete=models.PROTECT, related_name="+")
    second_edition = models.ForeignKey(StatementEdition, on_delete=models.PROTECT, related_name="+")
    first_is_earlier = models.BooleanField()

    class Meta:
        ordering = ["contradiction", "number"]
        constraints = edition_constraints("contradiction")
        indexes = [
            models.Index(fields=["confirmed_at", "id"], name="pair_edition_newest"),
            silent_index("pair_edition_silent"),
        ]
        triggers = [never_changes("contradiction_edition_never_changes")]

    def __str__(self) -> str:
        return f"edition {self.number} of pair {self.contradiction_id}"


class StoryEdition(EditionFields):
    """What was published of a story. `note` is what readers are told of it, from the second edition on."""

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="editions")
    title = models.CharField(max_length=200)
    slug = models.SlugField(max_length=200)
    summary = models.TextField(blank=True)
    note = models.TextField("note for readers", blank=True)

    class Meta:
        ordering = ["story", "number"]
        constraints = [
            *edition_constraints("story"),
            models.CheckConstraint(
                condition=Q(told=False) | Q(note__gt=""), name="storyedition_that_is_told_of_says_what"
            ),
        ]
        indexes = [
            models.Index(fields=["confirmed_at", "id"], condition=Q(number__gt=1), name="story_edition_newest"),
            GinIndex(
                SearchVector("title", "summary", config="english"), name="story_edition_by_words", fastupdate=False
            ),
        ]
        triggers = [never_changes("story_edition_never_changes")]

    def __str__(self) -> str:
        return f"edition {self.number} of story {self.story_id}"


class StoryEditionMember(models.Model):
    """A statement's seat in an edition of a story."""

    edition = models.ForeignKey(StoryEdition, on_delete=models.PROTECT, related_name="members")
    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="seats")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "statement"], name="story_edition_has_each_statement_once"),
        ]
        triggers = [never_changes("story_edition_member_never_changes")]

    def __str__(self) -> str:
        return f"statement {self.statement_id} in {self.edition}"


class Publication(models.Model):
    """A stretch of time in which readers saw a story. `reason` is the public reason for its end."""

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="publications")
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    unpublished_at = models.DateTimeField(null=True, blank=True)
    unpublished_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["story", "published_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["story"], condition=Q(unpublished_at=None), name="publication_is_open_once_a_story"
            ),
            models.CheckConstraint(
                condition=Q(unpublished_at=None, unpublished_by=None)
                | Q(unpublished_at__gte=F("published_at"), unpublished_by__isnull=False, reason__gt=""),
                name="publication_ended_says_who_and_why",
            ),
        ]
        triggers = [pgtrigger.Protect(name="publication_is_kept", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"story {self.story_id} from {self.published_at:%Y-%m-%d}"
