"""Days: weekdays, calendar dates, yesterday and tomorrow, holidays."""

import datetime as dt
import re

from claims.extraction.dates.context import Context
from claims.extraction.dates.rule import NO_TIME, Reading, Rule, date, rule
from claims.extraction.dates.values import (
    at_grain,
    shifted,
    weekday,
    year_of_day,
)
from claims.extraction.dates.words import (
    DAY_OF_MONTH,
    FIGURES,
    MONTH,
    MONTH_NAME,
    MONTHS,
    ORDINAL,
    ORDINALS,
    WEEKDAY,
    WEEKDAY_NAME,
    WEEKDAYS,
    YEAR,
    first_words,
    named,
    one_of,
    ordinal,
    words,
)

_YEAR_AFTER = rf"(?:,?\s+(?P<year>{YEAR})|,?\s+['’](?P<short>\d\d)\b)?"
_OUTCOME = re.compile(rf"['’]s?\s+(?:[\w-]+\s+){{0,2}}{one_of(words('outcomes'))}\b", re.IGNORECASE)
_OF_OUR_DAYS = re.compile(rf"['’]s\s+(?:[\w-]+\s+)?{one_of(words('of_our_days'))}\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:\s+\w+)?['’]s\b")
_NAME_BEFORE = re.compile(r"(?:\b[A-Z][\w.]+|\b[Tt]he)\s\Z")
_THROUGH = re.compile(r"(?:\s+\w+)?,?\s+(?:to|through|until)\s+", re.IGNORECASE)
_WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_AND = re.compile(r",?\s+(?:and|or|to|through|until)\s+")
_RELATIVE_DAYS = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}
_POINTS_ONLY = {0: "PRESENT_REF", -1: "PAST_REF", 1: "FUTURE_REF", -2: "PAST_REF", 2: "FUTURE_REF"}


@rule(rf"(?P<weekday>{WEEKDAY})", WEEKDAYS)
def plain_weekday(match: re.Match[str], context: Context) -> Reading | None:
    """The minister resigned on Tuesday. -> the Tuesday before publication, or the day itself"""
    name = match["weekday"]
    if not name[0].isupper() or (len(name.rstrip(".")) < 6 and not _abbreviates(match)):
        return None
    if (later := _end_of_a_range(name, match, context)) is not None:
        return date(later.isoformat())
    if _OUTCOME.match(match.string, match.end()):
        return weekday_reading(name, context, -1)
    planned = _POSSESSIVE.match(match.string, match.end()) is None
    return weekday_reading(name, context, context.direction(*match.span(), planned=planned))


def _end_of_a_range(name: str, match: re.Match[str], context: Context) -> dt.date | None:
    """'Monday through Thursday', 'from Monday to Thursday': the second day follows the first."""
    first = context.found[-1] if context.found else None
    if first is None or not first.rule.startswith("plain_weekday") or not _WHOLE_DAY.match(first.value):
        return None
    if not _THROUGH.fullmatch(context.text, first.span.end, match.start()):
        return None
    start = dt.date.fromisoformat(first.value[:10])
    return weekday(start + dt.timedelta(days=1), named(WEEKDAYS, name), 1)


def _abbreviates(match: re.Match[str]) -> bool:
    """'Sun' and 'Wed' are weekdays with a full stop, or where a date follows; 'the Hull Sun.' ends a sentence."""
    if re.match(r",?\s+\d", match.string[match.end() : match.end() + 4]):
        return True
    named = _NAME_BEFORE.search(match.string[max(0, match.start() - 20) : match.start()])
    return match["weekday"].endswith(".") and named is None


def weekday_reading(name: str, context: Context, direction: int) -> Reading:
    """The weekday of that name nearest to the publication on the side of the tense."""
    wanted = named(WEEKDAYS, name)
    if context.published is None:
        return date(f"XXXX-WXX-{wanted}")
    return date(weekday(context.published, wanted, direction).isoformat())


