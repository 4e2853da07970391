"""The people of the demo at work: each step is a verb that the desk has, so that every record has a true history."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group

from accounts.demo import NAMES
from accounts.models import User
from accounts.roles import Role
from articles.importing import import_article
from articles.models import ArticleVersion
from claims.models import Contradiction, Quotation, Speaker, Statement, Story
from claims.models.states import QuotationState
from claims.recording.reading import read
from claims.recording.suggesting import SAME, overlap
from claims.records import Mode, Said, SpeakerKind
from claims.tasks import current_extractor, enqueue_reading
from claims.timeline.awaiting import pair_awaiting, statement_awaiting, story_awaiting
from claims.verbs import evidence, pairs
from claims.verbs.refusals import Refused
from claims.verbs.speakers import edit_speaker, speaker_called
from claims.verbs.statements import confirm_statement
from claims.verbs.stories import publish

ARTICLES = Path(__file__).with_name("articles.toml")


class Newsroom:
    """An editor and a reviewer with the articles of the demo before them."""

    def __init__(self, editor: User, reviewer: User) -> None:
        self.editor, self.reviewer = editor, reviewer
        self.versions: dict[str, ArticleVersion] = {}

    def bring_in_articles(self) -> None:
        """Imports every article and reads it here. One that cannot be read waits for the worker and costs no other."""
        for piece in tomllib.loads(ARTICLES.read_text(encoding="utf-8"))["article"]:
            key = piece.pop("key")
            version = self.versions[key] = import_article(**piece).version
            try:
                read(version, current_extractor())
            except Exception:
                # What went wrong stands in the reading, where an editor looks for it, and in the log.
                enqueue_reading(version)

    def speaker(self, name: str, kind: SpeakerKind = SpeakerKind.PERSON, aliases: tuple[str, ...] = ()) -> Speaker:
        speaker = speaker_called(name=name, kind=kind, by=self.editor)
        if aliases:
            speaker = edit_speaker(speaker=speaker, by=self.editor, revision=speaker.revision, aliases=list(aliases))
        return speaker

    def statement(
        self, article: str, printed: str, *, speaker: Speaker, said: Said | None, basis: str = "", **details: Any
    ) -> Statement:
        """Accepts the words `printed` in an article as a new statement of the words printed, or of `words`."""
        details = {"words": printed, "mode": Mode.DIRECT, **details}
        quotation = self.evidence(article, printed, details["mode"])
        return evidence.accept(
            quotation=quotation,
            by=self.editor,
            speaker=speaker,
            said=said,
            said_basis=basis,
            said_confirmed=said is not None,
            **details,
        )

    def confirm(self, statement: Statement, correction: str = "") -> Statement:
        """The reviewer reads a statement as it stands now, and confirms just that."""
        digest = statement_awaiting(Statement.objects.get(pk=statement.pk)).digest
        return confirm_statement(statement=statement, by=self.reviewer, digest=digest, correction=correction)

    def confirm_pair(self, pair: Contradiction) -> Contradiction:
        """The same for a pair, with its statements."""
        digest = pair_awaiting(Contradiction.objects.with_statements().get(pk=pair.pk)).digest
        return pairs.confirm(contradiction=pair, by=self.reviewer, digest=digest)

    def publish(self, story: Story) -> Story:
        """The same for a story."""
        digest = story_awaiting(Story.objects.get(pk=story.pk)).digest
        return publish(story=story, by=self.reviewer, digest=digest)

    def revision(self, statement: Statement) -> int:
        """The revision that an editor opens."""
        return Statement.objects.get(pk=statement.pk).revision

    def rendering(self, article: str, printed: str, statement: Statement) -> None:
        """Accepts the words `printed` in an article as one more rendering of a statement."""
        quotation = self.evidence(article, printed, Mode(statement.mode))
        evidence.join(quotation=quotation, by=self.editor, statement=statement)

    def evidence(self, article: str, printed: str, mode: Mode) -> Quotation:
        """The suggestion of just these words, or else the words as the editor marks them."""
        version = self.versions[article]
        place = evidence.place_of(version, printed)
        suggested = version.quotations.filter(state=QuotationState.SUGGESTED, start__lt=place.end, end__gt=place.start)
        for quotation in suggested:
            if bare(quotation.exact) == bare(printed):
                return quotation
        for quotation in suggested:
            if overlap(quotation.spans, [place]) > SAME:
                evidence.dismiss(
                    quotation=quotation, by=self.editor, reason="Marked again by hand, with the exact words"
                )
        return evidence.select(version=version, by=self.editor, spans=[place], mode=mode)


def bare(words: str) -> str:
    """The words without marks, white space and a "that" around them, so that "no," and "that no" count as one."""
    return words.removeprefix("that ").strip("\"'“”‘’.,;:!?… \n")


@contextmanager
def people() -> Iterator[Newsroom]:
    """The demo's editor and reviewer. Whoever is not there yet is made for the work, and closed again after it."""
    made = [person for role in (Role.EDITOR, Role.REVIEWER) if (person := _made(role))]
    editor, reviewer = (User.objects.get(username=role.value) for role in (Role.EDITOR, Role.REVIEWER))
    for user, role in ((editor, Role.EDITOR), (reviewer, Role.REVIEWER)):
        if user.role != role:
            raise Refused(f"The user {user.username} does not hold the role {role.value}, so the demo cannot be told.")
    yield Newsroom(editor, reviewer)
    User.objects.filter(pk__in=[person.pk for person in made]).update(is_active=False)


def _made(role: Role) -> User | None:
    first, last = NAMES[role]
    user, is_new = User.objects.get_or_create(username=role.value, defaults={"first_name": first, "last_name": last})
    if not is_new:
        return None
    user.set_unusable_password()
    user.save(update_fields=["password"])
    user.groups.add(Group.objects.get_or_create(name=role.value)[0])
    return user
