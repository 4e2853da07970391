"""The migration from the release before editions: what readers saw becomes edition 1, and nothing is lost."""

import datetime as dt
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from claims.models import (
    Contradiction,
    ContradictionEdition,
    Publication,
    Response,
    Statement,
    StatementEdition,
    Story,
    StoryEdition,
)
from claims.timeline.awaiting import pair_waits, statements_awaiting, story_awaiting
from claims.timeline.shown import shown_pair, shown_statement, shown_story
from claims.timeline.stored import with_reports
from claims.verbs.editions import write_statement_edition
from claims.verbs.history import history_of
from claims.verbs.makers import COUNTED, makers_of_pair, makers_of_statement
from claims.verbs.pairs import withdraw
from claims.verbs.statements import edit
from tests import cast
from tests.claims import before_editions as before
from tests.claims.taking_over import BESIDE, Was, broken_rules, migrate, old

__all__ = ["old"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("old")]


@pytest.fixture
def rows(old: Was) -> SimpleNamespace:
    """The records by name, as they are now."""
    kinds = {"Statement": Statement, "Contradiction": Contradiction, "Response": Response, "Story": Story}
    found = {
        name: kinds[row._meta.object_name].objects.get(pk=row.pk)
        for name, row in old.room.made.items()
        if row._meta.object_name in kinds
    }
    return SimpleNamespace(**found)


# ------------------------------------------------------------------ what readers see


def test_readers_see_of_every_story_what_they_saw(old):
    assert {slug: _seen(slug) for slug in old.seen} == old.seen
    assert len(old.seen["story-open"]) == 8


def test_readers_see_the_pairs_that_they_saw(old, rows):
    assert set(Contradiction.objects.public().values_list("pk", flat=True)) == old.pairs
    assert {rows.confirmed.pk, rows.corrected.pk, rows.on_withdrawn.pk, rows.taken_back.pk} == old.pairs


def test_a_pair_shows_what_it_showed(rows):
    pair = shown_pair(cast.public(), rows.corrected.pk).pair
    assert (pair.earlier.key, pair.later.key) == (rows.month.pk, rows.public.pk)
    assert (pair.finding, pair.explanation) == ("partial", "Why: corrected.")
    assert [note.text for note in pair.corrections] == ["It was Wednesday."]
    assert [(reply.who, reply.answer) for reply in pair.replies] == [("Amber Rudd", "Yes.")]
    assert shown_pair(cast.public(), rows.taken_back.pk).pair.withdrawn == "It was a misreading."
    assert shown_pair(cast.public(), rows.confirmed.pk).pair.later_clash == ""
    assert shown_pair(cast.public(), rows.confirmed.pk).pair.earlier_clash == "We have no targets"


def test_readers_still_see_no_draft_and_no_story_that_was_not_public(rows):
    assert shown_statement(cast.public(), rows.draft.pk) is None
    assert shown_statement(cast.public(), rows.again.pk) is None
    assert [shown_story(cast.public(), one.slug) for one in (rows.over, rows.unexplained, rows.inside)] == [None] * 3


def _seen(slug):
    return {entry.key: _told(entry) for entry in shown_story(cast.public(), slug).entries}


def _told(entry):
    said = entry.said
    return {
        "speaker": (entry.speaker.key, entry.speaker.name, entry.speaker.kind),
        "said": (said.start, said.until, said.precision or "", said.time) if said else (None, None, "", None),
        **{name: getattr(entry, name) for name in ("role", "occasion", "said_basis", "said_confirmed", "day_order")},
        "words": entry.words,
        "question": entry.question,
        "renderings": [(one.key, one.outlet, one.exact) for one in entry.renderings],
        "withdrawn": entry.withdrawn,
        "corrections": [note.text for note in entry.corrections],
    }


# ------------------------------------------------------------------ what the desk has


def test_no_changes_wait_right_after_for_every_content_is_what_would_be_built_now():
    statements = list(Statement.objects.exclude(edition=None))
    now = statements_awaiting(statements)
    taken_over = {one.pk: with_reports(one.edition.content) for one in statements}
    assert taken_over == {key: with_reports(one.content) for key, one in now.items()}
    assert not any(one.is_new for one in now.values())
    assert [pair_waits(pair) for pair in Contradiction.objects.exclude(edition=None)] == [False] * 4
    assert [story_awaiting(story).is_new for story in Story.objects.published()] == [False] * 2
    assert not any(model.objects.filter(waits=True).exists() for model in (Statement, Contradiction, Story))


