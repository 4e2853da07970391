import datetime as dt
from typing import Any

import factory

from claims.models import (
    Contradiction,
    Correction,
    MethodText,
    Mistake,
    Publication,
    Quotation,
    Reading,
    Response,
    Speaker,
    SpeakerProposal,
    Statement,
    Story,
    StoryStatement,
    Withdrawal,
)
from claims.models.states import MistakeState, QuotationState, StatementState
from claims.records import Finding, Mode, Said, SpeakerKind
from tests.factories.articles import ArticleVersionFactory
from tests.factories.base import RecordFactory
from tests.factories.editions import edition_of, pair_edition_of, story_edition_of
from tests.factories.people import UserFactory

WEDNESDAY = dt.date(2018, 4, 25)
NOON = dt.datetime(2018, 4, 27, 11, 0, tzinfo=dt.UTC)


class SpeakerFactory(RecordFactory):
    class Meta:
        model = Speaker

    name = factory.Sequence(lambda n: f"Mina Ister {n}")
    slug = factory.Sequence(lambda n: f"mina-ister-{n}")


class StatementFactory(RecordFactory):
    """A draft said on Wednesday 25 April 2018. `said=` takes a records.Said, or None for an unknown date;
    the columns said_from, said_until … can be given instead. `confirmed=True` or `withdrawn=True` gives it an edition,
    by `confirmed_by` or somebody; evidence that comes later makes a further one."""

    class Meta:
        model = Statement

    speaker = factory.SubFactory(SpeakerFactory)
    words = factory.Sequence(lambda n: f"We have no list number {n}")
    mode = Mode.DIRECT.value
    said = Said.on(WEDNESDAY)
    edited_by = factory.SubFactory(UserFactory)
    confirmed = False
    confirmed_by = None
    withdrawn = False

    @classmethod
    def _adjust_kwargs(cls, **kwargs: Any) -> dict[str, Any]:
        if "said_until" in kwargs:
            del kwargs["said"]
        return kwargs

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Statement:
        confirmed, by, withdrawn = (kwargs.pop(name) for name in ("confirmed", "confirmed_by", "withdrawn"))
        statement: Statement = super()._create(model_class, *args, **kwargs)
        if confirmed or withdrawn:
            edition_of(statement, by)
        if withdrawn:
            statement.state, statement.withdrawn_reason = StatementState.WITHDRAWN, "It was somebody else of that name."
            statement.save()
            WithdrawalFactory(statement=statement, reason=statement.withdrawn_reason)
        return statement


class QuotationFactory(RecordFactory):
    """A suggestion. `exact` must stand in the text of `version`; the position is looked up there.

    Give `statement=` together with `accepted=True`; where that one is confirmed, so is its new evidence, unless
    `waits=True`."""

    class Meta:
        model = Quotation

    class Params:
        accepted = factory.Trait(state=QuotationState.ACCEPTED, statement=factory.SubFactory(StatementFactory))
        dismissed = factory.Trait(state=QuotationState.DISMISSED, dismissed_reason="A title, nobody's words.")

    version = factory.SubFactory(ArticleVersionFactory)
    exact = "We have no list,"
    start = factory.LazyAttribute(lambda quotation: quotation.version.text.index(quotation.exact))
    end = factory.LazyAttribute(lambda quotation: quotation.start + len(quotation.exact))
    prefix = factory.LazyAttribute(lambda quotation: _before(quotation))
    suffix = factory.LazyAttribute(lambda quotation: quotation.version.text[quotation.end : quotation.end + 32])
    mode = Mode.DIRECT.value
    extractor = "1"
    waits = False

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Quotation:
        waits = kwargs.pop("waits")
        quotation: Quotation = super()._create(model_class, *args, **kwargs)
        if quotation.statement and quotation.statement.edition_id and not waits:
            edition_of(quotation.statement)
        return quotation


def _before(quotation: Any) -> str:
    return quotation.version.text[max(0, quotation.start - 32) : quotation.start]


class ReadingFactory(RecordFactory):
    class Meta:
        model = Reading

    version = factory.SubFactory(ArticleVersionFactory)
    extractor = "1"


