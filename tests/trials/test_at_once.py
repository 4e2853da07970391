"""Two people at the same moment, each on a connection of their own: nobody gets a fault of the software, nobody waits
for ever, nothing is lost."""

import threading
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.urls import reverse

from accounts.roles import Role
from claims.models import Contradiction, Quotation, Response, Speaker, Statement, StatementEdition, Story
from claims.models.states import QuotationState
from claims.timeline.awaiting import pair_awaiting, proposal_digest, statement_awaiting
from claims.verbs import speakers, statements
from tests import cast
from tests.factories import (
    ArticleFactory,
    ArticleVersionFactory,
    ContradictionFactory,
    OriginFactory,
    QuotationFactory,
    ResponseFactory,
    SpeakerFactory,
    StatementFactory,
)
from tests.trials.size import size

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = size(5, 50)
PATIENCE = 30
"""Seconds. PostgreSQL ends a deadlock after one of them, as an error that the test sees."""
SAYS = {"kind": "person", "words": "We had a list", "mode": "direct", "said": "25 April 2018"}


@pytest.fixture(autouse=True)
def roles() -> None:
    """A transactional test starts with empty tables; the groups of the first migration are among what went."""
    for role in Role:
        Group.objects.get_or_create(name=role.value)


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """What each of the acts came to, all begun at one moment in threads of their own."""
    gate, results = threading.Barrier(len(acts)), [None] * len(acts)

    def run(place: int, act: Callable[[], Any]) -> None:
        try:
            gate.wait(PATIENCE)
            results[place] = act()
        except Exception as error:
            results[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(place, act), daemon=True) for place, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert not any(thread.is_alive() for thread in threads), "somebody waits for ever"
    return results


def post(who: Callable[[], Any], name: str, *args: Any, **sent: Any) -> Callable[[], int]:
    """A form sent by somebody, as an act: its status. The client raises what a view does not catch."""
    browser: Client = cast.browser_of(who())
    return lambda: browser.post(reverse(f"claims:{name}", args=args), sent).status_code


def statuses(*acts: Callable[[], int]) -> list[int]:
    found = at_once(*acts)
    assert [one for one in found if isinstance(one, BaseException)] == []
    assert set(found) <= {302, 422}
    return sorted(found)


rounds = pytest.mark.parametrize("round_", range(ROUNDS))


def draft(**details: Any) -> Statement:
    statement = StatementFactory(edited_by=cast.editor(), **details)
    QuotationFactory(accepted=True, statement=statement)
    return statement


# ------------------------------------------------------------------ 1: confirming what is being edited


@rounds
def test_what_is_edited_while_it_is_confirmed_reaches_no_reader_unread(round_):
    statement = draft(words="We have no list")
    digest = statement_awaiting(statement).digest
    edited = SAYS | {"speaker": statement.speaker.name, "revision": 1, "words": "We had a list"}
    statuses(
        post(cast.reviewer, "desk-statement-confirm", statement.pk, digest=digest),
        post(cast.second_editor, "desk-statement-edit", statement.pk, **edited),
    )
    assert {row.content["words"] for row in StatementEdition.objects.all()} <= {"We have no list"}


@rounds
def test_a_pair_whose_draft_is_edited_is_confirmed_as_it_was_read_or_not_at_all(round_):
    pair = ContradictionFactory(first=draft(words="We have no list"), second=draft(words="We had a list"))
    digest = pair_awaiting(Contradiction.objects.with_statements().get(pk=pair.pk)).digest
    edited = SAYS | {"speaker": pair.first.speaker.name, "revision": 1, "words": "There never was one"}
    statuses(
        post(cast.reviewer, "desk-contradiction-confirm", pair.pk, digest=digest),
        post(cast.second_editor, "desk-statement-edit", pair.first_id, **edited),
    )
    assert "There never was one" not in {row.content["words"] for row in StatementEdition.objects.all()}
    assert StatementEdition.objects.count() in (0, 2)


# ------------------------------------------------------------------ 4: taking evidence away