def test_renderings_have_the_sentences_around_them_and_their_pieces(rows):
    renderings = rows.public.edition.content["renderings"]
    assert [one["outlet"] for one in renderings] == ["Alpha", "Beta", "Beta", "Gamma"]
    assert renderings[0]["before"] == "Ms Rudd spoke on Wednesday. "
    assert renderings[0]["after"] == " she told the committee."
    assert (renderings[0]["published"], renderings[0]["source"]["published_time"]) == ("2018-04-27", "10:00 BST")
    assert renderings[3]["published"] == ""
    assert rows.undated.edition.content["renderings"][0]["words"] == "“Targets,” “were used.”"
    assert set(rows.public.edition.evidence.values_list("quotation", flat=True)) == {
        one["quotation"] for one in renderings
    }


def test_every_statement_that_was_confirmed_has_one_edition_and_no_draft_has(rows):
    editions = Statement.objects.values_list("state", "edition__number")
    assert set(editions) == {("confirmed", 1), ("withdrawn", 1), ("draft", None)}
    assert rows.bare.edition.content["renderings"] == []


def test_an_edition_names_who_confirmed_it_and_when(old, rows):
    was = old.room.public
    edition = rows.public.edition
    assert (edition.confirmed_by_id, edition.confirmed_at) == (old.room.reviewer.pk, was.confirmed_at)
    assert edition.signature == edition.confirmed_by.get_full_name()
    assert (edition.made_by, edition.taken_over) == ([old.room.editor.pk], True)
    assert (edition.told, edition.reason) == (False, "")
    pair = rows.confirmed.edition
    assert (pair.confirmed_at, pair.made_by) == (old.room.confirmed.confirmed_at, [old.room.editor.pk])
    assert {pair.first_edition_id, pair.second_edition_id} == {rows.timed.edition_id, rows.public.edition_id}
    story = rows.open.edition
    assert (story.confirmed_by_id, story.confirmed_at) == (old.room.reviewer.pk, old.room.open.published_at)


def test_where_nobody_is_named_on_the_record_its_history_tells(old, rows):
    edition = rows.odd.edition
    events = set(Statement.pgh_event_model.objects.filter(pgh_obj_id=rows.odd.pk).values_list("pgh_id", flat=True))
    told = [confirmation for key, *confirmation in old.confirmations["StatementEvent"] if key in events]
    assert [edition.confirmed_by_id, edition.confirmed_at] == told[-1]


def test_a_confirmed_pair_on_a_draft_is_proposed_and_its_history_tells_who_had_confirmed_it(old, rows):
    assert (rows.on_draft.state, rows.on_draft.edition, rows.again.state) == ("proposed", None, "draft")
    confirmed = rows.on_draft.pgh_event_model.objects.filter(pgh_obj_id=rows.on_draft.pk, state="confirmed")
    assert {event.confirmed_by_id for event in confirmed} == {old.room.reviewer.pk}
    assert history_of(rows.on_draft)[0].verb == "taken_over"


def test_a_withdrawn_pair_on_a_draft_stays_withdrawn_with_its_reason(rows):
    pair = shown_pair(cast.journalist(), rows.taken_back_on_draft.pk)
    assert (rows.taken_back_on_draft.state, rows.taken_back_on_draft.edition) == ("withdrawn", None)
    assert (pair.pair.withdrawn, pair.pair.open, pair.public) == ("It was another report.", False, False)
    assert shown_pair(cast.public(), rows.taken_back_on_draft.pk) is None


def test_times_in_public_are_known_where_history_has_all_of_them(old, rows):
    notes = Publication.objects.order_by("story", "published_at")
    told = [(note.story_id, note.published_by_id, note.unpublished_by_id, note.reason) for note in notes]
    reviewer, other = old.room.reviewer.pk, old.room.other.pk
    assert told == [
        (rows.open.pk, reviewer, None, ""),
        (rows.twice.pk, other, other, "A name was wrong."),
        (rows.twice.pk, reviewer, None, ""),
        (rows.over.pk, reviewer, other, "Out of date."),
    ]
    assert set(StoryEdition.objects.values_list("story", flat=True)) == {rows.open.pk, rows.twice.pk}
    assert rows.open.edition.members.count() == 10


# ------------------------------------------------------------------ nothing is lost


def test_no_row_and_no_event_is_lost(old):
    assert before.counts(apps.get_model) == old.counts
    now = before.events(apps.get_model)
    assert {name: keys - now[name] for name, keys in old.events.items()} == {name: set() for name in old.events}


