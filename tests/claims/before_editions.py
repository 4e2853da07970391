"""A newsroom as the release before editions left it, written the way its verbs wrote: for tests of the migration that
takes it over. Everything goes through historical models, `before`, whose fields are those of that release."""

import datetime as dt
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

import pghistory
from django.db import connection
from django.utils import timezone

type Row = Any
type Models = Callable[[str], Any]

TABLES = ("Speaker", "Statement", "Quotation", "Contradiction", "Response", "Correction", "Story", "StoryStatement")
EVENTS = tuple(f"{name}Event" for name in TABLES if name != "Correction")
ASKED = dt.datetime(2018, 4, 27, 9, 0, tzinfo=dt.UTC)

FIRST = """Ms Rudd spoke on Wednesday. "We have no targets," she told the committee. Others doubted it at once.

Mr. A. Smith wrote: “Targets,” he said, “were used.” The Home Office, he added, knew of them since December 2015."""
SECOND = """The home secretary denied it. "We don't have targets for removals," Amber Rudd said, and left.

Asked again… "I was not aware," she said. A report found that targets had been set. Nobody answered"""
THIRD = SECOND.replace("Nobody answered", "Nobody has answered since.")


class Newsroom:
    """Its people, articles and records by name; each method is a verb of that release."""

    def __init__(self, model: Models) -> None:
        self.model = model
        self.editor, self.reviewer, self.other = (
            model("accounts.User").objects.create(username=f"old-{name}", first_name=name.title(), last_name="Old")
            for name in ("editor", "reviewer", "other")
        )
        self.made: dict[str, Row] = {}

    def __getattr__(self, name: str) -> Row:
        return self.made[name]

    def of(self, name: str) -> Any:
        return self.model(f"claims.{name}").objects

    def version(self, outlet: str, number: int, text: str, **article: Any) -> Row:
        made, _ = self.model("articles.Outlet").objects.get_or_create(name=outlet)
        piece, _ = self.model("articles.Article").objects.get_or_create(
            outlet=made, title=f"Targets, by {outlet}", defaults=article
        )
        return self.model("articles.ArticleVersion").objects.create(
            article=piece, number=number, captured_at=ASKED, text=text, sha256=f"{hash(text):x}"[-64:]
        )

    def quotation(self, version: Row, words: str, state: str = "suggested", **details: Any) -> Row:
        start = version.text.index(words)
        details = {"mode": "direct", "cue": "said", "source": "she"} | details
        where = {"start": start, "end": start + len(words), "exact": words}
        return self.of("Quotation").create(version=version, state=state, **where, **details)

    def accept(self, name: str, words: str, speaker: Row, *quotations: Row, **details: Any) -> Row:
        with _deed(self.editor, "accept"):
            details = {"mode": "direct", "edited_by": self.editor} | details
            row = self.of("Statement").create(speaker=speaker, words=words, **details)
            for quotation in quotations:
                quotation.state, quotation.statement = "accepted", row
                quotation.save()
        self.made[name] = row
        return row

    def confirm(self, row: Row, by: Row | None = None) -> Row:
        by = by or self.reviewer
        with _deed(by, "confirm_statement"):
            return _changed(row, state="confirmed", confirmed_by=by, confirmed_at=timezone.now())

    def edit(self, row: Row, **changes: Any) -> Row:
        with _deed(self.editor, "edit"):
            _changed(row, state="draft", confirmed_by=None, confirmed_at=None, edited_by=self.editor, **changes)
            for side in ("first", "second"):
                for pair in self.of("Contradiction").filter(**{side: row}, state__in=("confirmed", "corrected")):
                    _changed(pair, state="proposed", confirmed_by=None, confirmed_at=None)
        return row

    def withdraw(self, row: Row, reason: str) -> Row:
        with _deed(self.reviewer, "withdraw", reason=reason):
            return _changed(row, state="withdrawn", withdrawn_reason=reason)

    def pair(self, name: str, one: Row, other: Row, state: str = "proposed", **details: Any) -> Row:
        first, second = sorted((one, other), key=lambda row: row.pk)
        with _deed(self.editor, "propose"):
            found = {"finding": "contradiction", "explanation": f"Why: {name}.", "proposed_by": self.editor}
            row = self.of("Contradiction").create(first=first, second=second, state=state, **found | details)
        self.made[name] = row
        return row

    def confirm_pair(self, row: Row) -> Row:
        with _deed(self.reviewer, "confirm"):
            return _changed(row, state="confirmed", confirmed_by=self.reviewer, confirmed_at=timezone.now())

    def correct(self, **what: Row) -> Row:
        with _deed(self.reviewer, "correct"):
            signed = {"signed_by": self.reviewer, "signature": "Reviewer Old", "made_at": timezone.now()}
            return self.of("Correction").create(text="It was Wednesday.", **signed, **what)

    def story(self, name: str, *members: Row) -> Row:
        with _deed(self.editor, "start_story"):
            row = self.of("Story").create(title=f"Story {name}", slug=f"story-{name}", summary="In short.")
        for member in members:
            with _deed(self.editor, "add_to_story"):
                self.of("StoryStatement").create(story=row, statement=member)
        self.made[name] = row
        return row

    def publish(self, row: Row, by: Row) -> Row:
        with _deed(by, "publish"):
            return _changed(row, state="published", published_at=timezone.now(), published_by=by)

    def unpublish(self, row: Row, **why: str) -> Row:
        with _deed(self.other, "unpublish", **why):
            return _changed(row, state="unpublished")


