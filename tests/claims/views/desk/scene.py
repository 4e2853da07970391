"""One small newsroom on a page: an article with a suggestion and an accepted quotation, a pair, a story."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse

from claims.models import Contradiction, Quotation, Statement, Story
from claims.records import SpeakerKind
from claims.verbs import evidence, pairs, speakers, statements, stories
from tests import cast
from tests.factories import (
    ContradictionFactory,
    MistakeFactory,
    QuotationFactory,
    ReadingFactory,
    StatementFactory,
    StoryFactory,
)


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
        other = StatementFactory()
        QuotationFactory(accepted=True, statement=other)
        arguments: dict[str, list[int]] = {
            "desk": [],
            "desk-articles": [],
            "desk-article-new": [],
            "desk-article": [version.article_id],
            "desk-origin": [version.article_id],
            "desk-origin-same": [version.article_id, other.quotations.get().version.article_id],
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
            "desk-method": [],
            "desk-mistakes": [],
            "desk-mistake": [MistakeFactory(statement=statement).pk],
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


def read_from(answer: HttpResponse) -> dict[str, str]:
    """What the form for confirming on a page sends back of what stands there."""
    form = answer.context["confirm_form"]
    return {name: form[name].value() for name in ("digest", "read")}


def changed_since() -> dict[str, str]:
    """Pages of records that were confirmed and have changed at the desk since, by what they are."""
    by = {"edited_by": cast.editor()}
    one = StatementFactory(confirmed=True, words="We have no list of late trains.", role="Minister", **by)
    denied = {"words": "a list was kept", "mode": "indirect", "stance": "denies"}
    other, draft = StatementFactory(confirmed=True, **denied, **by), StatementFactory(question="Is there one?", **by)
    beside = StatementFactory(confirmed=True, words="There was one.", **by)
    for statement in (one, other, draft, beside):
        QuotationFactory(accepted=True, statement=statement)
    kept = ContradictionFactory(first=one, second=other, confirmed=True, proposed_by=cast.editor())
    ContradictionFactory(first=one, second=beside, confirmed=True, proposed_by=cast.editor())
    open_one = ContradictionFactory(first=one, second=draft, proposed_by=cast.editor())
    story = StoryFactory(published=True, statements=[one], title="The list of late trains")
    statements.edit(
        statement=one, by=cast.editor(), revision=1, words="We have no list of any trains.", occasion="A hearing"
    )
    evidence.join(quotation=QuotationFactory(), by=cast.editor(), statement=one)
    pairs.edit(contradiction=kept, by=cast.editor(), revision=1, explanation="A list, and then none of late trains.")
    stories.edit_story(story=story, by=cast.editor(), revision=1, title="The lists", summary="What became of them.")
    stories.add_to_story(story=story, statement=other, by=cast.editor())
    speakers.propose_merge(speaker=one.speaker, into=other.speaker, by=cast.editor(), reason="The same person.")
    renamed = {"name": "Report on Lists", "kind": SpeakerKind.DOCUMENT, "reason": "It is a report."}
    speakers.propose_change(speaker=other.speaker, by=cast.editor(), **renamed)
    addresses = {
        "statement": ("desk-statement", one.pk),
        "pair": ("desk-contradiction", kept.pk),
        "proposed pair": ("desk-contradiction", open_one.pk),
        "story": ("desk-story", story.pk),
        "speaker to be merged": ("desk-speaker", one.speaker_id),
        "speaker of another kind": ("desk-speaker", other.speaker_id),
        "editions of a statement": ("statement-editions", one.pk),
        "editions of a pair": ("contradiction-editions", kept.pk),
        "editions of a story": ("story-editions", story.slug),
    }
    return {name: reverse(f"claims:{url}", args=[key]) for name, (url, key) in addresses.items()}
