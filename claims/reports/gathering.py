"""Reads a pair or a story into the values of a report: only what its reader may see, in a number of queries that does
not grow with it. Who reads, the time and how an address is made come in as arguments."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse

from claims.models import Contradiction, Statement, Story
from claims.models.states import StoryState
from claims.picture import description, on_paper
from claims.reports import wording
from claims.reports.evidence import Evidence, confirmations
from claims.reports.passages import Reader, pair_of, statement_of
from claims.reports.report import Day, PairReport, StoryReport
from claims.reports.report import Statement as Passage
from claims.timeline.arranging import Timeline, arrange
from claims.timeline.entries import Entry
from claims.timeline.gathering import entries_of, pairs_of, standing

PICTURE_FONT = "Libertinus Serif"


def pair_report(pk: int, reader: Reader) -> PairReport | None:
    """The report on one pair, None where the reader may not see it or no editor has examined it."""
    seen = Contradiction.objects.visible_to(reader.user).filter(pk=pk)
    pair = next(iter(pairs_of(seen)), None)
    if pair is None:
        return None
    entries = (pair.earlier, pair.later)
    evidence = Evidence(entries)
    confirmed = confirmations(Contradiction, [pk]).get(pk, "")
    return PairReport(
        title=wording.pair_title(pair),
        pair=pair_of(pair, 1, _passages(entries, evidence, reader), confirmed, reader),
        internal=not Contradiction.objects.public().filter(pk=pk).exists(),
        sources=evidence.sources,
        **_colophon(reverse("claims:contradiction", args=[pk]), reader),
    )


def story_report(slug: str, reader: Reader) -> StoryReport | None:
    """The report on one story, None where the reader may not see it. A withdrawn finding is told, but not drawn."""
    story = Story.objects.visible_to(reader.user).filter(slug=slug).first()
    if story is None:
        return None
    entries = entries_of(Statement.objects.visible_to(reader.user).filter(stories=story))
    pairs = pairs_of(Contradiction.objects.visible_to(reader.user).within(story), entries)
    timeline = arrange(entries.values(), standing(pairs))
    evidence = Evidence(entries.values())
    passages = _passages(timeline.entries, evidence, reader)
    confirmed = confirmations(Contradiction, (pair.key for pair in pairs))
    in_order = enumerate(arrange(entries.values(), pairs).pairs, start=1)
    return StoryReport(
        title=story.title,
        summary=story.summary,
        published=_published(story),
        picture=on_paper(timeline, PICTURE_FONT) if entries else "",
        picture_told=description(timeline),
        days=_days(timeline, passages),
        pairs=tuple(pair_of(p, number, passages, confirmed.get(p.key, ""), reader) for number, p in in_order),
        internal=story.state != StoryState.PUBLISHED
        or any(entry.draft for entry in entries.values())
        or any(pair.open for pair in pairs),
        sources=evidence.sources,
        **_colophon(reverse("claims:story", args=[slug]), reader),
    )


def _published(story: Story) -> str:
    public = story.state == StoryState.PUBLISHED
    return wording.moment(story.published_at) if public and story.published_at else ""


def _passages(entries: Iterable[Entry], evidence: Evidence, reader: Reader) -> dict[int, Passage]:
    """The statements by their keys, numbered in the order that they come in."""
    entries = tuple(entries)
    confirmed = confirmations(Statement, (entry.key for entry in entries))
    return {
        entry.key: statement_of(entry, number, evidence.of(entry), confirmed.get(entry.key, ""), reader)
        for number, entry in enumerate(entries, start=1)
    }


def _days(timeline: Timeline, passages: dict[int, Passage]) -> tuple[Day, ...]:
    return tuple(
        Day(section.heading, section.silence, tuple(passages[line.entry.key] for line in section.lines))
        for section in timeline.sections
    )


def _colophon(path: str, reader: Reader) -> dict[str, Any]:
    return {
        "address": reader.address(path),
        "site": settings.SITE_NAME,
        "made_at": reader.now,
        "made": wording.moment(reader.now),
        "about": wording.ABOUT,
    }
