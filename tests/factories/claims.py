import datetime as dt
from typing import Any

import factory

from claims.models import (
    Contradiction,
    Correction,
    Quotation,
    Reading,
    Response,
    Speaker,
    Statement,
    Story,
    StoryStatement,
)
from claims.models.states import ContradictionState, QuotationState, StatementState, StoryState
from claims.records import Finding, Mode, Said
from tests.factories.articles import ArticleVersionFactory
from tests.factories.people import UserFactory

WEDNESDAY = dt.date(2018, 4, 25)
NOON = dt.datetime(2018, 4, 27, 11, 0, tzinfo=dt.UTC)


class SpeakerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Speaker

    name = factory.Sequence(lambda n: f"Mina Ister {n}")
    slug = factory.Sequence(lambda n: f"mina-ister-{n}")


class StatementFactory(factory.django.DjangoModelFactory):
    """A draft said on Wednesday 25 April 2018. `said=` takes a records.Said, or None for an unknown date;
    the columns said_from, said_until … can be given instead."""

    class Meta:
        model = Statement

    class Params:
        confirmed = factory.Trait(
            state=StatementState.CONFIRMED, confirmed_by=factory.SubFactory(UserFactory), confirmed_at=NOON
        )
        withdrawn = factory.Trait(
            state=StatementState.WITHDRAWN,
            confirmed_by=factory.SubFactory(UserFactory),
            confirmed_at=NOON,
            withdrawn_reason="It was somebody else of that name.",
        )

    speaker = factory.SubFactory(SpeakerFactory)
    words = factory.Sequence(lambda n: f"We have no list number {n}")
    mode = Mode.DIRECT.value
    said = Said.on(WEDNESDAY)
    edited_by = factory.SubFactory(UserFactory)

    @classmethod
    def _adjust_kwargs(cls, **kwargs: Any) -> dict[str, Any]:
        if "said_until" in kwargs:
            del kwargs["said"]
        return kwargs


class QuotationFactory(factory.django.DjangoModelFactory):
    """A suggestion. `exact` must stand in the text of `version`; the position is looked up there.

    Give `statement=` together with `accepted=True`."""

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


def _before(quotation: Any) -> str:
    return quotation.version.text[max(0, quotation.start - 32) : quotation.start]


class ReadingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Reading

    version = factory.SubFactory(ArticleVersionFactory)
    extractor = "1"


class ContradictionFactory(factory.django.DjangoModelFactory):
    """A proposed pair; `first` and `second` are put into the order that the database wants."""

    class Meta:
        model = Contradiction

    class Params:
        confirmed = factory.Trait(
            state=ContradictionState.CONFIRMED, confirmed_by=factory.SubFactory(UserFactory), confirmed_at=NOON
        )

    first = factory.SubFactory(StatementFactory)
    second = factory.SubFactory(StatementFactory)
    finding = Finding.CONTRADICTION.value
    explanation = "There cannot be a list and no list."
    proposed_by = factory.SubFactory(UserFactory)

    @classmethod
    def _adjust_kwargs(cls, **kwargs: Any) -> dict[str, Any]:
        first, second = sorted((kwargs["first"], kwargs["second"]), key=lambda statement: statement.pk)
        return {**kwargs, "first": first, "second": second}


class ResponseFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Response

    contradiction = factory.SubFactory(ContradictionFactory)
    speaker = factory.SubFactory(SpeakerFactory)
    asked_at = NOON
    asked_how = "by e-mail to the press office"


class CorrectionFactory(factory.django.DjangoModelFactory):
    """Corrects a statement; for a pair give `statement=None, contradiction=…`."""

    class Meta:
        model = Correction

    statement = factory.SubFactory(StatementFactory)
    text = "An earlier version of this page gave the wrong day."
    made_at = NOON
    signed_by = factory.SubFactory(UserFactory)
    signature = factory.LazyAttribute(lambda correction: correction.signed_by.byline)


class StoryFactory(factory.django.DjangoModelFactory):
    """`StoryFactory(published=True, statements=[one, other])`."""

    class Meta:
        model = Story
        skip_postgeneration_save = True

    class Params:
        published = factory.Trait(
            state=StoryState.PUBLISHED, published_at=NOON, published_by=factory.SubFactory(UserFactory)
        )

    title = factory.Sequence(lambda n: f"The list that was none {n}")
    slug = factory.Sequence(lambda n: f"the-list-that-was-none-{n}")

    @factory.post_generation
    def statements(self, create: bool, extracted: list[Statement] | None, **kwargs: Any) -> None:
        for statement in extracted or ():
            StoryStatementFactory(story=self, statement=statement)


class StoryStatementFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = StoryStatement

    story = factory.SubFactory(StoryFactory)
    statement = factory.SubFactory(StatementFactory)
