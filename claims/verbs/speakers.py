"""The verbs on speakers: find or make, edit, propose another name, merge. A speaker on record, one that an edition
names, is renamed, re-kinded and merged by a proposal with a reason, which a reviewer who did not make it applies."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone
from django.utils.text import slugify

from accounts.models import User
from accounts.roles import Role
from claims.models import Response, Speaker, SpeakerProposal, Statement
from claims.models.states import PROPOSAL_MOVES, ProposalState
from claims.records import SpeakerKind
from claims.timeline.awaiting import proposal_digest
from claims.verbs.addresses import free_slug
from claims.verbs.history import merged, verb
from claims.verbs.locking import all_locked, locked, one_at_a_time
from claims.verbs.makers import makers_of_name
from claims.verbs.refusals import (
    NotAllowed,
    Outdated,
    Refused,
    check_move,
    need_fields,
    need_role,
    need_valid,
    need_words,
)

EDITABLE = ("name", "kind", "aliases", "wikidata_id")
PROPOSED = ("name", "kind")
"""What a second person decides on where the speaker is on record."""
MOST_TOLD = 20
"""Speakers of one name that a refusal lists."""


@verb
def speaker_called(*, name: str, by: User, kind: SpeakerKind = SpeakerKind.PERSON) -> Speaker:
    """The speaker of that name or alias, or a new one. Raises Refused where several share the name."""
    need_role(by, Role.EDITOR)
    name = need_name(name)
    if len(name) > 200:
        raise Refused("The speaker's name is longer than 200 characters. Put what else it says into the role.")
    one_at_a_time("address", "speaker")
    known = list(Speaker.objects.named(name).order_by("id")[:MOST_TOLD])
    if len(known) > 1:
        raise Refused(several_called(name, known))
    return (
        known[0]
        if known
        else Speaker.objects.create(name=name, kind=kind, slug=free_slug(Speaker, name, otherwise="speaker"))
    )


def need_name(name: str) -> str:
    """The name on one line. Raises Refused where no letter or digit is in it."""
    name = need_words(" ".join(name.split()), "The speaker's name")
    if not any(map(str.isalnum, name)):
        raise Refused(f"“{name}” is nobody's name. Nothing was changed; write who is meant.")
    return name


def told_apart(speaker: Speaker) -> str:
    """The name with the address, for a name that several share: 'Mina Ister (mina-ister-2)'."""
    return f"{speaker.name} ({speaker.slug})"


def several_called(name: str, known: Iterable[Speaker]) -> str:
    """The refusal of a name that several share, with each of them as it can be typed."""
    return f"Several speakers are called {name}. Write which one is meant: {', '.join(map(told_apart, known))}."


@verb
def edit_speaker(*, speaker: Speaker, by: User, revision: int, **changes: Any) -> Speaker:
    """Changes fields of EDITABLE. What others changed since `revision` stays; raises Conflict where they changed the
    same field. A speaker on record gets no new name or kind here; the address of one who is not follows the name, so
    that readers find none that nobody but its maker has seen."""
    need_role(by, Role.EDITOR)
    need_fields(changes, EDITABLE, "a speaker")
    speaker = locked(speaker)
    if speaker.merged_into_id:
        raise Refused("This speaker is merged into another one. Open that one instead; nothing was changed.")
    changes = merged(speaker, revision, changes)
    if changes.keys() & set(PROPOSED) and is_on_record(speaker):
        raise Refused("Readers know this speaker. Propose the new name or kind with a reason; a reviewer applies it.")
    if "name" in changes and slugify(changes["name"]) != slugify(speaker.name):
        one_at_a_time("address", "speaker")
        changes["slug"] = free_slug(Speaker, changes["name"], otherwise="speaker")
    return _changed(speaker, changes)


@verb
def propose_change(*, speaker: Speaker, by: User, reason: str, name: str, kind: SpeakerKind) -> SpeakerProposal:
    """Proposes another name or kind for a speaker on record."""
    need_role(by, Role.EDITOR)
    speaker = _open_to_proposals(speaker)
    name = need_name(name)
    if (name, kind) == (speaker.name, speaker.kind):
        raise Refused("This is the name and the kind that the speaker has. Nothing was proposed.")
    return _proposed(SpeakerProposal(speaker=speaker, name=name, kind=kind, reason=reason, proposed_by=by))


@verb
def propose_merge(*, speaker: Speaker, into: Speaker, by: User, reason: str) -> SpeakerProposal:
    """Proposes that a speaker on record is another one."""
    need_role(by, Role.EDITOR)
    _need_two(speaker, into)
    speaker = _open_to_proposals(speaker)
    return _proposed(SpeakerProposal(speaker=speaker, into=into, reason=reason, proposed_by=by))


@verb
def apply_proposal(*, proposal: SpeakerProposal, by: User, digest: str) -> Speaker:
    """A reviewer who did not make a proposal renames or merges the speaker. `digest` is that of what they read, both
    speakers' names included (`timeline.awaiting.proposal_digest`); raises Outdated where it is another one by now."""
    need_role(by, Role.REVIEWER)
    touched = [one for one in (proposal.speaker, proposal.into) if one]
    speakers = all_locked(touched)
    proposal = _decided(proposal, ProposalState.APPLIED, by)
    if proposal.proposed_by_id == by.pk:
        raise NotAllowed("You proposed this, so somebody else has to apply it. Nothing was changed.")
    if proposal_digest(SpeakerProposal.objects.with_people().get(pk=proposal.pk)) != digest:
        raise Outdated({})
    if proposal.into_id and by.pk in makers_of_name(speakers[proposal.into_id]):
        raise NotAllowed("You named the other speaker, so somebody else has to merge them. Nothing was changed.")
    proposal.save()
    speaker = speakers[proposal.speaker_id]
    if proposal.into_id:
        if proposal.into_id not in speakers:
            raise Refused("The other speaker was merged since you opened this. Open it again; nothing was changed.")
        return _merged(speaker, speakers[proposal.into_id])
    aliases = [*dict.fromkeys([*speaker.aliases, speaker.name])] if proposal.name != speaker.name else speaker.aliases
    return _changed(speaker, {"name": proposal.name, "kind": proposal.kind, "aliases": aliases})


