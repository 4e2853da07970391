from articles.models.article import Article, ArticleVersion
from articles.models.origin import Origin
from articles.models.outlet import Outlet
from articles.models.shingle import Shingle

__all__ = ["Article", "ArticleVersion", "Origin", "Outlet", "Shingle"]
