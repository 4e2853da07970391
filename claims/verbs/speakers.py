"""The editors' verbs on speakers: find or make, edit, merge."""

from collections.abc import Iterable
from typing import Any

from accounts.models import User
from accounts.roles import Role
from claims.models import Response, Speaker, Statement
from claims.records import SpeakerKind
from claims.verbs.addresses import free_slug
from claims.verbs.history import check_revision, verb
from claims.verbs.refusals import Refused, need_fields, need_role, need_valid, need_words

EDITABLE = ("name", "kind", "aliases", "wikidata_id")
MOST_TOLD = 20
"""Speakers of one name that a refusal lists."""


@verb
def speaker_called(*, name: str, by: User, kind: SpeakerKind = SpeakerKind.PERSON) -> Speaker:
    """The speaker of that name or alias, or a new one. Raises Refused where several share the name."""
    need_role(by, Role.EDITOR)
    name = need_words(" ".join(name.split()), "The speaker's name")
    if len(name) > 200:
        raise Refused("The speaker's name is longer than 200 characters. Put what else it says into the role.")
    known = list(Speaker.objects.named(name).order_by("id")[:MOST_TOLD])
    if len(known) > 1:
        raise Refused(several_called(name, known))
    return (
        known[0]
        if known
        else Speaker.objects.create(name=name, kind=kind, slug=free_slug(Speaker, name, otherwise="speaker"))
    )


def told_apart(speaker: Speaker) -> str:
    """The name with the address, for a name that several share: 'Mina Ister (mina-ister-2)'."""
    return f"{speaker.name} ({speaker.slug})"


def several_called(name: str, known: Iterable[Speaker]) -> str:
    """The refusal of a name that several share, with each of them as it can be typed."""
    return f"Several speakers are called {name}. Write which one is meant: {', '.join(map(told_apart, known))}."


@verb
def edit_speaker(*, speaker: Speaker, by: User, revision: int, **changes: Any) -> Speaker:
    """Changes fields of EDITABLE. The address stays as it is. Raises Conflict where somebody saved since."""
    need_role(by, Role.EDITOR)
    speaker = Speaker.objects.select_for_update().get(pk=speaker.pk)
    check_revision(speaker, revision)
    need_fields(changes, EDITABLE, "a speaker")
    for name, value in changes.items():
        setattr(speaker, name, value)
    speaker.name = need_words(speaker.name, "The speaker's name")
    speaker.revision += 1
    need_valid(speaker)
    speaker.save()
    return speaker


@verb
def merge_speakers(*, speaker: Speaker, into: Speaker, by: User) -> Speaker:
    """Gives everything of `speaker` to `into`; the old address redirects there, the old name becomes an alias.

    What a statement says stays as confirmed: the words, the role and the day are untouched, so it is not reviewed
    again; its history shows the merge."""
    need_role(by, Role.REVIEWER)
    locked = {s.pk: s for s in Speaker.objects.select_for_update().filter(pk__in=(speaker.pk, into.pk)).order_by("pk")}
    speaker, into = locked[speaker.pk], locked[into.pk]
    if speaker == into:
        raise Refused("A speaker cannot be merged into itself. Choose the other one.")
    if speaker.merged_into or into.merged_into:
        raise Refused("One of these speakers is merged into another already. Open that one and merge there.")
    for statement in Statement.objects.select_for_update().filter(speaker=speaker):
        statement.speaker, statement.revision = into, statement.revision + 1
        statement.save(update_fields=["speaker", "revision"])
    Response.objects.filter(speaker=speaker).update(speaker=into)
    Speaker.objects.filter(merged_into=speaker).update(merged_into=into)
    names = (*into.aliases, speaker.name, *speaker.aliases)
    into.aliases = list(dict.fromkeys(name for name in names if name != into.name))
    into.revision += 1
    into.save(update_fields=["aliases", "revision"])
    speaker.merged_into, speaker.revision = into, speaker.revision + 1
    speaker.save(update_fields=["merged_into", "revision"])
    return into
