"""Days that have a name: Christmas Eve, Thanksgiving, Good Friday; and one that has a number."""

import datetime as dt
import re
from collections.abc import Callable

from claims.extraction.dates.context import Context
from claims.extraction.dates.rule import Reading, Rule, date, rule
from claims.extraction.dates.values import easter, nearest_year, nth_weekday, thanksgiving
from claims.extraction.dates.words import HOLIDAYS, YEAR, first_words, one_of

_MOVING: dict[str, Callable[[int], dt.date]] = {
    "thanksgiving": thanksgiving,
    "thanksgiving day": thanksgiving,
    "labor day": lambda year: nth_weekday(year, 9, 1, 1),
    "memorial day": lambda year: nth_weekday(year, 6, 1, 0),
    "martin luther king day": lambda year: nth_weekday(year, 1, 1, 3),
    "columbus day": lambda year: nth_weekday(year, 10, 1, 2),
    "easter": easter,
    "easter sunday": easter,
    "easter day": easter,
    "easter monday": lambda year: easter(year) + dt.timedelta(days=1),
    "good friday": lambda year: easter(year) - dt.timedelta(days=2),
    "ash wednesday": lambda year: easter(year) - dt.timedelta(days=46),
}


@rule(
    rf"(?P<last>last\s+)?(?P<holiday>{one_of([*HOLIDAYS, *_MOVING])})\b(?:,?\s+(?P<year>{YEAR}))?",
    "last",
    first_words([*HOLIDAYS, *_MOVING]),
)
def holiday(match: re.Match[str], context: Context) -> Reading | None:
    """The ban was lifted last Thanksgiving. -> the fourth Thursday of the November before"""
    name = " ".join(match["holiday"].lower().replace("’", "'").split())
    if not match["holiday"][0].isupper():
        return None
    made = _MOVING.get(name) or (lambda year: dt.date(year, *HOLIDAYS[name]))
    if match["year"]:
        return date(made(int(match["year"])).isoformat())
    if context.published is None:
        return None
    direction = -1 if match["last"] else context.direction(*match.span())
    return date(made(nearest_year(context.published, made, direction)).isoformat())


@rule(
    r"(?:the\s+)?(?-i:Sept\.?|September)\s+11(?=[\s-]+(?:terror|attack|hijack))",
    ("the", "sept", "september"),
)
def eleventh_of_september(_match: re.Match[str], _context: Context) -> Reading:
    """The Sept. 11 attacks -> 2001-09-11; '9/11' alone names what happened and no time"""
    return date("2001-09-11")


HOLIDAY_RULES: tuple[Rule, ...] = (holiday, eleventh_of_september)
