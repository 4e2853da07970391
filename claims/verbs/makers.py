"""Who made the changes that an edition would bring to readers: read from the rows that the database's triggers write,
so that no way of changing something is left out. Joins, replies, membership and the names beside the words count."""

from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import pairwise
from typing import Any

from django.db.models import Max, QuerySet

from articles.models import Article, ArticleVersion, Outlet
from claims.models import (
    Contradiction,
    Quotation,
    Response,
    Speaker,
    Statement,
    StatementEdition,
    Story,
    StoryStatement,
)
from claims.verbs.history import Tracked, user_of, verb_of

STATEMENT_SAYS = (
    *("speaker_id", "role", "words", "mode", "stance", "occasion", "question", "day_order"),
    *("said_from", "said_until", "said_time", "said_precision", "said_basis", "said_confirmed"),
)
QUOTATION_SAYS = ("exact", "parts", "mode", "stance")
PAIR_SAYS = ("finding", "explanation", "first_clash", "second_clash")
REPLY_SAYS = ("asked_at", "asked_how", "deadline", "answer", "answered_at")
STORY_SAYS = ("title", "slug", "summary")
NAMES = ("name", "kind")

COUNTED: dict[str, Any] = {
    "statement": Statement,
    "quotation": Quotation,
    "pair": Contradiction,
    "response": Response,
    "story": Story,
    "membership": StoryStatement,
    "article": Article,
    "outlet": Outlet,
}
"""The tables whose history is counted, by the name under which an edition keeps how far."""

PUT_BACK = "put_back"
"""The verb after whose name nothing is left of what went before it."""
SEEN_BY_TWO = ("apply_proposal",)
"""Verbs of a second person: whoever proposed has seen it, and so has whoever applied it."""
OF_ORIGINS = ("say_independent", "say_same")
"""Verbs that tell whose report an article is: they count where a statement stands in other articles as well."""


def upto() -> dict[str, int]:
    """How far history goes now, table by table. To be asked while the record is locked: whatever changes it next is
    written later, and counts for the edition after this one."""
    last = {
        name: model.pgh_event_model.objects.aggregate(last=Max("pgh_id"))["last"] for name, model in COUNTED.items()
    }
    return {name: number or 0 for name, number in last.items()}


def makers_of_statement(statement: Statement) -> set[int]:
    """The users who changed what a statement's next edition holds since its current one. A draft's last editor is one
    of them whatever history says."""
    edition = statement.edition
    since = edition.upto if edition else {}
    own = _of(Statement, pgh_obj_id=statement.pk)
    makers = _makers(own, STATEMENT_SAYS, since.get("statement", 0))
    makers |= _makers_of_evidence(statement, since.get("quotation", 0))
    makers |= makers_of_name(statement.speaker)
    makers |= _makers_of_prints(statement, since)
    return makers if edition else makers | {statement.edited_by_id}


def makers_of_pair(pair: Contradiction) -> set[int]:
    """The same for a pair: its finding, and its right of reply. Its statements are confirmed beside it."""
    edition = pair.edition
    since = edition.upto if edition else {}
    makers = _makers(_of(Contradiction, pgh_obj_id=pair.pk), PAIR_SAYS, since.get("pair", 0))
    responses = _of(Response, contradiction_id=pair.pk).order_by("pgh_obj_id", "pgh_id")
    makers |= _each(responses, lambda events: _makers(events, REPLY_SAYS, since.get("response", 0)))
    known = {one["response"] for one in edition.content["replies"]} if edition else set()
    for response in pair.responses.exclude(pk__in=known).select_related("speaker"):
        makers |= _makers_of_reply_name(response, since.get("response", 0))
    return makers if edition or not pair.proposed_by_id else makers | {pair.proposed_by_id}


def makers_of_story(story: Story) -> set[int]:
    """The same for a story: its head, and which statements stand in it."""
    edition = story.edition
    since = edition.upto if edition else {}
    makers = _makers(_of(Story, pgh_obj_id=story.pk), STORY_SAYS, since.get("story", 0))
    seats = _of(StoryStatement, story_id=story.pk).filter(pgh_id__gt=since.get("membership", 0))
    return makers | _makers_of_seats(seats, edition.content["statements"] if edition else ())


def _of(model: Any, **which: Any) -> QuerySet[Any]:
    events: QuerySet[Any] = model.pgh_event_model.objects.filter(**which)
    return events.select_related("pgh_context").order_by("pgh_id")


def _each(events: Iterable[Tracked], count: Callable[[list[Tracked]], set[int]]) -> set[int]:
    """The same count for the events of each record."""
    of_one: dict[int, list[Tracked]] = {}
    for event in events:
        of_one.setdefault(event.pgh_obj_id, []).append(event)
    return {user for one in of_one.values() for user in count(one)}


