"""How a said date is put into words, at the precision that it is known to and never finer.

Pure: the page, the picture and the report all take their dates from here."""

import datetime as dt

from claims.records import Precision, Said

UNKNOWN = "Date unknown"


def said_heading(said: Said | None) -> str:
    """'Wednesday 25 April 2018', 'December 2015', '2015', 'By 25 April 2018' or 'Date unknown'."""
    if said is None:
        return UNKNOWN
    if said.precision in (Precision.DAY, Precision.MINUTE):
        return f"{said.until:%A} {_day(said.until)} {said.until.year}"
    return said_day(said)


def said_day(said: Said | None) -> str:
    """As the heading, without the day of the week: '25 April 2018'."""
    if said is None:
        return UNKNOWN
    match said.precision:
        case None:
            return f"By {_day(said.until)} {said.until.year}"
        case Precision.YEAR:
            return f"{said.until.year}"
        case Precision.MONTH:
            return f"{said.until:%B} {said.until.year}"
        case _:
            return f"{_day(said.until)} {said.until.year}"


def said_within(said: Said | None) -> str:
    """For the middle of a sentence: 'on 25 April 2018', 'in December 2015', 'by 25 April 2018'."""
    if said is None:
        return "on an unknown date"
    if said.precision is None:
        return f"by {_day(said.until)} {said.until.year}"
    preposition = "in" if said.precision in (Precision.YEAR, Precision.MONTH) else "on"
    return f"{preposition} {said_day(said)}"


def said_datetime(said: Said | None) -> str:
    """What belongs into the `datetime` attribute of HTML's `time`: empty where the date is open or unknown."""
    return "" if said is None or said.precision is None else said.edtf()


def silence(before: Said, after: Said) -> str:
    """How long nobody spoke between two dates: '2 years 4 months', '3 weeks'; empty for less than a week.

    Counted at the coarser precision of the two: from a month, months are counted; from a year, years. An open
    date may lie anywhere before its limit, so that the silence before it is 'up to' so long and the silence after
    it 'at least' so long."""
    words = _between(_limit(before), _limit(after))
    if after.precision is None:
        return words and f"up to {words}"
    return words and f"at least {words}" if before.precision is None else words


def said_later(before: Said | None, after: Said | None) -> str:
    """How long after the first the second was said: 'the same day', 'the next day', '3 days later', '2 weeks later'.

    Empty where that cannot be said: a date is open or unknown, or a month overlaps a day."""
    if before is None or after is None or before.precision is None or after.precision is None:
        return ""
    days = {Precision.DAY, Precision.MINUTE}
    apart = (after.until - before.until).days
    if {before.precision, after.precision} <= days and 0 <= apart < 7:
        return ("the same day", "the next day")[apart] if apart < 2 else f"{apart} days later"
    words = silence(before, after)
    return words and f"{words} later"


def _limit(said: Said) -> Said:
    return Said.on(said.until) if said.precision is None else said


def _between(before: Said, after: Said) -> str:
    first, second = before.until, after.start or after.until
    if second <= first:
        return ""
    coarseness = {before.precision, after.precision}
    if Precision.YEAR in coarseness:
        return _count(second.year - first.year, "year") if second.year - first.year > 1 else ""
    if Precision.MONTH in coarseness:
        months = (second.year - first.year) * 12 + second.month - first.month
        return _years_and_months(months) if months > 1 else ""
    return _of_days(first, second)


def _of_days(first: dt.date, second: dt.date) -> str:
    days = (second - first).days
    months = (second.year - first.year) * 12 + second.month - first.month - (second.day < first.day)
    if months > 0:
        return _years_and_months(months)
    return _count(days // 7, "week") if days >= 7 else ""


def _years_and_months(months: int) -> str:
    years, rest = divmod(months, 12)
    return " ".join(part for part in (_count(years, "year"), _count(rest, "month")) if part)


def _count(number: int, unit: str) -> str:
    if not number:
        return ""
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B}"
