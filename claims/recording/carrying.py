"""From one version of an article to the next: which of an editor's decisions still hold.

Only words that stand in the new text exactly and once are carried over; likeness never counts, for "We have targets"
is nearly "We don't have targets". Whatever is not carried over is left for an editor: `left_behind`."""

from collections.abc import Iterable
from dataclasses import dataclass

import pghistory
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from articles.models import Article, ArticleVersion
from claims.models import Quotation, Reading, Statement
from claims.models.reading import ReadingState
from claims.models.states import QuotationState, StatementState
from claims.records import Span
from claims.text.anchoring import around, only_place

DECIDED = (QuotationState.ACCEPTED, QuotationState.DISMISSED)
COPIED = (
    *(
        "exact",
        "mode",
        "of_source",
        "stance",
        "manner",
        "cue",
        "source",
        "speaker_name",
        "speaker_kind",
        "speaker_basis",
        "speaker_rule",
        "role",
        "relay",
        "occasion",
        "occasion_basis",
    ),
    *("said_from", "said_until", "said_time", "said_precision", "said_basis", "said_rule", "question"),
    *("confidence", "rule", "extractor", "state", "statement", "dismissed_reason", "made_by"),
)


@dataclass(frozen=True, slots=True)
class Carried:
    """How many decisions of earlier versions now stand on the new one."""

    accepted: int = 0
    dismissed: int = 0


def carry_over(version: ArticleVersion) -> Carried:
    """Repeats on `version` what editors accepted and dismissed in earlier versions of its article.

    The later decision wins where two speak of the same words. A suggestion that stands there already takes the
    decision on. Safe to repeat. To be called in a transaction that holds the version's lock."""
    there = {(Span(one.start, one.end), one.of_source): one for one in version.quotations.select_for_update()}
    done: list[Quotation] = []
    for old in _decided_before(version):
        span = only_place(old.exact, version.text)
        place = (span, old.of_source) if span else None
        if place is None or _is_decided(there.get(place)):
            continue
        with pghistory.context(verb="carry over", reason=f"decided on version {old.version.number}"):
            there[place] = _repeated(old, version, place[0], there.get(place))
        done.append(old)
    _note_changes_waiting(done)
    accepted = sum(old.state == QuotationState.ACCEPTED for old in done)
    return Carried(accepted, len(done) - accepted)


def keep_statements_of(version: ArticleVersion) -> None:
    """Locks the statements that earlier versions of the article report: before the version and its quotations, as
    everybody does."""
    reported = Quotation.objects.filter(version__article=version.article_id, state=QuotationState.ACCEPTED)
    statements = Statement.objects.filter(pk__in=reported.values("statement")).order_by("pk")
    list(statements.select_for_update(no_key=True).values_list("pk", flat=True))


def _note_changes_waiting(done: list[Quotation]) -> None:
    """A further rendering of what readers know waits for a reviewer, like any other change."""
    statements = {quotation.statement_id for quotation in done if quotation.statement_id}
    known = Statement.objects.filter(pk__in=statements, state=StatementState.CONFIRMED)
    known.update(waits=True)


def left_behind(article: Article) -> QuerySet[Quotation]:
    """Accepted quotations of earlier versions that the newest version read so far does not have, for an editor.

    A quotation leaves this list when its words are accepted for the same statement in a later version, or when other
    words of the newest version are: new ones, or older ones that came back. Words that were accepted beside it in its
    own version don't count."""
    read = Reading.objects.filter(version=OuterRef("pk"), state=ReadingState.DONE)
    newest = article.versions.filter(Exists(read)).order_by("-number").values("number")[:1]
    accepted = Quotation.objects.filter(version__article=article, state=QuotationState.ACCEPTED)
    of_the_same = accepted.filter(statement=OuterRef("statement"))
    again = of_the_same.filter(exact=OuterRef("exact"), version__number__gt=OuterRef("version__number"))
    beside_it = accepted.filter(
        statement=OuterRef("statement"), exact=OuterRef("exact"), version=OuterRef(OuterRef("version"))
    )
    reworded = of_the_same.filter(~Exists(beside_it), version__number=Subquery(newest))
    earlier = accepted.filter(version__number__lt=Subquery(newest))
    return earlier.exclude(Q(Exists(again)) | Q(Exists(reworded))).with_article().in_text_order()


def _decided_before(version: ArticleVersion) -> Iterable[Quotation]:
    earlier = Quotation.objects.filter(version__article=version.article_id, version__number__lt=version.number)
    decided = earlier.filter(state__in=DECIDED).select_related("version")
    # Locked, so that no editor undoes a decision, and with it a statement, while it is being repeated.
    return decided.select_for_update(of=("self",)).order_by("-version__number", "start", "end", "of_source")


def _is_decided(quotation: Quotation | None) -> bool:
    return quotation is not None and (quotation.state in DECIDED or quotation.made_by_id is not None)


def _repeated(old: Quotation, version: ArticleVersion, span: Span, suggestion: Quotation | None) -> Quotation:
    quotation = suggestion or Quotation(version=version, start=span.start, end=span.end)
    for name in COPIED:
        setattr(quotation, name, getattr(old, name))
    for name, words in around(version.text, span).items():
        setattr(quotation, name, words)
    by = span.start - old.start
    quotation.parts = [[start + by, end + by] for start, end in old.parts]
    quotation.cue_start = _moved(old.cue_start, by, old.cue, version.text)
    quotation.source_start = _moved(old.source_start, by, old.source, version.text)
    quotation.save()
    return quotation


def _moved(start: int | None, by: int, words: str, text: str) -> int | None:
    """The start in the new text, or None where the words around the quotation changed."""
    moved = None if start is None else start + by
    return moved if moved is not None and moved >= 0 and text.startswith(words, moved) else None
