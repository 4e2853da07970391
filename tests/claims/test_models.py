"""What the database's triggers hold: moves between states, texts and corrections that never change; and what a record
says of itself."""

import itertools

import pgtrigger
import pytest
from django.db import DatabaseError, connection, transaction

from claims.models import Contradiction, Quotation, SpeakerProposal, Statement, Story
from claims.models.contradiction import READABLE_STATES
from claims.models.states import (
    CONTRADICTION_MOVES,
    PROPOSAL_MOVES,
    QUOTATION_MOVES,
    STATEMENT_MOVES,
    STORY_MOVES,
)
from claims.records import PairKind, Span, SpeakerKind
from claims.verbs.refusals import IllegalMove, check_move
from tests import cast
from tests.factories import (
    ArticleFactory,
    ArticleVersionFactory,
    ContradictionFactory,
    CorrectionFactory,
    QuotationFactory,
    SpeakerFactory,
    SpeakerProposalFactory,
    StatementFactory,
    StoryFactory,
    edition_of,
    pair_edition_of,
)
from tests.factories.claims import NOON
from tests.making import past_edition, story_edition

MACHINES = {
    Quotation: (QUOTATION_MOVES, QuotationFactory),
    Statement: (STATEMENT_MOVES, StatementFactory),
    Contradiction: (CONTRADICTION_MOVES, ContradictionFactory),
    Story: (STORY_MOVES, StoryFactory),
    SpeakerProposal: (PROPOSAL_MOVES, SpeakerProposalFactory),
}


def complete(model, state):
    """What a row needs beside its state, so that nothing but the move can be refused."""
    told = {"withdrawn_reason": "Entered twice." if state == "withdrawn" else ""}
    if model is Quotation:
        statement = StatementFactory() if state == "accepted" else None
        return {"statement": statement, "dismissed_reason": "A title." if state == "dismissed" else ""}
    if model is Statement:
        return told | {"edition": None if state == "draft" else past_edition(StatementFactory, edition_of)}
    if model is Contradiction:
        edition = past_edition(ContradictionFactory, pair_edition_of) if state in READABLE_STATES else None
        return told | {"edition": edition, "dismissed_reason": "Two opinions."}
    if model is SpeakerProposal:
        decided = {"decided_by": cast.reviewer(), "decided_at": NOON} if state != "proposed" else {}
        return {"decided_by": None, "decided_at": None, "dismissed_reason": "No."} | decided
    edition = story_edition()
    Story.objects.filter(edition=edition).update(state="unpublished", edition=None)
    return {"published_at": NOON, "edition": edition}


POINTS = [
    f"claims.{name}:{name.lower()}_points_at_its_newest_edition" for name in ("Statement", "Contradiction", "Story")
]
ROADS = [
    pytest.param(model, start, end, id=f"{model.__name__.lower()} {start} to {end}")
    for model, (moves, _) in MACHINES.items()
    for start, end in itertools.permutations(map(str, moves), 2)
]


@pytest.mark.django_db
@pytest.mark.parametrize(("model", "start", "end"), ROADS)
def test_the_database_lets_a_record_move_as_the_table_says(model, start, end):
    moves, factory = MACHINES[model]
    # The editions are other records', which is refused elsewhere; here the move alone is looked at.
    with pgtrigger.ignore(*POINTS):
        record = factory(state=start, **complete(model, start))
        changes = {"state": end, **complete(model, end)}
        if end in moves[start]:
            assert model.objects.filter(pk=record.pk).update(**changes) == 1
        else:
            with pytest.raises(DatabaseError, match="Invalid transition"), transaction.atomic():
                model.objects.filter(pk=record.pk).update(**changes)


@pytest.mark.parametrize(("model", "start", "end"), ROADS)
def test_the_verbs_look_into_the_same_table(model, start, end):
    moves, _ = MACHINES[model]
    if end in moves[start]:
        check_move(moves, of="This", from_state=start, to_state=end)
    else:
        with pytest.raises(IllegalMove, match=f"This is {start}; it cannot become {end}"):
            check_move(moves, of="This", from_state=start, to_state=end)