@rounds
def test_a_confirmed_statement_keeps_evidence_whoever_takes_it_away(round_):
    statement = StatementFactory(confirmed=True)
    evidence = [QuotationFactory(accepted=True, statement=statement) for _ in range(2)]
    statuses(
        post(cast.editor, "desk-restore", evidence[0].pk), post(cast.second_editor, "desk-restore", evidence[1].pk)
    )
    assert statement.quotations.filter(state=QuotationState.ACCEPTED).count() == 1


# ------------------------------------------------------------------ 5: the same thing made twice


@rounds
def test_one_pair_proposed_twice_is_one_pair(round_):
    one, other = draft(), draft()
    sent = {"finding": "partial", "explanation": "In part."}
    assert statuses(
        post(cast.editor, "desk-propose", one.pk, other.pk, **sent),
        post(cast.second_editor, "desk-propose", other.pk, one.pk, **sent),
    ) == [302, 422]
    assert Contradiction.objects.count() == 1


@rounds
def test_one_title_started_twice_makes_two_addresses(round_):
    acts = [post(who, "desk-story-new", title="The list") for who in (cast.editor, cast.second_editor)]
    assert statuses(*acts) == [302, 302]
    assert len(set(Story.objects.values_list("slug", flat=True))) == 2


@rounds
def test_the_same_words_selected_twice_are_one_quotation(round_):
    version = ArticleVersionFactory()
    sent = {"words": "Others doubted it.", "mode": "indirect"}
    acts = [post(who, "desk-select", version.pk, **sent) for who in (cast.editor, cast.second_editor)]
    assert statuses(*acts) == [302, 422]
    assert Quotation.objects.count() == 1


@rounds
def test_one_new_speaker_named_twice_is_one_speaker(round_):
    quotations: Sequence[Quotation] = [QuotationFactory() for _ in range(2)]
    sent = SAYS | {"speaker": "Nova Person"}
    assert statuses(
        post(cast.editor, "desk-accept", quotations[0].pk, **sent),
        post(cast.second_editor, "desk-accept", quotations[1].pk, **sent),
    ) == [302, 302]
    assert Speaker.objects.filter(name="Nova Person").count() == 1
    assert Statement.objects.count() == 2


# ------------------------------------------------------------------ 6: merging


@rounds
def test_what_is_accepted_while_its_speaker_is_merged_follows(round_):
    old, new = SpeakerFactory(name="M. Ister"), SpeakerFactory(name="Mina Ister")
    quotation = QuotationFactory()
    statuses(
        post(cast.reviewer, "desk-speaker-merge", old.pk, **{"merge-into": new.name}),
        post(cast.editor, "desk-accept", quotation.pk, **SAYS, speaker=old.name),
    )
    assert {statement.speaker for statement in Statement.objects.all()} <= {new}


@rounds
def test_merging_and_editing_wait_for_one_another_and_not_for_ever(round_):
    old, new = SpeakerFactory(name="M. Ister"), SpeakerFactory(name="Mina Ister")
    told = [draft(speaker=old) for _ in range(3)]
    edits = [
        post(cast.second_editor, "desk-statement-edit", one.pk, **SAYS, speaker=old.name, revision=1) for one in told
    ]
    statuses(post(cast.reviewer, "desk-speaker-merge", old.pk, **{"merge-into": new.name}), *edits)
    assert {statement.speaker for statement in Statement.objects.all()} == {new}


# ------------------------------------------------------------------ 7: two answers


@rounds
def test_of_two_answers_at_once_none_is_lost(round_):
    response = ResponseFactory()
    moment = "2018-04-28T12:00"
    acts = [
        post(
            who,
            "desk-answer",
            response.pk,
            **{"answer-answer": words, "answer-answered_at": moment, "answer-revision": 1},
        )
        for who, words in ((cast.editor, "No list."), (cast.second_editor, "A short list."))
    ]
    assert statuses(*acts) == [302, 422]
    assert Response.objects.get().answer in ("No list.", "A short list.")