def fill(model: Models) -> Newsroom:
    """A record of every kind and state."""
    room = Newsroom(model)
    _statements(room)
    _pairs(room)
    _responses(room)
    _stories(room)
    return room


def _statements(room: Newsroom) -> None:
    speakers = room.of("Speaker")
    rudd = speakers.create(name="Amber Rudd", slug="amber-rudd")
    once = speakers.create(name="A. Rudd", slug="a-rudd")
    report = speakers.create(name="The report", slug="the-report", kind="document")
    early = room.version("Alpha", 1, FIRST, published_at=ASKED, url="https://alpha.example/1", published_has_time=True)
    late = room.version("Beta", 1, SECOND, published_at=ASKED + dt.timedelta(days=1), published_zone="Asia/Tokyo")
    newest = room.version("Beta", 2, THIRD)
    undated = room.version("Gamma", 1, THIRD)
    day = {"said_from": dt.date(2018, 4, 25), "said_until": dt.date(2018, 4, 25), "said_precision": "day"}
    room.accept(
        "public", "We have no targets", rudd, *(
            room.quotation(version, words)
            for version, words in (
                (late, '"We don\'t have targets for removals,"'), (undated, "We don't have targets for removals"),
                (early, '"We have no targets,"'), (newest, '"I was not aware,"'),
            )
        ), role="Home Secretary", occasion="Committee", question="Any targets?", said_basis="on Wednesday", **day,
    )  # fmt: skip
    room.accept(
        "timed", "I was not aware", rudd, room.quotation(late, '"I was not aware,"'),
        **day | {"said_precision": "minute", "said_time": dt.time(14, 30)}, said_confirmed=True,
    )  # fmt: skip
    month = {"said_from": dt.date(2015, 12, 1), "said_until": dt.date(2015, 12, 31), "said_precision": "month"}
    room.accept("month", "Targets had been set", report, room.quotation(late, "targets had been set", mode="indirect"),
                mode="indirect", **month)  # fmt: skip
    words, start = "“Targets,” he said, “were used.”", FIRST.index("“Targets,”")
    parts = [[start, start + 10], [start + 20, start + len(words)]]
    room.accept("undated", "Targets, were used", once, room.quotation(early, words, parts=parts))
    room.accept("limit", "Knew of them", once, room.quotation(early, "knew of them", mode="indirect"),
                mode="indirect", said_until=dt.date(2018, 4, 27), said_basis="publication", day_order=2)  # fmt: skip
    room.accept("withdrawn", "The committee", rudd, room.quotation(early, "the committee"), **day)
    room.accept("odd", "Others doubted it", rudd, room.quotation(early, "Others doubted it"), **day)
    room.accept("bare", "Nobody reported this", rudd, **day)
    for name in ("public", "timed", "month", "undated", "limit", "withdrawn", "odd", "bare"):
        room.confirm(room.made[name])
    room.accept("draft", "Nobody answered", rudd, room.quotation(late, "Nobody answered"))
    room.accept("again", "and left", rudd, room.quotation(late, "and left"), **day)
    room.confirm(room.again, by=room.other)
    room.quotation(early, "spoke on Wednesday")
    room.quotation(late, "denied it", state="dismissed", dismissed_reason="No words.")
    with _deed(room.reviewer, "merge_speakers"):
        for row in (room.undated, room.limit):
            _changed(row, speaker=rudd)
        _changed(once, merged_into=rudd)
    room.made["rudd"] = rudd


def _pairs(room: Newsroom) -> None:
    room.pair("suggested", room.public, room.draft, "suggested", explanation="", proposed_by=None, score=0.4)
    room.pair("proposed", room.timed, room.draft)
    room.pair("dismissed", room.timed, room.limit, "dismissed", dismissed_reason="Nothing in it.")
    room.confirm_pair(room.pair("confirmed", room.timed, room.public, first_clash="We have no targets"))
    room.confirm_pair(room.pair("corrected", room.public, room.month, finding="partial"))
    room.correct(contradiction=room.corrected)
    _changed(room.corrected, state="corrected")
    room.confirm_pair(room.pair("on_withdrawn", room.withdrawn, room.month))
    room.withdraw(room.confirm_pair(room.pair("taken_back", room.undated, room.limit)), "It was a misreading.")
    room.withdraw(room.confirm_pair(room.pair("taken_back_on_draft", room.again, room.month)), "It was another report.")
    room.edit(room.again, words="and left the room")
    # What two at once could leave behind: a pair that was confirmed while its statement became a draft.
    room.confirm_pair(room.pair("on_draft", room.again, room.public))
    room.withdraw(room.withdrawn, "She never said it.")
    room.withdraw(room.odd, "Nor this.")
    _changed(room.odd, confirmed_by=None, confirmed_at=None)
    room.correct(statement=room.public)


