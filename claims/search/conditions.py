"""What a search asks for beside words: speaker:, outlet:, after:, before:, has:contradiction. The same for readers and
for the desk."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.models import Outlet
from claims.models import PairListing
from claims.models.listing import ListingQuerySet
from claims.search.names import speakers_like
from claims.text.searching import Search

NAMED = 50
"""Speakers, or outlets, that one name may mean."""


def conditions(rows: ListingQuerySet, wanted: Search) -> ListingQuerySet:
    """The rows that meet what is asked beside words: speaker, outlet, days, a contradiction."""
    for name in wanted.speakers:
        rows = rows.filter(speaker__in=[one.pk for one in speakers_like(name)[:NAMED]])
    for name in wanted.outlets:
        rows = rows.filter(outlets__overlap=list(_outlets(name)))
    if wanted.after:
        rows = rows.filter(said_until__gte=wanted.after)
    if wanted.before:
        rows = rows.filter(Q(said_from__lte=wanted.before) | Q(said_from=None, said_until__lte=wanted.before))
    if wanted.clashing:
        pairs = PairListing.objects.filter(public=True, stands=True, clashes=True)
        sides = [Exists(pairs.filter(**{side: OuterRef("pk")})) for side in ("first", "second")]
        rows = rows.filter(Q(sides[0]) | Q(sides[1]))
    return rows


def _outlets(name: str) -> QuerySet[Outlet, str]:
    return Outlet.objects.filter(name__icontains=name).order_by("name").values_list("name", flat=True)[:NAMED]
