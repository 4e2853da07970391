"""The rows that lists look statements up by: right whoever changed what, and there after a migration."""

import pytest
from django.db import connection

from claims.models import Listing, PairListing, Stamp, Statement
from claims.records import Said
from claims.verbs import statements, stories
from tests import cast, listed
from tests.claims.taking_over import latest, migrate
from tests.claims.views.reviewing import confirmed
from tests.confirming import digest_of
from tests.factories import (
    ContradictionFactory,
    QuotationFactory,
    SpeakerFactory,
    StatementFactory,
    StoryFactory,
)

pytestmark = pytest.mark.django_db

BEFORE = [("claims", "0009_read_in_full")]
PEOPLE = {"confirmed": True}


def newsroom():
    """Two confirmed statements that clash in a published story, one withdrawn, a draft beside them."""
    told = [StatementFactory(words=words, **PEOPLE) for words in ("We have no list", "We had a list")]
    gone = StatementFactory(words="It was not so", withdrawn=True)
    draft = StatementFactory(words="Nobody has read this")
    for one in (*told, gone, draft):
        QuotationFactory(accepted=True, statement=one)
    ContradictionFactory(first=told[0], second=told[1], confirmed=True)
    story = StoryFactory(published=True, statements=[*told, gone, draft])
    StoryFactory(statements=[told[0]])
    return story, told


def test_a_migration_lists_what_was_there_before():
    newsroom()
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    kept = list(Listing.objects.order_by("pk").values()), list(PairListing.objects.order_by("pk").values())
    assert (len(kept[0]), len(kept[1])) == (4, 1)
    migrate(BEFORE)
    migrate(latest())
    assert (list(Listing.objects.order_by("pk").values()), list(PairListing.objects.order_by("pk").values())) == kept
    assert not listed.faults()


def test_whoever_changes_a_record_the_rows_follow():
    story, (first, _) = newsroom()
    assert Listing.objects.get(pk=first.pk).public_stories == [story.pk]
    speaker = SpeakerFactory(name="Old Name")
    Statement.objects.filter(pk=first.pk).update(withdrawn_reason="It was somebody else.", state="withdrawn")
    assert PairListing.objects.get().stands is False
    story.statements.remove(Statement.objects.get(edition=None))
    Statement.objects.create(speaker=speaker, words="Quite new", mode="direct", edited_by=cast.editor()).delete()
    assert not listed.faults()


def test_a_pair_is_between_those_whom_its_own_editions_name():
    one = SpeakerFactory()
    first, second = (StatementFactory(speaker=one, words=words, **PEOPLE) for words in ("We have none", "We had some"))
    QuotationFactory(accepted=True, statement=second)
    ContradictionFactory(first=first, second=second, confirmed=True)
    StoryFactory(published=True, statements=[first, second])
    Statement.objects.filter(pk=second.pk).update(speaker=SpeakerFactory())
    confirmed(second)  # and the pair stays with the edition that it compared
    row = PairListing.objects.get()
    assert (row.kind, row.speakers) == ("reversal", [one.pk])
    assert not listed.faults()


@pytest.mark.parametrize(
    ("said", "place"),
    [
        (None, "999912319"),
        (Said.in_year(2018), "201801011"),
        (Said.in_month(2018, 4), "201804012"),
        (Said.by(Said.in_month(2018, 4).until), "201804300"),
    ],
    ids=["unknown", "a year", "a month", "an upper limit"],
)
def test_a_place_begins_with_the_day_and_how_well_it_is_known(said, place):
    statement = StatementFactory(said=said)
    assert Listing.objects.get(pk=statement.pk).place.startswith(place)


def test_what_readers_see_moves_the_stamps_and_nothing_else_does():
    story, (first, second) = newsroom()
    scopes = {"site", f"story:{story.pk}", f"speaker:{first.speaker_id}", f"speaker:{second.speaker_id}"}
    before = _stamps()
    statements.edit(statement=first, by=cast.editor(), revision=first.revision, role="Home Secretary")
    stories.add_to_story(story=story, statement=StatementFactory(), by=cast.editor())
    assert _stamps() == before
    statements.confirm_statement(
        statement=first, by=cast.reviewer(), digest=digest_of(first), correction="The role was missing."
    )
    after = _stamps()
    assert {scope for scope in scopes if after.get(scope) != before.get(scope)} == scopes
    assert after.keys() - before.keys() <= scopes


def _stamps() -> dict[str, int]:
    return dict(Stamp.objects.values_list("scope", "value"))
