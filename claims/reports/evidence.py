"""Where statements are reported, exactly, and who confirmed them: what a report has beyond the entries of a page."""

from collections.abc import Iterable

from claims.models import Contradiction, Quotation, Statement
from claims.reports import wording
from claims.reports.report import Piece, Rendering, Source
from claims.text.differences import Kind, differences
from claims.text.differences import Piece as Difference
from claims.timeline.entries import Entry
from claims.timeline.entries import Rendering as EntryRendering

ORDER = ("version__article__published_at", "version__article", "version__number", "start")
"""Earlier articles first, so that the numbers of the sources run with time."""

AROUND = " \t\n\"'“”‘’«»„‚,.;:…"

COMPARABLE = 6_000
"""Characters: comparing longer texts word by word takes too long to wait for."""


class Evidence:
    """The places of the renderings of some entries, and the sources that they stand in, numbered. One query."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        keys = [rendering.key for entry in entries for rendering in entry.renderings]
        # An article's text is long and belongs to its publisher: it stays in the database.
        places = Quotation.objects.filter(pk__in=keys).with_article().defer("version__text").order_by(*ORDER)
        self._sources: dict[int, Source] = {}
        self._places: dict[int, tuple[Source, str]] = {}
        for place in places:
            self._places[place.pk] = (self._source(place), wording.spans(place.spans))

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(self._sources.values())

    def of(self, entry: Entry) -> tuple[Rendering, ...]:
        return tuple(self._rendering(one, entry.words) for one in entry.renderings if one.key in self._places)

    def _rendering(self, rendering: EntryRendering, words: str) -> Rendering:
        source, place = self._places[rendering.key]
        return Rendering(source, *compared(rendering.words, words), place)

    def _source(self, quotation: Quotation) -> Source:
        version, article = quotation.version, quotation.version.article
        if version.pk not in self._sources:
            self._sources[version.pk] = Source(
                number=len(self._sources) + 1,
                outlet=article.outlet.name,
                title=article.title,
                byline=article.byline,
                url=article.url,
                published=wording.published(article),
                captured=wording.moment(version.captured_at),
                version=version.number,
                sha256=version.sha256,
            )
        return self._sources[version.pk]


def compared(words: str, wanted: str) -> tuple[tuple[Piece, ...], str]:
    """`words` in pieces, those marked that `wanted` has not, and what differs in words.

    The marks around the whole (quotation marks, a comma before the closing one) belong to the article's own sentence
    and count as no difference."""
    start, end = _edges(words)
    inner, model = words[start:end], wanted[slice(*_edges(wanted))]
    if inner == model:
        return (Piece(words),), "The same words"
    if max(len(inner), len(model)) > COMPARABLE:
        return (Piece(words),), "Too long to be compared word by word"
    pieces = differences(model, inner)
    return _placed(pieces, words, start), wording.differences_told(pieces)


def _placed(pieces: Iterable[Difference], words: str, at: int) -> tuple[Piece, ...]:
    """`words`, letter by letter as they were printed, with what was added to the model marked."""
    placed, kept = [], 0
    for piece in pieces:
        text = "" if piece.kind == Kind.LEFT_OUT else piece.text.strip()
        at = words.index(text, at)
        if text and piece.kind == Kind.ADDED:
            placed += [Piece(words[kept:at]), Piece(text, marked=True)]
            kept = at + len(text)
        at += len(text)
    return tuple(piece for piece in (*placed, Piece(words[kept:])) if piece.text)


def _edges(words: str) -> tuple[int, int]:
    start = len(words) - len(words.lstrip(AROUND))
    return start, max(len(words.rstrip(AROUND)), start)


def confirmations(model: type[Statement] | type[Contradiction], keys: Iterable[int]) -> dict[int, str]:
    """Who confirmed which of these and when, in words. One query."""
    rows = model.objects.filter(pk__in=list(keys), confirmed_by__isnull=False).select_related("confirmed_by")
    return {row.pk: wording.confirmed(row.confirmed_by, row.confirmed_at) for row in rows}
