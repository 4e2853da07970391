"""The page "How we work": a reviewer writes it, readers see it at once, and every text of it is kept."""

from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from claims.models import MethodText
from claims.models.method import DEFAULT, MOST_WORDS
from claims.records import Change
from claims.verbs.history import verb
from claims.verbs.locking import one_at_a_time
from claims.verbs.refusals import Conflict, Refused, need_role, need_words


@verb
def write_method(*, by: User, text: str, revision: int) -> MethodText:
    """A reviewer writes the page anew. `revision` is the number of the text that they opened; raises Conflict where
    another has written a different one since. What says nothing new changes nothing."""
    need_role(by, Role.REVIEWER)
    text = need_words(text, "The text")
    if len(text) > MOST_WORDS:
        raise Refused(f"The page may have {MOST_WORDS} characters, and this has {len(text)}. Nothing was changed.")
    one_at_a_time("method", "")
    now = MethodText.objects.newest()
    if text == now.text.strip():
        return now
    if now.number != revision:
        _need_no_clash(now, revision, text)
        return now
    if now._state.adding:
        MethodText.objects.create(number=1, text=DEFAULT)
    return MethodText.objects.create(
        number=now.number + 1, text=text, written_by=by, written_at=timezone.now(), signature=by.byline[:200]
    )


def _need_no_clash(now: MethodText, revision: int, text: str) -> None:
    """Passes where this person changed nothing of what they opened, and so has nothing to lose."""
    opened = MethodText.objects.filter(number=revision).first()
    before = opened.text if opened else DEFAULT
    if text == before.strip():
        return
    raise Conflict(
        by=now.signature or "Somebody",
        at=now.written_at,
        current=now.number,
        changes=(Change("text", "Text", before, now.text),),
        clashing=frozenset({"text"}),
        record=now,
    )
