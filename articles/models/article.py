import datetime as dt
import re
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Left

from articles.capture.reach import EARLIEST, LATEST, within_reach
from articles.models.origin import Origin
from articles.models.outlet import Outlet

SEARCHED = 200_000
"""Characters of a text that are searched: what the database's words of one text can hold, whatever the language."""
_PARTS = re.compile(r'-?"[^"]+"|\S+')
MOST_PARTS = 20
MANY = 1_000
"""In so many titles a word is common: then the newest articles are read one by one until a page is full, and no others
are looked at; a rarer word is found by its index."""


def title_vector() -> SearchVector:
    return SearchVector("title", config="english")


def text_vector() -> SearchVector:
    return SearchVector(Left("text", SEARCHED), config="english")


def _with(words: str) -> Q:
    """Articles, with their `title_words`, that have these words somewhere. One query."""
    query = SearchQuery(words, config="english", search_type="phrase" if words.startswith('"') else "plain")
    titles = Article.objects.alias(words=title_vector()).filter(words=query)
    texts = ArticleVersion.objects.alias(words=text_vector()).filter(words=query)
    outlets = Outlet.objects.filter(name__icontains=words.strip('"'))
    is_common = titles[:MANY].count() == MANY
    in_title = Q(title_words=query) if is_common else Q(pk__in=titles.values("pk"))
    return in_title | Q(pk__in=texts.values("article")) | Q(outlet__in=outlets.values("pk"))


class ArticleQuerySet(models.QuerySet["Article"]):
    def newest_first(self) -> "ArticleQuerySet":
        return self.select_related("outlet").order_by("-published_at", "-id")

    def matching(self, text: str) -> "ArticleQuerySet":
        """Articles with every word of `text` in their title, in a text of theirs or in their outlet's name: by stems,
        with "phrases" and -without; all of them where nothing was typed. A query for each word."""
        found = self.alias(title_words=title_vector())
        for part in _PARTS.findall(text)[:MOST_PARTS]:
            without, words = part.startswith("-"), part.lstrip("-")
            found = found.exclude(_with(words)) if without and words else found.filter(_with(part))
        return found

    def sharing_origin(self, article: "Article") -> "ArticleQuerySet":
        """The other articles that are the same report."""
        return self.filter(origin=article.origin_id, origin__isnull=False).exclude(pk=article.pk)

    def with_latest_version(self) -> "ArticleQuerySet":
        """Adds `latest_version_id`, None where nothing was captured."""
        latest = ArticleVersion.objects.filter(article=models.OuterRef("pk")).order_by("-number")
        return self.annotate(latest_version_id=models.Subquery(latest.values("pk")[:1]))


@pghistory.track(pghistory.UpdateEvent())
class Article(models.Model):
    """One piece at one outlet. `published_at` is a moment; `published_zone` the zone it was given in, and where no
    time of day was given, `published_has_time` is false and only the day counts.

    Articles with one `origin` are one report; None where none was looked for yet. `origin_decided`: an editor said so,
    and no computation says otherwise."""

    outlet = models.ForeignKey(Outlet, on_delete=models.PROTECT, related_name="articles")
    title = models.CharField(max_length=500)
    url = models.URLField(max_length=2000, blank=True)
    byline = models.CharField(max_length=300, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_zone = models.CharField(max_length=64, default="Europe/London")
    published_has_time = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    origin = models.ForeignKey(
        Origin, on_delete=models.PROTECT, null=True, blank=True, related_name="articles", editable=False
    )
    origin_decided = models.BooleanField("origin decided at the desk", default=False, db_default=False, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-id"]
        constraints = [
            models.UniqueConstraint("url", condition=~Q(url=""), name="article_url_is_unique_where_there_is_one"),
            models.CheckConstraint(condition=~Q(title=""), name="article_has_a_title"),
            models.CheckConstraint(
                condition=Q(published_at=None) | Q(published_at__gte=EARLIEST, published_at__lte=LATEST),
                name="article_publication_is_within_reach",
            ),
            models.CheckConstraint(
                condition=Q(origin_decided=False) | Q(origin__isnull=False), name="article_decided_on_has_an_origin"
            ),
        ]
        indexes = [
            models.Index(F("published_at").desc(), F("id").desc(), name="article_newest_first"),
            GinIndex(title_vector(), name="article_by_title"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def published_day(self) -> dt.date | None:
        """The day of publication in the article's own zone."""
        moment = self.published_moment
        return moment.date() if moment else None

    @property
    def published_moment(self) -> dt.datetime | None:
        """The moment of publication on the wall clock of the article's own zone; out of reach counts as unknown."""
        if self.published_at is None or not within_reach(self.published_at):
            return None
        return self.published_at.astimezone(_zone(self.published_zone))


def _zone(name: str) -> dt.tzinfo:
    """The zone of that name, or UTC where this machine's list has lost it: a page shows the article all the same."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return dt.UTC


class ArticleVersion(models.Model):
    """The article's text as captured at one moment; the database refuses to change it. `captured_by` is whoever brought
    it in at the desk; None where a command did.

    `text` has LF line ends, Unicode NFC and its quote glyphs as printed; `sha256` is the hex digest of its UTF-8."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    captured_at = models.DateTimeField()
    captured_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    text = models.TextField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["article", "number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="version_number_is_unique_in_its_article"),
            models.CheckConstraint(condition=~Q(text=""), name="version_has_a_text"),
        ]
        indexes = [
            models.Index(fields=["sha256", "article"], name="version_by_its_text"),
            GinIndex(text_vector(), name="version_by_words"),
        ]
        triggers = [
            pgtrigger.Protect(name="version_never_changes", operation=pgtrigger.Update),
        ]

    def __str__(self) -> str:
        return f"{self.article} (version {self.number})"
