"""What lists, filters and searches look statements and pairs up by: a row for each, kept by the database.

Nothing here is read by readers: a list finds its rows here and shows their editions. Whatever changes what readers may
see calls one of the functions in SQL that migration `listings` makes; each computes its rows anew from the records, so
that a row is right whoever changed what. All of them wait for `verbs.locking.take_turn`, so that none computes from
what another has not stored yet."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q

from claims.models.contradiction import Contradiction, Correction
from claims.models.edition import Publication
from claims.models.speaker import Speaker
from claims.models.statement import Statement
from claims.models.story import Story, StoryStatement
from claims.models.withdrawal import Withdrawal
from claims.records import Finding, Mode, PairKind, Stance


class ListingQuerySet(models.QuerySet["Listing"]):
    def seen_by(self, *, newsroom: bool) -> "ListingQuerySet":
        """The newsroom's lists have every statement, readers' lists the public ones."""
        return self if newsroom else self.filter(public=True)


class Listing(models.Model):
    """A statement as lists know it: by its edition where it has one, else as it stands at the desk.

    `place` sorts as a timeline does, `speaker` is whoever the speaker was merged into, `known_from` the day on which
    the first of its renderings was published. `public_stories` are those in which readers find it; `stories` those in
    which the newsroom does. `vector` holds what readers may search by, `desk_vector` what stands at the desk."""

    statement = models.OneToOneField(Statement, on_delete=models.DO_NOTHING, primary_key=True, related_name="listing")
    edition = models.ForeignKey(
        "claims.StatementEdition", on_delete=models.DO_NOTHING, null=True, related_name="+", db_index=False
    )
    speaker = models.ForeignKey(Speaker, on_delete=models.DO_NOTHING, related_name="+", db_index=False)
    place = models.CharField(max_length=40, db_collation="C")
    said_from = models.DateField(null=True)
    said_until = models.DateField(null=True)
    known_from = models.DateField(null=True)
    mode = models.CharField(max_length=8, choices=[(mode.value, mode.value) for mode in Mode])
    stance = models.CharField(max_length=8, blank=True, choices=[(stance.value, stance.value) for stance in Stance])
    role = models.TextField(blank=True)
    outlets = ArrayField(models.TextField(), default=list)
    stories = ArrayField(models.BigIntegerField(), default=list)
    public_stories = ArrayField(models.BigIntegerField(), default=list)
    public = models.BooleanField()
    withdrawn = models.BooleanField()
    vector = SearchVectorField()
    desk_vector = SearchVectorField()

    objects = ListingQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index("speaker", "place", condition=Q(public=True), name="listing_of_speaker_public"),
            models.Index("speaker", "place", name="listing_of_speaker"),
            models.Index("place", condition=Q(public=True), name="listing_public_by_place"),
            models.Index("place", name="listing_by_place"),
            GinIndex("public_stories", name="listing_of_public_story", fastupdate=False),
            GinIndex("stories", name="listing_of_story", fastupdate=False),
            GinIndex("vector", name="listing_by_words", fastupdate=False),
            GinIndex("desk_vector", name="listing_by_desk_words", fastupdate=False),
        ]

    def __str__(self) -> str:
        return f"statement {self.statement_id} at {self.place}"


class PairListing(models.Model):
    """A pair that an editor has examined, as lists know it. `place` sorts the plainest first, as a story tells what
    clashes; `speakers` are both as they are now; `stands` tells whether the finding still holds."""

    contradiction = models.OneToOneField(
        Contradiction, on_delete=models.DO_NOTHING, primary_key=True, related_name="listing"
    )
    first = models.ForeignKey(Statement, on_delete=models.DO_NOTHING, related_name="+")
    second = models.ForeignKey(Statement, on_delete=models.DO_NOTHING, related_name="+")
    place = models.CharField(max_length=100, db_collation="C")
    finding = models.CharField(max_length=13, choices=[(finding.value, finding.value) for finding in Finding])
    kind = models.CharField(max_length=8, choices=[(kind.value, kind.value) for kind in PairKind])
    clashes = models.BooleanField()
    stands = models.BooleanField()
    public = models.BooleanField()
    speakers = ArrayField(models.BigIntegerField(), default=list)
    stories = ArrayField(models.BigIntegerField(), default=list)
    public_stories = ArrayField(models.BigIntegerField(), default=list)
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            GinIndex("speakers", name="pair_listing_of_speaker", fastupdate=False),
            GinIndex("public_stories", name="pair_listing_of_public_story", fastupdate=False),
            GinIndex("stories", name="pair_listing_of_story", fastupdate=False),
            models.Index(
                "confirmed_at",
                "contradiction",
                condition=Q(public=True, stands=True, clashes=True),
                name="pair_listing_newest_clash",
            ),
        ]

    def __str__(self) -> str:
        return f"pair {self.contradiction_id} at {self.place}"


class Stamp(models.Model):
    """Goes up whenever what readers see of a scope changes: "site", "story:7", "speaker:3", and "names" for what
    may stand on any page, a speaker's name and address. What it goes up
    to is the moment in microseconds, so that no value comes again, neither in another database nor in one that was
    restored: what is kept elsewhere by a value of this one is never taken for something else."""

    scope = models.CharField(max_length=40, primary_key=True, db_collation="C")
    value = models.BigIntegerField(default=1)

    class Meta:
        triggers = [
            pgtrigger.Trigger(
                name="stamp_is_of_its_moment",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                func=(
                    "NEW.value = greatest(NEW.value, (1000000 * extract(epoch FROM clock_timestamp()))::bigint);"
                    " RETURN NEW;"
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scope} at {self.value}"


# ------------------------------------------------------------------ what keeps them


def _kept(name: str, operation: pgtrigger.Operation, func: str, *columns: str) -> pgtrigger.Trigger:
    """After each of these; of updates those alone that change one of the columns."""
    condition = pgtrigger.AnyChange(*columns) if columns else None
    return pgtrigger.Trigger(
        name=name, operation=operation, when=pgtrigger.After, condition=condition, func=f"{func} RETURN NULL;"
    )


class ListedStatement(Statement):
    class Meta:
        proxy = True
        triggers = [
            _kept("statement_is_listed", pgtrigger.Insert, "PERFORM claims_list(ARRAY[NEW.id]);"),
            _kept(
                "statement_is_listed_anew",
                pgtrigger.Update,
                "PERFORM claims_list(ARRAY[NEW.id]);",
                *("speaker", "words", "role", "occasion", "question", "mode", "stance", "day_order", "edition"),
                *("said_from", "said_until", "said_time", "said_precision", "withdrawn_reason"),
            ),
            _kept(
                "statement_stamps_why_it_was_withdrawn",
                pgtrigger.Update,
                "PERFORM claims_stamp_corrected(NEW.id, NULL);",
                "withdrawn_reason",
            ),
            _kept(
                "statement_is_listed_no_more",
                pgtrigger.Delete,
                "DELETE FROM claims_listing WHERE statement_id = OLD.id;",
            ),
        ]


class ListedSeat(StoryStatement):
    class Meta:
        proxy = True
        triggers = [
            _kept("seat_is_listed", pgtrigger.Insert, "PERFORM claims_list(ARRAY[NEW.statement_id]);"),
            _kept("seat_is_listed_no_more", pgtrigger.Delete, "PERFORM claims_list(ARRAY[OLD.statement_id]);"),
        ]


class ListedStory(Story):
    class Meta:
        proxy = True
        triggers = [
            _kept(
                "story_is_listed_anew",
                pgtrigger.Update,
                "PERFORM claims_list_story(NEW.id, OLD.edition_id, NEW.edition_id);",
                *("state", "edition", "published_at"),
            ),
        ]


class ListedSpeaker(Speaker):
    class Meta:
        proxy = True
        triggers = [
            _kept(
                "speaker_is_listed_anew",
                pgtrigger.Update,
                "PERFORM claims_list_speaker(NEW.id);",
                *("name", "slug", "kind", "merged_into", "merged_alone"),
            ),
        ]


class ListedPair(Contradiction):
    class Meta:
        proxy = True
        triggers = [
            _kept("pair_is_listed", pgtrigger.Insert, "PERFORM claims_list_pairs(ARRAY[NEW.id]);"),
            _kept(
                "pair_is_listed_anew",
                pgtrigger.Update,
                "PERFORM claims_list_pairs(ARRAY[NEW.id]);",
                *("state", "edition", "finding", "withdrawn_reason"),
            ),
            _kept(
                "pair_stamps_why_it_was_withdrawn",
                pgtrigger.Update,
                "PERFORM claims_stamp_corrected(NULL, NEW.id);",
                "withdrawn_reason",
            ),
            _kept(
                "pair_is_listed_no_more",
                pgtrigger.Delete,
                "DELETE FROM claims_pairlisting WHERE contradiction_id = OLD.id;",
            ),
        ]


class ListedCorrection(Correction):
    class Meta:
        proxy = True
        triggers = [
            _kept(
                "correction_stamps_what_it_corrects",
                pgtrigger.Insert,
                "PERFORM claims_stamp_corrected(NEW.statement_id, NEW.contradiction_id);",
            ),
        ]


class ListedWithdrawal(Withdrawal):
    class Meta:
        proxy = True
        triggers = [
            _kept(
                "withdrawal_stamps_what_it_is_of",
                pgtrigger.Insert,
                "PERFORM claims_stamp_corrected(NEW.statement_id, NEW.contradiction_id);",
            ),
        ]


class ListedPublication(Publication):
    class Meta:
        proxy = True
        triggers = [
            _kept(
                "publication_stamps_its_story",
                pgtrigger.Insert | pgtrigger.Update,
                "PERFORM claims_stamp_all(ARRAY[NEW.story_id], '{}');",
            ),
        ]
