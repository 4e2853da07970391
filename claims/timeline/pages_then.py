"""A story or a speaker as our record stood at the end of a day, as its page shows it, at any size."""

from dataclasses import replace

from django.db.models import Count, Func, Q, TextField

from claims.models import Speaker, StoryEdition
from claims.timeline.arranging import Timeline, arrange
from claims.timeline.counting import MOST_OFFERED, Offered, sums_of
from claims.timeline.entries import StoryHead, Voice
from claims.timeline.pages import FITS, MOST_PAIRS, Part, SpeakerPage, StoryPage, speaker_page, story_page
from claims.timeline.shown import head_of, speaker_head, story_at
from claims.timeline.then import (
    Rows,
    end_of,
    entries_then,
    narrowed_then,
    open_since,
    pair_values_then,
    pairs_then,
    pairs_wanted_then,
    statements_then,
    stories_then,
    that_clash,
)
from claims.timeline.wanted import Wanted
from claims.timeline.windows import SIZE, Cursor, Window, months_of, window


def story_asked(user: object, slug: str, wanted: Wanted, cursor: Cursor) -> StoryPage | None:
    """The story at that address as it is known now, or as our record stood: what is wanted says which. None where this
    user sees none there."""
    if not (wanted.then and wanted.as_of):
        return story_page(user, slug, wanted, cursor)
    story = story_at(user, slug)
    if story is None:
        return None
    moment = end_of(wanted.as_of)
    stories = stories_then(moment).filter(story=story)
    edition = stories.first()
    if edition is None:
        return StoryPage(_unknown_then(head_of(story)), _nothing(wanted))
    rows, pairs = statements_then(moment, stories), pairs_then(moment, stories)
    return StoryPage(_head_then(head_of(story), edition), _part(user, rows, pairs, wanted, cursor))


def speaker_asked(user: object, slug: str, wanted: Wanted, cursor: Cursor) -> SpeakerPage | None:
    """The same for a speaker. One that was merged leads on, as in `pages`."""
    head = speaker_head(user, slug) if wanted.then else None
    if head is None or wanted.as_of is None or head.voice.key != slug:
        return speaker_page(user, slug, wanted, cursor)
    moment = end_of(wanted.as_of)
    stories = open_since(stories_then(moment))
    same = Speaker.objects.filter(Q(pk=head.key) | Q(merged_into=head.key))
    rows = statements_then(moment, stories).filter(speaker__in=list(same.values_list("pk", flat=True)))
    theirs = rows.values("statement")
    touching = Q(contradiction__first__in=theirs) | Q(contradiction__second__in=theirs)
    pairs = pairs_then(moment, stories).filter(touching)
    return SpeakerPage(head, _part(user, rows, pairs, wanted, cursor, last=True))


def _unknown_then(now: StoryHead) -> StoryHead:
    """The name that a story has now, and nothing of what it says: none of it was public."""
    return replace(now, summary="", edition=0, published_at=None, notes=(), confirmed_at=None)


def _head_then(now: StoryHead, edition: StoryEdition) -> StoryHead:
    """The head as it read then, at the address of now."""
    return replace(
        now,
        title=edition.title,
        summary=edition.summary,
        edition=edition.number,
        published_at=None,
        notes=(),
        confirmed_at=edition.confirmed_at,
    )


def _nothing(wanted: Wanted) -> Part:
    return Part(Timeline(), wanted, Window(), 0, 0, 0, Offered())


def _part(
    user: object,
    rows: Rows,
    pairs: Rows,
    wanted: Wanted,
    cursor: Cursor,
    *,
    last: bool = False,
) -> Part:
    """All of what was there where it fits, else a window with sums of the rest. The number of queries does not grow."""
    months = months_of(rows)
    total = sum(months.values())
    fits = total <= FITS
    found = narrowed_then(rows, wanted, pairs) if wanted.narrows else rows
    found_months = months_of(found) if wanted.narrows else months
    cut = window(found, Cursor() if fits or cursor.at else cursor, last=last and not fits, size=FITS if fits else SIZE)
    shown = entries_then(user, [*cut.keys, *filter(None, [cut.previous])])
    before = shown.pop(cut.previous, None) if cut.previous else None
    keys = [entry.key for entry in shown.values()]
    sort = pairs_wanted_then(pairs, wanted)
    touching = sort.filter(Q(contradiction__first__in=keys) | Q(contradiction__second__in=keys))
    plainest = _within(that_clash(sort), found if wanted.narrows else None).order_by("plainness")
    lead = list(that_clash(pairs).order_by("plainness").values_list("pk", flat=True)[:1])
    listed = list(plainest.values_list("pk", flat=True)[:MOST_PAIRS])
    near = list(touching.values_list("pk", flat=True))
    read = pair_values_then(user, {*lead, *listed, *near})
    return Part(
        timeline=arrange(
            shown.values(), (read[key] for key in {*listed, *near}), previous=before.said if before else None
        ),
        wanted=wanted,
        window=cut,
        total=total,
        found=sum(found_months.values()),
        undated=rows.filter(said_until=None).count() if wanted.in_range else 0,
        offered=_offered(rows, with_outlets=fits),
        speakers=rows.order_by().values("now").distinct().count(),
        lead=next((read[key] for key in lead), None),
        clashes=tuple(read[key] for key in listed),
        clashing=plainest.count(),
        sums=() if fits else sums_of(found_months, months_of(plainest)),
    )


def _within(pairs: Rows, among: Rows | None) -> Rows:
    """Where something is left out, the pairs with both statements among what is left."""
    if among is None:
        return pairs
    keys = among.order_by().values("statement")
    return pairs.filter(contradiction__first__in=keys, contradiction__second__in=keys)


def _offered(rows: Rows, *, with_outlets: bool) -> Offered:
    """The busiest speakers, and the outlets where these are few enough to be read one by one."""
    busiest = rows.order_by().values("now").annotate(count=Count("pk")).order_by("-count")[:MOST_OFFERED]
    heard = Speaker.objects.filter(pk__in=[one["now"] for one in busiest]).order_by("name", "pk")
    told = tuple(Voice(one.slug, one.name) for one in heard)
    return Offered(told, _outlets(rows) if with_outlets else ())


def _outlets(rows: Rows) -> tuple[str, ...]:
    printed = Func(
        "content",
        template="jsonb_path_query(%(expressions)s, '$.renderings[*].outlet') #>> '{}'",
        output_field=TextField(),
    )
    told = rows.filter(statement__withdrawn_reason="").order_by().annotate(outlet=printed)
    return tuple(sorted(set(told.values_list("outlet", flat=True)), key=str.casefold))[:MOST_OFFERED]
