"""Whether the rows that the database keeps for lists are what the records say, worked out another way."""

from collections import defaultdict

from claims.models import Contradiction, Listing, PairListing, Statement, Story, Tally
from claims.timeline.arranging import chronological
from claims.timeline.entries import Pair
from claims.timeline.gathering import UNSEEN, entries_of, pairs_of
from claims.timeline.shown import _members
from tests import cast


def faults() -> list[str]:
    """What is wrong with the rows of lists, in words; none where all is well."""
    return [*_of_statements(), *_of_pairs(), *_of_counts()]


def _of_statements() -> list[str]:
    rows = {row.pk: row for row in Listing.objects.all()}
    entries = entries_of(Statement.objects.all())
    if rows.keys() != entries.keys():
        return [f"listed {sorted(rows)}, on record {sorted(entries)}"]
    wrong = []
    if sorted(rows, key=lambda key: rows[key].place) != sorted(entries, key=lambda key: chronological(entries[key])):
        wrong.append("the order is another one")
    public = set(Statement.objects.public().values_list("pk", flat=True))
    seen = {name: _seats(user) for name, user in (("stories", cast.journalist()), ("public_stories", cast.public()))}
    for key, entry in entries.items():
        row = rows[key]
        told = {
            "public": (row.public, key in public),
            "speaker": (row.speaker.slug, entry.speaker.key),
            "withdrawn": (row.withdrawn, bool(entry.withdrawn)),
            "mode": (row.mode, entry.mode),
            "stance": (row.stance, entry.stance or ""),
            "edition": (row.edition_id is None, entry.draft),
            "outlets": (row.outlets, [] if entry.draft else sorted({one.outlet for one in entry.renderings})),
        } | {name: (sorted(getattr(row, name)), sorted(seats.get(key, ()))) for name, seats in seen.items()}
        wrong += [
            f"statement {key}, {name}: {is_} is {should}" for name, (is_, should) in told.items() if is_ != should
        ]
    return wrong


def _seats(user: object) -> dict[int, set[int]]:
    seats: dict[int, set[int]] = {}
    for story in Story.objects.visible_to(user).select_related("edition"):
        for key in _members(user, story).values_list("pk", flat=True):
            seats.setdefault(key, set()).add(story.pk)
    return seats


def _of_pairs() -> list[str]:
    rows = {row.pk: row for row in PairListing.objects.all()}
    pairs = {pair.key: pair for pair in pairs_of(Contradiction.objects.exclude(state__in=UNSEEN))}
    if rows.keys() != pairs.keys():
        return [f"pairs listed {sorted(rows)}, on record {sorted(pairs)}"]
    public = set(Contradiction.objects.public().values_list("pk", flat=True))
    seats = {name: _seats(user) for name, user in (("stories", cast.journalist()), ("public_stories", cast.public()))}
    wrong = []
    for key, pair in pairs.items():
        row = rows[key]
        told = {
            "public": (row.public, key in public),
            "finding": (row.finding, pair.finding),
            "kind": (row.kind, pair.kind),
            "clashes": (row.clashes, pair.clashes),
            "stands": (row.stands, pair.stands),
        } | {name: (sorted(getattr(row, name)), _shared(seats[name], pair)) for name in ("stories", "public_stories")}
        if not pair.edition:
            told["public_stories"] = (row.public_stories, [])
        wrong += [f"pair {key}, {name}: {is_} is {should}" for name, (is_, should) in told.items() if is_ != should]
    return wrong


def _shared(seats: dict[int, set[int]], pair: Pair) -> list[int]:
    return sorted(seats.get(pair.earlier.key, set()) & seats.get(pair.later.key, set()))


def _of_counts() -> list[str]:
    should = defaultdict(list)
    for row in Listing.objects.all():
        day = (row.said_from or row.said_until, row.said_until)
        headings = [(Tally.ALL, "", day), (Tally.MONTH, row.place[:6], (None, None))]
        headings += [(Tally.ROLE, row.role, day)] if row.role else []
        headings += [(Tally.OUTLET, outlet, (None, None)) for outlet in row.outlets if not row.withdrawn]
        for of, key, days in headings:
            should[row.speaker_id, of, key, row.public].append(days)
    told = {key: (len(days), *map(_end, (min, max), zip(*days, strict=True))) for key, days in should.items()}
    kept = {
        (one.speaker_id, one.of, one.key, one.public): (one.count, one.first, one.last) for one in Tally.objects.all()
    }
    differing = sorted(key for key in told.keys() | kept.keys() if told.get(key) != kept.get(key))
    return [f"counted of {key}: {kept.get(key)} is {told.get(key)}" for key in differing]


def _end(which, days):
    return which((day for day in days if day), default=None)
