"""One small newsroom on a page: an article with a suggestion and an accepted quotation, a pair, a story."""

from dataclasses import dataclass

from django.urls import reverse

from claims.models import Contradiction, Quotation, Statement, Story
from tests import cast
from tests.factories import ContradictionFactory, QuotationFactory, ReadingFactory, StatementFactory, StoryFactory


@dataclass(frozen=True)
class Scene:
    suggestion: Quotation
    accepted: Quotation
    pair: Contradiction
    story: Story

    @property
    def statement(self) -> Statement:
        assert self.accepted.statement
        return self.accepted.statement

    def pages(self) -> dict[str, str]:
        """Every page of the desk that can be opened, by its URL's name."""
        version, statement = self.suggestion.version, self.statement
        other = self.pair.first if self.pair.second == statement else self.pair.second
        arguments: dict[str, list[int]] = {
            "desk": [],
            "desk-articles": [],
            "desk-article-new": [],
            "desk-article": [version.article_id],
            "desk-quotation": [self.suggestion.pk],
            "desk-accept": [self.suggestion.pk],
            "desk-same": [self.suggestion.pk],
            "desk-select": [version.pk],
            "desk-statements": [],
            "desk-statement": [statement.pk],
            "desk-against": [statement.pk],
            "desk-propose": [statement.pk, other.pk],
            "desk-contradictions": [],
            "desk-contradiction": [self.pair.pk],
            "desk-stories": [],
            "desk-story-new": [],
            "desk-story": [self.story.pk],
            "desk-speakers": [],
            "desk-speaker": [statement.speaker_id],
        }
        return {name: reverse(f"claims:{name}", args=args) for name, args in arguments.items()}


def scene(**details: object) -> Scene:
    """`details` go to the suggestion."""
    read = {"speaker_name": "Mina Ister", "confidence": 0.93, "cue": "said", "source": "she"}
    suggestion = QuotationFactory(**read | details)
    accepted = QuotationFactory(version=suggestion.version, exact="Others doubted it.", accepted=True)
    ReadingFactory(version=suggestion.version, state="done", found=2, remainder=[[0, 21, "reporting verb"]])
    pair = ContradictionFactory(first=accepted.statement, second=StatementFactory(), proposed_by=cast.editor())
    return Scene(suggestion, accepted, pair, StoryFactory(statements=[accepted.statement]))
