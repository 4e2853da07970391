"""How many reports stand behind a statement's renderings: near copies are one, and so is all that one outlet alone
has. Pure."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from claims.text.differences import plain
from claims.timeline.entries import Rendering

NAMED = 2
"""Outlets that a line names before it counts the rest."""


@dataclass(frozen=True, slots=True)
class Reported:
    """By how many outlets, in how many independent reports; both count from 1."""

    outlets: int
    reports: int

    def __str__(self) -> str:
        outlets = f"{self.outlets} outlet{'' if self.outlets == 1 else 's'}"
        if self.outlets == 1:
            return outlets
        return f"{outlets}, {self.reports} independent report{'' if self.reports == 1 else 's'}"


def numbered(origins: Iterable[Hashable]) -> tuple[int, ...]:
    """The same groups, counted from 1 in the order in which they come up; None is of no group, 0."""
    numbers: dict[Hashable, int] = {}
    return tuple(0 if one is None else numbers.setdefault(one, len(numbers) + 1) for one in origins)


def reported(renderings: Iterable[Rendering]) -> Reported | None:
    """None where there are none, or where it is not known of all of them which report they are."""
    outlets: dict[int, set[str]] = defaultdict(set)
    for one in renderings:
        outlets[one.report].add(one.outlet)
    if not outlets or 0 in outlets:
        return None
    shared = sum(len(names) > 1 for names in outlets.values())
    alone = {name for names in outlets.values() if len(names) == 1 for name in names}
    return Reported(len(set().union(*outlets.values())), shared + len(alone))


def printing_one_report(renderings: Iterable[Rendering]) -> tuple[tuple[str, ...], ...]:
    """For each report that several outlets print: their names, in the order of the renderings."""
    outlets: dict[int, dict[str, None]] = defaultdict(dict)
    for one in renderings:
        outlets[one.report].setdefault(one.outlet)
    return tuple(tuple(names) for report, names in outlets.items() if report and len(names) > 1)


@dataclass(frozen=True, slots=True)
class Fold:
    """Renderings with the same words: the first, and those that need not be read once more."""

    first: Rendering
    others: tuple[Rendering, ...]

    @property
    def names(self) -> str:
        """'BBC News, Civil Service World and 3 more'; outlets that have it twice are named once."""
        names = list(dict.fromkeys(one.outlet for one in (self.first, *self.others)))
        rest = len(names) - NAMED
        if rest > 0:
            return f"{', '.join(names[:NAMED])} and {rest} more"
        return " and ".join(names)


def folded(renderings: Iterable[Rendering]) -> tuple[Fold, ...]:
    """Renderings whose words differ by no more than typography, together; in the order in which the first ones come."""
    same: dict[Hashable, list[Rendering]] = {}
    for one in renderings:
        same.setdefault((one.stance_before, plain(one.words)), []).append(one)
    return tuple(Fold(first, tuple(others)) for first, *others in same.values())