def _responses(room: Newsroom) -> None:
    never = dt.datetime(9999, 12, 31, 23, 59, tzinfo=ZoneInfo("America/New_York"))
    hour = dt.timedelta(hours=1)
    with _deed(room.editor, "ask"):
        asked = {"speaker": room.rudd, "asked_at": ASKED, "asked_how": "by e-mail"}
        create = room.of("Response").create
        room.made["unanswered"] = create(contradiction=room.confirmed, deadline=never, **asked)
        room.made["too_soon"] = create(
            contradiction=room.confirmed, answer="No comment.", answered_at=ASKED - hour, **asked
        )
        room.made["answered"] = create(contradiction=room.corrected, answer="Yes.", answered_at=ASKED + hour, **asked)
    create(contradiction=room.on_draft, **asked | {"asked_at": dt.datetime(1, 1, 1, tzinfo=dt.UTC)})


def _stories(room: Newsroom) -> None:
    confirmed = (room.public, room.timed, room.month, room.undated, room.limit, room.withdrawn, room.bare, room.odd)
    room.publish(room.story("open", *confirmed, room.draft, room.again), room.reviewer)
    twice = room.publish(room.story("twice", room.public, room.draft), room.other)
    room.unpublish(twice, reason="A name was wrong.")
    room.publish(twice, room.reviewer)
    room.unpublish(room.publish(room.story("over", room.public), room.reviewer), reason="Out of date.")
    room.unpublish(room.publish(room.story("unexplained", room.public), room.reviewer))
    room.story("inside", room.month)


def _changed(row: Row, **changes: Any) -> Row:
    for name, value in changes.items():
        setattr(row, name, value)
    if hasattr(row, "revision"):
        row.revision += 1
    row.save()
    return row


def _deed(by: Row, verb: str, **more: str) -> Any:
    return pghistory.context(user=by.pk, verb=verb, **more)


# ------------------------------------------------------------------ what there was


def seen(model: Models) -> dict[str, dict[int, Any]]:
    """What readers saw of each published story, by that release's rules: its confirmed and withdrawn statements."""
    told = {}
    for story in model("claims.Story").objects.filter(state="published"):
        rows = model("claims.Statement").objects.filter(storystatement__story=story).exclude(state="draft")
        told[story.slug] = {row.pk: _told(model, row) for row in rows.select_related("speaker")}
    return told


def _told(model: Models, row: Row) -> dict[str, Any]:
    quotations = model("claims.Quotation").objects.filter(statement=row, state="accepted")
    quotations = quotations.order_by("version__article__published_at", "id").select_related("version__article__outlet")
    hidden = bool(row.withdrawn_reason)
    return {
        "speaker": (row.speaker.slug, row.speaker.name, row.speaker.kind),
        "said": (row.said_from, row.said_until, row.said_precision, row.said_time),
        **{name: getattr(row, name) for name in ("role", "occasion", "said_basis", "said_confirmed", "day_order")},
        "words": "" if hidden else row.words,
        "question": "" if hidden else row.question,
        "renderings": [] if hidden else [(one.pk, one.version.article.outlet.name, one.exact) for one in quotations],
        "withdrawn": row.withdrawn_reason,
        "corrections": list(model("claims.Correction").objects.filter(statement=row).values_list("text", flat=True)),
    }


def public_pairs(model: Models) -> set[int]:
    """Confirmed once, and both statements confirmed or withdrawn in one published story."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT p.id FROM claims_contradiction p JOIN claims_statement a ON a.id = p.first_id "
            "JOIN claims_statement b ON b.id = p.second_id JOIN claims_storystatement x ON x.statement_id = a.id "
            "JOIN claims_storystatement y ON y.statement_id = b.id AND y.story_id = x.story_id "
            "JOIN claims_story s ON s.id = x.story_id AND s.state = 'published' "
            "WHERE a.state <> 'draft' AND b.state <> 'draft' AND p.state IN ('confirmed', 'corrected', 'withdrawn')"
        )
        return {key for (key,) in cursor.fetchall()}


def confirmations(model: Models) -> dict[str, list[Any]]:
    """Every confirmation that the rows of history tell of."""
    columns = {"StatementEvent": "confirmed", "ContradictionEvent": "confirmed", "StoryEvent": "published"}
    return {
        name: list(
            model(f"claims.{name}").objects.exclude(**{f"{verb}_by": None}).order_by("pgh_id")
            .values_list("pgh_id", f"{verb}_by_id", f"{verb}_at")
        )
        for name, verb in columns.items()
    }  # fmt: skip


def counts(model: Models, names: tuple[str, ...] = TABLES) -> dict[str, int]:
    return {name: model(f"claims.{name}").objects.count() for name in names}


def events(model: Models) -> dict[str, set[int]]:
    return {name: set(model(f"claims.{name}").objects.values_list("pgh_id", flat=True)) for name in EVENTS}