@verb
def dismiss_proposal(*, proposal: SpeakerProposal, by: User, reason: str) -> SpeakerProposal:
    """Sets a proposal aside; the reason is kept."""
    need_role(by, Role.EDITOR)
    proposal = _decided(proposal, ProposalState.DISMISSED, by)
    proposal.dismissed_reason = need_words(reason, "The reason")
    proposal.save()
    return proposal


@verb
def merge_speakers(*, speaker: Speaker, into: Speaker, by: User) -> Speaker:
    """Gives everything of `speaker`, who is not on record, to `into`; the old address leads the newsroom there, the old
    name becomes an alias."""
    need_role(by, Role.REVIEWER)
    _need_two(speaker, into)
    locked_ones = all_locked((speaker, into))
    speaker, into = locked_ones[speaker.pk], locked_ones[into.pk]
    if is_on_record(speaker):
        raise Refused("Readers know this speaker. Propose the merge with a reason; another reviewer applies it.")
    return _merged(speaker, into, alone=True)


def is_on_record(speaker: Speaker) -> bool:
    """Whether an edition names the speaker, under this or a merged name."""
    return Speaker.objects.on_record().filter(pk=speaker.pk).exists()


def _need_two(speaker: Speaker, into: Speaker) -> None:
    if speaker.pk == into.pk:
        raise Refused("A speaker cannot be merged into itself. Choose the other one.")


def _open_to_proposals(speaker: Speaker) -> Speaker:
    speaker = locked(speaker)
    if speaker.merged_into_id:
        raise Refused("This speaker is merged into another one. Open that one instead.")
    if not is_on_record(speaker):
        raise Refused("No reader knows this speaker yet. Edit or merge it directly.")
    if SpeakerProposal.objects.waiting().filter(speaker=speaker).exists():
        raise Refused("A proposal for this speaker waits already. Apply or dismiss that one first.")
    return speaker


def _proposed(proposal: SpeakerProposal) -> SpeakerProposal:
    proposal.reason = need_words(proposal.reason, "The reason")
    need_valid(proposal)
    proposal.save()
    return proposal


def _decided(proposal: SpeakerProposal, to_state: ProposalState, by: User) -> SpeakerProposal:
    proposal = locked(proposal)
    check_move(PROPOSAL_MOVES, of="This proposal", from_state=proposal.state, to_state=to_state)
    proposal.state, proposal.decided_by, proposal.decided_at = to_state, by, timezone.now()
    return proposal


def _changed(speaker: Speaker, changes: dict[str, Any]) -> Speaker:
    if not changes:
        return speaker
    for name, value in changes.items():
        setattr(speaker, name, value)
    speaker.name = need_name(speaker.name)
    speaker.revision += 1
    need_valid(speaker)
    speaker.save()
    return speaker


def _merged(speaker: Speaker, into: Speaker, *, alone: bool = False) -> Speaker:
    """Both are locked, so that whatever is being accepted for one of them comes before this or follows it. `alone`:
    one person merges, and so readers are led nowhere by it."""
    _need_two(speaker, into)
    if speaker.merged_into_id or into.merged_into_id:
        raise Refused("One of these speakers is merged into another already. Open that one and merge there.")
    theirs = Statement.objects.select_for_update(no_key=True).filter(speaker=speaker).order_by("pk")
    for statement in theirs:
        statement.speaker, statement.revision = into, statement.revision + 1
        statement.save(update_fields=["speaker", "revision"])
    Response.objects.filter(speaker=speaker).update(speaker=into)
    Speaker.objects.filter(merged_into=speaker).update(merged_into=into)
    names = (*into.aliases, speaker.name, *speaker.aliases)
    into.aliases = list(dict.fromkeys(name for name in names if name != into.name))
    into.revision += 1
    into.save(update_fields=["aliases", "revision"])
    speaker.merged_into, speaker.merged_alone, speaker.revision = into, alone, speaker.revision + 1
    speaker.save(update_fields=["merged_into", "merged_alone", "revision"])
    return into
