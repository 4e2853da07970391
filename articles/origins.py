"""Which articles are one report. An origin is looked for when a text comes in, among the texts that are most like it,
and never among all; what an editor said about it stays.

Whatever is written here is written by one at a time: of two near copies that come in at one moment, the second finds
the first."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.db.models.functions import Left

from articles.capture.likeness import ASKED, KEPT, LONGEST_COMPARED, Shingles, are_near_copies, sample, share, shingles
from articles.capture.text import fingerprint
from articles.models import Article, ArticleVersion, Origin, Shingle

COMPARED = 12
"""Articles whose texts are compared with one that comes in, the likeliest first."""
LOOKED_UP = 30
"""Texts that one shingle leads to, the newest first: what stands in more of them tells none apart."""

_LIKELIEST = """
SELECT version_id FROM (
    SELECT DISTINCT ON (version.article_id) found.version_id, found.weight FROM (
        SELECT version_id, sum(1.0 / many) AS weight FROM (
            SELECT one.version_id, count(*) OVER (PARTITION BY asked.hash) AS many
            FROM unnest(%(asked)s::bigint[]) AS asked (hash)
            CROSS JOIN LATERAL (
                SELECT version_id FROM articles_shingle WHERE hash = asked.hash
                ORDER BY version_id DESC LIMIT %(each)s
            ) AS one
        ) AS led
        WHERE version_id NOT IN (SELECT id FROM articles_articleversion WHERE article_id = %(but)s)
        GROUP BY version_id ORDER BY weight DESC, version_id LIMIT 5 * %(most)s
    ) AS found JOIN articles_articleversion AS version ON version.id = found.version_id
    ORDER BY version.article_id, found.weight DESC
) AS likely ORDER BY weight DESC, version_id LIMIT %(most)s
"""


@dataclass(frozen=True, slots=True)
class Brought:
    """A text that looks for its origin: the outlet that prints it, and the article where it is there already."""

    sha256: str
    shingles: Shingles
    outlet: int
    article: int | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """An article whose text is a near copy, and the share of the shorter text that stands in the longer, 0 to 1."""

    article: Article
    share: float

    @property
    def in_100(self) -> int:
        return round(100 * self.share)


def brought(text: str, outlet: int, article: int | None = None) -> Brought:
    return Brought(fingerprint(text), shingles(text), outlet, article)


def near_copies(of: Brought) -> list[Likeness]:
    """The articles with a near copy of that text, the most alike first. Three queries."""
    return [
        one for one in _compared(of) if are_near_copies(one.share, of_one_outlet=one.article.outlet_id == of.outlet)
    ]


def alike(article: Article) -> list[Likeness]:
    """The articles that have anything to speak of in common with the newest text of this one, the most alike first;
    near copies or not. Four queries."""
    newest = article.versions.order_by("-number").first()
    return _compared(brought(newest.text, article.outlet_id, article.pk)) if newest else []


def origin_for(text: Brought) -> Origin:
    """The origin of a text that comes in: that of the article most like it, or a new one. To be called in the
    transaction that stores it."""
    _one_at_a_time()
    return next((origin_of(like.article) for like in near_copies(text)), None) or Origin.objects.create()


def origin_of(article: Article) -> Origin:
    """The article's origin; where none was looked for yet, a new one, which it has from now on."""
    if article.origin is not None:
        return article.origin
    for version in article.versions.all():
        remember(version, shingles(version.text))
    return move(article, Origin.objects.create(), decided=False)


def remember(version: ArticleVersion, text: Shingles) -> None:
    """Keeps what near copies find that version by."""
    kept = (Shingle(hash=one, version=version) for one in sample(text, KEPT))
    Shingle.objects.bulk_create(kept, ignore_conflicts=True)


def look_again(article: Article, text: Brought) -> None:
    """For an article with a new text: where it was a report of its own, that text may be a near copy of another.

    One that shares its origin keeps it, and so does one of which an editor decided; and nothing is joined to an article
    that an editor has called independent of those that were there. The article should be locked."""
    _one_at_a_time()
    if article.origin_id is None or article.origin_decided or Article.objects.sharing_origin(article).exists():
        return
    free = [like.article for like in near_copies(text) if not like.article.origin_decided]
    if free:
        move(article, origin_of(free[0]), decided=False)


@transaction.atomic
def find_origin(article: Article) -> Article:
    """Looks for the origin of an article that has none, and remembers all of its texts. Safe to repeat."""
    article = Article.objects.select_for_update().get(pk=article.pk)
    if article.origin_id is None:
        texts = {version: brought(version.text, article.outlet_id, article.pk) for version in article.versions.all()}
        for version, text in texts.items():
            remember(version, text.shingles)
        _one_at_a_time()
        found = (like for text in reversed(texts.values()) for like in near_copies(text))
        like = next(found, None)
        move(article, origin_of(like.article) if like else Origin.objects.create(), decided=False)
    return article


def move(article: Article, origin: Origin, *, decided: bool) -> Origin:
    """Gives an article that origin; `decided` where an editor says so."""
    article.origin, article.origin_decided = origin, decided
    article.save(update_fields=["origin", "origin_decided"])
    return origin


def _compared(of: Brought) -> list[Likeness]:
    """The likeliest COMPARED, each by that of its texts which is most alike."""
    versions = ArticleVersion.objects.filter(pk__in=[*_likeliest(of), *_same_text(of)]).select_related(
        "article__outlet"
    )
    found: dict[int, Likeness] = {}
    for version in versions.defer("text").annotate(compared=Left("text", LONGEST_COMPARED)).order_by("pk"):
        like = Likeness(version.article, _share(of, version))
        known = found.get(version.article_id)
        if like.share > (known.share if known else 0):
            found[version.article_id] = like
    return sorted(found.values(), key=lambda like: (-like.share, like.article.pk))


def _likeliest(of: Brought) -> list[int]:
    asked: dict[str, Any] = {
        "asked": sample(of.shingles, ASKED),
        "each": LOOKED_UP,
        "but": of.article,
        "most": COMPARED,
    }
    with connection.cursor() as cursor:
        cursor.execute(_LIKELIEST, asked)
        return [version for (version,) in cursor.fetchall()]


def _same_text(of: Brought) -> Iterable[int]:
    """Versions with the very same text, which may be too short for anything else to tell."""
    same = ArticleVersion.objects.filter(sha256=of.sha256).exclude(article=of.article)
    return same.order_by("article").values_list("pk", flat=True)[:1]


def _share(of: Brought, version: ArticleVersion) -> float:
    if version.sha256 == of.sha256:
        return 1.0
    return share(of.shingles, shingles(version.compared))  # type: ignore[attr-defined]


def _one_at_a_time() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('articles.origins', 0))")