@rule(
    rf"(?P<which>last|next|this|this\s+coming|coming|this\s+past|the\s+previous|the\s+following)\s+"
    rf"(?P<weekday>{WEEKDAY_NAME})",
    ("last", "next", "this", "coming", "the"),
)
def pointed_weekday(match: re.Match[str], context: Context) -> Reading | None:
    """She had promised an answer by last Monday. -> the Monday strictly before publication"""
    which, name = " ".join(match["which"].lower().split()), match["weekday"]
    if which in ("the previous", "the following"):
        return _weekday_beside(context, named(WEEKDAYS, name), previous=which.endswith("previous"))
    if context.published is None:
        return date(f"XXXX-WXX-{named(WEEKDAYS, name)}")
    if which == "this":
        return weekday_reading(name, context, context.direction(*match.span()) or 1)
    back = which in ("last", "this past")
    beside = context.published + dt.timedelta(days=-1 if back else 1)
    return date(weekday(beside, named(WEEKDAYS, name), -1 if back else 1).isoformat())


def _weekday_beside(context: Context, wanted: int, *, previous: bool) -> Reading | None:
    reference = context.reference_day()
    if reference is None:
        return None
    step = -1 if previous else 1
    return date(weekday(reference + dt.timedelta(days=step), wanted, step).isoformat())


@rule(rf"(?P<month>{MONTH})\s*(?P<day>{DAY_OF_MONTH})(?:\s?[-–]\s?\d{{1,2}}\b)?{_YEAR_AFTER}", MONTHS)
def month_day(match: re.Match[str], context: Context) -> Reading | None:
    """The tribunal sat on Sept. 9, 2014. -> 2014-09-09"""
    return _calendar_day(match, context) if match["month"][0].isupper() else None


@rule(rf"(?P<day>{DAY_OF_MONTH})(?:\s+of)?(?:\s+|-)(?P<month>{MONTH}){_YEAR_AFTER}", FIGURES)
def day_month(match: re.Match[str], context: Context) -> Reading | None:
    """The tribunal sat on 9 September 2014. -> 2014-09-09"""
    return _calendar_day(match, context) if match["month"][0].isupper() else None


@rule(
    rf"(?P<month>{MONTH_NAME})\s+(?P<ordinal>{ORDINAL}){_YEAR_AFTER}",
    MONTHS,
)
def month_ordinal(match: re.Match[str], context: Context) -> Reading | None:
    """They march on July fourth. -> the fourth of July nearest to publication"""
    return _calendar_day(match, context) if match["month"][0].isupper() else None


@rule(
    rf"(?:the\s+)?(?P<ordinal>{ORDINAL})\s+(?:day\s+)?of\s+(?P<month>{MONTH_NAME}){_YEAR_AFTER}",
    "the",
    FIGURES,
    ORDINALS,
)
def ordinal_month(match: re.Match[str], context: Context) -> Reading | None:
    """The treaty lapses on the third of March. -> the third of March nearest to publication"""
    return _calendar_day(match, context) if match["month"][0].isupper() else None


@rule(
    rf"(?P<day>{DAY_OF_MONTH})(?=\s*(?:-|–|to|and|or|until)\s*(?:{DAY_OF_MONTH})\s+(?P<month>{MONTH}){_YEAR_AFTER})",
    FIGURES,
)
def first_of_two_days(match: re.Match[str], context: Context) -> Reading | None:
    """The count ran from 7 to 9 May 2015. -> 2015-05-07 for the seven"""
    return _calendar_day(match, context) if match["month"][0].isupper() else None


@rule(
    rf"(?P<day>{DAY_OF_MONTH})(?=\s*(?:[.,;:)’”\"]|$|(?:in|at|as|for|and|to|when|by|with|after|before|of)\b|{YEAR}\b))",
    FIGURES,
)
def second_of_two_days(match: re.Match[str], context: Context) -> Reading | None:
    """They meet on April 24 and 25. -> 2018-04-25 for the twenty-five"""
    last = context.found[-1] if context.found else None
    if last is None or last.rule not in ("month_day", "second_of_two_days"):
        return None
    if not _AND.fullmatch(context.text, last.span.end, match.start()) or ordinal(match["day"]) <= int(last.value[-2:]):
        return None
    return date(dt.date.fromisoformat(last.value).replace(day=ordinal(match["day"])).isoformat())


