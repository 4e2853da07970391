"""Rows become plain values that every page can show, whatever stands in them."""

import datetime as dt

import pytest
from django.utils import timezone

from claims.models import Response, Speaker
from claims.timeline.gathering import entry_of, pair_of
from tests.factories import ContradictionFactory

pytestmark = pytest.mark.django_db
ENDS = {
    "the last moment of the calendar": (dt.datetime(9999, 12, 31, 23, 59, tzinfo=dt.UTC), "Asia/Tokyo"),
    "its first": (dt.datetime(1, 1, 1, tzinfo=dt.UTC), "America/New_York"),
}


@pytest.mark.parametrize(("moment", "zone"), ENDS.values(), ids=ENDS)
def test_one_bad_moment_of_a_reply_is_shown_in_any_zone(moment, zone):
    pair = ContradictionFactory()
    stored = Response(speaker=Speaker(name="Ann"), asked_at=moment, deadline=moment, answered_at=moment)
    pair._prefetched_objects_cache = {"responses": [stored]}
    (reply,) = pair_of(pair, {one.pk: entry_of(one) for one in (pair.first, pair.second)}).replies
    with timezone.override(zone):
        assert all(timezone.localtime(one) for one in (reply.asked, reply.deadline, reply.answered))