def test_history_keeps_who_confirmed_what_and_when(old):
    now = {
        name: [row for row in rows if row[0] in old.events[name]]
        for name, rows in before.confirmations(apps.get_model).items()
    }
    assert now == old.confirmations
    assert any(by == old.room.other.pk for _, by, _ in now["StatementEvent"])


def test_moments_outside_of_every_clock_are_bounded_and_kept_in_words(old, rows):
    assert rows.unanswered.deadline == dt.datetime(2999, 12, 31, 23, 59, 59, tzinfo=dt.UTC)
    assert rows.too_soon.answered_at == rows.too_soon.asked_at
    assert (rows.answered.answered_at, rows.answered.revision) == (old.room.answered.answered_at, 1)
    events = list(Response.pgh_event_model.objects.filter(pgh_obj_id=rows.unanswered.pk).order_by("pgh_id"))
    assert "deadline 10000-01-01 04:59:00+00" in events[-1].pgh_context.metadata["reason"]
    kept = events[0].pgh_context.metadata["as_stored"][f"response event {events[0].pgh_id}"]
    assert kept["deadline"] == "10000-01-01 04:59:00+00"
    asked = Response.pgh_event_model.objects.filter(contradiction_id=rows.on_draft.pk).order_by("pgh_id").first()
    kept = asked.pgh_context.metadata["as_stored"][f"response event {asked.pgh_id}"]
    assert kept == {"asked_at": "0001-01-01 00:00:00+00"}
    sooner = Response.pgh_event_model.objects.filter(pgh_obj_id=rows.too_soon.pk).order_by("pgh_id").first()
    assert sooner.answered_at < sooner.asked_at


# ------------------------------------------------------------------ and it goes on


def test_history_is_counted_from_the_migration_on(old, rows):
    upto = rows.public.edition.upto
    assert set(upto) == set(COUNTED)
    assert upto["statement"] == old.upto["StatementEvent"]
    assert makers_of_statement(rows.public) == set()
    assert makers_of_pair(rows.confirmed) == set()
    assert makers_of_pair(rows.on_draft) == {old.room.editor.pk}


def test_what_was_taken_over_is_edited_and_confirmed_like_any_other(rows):
    edit(statement=rows.public, by=cast.editor(), revision=rows.public.revision, words="We have no targets at all")
    rows.public.refresh_from_db()
    assert rows.public.waits
    awaiting = statements_awaiting([rows.public])[rows.public.pk]
    edition = write_statement_edition(rows.public, awaiting, cast.reviewer(), correction="It was longer.")
    assert (edition.number, edition.made_by, edition.taken_over) == (2, [cast.editor().pk], False)
    assert shown_statement(cast.public(), rows.public.pk).entry.words == "We have no targets at all"
    withdraw(contradiction=rows.confirmed, by=cast.reviewer(), reason="No longer so.")


def test_the_database_holds_the_new_rules():
    with connection.cursor() as cursor:
        cursor.execute("SELECT conname FROM pg_constraint WHERE NOT convalidated")
        assert cursor.fetchall() == []
    assert StatementEdition.objects.exclude(taken_over=True).count() == 0
    assert ContradictionEdition.objects.count() == 4


def test_there_is_a_way_back(old, rows):
    """Back to where both stand side by side: records say again who confirmed them, as the release before has it."""
    edit(statement=rows.timed, by=cast.reviewer(), revision=rows.timed.revision, words="I was never aware")
    connection.check_constraints()
    model = migrate(BESIDE)
    statements = {row.pk: row for row in model("claims.Statement").objects.all()}
    assert {row.edition_id for row in statements.values()} == {None}
    public = statements[rows.public.pk]
    assert (public.confirmed_by_id, public.confirmed_at) == (old.room.reviewer.pk, old.room.public.confirmed_at)
    assert (statements[rows.timed.pk].state, statements[rows.timed.pk].confirmed_by_id) == ("draft", None)
    pairs = {row.pk: (row.state, row.confirmed_by_id) for row in model("claims.Contradiction").objects.all()}
    assert pairs[rows.confirmed.pk] == ("proposed", None)
    assert pairs[rows.corrected.pk] == ("corrected", old.room.reviewer.pk)
    assert pairs[rows.taken_back_on_draft.pk] == ("withdrawn", old.room.reviewer.pk)
    assert model("claims.Story").objects.get(pk=rows.open.pk).published_by_id == old.room.reviewer.pk
    assert broken_rules(model) == []