@rule(
    rf"(?:the\s+)?week\s+(?:of|beginning|commencing|starting|ending)\s+(?:the\s+)?(?:{WEEKDAY},?\s+)?"
    rf"(?:(?P<month>{MONTH})\s+(?P<day>{DAY_OF_MONTH})|(?P<day2>{DAY_OF_MONTH})\s+(?:of\s+)?(?P<month2>{MONTH})){_YEAR_AFTER}",
    "the",
    "week",
)
def week_of_a_day(match: re.Match[str], context: Context) -> Reading | None:
    """The trial opens in the week of March 6. -> 2018-W10"""
    groups = match.groupdict()
    named_day = {name: groups[name] or groups.get(f"{name}2") for name in ("month", "day", "year", "short")}
    day = _day_named(named_day, match, context)
    return date(at_grain(day, "W")) if day else None


def _calendar_day(match: re.Match[str], context: Context) -> Reading | None:
    groups = match.groupdict()
    day = _day_named(groups, match, context)
    if day is not None:
        return date(day.isoformat())
    return date(f"XXXX-{named(MONTHS, groups['month']):02d}-{ordinal(groups.get('day') or groups['ordinal']):02d}")


def _day_named(groups: dict[str, str | None], match: re.Match[str], context: Context) -> dt.date | None:
    """The day of a month, in the year that is named or that the tense tells; None where neither can be known."""
    month = named(MONTHS, groups["month"] or "")
    day = ordinal(groups.get("day") or groups["ordinal"] or "")
    if year := groups["year"] or short_year(groups["short"]):
        return dt.date(int(year), month, day)
    if context.published is None:
        return None
    return dt.date(year_of_day(context.published, month, day, context.direction(*match.span())), month, day)


def short_year(written: str | None) -> str | None:
    """'98 is 1998, '15 is 2015: the hundred years that end with 2049."""
    return None if written is None else ("20" if int(written) < 50 else "19") + written


@rule(rf"(?P<year>{YEAR})-(?P<month>0\d|1[0-2])-(?P<day>[0-3]\d)\b", FIGURES)
def iso_day(match: re.Match[str], _context: Context) -> Reading | None:
    """Minutes of 2017-06-09 -> 2017-06-09"""
    return date(dt.date(int(match["year"]), int(match["month"]), int(match["day"])).isoformat())


@rule(rf"(?P<first>\d\d?)(?P<mark>[/.-])(?P<second>\d\d?)(?P=mark)(?P<year>{YEAR}|\d\d\b)(?![/.-]?\d)", FIGURES)
def figures_day(match: re.Match[str], _context: Context) -> Reading | None:
    """Letter of 19/11/2012 -> 2012-11-19. What could be read in two ways (5/6/2012) is not read at all"""
    first, second = int(match["first"]), int(match["second"])
    year = int(match["year"] if len(match["year"]) == 4 else short_year(match["year"]) or 0)
    if first <= 12 and second <= 12 and first != second:
        return None
    day, month = (first, second) if second <= 12 else (second, first)
    return date(dt.date(year, month, day).isoformat())


@rule(one_of(_RELATIVE_DAYS) + r"\b", first_words(_RELATIVE_DAYS))
def relative_day(match: re.Match[str], context: Context) -> Reading:
    """The bill was withdrawn yesterday. -> the day before publication"""
    steps = _RELATIVE_DAYS[" ".join(match.group().lower().split())]
    if _OF_OUR_DAYS.match(match.string, match.end()):
        return NO_TIME
    if context.published is None:
        return date(_POINTS_ONLY[steps])
    return date(shifted(context.published, steps, "D").isoformat())


@rule(
    r"(?:earlier\s+|later\s+)?(?P<which>that|the\s+same|the\s+next|the\s+following|the\s+previous)\s+day\b"
    r"|the\s+day\s+(?P<side>before|after)\b(?=\s*[,.;]|\s+and\b)",
    ("that", "the", "earlier", "later"),
)
def carried_day(match: re.Match[str], context: Context) -> Reading | None:
    """On 3 May she denied it; the next day she resigned. -> the day after the last one named"""
    reference = context.reference_day()
    which = " ".join((match["which"] or match["side"]).lower().split())
    steps = {"the next": 1, "the following": 1, "after": 1, "the previous": -1, "before": -1}.get(which, 0)
    return date(shifted(reference, steps, "D").isoformat()) if reference else None


DAY_RULES: tuple[Rule, ...] = (
    plain_weekday,
    pointed_weekday,
    month_day,
    day_month,
    month_ordinal,
    ordinal_month,
    first_of_two_days,
    second_of_two_days,
    week_of_a_day,
    iso_day,
    figures_day,
    relative_day,
    carried_day,
)
