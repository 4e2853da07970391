"""Every named rule of the database refuses the row that breaks it, whatever the code around it does."""

import datetime as dt

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from claims.models.reading import ReadingState
from claims.models.states import ContradictionState, QuotationState, StatementState, StoryState
from tests import cast
from tests.factories import (
    ArticleFactory,
    ArticleVersionFactory,
    ContradictionFactory,
    CorrectionFactory,
    OutletFactory,
    QuotationFactory,
    ReadingFactory,
    ResponseFactory,
    SpeakerFactory,
    StatementFactory,
    StoryFactory,
    StoryStatementFactory,
)

pytestmark = pytest.mark.django_db
DAY = dt.date(2018, 4, 25)
NOON = dt.datetime(2018, 4, 25, 12, tzinfo=dt.UTC)
FIRST, LAST = dt.date(2018, 1, 1), dt.date(2018, 12, 31)


def said(start, until, precision, time=None):
    return {"said_from": start, "said_until": until, "said_precision": precision, "said_time": time}


def dated(make):
    """The rows that break the rules of a said date, for quotations and statements alike."""
    return {
        "said_parts_fit_together": [
            lambda: make(**said(DAY, DAY, "")),
            lambda: make(**said(None, DAY, "", dt.time(12))),
            lambda: make(**said(DAY, dt.date(2018, 4, 26), "day")),
            lambda: make(**said(DAY, DAY, "day", dt.time(12))),
            lambda: make(**said(DAY, DAY, "minute")),
            lambda: make(**said(DAY, DAY, "month")),
            lambda: make(**said(dt.date(2018, 4, 1), dt.date(2019, 4, 30), "month")),
            lambda: make(**said(FIRST, dt.date(2018, 12, 30), "year")),
            lambda: make(**said(FIRST, dt.date(2019, 12, 31), "year")),
            lambda: make(**said(DAY, DAY, "week")),
        ],
        "said_precision_has_dates": [
            lambda: make(**said(None, DAY, "day")),
            lambda: make(**said(DAY, None, "day")),
            lambda: make(**said(None, None, "year")),
        ],
    }


def again(factory, **shared):
    factory(**shared)
    factory(**shared)


def swapped():
    pair = ContradictionFactory()
    type(pair).objects.filter(pk=pair.pk).update(first=pair.second, second=pair.first)


def with_itself():
    statement = StatementFactory()
    ContradictionFactory(first=statement, second=statement)


def one_pair_twice():
    one, other = StatementFactory(), StatementFactory()
    again(ContradictionFactory, first=one, second=other)


def merged_into_itself():
    speaker = SpeakerFactory()
    type(speaker).objects.filter(pk=speaker.pk).update(merged_into=speaker)


