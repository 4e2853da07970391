"""A newsroom at random: two editors and a reviewer do whatever they can think of, one verb after another, some of it
allowed and some refused. What readers see is watched from outside of the code that decides it."""

import datetime as dt
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, fields, is_dataclass
from typing import Any

from django.db import transaction

from accounts.models import User
from articles.models import ArticleVersion
from claims.models import (
    Contradiction,
    ContradictionEdition,
    Correction,
    Quotation,
    Response,
    Speaker,
    SpeakerProposal,
    Statement,
    StatementEdition,
    Story,
    StoryEdition,
)
from claims.records import Finding, Mode, Said, Span, SpeakerKind, Stance
from claims.timeline.awaiting import pair_awaiting, statement_awaiting, story_awaiting
from claims.timeline.cards import front_page
from claims.timeline.pages import speaker_page, story_page
from claims.timeline.past import PastEdition, pair_editions, statement_editions, story_editions
from claims.timeline.shown import shown_pair, shown_quotation, shown_statement, shown_story
from claims.timeline.stored import digest_of
from claims.timeline.wanted import Wanted
from claims.timeline.windows import Cursor
from claims.verbs import evidence, pairs, responses, speakers, statements, stories
from claims.verbs.refusals import Refused
from tests import cast
from tests.confirming import digest_of as record_digest
from tests.trials.size import LONG

WORDS = ("We have no list", "We had a list", "There was never a list", "It was a short list", "Nobody asked us")
DAYS = (None, Said.on(dt.date(2018, 4, 25)), Said.on(dt.date(2018, 4, 26)), Said.in_month(2015, 12))
MOMENT = dt.datetime(2018, 4, 27, 12, tzinfo=dt.UTC)
REFUSED = "refused"
REACH_READERS = {
    *("confirm", "confirm_statement", "publish"),
    *("correct", "withdraw", "withdraw_statement", "unpublish", "apply_proposal"),
}
"""The verbs that may change what readers see: by a second person, or signed by one reviewer."""

type Step = Callable[["Walk"], Any]


type Record = tuple[str, int]
type Parts = dict[Any, Any]
"""What an edition of a record would hold, part by part: its fields, and each rendering or member for itself."""


