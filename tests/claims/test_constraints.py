"""Every named rule of the database refuses the row that breaks it, whatever the code around it does."""

import datetime as dt

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from claims.models import Statement, Tally
from claims.models.reading import ReadingState
from claims.models.states import ContradictionState, ProposalState, QuotationState, StatementState, StoryState
from tests import cast
from tests.factories import (
    ArticleFactory,
    ArticleVersionFactory,
    ContradictionFactory,
    CorrectionFactory,
    MethodTextFactory,
    MistakeFactory,
    OutletFactory,
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
    edition_of,
    pair_edition_of,
)
from tests.making import edition_evidence, pair_edition, past_edition, seat, statement_edition, story_edition

pytestmark = pytest.mark.django_db
DAY = dt.date(2018, 4, 25)
NOON = dt.datetime(2018, 4, 25, 12, tzinfo=dt.UTC)
MAY = dt.datetime(2018, 5, 1, 12, tzinfo=dt.UTC)
LONG_AGO, FAR_AWAY = dt.datetime(999, 1, 1, tzinfo=dt.UTC), dt.datetime(3000, 1, 1, tzinfo=dt.UTC)
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


def next_edition(make, **changes):
    """What an edition holds once more, as one more row with these columns."""
    edition = make()
    edition.pk, edition._state.adding = None, True
    for name, value in ({"number": 2, "reason": "A comma."} | changes).items():
        setattr(edition, name, value)
    edition.save()


def editions(make):
    """The rows that break the rules of every kind of edition."""
    by = cast.reviewer
    return {
        "is_numbered_once": [lambda: next_edition(make, number=1)],
        "is_counted_from_one": [lambda: next_edition(make, number=0)],
        "names_who_confirmed_it": [lambda: next_edition(make, confirmed_by=None)],
        "is_confirmed_by_somebody_else": [
            lambda: next_edition(make, made_by=[by().pk], confirmed_by=by()),
            lambda: next_edition(make, made_by=[cast.editor().pk, by().pk], confirmed_by=by()),
        ],
        "is_told_or_says_why_not": [lambda: next_edition(make, reason="")],
    }


def once_more(row):
    row.pk, row._state.adding = None, True
    row.save()


def withdrawn_without_a_reason():
    statement = StatementFactory(confirmed=True)
    Statement.objects.filter(pk=statement.pk).update(state=StatementState.WITHDRAWN)


def decided(state, **changes):
    """A proposal that was decided on, all of it there but for `changes`."""
    columns = {"decided_by": cast.reviewer(), "decided_at": NOON} | changes
    SpeakerProposalFactory(state=state, **columns)