CONFIRMED = {"state": StatementState.CONFIRMED}
RULES = {
    "outlet_name_is_unique_whatever_its_case": [lambda: (OutletFactory(name="News"), OutletFactory(name="NEWS"))],
    "outlet_has_a_name": [lambda: OutletFactory(name="")],
    "article_url_is_unique_where_there_is_one": [lambda: again(ArticleFactory, url="https://a.example/1")],
    "article_has_a_title": [lambda: ArticleFactory(title="")],
    "article_publication_is_within_reach": [
        lambda: ArticleFactory(published_at=dt.datetime(999, 12, 31, tzinfo=dt.UTC)),
        lambda: ArticleFactory(published_at=dt.datetime(3000, 1, 1, tzinfo=dt.UTC)),
    ],
    "version_number_is_unique_in_its_article": [
        lambda: [ArticleVersionFactory(article=one, text=text) for one in [ArticleFactory()] for text in "ab"]
    ],
    "version_has_a_text": [lambda: ArticleVersionFactory(text="")],
    "quotation_span_is_unique_in_its_version": [lambda: again(QuotationFactory, version=ArticleVersionFactory())],
    "quotation_span_is_not_empty": [lambda: QuotationFactory(exact="", start=4, end=4)],
    "quotation_exact_is_as_long_as_its_span": [lambda: QuotationFactory(end=5000)],
    "quotation_accepted_has_a_statement": [
        lambda: QuotationFactory(state=QuotationState.ACCEPTED),
        lambda: QuotationFactory(statement=StatementFactory()),
    ],
    "quotation_dismissed_has_a_reason": [
        lambda: QuotationFactory(state=QuotationState.DISMISSED),
        lambda: QuotationFactory(dismissed_reason="A title."),
    ],
    "quotation_confidence_is_between_0_and_1": [
        lambda: QuotationFactory(confidence=1.01),
        lambda: QuotationFactory(confidence=-0.01),
    ],
    "reading_is_one_per_version_and_extractor": [lambda: again(ReadingFactory, version=ArticleVersionFactory())],
    "reading_failed_says_why": [lambda: ReadingFactory(state=ReadingState.FAILED)],
    "speaker_has_a_name": [lambda: SpeakerFactory(name="")],
    "speaker_is_not_merged_into_itself": [merged_into_itself],
    "speaker_wikidata_id_is_one": [lambda: SpeakerFactory(wikidata_id="7"), lambda: SpeakerFactory(wikidata_id="Q07")],
    "speaker_wikidata_id_is_unique": [lambda: again(SpeakerFactory, wikidata_id="Q7")],
    "statement_has_words": [lambda: StatementFactory(words="")],
    "statement_confirmed_names_who_and_when": [
        lambda: StatementFactory(**CONFIRMED),
        lambda: StatementFactory(**CONFIRMED, confirmed_by=cast.reviewer()),
        lambda: StatementFactory(**CONFIRMED, confirmed_at=NOON),
    ],
    "statement_is_confirmed_by_somebody_else": [
        lambda: StatementFactory(confirmed=True, confirmed_by=cast.reviewer(), edited_by=cast.reviewer()),
        lambda: StatementFactory(confirmed_by=cast.reviewer(), edited_by=cast.reviewer()),
    ],
    "statement_withdrawn_has_a_reason": [
        lambda: StatementFactory(withdrawn=True, withdrawn_reason=""),
        lambda: StatementFactory(withdrawn_reason="Wrong speaker."),
    ],
    "contradiction_pair_is_unique": [one_pair_twice],
    "contradiction_pair_is_two_in_one_order": [swapped, with_itself],
    "contradiction_proposed_is_explained": [
        lambda: ContradictionFactory(explanation=""),
        lambda: ContradictionFactory(finding=""),
        lambda: ContradictionFactory(proposed_by=None),
    ],
    "contradiction_confirmed_names_who_and_when": [
        lambda: ContradictionFactory(state=ContradictionState.CONFIRMED),
        lambda: ContradictionFactory(state=ContradictionState.CORRECTED, confirmed_by=cast.reviewer()),
        lambda: ContradictionFactory(state=ContradictionState.WITHDRAWN, withdrawn_reason="Wrong.", confirmed_at=NOON),
    ],
    "contradiction_is_confirmed_by_somebody_else": [
        lambda: ContradictionFactory(confirmed=True, confirmed_by=cast.reviewer(), proposed_by=cast.reviewer())
    ],
    "contradiction_dismissed_has_a_reason": [lambda: ContradictionFactory(state=ContradictionState.DISMISSED)],
    "contradiction_withdrawn_has_a_reason": [
        lambda: ContradictionFactory(confirmed=True, state=ContradictionState.WITHDRAWN)
    ],
    "response_answer_has_a_date": [lambda: ResponseFactory(answer="No."), lambda: ResponseFactory(answered_at=NOON)],
    "response_deadline_follows_the_asking": [lambda: ResponseFactory(asked_at=NOON, deadline=NOON - dt.timedelta(1))],
    "correction_corrects_one_thing": [
        lambda: CorrectionFactory(contradiction=ContradictionFactory()),
        lambda: CorrectionFactory(statement=None),
    ],
    "correction_is_worded_and_signed": [lambda: CorrectionFactory(text=""), lambda: CorrectionFactory(signature="")],
    "story_has_a_title_and_an_address": [lambda: StoryFactory(title=""), lambda: StoryFactory(slug="")],
    "story_published_names_who_and_when": [lambda: StoryFactory(state=StoryState.PUBLISHED)],
    "story_has_each_statement_once": [
        lambda: again(StoryStatementFactory, story=StoryFactory(), statement=StatementFactory())
    ],
    **{f"quotation_{rule}": rows for rule, rows in dated(QuotationFactory).items()},
    **{f"statement_{rule}": rows for rule, rows in dated(StatementFactory).items()},
}
BROKEN = [pytest.param(rule, row, id=f"{rule} {at}") for rule, rows in RULES.items() for at, row in enumerate(rows, 1)]


@pytest.mark.parametrize(("rule", "row"), BROKEN)
def test_a_row_that_breaks_a_rule_is_refused(rule, row):
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        row()


def test_every_rule_has_a_row_that_breaks_it():
    models = [model for app in ("articles", "claims") for model in apps.get_app_config(app).get_models()]
    named = {constraint.name for model in models for constraint in model._meta.constraints}
    assert set(RULES) == named


def test_every_rule_is_in_the_database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT conname FROM pg_constraint UNION SELECT relname FROM pg_class WHERE relkind = 'i'")
        there = {name for (name,) in cursor.fetchall()}
    assert set(RULES) <= there


ALLOWED = {
    "an unknown date": said(None, None, ""),
    "an upper limit": said(None, DAY, ""),
    "a day": said(DAY, DAY, "day"),
    "a minute": said(DAY, DAY, "minute", dt.time(14, 30)),
    "a month": said(dt.date(2018, 4, 1), dt.date(2018, 4, 30), "month"),
    "a year": said(FIRST, LAST, "year"),
}


@pytest.mark.parametrize("columns", ALLOWED.values(), ids=ALLOWED)
@pytest.mark.parametrize("factory", [QuotationFactory, StatementFactory], ids=["quotation", "statement"])
def test_dates_of_every_exactness_are_accepted(factory, columns):
    assert factory(**columns).pk


def test_two_merged_speakers_may_have_had_one_wikidata_id():
    into = SpeakerFactory(wikidata_id="Q7")
    assert SpeakerFactory(wikidata_id="Q7", merged_into=into).pk


def test_two_articles_may_be_without_a_url():
    again(ArticleFactory, url="")


PROTECTED = {
    "an outlet with articles": lambda: ArticleFactory().outlet,
    "a version with quotations": lambda: QuotationFactory().version,
    "an article whose versions have quotations": lambda: QuotationFactory().version.article,
    "a speaker with statements": lambda: StatementFactory().speaker,
    "a statement with evidence": lambda: QuotationFactory(accepted=True).statement,
    "a statement in a pair": lambda: ContradictionFactory().first,
    "a statement in a story": lambda: StoryStatementFactory().statement,
    "a statement with a correction": lambda: CorrectionFactory().statement,
    "somebody who edited a statement": lambda: StatementFactory().edited_by,
    "somebody who signed a correction": lambda: CorrectionFactory().signed_by,
}


@pytest.mark.parametrize("record", PROTECTED.values(), ids=PROTECTED)
def test_what_something_rests_on_cannot_be_removed(record):
    with pytest.raises(ProtectedError):
        record().delete()
