"""The two senses of a day: as known now, and as our record stood."""

import datetime as dt

import pytest
from django.test import Client

from claims.models import Statement
from tests import cast
from tests.claims.views.public.reading import opened, words
from tests.factories import edition_of, editions

DAY = "2018-04-30"
THEN = f"as_of={DAY}&known=then"


@pytest.fixture
def changed(closures, monkeypatch):
    """Everything was confirmed on 27 April; on 2 May the denial was confirmed with other words."""
    monkeypatch.setattr(editions, "NOON", dt.datetime(2018, 5, 2, 11, tzinfo=dt.UTC))
    Statement.objects.filter(pk=closures.denial.pk).update(words="We never had a list.")
    edition_of(closures.denial)
    return closures


@pytest.mark.parametrize("address", ["/stories/harbour/", "/speakers/mina-ister/"])
def test_a_page_says_in_which_sense_it_is_of_a_day(changed, address):
    now, known, stood = (words(opened(f"{address}?{query}")) for query in ("", f"as_of={DAY}", THEN))
    assert "We never had a list." in now
    assert "As known on 30 April 2018. What was published later is marked." in known
    assert "We never had a list." in known
    assert "As our record stood on 30 April 2018" in stood
    assert "We have no list." in stood
    assert "We never had a list." not in stood
    assert "as it read then; edition" in stood
    assert "Examined" in known
    assert "Examined" not in stood
    for page in (now, known, stood):
        assert "as known now as our record stood" in page


@pytest.mark.parametrize("address", ["/stories/harbour/", "/speakers/mina-ister/"])
def test_either_sense_leads_to_the_other(changed, address):
    assert f'href="{address}?as_of={DAY}&amp;known=then"' in opened(f"{address}?as_of={DAY}&known=now").text
    assert f'href="{address}?as_of={DAY}"' in opened(f"{address}?{THEN}").text


@pytest.mark.parametrize("address", ["/stories/harbour/", "/speakers/mina-ister/"])
def test_before_anything_was_published_a_page_says_so(changed, address):
    told = words(opened(f"{address}?as_of=2018-04-26&known=then"))
    assert "Nothing of this was public here on 26 April 2018" in told
    assert "We have no list." not in told


def test_what_was_withdrawn_since_is_read_nowhere(changed):
    Statement.objects.filter(pk=changed.denial.pk).update(state="withdrawn", withdrawn_reason="Somebody else.")
    told = words(opened(f"/stories/harbour/?{THEN}"))
    assert "We have no list" not in told
    assert "Withdrawn" in told
    assert "We have no list" in words(opened(f"/stories/harbour/?{THEN}", cast.journalist()))


def test_a_record_as_it_stood_is_a_page_of_its_own_and_kept_nowhere(changed):
    answer = opened(f"/stories/harbour/?{THEN}", **{"HX-Request": "true"})
    assert answer["HX-Redirect"] == f"/stories/harbour/?{THEN}"
    page = Client().get(f"/stories/harbour/?{THEN}")
    assert "ETag" not in page
    assert "must-revalidate" in page["Cache-Control"]
    assert 'hx-get="/stories/harbour/"' not in page.text


@pytest.mark.parametrize("query", ["known=then", "known=odd", "as_of=soon&known=then"])
def test_a_sense_without_a_day_is_the_record_of_now(changed, query):
    assert "We never had a list." in words(opened(f"/stories/harbour/?{query}"))
