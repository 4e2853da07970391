"""Writes the first editions, a thousand records at a time: a million statements never stand in memory.

An edition that is taken over says so. Who confirmed it and when are what the columns of the release before said. Its
makers are only known as far as that release kept them on the record: whoever edited or proposed last."""

from itertools import batched, groupby

from django.db.models import F, Max, Q

from .content import digest_of, first_is_earlier, pair_content, statement_content, story_content
from .moments import readable
from .surroundings import STRETCHES

CHUNK = 1000
STANDING = ("confirmed", "corrected")
EVENTS = {
    "statement": "StatementEvent",
    "quotation": "QuotationEvent",
    "pair": "ContradictionEvent",
    "response": "ResponseEvent",
    "story": "StoryEvent",
    "membership": "StoryStatementEvent",
}
SAID = ("said_from", "said_until", "said_time", "said_precision", "said_basis")


class Models:
    """The historical models by name, `models.Statement`, and the connection that they are written on."""

    def __init__(self, apps, connection):
        self.apps, self.connection = apps, connection

    def __getattr__(self, name):
        return self.apps.get_model("claims", name)


def upto(models):
    """How far history goes, table by table: whatever is written later counts for the edition after this one. Articles
    and outlets had none before: all that theirs will ever tell is later."""
    last = {name: getattr(models, event).objects.aggregate(last=Max("pgh_id")) for name, event in EVENTS.items()}
    return {name: found["last"] or 0 for name, found in last.items()} | {"article": 0, "outlet": 0}


# ------------------------------------------------------------------ statements


def write_statements(models, common):
    """Edition 1 of every statement that was ever confirmed and is no draft, with its evidence."""
    rows = models.Statement.objects.exclude(state="draft").select_related("speaker").order_by("pk")
    for batch in batched(rows.iterator(chunk_size=CHUNK), CHUNK):
        quotations = _quotations(models, batch)
        editions = models.StatementEdition.objects.bulk_create(
            _statement_edition(models, row, quotations.get(row.pk, ()), common) for row in batch
        )
        models.EditionEvidence.objects.bulk_create(
            models.EditionEvidence(edition=edition, quotation=quotation)
            for edition in editions
            for quotation in quotations.get(edition.statement_id, ())
        )
        _point_at(models, models.Statement, {edition.statement_id: edition.pk for edition in editions})
    _count(models, models.Statement, models.StatementEdition)


def _quotations(models, statements):
    """Accepted quotations by the number of their statement, in the order in which they are shown. Moments come with
    them as `published` and `captured`, brought into bounds; the article's whole text does not."""
    rows = (
        models.Quotation.objects.filter(statement__in=[row.pk for row in statements], state="accepted")
        .select_related("version__article__outlet")
        .defer("version__text", "version__captured_at", "version__article__published_at")
        .annotate(
            published=readable("version__article__published_at"), captured=readable("version__captured_at"), **STRETCHES
        )
        .order_by("statement", "version__article__published_at", "id")
    )
    return {key: list(group) for key, group in groupby(rows, key=lambda row: row.statement_id)}


def _statement_edition(models, row, quotations, common):
    said = {name: getattr(row, name) for name in SAID}
    return models.StatementEdition(
        statement=row,
        speaker=row.speaker,
        day_order=row.day_order,
        **said,
        **_edition(statement_content(row, quotations), row.edited_by_id, *_confirmation(models, row), common),
    )


def _confirmation(models, row):
    """Who confirmed a statement and when. A withdrawn one could be without either: then the last confirmation that its
    history knows tells, or at the least the day on which it was made."""
    if row.confirmed_by_id and row.confirmed_at:
        return row.confirmed_by_id, row.confirmed_at
    events = models.StatementEvent.objects.filter(pgh_obj_id=row.pk, state="confirmed").order_by("-pgh_id")
    event = events.first()
    if event is None:
        return row.confirmed_by_id, row.confirmed_at or row.created_at
    who = row.confirmed_by_id or _still_there(models, event.confirmed_by_id)
    return who, row.confirmed_at or event.confirmed_at or event.pgh_created_at


# ------------------------------------------------------------------ pairs


def propose_pairs_on_drafts(models):
    """A confirmed pair of which a statement is a draft goes back to where it has to be confirmed along with it. No
    reader saw it: a page needs both statements. Who had confirmed it stays in its history."""
    on_drafts = Q(first__edition=None) | Q(second__edition=None)
    keys = models.Contradiction.objects.filter(on_drafts, state__in=STANDING).values("pk")
    models.Contradiction.objects.filter(pk__in=list(keys.values_list("pk", flat=True))).update(
        state="proposed", confirmed_by=None, confirmed_at=None, revision=F("revision") + 1
    )


