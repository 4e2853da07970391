"""What somebody typed into a search field, taken apart: words, "phrases", -without, and a few named conditions.

`speaker:rudd outlet:"bbc news" after:2018-04-24 before:2018-05 has:contradiction -leak "local targets"`. What is no
condition that can be read is taken for words, so that nothing typed is lost without a trace."""

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass

from claims.text.typed_dates import NotADate, said_typed

LONGEST = 300
"""Characters of a search that are read."""
_PART = re.compile(r'(?P<name>speaker|outlet|after|before|has):(?:"(?P<phrase>[^"]*)"?|(?P<word>\S+))', re.I)
_MARKS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"'})


@dataclass(frozen=True, slots=True)
class Search:
    """`words` go to the database's reader of searches as they are; `unread` are conditions that could not be read.

    `after` and `before` are inclusive days, the first and the last of whatever was typed."""

    words: str = ""
    speakers: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    after: dt.date | None = None
    before: dt.date | None = None
    clashing: bool = False
    unread: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.speakers or self.outlets or self.after or self.before or self.clashing)


def search_of(typed: str) -> Search:
    """What was typed, read."""
    typed = " ".join(typed[:LONGEST].translate(_MARKS).split())
    found: dict[str, list[str]] = {}
    unread = []
    for part in _PART.finditer(typed):
        value = (part["phrase"] if part["phrase"] is not None else part["word"]).strip()
        name = part["name"].lower()
        if value and _can_be_read(name, value):
            found.setdefault(name, []).append(value)
        else:
            unread.append(part.group())
    return Search(
        words=plain(" ".join(_PART.sub(" ", typed).split())),
        speakers=tuple(map(plain, found.get("speaker", ()))),
        outlets=tuple(found.get("outlet", ())),
        after=_edge(found, "after", 0),
        before=_edge(found, "before", 1),
        clashing="has" in found,
        unread=tuple(unread),
    )


def plain(words: str) -> str:
    """Without accents, apostrophes alike: as the database keeps the words that it searches."""
    parts = unicodedata.normalize("NFD", words.translate(_MARKS))
    return "".join(one for one in parts if not "\u0300" <= one <= "\u036f")


def _can_be_read(name: str, value: str) -> bool:
    if name == "has":
        return value.lower() in ("contradiction", "contradictions")
    return name in ("speaker", "outlet") or _days(value) is not None


def _edge(found: dict[str, list[str]], name: str, end: int) -> dt.date | None:
    days = _days(found[name][-1]) if name in found else None
    return days[end] if days else None


def _days(value: str) -> tuple[dt.date, dt.date] | None:
    """The first and the last day of a date that was typed; None where it is none."""
    try:
        said = said_typed(value)
    except NotADate:
        return None
    return (said.start or said.until, said.until) if said else None


def grams(name: str) -> list[str]:
    """The runs of three letters in each word of a name, its beginning marked by spaces, each once: 'Lee' has '  l',
    ' le' and 'lee'. The function claims_grams of the database makes the same."""
    words = re.sub(r"[^\w]+|_", " ", plain(name).casefold()).split()
    padded = [f"  {word}" for word in words]
    return sorted({word[at : at + 3] for word in padded for at in range(len(word) - 2)})
