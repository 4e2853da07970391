"""Rows become plain values that every page can show, whatever stands in them."""

import datetime as dt

import pytest
from django.utils import timezone

from claims.models import Response, Speaker
from claims.timeline.building import reply_of

ENDS = {
    "the last moment of the calendar": (dt.datetime(9999, 12, 31, 23, 59, tzinfo=dt.UTC), "Asia/Tokyo"),
    "its first": (dt.datetime(1, 1, 1, tzinfo=dt.UTC), "America/New_York"),
}


@pytest.mark.parametrize(("moment", "zone"), ENDS.values(), ids=ENDS)
def test_one_bad_moment_of_a_reply_is_shown_in_any_zone(moment, zone):
    reply = reply_of(Response(speaker=Speaker(name="Ann"), asked_at=moment, deadline=moment, answered_at=moment))
    with timezone.override(zone):
        assert all(timezone.localtime(one) for one in (reply.asked, reply.deadline, reply.answered))
