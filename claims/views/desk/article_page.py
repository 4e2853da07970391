"""What the page of an article shows: its text in marked segments, its reading, and the quotation that is open."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from django.core.paginator import Page, Paginator

from articles.models import Article, ArticleVersion
from claims.forms.quotation import DismissForm, SelectForm
from claims.forms.statement import AcceptForm
from claims.models import Quotation, Reading
from claims.models.reading import ReadingState
from claims.models.states import QuotationState
from claims.recording.carrying import left_behind
from claims.records import Span
from claims.search import desk as search
from claims.text.marking import Mark, Part, Segment, paragraphs
from claims.views.answering import FOLDS

GAP = " … "
PART_LENGTH = 300
"""Paragraphs shown at once; a news article has thirty."""
SHARING = 50
"""Articles of one origin that a page names; an agency's story is printed by more, and nobody reads them all."""
NEAR = 2000
"""Characters around a quotation in which whatever shares its segments stands."""
SHORTCUTS = [
    ("Move", [("j", "next quotation"), ("k", "previous quotation"), ("?", "this list")]),
    (
        "Decide",
        [
            ("a", "accept as read"),
            ("e", "correct, then accept"),
            ("s", "same as a statement that is there"),
            ("d", "dismiss; then the number of a reason"),
            ("c", "hold its statement against another"),
            ("m", "keep the selected words as a quotation"),
            ("u", "undo the last action"),
        ],
    ),
]
"""What js/desk.js and the data-key marks in the template do, told by the overlay of keys."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A segment as the template needs it. `open_id` is the quotation that a click opens: the innermost, and of several
    sources the first."""

    segment: Segment
    states: dict[int, str]
    places: dict[int, Span]

    @property
    def open_id(self) -> int | None:
        if not self.segment.quotations:
            return None
        innermost = self.segment.quotations[-1]
        return min(one for one in self.segment.quotations if self.places[one] == self.places[innermost])

    @property
    def state(self) -> str:
        return self.states[self.open_id] if self.open_id else ""

    @property
    def about(self) -> str:
        """Class names of what stands here beside quoted words: "is-source is-cue"."""
        return " ".join(sorted({f"is-{part}" for part, _ in self.segment.about}))

    @property
    def others(self) -> list[int]:
        """The quotations whose source or cue this is."""
        return [of for _, of in self.segment.about if of is not None]

    @property
    def flags(self) -> list[tuple[int, str]]:
        return [(of, self.states[of]) for of in sorted(self.segment.opens)]


def article_context(
    version: ArticleVersion,
    quotation: Quotation | None = None,
    *,
    part: str | None = None,
    fold: int = 0,
    **more: Any,
) -> dict[str, Any]:
    """Everything that `claims/desk/article.html` reads. Twelve queries at most, however long the text.

    A long text is shown in parts: the one asked for, else the one in which `quotation` opens. Suggestions of less
    confidence than `fold` in 100 are not marked, but for the one that is open."""
    quotations = unfolded(version.quotations.in_text_order(), fold, quotation)
    reading = version.readings.first()
    article = version.article
    return {
        "article": article,
        "version": version,
        "versions": list(article.versions.defer("text").order_by("-number")),
        "sharing": list(Article.objects.sharing_origin(article).newest_first()[:SHARING]),
        "reading": reading,
        "is_reading": reading is not None and reading.state in (ReadingState.QUEUED, ReadingState.RUNNING),
        "part": _part(list(shown(version.text, quotations, reading)), quotation, part),
        "tally": tally(version, reading, fold),
        "fold": fold,
        "folds": FOLDS,
        "unread": unread_part(version.text, reading),
        "left_behind": list(left_behind(article)),
        "select_form": SelectForm(),
        "shortcuts": SHORTCUTS,
        **panel_context(quotation),
        **more,
    }


def _part(rows: list[list[Shown]], quotation: Quotation | None, part: int | str | None) -> Page[list[Shown]]:
    """The paragraphs to show."""
    if part is None and quotation is not None and len(rows) > PART_LENGTH:
        before = [place for place, row in enumerate(rows) if row[0].segment.start <= quotation.start]
        part = before[-1] // PART_LENGTH + 1 if before else 1
    return Paginator(rows, PART_LENGTH).get_page(part)


def panel_context(quotation: Quotation | None) -> dict[str, Any]:
    """What the open quotation's panel reads."""
    if quotation is None:
        return {"quotation": None}
    waits = quotation.state == QuotationState.SUGGESTED
    return {
        "quotation": quotation,
        "quick_form": AcceptForm(initial=AcceptForm.read_from(quotation), auto_id=False) if waits else None,
        "dismiss_form": DismissForm(),
        "alike": search.likely_same(quotation) if waits else [],
        "beside": list(Quotation.objects.of_other_sources(quotation)),
    }


