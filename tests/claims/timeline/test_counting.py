"""What the database counts of speakers: right whatever came and went, first and last days too."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Statement
from claims.records import Said
from claims.timeline.counting import record_of
from claims.timeline.entries import Voice
from tests import listed
from tests.factories import SpeakerFactory, StatementFactory

pytestmark = pytest.mark.django_db

DAYS = ("2018-04-25", "2015-12", "[..2018-04-30]", None, "2018-04-25")


@pytest.fixture
def heard():
    """Five statements of one speaker, in two roles, and one of somebody else."""
    speaker = SpeakerFactory(name="Mina Ister", slug="mina-ister")
    told = [
        StatementFactory(speaker=speaker, role="Minister" if day else "Mayor", said=day and Said.from_edtf(day))
        for day in DAYS
    ]
    StatementFactory(role="Minister")
    return speaker, told


def record(speaker):
    return record_of(speaker.pk, Voice(speaker.slug, speaker.name), newsroom=True)


def test_a_speaker_is_counted_by_month_and_role_with_first_and_last_days(heard):
    speaker, _ = heard
    found = record(speaker)
    assert found.counted.months == {"201804": 3, "201512": 1, "999912": 1}
    assert [(one.role, str(one.first), str(one.last)) for one in found.roles] == [
        ("Minister", "2015-12-01", "2018-04-30"),
        ("Mayor", "None", "None"),
    ]
    assert (str(found.first), str(found.last)) == ("2015-12-01", "2018-04-30")
    assert record_of(speaker.pk, Voice("", ""), newsroom=False).counted.months == {}


def test_days_that_went_are_the_ends_no_more(heard):
    speaker, told = heard
    told[1].delete()
    Statement.objects.filter(pk=told[2].pk).update(
        said_from="2018-04-26", said_precision="day", said_until="2018-04-26"
    )
    found = record(speaker)
    assert (str(found.first), str(found.last)) == ("2018-04-25", "2018-04-26")
    assert not listed.faults()
    for one in (told[0], *told[2:]):
        one.delete()
    assert record(speaker).counted.months == {}
    assert not listed.faults()


def test_what_another_is_found_to_have_said_counts_for_them(heard):
    speaker, told = heard
    other = SpeakerFactory()
    Statement.objects.filter(pk__in=[told[1].pk, told[3].pk]).update(speaker=other)
    assert record(other).counted.months == {"201512": 1, "999912": 1}
    assert [one.role for one in record(speaker).roles] == ["Minister"]
    assert not listed.faults()


def test_nothing_is_counted_anew_to_be_shown(heard):
    speaker, _ = heard
    with CaptureQueriesContext(connection) as queries:
        record(speaker)
    assert ["claims_listing" in one["sql"] for one in queries.captured_queries] == [False]
