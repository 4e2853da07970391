"""What the desk's templates need beside `reading`."""

from typing import Any

from django import template

register = template.Library()

DEEDS = {
    "accept": "accepted a quotation for it",
    "join": "added a rendering",
    "dismiss": "dismissed it",
    "restore": "took a decision back",
    "select": "selected it",
    "edit": "edited it",
    "confirm_statement": "confirmed it",
    "withdraw_statement": "withdrew it",
    "put_back": "put the changes back",
    "speaker_called": "named the speaker",
    "merge_speakers": "merged speakers",
    "edit_speaker": "edited it",
    "propose_change": "proposed another name or kind",
    "propose_merge": "proposed a merge",
    "apply_proposal": "applied a proposal",
    "dismiss_proposal": "dismissed a proposal",
    "propose": "proposed it",
    "confirm": "confirmed the pair",
    "withdraw": "withdrew it",
    "correct": "corrected it",
    "ask": "noted who was asked",
    "answer": "recorded an answer",
    "add_to_story": "added a statement",
    "remove_from_story": "removed a statement",
    "write_method": "wrote how we work",
    "report_mistake": "reported it",
    "handle_mistake": "handled it",
    "reopen_mistake": "opened it again",
    "start_story": "started it",
    "edit_story": "edited it",
    "publish": "published it",
    "unpublish": "took it from readers",
    "move_within_day": "moved it within its day",
    "say_independent": "called it an independent report",
    "say_same": "called it the same report as another",
    "read": "read it",
    "taken_over": "took it over into an edition",
    "given_back": "took it out of its edition",
    "carry over": "carried it over",
}
"""The verbs as history tells them, after somebody's name."""


@register.filter
def of(values: dict[int, Any], key: int) -> Any:
    """`counts|of:article.pk`: the value under that key, or nothing."""
    return values.get(key)


@register.filter
def deed(verb: str) -> str:
    """`event.verb|deed`: 'published it'."""
    return DEEDS.get(verb, verb.replace("_", " "))


@register.filter
def spaced(name: str) -> str:
    """A rule's name for reading: 'behind_the_cue' as 'behind the cue'."""
    return name.replace("_", " ")


@register.filter
def in_100(share: float | None) -> str:
    """0.934 as '93'; '' where it is not known."""
    return "" if share is None else f"{share * 100:.0f}"