class ContradictionFactory(RecordFactory):
    """A proposed pair; `first` and `second` are put into the order that the database wants. `confirmed=True` gives it
    an edition, by `confirmed_by` or somebody; its drafts are confirmed with it."""

    class Meta:
        model = Contradiction

    first = factory.SubFactory(StatementFactory)
    second = factory.SubFactory(StatementFactory)
    finding = Finding.CONTRADICTION.value
    explanation = "There cannot be a list and no list."
    proposed_by = factory.SubFactory(UserFactory)
    confirmed = False
    confirmed_by = None

    @classmethod
    def _adjust_kwargs(cls, **kwargs: Any) -> dict[str, Any]:
        first, second = sorted((kwargs["first"], kwargs["second"]), key=lambda statement: statement.pk)
        return {**kwargs, "first": first, "second": second}

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Contradiction:
        confirmed, by = kwargs.pop("confirmed"), kwargs.pop("confirmed_by")
        later = {name: kwargs.pop(name) for name in ("state", "withdrawn_reason") if confirmed and name in kwargs}
        pair: Contradiction = super()._create(model_class, *args, **kwargs)
        if confirmed:
            pair_edition_of(pair, by)
        for name, value in later.items():
            setattr(pair, name, value)
        if later:
            pair.save()
        if later.get("withdrawn_reason"):
            WithdrawalFactory(statement=None, contradiction=pair, reason=pair.withdrawn_reason)
        return pair


class ResponseFactory(RecordFactory):
    """On a confirmed pair, confirmed like the rest of it, unless `waits=True`."""

    class Meta:
        model = Response

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Response:
        waits = kwargs.pop("waits")
        response: Response = super()._create(model_class, *args, **kwargs)
        if response.contradiction.edition_id and not waits:
            pair_edition_of(response.contradiction)
        return response

    waits = False

    contradiction = factory.SubFactory(ContradictionFactory)
    speaker = factory.SubFactory(SpeakerFactory)
    asked_at = NOON
    asked_how = "by e-mail to the press office"


class CorrectionFactory(RecordFactory):
    """Corrects a statement; for a pair give `statement=None, contradiction=…`."""

    class Meta:
        model = Correction

    statement = factory.SubFactory(StatementFactory)
    text = "An earlier version of this page gave the wrong day."
    made_at = NOON
    signed_by = factory.SubFactory(UserFactory)
    signature = factory.LazyAttribute(lambda correction: correction.signed_by.byline)


class StoryFactory(RecordFactory):
    """`StoryFactory(published=True, statements=[one, other])`: with an edition of just these, by `published_by`."""

    class Meta:
        model = Story

    title = factory.Sequence(lambda n: f"The list that was none {n}")
    slug = factory.Sequence(lambda n: f"the-list-that-was-none-{n}")
    statements = ()
    published = False
    published_by = None

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Story:
        names = ("published", "published_by", "statements")
        published, by, statements = (kwargs.pop(name) for name in names)
        story: Story = super()._create(model_class, *args, **kwargs)
        for statement in statements:
            StoryStatementFactory(story=story, statement=statement)
        return story_edition_of(story, by) if published else story


class StoryStatementFactory(RecordFactory):
    class Meta:
        model = StoryStatement

    story = factory.SubFactory(StoryFactory)
    statement = factory.SubFactory(StatementFactory)


class PublicationFactory(RecordFactory):
    """A stretch of time that has not ended. Made by itself it makes no story public."""

    class Meta:
        model = Publication

    story = factory.SubFactory(StoryFactory)
    published_at = NOON
    published_by = factory.SubFactory(UserFactory)


class WithdrawalFactory(RecordFactory):
    """Of a statement; for a pair give `statement=None, contradiction=…`. Made by itself it withdraws nothing."""

    class Meta:
        model = Withdrawal

    statement = factory.SubFactory(StatementFactory)
    reason = "It was somebody else of that name."
    made_at = NOON
    signed_by = factory.SubFactory(UserFactory)
    signature = factory.LazyAttribute(lambda withdrawal: withdrawal.signed_by.byline)


class MethodTextFactory(RecordFactory):
    """A text of the page on how we work, after the one that the software brought along."""

    class Meta:
        model = MethodText

    number = factory.Sequence(lambda n: n + 2)
    text = "Two people read everything."
    written_by = factory.SubFactory(UserFactory)
    written_at = NOON
    signature = factory.LazyAttribute(lambda text: text.written_by.byline)


class MistakeFactory(RecordFactory):
    """A report that waits at the desk; `handled=True` for one that somebody handled."""

    class Meta:
        model = Mistake

    class Params:
        handled = factory.Trait(
            state=MistakeState.HANDLED,
            handled_by=factory.SubFactory(UserFactory),
            handled_at=NOON,
            note="Corrected.",
        )

    text = "The list is of piers, not of peers."
    address = "/"
    reported_at = NOON


class SpeakerProposalFactory(RecordFactory):
    """A new name that waits; for a merge give `name="", kind="", into=…`."""

    class Meta:
        model = SpeakerProposal

    speaker = factory.SubFactory(SpeakerFactory)
    name = "Mina Ister-Jones"
    kind = SpeakerKind.PERSON.value
    reason = "She goes by this name now."
    proposed_by = factory.SubFactory(UserFactory)
