"""How much of one text is read: no text, whatever it holds, may keep a worker busy for longer than a few seconds.

What reading costs is counted before anything is read, so that the same text ends at the same place on any machine."""

from claims.extraction.attributions.cues import lexicon
from claims.extraction.parsed.parsing import PIECE
from claims.extraction.parsed.passages import DOUBLE, SINGLE
from claims.records import Span

LONGEST = 17_000
"""What reading one text may cost, counted in words: some 11,000 words of news, more than any article has."""
_MARKS = frozenset(DOUBLE + SINGLE)
_RULES = 4
"""Words that cost as much as looking at what a cue or a quotation mark introduces."""


def beyond_the_limit(text: str) -> Span | None:
    """The end of a text that is passed over, or None where all of it is read. Cut between two paragraphs where one
    begins in the last tenth of what may be read, else between two words."""
    if len(text) <= LONGEST // (_RULES + 1):
        return None
    end = _where_it_costs_too_much(text)
    if end is None:
        return None
    line = text.rfind("\n", end - end // 10, end)
    space = text.rfind(" ", end - end // 10, end)
    cut = max(line, 0) or max(space, 0) or end
    return Span(cut, len(text)) if text[cut:].strip() else None


def _where_it_costs_too_much(text: str) -> int | None:
    known, spent = lexicon().bases, 0
    for match in PIECE.finditer(text):
        piece = match.group()
        spent += 1 + _RULES * (piece in _MARKS or piece.lower() in known)
        if spent > LONGEST:
            return match.start()
    return None
