"""One factory per model: the smallest row that the database accepts, each part to be replaced by name."""

from tests.factories.articles import (
    ArticleFactory,
    ArticleVersionFactory,
    OriginFactory,
    OutletFactory,
    ShingleFactory,
)
from tests.factories.claims import (
    ContradictionFactory,
    CorrectionFactory,
    MethodTextFactory,
    MistakeFactory,
    PublicationFactory,
    QuotationFactory,
    ReadingFactory,
    ResponseFactory,
    SpeakerFactory,
    SpeakerProposalFactory,
    StatementFactory,
    StoryFactory,
    StoryStatementFactory,
    WithdrawalFactory,
)
from tests.factories.editions import edition_of, pair_edition_of, story_edition_of
from tests.factories.people import UserFactory

__all__ = [
    "ArticleFactory",
    "ArticleVersionFactory",
    "ContradictionFactory",
    "CorrectionFactory",
    "MethodTextFactory",
    "MistakeFactory",
    "OriginFactory",
    "OutletFactory",
    "PublicationFactory",
    "QuotationFactory",
    "ReadingFactory",
    "ResponseFactory",
    "ShingleFactory",
    "SpeakerFactory",
    "SpeakerProposalFactory",
    "StatementFactory",
    "StoryFactory",
    "StoryStatementFactory",
    "UserFactory",
    "WithdrawalFactory",
    "edition_of",
    "pair_edition_of",
    "story_edition_of",
]
