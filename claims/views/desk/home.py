from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from accounts.access import role_required
from accounts.roles import Role
from articles.models import Article
from claims.models import Contradiction, Mistake, Quotation, Reading, SpeakerProposal, Statement, Story
from claims.models.reading import ReadingState
from claims.models.states import StoryState
from claims.views.answering import DeskRequest, show
from claims.views.desk.articles import suggestion_counts
from claims.views.desk.sides import in_sides

MOST = 8
"""Rows of each queue on the desk's first page; the lists have the rest."""


@require_safe
@role_required(Role.JOURNALIST)
def home(request: DeskRequest) -> HttpResponse:
    """What waits for whom."""
    suggested = with_suggestions()[:MOST]
    proposed = Contradiction.objects.awaiting_review().with_statements().order_by("id")
    context: dict[str, Any] = {
        "readings": unread()[:MOST],
        "suggested": suggested,
        "counts": suggestion_counts(suggested),
        "drafts": Statement.objects.awaiting_review().select_related("speaker", "edited_by").order_by("id")[:MOST],
        "proposed": in_sides(proposed[:MOST]),
        "unpublished": Story.objects.filter(state=StoryState.UNPUBLISHED).newest_first()[:MOST],
        "waiting": waiting(),
        "proposals": SpeakerProposal.objects.waiting().with_people()[:MOST],
        "mistakes": Mistake.objects.still_open().newest_first()[:MOST],
        "mistakes_open": Mistake.objects.still_open().count(),
        "is_empty": not Article.objects.exists(),
    }
    return show(request, "claims/desk/home.html", context)


def waiting() -> dict[str, Any]:
    """What was confirmed and has been changed at the desk since."""
    return {
        "statements": Statement.objects.with_changes_waiting()
        .select_related("speaker", "edited_by")
        .order_by("id")[:MOST],
        "pairs": in_sides(Contradiction.objects.with_changes_waiting().with_statements().order_by("id")[:MOST]),
        "stories": Story.objects.with_changes_waiting().newest_first()[:MOST],
    }


def unread() -> QuerySet[Reading]:
    """Readings that wait, run or failed, the newest first."""
    waiting = Reading.objects.exclude(state=ReadingState.DONE)
    return waiting.select_related("version__article__outlet").defer("version__text")


def with_suggestions() -> QuerySet[Article]:
    """Articles whose newest version has suggestions that no editor has decided on."""
    waiting = Quotation.objects.awaiting_an_editor()
    some = Article.objects.filter(pk__in=waiting.values("version__article"))
    newest = waiting.filter(version=OuterRef("latest_version_id"))
    return some.newest_first().with_latest_version().filter(Exists(newest))
