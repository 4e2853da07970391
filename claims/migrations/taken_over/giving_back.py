"""The way back to the release before: who confirmed and when return to the records, which point at no edition then.

That release shows working rows. So what waits beside an edition goes where an edit went there: a statement becomes a
draft again and a pair proposed, to be confirmed as they stand. Go back to 0001, not to 0002 alone: there editions,
which nothing may delete, fall with their tables, and so do publications and proposals on speakers. History keeps who
confirmed. Moments that were brought into bounds stay there."""

from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from .writing import STANDING


def give_back_statements(models):
    current = models.Statement.objects.exclude(edition=None)
    _fill(current, models.StatementEdition, "confirmed_by", "confirmed_at")
    _fill_from_history(models.Statement.objects.filter(state="withdrawn"), models.StatementEvent)
    unfit = Q(waits=True) | Q(confirmed_by=None) | Q(confirmed_by=F("edited_by"))
    models.Statement.objects.filter(unfit, state="confirmed").update(
        state="draft", confirmed_by=None, confirmed_at=None, revision=F("revision") + 1
    )
    models.Statement.objects.filter(confirmed_by=F("edited_by")).update(confirmed_by=None, confirmed_at=None)
    models.Statement.objects.exclude(edition=None).update(edition=None, waits=False)


def give_back_pairs(models):
    current = models.Contradiction.objects.exclude(edition=None)
    _fill(current, models.ContradictionEdition, "confirmed_by", "confirmed_at")
    _fill_from_history(models.Contradiction.objects.filter(state="withdrawn"), models.ContradictionEvent)
    on_drafts = Q(first__state="draft") | Q(second__state="draft")
    unfit = Q(waits=True) | Q(confirmed_by=None) | Q(confirmed_by=F("proposed_by")) | on_drafts
    keys = models.Contradiction.objects.filter(unfit, state__in=STANDING).values_list("pk", flat=True)
    models.Contradiction.objects.filter(pk__in=list(keys)).update(
        state="proposed", confirmed_by=None, confirmed_at=None, revision=F("revision") + 1
    )
    models.Contradiction.objects.exclude(edition=None).update(edition=None, waits=False)


def give_back_stories(models):
    """By whom a story was published last; its working title is what readers see then."""
    last = models.Publication.objects.filter(story=OuterRef("pk")).order_by("-published_at", "-pk")
    by = Subquery(last.values("published_by")[:1])
    models.Story.objects.exclude(published_at=None).update(published_by=by, edition=None, waits=False)


def _fill(records, editions, who, when):
    edition = editions.objects.filter(pk=OuterRef("edition"))
    by, at = (Subquery(edition.values(column)[:1]) for column in ("confirmed_by", "confirmed_at"))
    records.update(**{who: by, when: at})


def _fill_from_history(records, events):
    known = events.objects.filter(pgh_obj_id=OuterRef("pk"), confirmed_at__isnull=False).order_by("-pgh_id")
    records.filter(Q(confirmed_by=None) | Q(confirmed_at=None)).update(
        confirmed_by=Coalesce(F("confirmed_by"), Subquery(known.values("confirmed_by")[:1])),
        confirmed_at=Coalesce(F("confirmed_at"), Subquery(known.values("confirmed_at")[:1])),
    )