class Walk:
    """One random walk. `made` are the people who changed a part of what the next edition of a record holds, found by
    comparing that before and after each verb: another way than the one by which the verbs find them. Evidence and
    members that are again as in the last edition, `known`, are nobody's change."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 (no secret: the same walk every time)
        self.people = {"editor": cast.editor(), "second": cast.second_editor(), "reviewer": cast.reviewer()}
        self.made: dict[Record, dict[Any, set[int]]] = defaultdict(lambda: defaultdict(set))
        self.count = 0
        self.by: User = self.people["editor"]
        self.told: list[str] = []
        self.awaits = awaited()
        self.known: dict[Record, Parts] = {
            record: parts if number > 1 else {} for record, (number, parts) in self.awaits.items()
        }

    # ------------------------------------------------------------------ choosing

    def any(self, model: Any) -> Any:
        rows = list(model.objects.order_by("pk"))
        if not rows:
            raise Refused("There is none.")
        return self.chance.choice(rows)

    def words(self) -> str:
        self.count += 1
        return f"{self.chance.choice(WORDS)} ({self.count})"

    # ------------------------------------------------------------------ walking

    def step(self) -> str:
        """One verb by one person; its name. Raises whatever a verb raises but a refusal."""
        step = self.chance.choice(STEPS)
        self.by = self.people[self.chance.choice(("editor", "second", "reviewer", "reviewer"))]
        try:
            with transaction.atomic():
                verb = step(self)
        except Refused:
            verb = REFUSED
        if verb != REFUSED:
            before, self.awaits = self.awaits, awaited()
            self.note(before, self.awaits, verb)
        self.told.append(f"{self.by.username}: {step.__name__}: {verb}")
        return str(verb)

    def note(self, before: dict[Record, tuple[int, Parts]], after: dict[Record, tuple[int, Parts]], verb: str) -> None:
        for record, (number, parts) in after.items():
            was_number, was = before.get(record, (1, {}))
            if number != was_number or verb == "put_back":
                self.made[record].clear()
                self.known[record] = parts
                continue
            for part in [one for one in {**was, **parts} if was.get(one) != parts.get(one)]:
                comes_and_goes = isinstance(part, tuple)
                if comes_and_goes and parts.get(part) == self.known.get(record, {}).get(part):
                    self.made[record].pop(part, None)
                else:
                    self.made[record][part].add(self.by.pk)

    def makers(self) -> dict[Record, set[int]]:
        return {record: {user for users in parts.values() for user in users} for record, parts in self.made.items()}


def awaited() -> dict[Record, tuple[int, Parts]]:
    """What the next edition of every record would hold, and its number."""
    found: dict[Record, tuple[int, Parts]] = {}
    for statement in Statement.objects.all():
        next_one = statement_awaiting(statement)
        parts: Parts = {name: value for name, value in next_one.content.items() if name not in ("name", "kind")}
        parts |= {("rendering", one["quotation"]): one for one in parts.pop("renderings")}
        found["statement", statement.pk] = next_one.number, parts
    for pair in Contradiction.objects.with_statements():
        one = pair_awaiting(pair, fresh=())
        sides = {one.content[side]["statement"]: one.content[side]["clash"] for side in ("earlier", "later")}
        fields = {name: one.content[name] for name in ("finding", "explanation", "replies")}
        found["pair", pair.pk] = one.number, fields | sides
    for story in Story.objects.all():
        head = story_awaiting(story)
        parts = dict(head.content)
        parts |= {("member", key): True for key in parts.pop("statements")}
        found["story", story.pk] = head.number, parts
    return found


def confirmers() -> Iterator[tuple[tuple[str, int], int, int | None]]:
    """Of every edition: its record, its number, who confirmed it."""
    for row in StatementEdition.objects.all():
        yield ("statement", row.statement_id), row.number, row.confirmed_by_id
    for pair in ContradictionEdition.objects.all():
        yield ("pair", pair.contradiction_id), pair.number, pair.confirmed_by_id
    for story in StoryEdition.objects.all():
        yield ("story", story.story_id), story.number, story.confirmed_by_id


# ------------------------------------------------------------------ what readers see


def public_values() -> list[Any]:
    """Everything that a reader who is not signed in can open, as values; the lists of editions in long trials only."""
    reader = cast.public()
    slugs = sorted(set(StoryEdition.objects.values_list("slug", flat=True)))
    heads = seen(shown_story, reader, slugs)
    told = seen(shown_statement, reader, keys(Statement))
    found = seen(shown_pair, reader, keys(Contradiction))
    return [
        front_page(reader, "1", 50)[1],
        heads,
        [story_editions(reader, one.head, one.entries) for one in heads if LONG],
        told,
        [statement_editions(reader, one.entry) for one in told if LONG],
        found,
        [pair_editions(reader, one.pair) for one in found if LONG],
        seen(whole(story_page), reader, slugs),
        seen(whole(speaker_page), reader, Speaker.objects.order_by("pk").values_list("slug", flat=True)),
        seen(shown_quotation, reader, keys(Quotation)),
    ]


def keys(model: Any) -> list[int]:
    return list(model.objects.order_by("pk").values_list("pk", flat=True))


def whole(show: Callable[..., Any]) -> Callable[[Any, Any], Any]:
    """The page as it opens, nothing chosen."""
    return lambda reader, name: show(reader, name, Wanted(), Cursor())


def seen(show: Callable[[Any, Any], Any], reader: Any, names: Iterable[Any]) -> list[Any]:
    """What the reader finds under these numbers or addresses; what they do not see is left out."""
    return [value for value in (show(reader, name) for name in names) if value is not None]


def words_in(value: Any) -> Iterator[str]:
    """Every text in a value, however deep."""
    match value:
        case str():
            yield value
        case dict():
            for one in value.values():
                yield from words_in(one)
        case list() | tuple():
            for one in value:
                yield from words_in(one)
        case PastEdition():
            # Its changes are editions put into words; what went into them is looked at as the editions themselves.
            yield from words_in([asdict(note) for note in value.told])
        case _ if is_dataclass(value) and not isinstance(value, type):
            yield from words_in({name.name: getattr(value, name.name) for name in fields(value)})


def confirmed_words() -> set[str]:
    """Every text that a second person has seen, or that one reviewer has signed."""
    contents = [
        row.content for model in (StatementEdition, ContradictionEdition, StoryEdition) for row in model.objects.all()
    ]
    signed = [*Correction.objects.values_list("text", "signature"), *StoryEdition.objects.values_list("note", "slug")]
    reasons = [
        *Statement.objects.values_list("withdrawn_reason", flat=True),
        *Contradiction.objects.values_list("withdrawn_reason", flat=True),
    ]
    applied = SpeakerProposal.objects.filter(state="applied").values_list("name", "kind", "into__name", "into__kind")
    people = [user.get_full_name() for user in User.objects.all()]
    return set(words_in([contents, signed, reasons, list(applied), people]))


# ------------------------------------------------------------------ the verbs, each with something to do


def select_and_accept(walk: Walk) -> str:
    version = walk.any(ArticleVersion)
    at = walk.chance.randrange(len(version.text) - 8)
    quotation = evidence.select(version=version, by=walk.by, spans=[Span(at, at + walk.chance.randint(3, 8))])
    if walk.chance.random() < 0.5:
        return join(walk, quotation)
    return accept(walk, quotation)


def accept(walk: Walk, quotation: Quotation | None = None) -> str:
    name = walk.chance.choice(("Mina Ister", "Una Ion", "Ann Other"))
    evidence.accept(
        quotation=quotation or walk.any(Quotation),
        by=walk.by,
        speaker=speakers.speaker_called(name=name, by=walk.by),
        words=walk.words(),
        mode=walk.chance.choice(list(Mode)),
        stance=walk.chance.choice(["", *Stance]),
        said=walk.chance.choice(DAYS),
    )
    return "accept"


def join(walk: Walk, quotation: Quotation | None = None) -> str:
    evidence.join(quotation=quotation or walk.any(Quotation), by=walk.by, statement=walk.any(Statement))
    return "join"


def restore(walk: Walk) -> str:
    evidence.restore(quotation=walk.any(Quotation), by=walk.by)
    return "restore"


def dismiss_quotation(walk: Walk) -> str:
    evidence.dismiss(quotation=walk.any(Quotation), by=walk.by, reason="Nobody's words")
    return "dismiss"


def edit_statement(walk: Walk) -> str:
    statement = walk.any(Statement)
    changes = walk.chance.choice(
        (
            {"words": walk.words()},
            {"role": walk.words()},
            {"occasion": walk.words()},
            {"said": walk.chance.choice(DAYS)},
            {"day_order": walk.chance.randint(0, 3)},
            {"stance": walk.chance.choice(["", *Stance])},
            {"said_confirmed": not statement.said_confirmed},
            {"speaker": walk.any(Speaker)},
        )
    )
    statements.edit(statement=statement, by=walk.by, revision=statement.revision, **changes)
    return "edit"


def move(walk: Walk) -> str:
    statements.move_within_day(statement=walk.any(Statement), by=walk.by, earlier=walk.chance.random() < 0.5)
    return "move_within_day"


def confirm_statement(walk: Walk) -> str:
    statement = walk.any(Statement)
    along = {
        pair.pk: digest_of(pair_awaiting(pair, fresh=[statement.pk]).content)
        for pair in statements.pairs_standing_on(statement)
        if statement.edition_id and walk.chance.random() < 0.5
    }
    digest = statement_awaiting(statement).digest
    statements.confirm_statement(statement=statement, by=walk.by, digest=digest, along=along, **telling(walk))
    return "confirm_statement"


def confirm_what_was_read_before(walk: Walk) -> str:
    """A page was open while somebody changed the statement."""
    statement = walk.any(Statement)
    digest = statement_awaiting(statement).digest
    statements.edit(statement=statement, by=walk.people["second"], revision=statement.revision, words=walk.words())
    statements.confirm_statement(statement=statement, by=walk.people["reviewer"], digest=digest, **telling(walk))
    raise AssertionError("what nobody read was confirmed")


def put_statement_back(walk: Walk) -> str:
    statements.put_back(statement=(one := walk.any(Statement)), digest=record_digest(one), by=walk.by)
    return "put_back"


def withdraw_statement(walk: Walk) -> str:
    if walk.chance.random() < 0.7:
        raise Refused("Not so often.")
    statements.withdraw_statement(statement=walk.any(Statement), by=walk.by, reason=walk.words())
    return "withdraw_statement"


def propose(walk: Walk) -> str:
    one, other = walk.any(Statement), walk.any(Statement)
    clash = one.words if walk.chance.random() < 0.5 else ""
    finding = walk.chance.choice(list(Finding))
    pairs.propose(one=one, other=other, by=walk.by, finding=finding, explanation=walk.words(), clash_one=clash)
    return "propose"


def edit_pair(walk: Walk) -> str:
    pair = walk.any(Contradiction)
    pairs.edit(contradiction=pair, by=walk.by, revision=pair.revision, explanation=walk.words())
    return "edit"


def confirm_pair(walk: Walk) -> str:
    pair = walk.any(Contradiction)
    digest = pair_awaiting(Contradiction.objects.with_statements().get(pk=pair.pk)).digest
    pairs.confirm(contradiction=pair, by=walk.by, digest=digest, **telling(walk))
    return "confirm"


def put_pair_back(walk: Walk) -> str:
    pairs.put_back(contradiction=(one := walk.any(Contradiction)), digest=record_digest(one), by=walk.by)
    return "put_back"


def dismiss_pair(walk: Walk) -> str:
    pairs.dismiss(contradiction=walk.any(Contradiction), by=walk.by, reason="Two opinions")
    return "dismiss"


def withdraw_pair(walk: Walk) -> str:
    if walk.chance.random() < 0.7:
        raise Refused("Not so often.")
    pairs.withdraw(contradiction=walk.any(Contradiction), by=walk.by, reason=walk.words())
    return "withdraw"


def correct(walk: Walk) -> str:
    corrected = (
        {"statement": walk.any(Statement)} if walk.chance.random() < 0.5 else {"contradiction": walk.any(Contradiction)}
    )
    pairs.correct(by=walk.by, text=walk.words(), **corrected)
    return "correct"


def ask(walk: Walk) -> str:
    pair, speaker = walk.any(Contradiction), walk.any(Speaker)
    responses.ask(contradiction=pair, by=walk.by, speaker=speaker, asked_at=MOMENT, asked_how=walk.words())
    return "ask"


def answer(walk: Walk) -> str:
    response = walk.any(Response)
    later = MOMENT + dt.timedelta(hours=1)
    responses.answer(response=response, by=walk.by, revision=response.revision, answer=walk.words(), answered_at=later)
    return "answer"


def start_story(walk: Walk) -> str:
    stories.start_story(title=walk.words(), by=walk.by)
    return "start_story"


def edit_story(walk: Walk) -> str:
    story = walk.any(Story)
    changes = walk.chance.choice(({"title": walk.words()}, {"summary": walk.words()}, {"slug": f"list-{walk.count}"}))
    stories.edit_story(story=story, by=walk.by, revision=story.revision, **changes)
    return "edit_story"


def add_to_story(walk: Walk) -> str:
    stories.add_to_story(story=walk.any(Story), statement=walk.any(Statement), by=walk.by)
    return "add_to_story"


def remove_from_story(walk: Walk) -> str:
    stories.remove_from_story(story=walk.any(Story), statement=walk.any(Statement), by=walk.by)
    return "remove_from_story"


def publish(walk: Walk) -> str:
    story = walk.any(Story)
    told = telling(walk)
    note = {"note": told.get("correction", ""), "reason": told.get("reason", "")}
    stories.publish(story=story, by=walk.by, digest=story_awaiting(story).digest, **note)
    return "publish"


def put_story_back(walk: Walk) -> str:
    stories.put_back(story=(one := walk.any(Story)), digest=record_digest(one), by=walk.by)
    return "put_back"


def unpublish(walk: Walk) -> str:
    if walk.chance.random() < 0.6:
        raise Refused("Not so often.")
    stories.unpublish(story=walk.any(Story), by=walk.by, reason="A new fact")
    return "unpublish"


def rename(walk: Walk) -> str:
    speaker = walk.any(Speaker)
    if speakers.is_on_record(speaker):
        kind = walk.chance.choice(list(SpeakerKind))
        speakers.propose_change(speaker=speaker, by=walk.by, reason="A new name", name=walk.words(), kind=kind)
        return "propose_change"
    speakers.edit_speaker(speaker=speaker, by=walk.by, revision=speaker.revision, name=walk.words())
    return "edit_speaker"


def merge(walk: Walk) -> str:
    if walk.chance.random() < 0.6:
        raise Refused("Not so often.")
    one, into = walk.any(Speaker), walk.any(Speaker)
    if speakers.is_on_record(one):
        speakers.propose_merge(speaker=one, into=into, by=walk.by, reason="The same")
        return "propose_merge"
    speakers.merge_speakers(speaker=one, into=into, by=walk.by)
    return "merge_speakers"


def apply_proposal(walk: Walk) -> str:
    speakers.apply_proposal(proposal=(one := walk.any(SpeakerProposal)), digest=record_digest(one), by=walk.by)
    return "apply_proposal"


def telling(walk: Walk) -> dict[str, str]:
    return walk.chance.choice(({}, {"correction": walk.words()}, {"reason": "A comma"}))


STEPS: tuple[Step, ...] = (
    *(select_and_accept, accept, join, restore, dismiss_quotation),
    *(edit_statement, edit_statement, move, confirm_statement, confirm_statement, confirm_statement),
    *(confirm_what_was_read_before, put_statement_back, withdraw_statement),
    *(propose, propose, edit_pair, confirm_pair, confirm_pair, put_pair_back, dismiss_pair, withdraw_pair),
    *(correct, ask, answer, start_story, edit_story, add_to_story, add_to_story, remove_from_story),
    *(publish, publish, put_story_back, unpublish, rename, merge, apply_proposal),
)