def write_pairs(models, common):
    """Edition 1 of every pair that was confirmed, between the first editions of its statements.

    A withdrawn pair of which a statement is a draft gets none: there is nothing that it could name. It stays withdrawn,
    with its reason, for the newsroom; readers did not see its page either."""
    rows = models.Contradiction.objects.filter(
        state__in=(*STANDING, "withdrawn"), first__edition__isnull=False, second__edition__isnull=False
    )
    unread = ("first__edition__content", "second__edition__content")
    rows = rows.select_related("first__edition", "second__edition").defer(*unread).order_by("pk")
    for batch in batched(rows.iterator(chunk_size=CHUNK), CHUNK):
        responses = models.Response.objects.filter(contradiction__in=batch).select_related("speaker")
        told = {}
        for response in responses.order_by("asked_at", "id"):
            told.setdefault(response.contradiction_id, []).append(response)
        editions = models.ContradictionEdition.objects.bulk_create(
            models.ContradictionEdition(
                contradiction=row,
                first_edition=row.first.edition,
                second_edition=row.second.edition,
                first_is_earlier=first_is_earlier(row),
                **_edition(
                    pair_content(row, told.get(row.pk, ())),
                    row.proposed_by_id,
                    row.confirmed_by_id,
                    row.confirmed_at,
                    common,
                ),
            )
            for row in batch
        )
        _point_at(models, models.Contradiction, {edition.contradiction_id: edition.pk for edition in editions})


# ------------------------------------------------------------------ stories


def write_stories(models, common):
    """Edition 1 of every published story, with its members, drafts among them; and the times in which it was public."""
    for story in models.Story.objects.filter(state="published").order_by("pk").iterator(chunk_size=CHUNK):
        members = list(models.StoryStatement.objects.filter(story=story).values_list("statement_id", flat=True))
        edition = models.StoryEdition.objects.create(
            story=story,
            title=story.title,
            slug=story.slug,
            summary=story.summary,
            **_edition(story_content(story, members), None, story.published_by_id, story.published_at, common),
        )
        models.StoryEditionMember.objects.bulk_create(
            (models.StoryEditionMember(edition=edition, statement_id=key) for key in sorted(members)), batch_size=CHUNK
        )
        _point_at(models, models.Story, {story.pk: edition.pk})
        models.Publication.objects.create(
            story=story, published_at=story.published_at, published_by_id=story.published_by_id
        )
    _write_ended_publications(models)


def _write_ended_publications(models):
    """The times in which a story was public before, where its history has all of it: by whom, until when, by whom, and
    why it was taken away. A time that misses any of this stays in the history, and gets no note."""
    was_public = models.Story.objects.exclude(published_at=None).values("pk")
    events = models.StoryEvent.objects.filter(pgh_obj_id__in=was_public).select_related("pgh_context")
    rows = events.order_by("pgh_obj_id", "pgh_id").iterator(chunk_size=CHUNK)
    for story, history in groupby(rows, key=lambda event: event.pgh_obj_id):
        for began, ended in _times_in_public(history):
            told = ended.pgh_context.metadata if ended.pgh_context else {}
            by, until = _still_there(models, began.published_by_id), _still_there(models, told.get("user"))
            if by and until and began.published_at and told.get("reason"):
                models.Publication.objects.create(
                    story_id=story,
                    published_at=began.published_at,
                    published_by_id=by,
                    unpublished_at=max(began.published_at, ended.pgh_created_at),
                    unpublished_by_id=until,
                    reason=told["reason"],
                )


def _times_in_public(history):
    """The row of history that published a story, and the one that took it from readers, for each time that is over."""
    began = None
    for event in history:
        if event.state == "published":
            began = began or event
        elif began:
            yield began, event
            began = None


# ------------------------------------------------------------------ what every edition has


def _edition(content, maker, confirmed_by, confirmed_at, common):
    return {
        "number": 1,
        "content": content,
        "digest": digest_of(content),
        "made_by": [maker] if maker and maker != confirmed_by else [],
        "confirmed_by_id": confirmed_by,
        "confirmed_at": confirmed_at,
        "taken_over": True,
        "upto": common,
    }


def _still_there(models, user):
    """The number of a user that history names, None where nobody has it any more."""
    users = models.StatementEdition._meta.get_field("confirmed_by").related_model.objects
    return user if user and users.filter(pk=user).exists() else None


def _point_at(models, records, editions):
    """The records of one batch, by number, at their editions. Then the database checks the batch's references at once:
    those that wait for the end of the transaction are gone through for every row of history that a trigger writes."""
    with models.connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {records._meta.db_table} record SET edition_id = told.edition "
            "FROM unnest(%s::bigint[], %s::bigint[]) AS told (key, edition) WHERE record.id = told.key",
            [list(editions), list(editions.values())],
        )
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _count(models, *tables):
    """Lets the database plan by what stands in the tables now: it takes those that this transaction fills for empty,
    and would go through all of one for every row of another."""
    with models.connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(table._meta.db_table for table in tables)}")
