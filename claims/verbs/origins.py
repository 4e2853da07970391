"""The verbs on whose report an article is: an editor corrects what was computed from its text. What readers see of it
stands in editions, so that a correction makes changes waiting on the statements concerned.

Each raises a `Refused` that an editor can read; each changes one article and no other."""

from django.db.models import QuerySet

from accounts.models import User
from accounts.roles import Role
from articles.models import Article, Origin
from articles.origins import move, origin_of
from claims.models import Quotation, Statement
from claims.verbs.history import verb
from claims.verbs.locking import all_locked, locked
from claims.verbs.refusals import Refused, need_role, need_words
from claims.verbs.statements import all_settled


@verb
def say_independent(*, article: Article, by: User, reason: str) -> Article:
    """The article is a report of its own, whatever its text has in common with others."""
    need_role(by, Role.EDITOR)
    need_words(reason, "The reason")
    article = locked(article)
    if not Article.objects.sharing_origin(article).exists():
        raise Refused("It shares its origin with no other article, so it counts as independent already.")
    return _moved(article, Origin.objects.create())


@verb
def say_same(*, article: Article, other: Article, by: User, reason: str) -> Article:
    """The article is the same report as the other one; whatever it shared its origin with before stays where it is."""
    need_role(by, Role.EDITOR)
    need_words(reason, "The reason")
    if article.pk == other.pk:
        raise Refused("This is the article itself. Choose another one.")
    both = all_locked([article, other])
    article, other = both[article.pk], both[other.pk]
    if article.origin_id is not None and article.origin_id == other.origin_id:
        raise Refused("These two are one report already. Nothing was changed.")
    return _moved(article, origin_of(other))


def _moved(article: Article, origin: Origin) -> Article:
    # All at once and in their order, before the database's trigger takes them one after the other.
    concerned = all_locked(_reported_beside(article))
    move(article, origin, decided=True)
    all_settled(Statement.objects.filter(pk__in=concerned).select_related("edition__speaker"))
    return article


def _reported_beside(article: Article) -> QuerySet[Statement]:
    """What this article reports, and another one as well: there it matters whose report either is."""
    reported = Quotation.objects.filter(version__article=article, statement__isnull=False).values("statement")
    others = Quotation.objects.filter(statement__in=reported).exclude(version__article=article)
    return Statement.objects.filter(pk__in=others.values("statement"))