def changed_context(quotation: Quotation, *, fold: int = 0) -> dict[str, Any]:
    """What to swap beside the panel once a quotation has moved: its segments, its flag and the tally."""
    version = quotation.version
    near = version.quotations.filter(start__lt=quotation.end + NEAR, end__gt=quotation.start - NEAR)
    reading = version.readings.first()
    rows = unfolded(near.in_text_order(), fold, quotation)
    every = (one for paragraph in shown(version.text, rows, reading) for one in paragraph)
    return {
        "oob": True,
        "changed": [one for one in every if quotation.pk in one.segment.quotations],
        "tally": tally(version, reading, fold),
        "version": version,
        "article": version.article,
    }


def unfolded(quotations: Iterable[Quotation], fold: int, opened: Quotation | None) -> list[Quotation]:
    return [one for one in quotations if not is_folded(one, fold) or (opened is not None and one.pk == opened.pk)]


def is_folded(quotation: Quotation, fold: int) -> bool:
    """Whether a suggestion is less sure than `fold` in 100; what an editor decided on or selected never is folded."""
    sure = quotation.confidence
    return quotation.state == QuotationState.SUGGESTED and sure is not None and round(100 * sure) < fold


def unread_part(text: str, reading: Reading | None) -> dict[str, Any] | None:
    """How much of a text was passed over, in hundredths, and the first words of it."""
    if reading is None or not reading.unread:
        return None
    spans = [Span(*span) for span in reading.unread]
    length = sum(span.end - span.start for span in spans)
    return {"share": max(1, round(100 * length / len(text))), "words": text[spans[0].start :][:200].strip()}


def shown(text: str, quotations: Iterable[Quotation], reading: Reading | None) -> Iterator[list[Shown]]:
    """The text's paragraphs, what separates them left out."""
    rows = list(quotations)
    states = {quotation.pk: quotation.state for quotation in rows}
    places = {quotation.pk: Span(quotation.start, quotation.end) for quotation in rows}
    for paragraph in paragraphs(text, marks_of(rows, reading)):
        pieces = [Shown(segment, states, places) for segment in paragraph if not segment.blank]
        if pieces:
            yield pieces


def marks_of(quotations: Iterable[Quotation], reading: Reading | None) -> list[Mark]:
    rows = list(quotations)
    left = uncovered(reading, (span for quotation in rows for span in quotation.spans))
    return [mark for quotation in rows for mark in _marks(quotation)] + left


def _marks(quotation: Quotation) -> Iterator[Mark]:
    for span in quotation.spans:
        yield Mark(span, Part.CONTENT, quotation.pk)
    around = (
        (quotation.source_start, quotation.source, Part.SOURCE),
        (quotation.cue_start, quotation.cue, Part.CUE),
    )
    for start, words, part in around:
        if start is not None and words:
            yield Mark(Span(start, start + len(words.split(GAP)[0])), part, quotation.pk)


def uncovered(reading: Reading | None, content: Iterable[Span]) -> list[Mark]:
    """What extraction could not attribute, without what an editor has selected since."""
    if reading is None or not reading.remainder:
        return []
    spans = sorted(content)
    starts = [span.start for span in spans]
    reach = list(accumulate((span.end for span in spans), max))
    left = [Mark(Span(start, end), Part.REMAINDER, note=kind) for start, end, kind in reading.remainder]
    return [mark for mark in left if not _is_reached(mark.span, starts, reach)]


def _is_reached(span: Span, starts: list[int], reach: list[int]) -> bool:
    """Whether any of the spans, sorted by start and known by how far they reach, touches this one."""
    before = bisect_left(starts, span.end)
    return before > 0 and reach[before - 1] > span.start


def tally(version: ArticleVersion, reading: Reading | None, fold: int = 0) -> dict[str, int]:
    """How many quotations are in each state, how many of the suggested are folded away, and how many stretches are not
    attributed."""
    rows = list(version.quotations.order_by().only("state", "start", "end", "parts", "confidence"))
    states = Counter(quotation.state for quotation in rows)
    left = uncovered(reading, (span for quotation in rows for span in quotation.spans))
    folded = sum(is_folded(quotation, fold) for quotation in rows)
    counts = {state.value: states[state] for state in QuotationState}
    return counts | {"folded": folded, "remainder": len(left)}


def newest_version(article: Article, number: int | None = None) -> ArticleVersion | None:
    """The version of that number, else the newest; None where nothing was captured."""
    versions = article.versions.select_related("article__outlet")
    chosen = versions.filter(number=number).first() if number else None
    return chosen or versions.order_by("-number").first()
