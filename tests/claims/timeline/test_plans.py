"""What a page of the newest reads: an index, from its end, and never all rows to put them in order."""

import pytest
from django.db import connection

from claims.models import Contradiction, Statement, Story
from claims.timeline.news import NEWEST

pytestmark = pytest.mark.django_db


PLANS = {
    "stories": (lambda: Story.objects.newest_first(), "story_by_publication"),
    "pairs": (lambda: Contradiction.objects.filter(edition__isnull=False).order_by(*NEWEST), "pair_edition_newest"),
    "statements of a speaker": (
        lambda: Statement.objects.filter(edition__speaker=1).order_by(*NEWEST),
        "statement_edition_newest",
    ),
}


@pytest.mark.parametrize(("rows", "index"), PLANS.values(), ids=PLANS)
def test_the_newest_are_read_from_the_end_of_an_index(rows, index):
    with connection.cursor() as cursor:
        for way in ("sort", "seqscan", "bitmapscan", "hashjoin", "mergejoin"):
            cursor.execute(f"SET LOCAL enable_{way} = off")
    plan = rows()[:20].explain()
    assert "Sort" not in plan
    assert index in plan
