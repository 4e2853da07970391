"""Finding statements and speakers by words, and the statements that a quotation may report once more.

Plain queries, no likeness: every word typed must stand somewhere in what is found."""

import datetime as dt

from django.db.models import BooleanField, Case, Exists, IntegerField, OuterRef, Q, QuerySet, When

from claims.models import Quotation, Speaker, Statement, Story
from claims.models.states import StatementState

NEAR = dt.timedelta(days=3)
MOST_COMPARED = 50


def statements_matching(text: str, story: Story | None = None) -> QuerySet[Statement]:
    """Statements with every word of `text` in their words, speaker, role or occasion, newest first."""
    found = Statement.objects.select_related("speaker").order_by("-id")
    if story:
        found = found.filter(stories=story)
    for word in text.split():
        found = found.filter(
            Q(words__icontains=word)
            | Q(speaker__name__icontains=word)
            | Q(role__icontains=word)
            | Q(occasion__icontains=word)
        )
    return found


def speakers_matching(text: str) -> QuerySet[Speaker]:
    """Speakers, not merged ones, with every word of `text` in a name of theirs."""
    found = Speaker.objects.current().order_by("name", "id")
    for word in text.split():
        found = found.filter(Q(name__icontains=word) | Q(aliases__icontains=word))
    return found


def to_compare_with(statement: Statement, text: str, story: Story | None = None) -> QuerySet[Statement]:
    """Other statements that may clash with this one: of its stories first, then of its speaker, newest first."""
    shared = Statement.stories.through.objects.filter(statement=OuterRef("pk"), story__statements=statement)
    others = statements_matching(text, story).exclude(pk=statement.pk).exclude(state=StatementState.WITHDRAWN)
    theirs = Case(When(speaker=statement.speaker_id, then=0), default=1, output_field=IntegerField())
    return others.annotate(together=Exists(shared), theirs=theirs).order_by("-together", "theirs", "-id")


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