@pytest.mark.parametrize("model", MACHINES, ids=lambda model: model.__name__)
def test_every_state_is_in_the_table(model):
    moves, _ = MACHINES[model]
    states = {value for value, _ in model._meta.get_field("state").choices}
    assert set(map(str, moves)) == states
    assert {str(end) for ends in moves.values() for end in ends} <= states


@pytest.mark.django_db
def test_plain_sql_moves_no_state():
    statement = StatementFactory(withdrawn=True)
    with connection.cursor() as cursor, pytest.raises(DatabaseError, match="Invalid transition"):
        cursor.execute("UPDATE claims_statement SET state = 'draft' WHERE id = %s", [statement.pk])


UNCHANGEABLE = {
    "a version's text": (ArticleVersionFactory, {"text": "Another text."}),
    "a version's day": (ArticleVersionFactory, {"captured_at": NOON}),
    "a correction's text": (CorrectionFactory, {"text": "Nothing was wrong."}),
    "a correction's signature": (CorrectionFactory, {"signature": "Nobody"}),
}


@pytest.mark.django_db
@pytest.mark.parametrize(("factory", "change"), UNCHANGEABLE.values(), ids=UNCHANGEABLE)
def test_what_was_captured_or_signed_never_changes(factory, change):
    record = factory()
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        type(record).objects.filter(pk=record.pk).update(**change)


@pytest.mark.django_db
def test_a_correction_never_goes():
    correction = CorrectionFactory()
    with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
        correction.delete()
    assert type(correction).objects.filter(pk=correction.pk).exists()


@pytest.mark.django_db
class TestAQuotation:
    def test_in_pieces_leaves_out_what_interrupts_it(self):
        text = '"We have no list," she said. "None."'
        version = ArticleVersionFactory(text=text)
        whole = text[1:-1]
        quotation = QuotationFactory(version=version, exact=whole, parts=[[1, 17], [30, 35]])
        assert quotation.spans == (Span(1, 17), Span(30, 35))
        assert quotation.words == "We have no list, None."

    def test_in_one_piece_is_its_span(self):
        quotation = QuotationFactory()
        assert quotation.spans == (Span(quotation.start, quotation.end),)
        assert quotation.words == quotation.exact


KINDS = {
    "one person": (SpeakerKind.PERSON, None, PairKind.REVERSAL),
    "two persons": (SpeakerKind.PERSON, SpeakerKind.PERSON, PairKind.DISPUTE),
    "an organisation and a person": (SpeakerKind.ORGANISATION, SpeakerKind.PERSON, PairKind.DISPUTE),
    "a document and a person": (SpeakerKind.DOCUMENT, SpeakerKind.PERSON, PairKind.RECORD),
    "two documents": (SpeakerKind.DOCUMENT, SpeakerKind.DOCUMENT, PairKind.RECORD),
    "one document": (SpeakerKind.DOCUMENT, None, PairKind.RECORD),
}


@pytest.mark.django_db
@pytest.mark.parametrize(("one", "other", "kind"), KINDS.values(), ids=KINDS)
def test_the_kind_of_a_pair_follows_from_who_spoke(one, other, kind):
    speaker = SpeakerFactory(kind=one.value)
    second = SpeakerFactory(kind=other.value) if other else speaker
    pair = ContradictionFactory(first=StatementFactory(speaker=speaker), second=StatementFactory(speaker=second))
    assert pair.kind == kind


@pytest.mark.django_db
def test_articles_name_their_latest_version():
    version = ArticleVersionFactory()
    second = ArticleVersionFactory(article=version.article, number=2, text="Another text.")
    bare = ArticleFactory()
    latest = dict(type(bare).objects.with_latest_version().values_list("pk", "latest_version_id"))
    assert latest == {version.article.pk: second.pk, bare.pk: None}
