"""What readers report as wrong: taken in from anybody, handled at the desk with a word on what was done."""

import datetime as dt
from typing import Any

from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from claims.models import Contradiction, Mistake, Speaker, Statement, Story
from claims.models.mistake import MOST_ADDRESS, MOST_CONTACT, MOST_WORDS, MistakeQuerySet
from claims.models.states import MISTAKE_MOVES, MistakeState
from claims.verbs.history import verb
from claims.verbs.locking import locked, one_at_a_time
from claims.verbs.refusals import Refused, check_move, need_role, need_words

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
MOST_OF_ONE_SENDER = 10
MOST_OF_ALL = 300
"""Reports within an hour. More than the second is no newsroom's readers, but a machine's."""


def take_in(*, sender: str = "", **report: Any) -> Mistake:
    """As `report_mistake`; but what comes in a flood is refused before it takes a turn among the newsroom's verbs."""
    _need_few(Mistake.objects.since(timezone.now() - HOUR), sender)
    return report_mistake(sender=sender, **report)


@verb
def report_mistake(
    *,
    by: User | None,  # noqa: ARG001 (history names them)
    text: str,
    contact: str = "",
    sender: str = "",
    address: str = "",
    statement: Statement | None = None,
    contradiction: Contradiction | None = None,
    story: Story | None = None,
    speaker: Speaker | None = None,
) -> Mistake:
    """Takes in what somebody reports, signed in or not; the same report of a page again is the one that is there.

    `sender` is a mark of the machine that it came from, "" where it has none. Raises Refused where too many came
    within the hour, and where the words are missing or too long."""
    text, contact = need_words(text, "What is wrong"), contact.strip()
    if len(text) > MOST_WORDS or len(contact) > MOST_CONTACT:
        raise Refused(f"At most {MOST_WORDS} characters, please, and {MOST_CONTACT} for where to reach you.")
    one_at_a_time("mistakes", "")
    now = timezone.now()
    address = address[:MOST_ADDRESS]
    same = Mistake.objects.since(now - DAY).still_open().filter(text=text, contact=contact, address=address).first()
    if same:
        return same
    _need_few(Mistake.objects.since(now - HOUR), sender)
    return Mistake.objects.create(
        text=text,
        contact=contact,
        sender=sender,
        address=address,
        statement=statement,
        contradiction=contradiction,
        story=story,
        speaker=speaker,
        reported_at=now,
    )


@verb
def handle_mistake(*, mistake: Mistake, by: User, note: str) -> Mistake:
    """An editor says what was done about a report, or why nothing was."""
    need_role(by, Role.EDITOR)
    note = need_words(note, "What was done")
    mistake = _moved(mistake, MistakeState.HANDLED)
    mistake.note, mistake.handled_by, mistake.handled_at = note, by, timezone.now()
    mistake.save()
    return mistake


@verb
def reopen_mistake(*, mistake: Mistake, by: User) -> Mistake:
    """Takes back that a report was handled; the note stays in its history."""
    need_role(by, Role.EDITOR)
    mistake = _moved(mistake, MistakeState.OPEN)
    mistake.note, mistake.handled_by, mistake.handled_at = "", None, None
    mistake.save()
    return mistake


def forget_contacts(*, before: dt.datetime) -> int:
    """Forgets where readers can be reached, and the marks of their machines, in reports handled before that moment.
    Returns in how many. No history holds either."""
    handled = Mistake.objects.filter(state=MistakeState.HANDLED, handled_at__lt=before)
    return handled.exclude(contact="", sender="").update(contact="", sender="")


def _need_few(lately: MistakeQuerySet, sender: str) -> None:
    if (sender and lately.filter(sender=sender).count() >= MOST_OF_ONE_SENDER) or lately.count() >= MOST_OF_ALL:
        raise Refused("Very many reports came in this hour, so this one was not sent. Please send it again in an hour.")


def _moved(mistake: Mistake, to_state: MistakeState) -> Mistake:
    mistake = locked(mistake)
    check_move(MISTAKE_MOVES, of="This report", from_state=mistake.state, to_state=to_state)
    mistake.state = to_state
    return mistake
