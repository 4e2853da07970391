from articles.models.article import Article, ArticleVersion
from articles.models.outlet import Outlet

__all__ = ["Article", "ArticleVersion", "Outlet"]
