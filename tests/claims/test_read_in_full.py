"""The migration that makes room for occasion, relay and several sources: nothing that was there is lost."""

import pytest
from django.db import connection

from claims.models import Quotation, Reading
from tests.claims.taking_over import latest, migrate
from tests.factories import QuotationFactory, ReadingFactory

BEFORE = [("claims", "0008_address")]
NEW = {"manner": "", "relay": "", "occasion": "", "occasion_basis": "", "of_source": 0}


@pytest.mark.django_db
def test_quotations_and_readings_of_the_release_before_stay_as_they_were():
    suggestion, accepted = QuotationFactory(role="minister", confidence=0.7), QuotationFactory(accepted=True)
    reading = ReadingFactory(remainder=[[0, 4, "quoted words"]])
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    before = migrate(BEFORE)
    quotations = {row["id"]: row for row in before("claims.Quotation").objects.values()}
    events = before("claims.QuotationEvent").objects.count()
    assert set(quotations) == {suggestion.pk, accepted.pk}
    assert not NEW.keys() & quotations[accepted.pk].keys()
    migrate(latest())
    assert {row["id"]: row for row in Quotation.objects.values()} == {pk: row | NEW for pk, row in quotations.items()}
    assert before("claims.QuotationEvent").objects.count() == events
    assert Reading.objects.get(pk=reading.pk).remainder == [[0, 4, "quoted words"]]
    assert Reading.objects.get(pk=reading.pk).unread == []


@pytest.mark.django_db
def test_the_new_history_is_kept_too():
    one = QuotationFactory()
    Quotation.objects.filter(pk=one.pk).update(occasion="Harbour Committee", relay="Harbour News")
    newest = one.events.order_by("pgh_id").last()
    assert (newest.occasion, newest.relay) == ("Harbour Committee", "Harbour News")
