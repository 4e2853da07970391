"""Whether somebody of whom capitals alone tell is a person. A rule takes what is known of the name and answers yes, no,
or None where it does not know; the first that answers is believed."""

from collections.abc import Callable
from dataclasses import dataclass

from claims.extraction.parsed.word_lists import listed
from claims.extraction.speakers.entities import Seen
from claims.extraction.speakers.given_names import are_initials
from claims.extraction.speakers.person import Person


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A full name in doubt. `seen` is what the recogniser made of it where it stands first, `described` that a role or
    a 'Ms Jones' goes with it, `again` that 'Jones' stands alone elsewhere, `opening` that the name begins a sentence or
    follows 'the', `possessed` that it follows a genitive, `rival` that somebody else has the surname."""

    person: Person
    seen: frozenset[Seen]
    described: bool
    again: bool
    opening: bool
    possessed: bool
    rival: bool


Rule = Callable[[Doubtful], bool | None]


def recognised(one: Doubtful) -> bool | None:
    """The recogniser sees a person -> yes"""
    return True if Seen.PERSON in one.seen else None


def initials(one: Doubtful) -> bool | None:
    """J.D. Jones -> yes; but not what the recogniser takes for a place"""
    return True if are_initials(one.person.names[0]) and Seen.PLACE not in one.seen else None


def of_another_language(one: Doubtful) -> bool | None:
    """Nguyễn Văn Minh, of whom the recogniser sees a part; Kristín Jónsdóttir -> yes"""
    partly = Seen.PART in one.seen and not one.person.names[0].isascii()
    ending = one.person.names[-1].lower().endswith(tuple(listed("names", "surname_endings")))
    return True if partly or ending else None


def torn_apart(one: Doubtful) -> bool | None:
    """Had Jones won, …, where the recogniser sees Jones alone -> no"""
    return False if Seen.PART in one.seen and one.opening else None


def described(one: Doubtful) -> bool | None:
    """Xolani Jones, a teacher; Xolani Jones … Ms Jones -> yes"""
    return True if one.described else None


def another_kind(one: Doubtful) -> bool | None:
    """An organisation, people of a kind, a law -> no; a given name that is known is believed against it"""
    return False if one.seen & {Seen.ORGANISATION, Seen.OTHER} and not one.person.listed else None


def named_again(one: Doubtful) -> bool | None:
    """Xolani Jones … Jones -> yes; but not: Absent Jones … Ann Jones, and not: the Joint Staff … Staff"""
    return True if one.again and (one.person.listed or not (one.opening or one.rival)) else None


def of_somebody(one: Doubtful) -> bool | None:
    """the Echo's Xolani Jones -> yes, where the recogniser is silent"""
    return True if one.possessed and one.seen == {Seen.NOTHING} else None


RULES: tuple[Rule, ...] = (
    recognised,
    initials,
    of_another_language,
    torn_apart,
    described,
    another_kind,
    named_again,
    of_somebody,
)


def is_likely(one: Doubtful) -> bool:
    return next((answer for rule in RULES if (answer := rule(one)) is not None), False)
