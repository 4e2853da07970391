"""One factory per model: the smallest row that the database accepts, each part to be replaced by name."""

from tests.factories.articles import ArticleFactory, ArticleVersionFactory, OutletFactory
from tests.factories.claims import (
    ContradictionFactory,
    CorrectionFactory,
    QuotationFactory,
    ReadingFactory,
    ResponseFactory,
    SpeakerFactory,
    StatementFactory,
    StoryFactory,
    StoryStatementFactory,
)
from tests.factories.people import UserFactory

__all__ = [
    "ArticleFactory",
    "ArticleVersionFactory",
    "ContradictionFactory",
    "CorrectionFactory",
    "OutletFactory",
    "QuotationFactory",
    "ReadingFactory",
    "ResponseFactory",
    "SpeakerFactory",
    "StatementFactory",
    "StoryFactory",
    "StoryStatementFactory",
    "UserFactory",
]
