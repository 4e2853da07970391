"""Gathers statements and pairs from the database into plain entries, in a number of queries that does not grow.

Who may see a row is decided before it comes here: the querysets that are handed in went through `visible_to`."""

from collections.abc import Iterable, Mapping

from django.db.models import Prefetch
from django.utils import timezone

from articles.capture.reach import into_reach
from claims.models import Contradiction, Correction, Quotation, Response, Speaker, Statement
from claims.models.contradiction import READABLE_STATES, ContradictionQuerySet
from claims.models.statement import StatementQuerySet
from claims.models.states import ContradictionState, QuotationState, StatementState
from claims.records import Finding, Mode, SpeakerKind
from claims.text.surroundings import sentence_after, sentence_before
from claims.timeline.arranging import in_order
from claims.timeline.entries import Entry, Note, Pair, Rendering, Reply, Voice

SHOWN_STATES = (ContradictionState.PROPOSED, *READABLE_STATES)
"""A machine's suggestion and what was dismissed are the desk's business and on no reading page, whoever reads."""


def entries_of(statements: StatementQuerySet, *, in_context: bool = False) -> dict[int, Entry]:
    """Every statement by its number, with its renderings and corrections. Three queries.

    `in_context` also reads the articles' texts, for the sentence on either side."""
    quotations = Quotation.objects.filter(state=QuotationState.ACCEPTED).with_article()
    if not in_context:
        quotations = quotations.defer("version__text")
    by_day = quotations.order_by("version__article__published_at", "id")
    rows = statements.select_related("speaker").prefetch_related(Prefetch("quotations", by_day), "corrections")
    return {row.pk: entry_of(row, in_context=in_context) for row in rows}


def pairs_of(contradictions: ContradictionQuerySet, entries: Mapping[int, Entry] | None = None) -> tuple[Pair, ...]:
    """Every pair with its statements, replies and corrections. Three queries, and three more without `entries`.

    Where `entries` are given, pairs of which one statement is missing there are left out."""
    rows = list(
        contradictions.filter(state__in=SHOWN_STATES).prefetch_related(
            Prefetch("responses", Response.objects.select_related("speaker")), "corrections"
        )
    )
    if entries is None:
        ids = {pk for row in rows for pk in (row.first_id, row.second_id)}
        entries = entries_of(Statement.objects.filter(pk__in=ids))
    return tuple(pair_of(row, entries) for row in rows if {row.first_id, row.second_id} <= entries.keys())


def standing(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Without the findings that no longer hold: their pages stay, the timeline no longer draws them."""
    return tuple(pair for pair in pairs if pair.stands)


def voice_of(speaker: Speaker) -> Voice:
    return Voice(speaker.slug, speaker.name, SpeakerKind(speaker.kind))


def entry_of(statement: Statement, *, in_context: bool = False) -> Entry:
    """One row as a plain value; its speaker, quotations and corrections should be there already."""
    return Entry(
        key=statement.pk,
        speaker=voice_of(statement.speaker),
        words=statement.words,
        mode=Mode(statement.mode),
        said=statement.said,
        said_basis=statement.said_basis,
        said_confirmed=statement.said_confirmed,
        day_order=statement.day_order,
        role=statement.role,
        occasion=statement.occasion,
        question=statement.question,
        draft=statement.state == StatementState.DRAFT,
        withdrawn=statement.withdrawn_reason,
        renderings=tuple(rendering_of(quotation, in_context=in_context) for quotation in statement.quotations.all()),
        corrections=tuple(map(_note, statement.corrections.all())),
    )


def pair_of(contradiction: Contradiction, entries: Mapping[int, Entry]) -> Pair:
    earlier, later = in_order(entries[contradiction.first_id], entries[contradiction.second_id])
    clashes = {contradiction.first_id: contradiction.first_clash, contradiction.second_id: contradiction.second_clash}
    return Pair(
        key=contradiction.pk,
        earlier=earlier,
        later=later,
        finding=Finding(contradiction.finding),
        explanation=contradiction.explanation,
        earlier_clash=clashes[earlier.key],
        later_clash=clashes[later.key],
        open=contradiction.state == ContradictionState.PROPOSED,
        withdrawn=contradiction.withdrawn_reason,
        replies=tuple(map(_reply, contradiction.responses.all())),
        corrections=tuple(map(_note, contradiction.corrections.all())),
    )


def rendering_of(quotation: Quotation, *, in_context: bool = False) -> Rendering:
    article = quotation.version.article
    text = quotation.version.text if in_context else ""
    return Rendering(
        key=quotation.pk,
        outlet=article.outlet.name,
        title=article.title,
        url=article.url,
        published=article.published_day,
        words=quotation.words,
        before=sentence_before(text, quotation.start) if in_context else "",
        after=sentence_after(text, quotation.end) if in_context else "",
    )


def _reply(response: Response) -> Reply:
    """Its moments moved into reach where they are not, so that one bad one never takes a page down."""
    return Reply(
        asked=into_reach(response.asked_at),
        how=response.asked_how,
        deadline=into_reach(response.deadline) if response.deadline else None,
        answer=response.answer,
        answered=into_reach(response.answered_at) if response.answered_at else None,
        who=response.speaker.name,
    )


def _note(correction: Correction) -> Note:
    return Note(correction.text, timezone.localdate(correction.made_at), correction.signature)
