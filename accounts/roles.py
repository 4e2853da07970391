"""The three roles of a newsroom. Each includes the ones before it."""

from enum import StrEnum


class Role(StrEnum):
    """The group names. A journalist reads, an editor also writes, a reviewer also confirms and publishes."""

    JOURNALIST = "journalist"
    EDITOR = "editor"
    REVIEWER = "reviewer"


ORDER = tuple(Role)


def highest(names: set[str]) -> Role | None:
    """The highest role among group names, or None."""
    held = [role for role in ORDER if role in names]
    return held[-1] if held else None


def reaches(held: Role | None, wanted: Role) -> bool:
    """Whether a role includes another one."""
    return held is not None and ORDER.index(held) >= ORDER.index(wanted)