# ------------------------------------------------------------------ what the races left open


@rounds
def test_a_draft_taken_back_while_it_is_edited_comes_back_as_what_was_typed(round_):
    statement = draft()
    edited = SAYS | {"speaker": statement.speaker.name, "revision": 1, "words": "Typed with care"}
    quotation = statement.quotations.get()
    statuses(
        post(cast.editor, "desk-restore", quotation.pk),
        post(cast.second_editor, "desk-statement-edit", statement.pk, **edited),
    )


@rounds
def test_putting_back_and_answering_lose_no_answer_and_make_no_fault(round_):
    pair = ContradictionFactory(confirmed=True)
    response = ResponseFactory(contradiction=pair, waits=True)
    digest = pair_awaiting(Contradiction.objects.with_statements().get(pk=pair.pk)).digest
    sent = {"answer-answer": "No list.", "answer-answered_at": "2018-04-28T12:00", "answer-revision": 1}
    statuses(
        post(cast.reviewer, "desk-contradiction-put-back", pair.pk, digest=digest),
        post(cast.editor, "desk-answer", response.pk, **sent),
    )


@rounds
def test_confirming_a_statement_and_editing_its_pair_do_not_wait_for_one_another(round_):
    one = StatementFactory(confirmed=True, edited_by=cast.editor())
    QuotationFactory(accepted=True, statement=one)
    pair = ContradictionFactory(confirmed=True, first=one, second=StatementFactory(confirmed=True))
    statements.edit(statement=one, by=cast.editor(), revision=1, role="Minister")
    digest = statement_awaiting(Statement.objects.get(pk=one.pk)).digest
    sent = {"finding": "partial", "explanation": "In part.", "revision": pair.revision}
    statuses(
        post(cast.reviewer, "desk-statement-confirm", one.pk, digest=digest, reason="A role"),
        post(cast.second_editor, "desk-contradiction-edit", pair.pk, **sent),
    )


@rounds
def test_putting_back_and_merging_leave_nothing_on_the_old_speaker(round_):
    old, new = (StatementFactory(confirmed=True).speaker for _ in range(2))
    statement = StatementFactory(confirmed=True, speaker=old)
    statements.edit(statement=statement, by=cast.editor(), revision=1, speaker=SpeakerFactory())
    proposal = speakers.propose_merge(speaker=old, into=new, by=cast.editor(), reason="One and the same.")
    read = statement_awaiting(Statement.objects.get(pk=statement.pk)).digest
    statuses(
        post(cast.reviewer, "desk-proposal-apply", proposal.pk, digest=proposal_digest(proposal)),
        post(cast.second_reviewer, "desk-statement-put-back", statement.pk, digest=read),
    )
    assert not Statement.objects.filter(speaker=old).exists()


# ------------------------------------------------------------------ whose report an article is


@rounds
def test_what_is_called_one_report_while_it_is_confirmed_reaches_no_reader_unread(round_):
    statement = draft(words="We have no list")
    one, other = ArticleFactory(origin=OriginFactory()), ArticleFactory(origin=OriginFactory())
    for article in (one, other):
        QuotationFactory(accepted=True, statement=statement, version=ArticleVersionFactory(article=article))
    statement.quotations.filter(version__article__origin=None).update(state="suggested", statement=None)
    digest = statement_awaiting(statement).digest
    statuses(
        post(cast.reviewer, "desk-statement-confirm", statement.pk, digest=digest),
        post(cast.editor, "desk-origin-same", one.pk, other.pk, **{"same-reason": "One agency."}),
        post(cast.second_editor, "desk-origin-same", other.pk, one.pk, **{"same-reason": "One agency."}),
    )
    told = [[one["report"] for one in edition.content["renderings"]] for edition in StatementEdition.objects.all()]
    assert told in ([], [[1, 2]])
    fresh = Statement.objects.get(pk=statement.pk)
    assert fresh.waits == (bool(told) and statement_awaiting(fresh).is_new)