def _makers(events: Iterable[Tracked], says: Collection[str], since: int) -> set[int]:
    """Who wrote those of a record's events after `since` that change one of the columns; making and deleting count."""
    makers: set[int] = set()
    for before, event in pairwise((None, *events)):
        if event is None or event.pgh_id <= since or verb_of(event) in SEEN_BY_TWO:
            continue
        if verb_of(event) == PUT_BACK:
            makers.clear()
        elif before is None or event.pgh_label.startswith("delete") or _differ(before, event, says):
            makers |= _users([event])
    return makers


def _makers_of_evidence(statement: Statement, since: int) -> set[int]:
    ever = _of(Quotation, statement_id=statement.pk).order_by().values("pgh_obj_id")
    events = _of(Quotation, pgh_obj_id__in=ever).order_by("pgh_obj_id", "pgh_id")
    brought = ArticleVersion.objects.filter(quotations__in=ever, captured_by__isnull=False)
    bringers = dict(brought.values_list("pk", "captured_by"))
    return _each(events, lambda of_one: _linkers(of_one, statement.pk, since, bringers))


def _linkers(events: list[Tracked], statement: int, since: int, bringers: Mapping[int, int]) -> set[int]:
    """Who linked a quotation to the statement, took it away, or changed it while it was linked; nobody, once all of it
    is again as it was. What the worker carried over to another text is the doing of whoever brought that in, by the
    version's number in `bringers`."""
    linkers: set[int] = set()
    then = before = None
    for event in events:
        if event.pgh_id <= since:
            then = before = event
            continue
        if _is_same_evidence(then, event, statement):
            linkers.clear()
        elif not _is_same_evidence(before, event, statement):
            bringer = bringers.get(event.version_id)
            linkers |= _users([event]) or ({bringer} if bringer else set())
        before = event
    return linkers


def _is_same_evidence(one: Tracked, other: Tracked, statement: int) -> bool:
    linked = [event is not None and event.statement_id == statement for event in (one, other)]
    return linked[0] == linked[1] and not (linked[0] and _differ(one, other, QUOTATION_SAYS))


def _makers_of_seats(events: Iterable[Tracked], members: Collection[int]) -> set[int]:
    """Who added or removed statements that are not in their story as they are in its edition, `members`."""
    makers: dict[int, set[int]] = {}
    for event in events:
        is_in = not event.pgh_label.startswith("delete")
        if is_in == (event.statement_id in members):
            makers.pop(event.statement_id, None)
        else:
            makers.setdefault(event.statement_id, set()).update(_users([event]))
    return {user for users in makers.values() for user in users}


def _makers_of_reply_name(response: Response, since: int) -> set[int]:
    """Who gave whoever was asked the present name, and who merged them: beside a reply that an edition has, the name
    stays."""
    events = [event for event in _of(Response, pgh_obj_id=response.pk) if event.pgh_id > since]
    return _makers(events, ("speaker_id",), since) | makers_of_name(response.speaker)


def makers_of_name(speaker: Speaker) -> set[int]:
    """Who gave a speaker the present name and kind, unless an edition has them: then two people have seen them."""
    seen = StatementEdition.objects.filter(
        speaker__in=[speaker.pk, *speaker.merged_speakers.values_list("pk", flat=True)],
        content__name=speaker.name,
        content__kind=speaker.kind,
    )
    if seen.exists():
        return set()
    events = list(_of(Speaker, pgh_obj_id=speaker.pk))
    given = [_given(events, column) for column in NAMES]
    return _users(event for event in given if event is not None and verb_of(event) not in SEEN_BY_TWO)


def _given(events: list[Tracked], column: str) -> Tracked | None:
    """The change by which a column came to say what it says."""
    changes = [now for before, now in pairwise((None, *events)) if before is None or _differ(before, now, (column,))]
    return changes[-1] if changes else None


def _makers_of_prints(statement: Statement, since: Mapping[str, int]) -> set[int]:
    """Who changed the head of an article, or an outlet's name, that stands beside a rendering; and, where there are
    several articles, who said whose report one is."""
    articles = Article.objects.filter(versions__quotations__statement=statement).distinct()
    heads = _of(Article, pgh_obj_id__in=articles.values("pk")).filter(pgh_id__gt=since.get("article", 0))
    names = _of(Outlet, pgh_obj_id__in=articles.values("outlet")).filter(pgh_id__gt=since.get("outlet", 0))
    later = [one for events in (heads, names) for one in events.filter(pgh_created_at__gte=statement.created_at)]
    if articles.count() < 2:
        later = [event for event in later if verb_of(event) not in OF_ORIGINS]
    return _users(later)


def _differ(before: Tracked, now: Tracked, says: Collection[str]) -> bool:
    return any(getattr(before, name) != getattr(now, name) for name in says)


def _users(events: Iterable[Tracked]) -> set[int]:
    return {user for user in map(user_of, events) if user is not None}
