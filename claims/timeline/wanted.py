"""What a reader wants to see of a timeline, as a value and as conditions on the rows of lists."""

import datetime as dt
import re
from dataclasses import dataclass, replace

from django.contrib.postgres.search import SearchQuery
from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.expressions import Combinable

from claims.models import Listing, PairListing
from claims.models.listing import ListingQuerySet
from claims.records import Finding, Mode, PairKind, Stance
from claims.text.searching import plain

LEAST_BEGUN = 3
"""Letters of a word that is being typed from which on it is looked for: fewer begin too many words to be found soon."""
_LAST = re.compile(r"(?<![-\w\"])\w+$")
"""A word at the very end that is neither left out nor part of a phrase."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which statements: nothing named means all. Days are inclusive at both ends; `clashing` wants those alone that
    stand in a contradiction, `kinds` and `findings` those in a pair of that sort. `as_of` is the day of which is asked
    what was known; `then`, what our record was at its end."""

    speakers: frozenset[str] = frozenset()
    since: dt.date | None = None
    until: dt.date | None = None
    outlets: frozenset[str] = frozenset()
    modes: frozenset[Mode] = frozenset()
    stances: frozenset[Stance] = frozenset()
    kinds: frozenset[PairKind] = frozenset()
    findings: frozenset[Finding] = frozenset()
    clashing: bool = False
    words: str = ""
    as_of: dt.date | None = None
    then: bool = False

    @property
    def narrows(self) -> bool:
        """Whether it leaves anything out; asking what was known leaves nothing out, it marks."""
        return self != Wanted(as_of=self.as_of, then=self.then)

    @property
    def is_chosen(self) -> bool:
        """Whether anything but words is asked for."""
        return replace(self, words="") != Wanted()

    @property
    def asks_for_what_is_withheld(self) -> bool:
        """Whether it asks for anything that is hidden with the words of a withdrawn statement: to be found by it would
        tell it."""
        return bool(self.words or self.outlets or self.stances)

    @property
    def in_range(self) -> bool:
        return bool(self.since or self.until)


def narrowed(rows: ListingQuerySet, wanted: Wanted, pairs: QuerySet[PairListing]) -> ListingQuerySet:
    """The rows that are wanted; `pairs` are those that belong to what is shown."""
    rows = rows.filter(_who_and_how(wanted), when(wanted))
    if wanted.asks_for_what_is_withheld:
        rows = rows.filter(withdrawn=False)
    if wanted.words:
        rows = rows.filter(vector=words_begun(wanted.words))
    if wanted.clashing or wanted.kinds or wanted.findings:
        chosen = pairs_wanted(pairs, wanted)
        rows = rows.filter(Q(pk__in=chosen.values("first")) | Q(pk__in=chosen.values("second")))
    return rows


def words_query(words: str) -> SearchQuery:
    """Words, "phrases" and -without, as the database reads them: by stems."""
    return SearchQuery(plain(words), config="english", search_type="websearch")


def says_nothing(words: str) -> bool:
    """Whether these are words by which nothing can be found, for they stand in every text: 'we have', 'of the'. One
    query."""
    if not any(map(str.isalnum, words)):
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT numnode(websearch_to_tsquery('english', %s)) = 0", [plain(words)])
        row: tuple[bool] = cursor.fetchone()
    return row[0]


def words_begun(words: str) -> Combinable:
    """The same, but the last word may only have been begun: 'local targ' finds local targets."""
    begun = _LAST.search(plain(words))
    if begun is None or len(begun.group()) < LEAST_BEGUN:
        return words_query(words)
    last = SearchQuery(f"{begun.group()}:*", config="english", search_type="raw")
    before = plain(words)[: begun.start()].strip()
    whole = words_query(words)
    return whole | (words_query(before) & last) if before else whole | last


def pairs_wanted(pairs: QuerySet[PairListing], wanted: Wanted) -> QuerySet[PairListing]:
    if wanted.clashing:
        pairs = pairs.filter(clashes=True)
    if wanted.kinds:
        pairs = pairs.filter(kind__in=sorted(wanted.kinds))
    if wanted.findings:
        pairs = pairs.filter(finding__in=sorted(wanted.findings))
    return pairs


def undated(rows: QuerySet[Listing], wanted: Wanted) -> QuerySet[Listing]:
    """The rows that a range of days leaves out because nobody knows their date."""
    return rows.filter(_who_and_how(wanted), said_until=None) if wanted.in_range else rows.none()


def _who_and_how(wanted: Wanted) -> Q:
    found = Q()
    if wanted.speakers:
        found &= Q(speaker__slug__in=sorted(wanted.speakers))
    if wanted.outlets:
        found &= Q(outlets__overlap=sorted(wanted.outlets))
    if wanted.modes:
        found &= Q(mode__in=sorted(wanted.modes))
    if wanted.stances:
        found &= Q(stance__in=sorted(wanted.stances))
    return found


def when(wanted: Wanted) -> Q:
    """Whether the date can lie in the range: 'December 2015' is in one that ends on the 10th. Unknown never is."""
    found = Q()
    if wanted.until:
        found &= Q(said_until__isnull=False) & (Q(said_from=None) | Q(said_from__lte=wanted.until))
    if wanted.since:
        found &= Q(said_until__gte=wanted.since)
    return found
