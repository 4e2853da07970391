"""The date that an editor types, read: '25 April 2018', '2018-04-25 14:30', 'December 2015', 'before 26 April 2018'.

Pure. Nothing is guessed: days and months that could be taken for one another are refused with a sentence."""

import datetime as dt
import re

from claims.records import Precision, Said

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = tuple(f"{dt.date(2000, month, 1):%B}".lower() for month in range(1, 13))
LIMITS = {"before": 1, "by": 0, "until": 0, "on or before": 0}
TIME = re.compile(r"(?P<rest>.+?)(?:,|\s|T|\bat\b)+(?P<hour>\d{1,2})[:.](?P<minute>\d{2})", re.IGNORECASE)
HOW = "Write it like 25 April 2018, 2018-04-25 14:30, December 2015, 2015 or before 26 April 2018, or leave it empty."


class NotADate(ValueError):
    """What was typed is no date. The message says why and how to write one."""


def said_typed(text: str) -> Said | None:
    """The date in `text`; None where it is empty, which means unknown. Raises NotADate."""
    words = " ".join(text.replace(",", " ").split())
    if not words:
        return None
    limit, rest = _limit(words)
    if limit is not None:
        return Said.by(_whole_day(rest, words) - dt.timedelta(days=limit))
    timed = TIME.fullmatch(words)
    return _minute(timed, words) if timed else _date(words)


def typed(said: Said | None) -> str:
    """The date as an editor would type it; `said_typed` reads it back."""
    if said is None:
        return ""
    day = f"{said.until.day} {said.until:%B} {said.until:%Y}"
    match said.precision:
        case None:
            return f"by {day}"
        case Precision.YEAR:
            return f"{said.until:%Y}"
        case Precision.MONTH:
            return f"{said.until:%B} {said.until:%Y}"
        case Precision.MINUTE:
            return f"{day} {said.time:%H:%M}"
        case _:
            return day


def _limit(words: str) -> tuple[int | None, str]:
    for start, days in sorted(LIMITS.items(), key=lambda item: -len(item[0])):
        if words.lower().startswith(f"{start} "):
            return days, words[len(start) :].strip()
    return None, words


def _minute(timed: re.Match[str], words: str) -> Said:
    day = _whole_day(timed["rest"].strip(), words)
    try:
        return Said.at(dt.datetime.combine(day, dt.time(int(timed["hour"]), int(timed["minute"]))))
    except ValueError as error:
        raise NotADate(f"“{words}” has a time that no clock shows. {HOW}") from error


def _whole_day(text: str, words: str) -> dt.date:
    said = _date(text)
    if said.precision is not Precision.DAY:
        raise NotADate(f"“{words}” needs a whole day, with its month and year. {HOW}")
    return said.until


def _date(words: str) -> Said:
    if "/" in words or re.fullmatch(r"\d{1,2}[.-]\d{1,2}[.-]\d{2,4}", words):
        raise NotADate(f"“{words}” can be read in two ways. Write the month as a word: 4 May 2018.")
    try:
        return _iso(words) or _worded(words)
    except ValueError as error:
        if isinstance(error, NotADate):
            raise
        raise NotADate(f"“{words}” is no day of the calendar. {HOW}") from error


def _iso(words: str) -> Said | None:
    if re.fullmatch(r"[12]\d{3}(-\d{2}(-\d{2})?)?", words, re.ASCII):
        return Said.from_edtf(words)
    return None


def _worded(words: str) -> Said:
    weekday, *parts = _weekday_first(words.lower().split())
    match [_number_or_month(part) for part in parts]:
        case [("month", month), ("year", year)]:
            return Said.in_month(year, month)
        case [("day", day), ("month", month), ("year", year)] | [("month", month), ("day", day), ("year", year)]:
            return Said.on(_agreeing(weekday, dt.date(year, month, day), words))
    raise NotADate(f"“{words}” is not a date that can be read. {HOW}")


def _weekday_first(parts: list[str]) -> list[str]:
    """The day of the week ('' where none is named) and the parts after it."""
    named = [day for day in DAYS if len(parts[0]) >= 3 and day.startswith(parts[0].rstrip("."))]
    return [named[0], *parts[1:]] if named else ["", *parts]


def _agreeing(weekday: str, day: dt.date, words: str) -> dt.date:
    if weekday and DAYS[day.weekday()] != weekday:
        raise NotADate(f"“{words}”: that day was a {DAYS[day.weekday()].title()}. Correct one of the two.")
    return day


def _number_or_month(part: str) -> tuple[str, int]:
    name = part.rstrip(".")
    months = [number for number, month in enumerate(MONTHS, 1) if len(name) >= 3 and month.startswith(name)]
    if months or name == "sept":
        return "month", months[0] if months else 9
    if re.fullmatch(r"[12]\d{3}", part, re.ASCII):
        return "year", int(part)
    number = re.fullmatch(r"(\d{1,2})(st|nd|rd|th)?", part, re.ASCII)
    return ("day", int(number[1])) if number else ("", 0)
