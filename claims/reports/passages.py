"""From the values of a report to what its templates place: the one place where its JSON is made. Pure.

Every text comes out in words, as it is to be read. A text that a record has not is '', a list that it has not is
empty, so that templates ask for no key in vain."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from claims.reports import wording
from claims.reports.evidence import Text, compared, sources_of, text_of
from claims.reports.report import PairReport, StoryReport
from claims.text.differences import Kind, Piece, marked
from claims.timeline.arranging import Section
from claims.timeline.entries import Entry, Note, Pair, Rendering, Reply

type Passage = dict[str, Any]
"""A part of the report as JSON has it: texts, numbers, lists and passages by name."""


@dataclass(frozen=True, slots=True)
class Apparatus:
    """What stands beside the words: the numbers of statements, by their keys, and of sources; addresses; the time."""

    statements: Mapping[int, int]
    sources: Mapping[Text | None, int]
    statement_addresses: Mapping[int, str]
    pair_addresses: Mapping[int, str]
    now: dt.datetime
    zone: dt.tzinfo


def passages_of(report: PairReport | StoryReport) -> Passage:
    """The whole report. `kind` is pair or story, and says which of the two further parts it has."""
    sources = sources_of(report.entries)
    beside = _apparatus(report, sources)
    common = {
        "title": report.title,
        "address": report.address,
        "site": report.site,
        "made": wording.moment(report.made_at, report.zone),
        "internal": report.internal,
        "about": list(wording.ABOUT),
        "sources": [_source(one, beside) for one in sources],
    }
    return common | (_pair_parts(report, beside) if isinstance(report, PairReport) else _story_parts(report, beside))


def _apparatus(report: PairReport | StoryReport, sources: Iterable[Rendering]) -> Apparatus:
    return Apparatus(
        statements={entry.key: number for number, entry in enumerate(report.entries, start=1)},
        sources={text_of(one): number for number, one in enumerate(sources, start=1)},
        statement_addresses=report.statement_addresses,
        pair_addresses=report.pair_addresses,
        now=report.made_at,
        zone=report.zone,
    )


def _pair_parts(report: PairReport, beside: Apparatus) -> Passage:
    told = _pair(report.pair, 1, beside)
    told["earlier"] |= _evidence(report.pair.earlier, beside)
    told["later"] |= _evidence(report.pair.later, beside)
    return {"kind": "pair", "pair": told}


def _story_parts(report: StoryReport, beside: Apparatus) -> Passage:
    head = report.head
    return {
        "kind": "story",
        "summary": head.summary,
        "published": wording.moment(head.published_at, beside.zone) if head.published_at else "",
        "edition": wording.edition(head.edition),
        "notes": [_note(note) for note in head.notes],
        "picture": report.picture,
        "picture_told": report.picture_told,
        "days": [_day(section, beside) for section in report.sections],
        "pairs": [_pair(pair, number, beside) for number, pair in enumerate(report.pairs, start=1)],
    }


def _day(section: Section, beside: Apparatus) -> Passage:
    return {
        "heading": section.heading,
        "silence": section.silence,
        "statements": [_statement(line.entry, "", beside) | _evidence(line.entry, beside) for line in section.lines],
    }


# ------------------------------------------------------------------ statements


def _statement(entry: Entry, clash: str, beside: Apparatus) -> Passage:
    """One statement with the words that clash marked; `withheld` says that its words are not shown."""
    return {
        "number": beside.statements[entry.key],
        "address": beside.statement_addresses[entry.key],
        "speaker": entry.speaker.name,
        "role": entry.role,
        "said": wording.said(entry.said),
        "dating": wording.dating(entry),
        "occasion": entry.occasion,
        "question": entry.question,
        "mode": wording.MODES[entry.mode] if entry.words else "",
        "stance": entry.stance_before if entry.words else "",
        "pieces": _quoted(entry, clash),
        "withheld": entry.withheld,
        "edition": wording.edition(entry.edition),
        "confirmed": wording.confirmed(entry),
        "newer": wording.newer(entry),
        "notice": wording.DRAFT if entry.draft else "",
        "withdrawn": entry.withdrawn,
        "corrections": [_note(note) for note in entry.corrections],
    }


def _evidence(entry: Entry, beside: Apparatus) -> Passage:
    """What a statement has beside it where it is told whole: in a report's timeline, or in the report on its pair."""
    return {
        "reported": wording.reported(entry),
        "renderings": [_rendering(one, entry.words, beside) for one in entry.renderings],
    }


def _quoted(entry: Entry, clash: str) -> list[Passage]:
    """The words in pieces, direct speech in quotation marks; none where there are no words."""
    pieces = marked(entry.words, clash)
    return _pieces((Piece("“"), *pieces, Piece("”")) if entry.takes_marks else pieces)


def _pieces(pieces: Iterable[Piece]) -> list[Passage]:
    return [{"text": one.text, "marked": one.kind != Kind.SAME} for one in pieces]


def _rendering(rendering: Rendering, words: str, beside: Apparatus) -> Passage:
    """`difference` tells how it differs from the statement's words, `place` where it stands in the captured text."""
    pieces, difference = compared(rendering.words, words)
    return {
        "source": _source(rendering, beside),
        "stance": rendering.stance_before,
        "pieces": _pieces(pieces),
        "difference": difference,
        "place": wording.spans(rendering.spans),
    }


def _source(rendering: Rendering, beside: Apparatus) -> Passage:
    """The captured text of a rendering; number 0 and no digest where there is none on record."""
    source = rendering.source
    return {
        "number": beside.sources[text_of(rendering)] if source else 0,
        "outlet": rendering.outlet,
        "title": rendering.title,
        "byline": source.byline if source else "",
        "url": rendering.url,
        "published": wording.published(rendering),
        "captured": wording.moment(source.captured, beside.zone) if source else "",
        "version": source.version if source else 0,
        "sha256": source.sha256 if source else "",
    }


# ------------------------------------------------------------------ pairs


def _pair(pair: Pair, number: int, beside: Apparatus) -> Passage:
    """One pair. `finding` is what its colours are chosen by: nothing where it no longer holds."""
    return {
        "number": number,
        "address": beside.pair_addresses[pair.key],
        "title": wording.pair_title(pair),
        "finding": pair.finding.value if pair.stands else "",
        "finding_told": wording.finding(pair),
        "kind_told": wording.pair_kind(pair),
        "explanation": pair.explanation,
        "withheld": wording.FINDING_WITHHELD if wording.is_withheld(pair) else "",
        "earlier": _statement(pair.earlier, pair.earlier_clash, beside),
        "later": _statement(pair.later, pair.later_clash, beside),
        "confirmed": wording.confirmed(pair),
        "notice": wording.PROPOSED if pair.open else "",
        "withdrawn": pair.withdrawn,
        "stands": pair.stands,
        "responses": [_response(reply, beside) for reply in pair.replies],
        "corrections": [_note(note) for note in pair.corrections],
    }


def _response(reply: Reply, beside: Apparatus) -> Passage:
    return {
        "asked": wording.asked(reply, beside.zone),
        "outcome": wording.outcome(reply, beside.now, beside.zone),
        "answer": reply.answer,
    }


def _note(note: Note) -> Passage:
    return {
        "text": note.text,
        "edition": wording.edition(note.edition),
        "made": wording.day(note.day),
        "signed": note.signed,
    }
