import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from claims.models.statement import Statement
from claims.models.states import STORY_MOVES, StoryState, moves_trigger


class StoryQuerySet(models.QuerySet["Story"]):
    def published(self) -> "StoryQuerySet":
        return self.filter(state=StoryState.PUBLISHED)

    def visible_to(self, user: object) -> "StoryQuerySet":
        """The newsroom sees every story; readers the published ones."""
        return self if getattr(user, "is_journalist", False) else self.published()

    def newest_first(self) -> "StoryQuerySet":
        return self.order_by(models.F("published_at").desc(nulls_first=True), "-id")


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Story(models.Model):
    """A titled set of statements. Unpublished until a reviewer publishes it."""

    title = models.CharField(max_length=200)
    slug = models.SlugField(max_length=200, unique=True)
    summary = models.TextField(blank=True)
    statements = models.ManyToManyField(Statement, through="claims.StoryStatement", related_name="stories")
    state = models.CharField(max_length=11, choices=StoryState, default=StoryState.UNPUBLISHED, editable=False)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    revision = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = StoryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "stories"
        constraints = [
            models.CheckConstraint(condition=Q(title__gt="", slug__gt=""), name="story_has_a_title_and_an_address"),
            models.CheckConstraint(
                condition=~Q(state=StoryState.PUBLISHED) | Q(published_at__isnull=False, published_by__isnull=False),
                name="story_published_names_who_and_when",
            ),
        ]
        triggers = [moves_trigger("story_moves", STORY_MOVES)]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("claims:story", args=[self.slug])


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
