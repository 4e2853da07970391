"""Writing editions: what the verbs that confirm have in common. Each function expects its record locked, and writes
only what a second person may confirm: somebody who made none of the changes, of just what was on their screen."""

from collections.abc import Collection
from typing import Any

from django.utils import timezone

from accounts.models import User
from claims.models import (
    Contradiction,
    ContradictionEdition,
    Correction,
    EditionEvidence,
    Statement,
    StatementEdition,
    Story,
    StoryEdition,
    StoryEditionMember,
    Withdrawal,
)
from claims.models.states import ContradictionState, StatementState
from claims.timeline.awaiting import Awaiting, PairAwaiting, StatementAwaiting
from claims.timeline.stored import digest_of
from claims.verbs.makers import makers_of_pair, makers_of_statement, makers_of_story, upto
from claims.verbs.refusals import NotAllowed, Outdated, Refused, need_words


def need_same(awaiting: Awaiting, digest: str, now: Any = None) -> None:
    """Raises Outdated unless what would be written is what was read."""
    if awaiting.digest != digest:
        raise Outdated(now or awaiting.told)


def write_statement_edition(
    statement: Statement, awaiting: StatementAwaiting, by: User, *, correction: str = "", reason: str = ""
) -> StatementEdition:
    """The statement's next edition, which becomes what readers see; with a correction where readers are told."""
    if statement.state == StatementState.WITHDRAWN:
        raise Refused("This statement is withdrawn. It stays as it is, with its reason.")
    if not awaiting.entry.renderings:
        raise Refused("No quotation supports this statement. Accept one as its evidence first.")
    makers = makers_of_statement(statement)
    _need_somebody_else(by, makers, "this statement")
    edition = StatementEdition(
        statement=statement,
        speaker_id=awaiting.speaker,
        day_order=awaiting.entry.day_order,
        said_basis=awaiting.entry.said_basis,
        **_common(awaiting, by, makers, correction, reason),
    )
    edition.said = awaiting.entry.said
    edition.save()
    EditionEvidence.objects.bulk_create(
        EditionEvidence(edition=edition, quotation_id=one.key) for one in awaiting.entry.renderings
    )
    statement.state, statement.edition, statement.waits = StatementState.CONFIRMED, edition, False
    statement.revision += 1
    statement.save(update_fields=["state", "edition", "waits", "revision"])
    if edition.told:
        _correct(by, correction, statement=statement, statement_edition=edition)
    return edition


def write_pair_edition(
    pair: Contradiction, awaiting: PairAwaiting, by: User, *, correction: str = "", reason: str = ""
) -> ContradictionEdition:
    """The pair's next edition, between the current editions of its statements, which are written before it."""
    for statement in (pair.first, pair.second):
        if statement.state == StatementState.WITHDRAWN:
            raise Refused(f"What {statement.speaker} said is withdrawn, so this pair cannot be confirmed.")
    makers = makers_of_pair(pair)
    _need_somebody_else(by, makers, "this pair")
    need_clashes_in_words(pair)
    edition = ContradictionEdition.objects.create(
        contradiction=pair,
        first_edition=_confirmed(pair.first),
        second_edition=_confirmed(pair.second),
        first_is_earlier=awaiting.first_is_earlier,
        **_common(awaiting, by, makers, correction, reason),
    )
    pair.edition, pair.waits = edition, False
    pair.revision += 1
    if pair.state == ContradictionState.PROPOSED:
        pair.state = ContradictionState.CONFIRMED
    if edition.told:
        pair.state = ContradictionState.CORRECTED
        _correct(by, correction, contradiction=pair, contradiction_edition=edition)
    pair.save()
    return edition


def write_story_edition(
    story: Story, awaiting: Awaiting, by: User, *, note: str = "", reason: str = ""
) -> StoryEdition:
    """The story's next edition: its head and its members."""
    makers = makers_of_story(story)
    _need_somebody_else(by, makers, "this story")
    common = _common(awaiting, by, makers, note, reason)
    edition = StoryEdition.objects.create(
        story=story,
        title=story.title,
        slug=story.slug,
        summary=story.summary,
        note=note.strip() if common["told"] else "",
        **common,
    )
    StoryEditionMember.objects.bulk_create(
        StoryEditionMember(edition=edition, statement_id=key) for key in awaiting.content["statements"]
    )
    story.edition, story.waits = edition, False
    return edition


def note_withdrawal(by: User, reason: str, **of: Statement | Contradiction) -> Withdrawal:
    """Dates and signs that a `statement` or a `contradiction` was withdrawn, for the list of corrections."""
    return Withdrawal.objects.create(
        reason=reason, made_at=timezone.now(), signed_by=by, signature=by.byline[:200], **of
    )


def need_clashes_in_words(pair: Contradiction) -> None:
    """Clashes are words of the editions that the pair names."""
    for clash, statement in ((pair.first_clash, pair.first), (pair.second_clash, pair.second)):
        words = statement.edition.content["words"] if statement.edition else statement.words
        need_clash(clash, words, str(statement.speaker))


def need_clash(clash: str, words: str, who: str) -> None:
    if clash and clash not in words:
        raise Refused(f"“{clash}” does not stand in what {who} said. Copy the words from it.")


def _confirmed(statement: Statement) -> StatementEdition:
    if statement.edition is None:
        raise Refused(f"What {statement.speaker} said is still a draft. Confirm it with the pair.")
    return statement.edition


def _need_somebody_else(by: User, makers: Collection[int], what: str) -> None:
    if by.pk in makers:
        raise NotAllowed(f"You changed {what}, so somebody else has to confirm it. Nothing was changed.")


def _common(awaiting: Awaiting, by: User, makers: Collection[int], told: str, reason: str) -> dict[str, Any]:
    told, reason = told.strip(), reason.strip()
    return {
        "number": awaiting.number,
        "content": awaiting.content,
        "digest": digest_of(awaiting.content),
        "made_by": sorted(makers),
        "confirmed_by": by,
        "confirmed_at": timezone.now(),
        "signature": by.get_full_name()[:200],
        "told": _is_told(awaiting.number, told, reason),
        "reason": "" if awaiting.number == 1 else reason,
        "upto": upto(),
    }


def _is_told(number: int, told: str, reason: str) -> bool:
    """Whether readers are told: from the second edition on, the reviewer says so, or says why not."""
    if number == 1:
        return False
    if told and reason:
        raise Refused("Either readers are told what changed, or a reason says why not. Leave one of the two empty.")
    if not told and not reason:
        raise Refused("Readers have seen an earlier edition. Tell them what changed, or say why they need not be told.")
    return bool(told)


def _correct(by: User, text: str, **corrected: Any) -> Correction:
    return Correction.objects.create(
        text=need_words(text, "The correction"), made_at=timezone.now(), signed_by=by, signature=by.byline, **corrected
    )
