"""The content of a claim report as plain frozen values. Every text is put into words already and stands as it is to
be read; how it looks is the business of the Typst templates beside this module."""

import datetime as dt
from dataclasses import dataclass

from claims.records import Finding, PairKind


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that are marked, or not: the clash of a pair, the difference of a rendering."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one article as captured at one moment. `sha256` is the hex digest of that text in UTF-8."""

    number: int
    outlet: str
    title: str
    byline: str
    url: str
    published: str
    captured: str
    version: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Rendering:
    """One outlet's wording of a statement. `difference` tells how it differs from the statement's words, `place` where
    it stands: code points into the text of its source."""

    source: Source
    pieces: tuple[Piece, ...]
    difference: str
    place: str


@dataclass(frozen=True, slots=True)
class Correction:
    text: str
    made: str
    signed: str


@dataclass(frozen=True, slots=True)
class Response:
    """Right of reply: `asked` tells whom, when, how and by what deadline; `outcome` what came of it."""

    asked: str
    outcome: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One utterance. `number` is its place in this report; `pieces` are its words, in quotation marks where they are
    direct speech; `notice` says why it is not public, or nothing."""

    number: int
    address: str
    speaker: str
    role: str
    said: str
    dating: str
    occasion: str
    question: str
    mode: str
    pieces: tuple[Piece, ...]
    confirmed: str = ""
    notice: str = ""
    withdrawn: str = ""
    renderings: tuple[Rendering, ...] = ()
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements, the earlier first, and what an editor found."""

    number: int
    address: str
    title: str
    kind: PairKind
    kind_told: str
    finding: Finding
    finding_told: str
    explanation: str
    earlier: Statement
    later: Statement
    confirmed: str = ""
    notice: str = ""
    withdrawn: str = ""
    responses: tuple[Response, ...] = ()
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Day:
    """What was said on one day, month or year; `silence` is how long nobody had spoken before, if long."""

    heading: str
    silence: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What every report has. `internal`: it holds something that readers may not see, and every page says so."""

    title: str
    address: str
    site: str
    made_at: dt.datetime
    made: str
    internal: bool
    about: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairReport(Report):
    pair: Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryReport(Report):
    """`picture` is an SVG drawing of the timeline, or empty; `picture_told` says in words what it shows."""

    summary: str
    published: str
    picture: str
    picture_told: str
    days: tuple[Day, ...]
    pairs: tuple[Pair, ...]
