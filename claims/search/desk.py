"""What the newsroom finds: statements as they stand at the desk, speakers by any name of theirs, and the statements
that a quotation may report once more.

Words are found by their stems, the last one by its beginning as well, for somebody may be typing it; speaker: outlet:
after: before: and has:contradiction narrow what is found, as they do for readers."""

import datetime as dt

from django.db.models import BooleanField, Case, IntegerField, Q, QuerySet, When

from claims.models import Listing, Quotation, Speaker, Statement, Story, StoryStatement
from claims.models.speaker import SpeakerQuerySet
from claims.models.states import StatementState
from claims.search.conditions import conditions
from claims.search.names import speakers_like
from claims.text.searching import search_of
from claims.timeline.wanted import words_begun

NEAR = dt.timedelta(days=3)
MOST_COMPARED = 50
MOST_OF_A_KIND = 200
"""Statements to compare with: of the same stories, of the same speaker, and of all others."""


def statements_matching(text: str, story: Story | None = None) -> QuerySet[Statement]:
    """Statements with the words of `text` in their words, speaker, role, occasion or question, newest first."""
    found = Statement.objects.select_related("speaker").order_by("-id")
    if story:
        found = found.filter(stories=story)
    wanted = search_of(text)
    if not wanted:
        return found
    rows = conditions(Listing.objects.all(), wanted)
    if wanted.words:
        rows = rows.filter(desk_vector=words_begun(wanted.words))
    return found.filter(listing__in=rows)


def speakers_matching(text: str) -> SpeakerQuerySet:
    """Speakers, not merged ones, with names like `text`, the likest first; all of them where nothing was typed."""
    return speakers_like(text) if text.strip() else Speaker.objects.current().order_by("name", "id")


def to_compare_with(statement: Statement, text: str, story: Story | None = None) -> QuerySet[Statement]:
    """Other statements that may clash with this one: of its stories first, then of its speaker, newest first; of each
    kind the newest `MOST_OF_A_KIND`."""
    others = statements_matching(text, story).exclude(pk=statement.pk).exclude(state=StatementState.WITHDRAWN)
    stories = StoryStatement.objects.filter(statement=statement).values("story")
    shared = Q(pk__in=StoryStatement.objects.filter(story__in=stories).values("statement"))
    theirs = Q(speaker=statement.speaker_id)
    newest = [
        list(others.filter(kind).order_by("-id").values_list("pk", flat=True)[:MOST_OF_A_KIND])
        for kind in (shared, theirs, Q())
    ]
    # Named one by one: of few statements the database does not ask again whether they are in a story of ten thousand.
    found = Statement.objects.filter(pk__in={key for keys in newest for key in keys}).select_related("speaker")
    first = Case(When(pk__in=newest[0], then=0), When(theirs, then=1), default=2, output_field=IntegerField())
    return found.order_by(first, "-id")


def may_be_the_same(quotation: Quotation, text: str) -> QuerySet[Statement]:
    """Statements matching `text` that `quotation` may report once more, withdrawn ones left out.

    Those of the speaker that was read stand first; the others carry `another_speaker`. Where nobody was read, none."""
    read = Speaker.objects.named(quotation.speaker_name) if quotation.speaker_name else Speaker.objects.all()
    another = Case(When(speaker__in=read, then=False), default=True, output_field=BooleanField())
    found = statements_matching(text).exclude(state=StatementState.WITHDRAWN)
    return found.annotate(another_speaker=another).order_by("another_speaker", "-id")


def likely_same(quotation: Quotation, most: int = 3) -> list[Statement]:
    """Statements that `quotation` may report once more: of its speaker and near its day, most shared words first.

    Empty where no speaker was read, or where nothing shares half of the shorter one's words."""
    if not quotation.speaker_name:
        return []
    speakers = Speaker.objects.named(quotation.speaker_name)
    near = Statement.objects.filter(speaker__in=speakers).exclude(state=StatementState.WITHDRAWN)
    if quotation.said_until:
        since, until = (quotation.said_from or quotation.said_until) - NEAR, quotation.said_until + NEAR
        near = near.filter(Q(said_until=None) | Q(said_until__gte=since, said_from__lte=until) | Q(said_from=None))
    candidates = near.exclude(quotations=quotation).select_related("speaker").order_by("-id")[:MOST_COMPARED]
    ranked = sorted(((_shared(quotation.words, one.words), one) for one in candidates), key=lambda pair: -pair[0])
    return [one for share, one in ranked if share >= 0.5][:most]


def _shared(one: str, other: str) -> float:
    """Part of the shorter text's words that stand in the other as well."""
    first, second = _words(one), _words(other)
    return len(first & second) / max(1, min(len(first), len(second)))


def _words(text: str) -> set[str]:
    return set("".join(char.lower() if char.isalnum() else " " for char in text).split())
