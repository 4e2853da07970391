import datetime as dt

import factory

from articles.capture.text import fingerprint
from articles.models import Article, ArticleVersion, Origin, Outlet, Shingle
from tests.factories.base import RecordFactory

TEXT = 'The minister answered on Wednesday. "We have no list," she said.\n\nOthers doubted it.'
MORNING = dt.datetime(2018, 4, 26, 8, 0, tzinfo=dt.UTC)


class OutletFactory(RecordFactory):
    class Meta:
        model = Outlet

    name = factory.Sequence(lambda n: f"The Daily Sample {n}")


class ArticleFactory(RecordFactory):
    class Meta:
        model = Article

    outlet = factory.SubFactory(OutletFactory)
    title = factory.Sequence(lambda n: f"Minister denies keeping list {n}")
    url = factory.Sequence(lambda n: f"https://news.example.org/{n}")
    published_at = MORNING


class ArticleVersionFactory(RecordFactory):
    """Version 1 unless a `number` is given; `text` is TEXT."""

    class Meta:
        model = ArticleVersion

    article = factory.SubFactory(ArticleFactory)
    number = 1
    captured_at = MORNING
    text = TEXT
    sha256 = factory.LazyAttribute(lambda version: fingerprint(version.text))


class OriginFactory(RecordFactory):
    class Meta:
        model = Origin


class ShingleFactory(RecordFactory):
    class Meta:
        model = Shingle

    version = factory.SubFactory(ArticleVersionFactory)
    hash = factory.Sequence(lambda n: n)
