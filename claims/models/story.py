import pghistory
from django.db import models
from django.db.models import Q
from django.urls import reverse

from claims.models.earlier import who_confirmed
from claims.models.statement import Statement
from claims.models.states import STORY_MOVES, StoryState, moves_trigger, newest_edition_trigger


class StoryQuerySet(models.QuerySet["Story"]):
    def published(self) -> "StoryQuerySet":
        return self.filter(state=StoryState.PUBLISHED)

    def visible_to(self, user: object) -> "StoryQuerySet":
        """The newsroom sees every story; readers the published ones."""
        return self if getattr(user, "is_journalist", False) else self.published()

    def with_changes_waiting(self) -> "StoryQuerySet":
        """Published, and changed at the desk since."""
        return self.filter(state=StoryState.PUBLISHED, waits=True)

    def newest_first(self) -> "StoryQuerySet":
        return self.order_by(models.F("published_at").desc(nulls_first=True), "-id")


@pghistory.track(
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
    attrs={"published_by": who_confirmed()},
)
class Story(models.Model):
    """A titled set of statements. Unpublished until a reviewer publishes it; then readers see `edition`, and `waits`
    tells that the desk has changed something since."""

    title = models.CharField(max_length=200)
    slug = models.SlugField(
        "address",
        max_length=200,
        unique=True,
        error_messages={"unique": "Another story has this one. Choose another, then save again."},
    )
    summary = models.TextField(blank=True)
    statements = models.ManyToManyField(Statement, through="claims.StoryStatement", related_name="stories")
    state = models.CharField(max_length=11, choices=StoryState, default=StoryState.UNPUBLISHED, editable=False)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    edition = models.ForeignKey(
        "claims.StoryEdition",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="current_of",
        editable=False,
    )
    waits = models.BooleanField("changes are waiting", default=False, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = StoryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "stories"
        constraints = [
            # Partial, so that pointing at another edition locks no key that others point at.
            models.UniqueConstraint(
                fields=["edition"], condition=Q(edition__isnull=False), name="story_edition_is_current_once"
            ),
            models.CheckConstraint(condition=Q(title__gt="", slug__gt=""), name="story_has_a_title_and_an_address"),
            models.CheckConstraint(
                condition=~Q(state=StoryState.PUBLISHED) | Q(published_at__isnull=False, edition__isnull=False),
                name="story_published_has_an_edition",
            ),
        ]
        indexes = [
            models.Index(fields=["id"], condition=Q(waits=True), name="story_with_changes_waiting"),
            models.Index(fields=["published_at", "id"], name="story_by_publication"),
        ]
        triggers = [newest_edition_trigger("story"), moves_trigger("story_moves", STORY_MOVES)]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Where readers find it: a change of its address waits like any other. One more query where it is published."""
        public = self.edition if self.state == StoryState.PUBLISHED else None
        return reverse("claims:story", args=[public.slug if public else self.slug])


@pghistory.track(pghistory.InsertEvent(), pghistory.DeleteEvent())
class StoryStatement(models.Model):
    """A statement's place in a story."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE)
    statement = models.ForeignKey(Statement, on_delete=models.PROTECT)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["story", "statement"], name="story_has_each_statement_once"),
        ]

    def __str__(self) -> str:
        return f"{self.statement} in {self.story}"