RULES = {
    "outlet_name_is_unique_whatever_its_case": [lambda: (OutletFactory(name="News"), OutletFactory(name="NEWS"))],
    "outlet_has_a_name": [lambda: OutletFactory(name="")],
    "article_url_is_unique_where_there_is_one": [lambda: again(ArticleFactory, url="https://a.example/1")],
    "article_has_a_title": [lambda: ArticleFactory(title="")],
    "article_decided_on_has_an_origin": [lambda: ArticleFactory(origin_decided=True)],
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
    "statement_edition_is_current_once": [
        lambda: StatementFactory(state="confirmed", edition=StatementFactory(confirmed=True).edition)
    ],
    "contradiction_edition_is_current_once": [
        lambda: ContradictionFactory(state="confirmed", edition=ContradictionFactory(confirmed=True).edition)
    ],
    "story_edition_is_current_once": [lambda: StoryFactory(edition=StoryFactory(published=True).edition)],
    "statement_confirmed_has_an_edition": [
        lambda: StatementFactory(state=StatementState.CONFIRMED),
        lambda: StatementFactory(edition=past_edition(StatementFactory, edition_of)),
    ],
    "statement_withdrawn_has_a_reason": [
        withdrawn_without_a_reason,
        lambda: StatementFactory(withdrawn_reason="Wrong speaker."),
    ],
    "contradiction_pair_is_unique": [one_pair_twice],
    "contradiction_pair_is_two_in_one_order": [swapped, with_itself],
    "contradiction_proposed_is_explained": [
        lambda: ContradictionFactory(explanation=""),
        lambda: ContradictionFactory(finding=""),
        lambda: ContradictionFactory(proposed_by=None),
    ],
    "contradiction_confirmed_has_an_edition": [
        lambda: ContradictionFactory(state=ContradictionState.CONFIRMED),
        lambda: ContradictionFactory(state=ContradictionState.CORRECTED),
        # A withdrawn pair may be without: see test_taken_over.
        lambda: ContradictionFactory(edition=past_edition(ContradictionFactory, pair_edition_of)),
    ],
    "contradiction_dismissed_has_a_reason": [lambda: ContradictionFactory(state=ContradictionState.DISMISSED)],
    "contradiction_withdrawn_has_a_reason": [
        lambda: ContradictionFactory(confirmed=True, state=ContradictionState.WITHDRAWN)
    ],
    "response_answer_has_a_date": [lambda: ResponseFactory(answer="No."), lambda: ResponseFactory(answered_at=MAY)],
    "response_answer_follows_the_asking": [lambda: ResponseFactory(asked_at=MAY, answer="No.", answered_at=NOON)],
    "response_moments_are_of_this_age": [
        lambda: ResponseFactory(asked_at=LONG_AGO),
        lambda: ResponseFactory(deadline=FAR_AWAY),
        lambda: ResponseFactory(answer="No.", answered_at=FAR_AWAY),
    ],
    "response_deadline_follows_the_asking": [lambda: ResponseFactory(asked_at=NOON, deadline=NOON - dt.timedelta(1))],
    "correction_corrects_one_thing": [
        lambda: CorrectionFactory(contradiction=ContradictionFactory()),
        lambda: CorrectionFactory(statement=None),
    ],
    "correction_is_worded_and_signed": [lambda: CorrectionFactory(text=""), lambda: CorrectionFactory(signature="")],
    "story_has_a_title_and_an_address": [lambda: StoryFactory(title=""), lambda: StoryFactory(slug="")],
    "story_published_has_an_edition": [
        lambda: StoryFactory(state=StoryState.PUBLISHED),
        lambda: StoryFactory(state=StoryState.PUBLISHED, published_at=NOON),
        lambda: StoryFactory(state=StoryState.PUBLISHED, edition=story_edition()),
    ],
    "story_has_each_statement_once": [
        lambda: again(StoryStatementFactory, story=StoryFactory(), statement=StatementFactory())
    ],
    **{f"quotation_{rule}": rows for rule, rows in dated(QuotationFactory).items()},
    **{f"statement_{rule}": rows for rule, rows in dated(StatementFactory).items()},
    **{
        f"statementedition_{rule}": rows
        for rule, rows in dated(lambda **columns: next_edition(statement_edition, **columns)).items()
    },
    **{f"statementedition_{rule}": rows for rule, rows in editions(statement_edition).items()},
    **{f"contradictionedition_{rule}": rows for rule, rows in editions(pair_edition).items()},
    **{f"storyedition_{rule}": rows for rule, rows in editions(story_edition).items()},
    "storyedition_that_is_told_of_says_what": [lambda: next_edition(story_edition, told=True)],
    "edition_names_each_quotation_once": [lambda: once_more(edition_evidence())],
    "story_edition_has_each_statement_once": [lambda: once_more(seat())],
    "publication_is_open_once_a_story": [lambda: again(PublicationFactory, story=StoryFactory())],
    "publication_ended_says_who_and_why": [
        lambda: PublicationFactory(unpublished_at=MAY, reason="Wrong."),
        lambda: PublicationFactory(unpublished_at=MAY, unpublished_by=cast.reviewer()),
        lambda: PublicationFactory(unpublished_at=NOON, unpublished_by=cast.reviewer(), reason="Wrong."),
        lambda: PublicationFactory(unpublished_by=cast.reviewer()),
    ],
    "speaker_proposal_renames_or_merges": [
        lambda: SpeakerProposalFactory(name=""),
        lambda: SpeakerProposalFactory(kind=""),
        lambda: SpeakerProposalFactory(into=SpeakerFactory()),
    ],
    "speaker_proposal_has_a_reason": [lambda: SpeakerProposalFactory(reason="")],
    "speaker_proposal_decided_names_who_and_when": [
        lambda: decided(ProposalState.APPLIED, decided_by=None),
        lambda: decided(ProposalState.DISMISSED, decided_at=None, dismissed_reason="No."),
        lambda: decided(ProposalState.PROPOSED),
    ],
    "speaker_proposal_is_applied_by_somebody_else": [
        lambda: decided(ProposalState.APPLIED, proposed_by=cast.reviewer())
    ],
    "speaker_proposal_dismissed_has_a_reason": [lambda: decided(ProposalState.DISMISSED)],
    "withdrawal_is_of_one_thing": [
        lambda: WithdrawalFactory(contradiction=ContradictionFactory()),
        lambda: WithdrawalFactory(statement=None),
    ],
    "tally_counts_each_once": [lambda: again(Tally.objects.create, speaker=SpeakerFactory(), public=True, count=1)],
    "withdrawal_has_a_reason": [lambda: WithdrawalFactory(reason="")],
    "method_text_is_numbered_once": [lambda: again(MethodTextFactory, number=7)],
    "method_text_is_written": [lambda: MethodTextFactory(text="")],
    "method_text_says_who_and_when": [
        lambda: MethodTextFactory(number=2, written_at=None),
        lambda: MethodTextFactory(number=0, written_by=None, signature=""),
    ],
    "mistake_is_told": [lambda: MistakeFactory(text="")],
    "mistake_handled_names_who_when_and_what": [
        lambda: MistakeFactory(handled=True, note=""),
        lambda: MistakeFactory(handled=True, handled_by=None),
        lambda: MistakeFactory(note="Corrected."),
    ],
    "speaker_proposal_waits_one_at_a_time": [lambda: again(SpeakerProposalFactory, speaker=SpeakerFactory())],
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
    "somebody who confirmed an edition": lambda: statement_edition().confirmed_by,
    "a quotation that an edition names": lambda: edition_evidence().quotation,
    "a statement with an edition": lambda: statement_edition().statement,
    "a pair with an edition": lambda: pair_edition().contradiction,
    "a story that was published": lambda: story_edition().story,
    "a speaker in an edition": lambda: statement_edition().speaker,
}


@pytest.mark.parametrize("record", PROTECTED.values(), ids=PROTECTED)
def test_what_something_rests_on_cannot_be_removed(record):
    with pytest.raises(ProtectedError):
        record().delete()
