"""A pair or a story as a report: what `timeline.shown` lets its reader see, and nothing else. Who reads, the time and
how an address is made come in as arguments."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from claims.picture import description, on_paper
from claims.reports import wording
from claims.reports.report import PairReport, StoryReport
from claims.timeline.arranging import arrange
from claims.timeline.entries import Entry, Pair
from claims.timeline.shown import ShownStory, shown_pair, shown_story

PICTURE_FONT = "Libertinus Serif"


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads and when; `address` makes of a path one that can be followed from paper."""

    user: object
    now: dt.datetime
    address: Callable[[str], str]


def pair_report(key: int, reader: Reader) -> PairReport | None:
    """The report on one pair, None where the reader may not see it or no editor has examined it."""
    shown = shown_pair(reader.user, key)
    if shown is None:
        return None
    pair = shown.pair
    sides = (pair.earlier, pair.later)
    return PairReport(
        title=wording.pair_title(pair),
        pair=pair,
        internal=not shown.public or _holds_withdrawn(sides, [pair]),
        **_frame(reverse("claims:contradiction", args=[key]), sides, [pair], reader),
    )


def story_report(slug: str, reader: Reader) -> StoryReport | None:
    """The report on the story at that address, None where the reader sees none there. A finding that no longer holds
    is told, but not drawn."""
    shown = shown_story(reader.user, slug)
    return _of_story(shown, reader) if shown else None


def _of_story(shown: ShownStory, reader: Reader) -> StoryReport:
    timeline = arrange(shown.entries, shown.standing)
    return StoryReport(
        title=shown.head.title,
        head=shown.head,
        sections=timeline.sections,
        pairs=arrange(shown.entries, shown.pairs).pairs,
        picture=on_paper(timeline, PICTURE_FONT) if shown.entries else "",
        picture_told=description(timeline),
        internal=not shown.is_public or _holds_withdrawn(shown.entries, shown.pairs),
        **_frame(reverse("claims:story", args=[shown.head.slug]), shown.entries, shown.pairs, reader),
    )


def _holds_withdrawn(entries: Iterable[Entry], pairs: Iterable[Pair]) -> bool:
    """Whether words are in it that were withdrawn: the newsroom still reads them, readers do not."""
    return any(one.withdrawn and one.words for one in entries) or any(
        not one.stands and one.explanation for one in pairs
    )


def _frame(path: str, entries: Iterable[Entry], pairs: Iterable[Pair], reader: Reader) -> dict[str, Any]:
    return {
        "address": reader.address(path),
        "statement_addresses": {e.key: reader.address(reverse("claims:statement", args=[e.key])) for e in entries},
        "pair_addresses": {p.key: reader.address(reverse("claims:contradiction", args=[p.key])) for p in pairs},
        "site": settings.SITE_NAME,
        "made_at": reader.now,
        "zone": timezone.get_current_timezone(),
    }
