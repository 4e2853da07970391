"""What the desk has of a statement, a pair, a story, as plain values: the one place that says what an edition of it
would hold. Reads working rows; whatever readers see comes out of editions instead."""

from collections.abc import Iterable
from dataclasses import replace

from django.db.models import Prefetch

from articles.capture.reach import into_reach
from articles.models import Article
from claims.models import Contradiction, Quotation, Response, Speaker, Statement
from claims.models.states import QuotationState, StatementState
from claims.records import Finding, Mode, SpeakerKind, Stance
from claims.text.surroundings import sentence_after, sentence_before
from claims.timeline.arranging import in_order
from claims.timeline.entries import Entry, Pair, Rendering, Reply, Source, Voice, stance_before, with_stance
from claims.timeline.origins import numbered

WITH_EVIDENCE = Prefetch(
    "quotations",
    Quotation.objects.filter(state=QuotationState.ACCEPTED)
    .with_article()
    .order_by("version__article__published_at", "id"),
)


def statements_now(keys: Iterable[int]) -> dict[int, Entry]:
    """The statements as they stand at the desk, by their numbers. Two queries."""
    rows = Statement.objects.filter(pk__in=list(keys)).select_related("speaker").prefetch_related(WITH_EVIDENCE)
    return {row.pk: entry_of(row) for row in rows}


def entry_of(statement: Statement) -> Entry:
    """One working row as a value; its speaker and its accepted quotations should be there already."""
    return Entry(
        key=statement.pk,
        speaker=voice_of(statement.speaker),
        words=statement.words,
        mode=Mode(statement.mode),
        stance=stance_of(statement.stance),
        said=statement.said,
        said_basis=statement.said_basis,
        said_confirmed=statement.said_confirmed,
        day_order=statement.day_order,
        role=statement.role,
        occasion=statement.occasion,
        question=statement.question,
        draft=statement.state == StatementState.DRAFT,
        withdrawn=statement.withdrawn_reason,
        renderings=_renderings(statement.quotations.all()),
    )


def pair_now(contradiction: Contradiction, first: Entry, second: Entry) -> Pair:
    """The pair as it stands at the desk between these two statements. One query."""
    replies = contradiction.responses.select_related("speaker").order_by("asked_at", "id")
    return pair_of(contradiction, first, second, tuple(map(reply_of, replies)))


def pair_of(contradiction: Contradiction, first: Entry, second: Entry, replies: tuple[Reply, ...]) -> Pair:
    earlier, later = in_order(first, second)
    clashes = {first.key: contradiction.first_clash, second.key: contradiction.second_clash}
    return Pair(
        key=contradiction.pk,
        earlier=earlier,
        later=later,
        finding=Finding(contradiction.finding or Finding.CONTRADICTION),
        explanation=contradiction.explanation,
        earlier_clash=clashes[earlier.key],
        later_clash=clashes[later.key],
        open=contradiction.edition_id is None and not contradiction.withdrawn_reason,
        withdrawn=contradiction.withdrawn_reason,
        replies=replies,
    )


def voice_of(speaker: Speaker) -> Voice:
    return Voice(speaker.slug, speaker.name, SpeakerKind(speaker.kind))


def stance_of(stance: str) -> Stance | None:
    return Stance(stance) if stance else None


def told_by(statement: Statement) -> str:
    """A working row's words with their stance before them."""
    return with_stance(statement.words, stance_before(Mode(statement.mode), stance_of(statement.stance)))


def _renderings(quotations: Iterable[Quotation]) -> tuple[Rendering, ...]:
    rows = list(quotations)
    reports = numbered(row.version.article.origin_id for row in rows)
    return tuple(replace(rendering_of(row), report=report) for row, report in zip(rows, reports, strict=True))


def rendering_of(quotation: Quotation) -> Rendering:
    """An accepted quotation with the sentence on either side; its version and article should be there already."""
    version, article = quotation.version, quotation.version.article
    return Rendering(
        key=quotation.pk,
        outlet=article.outlet.name,
        title=article.title,
        url=article.url,
        published=article.published_day,
        words=quotation.words,
        before=sentence_before(version.text, quotation.start),
        after=sentence_after(version.text, quotation.end),
        mode=Mode(quotation.mode),
        stance=stance_of(quotation.stance),
        source=Source(
            article=article.pk,
            version=version.number,
            byline=article.byline,
            published_time=published_time(article),
            captured=version.captured_at,
            sha256=version.sha256,
        ),
        spans=quotation.spans,
        exact=quotation.exact,
        attributed=quotation.source,
        cue=quotation.cue,
    )


def published_time(article: Article) -> str:
    """'09:30 BST' on the outlet's clock, '' where only the day is known."""
    moment = article.published_moment
    return f"{moment:%H:%M %Z}" if moment and article.published_has_time else ""


def reply_of(response: Response) -> Reply:
    return Reply(
        key=response.pk,
        asked=into_reach(response.asked_at),
        how=response.asked_how,
        deadline=into_reach(response.deadline) if response.deadline else None,
        answer=response.answer,
        answered=into_reach(response.answered_at) if response.answered_at else None,
        who=response.speaker.name,
    )
